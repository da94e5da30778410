package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import dev.holstein.list.contract.ListCase.Past;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every list that can be written does, in every size and with every past: as {@link ArrayList} does. */
abstract class WriteContract extends ReadContract {
    private static final int LEAF = ListProbe.LEAF;
    private static final Integer NEW = -2;
    private static final Comparator<Integer> NULLS_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    /** Elements around those of a range. */
    private static final List<Integer> BEFORE = Collections.nCopies(LEAF + 3, -3);

    private static final List<Integer> AFTER = Collections.nCopies(LEAF / 2 + 1, -4);

    abstract List<Integer> empty();

    abstract PersistentList<Integer> frozen(List<Integer> list);

    abstract List<Integer> copied(List<Integer> list);

    @Override
    final List<Integer> make(List<Integer> elements, Past past) {
        List<Integer> list = empty();
        switch (past) {
            case FRESH -> list.addAll(elements);
            case STEPWISE -> elements.forEach(list::add);
            case SHARED -> {
                list.addAll(elements);
                keep(frozen(list));
                keep(copied(list));
            }
            case ITERATED -> {
                list.addAll(elements);
                beginToWalk(list);
                beginToWalk(list.subList(0, list.size() / 2));
            }
            case EDITED -> addLater(list, elements);
            case RANGE -> {
                list.addAll(BEFORE);
                list.addAll(elements);
                list.addAll(AFTER);
                return list.subList(BEFORE.size(), BEFORE.size() + elements.size());
            }
        }
        return list;
    }

    private static void addLater(List<Integer> list, List<Integer> elements) {
        int every = 1 + elements.size() / 50;
        for (int i = 0; i < elements.size(); i++) {
            if (i % every != 0) {
                list.add(elements.get(i));
            }
        }
        for (int i = 0; i < elements.size(); i += every) {
            list.add(i, elements.get(i));
        }
    }

    /** A list of a case and its twin. */
    private record Pair(List<Integer> list, List<Integer> twin) {
        void bothAre() {
            ListProbe.check(list);
            assertThat(list.size()).isEqualTo(twin.size());
            assertThat(list.toArray()).isEqualTo(twin.toArray());
        }

        void both(Consumer<List<Integer>> write) {
            write.accept(list);
            write.accept(twin);
            bothAre();
        }
    }

    private Pair pair(ListCase listCase) {
        return new Pair(make(listCase), listCase.elements());
    }

    // ---- one element
    // ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("cases")
    void writesAtEachPlace(ListCase listCase) {
        Pair pair = pair(listCase);
        for (int place : listCase.places()) {
            if (place < listCase.size()) {
                assertThat(pair.list.set(place, NEW)).isEqualTo(pair.twin.set(place, NEW));
                pair.bothAre();
                assertThat(pair.list.set(place, null)).isEqualTo(NEW);
                pair.twin.set(place, null);
                assertThat(pair.list.remove(place)).isEqualTo(pair.twin.remove(place));
                pair.bothAre();
            }
            pair.both(list -> list.add(place, place));
            pair.both(list -> list.add(place, null));
            assertThat(pair.list.remove(place)).isEqualTo(pair.twin.remove(place));
            if (place == listCase.size()) {
                assertThat(pair.list.remove(place)).isEqualTo(place);
                pair.twin.remove(place);
            }
            pair.bothAre();
        }
        assertThat(pair.list.add(NEW)).isTrue();
        pair.twin.add(NEW);
        pair.both(list -> list.add(null));
        for (Object each : Arrays.asList(null, NEW, "a string", listCase.size() - 1, listCase.size() / 2, 0)) {
            assertThat(pair.list.remove(each)).isEqualTo(pair.twin.remove(each));
            pair.bothAre();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesWritesOutOfBounds(ListCase listCase) {
        Pair pair = pair(listCase);
        int size = listCase.size();
        for (int index : new int[] {Integer.MIN_VALUE, -1, size, size + 1, Integer.MAX_VALUE}) {
            String message = "index " + index + " out of bounds for length " + size;
            refused(() -> pair.list.set(index, NEW), message);
            refused(() -> pair.list.remove(index), message);
            if (index != size) {
                String forPlace = "index " + index + " out of bounds for length ";
                refused(() -> pair.list.add(index, NEW), forPlace);
                refused(() -> pair.list.addAll(index, List.of()), forPlace);
                refused(() -> pair.list.addAll(index, List.of(NEW, NEW)), forPlace);
                refused(() -> pair.list.addAll(index, LONG), forPlace);
            }
        }
        pair.bothAre();
    }

    private static final PersistentList<Integer> LONG = PersistentList.copyOf(ListCase.elements(2 * LEAF + 1));

    private static void refused(Runnable write, String message) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(write::run)
                .withMessageStartingWith(message);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fillsAndEmptiesAtBothEnds(ListCase listCase) {
        Pair pair = pair(listCase);
        int steps = Math.min(listCase.size(), 3 * LEAF);
        for (int i = 0; i < steps; i++) {
            assertThat(pair.list.remove(0)).isEqualTo(pair.twin.remove(0));
        }
        pair.bothAre();
        for (int i = 0; i < steps; i++) {
            Integer element = i;
            pair.list.add(0, element);
            pair.twin.add(0, element);
        }
        pair.bothAre();
        for (int i = 0; i < steps; i++) {
            int last = pair.twin.size() - 1;
            assertThat(pair.list.remove(last)).isEqualTo(pair.twin.remove(last));
        }
        pair.bothAre();
        for (int i = 0; i < 2 * LEAF; i++) {
            Integer element = i;
            pair.list.add(element);
            pair.twin.add(element);
        }
        pair.bothAre();
    }

    // ---- many elements
    // --------------------------------------------------------------------------------------------------

    private static List<Collection<Integer>> manyElements() {
        return List.of(
                List.of(),
                Collections.singletonList(null),
                new ArrayList<>(ListCase.elements(LEAF + 1)),
                new LinkedHashSet<>(ListCase.elements(20)),
                PersistentList.of(1, 2, null),
                LONG,
                LONG.mutableCopy().subList(1, LONG.size() - 1));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void addsManyAtEachPlace(ListCase listCase) {
        for (Collection<Integer> added : manyElements()) {
            Pair pair = pair(listCase);
            assertThat(pair.list.addAll(added)).isEqualTo(!added.isEmpty());
            pair.twin.addAll(added);
            pair.bothAre();
            for (int place : listCase.places()) {
                assertThat(pair.list.addAll(place, added)).isEqualTo(pair.twin.addAll(place, added));
                pair.bothAre();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @SuppressWarnings("ModifyingCollectionWithItself") // that it is legal is the promise
    void addsItself(ListCase listCase) {
        Pair pair = pair(listCase);
        List<Integer> itself = listCase.elements();
        pair.list.addAll(pair.list);
        pair.twin.addAll(itself);
        pair.bothAre();
        int middle = listCase.size() / 2;
        List<Integer> twice = new ArrayList<>(pair.twin);
        pair.list.addAll(middle, pair.list.subList(0, pair.list.size()));
        pair.twin.addAll(middle, twice);
        pair.bothAre();
    }

    @ParameterizedTest
    @MethodSource("cases")
    @SuppressWarnings("ModifyingCollectionWithItself") // that it is legal is the promise
    void takesManyOut(ListCase listCase) {
        int size = listCase.size();
        Set<Integer> few = new HashSet<>(Arrays.asList(0, size / 2, size - 1));
        Pair pair = pair(listCase);
        assertThat(pair.list.removeIf(element -> false)).isFalse();
        assertThat(pair.list.removeAll(new ArrayList<>())).isFalse();
        assertThat(pair.list.removeIf(NEW::equals)).isFalse();
        assertThat(pair.list.retainAll(new HashSet<>(listCase.elements()))).isFalse();
        pair.bothAre();
        assertThat(pair.list.removeAll(few)).isEqualTo(pair.twin.removeAll(few));
        pair.bothAre();
        assertThat(pair.list.removeIf(element -> element == null))
                .isEqualTo(pair.twin.removeIf(element -> element == null));
        pair.bothAre();
        assertThat(pair.list.removeIf(element -> element % 3 != 0))
                .isEqualTo(pair.twin.removeIf(element -> element % 3 != 0));
        pair.bothAre();
        Set<Integer> early = new HashSet<>(ListCase.elements(size / 2));
        assertThat(pair.list.retainAll(early)).isEqualTo(pair.twin.retainAll(early));
        pair.bothAre();
        assertThat(pair.list.removeAll(pair.list)).isEqualTo(pair.twin.removeAll(new ArrayList<>(pair.twin)));
        pair.bothAre();
        assertThat(pair.list.isEmpty()).isTrue();
        assertThat(pair.list.retainAll(List.of())).isFalse();
        pair.both(list -> list.add(NEW));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void asksOnceForEachElementInOrder(ListCase listCase) {
        List<Integer> asked = new ArrayList<>();
        Pair pair = pair(listCase);
        pair.list.replaceAll(element -> {
            asked.add(element);
            return element;
        });
        assertThat(asked).isEqualTo(listCase.elements());
        asked.clear();
        boolean isChanged = pair.list.removeIf(element -> {
            asked.add(element);
            return element == null;
        });
        assertThat(isChanged).isEqualTo(listCase.elements().contains(null));
        assertThat(asked).isEqualTo(listCase.elements());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void replacesAll(ListCase listCase) {
        Pair pair = pair(listCase);
        pair.both(list -> list.replaceAll(element -> element));
        pair.both(list -> list.replaceAll(element -> element == null ? NEW : element));
        int middle = listCase.size() / 2;
        pair.both(list -> list.replaceAll(element -> element == middle ? null : element));
        pair.both(list -> list.replaceAll(element -> element == null ? 0 : -element));
        pair.both(list -> list.replaceAll(element -> null));
        pair.both(list -> list.add(NEW));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sorts(ListCase listCase) {
        Pair pair = pair(listCase);
        if (listCase.elements().contains(null)) {
            assertThatNullPointerException().isThrownBy(() -> pair.list.sort(null));
            pair.bothAre();
        }
        pair.both(list -> list.sort(NULLS_FIRST));
        pair.both(list -> list.sort(NULLS_FIRST.reversed()));
        pair.both(list -> list.sort(Comparator.comparing(element -> element == null ? 7 : element * 7_919L % 1_009)));
        pair.both(list -> list.sort(NULLS_FIRST));
        // stable: equal elements stay in their order
        pair.both(list -> list.sort(Comparator.comparing(element -> element == null ? 0 : element % 10)));
        pair.both(list -> list.removeIf(element -> element == null));
        pair.both(list -> list.sort(null));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void becomesEmptyAndIsFilledAgain(ListCase listCase) {
        Pair pair = pair(listCase);
        pair.both(List::clear);
        pair.both(List::clear);
        pair.both(list -> list.add(NEW));
        pair.both(list -> list.addAll(0, ListCase.elements(3 * LEAF)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesNullArguments(ListCase listCase) {
        Pair pair = pair(listCase);
        List<Integer> list = pair.list;
        assertThatNullPointerException().isThrownBy(() -> list.addAll(null)).withMessage("elements is null");
        assertThatNullPointerException().isThrownBy(() -> list.addAll(0, null)).withMessage("elements is null");
        assertThatNullPointerException().isThrownBy(() -> list.removeAll(null)).withMessage("elements is null");
        assertThatNullPointerException().isThrownBy(() -> list.retainAll(null)).withMessage("elements is null");
        assertThatNullPointerException().isThrownBy(() -> list.removeIf(null)).withMessage("filter is null");
        assertThatNullPointerException().isThrownBy(() -> list.replaceAll(null)).withMessage("operator is null");
        pair.bothAre();
    }
}
