package dev.holstein.btree.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.hostile.SmallHeap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Each write of a map or set runs out of memory at one allocation after the other, in a process of its own with a small heap. It leaves
 * what was there or what was to be, whole, and open to the next write; snapshots stay as they were. {@code
 * -Ddev.holstein.outOfMemorySeconds} goes on for longer.
 */
class TreeOutOfMemoryTest {
    private static final long SECONDS = Long.getLong("dev.holstein.outOfMemorySeconds", 0);

    @Test
    void everyWriteIsWholeOrNotThere() throws Exception {
        long seed = new Random().nextLong();
        Map<String, SmallHeap.Report> reports =
                SmallHeap.run(TreeWrites.class, String.valueOf(seed), String.valueOf(SECONDS));
        System.out.println("out of memory, seed " + seed + ": " + reports);
        assertThat(reports).hasSizeGreaterThan(60).allSatisfy((name, report) -> {
            assertThat(report.wrong()).as(name + ": " + report.verdict()).isZero();
            assertThat(report.errors()).as("errors met in %s", name).isPositive();
        });
    }
}
