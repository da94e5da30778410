package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Iterators of a {@link CowList}: what they write, and what they make of the writes of others. */
class ListIteratorTest {
    private static final int LEAF = ListProbe.LEAF;
    private static final int FLAT = ListProbe.FLAT;

    private static CowList<Integer> numbers(int size) {
        CowList<Integer> list = new CowList<>();
        IntStream.range(0, size).forEach(list::add);
        return list;
    }

    // ---- beside ArrayList
    // -----------------------------------------------------------------------------------------------

    static Stream<Integer> sizes() {
        return Stream.of(0, 1, 3, LEAF, LEAF + 1, FLAT, FLAT + 1, FLAT + 3 * LEAF);
    }

    /** The list itself, a shared one, and a range. */
    @ParameterizedTest
    @MethodSource("sizes")
    void randomScriptsAsOfArrayList(int size) {
        for (long seed = 0; seed < 25; seed++) {
            List<Integer> elements = ListCase.elements(size);
            CowList<Integer> alone = new CowList<>();
            alone.addAll(elements);
            runScript(seed, alone, new ArrayList<>(elements));

            CowList<Integer> shared = new CowList<>(elements);
            PersistentList<Integer> snapshot = shared.snapshot();
            runScript(seed, shared, new ArrayList<>(elements));
            assertThat(snapshot).isEqualTo(elements);

            int from = size / 4;
            int to = size - size / 5;
            CowList<Integer> whole = new CowList<>(elements);
            List<Integer> twin = new ArrayList<>(elements);
            Iterator<Integer> open = whole.iterator();
            runScript(seed, whole.subList(from, to), twin.subList(from, to));
            assertThat(whole).isEqualTo(twin);
            List<Integer> walked = new ArrayList<>();
            open.forEachRemaining(walked::add);
            assertThat(walked).isEqualTo(elements);
        }
    }

    private static void runScript(long seed, List<Integer> list, List<Integer> twin) {
        Random random = new Random(seed);
        int start = random.nextInt(twin.size() + 1);
        ListIterator<Integer> walk = list.listIterator(start);
        ListIterator<Integer> expected = twin.listIterator(start);
        for (int step = 0; step < 120; step++) {
            step(random.nextInt(10), step, walk, expected);
            assertThat(walk.nextIndex()).isEqualTo(expected.nextIndex());
            assertThat(walk.previousIndex()).isEqualTo(expected.previousIndex());
            assertThat(walk.hasNext()).isEqualTo(expected.hasNext());
            assertThat(walk.hasPrevious()).isEqualTo(expected.hasPrevious());
            if (step % 10 == 0) {
                ListProbe.check(list);
                assertThat(list).as("seed %s step %s", seed, step).isEqualTo(twin);
            }
        }
        assertThat(list).as("seed %s", seed).isEqualTo(twin);
        ListProbe.check(list);
    }

    private static void step(int choice, int step, ListIterator<Integer> walk, ListIterator<Integer> expected) {
        switch (choice) {
            case 0, 1, 2 -> same(walk, expected, ListIterator::next);
            case 3, 4 -> same(walk, expected, ListIterator::previous);
            case 5 ->
                same(walk, expected, each -> {
                    each.set(step);
                    return null;
                });
            case 6 ->
                same(walk, expected, each -> {
                    each.remove();
                    return null;
                });
            case 7, 8 ->
                same(walk, expected, each -> {
                    each.add(-step);
                    return null;
                });
            default ->
                same(walk, expected, each -> {
                    each.add(null);
                    return each.previous();
                });
        }
    }

    private interface Call {
        Integer on(ListIterator<Integer> walk);
    }

    /** The same answer, or the same kind of refusal. */
    private static void same(ListIterator<Integer> walk, ListIterator<Integer> expected, Call call) {
        assertThat(outcome(walk, call)).isEqualTo(outcome(expected, call));
    }

    private static Object outcome(ListIterator<Integer> walk, Call call) {
        try {
            return String.valueOf(call.on(walk));
        } catch (RuntimeException refused) {
            return refused.getClass();
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void removesWhileWalking(int size) {
        for (int every : new int[] {1, 2, 3, LEAF}) {
            CowList<Integer> list = numbers(size);
            PersistentList<Integer> before = list.snapshot();
            List<Integer> twin = new ArrayList<>(list);
            Iterator<Integer> walk = list.iterator();
            while (walk.hasNext()) {
                if (walk.next() % every == 0) {
                    walk.remove();
                }
            }
            twin.removeIf(element -> element % every == 0);
            ListProbe.check(list);
            assertThat(list).isEqualTo(twin);
            assertThat(before).hasSize(size);
        }
    }

    /** The function of {@code forEachRemaining} may write by the iterator that calls it. */
    @ParameterizedTest
    @MethodSource("sizes")
    void writesFromForEachRemaining(int size) {
        CowList<Integer> list = numbers(size);
        List<Integer> asked = new ArrayList<>();
        ListIterator<Integer> walk = list.listIterator();
        walk.forEachRemaining(element -> {
            asked.add(element);
            if (element % 3 == 0) {
                walk.remove();
            } else if (element % 3 == 1) {
                walk.set(-element);
            } else {
                walk.add(1_000_000 + element);
            }
        });
        ListProbe.check(list);
        assertThat(asked).isEqualTo(numbers(size));
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (i % 3 == 1) {
                expected.add(-i);
            } else if (i % 3 == 2) {
                expected.addAll(List.of(i, 1_000_000 + i));
            }
        }
        assertThat(list).isEqualTo(expected);
    }

    @Test
    void refusesToWriteBeforeAnythingWasAnswered() {
        CowList<Integer> list = numbers(FLAT + 1);
        ListIterator<Integer> walk = list.listIterator(5);
        assertThatIllegalStateException().isThrownBy(walk::remove).withMessageContaining("next()");
        assertThatIllegalStateException().isThrownBy(() -> walk.set(1)).withMessageContaining("next()");
        walk.add(77);
        assertThatIllegalStateException().isThrownBy(walk::remove);
        assertThat(walk.previous()).isEqualTo(77);
        walk.remove();
        assertThatIllegalStateException().isThrownBy(walk::remove);
        assertThatIllegalStateException().isThrownBy(() -> walk.set(1));
        assertThat(list).isEqualTo(numbers(FLAT + 1));
        ListProbe.check(list);
    }

    // ---- foreign writes
    // -------------------------------------------------------------------------------------------------

    private static List<Consumer<List<Integer>>> foreignWrites() {
        return List.of(
                list -> list.add(-1),
                list -> list.add(0, -1),
                list -> list.set(0, -1),
                list -> list.set(list.size() - 1, -1),
                list -> list.remove(0),
                list -> list.remove(list.size() - 1),
                list -> list.subList(1, list.size() / 2).clear(),
                list -> list.addAll(3, numbers(2 * LEAF)),
                list -> list.replaceAll(element -> -element),
                list -> list.sort(java.util.Comparator.reverseOrder()),
                list -> list.removeIf(element -> element % 2 == 0),
                List::clear);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 1000, 5000})
    void anIteratorWalksItsVersionWhateverIsWritten(int size) {
        for (Consumer<List<Integer>> write : foreignWrites()) {
            CowList<Integer> list = numbers(size);
            List<Iterator<Integer>> walks = new ArrayList<>();
            for (int begun = 0; begun < size; begun += 1 + size / 8) {
                Iterator<Integer> walk = list.iterator();
                for (int i = 0; i < begun; i++) {
                    walk.next();
                }
                walks.add(walk);
            }
            ListIterator<Integer> back = list.listIterator(size);
            write.accept(list);
            write.accept(numbers(9)); // another list is another matter
            ListProbe.check(list);
            for (int i = 0; i < walks.size(); i++) {
                List<Integer> rest = new ArrayList<>();
                walks.get(i).forEachRemaining(rest::add);
                assertThat(rest).isEqualTo(numbers(size).subList(i * (1 + size / 8), size));
            }
            for (int i = size - 1; i >= 0; i--) {
                assertThat(back.previous()).isEqualTo(i);
            }
        }
    }

    /** The element is where the iterator saw it: the write is made there. Else nothing changes. */
    @ParameterizedTest
    @ValueSource(ints = {9, 1000, 5000})
    void writesOfAnIteratorAfterForeignOnes(int size) {
        for (Consumer<List<Integer>> foreign : foreignWrites()) {
            for (int at : new int[] {0, size / 2, size - 1}) {
                CowList<Integer> list = numbers(size);
                Iterator<Integer> walk = list.iterator();
                for (int i = 0; i < at; i++) {
                    walk.next();
                }
                Integer answered = walk.next();
                foreign.accept(list);
                List<Integer> before = new ArrayList<>(list);
                boolean isThere = at < before.size() && Objects.equals(before.get(at), answered);
                if (isThere) {
                    walk.remove();
                    before.remove(at);
                } else {
                    assertRefused(walk::remove);
                }
                ListProbe.check(list);
                assertThat(list).isEqualTo(before);
                List<Integer> rest = new ArrayList<>();
                walk.forEachRemaining(rest::add);
                assertThat(rest).isEqualTo(numbers(size).subList(at + 1, size));
            }
        }
    }

    private static void assertRefused(Runnable write) {
        assertThatExceptionOfType(ConcurrentModificationException.class)
                .isThrownBy(write::run)
                .withMessageContaining("nothing was changed");
    }

    @Test
    void setAndAddAfterForeignWrites() {
        CowList<Integer> list = numbers(FLAT + 9);
        ListIterator<Integer> walk = list.listIterator(4);
        walk.next();
        list.set(9, -9);
        walk.set(-4); // its element is where it was
        assertThat(list.get(4)).isEqualTo(-4);
        walk.add(44); // and so is the size
        assertThat(list.subList(3, 7)).containsExactly(3, -4, 44, 5);
        assertThat(walk.next()).isEqualTo(5);
        list.add(0, -1);
        List<Integer> before = new ArrayList<>(list);
        assertRefused(() -> walk.set(0));
        assertRefused(walk::remove);
        assertRefused(() -> walk.add(0));
        assertThat(list).isEqualTo(before);
        assertThat(walk.previous()).isEqualTo(5);
        assertThat(walk.previous()).isEqualTo(44);
        assertThat(walk.previous()).isEqualTo(-4);
        ListProbe.check(list);
    }

    @Test
    void twoIteratorsWriteInTurn() {
        CowList<Integer> list = numbers(FLAT + 9);
        ListIterator<Integer> front = list.listIterator();
        ListIterator<Integer> back = list.listIterator(list.size());
        front.next();
        front.set(-1);
        back.previous();
        back.set(-2);
        front.next();
        front.set(-3);
        assertThat(list).startsWith(-1, -3).endsWith(-2);
        front.remove();
        back.previous();
        assertRefused(back::remove);
        assertThat(list).startsWith(-1, 2).hasSize(FLAT + 8);
        ListProbe.check(list);
    }

    @Test
    void rangesRefuseTheWritesOfTheirIteratorsAfterForeignOnes() {
        CowList<Integer> list = numbers(FLAT + 9);
        List<Integer> range = list.subList(2, 20);
        Iterator<Integer> walk = range.iterator();
        walk.next();
        walk.remove();
        assertThat(walk.next()).isEqualTo(3);
        list.add(5);
        assertThatExceptionOfType(ConcurrentModificationException.class).isThrownBy(walk::remove);
        assertThat(walk.next()).isEqualTo(4);
        assertThat(list).hasSize(FLAT + 9).startsWith(0, 1, 3, 4);
    }

    // ---- loops that write
    // -----------------------------------------------------------------------------------------------

    @Test
    void loopsThatWriteToTheListEnd() {
        CowList<Integer> list = numbers(FLAT + 1);
        for (Integer element : list) {
            list.add(element);
            list.remove(0);
        }
        assertThat(list).isEqualTo(numbers(FLAT + 1));
        list.forEach(element -> {
            list.add(0, -element);
            list.removeIf(each -> each > element);
        });
        assertThat(list).hasSize(FLAT + 2);
        ListProbe.check(list);
        list.stream().forEach(element -> list.clear());
        assertThat(list).isEmpty();
    }

    @Test
    void functionsOfReadsMayWrite() {
        CowList<Object> list = new CowList<>(numbers(FLAT + 1));
        Object writes = new Object() {
            @Override
            public boolean equals(Object other) {
                list.add(0, "written");
                return false;
            }

            @Override
            public int hashCode() {
                list.clear();
                return 0;
            }

            @Override
            public String toString() {
                list.add("printed");
                return "writes";
            }
        };
        assertThat(list.indexOf(writes)).isEqualTo(-1);
        assertThat(list).hasSize(2 * FLAT + 2);
        assertThat(list.lastIndexOf(writes)).isEqualTo(-1);
        assertThat(list).hasSize(4 * FLAT + 4);
        list.clear();
        list.addAll(Arrays.asList(1, writes, 2));
        assertThat(list.toString()).isEqualTo("[1, writes, 2]");
        assertThat(list).hasSize(4);
        assertThat(list.hashCode()).isNotZero();
        assertThat(list).isEmpty();
        ListProbe.check(list);
    }

    // ---- the other faces
    // --------------------------------------------------------------------------------------------------

    @Test
    void iteratorsOfOtherFacesCannotWrite() {
        for (List<Integer> list : List.of(
                new ConcurrentList<>(numbers(FLAT + 1)), numbers(FLAT + 1).snapshot())) {
            for (List<Integer> each : List.of(list, list.subList(1, 9))) {
                ListIterator<Integer> walk = each.listIterator();
                walk.next();
                assertCannotWrite("remove", walk::remove);
                assertCannotWrite("set", () -> walk.set(1));
                assertCannotWrite("add", () -> walk.add(1));
                assertCannotWrite("remove", each.iterator()::remove);
            }
            assertThat(list).isEqualTo(numbers(FLAT + 1));
        }
    }

    private static void assertCannotWrite(String method, Runnable write) {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(write::run)
                .withMessageStartingWith(method + ": ");
    }

    @Test
    void concurrentIteratorsWalkTheirVersion() {
        ConcurrentList<Integer> list = new ConcurrentList<>(numbers(FLAT + 1));
        for (Consumer<List<Integer>> write : foreignWrites()) {
            List<Integer> before = new ArrayList<>(list);
            Iterator<Integer> walk = list.iterator();
            if (list.size() > 8) {
                write.accept(list);
            }
            ListProbe.check(list);
            List<Integer> walked = new ArrayList<>();
            walk.forEachRemaining(walked::add);
            assertThat(walked).isEqualTo(before);
        }
    }
}
