package dev.holstein.jmh.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one phase. They begin together and end together: each looks at {@link #stopped} between two steps of its
 * work. If one of them fails, all stop, and the failure is kept: a thread that died unseen would look like a map without fault.
 */
final class Crew {
    private static final long POLL_MILLIS = 10;

    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean stopped;
    private volatile long stoppedAt;

    /** Takes a thread on, to begin when {@link #work} is called. */
    void hire(String task, Runnable job) {
        Thread thread = new Thread(() -> runGuarded(job), "tour-" + task + "-" + threads.size());
        thread.setDaemon(true);
        threads.add(thread);
    }

    private void runGuarded(Runnable job) {
        try {
            gate.await();
            job.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            stop();
        }
    }

    /**
     * Lets all begin, and returns when all have ended.
     *
     * @param poll told now and then by the calling thread how many seconds it has been; stops the crew by answering true
     * @return the seconds from the beginning to the stop
     */
    double work(DoublePredicate poll) throws InterruptedException {
        threads.forEach(Thread::start);
        long startedAt = System.nanoTime();
        gate.countDown();
        while (!stopped) {
            if (poll.test((System.nanoTime() - startedAt) / 1e9)) {
                stop();
            } else {
                Thread.sleep(POLL_MILLIS);
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return (stoppedAt - startedAt) / 1e9;
    }

    /** Asks all to end. */
    void stop() {
        if (!stopped) {
            stoppedAt = System.nanoTime();
            stopped = true;
        }
    }

    boolean stopped() {
        return stopped;
    }

    /** What the first thread that failed failed with; null if none did. */
    @Nullable
    Throwable failure() {
        return failure.get();
    }
}
