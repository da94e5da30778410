package dev.holstein.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.hostile.SmallHeap.Report;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Each write of a list, an array or a value runs out of memory at one allocation after the other, in a process of its own with a small
 * heap. It leaves what was there or what was to be, whole, and open to the next write; snapshots stay as they were. {@code
 * -Ddev.holstein.outOfMemorySeconds} goes on for longer.
 */
class OutOfMemoryTest {
    private static final long SECONDS = Long.getLong("dev.holstein.outOfMemorySeconds", 0);

    @Test
    void everyWriteIsWholeOrNotThere() throws Exception {
        long seed = new Random().nextLong();
        Map<String, Report> reports =
                SmallHeap.run(CollectionWrites.class, String.valueOf(seed), String.valueOf(SECONDS));
        System.out.println("out of memory, seed " + seed + ": " + reports);
        assertThat(reports).hasSizeGreaterThan(60).allSatisfy((name, report) -> {
            assertThat(report.wrong()).as(name + ": " + report.verdict()).isZero();
            assertThat(report.errors()).as("errors met in %s", name).isPositive();
        });
    }

    @Test
    void brokenWritesAreCaught() throws Exception {
        Map<String, Report> reports = SmallHeap.run(BrokenWrites.class, "0", "0");
        assertThat(reports.get("as it should be").wrong()).isZero();
        assertThat(reports.get("counts first").verdict()).contains("neither as before nor as after");
        assertThat(reports.get("shifts first").verdict()).contains("neither as before nor as after");
        assertThat(reports.get("keeps its lock").verdict()).contains("a lock is still held");
        assertThat(reports.get("forgets its error").verdict()).contains("neither as before nor as after");
        assertThat(reports.get("forgets its error").errors()).isZero();
    }
}
