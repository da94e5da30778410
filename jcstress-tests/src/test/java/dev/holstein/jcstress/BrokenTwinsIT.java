package dev.holstein.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.jcstress.JcstressRun.Verdict;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every deliberately broken variant is caught: a promise whose test cannot fail would prove nothing. */
class BrokenTwinsIT {
    private static final String BROKEN = "dev.holstein.jcstress.broken.";

    /** The one of the examples, which are other people's structures, that keeps its promise. */
    private static final String KEPT = "dev.holstein.jcstress.example.LockedSnapshottable";

    @Test
    void everyPromiseHasATwin() throws ClassNotFoundException, IOException {
        Set<String> broken = new TreeSet<>();
        for (String twin : JcstressRun.plannedTwins()) {
            if (twin.startsWith(BROKEN)) {
                broken.add(Class.forName(twin).getSuperclass().getName());
            }
        }

        assertThat(broken).isEqualTo(JcstressRun.plannedPromises());
    }

    @Test
    void everyBrokenTwinIsCaught() {
        JcstressRun run = JcstressRun.ofBrokenTwins();

        assertThat(run.planned()).as("broken twins among the test classes").contains(KEPT);
        assertThat(run.verdicts().keySet())
                .as("broken twins that ran%n%s", run.summary())
                .isEqualTo(run.planned());
        Set<String> toBeCaught = new TreeSet<>(run.planned());
        toBeCaught.remove(KEPT);
        assertThat(run.with(Verdict.FORBIDDEN))
                .as("broken twins that were caught%n%s", run.summary())
                .isEqualTo(toBeCaught);
        assertThat(run.with(Verdict.ERROR))
                .as("broken twins that could not be judged%n%s", run.summary())
                .isEmpty();
        assertThat(run.exitCode()).as("exit code%n%s", run.summary()).isEqualTo(1);
    }
}
