package dev.holstein.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * A thread that has stopped in the middle of what it does, and others that are to get on beside it. Nothing is measured: what gets on has
 * half a minute for milliseconds of work, and only what a test knows to be broken is given up early.
 */
public final class Standstill implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 30_000;
    private static final long IMPATIENCE_MILLIS = 200;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "beside a standstill");
        thread.setDaemon(true);
        return thread;
    });

    /** Starts something, given what stops it, and comes back when it has stopped. */
    public Future<?> of(Consumer<Runnable> work) throws Exception {
        Future<?> started = threads.submit(() -> work.accept(this::stop));
        if (!stopped.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("has not come to its stop");
        }
        return started;
    }

    private void stop() {
        stopped.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void goOn() {
        goOn.countDown();
    }

    public <T> Future<T> begin(Callable<T> work) {
        return threads.submit(work);
    }

    public static <T> T finish(Future<T> work) throws Exception {
        try {
            return work.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("waits", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    /** Does something in another thread, so that a wait fails the test instead of stopping it. */
    public <T> T beside(Callable<T> work) throws Exception {
        return finish(begin(work));
    }

    /** Whether something that is known to wait does. */
    public static boolean waits(Future<?> work) throws Exception {
        try {
            Object unused = work.get(IMPATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException e) {
            return true;
        }
    }

    /** Does something in many threads that begin together, and comes back when all have done it. */
    public static <T> List<T> crowd(int size, IntFunction<Callable<T>> work) throws Exception {
        try (Standstill crowd = new Standstill()) {
            CountDownLatch present = new CountDownLatch(size);
            List<Future<T>> started = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                Callable<T> share = work.apply(i);
                started.add(crowd.begin(() -> {
                    present.countDown();
                    present.await();
                    return share.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : started) {
                results.add(finish(each));
            }
            return results;
        }
    }

    @Override
    public void close() {
        goOn();
        threads.shutdownNow();
    }
}
