package dev.holstein.list.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * User code that comes back to the list in the midst of a write: writes are refused and change nothing; reads, snapshots and iterators
 * see the version before, for ever, and the write is right afterwards. And collections that lie about themselves.
 */
class ListReentryTest {
    private static final int SIZE = ListProbe.FLAT + ListProbe.LEAF + 5;

    private static Integer[] numbers() {
        Integer[] numbers = new Integer[SIZE];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    private static CowList<Object> owned() {
        CowList<Object> list = new CowList<>();
        for (Object each : numbers()) {
            list.add(each);
        }
        return list;
    }

    static Stream<Named<List<Object>>> named() {
        List<String> names = List.of("own", "copy", "copied", "relaxed", "small", "concurrent", "small concurrent");
        List<List<Object>> lists = lists().toList();
        return IntStream.range(0, lists.size()).mapToObj(i -> Named.of(names.get(i), lists.get(i)));
    }

    private static Stream<List<Object>> lists() {
        CowList<Object> shared = owned();
        CowList<Object> relaxed = owned();
        relaxed.add(SIZE / 2, relaxed.remove(SIZE / 2));
        CowList<Object> small = new CowList<>();
        IntStream.range(0, 12).forEach(small::add);
        return Stream.of(
                owned(),
                shared.copy(),
                shared,
                relaxed,
                small,
                new ConcurrentList<>(owned()),
                new ConcurrentList<>(small));
    }

    private record Write(String name, BiConsumer<List<Object>, Runnable> run) {}

    private static <T> T after(Runnable inner, T answer) {
        inner.run();
        return answer;
    }

    /** An element that does something when it is compared. */
    private static Object asking(Runnable inner, int number) {
        return new Object() {
            @Override
            public boolean equals(Object other) {
                return after(inner, Integer.valueOf(number).equals(other));
            }

            @Override
            public int hashCode() {
                return number;
            }
        };
    }

    /** A collection that does something when it is asked for an element. */
    private static Collection<Object> asking(Runnable inner, List<Object> elements) {
        return new AbstractList<>() {
            @Override
            public Object get(int index) {
                return elements.get(index);
            }

            @Override
            public int size() {
                return elements.size();
            }

            @Override
            public boolean contains(Object element) {
                return after(inner, elements.contains(element));
            }
        };
    }

    private static int number(Object element) {
        return (Integer) element;
    }

    private static final List<Write> WRITES = List.of(
            new Write("removeIf", (list, inner) -> list.removeIf(each -> after(inner, number(each) % 3 == 0))),
            new Write("removeIf of one", (list, inner) -> list.removeIf(each -> after(inner, number(each) == 7))),
            new Write(
                    "removeIf of a range",
                    (list, inner) ->
                            list.subList(1, list.size() - 1).removeIf(each -> after(inner, number(each) % 3 == 0))),
            new Write("replaceAll", (list, inner) -> list.replaceAll(each -> after(inner, number(each) + 1))),
            new Write("sort", (list, inner) -> list.sort((a, b) -> after(inner, number(b) - number(a)))),
            new Write("remove", (list, inner) -> list.remove(asking(inner, 9))),
            new Write("removeAll", (list, inner) -> list.removeAll(asking(inner, List.of(3, 8)))),
            new Write("retainAll", (list, inner) -> list.retainAll(asking(inner, List.of(3, 8)))),
            new Write("addAllAbsent", (list, inner) -> {
                if (list instanceof ConcurrentList<Object> concurrent) {
                    concurrent.addAllAbsent(List.of(asking(inner, 3), asking(inner, -8)));
                } else {
                    list.removeIf(each -> after(inner, number(each) == 4));
                }
            }),
            new Write("update", (list, inner) -> {
                if (list instanceof ConcurrentList<Object> concurrent) {
                    concurrent.update(copy -> copy.set(3, after(inner, -3)));
                } else {
                    list.replaceAll(each -> after(inner, number(each) == 4 ? Integer.valueOf(-4) : each));
                }
            }));

    private static final List<Consumer<List<Object>>> INNER_WRITES = List.of(
            list -> list.add("inner"),
            list -> list.add(2, "inner"),
            list -> list.set(1, "inner"),
            list -> list.remove(1),
            list -> list.remove((Object) 1),
            list -> list.addAll(List.of("inner")),
            list -> list.addAll(1, List.of("inner")),
            list -> list.removeIf(each -> true),
            list -> list.replaceAll(each -> "inner"),
            list -> list.sort((a, b) -> 1),
            List::clear,
            list -> list.subList(1, 3).clear(),
            list -> list.subList(1, 3).set(0, "inner"),
            list -> list.subList(1, 3).add("inner"),
            list -> {
                if (list instanceof CowList<Object> cow) {
                    Iterator<Object> iterator = cow.iterator();
                    Object unused = iterator.next();
                    iterator.remove();
                } else {
                    ((ConcurrentList<Object>) list).update(copy -> copy.clear());
                }
            },
            list -> {
                if (list instanceof ConcurrentList<Object> concurrent) {
                    concurrent.compareAndSet(concurrent.snapshot(), PersistentList.empty());
                } else {
                    list.listIterator().add("inner");
                }
            });

    @ParameterizedTest
    @MethodSource("named")
    void writesFromInsideAreRefused(List<Object> list) {
        List<Object> before = new ArrayList<>(list);
        for (Write write : WRITES) {
            for (Consumer<List<Object>> inner : INNER_WRITES) {
                assertThatIllegalStateException()
                        .as(write.name)
                        .isThrownBy(() -> write.run.accept(list, () -> inner.accept(list)))
                        .withMessageContaining("recursive update");
                ListProbe.check(list);
                assertThat(list.toArray()).isEqualTo(before.toArray());
            }
        }
    }

    /** A write that is refused inside and caught there does not disturb the one around it. */
    @ParameterizedTest
    @MethodSource("named")
    void readsFromInsideSeeTheVersionBefore(List<Object> list) {
        for (Write write : WRITES) {
            List<Object> before = new ArrayList<>(list);
            List<Object> subject =
                    list instanceof CowList<Object> cow ? cow.copy() : ((ConcurrentList<Object>) list).clone();
            for (int i = 0; i < before.size(); i += 50) {
                Object unused = subject.set(i, subject.set(i, -1)); // own leaves, edited in place
            }
            List<PersistentList<Object>> snapshots = new ArrayList<>();
            List<Iterator<Object>> iterators = new ArrayList<>();
            int[] calls = {0};
            write.run.accept(subject, () -> {
                if (calls[0]++ % 97 == 0) {
                    assertThat(subject.size()).isEqualTo(before.size());
                    assertThat(subject.get(before.size() / 2)).isEqualTo(before.get(before.size() / 2));
                    assertThatIllegalStateException().isThrownBy(() -> subject.add(1));
                    snapshots.add(
                            subject instanceof CowList<Object> cow
                                    ? cow.snapshot()
                                    : ((ConcurrentList<Object>) subject).snapshot());
                    iterators.add(subject.iterator());
                    iterators.add(subject.subList(1, 4).listIterator());
                }
            });
            if (subject instanceof ConcurrentList<Object>) {
                ConcurrentList<Object> plain = new ConcurrentList<>(before);
                write.run.accept(plain, () -> {});
                assertThat(subject.toArray()).as(write.name).hasSameSizeAs(plain.toArray());
            } else {
                CowList<Object> plain = new CowList<>(before);
                write.run.accept(plain, () -> {});
                assertThat(subject.toArray()).as(write.name).isEqualTo(plain.toArray());
            }
            for (int i = 0; i < 5; i++) {
                subject.add(-5);
                Object unused = subject.set(i, -6);
            }
            ListProbe.check(subject);
            assertThat(snapshots).isNotEmpty();
            for (PersistentList<Object> snapshot : snapshots) {
                ListProbe.check(snapshot);
                assertThat(snapshot.toArray()).isEqualTo(before.toArray());
            }
            for (int i = 0; i < iterators.size(); i++) {
                List<Object> seen = new ArrayList<>();
                iterators.get(i).forEachRemaining(seen::add);
                assertThat(seen).isEqualTo(i % 2 == 0 ? before : before.subList(1, 4));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("named")
    void readsThatWrite(List<Object> list) {
        List<Object> before = new ArrayList<>(list);
        List<Object> seen = new ArrayList<>();
        list.forEach(each -> {
            seen.add(each);
            list.add(0, -1);
            Object unused = list.set(list.size() - 1, -2);
            unused = list.remove(list.size() / 2);
        });
        assertThat(seen).isEqualTo(before);
        ListProbe.check(list);
        List<Object> present = new ArrayList<>(list);
        assertThat(list.indexOf(asking(() -> list.add(0, -9), 999_999))).isEqualTo(-1);
        assertThat(list).hasSize(2 * present.size());
        ListProbe.check(list);
    }

    /** A collection that shows one size and has another, or an array of its own. */
    private static Collection<Object> lying(int size, Object... elements) {
        return new AbstractList<>() {
            @Override
            public Object get(int index) {
                return elements[index];
            }

            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Object> iterator() {
                return Arrays.asList(elements).iterator();
            }

            @Override
            public Object[] toArray() {
                return elements;
            }
        };
    }

    @ParameterizedTest
    @MethodSource("named")
    void collectionsThatLie(List<Object> list) {
        List<Object> expected = new ArrayList<>(list);
        Object[] kept = {1, 2, 3};
        for (int size : new int[] {0, 1, 100, -1, Integer.MAX_VALUE}) {
            assertThat(list.addAll(lying(size, kept))).isTrue();
            assertThat(list.addAll(2, lying(size, kept))).isTrue();
            expected.addAll(List.of(1, 2, 3));
            expected.addAll(2, List.of(1, 2, 3));
        }
        assertThat(list.addAll(lying(7))).isFalse();
        Arrays.fill(kept, "written later");
        ListProbe.check(list);
        assertThat(list.toArray()).isEqualTo(expected.toArray());
        assertThat(new CowList<>(lying(5, 1, 2)).toArray()).containsExactly(1, 2);
        assertThat(PersistentList.copyOf(lying(0, 1, 2)).toArray()).containsExactly(1, 2);
        assertThat(PersistentList.empty().plusAll(lying(-3, 1, 2)).toArray()).containsExactly(1, 2);
        Integer[] typed = {1, 2};
        CowList<Object> ofTyped = new CowList<>(lying(2, (Object[]) typed));
        ofTyped.add("no integer");
        assertThat(ofTyped.set(0, "nor this")).isEqualTo(1);
        assertThatThrownBy(() -> list.addAll(lying(2, (Object[]) null))).isInstanceOf(NullPointerException.class);
        assertThat(list.toArray()).isEqualTo(expected.toArray());
        list.add(1);
    }

    @Test
    void aListAsItsOwnArgument() {
        for (List<Object> list : lists().toList()) {
            int size = list.size();
            List<Object> itself = list;
            assertThat(list.addAll(1, itself)).isTrue();
            assertThat(list.addAll(list.subList(0, size))).isTrue();
            assertThat(list).hasSize(3 * size);
            ListProbe.check(list);
            assertThat(list.retainAll(itself)).isFalse();
            assertThat(list.containsAll(list.subList(0, 3))).isTrue();
            assertThat(list.removeAll(list.subList(0, 2 * size))).isTrue();
            assertThat(list).isEmpty();
            ListProbe.check(list);
        }
    }
}
