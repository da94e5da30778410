package dev.holstein.list.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.ListSplit;
import dev.holstein.list.PersistentList;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lists keep alive: the elements that they show, and no others, with the one exception that their documentation names. */
class ListRetentionTest {
    private static final int LEAF = ListProbe.LEAF;
    private static final int SIZE = 6 * LEAF + LEAF / 2;
    private static final int PATIENCE_MILLIS = 5_000;

    /** Elements that nobody knows but the lists; those at and after an index are watched. */
    private static final class Watched {
        final List<WeakReference<Object>> references = new ArrayList<>();

        Object[] elements(int size) {
            Object[] elements = new Object[size];
            for (int i = 0; i < size; i++) {
                elements[i] = new Object();
                references.add(new WeakReference<>(elements[i]));
            }
            return elements;
        }

        /** Waits until as many are alive as a list shows. */
        long becomes(long expected) {
            long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
            long alive;
            do {
                alive = alive();
            } while (alive > expected && System.nanoTime() < end);
            return alive;
        }

        long alive() {
            System.gc();
            return references.stream()
                    .filter(reference -> !reference.refersTo(null))
                    .count();
        }
    }

    private record Write(String name, int size, Consumer<List<Object>> write) {
        @Override
        public String toString() {
            return name + " of " + size;
        }
    }

    static Stream<Write> writes() {
        return Stream.of(LEAF - 1, 2 * LEAF, SIZE)
                .flatMap(size -> Stream.of(
                        new Write("set", size, list -> list.set(1, null)),
                        new Write("set of the last", size, list -> list.set(list.size() - 1, null)),
                        new Write("remove", size, list -> list.remove(1)),
                        new Write("remove of the first", size, list -> list.remove(0)),
                        new Write("remove of the last", size, list -> list.remove(list.size() - 1)),
                        new Write("remove of many of the last", size, list -> {
                            for (int i = size / 2; i > 0; i--) {
                                list.remove(list.size() - 1);
                            }
                        }),
                        new Write("remove of many of the first", size, list -> {
                            for (int i = size / 2; i > 0; i--) {
                                list.remove(0);
                            }
                        }),
                        new Write("remove by element", size, list -> list.remove(list.get(2))),
                        new Write("removeIf of one", size, list -> {
                            Object gone = list.get(size / 2);
                            list.removeIf(each -> each == gone);
                        }),
                        new Write("removeIf of many", size, list -> {
                            int[] i = {0};
                            list.removeIf(each -> i[0]++ % 3 != 0);
                        }),
                        new Write("removeAll", size, list -> list.removeAll(Set.copyOf(list.subList(1, size / 2)))),
                        new Write("retainAll", size, list -> list.retainAll(Set.copyOf(list.subList(1, size / 2)))),
                        new Write("replaceAll", size, list -> {
                            int[] i = {0};
                            list.replaceAll(each -> i[0]++ % 3 == 0 ? null : each);
                        }),
                        new Write("clear", size, List::clear),
                        new Write(
                                "clear of a range",
                                size,
                                list -> list.subList(1, size - 1).clear()),
                        new Write(
                                "clear of the end",
                                size,
                                list -> list.subList(size / 2, size).clear()),
                        new Write(
                                "clear of the beginning",
                                size,
                                list -> list.subList(0, size / 2).clear())));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void whatIsTakenOutOfAListOfOneThreadGoes(Write write) {
        Watched watched = new Watched();
        CowList<Object> list = new CowList<>();
        list.addAll(List.of(watched.elements(write.size)));
        assertThat(shown(list)).as("an iterator that has finished").isEqualTo(write.size);
        write.write.accept(list);
        assertThat(watched.becomes(shown(list))).isEqualTo(shown(list));
        Reference.reachabilityFence(list);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void whatIsTakenOutOfASharedListGoesWithTheLastSnapshot(Write write) {
        Watched watched = new Watched();
        CowList<Object> list = CowList.of(watched.elements(write.size));
        PersistentList<Object> snapshot = list.snapshot();
        Iterator<Object> unfinished = list.iterator();
        assertThat(unfinished.hasNext()).isTrue();
        write.write.accept(list);
        assertThat(watched.becomes(write.size)).isEqualTo(write.size);
        assertThat(shown(snapshot)).isEqualTo(write.size);
        snapshot = null;
        unfinished = null;
        assertThat(watched.becomes(shown(list))).isEqualTo(shown(list));
        Reference.reachabilityFence(list);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void whatIsTakenOutOfAConcurrentListGoes(Write write) {
        Watched watched = new Watched();
        ConcurrentList<Object> list = new ConcurrentList<>(watched.elements(write.size));
        write.write.accept(list);
        assertThat(watched.becomes(shown(list))).isEqualTo(shown(list));
        Reference.reachabilityFence(list);
    }

    private static long shown(List<?> list) {
        long shown = 0;
        for (Object each : list) {
            shown += each == null ? 0 : 1;
        }
        return shown;
    }

    private record Change(String name, UnaryOperator<PersistentList<Object>> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Change> changes() {
        return Stream.of(
                new Change("with", list -> list.with(3, null)),
                new Change("with of the last", list -> list.with(SIZE - 1, null)),
                new Change("minus", list -> list.minus(3)),
                new Change("minus of the last", list -> list.minus(SIZE - 1)),
                new Change("minus by element", list -> list.minus(list.get(LEAF))),
                new Change("minusAll", list -> list.minusAll(Set.copyOf(list.subList(3, 2 * LEAF)))),
                new Change("slice inside a leaf", list -> list.slice(3, 5)),
                new Change("slice inside the tail", list -> list.slice(6 * LEAF + 1, SIZE)),
                new Change("slice of the tail", list -> list.slice(6 * LEAF, SIZE)),
                new Change("slice over a border", list -> list.slice(LEAF - 1, LEAF + 1)),
                new Change("slice of leaves", list -> list.slice(LEAF, 4 * LEAF)),
                new Change("slice of more than leaves", list -> list.slice(LEAF - 1, 4 * LEAF + 1)),
                new Change("the first", list -> list.slice(0, 3 * LEAF + 1)),
                new Change("the last", list -> list.slice(3 * LEAF + 1, SIZE)),
                new Change("before a place", list -> list.split(2 * LEAF - 1).before()),
                new Change("after a place", list -> list.split(2 * LEAF - 1).after()),
                new Change("parts put together", list -> {
                    ListSplit<Object> split = list.split(2 * LEAF - 1);
                    return split.after().concat(split.before().minus(3)).slice(5, SIZE - 7);
                }),
                new Change("slice of a slice", list -> list.slice(3, SIZE - 3).slice(3, SIZE - 9)),
                new Change("patch", list -> list.patch(PersistentList.diff(list, list.slice(LEAF, 3 * LEAF + 1)))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void versionsKeepOnlyTheirOwnElements(Change change) {
        Watched watched = new Watched();
        PersistentList<Object> list = PersistentList.of(watched.elements(SIZE));
        PersistentList<Object> changed = change.change.apply(list);
        ListProbe.check(changed);
        list = null;
        long shown = shown(changed);
        assertThat(shown).isLessThan(SIZE);
        assertThat(watched.becomes(shown)).isEqualTo(shown);
        Reference.reachabilityFence(changed);
    }

    /** The exception: the leaf at the end is shared by all versions that append into it. */
    @Test
    void whatPlusAppendedStaysWithTheLeafAtTheEnd() {
        Watched watched = new Watched();
        PersistentList<Object> list = PersistentList.of(watched.elements(SIZE)).plus(new Object());
        PersistentList<Object> longer = list;
        longer = plusEach(longer, watched.elements(LEAF));
        longer = null;
        long more = watched.alive() - SIZE;
        assertThat(more).isBetween(1L, (long) LEAF);
        PersistentList<Object> shorter = list.minus(list.size() - 1);
        list = null;
        assertThat(watched.becomes(SIZE)).as("a version with a leaf of its own").isEqualTo(SIZE);
        Reference.reachabilityFence(shorter);
    }

    private static PersistentList<Object> plusEach(PersistentList<Object> list, Object[] elements) {
        PersistentList<Object> longer = list;
        for (Object each : elements) {
            longer = longer.plus(each);
        }
        return longer;
    }

    @Test
    void iteratorsThatHaveFinishedKeepNothingThatWasTakenOut() {
        Watched watched = new Watched();
        CowList<Object> list = CowList.of(watched.elements(SIZE));
        ListIterator<Object> walk = list.listIterator();
        while (walk.hasNext()) {
            Object unused = walk.next();
            unused = null;
            if (walk.nextIndex() % 2 == 0) {
                walk.remove();
            }
        }
        walk = null;
        assertThat(watched.becomes(list.size())).isEqualTo(list.size());
        list.clear();
        assertThat(watched.becomes(0)).isZero();
        Reference.reachabilityFence(list);
    }

    @Test
    void aWorkingCopyThatIsDroppedKeepsNothing() {
        Watched watched = new Watched();
        ConcurrentList<Object> list = new ConcurrentList<>(watched.elements(SIZE));
        list.update(copy -> {
            copy.subList(LEAF, 4 * LEAF).clear();
            copy.set(2, null);
        });
        assertThat(watched.becomes(shown(list))).isEqualTo(shown(list));
        Reference.reachabilityFence(list);
    }
}
