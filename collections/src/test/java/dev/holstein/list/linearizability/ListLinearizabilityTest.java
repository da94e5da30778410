package dev.holstein.list.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.linearizability.Interleavings;
import dev.holstein.list.ListProbe;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever threads do to a {@link dev.holstein.list.ConcurrentList} at once, the results are those of some order of their operations: as
 * if each had happened at one moment. And no read comes to a lock.
 */
@Tag("linearizability")
class ListLinearizabilityTest {
    @BeforeAll
    static void theElementsAreThereBeforeTheFirstScenario() {
        assertThat(ListProbe.leaves(ListSubjects.FULL_LEAVES)).isEqualTo(3);
        assertThat(ListProbe.isRegular(ListSubjects.FULL_LEAVES)).isTrue();
    }

    @Test
    void operationsOnElementsThatMayBeGone() {
        Interleavings.check(ListSubjects.ElementsOfTwo.class, ListSpecifications.ElementsOfTwo.class, 3, 1);
    }

    @Test
    void operationsOnElementsWhileLeavesAreMadeAndSplit() {
        Interleavings.check(
                ListSubjects.ElementsOfFullLeaves.class, ListSpecifications.ElementsOfFullLeaves.class, 2, 2);
    }

    @Test
    void readsThatKeepATableBesideTheVersion() {
        Interleavings.check(ListSubjects.Lookups.class, ListSpecifications.Lookups.class, 2, 1, 2000);
    }

    @Test
    void operationsOnTheWhole() {
        Interleavings.check(ListSubjects.Whole.class, ListSpecifications.Whole.class, 2, 1);
    }

    @Test
    void versionsReplacedOutsideOfAnyTurn() {
        Interleavings.check(ListSubjects.Versions.class, ListSpecifications.Versions.class, 3, 3);
    }
}
