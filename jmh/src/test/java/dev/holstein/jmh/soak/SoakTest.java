package dev.holstein.jmh.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The soak of each build, with a seed of its own that it prints. For hours: {@code java -Xmx2g -cp jmh/target/tour.jar
 * dev.holstein.jmh.soak.Soak --minutes 240}.
 */
class SoakTest {
    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void everythingHoldsForAMinute() {
        SoakRun run = SoakRun.of("--seconds", "60");
        System.out.println(run.out());
        run.passes();
        assertThat(run.out())
                .contains("seed ", "bytes of the heap", "bytes of direct memory", "bytes an entry", "bytes a snapshot")
                .contains("PersistentBTreeMap", "CowBTreeSet", "ConcurrentList", "CowByteArray, direct", "AtomicCow");
    }
}
