package dev.holstein.btree.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Writers of a large concurrent map make their versions before they take their turns: nothing is lost by that. */
class WorkAheadTest {
    /** More than enough for writers to work ahead. */
    private static final int SIZE = 70_000;

    private static final int WRITES = 30_000;
    private static final int WRITERS = 3;
    private static final int COUNTER = -1;

    private final ConcurrentBTreeMap<Integer, Integer> map = new ConcurrentBTreeMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);

    WorkAheadTest() {
        Map<Integer, Integer> first = new TreeMap<>();
        for (int i = 0; i < SIZE; i++) {
            first.put(i * 10, i);
        }
        map.putAll(first);
        map.put(COUNTER, 0);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** Each writer adds, replaces and removes keys of its own, beside one that all count with. */
    private Callable<Boolean> writer(int number) {
        return () -> {
            for (int i = 0; i < WRITES; i++) {
                int own = (i * 7919 % SIZE) * 10 + number;
                assertThat(map.put(own, i)).isNull();
                assertThat(map.put(own, -i)).isEqualTo(i);
                assertThat(map.putIfAbsent(own, 5)).isEqualTo(-i);
                assertThat(map.replace(own, i + 1)).isEqualTo(-i);
                if (i % 3 == 0) {
                    assertThat(map.remove(own)).isEqualTo(i + 1);
                    assertThat(map.remove(own)).isNull();
                    assertThat(map.replace(own, 1)).isNull();
                }
                if (i % 16 == 0) {
                    assertThat(map.merge(COUNTER, 1, Integer::sum)).isPositive();
                }
            }
            return true;
        };
    }

    @Test
    void writersThatMeetLoseNothing() throws Exception {
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int number = 1; number <= WRITERS; number++) {
            writers.add(writer(number));
        }
        for (Future<Boolean> done : threads.invokeAll(writers)) {
            assertThat(done.get()).isTrue();
        }
        BTreeProbe.check(map);
        int left = WRITES - (WRITES + 2) / 3;
        assertThat(map).hasSize(SIZE + 1 + WRITERS * left);
        assertThat(map.get(COUNTER)).isEqualTo(WRITERS * ((WRITES + 15) / 16));
    }

    @Test
    void aWriterInsideAFunctionIsRefusedAllTheSame() {
        assertThatIllegalStateException()
                .isThrownBy(() -> map.compute(COUNTER, (key, value) -> map.put(5, 5)))
                .withMessageContaining("recursive update");
        assertThat(map).doesNotContainKey(5).containsEntry(COUNTER, 0);
    }

    @Test
    void nullsAreRefused() {
        assertThatNullPointerException().isThrownBy(() -> map.put(null, 1));
        assertThatNullPointerException().isThrownBy(() -> map.put(1, null));
        assertThatNullPointerException().isThrownBy(() -> map.remove(null));
    }

    @Test
    void copiesAreCountedOnce() {
        long copied = map.nodesCopied();
        Integer unused = map.put(15, 1);
        assertThat(map.nodesCopied() - copied).isBetween(1L, 12L);
    }
}
