package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ranges of lists that can be written: live, nested, and refused after foreign writes that added or removed elements. */
class SubListTest {
    private static final int LEAF = ListProbe.LEAF;
    private static final int SIZE = 5 * LEAF + 3;
    private static final int FROM = LEAF - 2;
    private static final int TO = 4 * LEAF + 1;

    static Stream<List<Integer>> lists() {
        return Stream.of(
                new CowList<>(ListCase.elements(SIZE)),
                PersistentList.copyOf(ListCase.elements(SIZE)).mutableCopy(),
                new ConcurrentList<>(ListCase.elements(SIZE)));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void writesThroughARangeShowInTheWhole(List<Integer> list) {
        List<Integer> twin = ListCase.elements(SIZE);
        List<Integer> range = list.subList(FROM, TO);
        List<Integer> twinRange = twin.subList(FROM, TO);
        for (Consumer<List<Integer>> write : structuralWrites().values()) {
            write.accept(range);
            write.accept(twinRange);
            ListProbe.check(range);
            assertThat(range).isEqualTo(twinRange);
            assertThat(list).isEqualTo(twin);
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aRangeSeesWhatIsSet(List<Integer> list) {
        List<Integer> range = list.subList(FROM, TO);
        list.set(FROM, -1);
        assertThat(range.get(0)).isEqualTo(-1);
        list.replaceAll(element -> 7);
        assertThat(range).containsOnly(7).hasSize(TO - FROM);
        range.set(1, 8);
        assertThat(list.get(FROM + 1)).isEqualTo(8);
        list.sort(null);
        assertThat(range.get(0)).isEqualTo(7);
        assertThat(list.get(SIZE - 1)).isEqualTo(8);
        range.replaceAll(element -> 9);
        assertThat(list.get(FROM - 1)).isEqualTo(7);
        assertThat(list.get(FROM)).isEqualTo(9);
        assertThat(list.get(TO - 1)).isEqualTo(9);
        assertThat(list.get(TO)).isEqualTo(7);
        ListProbe.check(range);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void boundsOfNestedRangesMoveTogether(List<Integer> list) {
        List<Integer> outer = list.subList(FROM, TO);
        List<Integer> middle = outer.subList(1, outer.size() - 1);
        List<Integer> inner = middle.subList(LEAF, LEAF + 2);
        inner.add(-1);
        inner.addAll(0, List.of(-2, -3));
        ListProbe.check(inner);
        assertThat(inner).startsWith(-2, -3).endsWith(-1).hasSize(5);
        assertThat(middle).hasSize(TO - FROM + 1);
        assertThat(outer).hasSize(TO - FROM + 3);
        assertThat(list).hasSize(SIZE + 3);
        assertThat(outer.get(outer.size() - 1))
                .isEqualTo(ListCase.elements(SIZE).get(TO - 1));
        inner.clear();
        assertThat(inner).isEmpty();
        inner.add(5);
        assertThat(middle.get(LEAF)).isEqualTo(5);
        assertThat(list).hasSize(SIZE - 1);
        outer.remove(0); // foreign to the ranges within
        assertRefused(inner);
        assertRefused(middle);
        assertThat(outer).hasSize(TO - FROM - 2);
        ListProbe.check(outer);
    }

    private static Map<String, Consumer<List<Integer>>> structuralWrites() {
        Map<String, Consumer<List<Integer>>> writes = new LinkedHashMap<>();
        writes.put("add", list -> list.add(-1));
        writes.put("add at", list -> list.add(list.size() / 2, -2));
        writes.put("addAll", list -> list.addAll(List.of(-3, -4)));
        writes.put("addAll at", list -> list.addAll(1, ListCase.elements(2 * LEAF)));
        writes.put("addAll shared", list -> list.addAll(1, PersistentList.copyOf(ListCase.elements(2 * LEAF))));
        writes.put("remove at", list -> list.remove(list.size() / 3));
        writes.put("remove", list -> list.remove((Object) (-1)));
        writes.put("remove null", list -> list.remove(null));
        writes.put("removeAll", list -> list.removeAll(new ArrayList<>(List.of(5, 6, LEAF + 5))));
        writes.put("removeIf", list -> list.removeIf(element -> element != null && element % 5 == 0));
        writes.put("clear of a range", list -> list.subList(2, 9).clear());
        writes.put("retainAll", list -> list.retainAll(new ArrayList<>(list.subList(0, list.size() / 2))));
        writes.put("clear", List::clear);
        writes.put("addAll again", list -> list.addAll(ListCase.elements(LEAF)));
        return writes;
    }

    @ParameterizedTest
    @MethodSource("lists")
    void foreignWritesThatAddOrRemoveRefuseARange(List<Integer> list) {
        structuralWrites().forEach((name, write) -> {
            if (list.size() < 20) {
                list.addAll(ListCase.elements(SIZE));
            }
            List<Integer> range = list.subList(3, 12);
            List<Integer> nested = range.subList(1, 2);
            int before = list.size();
            write.accept(list);
            assertThat(list.size()).as(name).isNotEqualTo(before);
            assertRefused(range);
            assertRefused(nested);
        });
        ListProbe.check(list);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void rangesOfSiblingsRefuseEachOther(List<Integer> list) {
        List<Integer> left = list.subList(0, LEAF);
        List<Integer> right = list.subList(LEAF, SIZE);
        left.set(0, -1);
        assertThat(right.get(0)).isEqualTo(ListCase.elements(SIZE).get(LEAF));
        left.add(-2);
        assertRefused(right);
        assertThat(left).endsWith(-2);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void writesWithoutEffectRefuseNothing(List<Integer> list) {
        List<Integer> range = list.subList(FROM, TO);
        list.removeIf(element -> false);
        list.remove((Object) (-77));
        list.addAll(List.of());
        list.addAll(3, List.of());
        list.removeAll(new ArrayList<>());
        list.retainAll(new ArrayList<>(list));
        list.subList(4, 4).clear();
        assertThat(range).isEqualTo(ListCase.elements(SIZE).subList(FROM, TO));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> list.add(SIZE + 1, 0));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> list.removeIf(element -> Math.floorMod(1, 0) == element));
        assertThat(range).hasSize(TO - FROM);
    }

    /** Each method of a refused range says so, and nothing changes; a new range is as good as ever. */
    private static void assertRefused(List<Integer> range) {
        for (Function<List<Integer>, Object> call : reads()) {
            assertRefused(() -> assertThat(call.apply(range)).isNull());
        }
        for (Consumer<List<Integer>> write : writes()) {
            assertRefused(() -> write.accept(range));
        }
        ListProbe.check(range);
    }

    private static void assertRefused(Runnable call) {
        assertThatExceptionOfType(ConcurrentModificationException.class)
                .isThrownBy(call::run)
                .withMessageContaining("snapshot()");
    }

    private static List<Function<List<Integer>, Object>> reads() {
        return List.of(
                List::size,
                List::isEmpty,
                list -> list.get(0),
                list -> list.contains(1),
                list -> list.indexOf(1),
                list -> list.lastIndexOf(1),
                list -> list.containsAll(List.of(1)),
                List::iterator,
                list -> list.listIterator(0),
                list -> list.subList(0, 0),
                List::toArray,
                list -> list.toArray(new Integer[0]),
                list -> list.stream().count(),
                List::hashCode,
                List::toString,
                list -> list.equals(List.of()),
                PersistentList::copyOf);
    }

    private static List<Consumer<List<Integer>>> writes() {
        return List.of(
                list -> list.forEach(element -> {}),
                list -> list.set(0, 1),
                list -> list.add(1),
                list -> list.add(0, 1),
                list -> list.remove(0),
                list -> list.remove((Object) 1),
                list -> list.addAll(List.of(1)),
                list -> list.addAll(0, List.of(1)),
                list -> list.removeIf(element -> true),
                list -> list.removeAll(List.of()),
                list -> list.retainAll(List.of()),
                list -> list.replaceAll(element -> 1),
                list -> list.sort(null),
                List::clear);
    }

    /** Writes of all kinds through ranges within ranges, and in between through the list, after which ranges are taken anew. */
    @ParameterizedTest
    @MethodSource("lists")
    void randomWritesThroughNestedRanges(List<Integer> list) {
        Random random = new Random(42);
        List<Integer> twin = ListCase.elements(SIZE);
        for (int round = 0; round < 60; round++) {
            List<List<Integer>> ours = new ArrayList<>(List.of(list));
            List<List<Integer>> theirs = new ArrayList<>(List.of(twin));
            for (int depth = 0; depth < 4; depth++) {
                int size = theirs.get(depth).size();
                int from = size == 0 ? 0 : random.nextInt(size / 3 + 1);
                int to = from + (size - from == 0 ? 0 : random.nextInt(size - from + 1));
                ours.add(ours.get(depth).subList(from, to));
                theirs.add(theirs.get(depth).subList(from, to));
            }
            for (int step = 0; step < 12; step++) {
                write(random.nextInt(1 << 20), ours.get(4), theirs.get(4));
                for (int depth = 0; depth <= 4; depth++) {
                    assertThat(ours.get(depth).size())
                            .isEqualTo(theirs.get(depth).size());
                }
            }
            ListProbe.check(list);
            for (int depth = 0; depth <= 4; depth++) {
                assertThat(ours.get(depth)).isEqualTo(theirs.get(depth));
            }
        }
    }

    private static void write(int seed, List<Integer> ours, List<Integer> theirs) {
        for (List<Integer> list : List.of(ours, theirs)) {
            Random random = new Random(seed);
            int size = list.size();
            int index = size == 0 ? 0 : random.nextInt(size);
            switch (size == 0 ? 0 : random.nextInt(9)) {
                case 0 -> list.addAll(index, ListCase.elements(random.nextInt(LEAF + 2)));
                case 1, 2 -> list.add(index, seed);
                case 3 -> list.add(seed);
                case 4 -> list.remove(index);
                case 5 -> list.set(index, seed);
                case 6 -> list.removeIf(element -> element != null && element % 17 == seed % 17);
                case 7 ->
                    list.subList(index, Math.min(size, index + random.nextInt(LEAF)))
                            .clear();
                default -> list.replaceAll(element -> element == null ? seed : element);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void iteratorsOfRangesWalkTheRange(List<Integer> list) {
        List<Integer> expected = ListCase.elements(SIZE).subList(FROM, TO);
        List<Integer> range = list.subList(FROM, TO);
        ListIterator<Integer> walk = range.listIterator(range.size());
        list.clear();
        List<Integer> walked = new ArrayList<>();
        while (walk.hasPrevious()) {
            walked.add(0, walk.previous());
        }
        assertThat(walked).isEqualTo(expected);
    }
}
