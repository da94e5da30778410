package dev.holstein.list.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.list.CowList;
import dev.holstein.list.ListChange;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Differences of large lists: exactly the changes that were made, found without looking at what is shared. */
class ListDiffTest {
    private static final int SIZE = 100_000;
    private static final int LEAF = ListProbe.LEAF;

    /** An element that counts how often it was compared. */
    private static final class Counted {
        static long calls;
        private final int number;

        Counted(int number) {
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            calls++;
            return other instanceof Counted counted && counted.number == number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    private static PersistentList<Counted> counted() {
        Counted[] elements = new Counted[SIZE];
        for (int i = 0; i < SIZE; i++) {
            elements[i] = new Counted(i);
        }
        return PersistentList.of(elements);
    }

    private static <E> List<ListChange<E>> steps(PersistentList<E> older, PersistentList<E> newer) {
        List<ListChange<E>> steps = PersistentList.<E>diff(older, newer).toList();
        assertThat(older.patch(steps.stream()).equals(newer)).isTrue();
        return steps;
    }

    /** So many comparisons as a leaf has on either side, and as many again for pairs that do not fit. */
    private static long comparisons(int changes) {
        return changes * 6L * LEAF;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 100})
    void setsAreTheirOwnDifference(int changes) {
        Random random = new Random(changes);
        PersistentList<Counted> older = counted();
        CowList<Counted> copy = older.mutableCopy();
        TreeMap<Integer, Counted> set = new TreeMap<>();
        while (set.size() < changes) {
            int at = random.nextInt(SIZE);
            set.put(at, new Counted(-1 - at));
            Counted unused = copy.set(at, set.get(at));
        }
        PersistentList<Counted> newer = copy.snapshot();
        Counted.calls = 0;
        List<ListChange<Counted>> steps =
                PersistentList.<Counted>diff(older, newer).toList();
        assertThat(Counted.calls).isLessThan(comparisons(changes));
        List<ListChange<Counted>> expected = new ArrayList<>();
        set.forEach((at, element) -> expected.add(new ListChange.Changed<>(at, older.get(at), element)));
        assertThat(steps).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 100})
    void removalsAreTheirOwnDifference(int changes) {
        Random random = new Random(changes);
        PersistentList<Counted> older = counted();
        Set<Integer> removed = new HashSet<>();
        while (removed.size() < changes) {
            removed.add(random.nextInt(SIZE));
        }
        CowList<Counted> copy = older.mutableCopy();
        removed.stream().sorted(Collections.reverseOrder()).forEach(at -> copy.remove((int) at));
        PersistentList<Counted> newer = copy.snapshot();
        Counted.calls = 0;
        List<ListChange<Counted>> steps =
                PersistentList.<Counted>diff(older, newer).toList();
        assertThat(Counted.calls).isLessThan(comparisons(changes));
        assertThat(steps)
                .hasSize(changes)
                .allMatch(step ->
                        step instanceof ListChange.Removed<Counted> gone && removed.contains(gone.element().number));
        assertThat(older.patch(steps.stream()).equals(newer)).isTrue();
        assertThat(steps(newer, older))
                .hasSize(changes)
                .allMatch(step -> step instanceof ListChange.Added<Counted> added
                        && added.index() == added.element().number
                        && removed.contains(added.index()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 100})
    void insertionsAreTheirOwnDifference(int changes) {
        Random random = new Random(changes);
        PersistentList<Counted> older = counted();
        CowList<Counted> copy = older.mutableCopy();
        for (int i = 0; i < changes; i++) {
            copy.add(random.nextInt(copy.size()), new Counted(-1 - i));
        }
        PersistentList<Counted> newer = copy.snapshot();
        Counted.calls = 0;
        List<ListChange<Counted>> steps =
                PersistentList.<Counted>diff(older, newer).toList();
        assertThat(Counted.calls).isLessThan(comparisons(changes));
        assertThat(steps)
                .hasSize(changes)
                .allMatch(step -> step instanceof ListChange.Added<Counted> added
                        && newer.get(added.index()) == added.element()
                        && added.element().number < 0);
        assertThat(older.patch(steps.stream()).equals(newer)).isTrue();
    }

    @Test
    void sharedNodesAreNeverLookedAt() {
        PersistentList<Counted> older = counted();
        Counted.calls = 0;
        assertThat(PersistentList.diff(older, older)).isEmpty();
        assertThat(PersistentList.diff(older, older.mutableCopy().snapshot())).isEmpty();
        assertThat(Counted.calls).isZero();
        assertThat(steps(older, older.plus(new Counted(-1)))).hasSize(1);
        assertThat(steps(older.plus(new Counted(-1)), older)).hasSize(1);
        Counted.calls = 0;
        assertThat(PersistentList.diff(older, older.subList(0, SIZE / 2))).hasSize(SIZE - SIZE / 2);
        assertThat(PersistentList.diff(older.subList(SIZE / 2, SIZE), older)).hasSize(SIZE / 2);
        assertThat(Counted.calls).isLessThan(comparisons(4));
    }

    /** What was moved is taken out at one place and put in at the other; what lies between is left closed. */
    @Test
    void blocksThatWereMoved() {
        PersistentList<Counted> older = counted();
        int block = 3 * LEAF;
        PersistentList<Counted> moved = older.subList(0, 50 * LEAF)
                .concat(older.subList(50 * LEAF + block, 90 * LEAF))
                .concat(older.subList(50 * LEAF, 50 * LEAF + block))
                .concat(older.subList(90 * LEAF, SIZE));
        ListProbe.check(moved);
        Counted.calls = 0;
        List<ListChange<Counted>> steps =
                PersistentList.<Counted>diff(older, moved).toList();
        assertThat(Counted.calls).isLessThan(comparisons(20));
        assertThat(steps).hasSize(2 * block);
        assertThat(older.patch(steps.stream()).equals(moved)).isTrue();
    }

    @Test
    void stepsAreFoundAsTheyAreAskedFor() {
        PersistentList<Counted> older = counted();
        CowList<Counted> copy = older.mutableCopy();
        for (int i = 0; i < SIZE; i += LEAF) {
            Counted unused = copy.set(i, new Counted(-1));
        }
        Counted.calls = 0;
        assertThat(PersistentList.<Counted>diff(older, copy.snapshot()).findFirst())
                .hasValueSatisfying(step -> assertThat(step.index()).isZero());
        assertThat(Counted.calls).isLessThan(SIZE / 10);
    }

    /** However different two lists are, each element is compared a bounded number of times. */
    @Test
    void unrelatedListsAreComparedInBoundedTime() {
        Random random = new Random(1);
        Counted[] one = new Counted[20_000];
        Counted[] other = new Counted[20_000];
        for (int i = 0; i < one.length; i++) {
            one[i] = new Counted(random.nextInt(1_000));
            other[i] = new Counted(random.nextInt(1_000));
        }
        Counted.calls = 0;
        List<ListChange<Counted>> unused = PersistentList.<Counted>diff(
                        PersistentList.of(one), PersistentList.of(other))
                .toList();
        assertThat(Counted.calls).isLessThan(40_000L * 130);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyTwoListsAreLedFromOneToTheOther(long seed) {
        Random random = new Random(seed);
        List<PersistentList<Integer>> lists = new ArrayList<>();
        lists.add(PersistentList.empty());
        int[] alphabets = {1, 2, 1_000_000};
        for (int alphabet : alphabets) {
            Integer[] elements = new Integer[random.nextInt(2 * LEAF) + 2];
            for (int i = 0; i < elements.length; i++) {
                elements[i] = random.nextInt(alphabet);
            }
            PersistentList<Integer> list = PersistentList.of(elements);
            lists.add(list);
            lists.add(list.concat(list));
            lists.add(list.plus(null));
            lists.add(list.plus(1).plus(2));
            lists.add(list.plus(1).plus(3));
            lists.add(list.subList(elements.length / 2, elements.length).concat(list.subList(0, elements.length / 2)));
            lists.add(list.reversed());
            lists.add(list.minusAll(Set.of(0)));
        }
        PersistentList<Integer> appended = PersistentList.<Integer>of(1).plus(2);
        lists.add(appended);
        lists.add(appended.plus(3));
        lists.add(appended.plus(4));
        lists.add(appended.plus(3).plus(4));
        for (PersistentList<Integer> older : lists) {
            for (PersistentList<Integer> newer : lists) {
                List<ListChange<Integer>> steps = steps(older, newer);
                assertThat(steps.size()).isLessThanOrEqualTo(older.size() + newer.size());
                assertThat(steps)
                        .noneMatch(step -> step instanceof ListChange.Changed<Integer> changed
                                && java.util.Objects.equals(changed.before(), changed.after()));
            }
        }
    }
}
