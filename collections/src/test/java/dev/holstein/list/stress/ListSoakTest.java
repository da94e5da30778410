package dev.holstein.list.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Two threads write one list at random, and each checks what it sees between its writes. A thread puts its own numbers in, one after the
 * other and anywhere, and takes the oldest of them out: so of each thread every version has all numbers from one to another, each once,
 * and neither end ever goes back.
 *
 * <p>A run takes {@value #DEFAULT_SECONDS} seconds, and prints what it did. The system property {@code dev.holstein.soakSeconds} asks
 * for longer ones: {@code mvn test -pl collections -Dtest=ListSoakTest -DskipTiny -DskipSecondJdk -Dtest.jvmArgs="-Xmx2g
 * -Ddev.holstein.soakSeconds=300"}.
 */
class ListSoakTest {
    private static final int DEFAULT_SECONDS = 2;
    private static final int SECONDS = Integer.getInteger("dev.holstein.soakSeconds", DEFAULT_SECONDS);
    private static final int THREADS = 2;

    /** Numbers of one thread that are in the list, about. */
    private static final int MOST = 1_200;

    private static final int MOST_KEPT = 50;

    private final ConcurrentList<Long> list = new ConcurrentList<>();

    /** The numbers of one thread in one version. */
    private record Span(long first, long end) {
        static final Span NONE = new Span(0, 0);

        /** The numbers of a thread; every number is its thread in the lowest bit. */
        static Span of(int thread, List<Long> version) {
            long least = Long.MAX_VALUE;
            long most = -1;
            long sum = 0;
            long count = 0;
            for (long each : version) {
                if (each % THREADS == thread) {
                    long number = each / THREADS;
                    least = Math.min(least, number);
                    most = Math.max(most, number);
                    sum += number;
                    count++;
                }
            }
            if (count == 0) {
                return NONE;
            }
            if (count != most - least + 1 || sum != (least + most) * count / 2) {
                throw new AssertionError(count + " numbers of thread " + thread + " between " + least + " and " + most);
            }
            return new Span(least, most + 1);
        }
    }

    /** A snapshot, and what it must show as long as it is kept. */
    private record Kept(PersistentList<Long> snapshot, int size, int hash) {
        void check() {
            assertThat(snapshot.size()).isEqualTo(size);
            assertThat(snapshot.hashCode()).isEqualTo(hash);
            ListProbe.check(snapshot);
        }
    }

    /** What a thread did. */
    private record Tally(Span mine, long writes, long refused, long checks) {}

    @Test
    void nothingIsLostAndEveryVersionIsWhole() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Callable<Tally>> workers = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        for (int i = 0; i < THREADS; i++) {
            workers.add(new Worker(i, end)::work);
        }
        try {
            int all = 0;
            List<Future<Tally>> done = threads.invokeAll(workers);
            for (int i = 0; i < THREADS; i++) {
                Tally tally = done.get(i).get();
                System.out.println("list soak: " + tally);
                assertThat(Span.of(i, list)).isEqualTo(tally.mine);
                assertThat(tally.writes).isPositive();
                all += (int) (tally.mine.end - tally.mine.first);
            }
            assertThat(list).hasSize(all);
            ListProbe.check(list);
        } finally {
            threads.shutdownNow();
        }
    }

    /** One thread's part. */
    private final class Worker {
        private final int thread;
        private final long end;
        private final Random random;
        private final List<Kept> kept = new ArrayList<>();
        private final Span[] seen = new Span[THREADS];

        /** Its numbers that are in the list. */
        private long first;

        private long next;

        private long writes;
        private long refused;
        private long checks;

        Worker(int thread, long end) {
            this.thread = thread;
            this.end = end;
            random = new Random(thread);
            for (int i = 0; i < THREADS; i++) {
                seen[i] = Span.NONE;
            }
        }

        Tally work() {
            while (System.nanoTime() < end) {
                for (int i = random.nextInt(20); i > 0; i--) {
                    write();
                    writes++;
                }
                check(list.snapshot());
            }
            kept.forEach(Kept::check);
            return new Tally(first == next ? Span.NONE : new Span(first, next), writes, refused, checks);
        }

        private long number() {
            return next++ * THREADS + thread;
        }

        private List<Long> numbers(int count) {
            List<Long> numbers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                numbers.add(number());
            }
            return numbers;
        }

        private void write() {
            int way = random.nextInt(10);
            if (next - first > MOST) {
                way = 9;
            }
            switch (way) {
                case 0, 1 -> list.add(number());
                case 2 -> list.add(0, number());
                case 3 -> list.addAll(numbers(random.nextInt(400)));
                case 4 -> list.update(copy -> copy.add(copy.size() / 2, number()));
                case 5 -> assertThat(list.addIfAbsent(number())).isTrue();
                case 6 -> throughARange();
                case 7 -> list.replaceAll(each -> each);
                case 8 -> tryToAppend();
                default -> takeOut();
            }
        }

        /** Is refused when the other thread comes in between: then the number is still to come. */
        private void throughARange() {
            long number = number();
            try {
                int size = list.size();
                List<Long> range = list.subList(size / 3, size / 2);
                range.add(number);
            } catch (ConcurrentModificationException | IndexOutOfBoundsException e) {
                next--;
                refused++;
            }
        }

        private void tryToAppend() {
            PersistentList<Long> now = list.snapshot();
            if (!list.compareAndSet(now, now.plus(number()))) {
                next--;
                refused++;
            }
        }

        private void takeOut() {
            long limit = first + random.nextInt(MOST);
            first = Math.min(limit, next);
            if (random.nextBoolean()) {
                list.removeIf(each -> each % THREADS == thread && each / THREADS < first);
            } else {
                list.update(copy -> copy.removeIf(each -> each % THREADS == thread && each / THREADS < first));
            }
        }

        private void check(PersistentList<Long> snapshot) {
            checks++;
            for (int i = 0; i < THREADS; i++) {
                Span now = Span.of(i, snapshot);
                if (now.equals(Span.NONE)) {
                    continue;
                }
                if (now.first < seen[i].first || now.end < seen[i].end) {
                    throw new AssertionError("thread " + i + ": " + now + " after " + seen[i]);
                }
                seen[i] = now;
            }
            Span expected = first == next ? Span.NONE : new Span(first, next);
            assertThat(Span.of(thread, snapshot)).isEqualTo(expected);
            if (random.nextInt(20) == 0) {
                ListProbe.check(snapshot);
                if (kept.size() == MOST_KEPT) {
                    kept.remove(random.nextInt(MOST_KEPT)).check();
                }
                kept.add(new Kept(snapshot, snapshot.size(), snapshot.hashCode()));
            }
        }
    }
}
