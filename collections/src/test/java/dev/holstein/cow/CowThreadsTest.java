package dev.holstein.cow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Handles on one value, on several threads. */
@Timeout(60)
class CowThreadsTest {
    private static final int LENGTH = 64;
    private static final int ROUNDS = 20_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** Runs both; the first to fail ends the test, though the other may be waiting for it. */
    private void both(Callable<?> one, Callable<?> other) throws Exception {
        CompletionService<Object> done = new ExecutorCompletionService<>(threads);
        List<Future<Object>> started = List.of(done.submit(one::call), done.submit(other::call));
        for (int i = 0; i < started.size(); i++) {
            Object unused = done.take().get();
        }
    }

    /** The one number an array is filled with; -1 if it is torn. */
    private static int uniform(int[] array) {
        for (int element : array) {
            if (element != array[0]) {
                return -1;
            }
        }
        return array[0];
    }

    /**
     * Each thread counts in its own handle, shares it, drops or closes the shares: no count of its own is lost, none
     * comes over.
     */
    @Test
    void twoHandlesWrittenOnTwoThreadsAreTwoValues() throws Exception {
        Cow<int[]> first = Cow.owned(new int[LENGTH], int[]::clone);
        Cow<int[]> second = first.share();
        both(() -> count(first, 1), () -> count(second, 3));
        assertThat(uniform(first.get())).isEqualTo(ROUNDS);
        assertThat(uniform(second.get())).isEqualTo(3 * ROUNDS);
    }

    private static boolean count(Cow<int[]> cow, int step) {
        for (int i = 0; i < ROUNDS; i++) {
            Cow<int[]> share = i % 7 == 0 ? cow.share() : null;
            cow.mutate(array -> Arrays.setAll(array, at -> array[at] + step));
            if (share != null) {
                assertThat(uniform(share.get())).isEqualTo(i * step);
                if (i % 14 == 0) {
                    share.close();
                }
            }
            if (uniform(cow.get()) != (i + 1) * step) {
                throw new AssertionError("lost at " + i);
            }
        }
        return true;
    }

    /**
     * The reader closes after it has read; the writer, which may then be alone, must not have edited what was being
     * read.
     */
    @Test
    void aReaderSeesOneVersionUntilItCloses() throws Exception {
        AtomicInteger copies = new AtomicInteger();
        Cow<int[]> writer = Cow.owned(new int[LENGTH], array -> {
            copies.incrementAndGet();
            return array.clone();
        });
        record Handed(Cow<int[]> handle, int version) {}
        BlockingQueue<Handed> queue = new ArrayBlockingQueue<>(2);
        both(
                () -> {
                    for (int i = 0; i < ROUNDS; i++) {
                        queue.put(new Handed(writer.share(), i));
                        int next = i + 1;
                        writer.mutate(array -> Arrays.fill(array, next));
                    }
                    return true;
                },
                () -> {
                    for (int i = 0; i < ROUNDS; i++) {
                        Handed handed = queue.take();
                        try (Cow<int[]> mine = handed.handle()) {
                            assertThat(uniform(mine.get())).isEqualTo(handed.version());
                        }
                    }
                    return true;
                });
        assertThat(uniform(writer.get())).isEqualTo(ROUNDS);
        assertThat(copies.get()).isBetween(1, ROUNDS);
        assertThat(writer.refCount()).isOne();
    }

    /** Two threads leave one value at the same time: it is copied once or twice, and the third handle is then alone. */
    @Test
    void handlesThatLeaveTogetherAreCountedOnce() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        for (int round = 0; round < 2_000; round++) {
            AtomicInteger copies = new AtomicInteger();
            int[] value = new int[LENGTH];
            Cow<int[]> rest = Cow.owned(value, array -> {
                copies.incrementAndGet();
                return array.clone();
            });
            Cow<int[]> one = rest.share();
            Cow<int[]> other = rest.share();
            boolean closes = round % 2 == 0;
            both(
                    () -> {
                        start.await();
                        one.toMut()[0] = 1;
                        return true;
                    },
                    () -> {
                        start.await();
                        if (closes) {
                            other.close();
                        } else {
                            other.toMut()[0] = 2;
                        }
                        return true;
                    });
            assertThat(rest.refCount()).isOne();
            assertThat(rest.toMut()).isSameAs(value).containsOnly(0);
            assertThat(copies).hasValue(closes ? 1 : 2);
        }
    }

    /** Against the rules, but harmless: it is one handle, so one reference goes back. */
    @Test
    void aHandleClosedByTwoThreadsGivesBackOnce() throws Exception {
        Cow<int[]> first = Cow.owned(new int[1], int[]::clone);
        Cow<int[]> second = first.share();
        List<Cow<int[]>> closed = Stream.generate(first::share).limit(ROUNDS).toList();
        AtomicInteger arrived = new AtomicInteger();
        Callable<Boolean> close = () -> {
            for (int i = 0; i < ROUNDS; i++) {
                arrived.incrementAndGet();
                for (int spins = 0; arrived.get() < 2 * (i + 1); spins++) {
                    if (spins > 1_000) {
                        Thread.yield();
                    }
                }
                closed.get(i).close();
            }
            return true;
        };
        both(close, close);
        assertThat(first.refCount()).isEqualTo(2);
        first.toMut()[0] = 1;
        assertThat(second.get()).containsExactly(0);
    }
}
