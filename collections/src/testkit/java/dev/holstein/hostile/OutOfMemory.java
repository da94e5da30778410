package dev.holstein.hostile;

import dev.holstein.costs.AllocatedBytes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the child process does: lets each write run out of memory at one allocation after the other, and looks at what it has left. The
 * errors met, and what was found wrong, are printed, one line for each kind of write; see {@link SmallHeap} for who reads them.
 */
public final class OutOfMemory {
    /** Trials in one full heap: each finds one gap more than the one before. */
    private static final int TRIALS = 8;

    /** Each kind of write is tried until it has met so many errors, or so often: in place, many writes need no memory. */
    private static final int LEAST_ERRORS = 3;

    private static final int MOST_ROUNDS = 40;

    /**
     * Each kind of write is made so often in memory enough: a lambda that the JVM must link in a full heap fails for good, and with an
     * {@link InternalError}, so that every branch is to be taken before.
     */
    private static final int WARM_UP = 100;

    private static final int LONGEST_MESSAGE = 400;

    private final FullHeap heap = new FullHeap();
    private final WriteCase.Trial[] trials = new WriteCase.Trial[TRIALS];
    private final boolean[] failed = new boolean[TRIALS];

    /** Runs all cases, and again while there is time. */
    public static void run(List<WriteCase> cases, long seconds) {
        OutOfMemory run = new OutOfMemory();
        int[] errors = new int[cases.size()];
        int[] wrong = new int[cases.size()];
        String[] verdicts = new String[cases.size()];
        int[] sizes = new int[cases.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = run.allocatedBy(cases.get(i));
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (int round = 0; round == 0 || System.nanoTime() < end; round++) {
            for (int i = 0; i < sizes.length; i++) {
                int most = round == 0 ? MOST_ROUNDS : 1;
                do {
                    errors[i] += run.exhaust(cases.get(i), sizes[i]);
                    String found = run.check();
                    if (found != null) {
                        wrong[i]++;
                        verdicts[i] = found;
                    }
                } while (errors[i] < LEAST_ERRORS && --most > 0);
            }
        }
        for (int i = 0; i < sizes.length; i++) {
            System.out.println(SmallHeap.LINE
                    + cases.get(i).name()
                    + SmallHeap.TAB
                    + errors[i]
                    + SmallHeap.TAB
                    + wrong[i]
                    + SmallHeap.TAB
                    + (verdicts[i] == null ? "" : verdicts[i]));
        }
    }

    /** Checks all trials; answers what was wrong with the last that was not as promised. */
    private @Nullable String check() {
        String verdict = null;
        for (int trial = 0; trial < TRIALS; trial++) {
            try {
                trials[trial].check(failed[trial]);
            } catch (Throwable found) {
                verdict = describe(trial, failed[trial], found);
            }
        }
        return verdict;
    }

    private static String describe(int trial, boolean failed, Throwable found) {
        StringBuilder text = new StringBuilder("trial " + trial + (failed ? " failed: " : " passed: ") + found);
        for (int i = 0; i < Math.min(4, found.getStackTrace().length); i++) {
            text.append(" at ").append(found.getStackTrace()[i]);
        }
        String line = text.toString().replace('\n', ' ').replace(SmallHeap.TAB, " ");
        return line.substring(0, Math.min(line.length(), LONGEST_MESSAGE));
    }

    private int allocatedBy(WriteCase writeCase) {
        long bytes = 0;
        for (int i = 0; i < WARM_UP; i++) {
            WriteCase.Trial trial = writeCase.make().get();
            long before = AllocatedBytes.ofThisThread();
            trial.write();
            bytes = AllocatedBytes.ofThisThread() - before;
            trial.check(false);
        }
        return (int) bytes;
    }

    private int exhaust(WriteCase writeCase, int bytes) {
        for (int i = 0; i < TRIALS; i++) {
            trials[i] = writeCase.make().get();
            failed[i] = false;
        }
        int gap = bytes / TRIALS & -8;
        heap.fill(gap, TRIALS);
        int errors = 0;
        for (int i = 0; i < TRIALS; i++) {
            try {
                trials[i].write();
            } catch (Error full) {
                if (!isOutOfMemory(full)) {
                    throw full;
                }
                failed[i] = true;
                errors++;
            }
            heap.openGap();
        }
        heap.empty();
        return errors;
    }

    /** Whether memory ran out, in the write itself or where the JVM linked what it needs. */
    private static boolean isOutOfMemory(Throwable error) {
        return error instanceof OutOfMemoryError || error.getCause() != null && isOutOfMemory(error.getCause());
    }
}
