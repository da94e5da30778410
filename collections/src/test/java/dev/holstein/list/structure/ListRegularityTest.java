package dev.holstein.list.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where every element is found by the bits of its index, and where leaves are full. */
class ListRegularityTest {
    private static final int LEAF = ListProbe.LEAF;
    private static final int SIZE = Math.max(21 * LEAF + 3, 400);
    private static final List<Integer> NUMBERS = Arrays.asList(ListShape.numbers(SIZE));

    private record Built(String name, Supplier<List<Integer>> list) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static CowList<Integer> cow() {
        return new CowList<>(NUMBERS);
    }

    static Stream<Built> built() {
        return Stream.of(
                new Built("add", () -> NUMBERS.stream().collect(CowList.toCowList())),
                new Built("insert at the end", () -> {
                    CowList<Integer> list = new CowList<>();
                    NUMBERS.forEach(each -> list.add(list.size(), each));
                    return list;
                }),
                new Built("addAll", () -> {
                    CowList<Integer> list = new CowList<>();
                    for (int i = 0; i < SIZE; i += LEAF / 2 + 1) {
                        list.addAll(NUMBERS.subList(i, Math.min(SIZE, i + LEAF / 2 + 1)));
                    }
                    return list;
                }),
                new Built("addAll after a snapshot each", () -> {
                    CowList<Integer> list = new CowList<>();
                    for (int i = 0; i < SIZE; i += LEAF + 1) {
                        list.addAll(NUMBERS.subList(i, Math.min(SIZE, i + LEAF + 1)));
                        ListProbe.check(list.snapshot());
                    }
                    return list;
                }),
                new Built("constructor", ListRegularityTest::cow),
                new Built("sort", () -> {
                    CowList<Integer> list = relaxed();
                    list.sort(Comparator.reverseOrder());
                    list.sort(null);
                    return list;
                }),
                new Built("removeIf of many", () -> {
                    CowList<Integer> list = new CowList<>();
                    for (int i = 0; i < 2 * SIZE; i++) {
                        list.add(i % 2 == 0 ? i / 2 : -1);
                    }
                    list.removeIf(each -> each < 0);
                    return list;
                }),
                new Built("of", () -> PersistentList.of(ListShape.numbers(SIZE))),
                new Built("copyOf an iterable", () -> PersistentList.copyOf(NUMBERS::iterator)),
                new Built("copyOf a collection", () -> PersistentList.copyOf(NUMBERS)),
                new Built("plus", () -> {
                    PersistentList<Integer> list = PersistentList.empty();
                    for (Integer each : NUMBERS) {
                        list = list.plus(each);
                    }
                    return list;
                }),
                new Built("plusAll", () -> {
                    PersistentList<Integer> list = PersistentList.empty();
                    for (int i = 0; i < SIZE; i += LEAF) {
                        list = list.plusAll(NUMBERS.subList(i, Math.min(SIZE, i + LEAF)));
                    }
                    return list;
                }),
                new Built("concat of small", () -> {
                    PersistentList<Integer> list = PersistentList.empty();
                    for (int i = 0; i < SIZE; i += LEAF / 2) {
                        list = list.concat(PersistentList.copyOf(NUMBERS.subList(i, Math.min(SIZE, i + LEAF / 2))));
                    }
                    return list;
                }),
                new Built(
                        "reversed",
                        () -> PersistentList.copyOf(NUMBERS).reversed().reversed()),
                new Built("the first elements", () -> {
                    CowList<Integer> list = cow();
                    list.addAll(NUMBERS);
                    return list.snapshot().subList(0, SIZE);
                }),
                new Built("concurrent add", () -> {
                    ConcurrentList<Integer> list = new ConcurrentList<>();
                    NUMBERS.forEach(list::add);
                    return list;
                }),
                new Built("concurrent addAll", () -> {
                    ConcurrentList<Integer> list = new ConcurrentList<>();
                    list.addAll(NUMBERS.subList(0, LEAF + 1));
                    list.addAll(NUMBERS.subList(LEAF + 1, SIZE));
                    return list;
                }));
    }

    private static CowList<Integer> relaxed() {
        CowList<Integer> list = cow();
        list.add(SIZE / 2, list.remove(SIZE / 2));
        assertThat(ListProbe.isRegular(list)).isFalse();
        return list;
    }

    @ParameterizedTest
    @MethodSource("built")
    void builtRegularWithFullLeaves(Built built) {
        List<Integer> list = built.list.get();
        ListProbe.check(list);
        assertThat(list).isEqualTo(NUMBERS);
        assertThat(ListProbe.isRegular(list)).isTrue();
        assertThat(ListProbe.leaves(list)).isEqualTo((SIZE + LEAF - 1) / LEAF);
    }

    @Test
    void staysRegularUnderWritesAtTheEndAndInPlace() {
        CowList<Integer> list = cow();
        List<Integer> expected = new ArrayList<>(NUMBERS);
        for (int i = 0; i < 6 * LEAF; i++) {
            if (i % 5 == 0) {
                ListProbe.check(list.snapshot());
            }
            list.set(i % list.size(), i);
            expected.set(i % expected.size(), i);
            if (i / LEAF % 3 == 1) {
                list.add(i);
                expected.add(i);
            } else {
                assertThat(list.removeLast()).isEqualTo(expected.remove(expected.size() - 1));
            }
            ListProbe.check(list);
            assertThat(ListProbe.isRegular(list)).isTrue();
        }
        list.replaceAll(each -> each + 1);
        expected.replaceAll(each -> each + 1);
        assertThat(ListProbe.isRegular(list)).isTrue();
        assertThat(list).isEqualTo(expected);
    }

    @Test
    void staysRegularUnderPersistentWritesAtTheEndAndInPlace() {
        PersistentList<Integer> list = PersistentList.copyOf(NUMBERS);
        for (int i = 0; i < 6 * LEAF; i++) {
            list = list.with(i % list.size(), i);
            list = i / LEAF % 3 == 1 ? list.plus(i) : list.minus(list.size() - 1);
            ListProbe.check(list);
            assertThat(ListProbe.isRegular(list)).isTrue();
        }
    }

    @Test
    void anInsertionRelaxesOnlyTheBranchesAboveIt() {
        CowList<Integer> list = cow();
        list.add(SIZE - LEAF - 1, -1);
        assertThat(ListProbe.isRegular(list)).isFalse();
        list.subList(SIZE / 2, list.size()).clear();
        assertThat(ListProbe.isRegular(list))
                .as("once what was relaxed is gone")
                .isTrue();
    }

    @Test
    void prependingLeavesLeavesFull() {
        CowList<Integer> list = new CowList<>();
        PersistentList<Integer> persistent = PersistentList.empty();
        for (int i = 0; i < SIZE; i++) {
            list.add(0, i);
            persistent = persistent.plus(0, i);
        }
        ListProbe.check(list);
        ListProbe.check(persistent);
        assertThat(list).isEqualTo(persistent);
        assertThat(list.get(0)).isEqualTo(SIZE - 1);
        int fewest = (SIZE + LEAF - 1) / LEAF;
        assertThat(ListProbe.leaves(list)).isBetween(fewest, fewest + 2);
        assertThat(ListProbe.leaves(persistent)).isBetween(fewest, fewest + 2);
        assertThat(ListProbe.height(list)).isLessThanOrEqualTo(ListProbe.height(cow()) + 1);
    }

    @Test
    void aQueueKeepsItsLeavesFull() {
        CowList<Integer> list = cow();
        for (int i = 0; i < 5 * SIZE; i++) {
            list.add(i);
            Integer unused = list.removeFirst();
        }
        ListProbe.check(list);
        assertThat(ListProbe.leaves(list)).isLessThanOrEqualTo(SIZE / LEAF + 2);
    }

    /** A full child may have kept its counts: where a cut makes it the last one, those above it need theirs. */
    @Test
    void aCutBesideChildrenThatHaveCountsLeavesAWholeList() {
        int branch = LEAF * ListProbe.FAN;
        int subtree = branch * ListProbe.FAN;
        CowList<Integer> list = new CowList<>(Arrays.asList(ListShape.numbers(4 * subtree - LEAF)));
        int edited = subtree + LEAF + 1;
        Integer taken = list.remove(edited);
        list.add(edited, taken);
        for (int end :
                new int[] {3 * subtree + LEAF, 2 * subtree, subtree + branch + 1, subtree + branch, subtree + 1}) {
            list.subList(end, list.size()).clear();
            ListProbe.check(list);
            assertThat(list).hasSize(end).last().isEqualTo(end - 1);
            PersistentList<Integer> cut = list.snapshot().subList(0, end - 1);
            ListProbe.check(cut);
            assertThat(cut).hasSize(end - 1).last().isEqualTo(end - 2);
        }
        assertThat(list.get(edited - LEAF - 1)).isEqualTo(edited - LEAF - 1);
    }
}
