package dev.holstein.array.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.CowLongArray;
import dev.holstein.array.LeakDetection;
import dev.holstein.array.PagePool;
import dev.holstein.array.PoolStats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Two threads at random handles of the same pages: each reads, writes, takes snapshots, hands some of them to the
 * other thread, closes some, and drops some unclosed. Every handle has a twin, a plain array; no page may be lost,
 * none freed twice.
 *
 * <p>A run takes {@value #DEFAULT_SECONDS} seconds for each kind of pool, and prints what it did. The system
 * property {@code dev.holstein.soakSeconds} asks for longer ones: {@code mvn test -pl collections
 * -Dtest=ArraySoakTest -DskipTiny -DskipSecondJdk -Dtest.jvmArgs="-Xmx2g -Ddev.holstein.soakSeconds=300"}.
 */
class ArraySoakTest {
    private static final int DEFAULT_SECONDS = 2;
    private static final int SECONDS = Integer.getInteger("dev.holstein.soakSeconds", DEFAULT_SECONDS);
    private static final int THREADS = 2;
    private static final int LENGTH = 1_500;
    private static final int PAGE = 4;
    private static final int MOST_HANDLES = 12;
    private static final int PATIENCE_SECONDS = 30;
    private static final long KEPT_BYTES = 300L * PAGE * Long.BYTES;

    /** A handle and what it must show. One thread's, until it is handed over. */
    private record Twin(CowLongArray array, long[] plain) {
        Twin snapshot() {
            return new Twin(array.snapshot(), plain.clone());
        }

        void check(long[] buffer) {
            array.read(0, buffer);
            if (!Arrays.equals(buffer, plain)) {
                int at = Arrays.mismatch(buffer, plain);
                throw new AssertionError("at " + at + ": " + buffer[at] + ", not " + plain[at] + "; " + array.stats());
            }
        }
    }

    /** What a thread did. */
    private record Tally(long steps, long checks, long snapshots, long received, long closed, long dropped) {
        Tally plus(Tally that) {
            return new Tally(
                    steps + that.steps,
                    checks + that.checks,
                    snapshots + that.snapshots,
                    received + that.received,
                    closed + that.closed,
                    dropped + that.dropped);
        }
    }

    @Test
    void noPageOfTheHeapIsLost() throws Exception {
        soak(PagePool.heap(KEPT_BYTES));
    }

    @Test
    void noDirectPageIsLost() throws Exception {
        long before = DirectBuffers.bytes();
        soak(PagePool.direct(KEPT_BYTES));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (DirectBuffers.bytes() > before && System.nanoTime() < end) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(DirectBuffers.bytes()).as("direct memory of the process").isLessThanOrEqualTo(before);
    }

    private static void soak(PagePool pool) throws Exception {
        long seed = System.nanoTime();
        List<BlockingQueue<Twin>> inboxes = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            inboxes.add(new ArrayBlockingQueue<>(4));
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        Tally sum = new Tally(0, 0, 0, 0, 0, 0);
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            List<Future<Worker>> runs = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Worker worker =
                        new Worker(pool, new Random(seed + i), end, inboxes.get(i), inboxes.get((i + 1) % THREADS));
                runs.add(threads.submit(worker));
            }
            List<Twin> open = new ArrayList<>();
            for (Future<Worker> run : runs) {
                Worker worker = run.get();
                sum = sum.plus(worker.tally());
                open.addAll(worker.handles);
            }
            inboxes.forEach(inbox -> inbox.drainTo(open));
            long[] buffer = new long[LENGTH];
            open.forEach(twin -> twin.check(buffer));
            awaitCountsOf(open.stream().map(Twin::array).toList());
            open.forEach(twin -> twin.array.close());
        } finally {
            threads.shutdownNow();
        }
        PoolStats stats = awaitEmpty(pool);
        System.out.printf("soak of %d s, seed %d: %s, %s%n", SECONDS, seed, sum, stats);
        assertThat(stats.livePages()).as("seed %s", seed).isZero();
        assertThat(stats.freePages() + stats.givenUp()).isEqualTo(stats.allocated());
        assertThat(stats.freeBytes())
                .isEqualTo(stats.freePages() * PAGE * Long.BYTES)
                .isLessThanOrEqualTo(KEPT_BYTES);
        assertThat(stats.reused()).isPositive();
        assertThat(sum.received).isPositive();
        assertThat(sum.dropped).isPositive();
        pool.trim();
        assertThat(pool.stats().freeBytes()).isZero();
        assertThat(pool.stats().givenUp()).isEqualTo(stats.allocated());
    }

    /** Waits until the collector has found the dropped handles: then the counts are those of the open ones. */
    private static void awaitCountsOf(List<CowLongArray> open) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            System.gc();
            Thread.sleep(20);
            try {
                ArrayProbe.check(open);
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    private static PoolStats awaitEmpty(PagePool pool) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (pool.stats().livePages() != 0 && System.nanoTime() < end) {
            System.gc();
            Thread.sleep(20);
        }
        return pool.stats();
    }

    /** One of the threads. Its random numbers say what it does next. */
    private static final class Worker implements Callable<Worker> {
        final List<Twin> handles = new ArrayList<>();

        private final ArrayOptions options;
        private final Random random;
        private final long end;
        private final BlockingQueue<Twin> inbox;
        private final BlockingQueue<Twin> outbox;
        private final long[] buffer = new long[LENGTH];

        private long steps;
        private long checks;
        private long snapshots;
        private long received;
        private long closed;
        private long dropped;

        Worker(PagePool pool, Random random, long end, BlockingQueue<Twin> inbox, BlockingQueue<Twin> outbox) {
            options = ArrayOptions.defaults()
                    .withPageSize(PAGE)
                    .withPool(pool)
                    .withLeakDetection(LeakDetection.OFF); // dropped handles are meant
            this.random = random;
            this.end = end;
            this.inbox = inbox;
            this.outbox = outbox;
        }

        Tally tally() {
            return new Tally(steps, checks, snapshots, received, closed, dropped);
        }

        @Override
        public Worker call() {
            while (System.nanoTime() < end) {
                if (handles.isEmpty()) {
                    handles.add(new Twin(CowLongArray.ofLength(LENGTH, options), new long[LENGTH]));
                }
                step(handles.get(random.nextInt(handles.size())));
                steps++;
            }
            return this;
        }

        private void step(Twin twin) {
            switch (random.nextInt(16)) {
                case 0, 1 -> {
                    if (handles.size() < MOST_HANDLES) {
                        handles.add(twin.snapshot());
                        snapshots++;
                    }
                }
                case 2 -> {
                    Twin copy = twin.snapshot();
                    snapshots++;
                    if (!outbox.offer(copy)) {
                        close(copy);
                    }
                }
                case 3 -> handOver(twin);
                case 4, 5 -> receive();
                case 6 -> check(twin);
                case 7, 8 -> {
                    if (handles.size() > MOST_HANDLES / 2) {
                        handles.removeIf(each -> each == twin);
                        close(twin);
                    }
                }
                case 9 -> drop(twin);
                default -> write(twin);
            }
        }

        /** The handle itself, not another one: from now on it is the other thread's. */
        private void handOver(Twin twin) {
            if (outbox.offer(twin)) {
                handles.removeIf(each -> each == twin);
            }
        }

        private void receive() {
            Twin twin = inbox.poll();
            if (twin == null) {
                return;
            }
            received++;
            check(twin);
            if (handles.size() < MOST_HANDLES) {
                handles.add(twin);
            } else {
                close(twin);
            }
        }

        private void check(Twin twin) {
            twin.check(buffer);
            checks++;
        }

        private void close(Twin twin) {
            check(twin);
            twin.array.close();
            closed++;
        }

        private void drop(Twin twin) {
            if (random.nextInt(8) == 0) {
                handles.removeIf(each -> each == twin);
                dropped++;
            }
        }

        private void write(Twin twin) {
            int at = random.nextInt(LENGTH);
            int count = Math.min(LENGTH - at, random.nextInt(40));
            switch (random.nextInt(8)) {
                case 0 -> {
                    long[] source = random.longs(count).toArray();
                    twin.array.write(at, source);
                    System.arraycopy(source, 0, twin.plain, at, count);
                }
                case 1 -> {
                    twin.array.clear(at, at + count);
                    Arrays.fill(twin.plain, at, at + count, 0);
                }
                case 2 -> {
                    Twin source = handles.get(random.nextInt(handles.size()));
                    int from = random.nextInt(LENGTH - count + 1);
                    twin.array.copyFrom(source.array, from, at, count);
                    System.arraycopy(source.plain, from, twin.plain, at, count);
                }
                case 3 -> {
                    long value = random.nextLong();
                    twin.array.fill(at, at + count, value);
                    Arrays.fill(twin.plain, at, at + count, value);
                }
                default -> {
                    for (int i = 0; i < 5; i++) {
                        int index = random.nextInt(LENGTH);
                        long value = random.nextLong();
                        long before = twin.array.getAndSet(index, value);
                        if (before != twin.plain[index]) {
                            throw new AssertionError("at " + index + ": " + before + ", not " + twin.plain[index]);
                        }
                        twin.plain[index] = value;
                    }
                }
            }
        }
    }
}
