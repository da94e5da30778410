package dev.holstein.btree.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Several threads on one map: nothing is lost, and every view is of one version. */
class ConcurrentReadersTest {
    private static final int ACCOUNTS = 500;
    private static final int TRANSFERS = 20_000;

    @Test
    void everyViewConservesTheTotalThatAtomicBatchesKeep() throws Exception {
        ConcurrentBTreeMap<Integer, Integer> map = new ConcurrentBTreeMap<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            map.put(i, 100);
        }
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                readers.add(threads.submit(() -> views(map, done)));
            }
            List<Future<Object>> writers = new ArrayList<>();
            for (int half = 0; half < 2; half++) {
                int first = half * ACCOUNTS / 2;
                writers.add(threads.submit(transfers(map, first)));
            }
            for (Future<Object> writer : writers) {
                writer.get();
            }
            done.set(true);
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
        BTreeProbe.check(map);
    }

    private static Callable<Object> transfers(ConcurrentBTreeMap<Integer, Integer> map, int first) {
        return () -> {
            for (int i = 0; i < TRANSFERS; i++) {
                int from = first + i * 31 % (ACCOUNTS / 2);
                int to = first + (i * 17 + 1) % (ACCOUNTS / 2);
                if (from != to) {
                    map.putAll(Map.of(from, map.get(from) - 1, to, map.get(to) + 1));
                }
            }
            return null;
        };
    }

    private static int views(ConcurrentBTreeMap<Integer, Integer> map, AtomicBoolean done) {
        int views = 0;
        do {
            PersistentBTreeMap<Integer, Integer> snapshot = map.snapshot();
            assertThat(snapshot.values().stream().mapToInt(i -> i).sum()).isEqualTo(100 * ACCOUNTS);
            int live = 0;
            for (int value : map.values()) {
                live += value;
            }
            assertThat(live).isEqualTo(100 * ACCOUNTS);
            views++;
        } while (!done.get());
        return views;
    }

    @Test
    void mergesOfSeveralThreadsAddUp() throws Exception {
        ConcurrentBTreeMap<String, Integer> map = new ConcurrentBTreeMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < TRANSFERS; i++) {
                        map.merge("key" + i % 100, 1, Integer::sum);
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(BTreeProbe.check(map)).hasSize(100);
        assertThat(map.values()).allMatch(count -> count == 4 * TRANSFERS / 100);
    }
}
