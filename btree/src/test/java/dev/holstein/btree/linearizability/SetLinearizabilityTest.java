package dev.holstein.btree.linearizability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.linearizability.Interleavings;
import java.util.Set;
import java.util.TreeSet;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever threads do to a {@link ConcurrentBTreeSet} at once, the results are those of some order of their operations. */
@Tag("linearizability")
class SetLinearizabilityTest {
    private static final ConcurrentBTreeSet<Integer> START = evenElements();

    private static ConcurrentBTreeSet<Integer> evenElements() {
        ConcurrentBTreeSet<Integer> set = new ConcurrentBTreeSet<>();
        for (int i = 0; i < 5; i++) {
            set.add(2 * i);
        }
        return set;
    }

    @BeforeAll
    static void theContentsAreMadeBeforeTheFirstScenario() {
        assertThat(BTreeProbe.check(START)).hasSize(5);
    }

    public static class Subject extends SetOperations {
        final ConcurrentBTreeSet<Integer> ours;

        public Subject() {
            this(START.clone());
        }

        private Subject(ConcurrentBTreeSet<Integer> set) {
            super(set);
            ours = set;
        }

        @Override
        public Set<Integer> snapshot() {
            return ours.snapshot();
        }

        @Override
        public int rank(int element) {
            return ours.rank(element, true);
        }

        @Override
        public boolean update(int from, int to) {
            boolean[] moved = new boolean[1];
            ours.update(copy -> moved[0] = move(copy, from, to));
            return moved[0];
        }
    }

    public static final class Specification extends SetOperations {
        public Specification() {
            super(new TreeSet<>(START));
        }

        @Override
        public Set<Integer> snapshot() {
            return new TreeSet<>(set);
        }

        @Override
        public int rank(int element) {
            return set.headSet(element, true).size();
        }

        @Override
        public boolean update(int from, int to) {
            return move(set, from, to);
        }
    }

    @Test
    void allOperations() {
        Interleavings.check(Subject.class, Specification.class, 2, 1);
    }

    /** The deliberately broken variant: what it polls, another may have polled. */
    public static final class PollsInTwoSteps extends Subject {
        @Override
        public Integer pollFirst() {
            Integer first = set.isEmpty() ? null : set.first();
            set.remove(first == null ? -1 : first);
            return first;
        }
    }

    @Test
    @Tag("broken")
    void aPollInTwoStepsIsFound() {
        assertThatExceptionOfType(LincheckAssertionError.class)
                .isThrownBy(() -> Interleavings.check(PollsInTwoSteps.class, Specification.class, 2, 4))
                .withMessageContaining(Interleavings.NO_ORDER);
    }
}
