package dev.holstein.jmh.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The threads that are at work between two readings. */
final class Crew implements AutoCloseable {
    private final ExecutorService threads;

    Crew(int count) {
        threads = Executors.newFixedThreadPool(count, job -> {
            Thread thread = new Thread(job, "soak");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Does all jobs, as many at once as there are threads.
     *
     * @throws Fault that of the first job that failed
     */
    void work(List<Runnable> jobs) throws InterruptedException {
        List<Future<?>> futures = new ArrayList<>();
        jobs.forEach(job -> futures.add(threads.submit(job)));
        Fault fault = null;
        for (Future<?> future : futures) {
            try {
                future.get();
            } catch (ExecutionException e) {
                Throwable cause = e.getCause();
                Fault found = cause instanceof Fault known ? known : new Fault(String.valueOf(cause), e);
                fault = fault == null ? found : fault;
            }
        }
        if (fault != null) {
            throw fault;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
