package dev.holstein.list.linearizability;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.linearizability.Interleavings;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the checks of {@link ListLinearizabilityTest} are worth: lists that break a promise, each in one way, and are found out. */
@Tag("linearizability")
@Tag("broken")
class BrokenListsTest {
    private static void assertFound(String by, Class<?> broken, Class<?> specification) {
        assertThatExceptionOfType(LincheckAssertionError.class)
                .isThrownBy(() -> Interleavings.check(broken, specification, 2, 4))
                .withMessageContaining(by);
    }

    public static final class LastByTwoReads extends ListSubjects.ElementsOfTwo {
        @Override
        public Integer getLast() {
            return list.isEmpty() ? ours.getLast() : list.get(list.size() - 1);
        }
    }

    @Test
    void aLastElementThatIsReadInTwoSteps() {
        assertFound(Interleavings.NO_ORDER, LastByTwoReads.class, ListSpecifications.ElementsOfTwo.class);
    }

    public static final class SizeTakesATurn extends ListSubjects.ElementsOfFullLeaves {
        @Override
        public int size() {
            return ours.nodesCopied() < 0 ? -1 : list.size(); // counts of a write are read in a writer's turn
        }
    }

    @Test
    void aReadThatTakesALock() {
        assertFound(Interleavings.WAITS, SizeTakesATurn.class, ListSpecifications.ElementsOfFullLeaves.class);
    }

    public static final class AddIfAbsentInTwoSteps extends ListSubjects.Whole {
        @Override
        public boolean addIfAbsent(int element) {
            return !list.contains(element) && list.add(element);
        }
    }

    @Test
    void anAddIfAbsentInTwoSteps() {
        assertFound(Interleavings.NO_ORDER, AddIfAbsentInTwoSteps.class, ListSpecifications.Whole.class);
    }

    public static final class WalkByIndex extends ListSubjects.Whole {
        @Override
        public List<Integer> walk() {
            List<Integer> walked = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                walked.add(list.get(i));
            }
            return walked;
        }
    }

    @Test
    void aWalkThatIsOfNoVersion() {
        assertFound(Interleavings.NO_ORDER, WalkByIndex.class, ListSpecifications.Whole.class);
    }

    public static final class ReplacesWithoutAsking extends ListSubjects.Versions {
        @Override
        public int doubled() {
            PersistentList<Integer> before = list.snapshot();
            list.addAll(before);
            return 2 * before.size();
        }
    }

    @Test
    void aVersionThatIsReplacedUnasked() {
        assertFound(Interleavings.NO_ORDER, ReplacesWithoutAsking.class, ListSpecifications.Versions.class);
    }
}
