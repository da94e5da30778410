package dev.holstein.list.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.fault.Fuse;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListChange;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * User code that throws at every call index in turn, in every operation that runs any: the exception passes, the list is exactly as it
 * was, so is every snapshot, and the list can still be written.
 */
class ListFaultTest {
    private static final int SIZE = ListProbe.LEAF >= 64 ? ListProbe.FLAT + ListProbe.LEAF / 2 : 40;

    private record Operation(String name, BiConsumer<List<Item>, Fuse> run) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Every call of the first, then fewer and fewer; all of them for short lists. */
    private static int step(int calls) {
        return calls < 12 || SIZE <= 40 ? 1 : calls / 4;
    }

    private static List<Item> items(Fuse fuse, int from, int count) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(new Item(fuse, from + i));
        }
        return items;
    }

    static Stream<Operation> writes() {
        return Stream.of(
                new Operation("removeIf", (list, fuse) -> list.removeIf(each -> fuse.burning(each.number() % 3 == 0))),
                new Operation(
                        "removeIf of one",
                        (list, fuse) -> list.removeIf(each -> fuse.burning(each.number() == SIZE - 1))),
                new Operation(
                        "removeIf of a range",
                        (list, fuse) ->
                                list.subList(1, SIZE - 1).removeIf(each -> fuse.burning(each.number() % 3 == 0))),
                new Operation(
                        "replaceAll",
                        (list, fuse) -> list.replaceAll(each -> fuse.burning(new Item(fuse, -each.number())))),
                new Operation(
                        "replaceAll of a range",
                        (list, fuse) -> list.subList(1, SIZE - 1)
                                .replaceAll(each -> fuse.burning(new Item(fuse, -each.number())))),
                new Operation("sort", (list, fuse) -> list.sort((a, b) -> fuse.burning(b.number() - a.number()))),
                new Operation("natural sort", (list, fuse) -> list.sort(null)),
                new Operation(
                        "sort of a range",
                        (list, fuse) ->
                                list.subList(1, SIZE - 1).sort((a, b) -> fuse.burning(b.number() - a.number()))),
                new Operation("removeAll", (list, fuse) -> list.removeAll(fuse.burning(items(fuse, 3, 9)))),
                new Operation("retainAll", (list, fuse) -> list.retainAll(fuse.burning(items(fuse, 3, 9)))),
                new Operation("remove of an element", (list, fuse) -> list.remove(new Item(fuse, SIZE - 2))),
                new Operation("remove of a missing element", (list, fuse) -> list.remove(new Item(fuse, SIZE))),
                new Operation("addAll", (list, fuse) -> list.addAll(fuse.burning(items(fuse, SIZE, 9)))),
                new Operation("addAll inside", (list, fuse) -> list.addAll(2, fuse.burning(items(fuse, SIZE, 9)))),
                new Operation(
                        "addAll to a range",
                        (list, fuse) -> list.subList(1, 4).addAll(1, fuse.burning(items(fuse, SIZE, 9)))),
                new Operation("addIfAbsent", (list, fuse) -> {
                    if (list instanceof ConcurrentList<Item> concurrent) {
                        concurrent.addIfAbsent(new Item(fuse, SIZE));
                    }
                }),
                new Operation("addAllAbsent", (list, fuse) -> {
                    if (list instanceof ConcurrentList<Item> concurrent) {
                        concurrent.addAllAbsent(fuse.burning(items(fuse, SIZE - 2, 4)));
                    }
                }),
                new Operation("update", (list, fuse) -> {
                    if (list instanceof ConcurrentList<Item> concurrent) {
                        concurrent.update(copy -> {
                            for (int i = 0; i < SIZE; i += 3) {
                                Item unused = copy.set(i, new Item(fuse, -i));
                                copy.add(i, new Item(fuse, -i));
                                fuse.burn();
                                unused = copy.remove(0);
                            }
                        });
                    }
                }));
    }

    private static Operation asking(String name, BiFunction<List<Item>, Fuse, Object> question) {
        return new Operation(name, (list, fuse) -> {
            Object unused = question.apply(list, fuse);
        });
    }

    static Stream<Operation> reads() {
        return Stream.of(
                asking("indexOf", (list, fuse) -> list.indexOf(new Item(fuse, SIZE))),
                asking("lastIndexOf", (list, fuse) -> list.lastIndexOf(new Item(fuse, SIZE))),
                asking("contains", (list, fuse) -> list.contains(new Item(fuse, SIZE - 1))),
                asking("containsAll", (list, fuse) -> list.containsAll(fuse.burning(items(fuse, 0, 3)))),
                asking("equals", (list, fuse) -> list.equals(items(fuse, 0, SIZE))),
                asking("equals of ours", (list, fuse) -> list.equals(PersistentList.copyOf(items(fuse, 0, SIZE)))),
                asking("hashCode", (list, fuse) -> list.hashCode()),
                asking("toString", (list, fuse) -> list.toString()),
                asking("forEach", (list, fuse) -> {
                    list.forEach(each -> fuse.burn());
                    return null;
                }),
                asking("forEachRemaining", (list, fuse) -> {
                    list.iterator().forEachRemaining(each -> fuse.burn());
                    return null;
                }),
                asking("stream", (list, fuse) -> {
                    list.stream().forEach(each -> fuse.burn());
                    return null;
                }),
                asking(
                        "diff",
                        (list, fuse) -> PersistentList.diff(
                                        PersistentList.copyOf(list), PersistentList.copyOf(items(fuse, 1, SIZE)))
                                .count()));
    }

    /** How a list came to be what it is. */
    private enum Kind {
        OWN,
        COPIED,
        WALKED,
        RELAXED,
        FROZEN,
        CONCURRENT
    }

    private static List<Item> list(Kind kind, Fuse fuse) {
        CowList<Item> list = new CowList<>();
        items(fuse, 0, SIZE).forEach(list::add);
        if (kind == Kind.RELAXED) {
            list.add(SIZE / 2, list.remove(SIZE / 2));
        }
        return switch (kind) {
            case COPIED -> list.copy();
            case CONCURRENT -> new ConcurrentList<>(list);
            default -> list;
        };
    }

    @ParameterizedTest
    @MethodSource("writes")
    void writesThatThrowChangeNothing(Operation operation) {
        Fuse fuse = new Fuse();
        for (Kind kind : Kind.values()) {
            boolean burnt = true;
            for (int calls = 0; burnt; calls += step(calls)) {
                List<Item> list = list(kind, fuse);
                PersistentList<Item> snapshot =
                        kind == Kind.FROZEN || kind == Kind.CONCURRENT ? PersistentList.copyOf(list) : null;
                ListIterator<Item> open = kind == Kind.WALKED ? list.listIterator() : null;
                List<Item> before = new ArrayList<>(list);
                List<Item> range = list.subList(1, 3);
                burnt = burns(operation, list, fuse, calls);
                ListProbe.check(list);
                if (burnt) {
                    same(list, before);
                    assertThat(range).hasSize(2);
                }
                if (snapshot != null) {
                    ListProbe.check(snapshot);
                    same(snapshot, before);
                }
                if (open != null) {
                    assertThat(open.next()).isSameAs(before.get(0));
                }
                list.add(new Item(fuse, -1));
                list.add(0, new Item(fuse, -1));
                ListProbe.check(list);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("reads")
    void readsThatThrowHarmNothing(Operation operation) {
        Fuse fuse = new Fuse();
        List<List<Item>> lists = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            lists.add(list(kind, fuse));
        }
        lists.add(PersistentList.copyOf(list(Kind.RELAXED, fuse)));
        lists.add(list(Kind.OWN, fuse).subList(0, SIZE));
        for (List<Item> list : lists) {
            List<Item> before = new ArrayList<>(list);
            int calls = 0;
            while (burns(operation, list, fuse, calls)) {
                calls += step(calls);
                same(list, before);
            }
            assertThat(calls).isPositive();
            ListProbe.check(list);
        }
    }

    /** A walk that a read left behind when it threw must not cost more than one path. */
    @ParameterizedTest
    @MethodSource("reads")
    void readsThatThrowLeaveNoWalkOpen(Operation operation) {
        Fuse fuse = new Fuse();
        CowList<Item> list = new CowList<>();
        items(fuse, 0, SIZE).forEach(list::add);
        for (int i = 0; i < SIZE; i += ListProbe.LEAF) {
            Item unused = list.set(i, new Item(fuse, i));
        }
        long copied = list.nodesCopied();
        boolean copies = List.of("stream", "forEachRemaining", "diff").contains(operation.name);
        assertThat(burns(operation, list, fuse, 1)).isTrue();
        for (int i = 0; i < 3; i++) {
            Item unused = list.set(1, new Item(fuse, 1));
        }
        assertThat(list.nodesCopied() - copied).isLessThanOrEqualTo(copies ? 1 + ListProbe.height(list) : 0);
    }

    @ParameterizedTest
    @MethodSource("persistentWrites")
    void persistentWritesThatThrow(Operation operation) {
        Fuse fuse = new Fuse();
        PersistentList<Item> list = PersistentList.copyOf(items(fuse, 0, SIZE)).plus(new Item(fuse, SIZE));
        List<Item> before = new ArrayList<>(list);
        int calls = 0;
        while (burns(operation, list, fuse, calls)) {
            calls += step(calls);
            ListProbe.check(list);
            same(list, before);
        }
        assertThat(calls).isPositive();
        PersistentList<Item> longer = list.plus(new Item(fuse, -1));
        ListProbe.check(longer);
        assertThat(longer.get(SIZE + 1).number()).isEqualTo(-1);
    }

    static Stream<Operation> persistentWrites() {
        return Stream.of(
                new Operation("plusAll", (list, fuse) -> persistent(list).plusAll(fuse.burning(items(fuse, 0, 9)))),
                new Operation(
                        "plusAll of an iterable",
                        (list, fuse) -> persistent(list).plusAll(burning(fuse, items(fuse, 0, 9)))),
                new Operation(
                        "plusAll inside",
                        (list, fuse) -> persistent(list).plusAll(3, burning(fuse, items(fuse, 0, 9)))),
                new Operation("minus", (list, fuse) -> persistent(list).minus(new Item(fuse, SIZE))),
                new Operation("minusAll", (list, fuse) -> persistent(list).minusAll(fuse.burning(items(fuse, 0, 9)))),
                new Operation("copyOf", (list, fuse) -> PersistentList.copyOf(burning(fuse, list))),
                new Operation(
                        "patch",
                        (list, fuse) -> persistent(list)
                                .patch(Stream.<ListChange<Item>>of(
                                                new ListChange.Changed<>(2, list.get(2), new Item(fuse, -1)),
                                                new ListChange.Added<>(list.size(), new Item(fuse, -1)),
                                                new ListChange.Added<>(4, new Item(fuse, -1)),
                                                new ListChange.Removed<>(9, list.get(8)))
                                        .map(fuse::burning))));
    }

    private static <T> Iterable<T> burning(Fuse fuse, List<T> elements) {
        return () -> {
            Iterator<T> all = fuse.burning(elements).iterator();
            return all;
        };
    }

    private static PersistentList<Item> persistent(List<Item> list) {
        return (PersistentList<Item>) list;
    }

    private static boolean burns(Operation operation, List<Item> list, Fuse fuse, int calls) {
        fuse.light(calls);
        try {
            operation.run.accept(list, fuse);
            return false;
        } catch (Fuse.Boom expected) {
            return true;
        } finally {
            fuse.putOut();
        }
    }

    private static void same(List<Item> list, List<Item> before) {
        assertThat(list.size()).isEqualTo(before.size());
        for (int i = 0; i < before.size(); i++) {
            if (list.get(i) != before.get(i)) {
                assertThat(list.get(i)).as("element %s", i).isSameAs(before.get(i));
            }
        }
    }
}
