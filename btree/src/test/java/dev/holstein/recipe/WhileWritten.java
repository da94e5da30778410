package dev.holstein.recipe;

import dev.holstein.progress.Standstill;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** A check that is made again and again in a thread of its own for as long as others write, and once more when they are done. */
final class WhileWritten {
    private WhileWritten() {}

    /** Comes to its end with the writers, which do a number of writes each; answers how often the check was made. */
    static int check(Runnable check, Runnable... writers) throws Exception {
        try (Standstill threads = new Standstill()) {
            CountDownLatch begun = new CountDownLatch(1);
            AtomicBoolean done = new AtomicBoolean();
            Future<Integer> reader = threads.begin(() -> {
                begun.countDown();
                int made = 0;
                for (boolean last = false; !last; made++) {
                    last = done.get();
                    check.run();
                }
                return made;
            });
            begun.await();
            List<Future<Boolean>> started = new ArrayList<>();
            for (Runnable writer : writers) {
                started.add(threads.begin(() -> {
                    writer.run();
                    return true;
                }));
            }
            try {
                for (Future<Boolean> each : started) {
                    Standstill.finish(each);
                }
            } finally {
                done.set(true);
            }
            return Standstill.finish(reader);
        }
    }
}
