package dev.holstein.cow.linearizability;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.cow.AtomicCow;
import dev.holstein.linearizability.Interleavings;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever threads do to an {@link AtomicCow} at once, the results are those of some order of their operations. */
@Tag("linearizability")
class AtomicCowLinearizabilityTest {
    private static final int MOST_THREADS = 8;

    /** Values are answered as they are, and looked into after the threads have ended: no write has changed them. */
    @Param(name = "element", gen = IntGen.class, conf = "0:2")
    public static class Subject {
        final AtomicCow<List<Integer>> cow = AtomicCow.of(new ArrayList<>(List.of(7)), ArrayList::new);

        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
        private final List<Integer>[] taken = new List[MOST_THREADS];

        @Operation
        public List<Integer> get() {
            return cow.get();
        }

        @Operation
        public List<Integer> snapshot() {
            return cow.snapshot();
        }

        @Operation
        public String text() {
            return cow.toString();
        }

        @Operation
        public List<Integer> take(@Param(gen = ThreadIdGen.class) int thread) {
            taken[thread] = cow.get();
            return taken[thread];
        }

        @Operation(blocking = true)
        public boolean compareAndSet(@Param(gen = ThreadIdGen.class) int thread, @Param(name = "element") int element) {
            return taken[thread] != null && cow.compareAndSet(taken[thread], with(taken[thread], element));
        }

        @Operation(blocking = true)
        public void update(@Param(name = "element") int element) {
            cow.update(copy -> copy.add(element));
        }

        @Operation(blocking = true)
        public List<Integer> updateAndGet(@Param(name = "element") int element) {
            return cow.updateAndGet(present -> with(present, element));
        }

        @Operation(blocking = true)
        public List<Integer> getAndUpdate(@Param(name = "element") int element) {
            return cow.getAndUpdate(present -> with(present, element));
        }

        /** Publishes nothing. */
        @Operation(blocking = true)
        public int same() {
            return cow.updateAndGet(present -> present).size();
        }

        @Operation(blocking = true)
        public void set(@Param(name = "element") int element) {
            cow.set(new ArrayList<>(List.of(element)));
        }

        @Operation(blocking = true)
        public List<Integer> getAndSet(@Param(name = "element") int element) {
            return cow.getAndSet(new ArrayList<>(List.of(element)));
        }
    }

    private static List<Integer> with(List<Integer> list, int element) {
        List<Integer> next = new ArrayList<>(list);
        next.add(element);
        return next;
    }

    /** A list of its own for each version, by which versions are told. */
    public static final class Specification {
        private final List<List<Integer>> taken = new ArrayList<>();
        private List<Integer> present = List.of(7);

        public Specification() {
            for (int i = 0; i < MOST_THREADS; i++) {
                taken.add(null);
            }
        }

        public List<Integer> get() {
            return present;
        }

        public List<Integer> snapshot() {
            return present;
        }

        public String text() {
            return present.toString();
        }

        public List<Integer> take(int thread) {
            taken.set(thread, present);
            return present;
        }

        @SuppressWarnings("ReferenceEquality") // as the original
        public boolean compareAndSet(int thread, int element) {
            if (taken.get(thread) != present) {
                return false;
            }
            update(element);
            return true;
        }

        public void update(int element) {
            present = with(present, element);
        }

        public List<Integer> updateAndGet(int element) {
            update(element);
            return present;
        }

        public List<Integer> getAndUpdate(int element) {
            List<Integer> before = present;
            update(element);
            return before;
        }

        public int same() {
            return present.size();
        }

        public void set(int element) {
            present = new ArrayList<>(List.of(element));
        }

        public List<Integer> getAndSet(int element) {
            List<Integer> before = present;
            set(element);
            return before;
        }
    }

    @Test
    void allOperationsInTwoThreads() {
        Interleavings.check(Subject.class, Specification.class, 2, 2);
    }

    @Test
    void allOperationsInThreeThreads() {
        Interleavings.check(Subject.class, Specification.class, 3, 1);
    }

    /** The deliberately broken variant: its copy is of the value before its turn. */
    public static final class UpdateReadsOutsideItsTurn extends Subject {
        @Override
        public void update(int element) {
            List<Integer> copy = with(cow.get(), element);
            cow.set(copy);
        }
    }

    @Test
    @Tag("broken")
    void anUpdateThatReadsOutsideItsTurnIsFound() {
        assertThatExceptionOfType(LincheckAssertionError.class)
                .isThrownBy(() -> Interleavings.check(UpdateReadsOutsideItsTurn.class, Specification.class, 2, 4))
                .withMessageContaining(Interleavings.NO_ORDER);
    }

    /** The deliberately broken variant: it edits what others may be reading. */
    public static final class EditsThePublishedValue extends Subject {
        @Override
        public List<Integer> updateAndGet(int element) {
            return cow.updateAndGet(present -> {
                present.add(element);
                return present;
            });
        }
    }

    @Test
    @Tag("broken")
    void aValueThatIsEditedInPlaceIsFound() {
        assertThatExceptionOfType(LincheckAssertionError.class)
                .isThrownBy(() -> Interleavings.check(EditsThePublishedValue.class, Specification.class, 2, 4))
                .withMessageContaining(Interleavings.NO_ORDER);
    }
}
