package dev.holstein.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.jcstress.JcstressRun.Verdict;
import org.junit.jupiter.api.Test;

/** Every concurrency promise holds: nothing forbidden was seen, and no test was left out. */
class PromisesIT {
    /** There were as many when this was written: fewer are a mistake of the build. */
    private static final int FEWEST = 107;

    @Test
    void everyPromiseHolds() {
        JcstressRun run = JcstressRun.ofPromises();

        assertThat(run.planned()).as("promises in jcstress.jar").hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(run.verdicts().keySet())
                .as("promises that ran%n%s", run.summary())
                .isEqualTo(run.planned());
        assertThat(run.with(Verdict.FORBIDDEN))
                .as("broken promises%n%s", run.summary())
                .isEmpty();
        assertThat(run.with(Verdict.ERROR))
                .as("promises that could not be judged%n%s", run.summary())
                .isEmpty();
        assertThat(run.exitCode()).as("exit code%n%s", run.summary()).isZero();
    }
}
