package dev.holstein.array.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what the collector brings about, as long as a slow machine may need. */
final class Collector {
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int PAUSE_MILLIS = 10;

    private Collector() {}

    static void awaits(BooleanSupplier condition, String what) throws InterruptedException {
        long end = System.nanoTime() + MOST_NANOS;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            System.gc();
            Thread.sleep(PAUSE_MILLIS);
        }
        assertThat(condition.getAsBoolean()).as(what).isTrue();
    }

    /** Runs the collector some times, to bring about what must not be. */
    static void runs() throws InterruptedException {
        for (int turn = 0; turn < 5; turn++) {
            System.gc();
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
