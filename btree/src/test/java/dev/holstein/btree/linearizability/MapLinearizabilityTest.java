package dev.holstein.btree.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.linearizability.Interleavings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever threads do to a {@link dev.holstein.btree.ConcurrentBTreeMap} at once, the results are those of some order of their
 * operations: as if each had happened at one moment. And no read comes to a lock.
 */
@Tag("linearizability")
class MapLinearizabilityTest {
    @BeforeAll
    static void theContentsAreMadeBeforeTheFirstScenario() {
        assertThat(BTreeProbe.leafCounts(MapSubjects.FULL_LEAF)).containsExactly(BTreeProbe.LEAF_CAPACITY);
        assertThat(BTreeProbe.leafCounts(MapSubjects.LEAVES)).hasSizeGreaterThan(3);
    }

    @Test
    void operationsOnAnEntryWhileALeafSplits() {
        Interleavings.check(MapSubjects.EntriesOfFullLeaf.class, MapSpecifications.EntriesOfFullLeaf.class, 2, 2);
    }

    @Test
    void operationsOnAnEntryWhileLeavesMergeInThreeThreads() {
        Interleavings.check(MapSubjects.EntriesOfLeaves.class, MapSpecifications.EntriesOfLeaves.class, 3, 1);
    }

    @Test
    void operationsByOrderWhileALeafSplits() {
        Interleavings.check(MapSubjects.OrderOfFullLeaf.class, MapSpecifications.OrderOfFullLeaf.class, 2, 1);
    }

    @Test
    void operationsByOrderWhileLeavesMerge() {
        Interleavings.check(MapSubjects.OrderOfLeaves.class, MapSpecifications.OrderOfLeaves.class, 2, 1);
    }

    @Test
    void operationsOnTheWhole() {
        Interleavings.check(MapSubjects.Whole.class, MapSpecifications.Whole.class, 2, 1);
    }

    @Test
    void operationsOnValues() {
        Interleavings.check(MapSubjects.Values.class, MapSpecifications.Values.class, 2, 6);
    }

    @Test
    void versionsReplacedOutsideOfAnyTurn() {
        Interleavings.check(MapSubjects.Versions.class, MapSpecifications.Versions.class, 3, 3);
    }
}
