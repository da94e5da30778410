package dev.holstein.list.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.cow.SharingReport;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListChange;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.List;
import java.util.ListIterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many nodes a write copies, told by the list itself and by a report of what the versions before and after do not share. */
class ListCopyCountTest {
    private static final int LEAF = ListProbe.LEAF;
    private static final int FAN = ListProbe.FAN;

    /** Trees of one level of branches and of two. */
    private static int size(int height) {
        return height == 1 ? 7 * LEAF + LEAF / 2 : 3 * LEAF * FAN + 5 * LEAF + LEAF / 2;
    }

    private static CowList<Integer> list(int height) {
        CowList<Integer> list = CowList.of(ListShape.numbers(size(height)));
        for (int i = 0; i < size(height); i += LEAF) {
            Integer unused = list.set(i, -i - 1);
            unused = list.set(i, i);
        }
        assertThat(ListProbe.height(list)).isGreaterThanOrEqualTo(height);
        return list;
    }

    private static long nodesOf(Object one, Object besides) {
        return SharingReport.of(one, besides).heldAloneBy(one).nodes();
    }

    private static long copiedBy(CowList<Integer> list, Runnable write) {
        long before = list.nodesCopied();
        write.run();
        ListProbe.check(list);
        return list.nodesCopied() - before;
    }

    @Test
    void aNewListIsItsOwn() {
        Integer[] numbers = ListShape.numbers(size(1));
        for (CowList<Integer> list : List.of(
                CowList.of(1, 2, 3),
                CowList.of(numbers),
                new CowList<>(List.of(numbers)),
                CowList.copyOf(List.of(numbers)::iterator))) {
            assertThat(list.isUnique()).isTrue();
            assertThat(copiedBy(list, () -> list.set(1, -1))).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theFirstWriteCopiesAPathAndTheSecondNone(int height) {
        CowList<Integer> list = list(height);
        int path = ListProbe.height(list) + 1;
        PersistentList<Integer> snapshot = list.snapshot();
        assertThat(nodesOf(list, snapshot)).isZero();
        assertThat(list.isUnique()).isFalse();
        assertThat(copiedBy(list, () -> list.set(LEAF, -1))).isEqualTo(path);
        assertThat(list.isUnique()).isTrue();
        assertThat(nodesOf(list, snapshot)).isEqualTo(path);
        assertThat(nodesOf(snapshot, list)).isEqualTo(path);
        assertThat(copiedBy(list, () -> list.set(LEAF + 1, -1))).isZero();
        assertThat(copiedBy(list, () -> list.set(2 * LEAF, -1)))
                .as("another leaf under the same branch")
                .isEqualTo(1);
        assertThat(copiedBy(list, () -> list.set(2 * LEAF - 1, -1))).isZero();
        assertThat(snapshot).containsExactly(ListShape.numbers(size(height)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theFirstRemovalAndInsertionCopyAPathAndTheNextNone(int height) {
        CowList<Integer> list = list(height);
        int path = ListProbe.height(list) + 1;
        PersistentList<Integer> snapshot = list.snapshot();
        assertThat(copiedBy(list, () -> list.remove(LEAF + 1))).isEqualTo(path);
        assertThat(copiedBy(list, () -> list.add(LEAF + 1, -1))).isZero();
        assertThat(copiedBy(list, () -> list.remove(LEAF + 1))).isZero();
        assertThat(nodesOf(list, snapshot)).isEqualTo(path);
        PersistentList<Integer> again = list.snapshot();
        assertThat(copiedBy(list, () -> list.add(LEAF + 1, -1))).isEqualTo(path);
        assertThat(nodesOf(again, list)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void appendingAfterASnapshotCopiesTheLastLeaf(int height) {
        CowList<Integer> list = list(height);
        list.add(1);
        PersistentList<Integer> snapshot = list.snapshot();
        assertThat(copiedBy(list, () -> list.add(2))).isEqualTo(1);
        assertThat(nodesOf(list, snapshot)).isEqualTo(1);
        while (list.size() % LEAF != 0) {
            assertThat(copiedBy(list, () -> list.add(3))).isZero();
        }
        CowList<Integer> copy = list.copy();
        assertThat(copiedBy(copy, () -> copy.removeLast())).isEqualTo(1);
        assertThat(copiedBy(copy, () -> copy.add(4))).isZero();
        assertThat(copiedBy(list, () -> list.set(list.size() - 1, 4)))
                .as("the other side of a copy pays as well")
                .isEqualTo(1);
    }

    @Test
    void aCopiedLeafHasRoomAsBefore() {
        CowList<Integer> list = list(1);
        list.add(1);
        PersistentList<Integer> snapshot = list.snapshot();
        assertThat(copiedBy(list, () -> list.set(list.size() - 1, -1))).isEqualTo(1);
        assertThat(copiedBy(list, () -> list.add(2))).isZero();
        assertThat(snapshot.getLast()).isEqualTo(1);
    }

    /** A long array is not copied for one write: after the first, writes copy leaves. */
    @Test
    void aSharedArrayBecomesLeaves() {
        CowList<Integer> list = new CowList<>();
        for (int i = 0; i < ListProbe.FLAT; i++) {
            list.add(i);
        }
        assertThat(ListProbe.height(list)).isZero();
        assertThat(copiedBy(list, () -> list.set(1, -1))).isZero();
        PersistentList<Integer> snapshot = list.snapshot();
        list.set(1, -2);
        assertThat(ListProbe.height(list)).isEqualTo(1);
        assertThat(snapshot.get(1)).isEqualTo(-1);
        PersistentList<Integer> again = list.snapshot();
        assertThat(copiedBy(list, () -> list.set(1, -3))).isEqualTo(2);
        assertThat(nodesOf(list, again)).isEqualTo(2);
    }

    @Test
    void appendingManyCopiesNothing() {
        CowList<Integer> list = list(1);
        int nodes = 100 * LEAF;
        long copied = copiedBy(list, () -> {
            for (int i = 0; i < nodes; i++) {
                list.add(i);
            }
        });
        assertThat(copied).as("branches that grow by a child").isLessThanOrEqualTo(100L * ListProbe.height(list) + 2);
    }

    @Test
    void whatChangesNothingCopiesNothing() {
        CowList<Integer> list = list(2);
        Integer same = list.get(LEAF);
        PersistentList<Integer> snapshot = list.snapshot();
        CowList<Integer> copy = list.copy();
        assertThat(nodesOf(copy, list)).isZero();
        long copied = copiedBy(list, () -> {
            list.set(LEAF, same);
            list.removeIf(each -> false);
            list.replaceAll(each -> each);
            list.sort(null);
            list.addAll(List.of());
            list.remove((Object) (-1));
            list.subList(3, 3).clear();
            list.retainAll(snapshot.mutableCopy().stream().collect(java.util.stream.Collectors.toSet()));
        });
        assertThat(copied).isZero();
        assertThat(nodesOf(list, snapshot)).isZero();
        assertThat(snapshot.with(LEAF, same)).isSameAs(snapshot);
    }

    @Test
    void aFinishedIteratorGivesUniquenessBack() {
        CowList<Integer> list = list(2);
        for (Integer each : list) {
            assertThat(each).isNotNull();
        }
        assertThat(copiedBy(list, () -> list.set(0, -1))).isZero();
        ListIterator<Integer> open = list.listIterator();
        assertThat(copiedBy(list, () -> list.set(0, -2))).isEqualTo(ListProbe.height(list) + 1L);
        assertThat(open.next()).isEqualTo(-1);
        assertThat(copiedBy(list, () -> list.set(0, -3))).as("once").isZero();
    }

    @Test
    void iteratorsWriteInPlace() {
        CowList<Integer> list = list(2);
        ListIterator<Integer> walk = list.listIterator();
        assertThat(copiedBy(list, () -> {
                    for (int i = 0; i < 3 * LEAF; i++) {
                        Integer unused = walk.next();
                        walk.set(-i);
                    }
                }))
                .isZero();
        assertThat(list.get(LEAF)).isEqualTo(-LEAF);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void persistentWritesCopyOnePath(int height) {
        PersistentList<Integer> list = list(height).snapshot();
        int path = ListProbe.height(list) + 1;
        assertThat(nodesOf(list.with(LEAF, -1), list)).isEqualTo(path);
        assertThat(nodesOf(list.minus(LEAF), list)).isEqualTo(path);
        PersistentList<Integer> less = list.minus(LEAF);
        assertThat(nodesOf(less.plus(LEAF, 1), less)).isEqualTo(path);
        long split = nodesOf(list.plus(LEAF, 1), list);
        if (FAN > 7) {
            assertThat(split)
                    .as("a full leaf becomes two, and so does a full branch above it")
                    .isEqualTo(path + height);
        }
        assertThat(split).isBetween(path + 1L, 2L * path + 1);
    }

    @Test
    void persistentPlusAtTheEndCopiesNothingMostOfTheTime() {
        PersistentList<Integer> list =
                PersistentList.of(ListShape.numbers(20 * LEAF)).plus(0);
        int copying = 0;
        int steps = 10 * LEAF;
        for (int i = 0; i < steps; i++) {
            PersistentList<Integer> next = list.plus(i);
            copying += nodesOf(next, list) == 0 ? 0 : 1;
            list = next;
        }
        assertThat(copying).isEqualTo(steps / LEAF);
    }

    @Test
    void aSecondPlusToTheSameVersionCopiesTheTail() {
        PersistentList<Integer> list =
                PersistentList.of(ListShape.numbers(3 * LEAF)).plus(0);
        PersistentList<Integer> one = list.plus(1);
        PersistentList<Integer> other = list.plus(2);
        assertThat(nodesOf(one, list)).isZero();
        assertThat(nodesOf(other, list)).isEqualTo(1);
        assertThat(one.getLast()).isEqualTo(1);
        assertThat(other.getLast()).isEqualTo(2);
        assertThat(nodesOf(other.plus(3), other)).as("and has slack of its own").isZero();
    }

    @Test
    void aVersionWithATailOfItsOwnTakesNoSlackOfAnother() {
        PersistentList<Integer> list =
                PersistentList.of(ListShape.numbers(3 * LEAF)).plus(0);
        PersistentList<Integer> changed = list.patch(Stream.of(new ListChange.Changed<>(3 * LEAF, 0, -1)));
        assertThat(changed.plus(1).getLast()).isEqualTo(1);
        assertThat(nodesOf(list.plus(2), list)).isZero();
    }

    @Test
    void concurrentWritesCopyOnePathAndAppendingNone() {
        ConcurrentList<Integer> list = new ConcurrentList<>(list(2));
        list.add(1);
        int path = ListProbe.height(list) + 1;
        PersistentList<Integer> before = list.snapshot();
        list.set(LEAF, -1);
        assertThat(nodesOf(list, before)).isEqualTo(path);
        PersistentList<Integer> appended = list.snapshot();
        list.add(2);
        assertThat(nodesOf(list, appended)).isZero();
        long copied = list.nodesCopied();
        list.update(copy -> {
            copy.set(LEAF, -2);
            copy.set(LEAF + 1, -2);
        });
        assertThat(list.nodesCopied() - copied).isEqualTo(path);
    }

    @Test
    void cuttingAndJoiningCopyPaths() {
        PersistentList<Integer> list = list(2).snapshot();
        int path = ListProbe.height(list) + 1;
        PersistentList<Integer> head = list.subList(0, list.size() / 2 + 1);
        PersistentList<Integer> tail = list.subList(list.size() / 2 + 1, list.size());
        assertThat(nodesOf(head, list)).isLessThanOrEqualTo(path);
        assertThat(nodesOf(tail, list)).isLessThanOrEqualTo(path);
        PersistentList<Integer> joined = head.concat(tail);
        long made = SharingReport.of(head, tail, joined).heldAloneBy(joined).nodes();
        assertThat(made).isLessThanOrEqualTo(4L * path);
    }
}
