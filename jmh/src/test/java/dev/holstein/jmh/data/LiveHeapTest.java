package dev.holstein.jmh.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Benchmarks begin with a heap that has been collected. */
class LiveHeapTest {
    @Test
    void settlingIsSomeCollectionsAndOneOfAll() {
        long before = collections();
        LiveHeap.settle();
        assertThat(collections() - before).isGreaterThanOrEqualTo(3);
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
