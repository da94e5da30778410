package dev.holstein.list.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.cow.SharingReport;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link SharingReport} of lists: the nodes of all three faces, those that they share, and those that each has alone. */
class ListSharingReportTest {
    private static final int LEAF = ListProbe.LEAF;
    private static final int LEAVES = 3;

    /** Three leaves under one branch, and a tail. */
    private static PersistentList<Integer> list() {
        return PersistentList.of(ListShape.numbers(LEAVES * LEAF + 1));
    }

    @Test
    void allFacesAreCounted() {
        PersistentList<Integer> persistent = list();
        CowList<Integer> cow = persistent.mutableCopy();
        ConcurrentList<Integer> concurrent = new ConcurrentList<>(persistent);
        for (List<Integer> face : List.of(persistent, cow, concurrent)) {
            SharingReport report = SharingReport.of(face);
            assertThat(report.total().nodes()).isEqualTo(LEAVES + 2);
            assertThat(report.shared().nodes()).isZero();
            assertThat(report.heldAloneBy(face)).isEqualTo(report.total());
            assertThat(report.total().bytes()).isGreaterThan((LEAVES * LEAF + 1L) * Integer.BYTES);
        }
        SharingReport report = SharingReport.of(persistent, cow, concurrent);
        assertThat(report.shared()).isEqualTo(report.total());
        assertThat(report.total().nodes()).isEqualTo(LEAVES + 2);
        assertThat(report.heldAloneBy(cow).nodes()).isZero();
    }

    @Test
    void whatDivergedIsHeldAlone() {
        PersistentList<Integer> persistent = list();
        CowList<Integer> cow = persistent.mutableCopy();
        ConcurrentList<Integer> concurrent = new ConcurrentList<>(persistent);
        cow.set(0, -1);
        concurrent.set(LEAF, -1);
        SharingReport report = SharingReport.of(persistent, cow, concurrent);
        assertThat(report.heldAloneBy(cow).nodes()).isEqualTo(2);
        assertThat(report.heldAloneBy(concurrent).nodes()).isEqualTo(2);
        assertThat(report.heldAloneBy(persistent).nodes()).as("the branch").isEqualTo(1);
        assertThat(report.shared().nodes()).as("three leaves and the tail").isEqualTo(LEAVES + 1);
        assertThat(report.total().nodes()).isEqualTo(2 + 2 + 1 + LEAVES + 1);
    }

    @Test
    void sizesOfBranchesAreCountedAsBytes() {
        PersistentList<Integer> regular = list();
        PersistentList<Integer> relaxed = regular.minus(0).plus(0, -1);
        assertThat(ListProbe.isRegular(relaxed)).isFalse();
        long leaf = SharingReport.of(relaxed, regular).heldAloneBy(relaxed).bytes()
                - SharingReport.of(regular, relaxed).heldAloneBy(regular).bytes();
        assertThat(leaf).isEqualTo(16 + (LEAVES * Integer.BYTES + 7) / 8 * 8);
    }

    @Test
    void emptyListsHoldNothing() {
        SharingReport report = SharingReport.of(PersistentList.empty(), new CowList<>(), new ConcurrentList<>());
        assertThat(report.total().nodes()).isZero();
        assertThat(report.total().bytes()).isZero();
    }

    @Test
    void smallListsAreOneNode() {
        CowList<Integer> list = CowList.of(1, 2, 3);
        CowList<Integer> copy = list.copy();
        assertThat(SharingReport.of(list, copy).shared().nodes()).isEqualTo(1);
        copy.add(4);
        assertThat(SharingReport.of(list, copy).shared().nodes()).isZero();
        assertThat(SharingReport.of(list, copy).total().nodes()).isEqualTo(2);
    }
}
