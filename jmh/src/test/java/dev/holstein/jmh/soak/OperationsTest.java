package dev.holstein.jmh.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** So many steps of each type, whatever time they take: none of its operations is one that is never done. */
class OperationsTest {
    private static final long SEED = 1;
    private static final int THREADS = 2;
    private static final int LOOKS = 500;
    private static final long PATIENCE_MILLIS = 5_000;

    static Stream<Function<Setting, Steps<?, ?>>> types() {
        return Subjects.all().mixed().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyOperationIsDone(Function<Setting, Steps<?, ?>> type) throws InterruptedException {
        Dropped dropped = new Dropped(PATIENCE_MILLIS);
        Steps<?, ?> steps = type.apply(new Setting(SEED, THREADS, dropped));
        int[] looks = {0};
        steps.run(() -> ++looks[0] >= LOOKS);
        steps.close();
        assertThat(steps.neverDone()).as(steps.name()).isEmpty();
        assertThat(steps.tally().snapshots()).as(steps.name()).isPositive();
        dropped.expectGone();
    }
}
