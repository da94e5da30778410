package dev.holstein.fault;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Does things so deep in the stack that about every other one overflows it, where it goes deepest of all: there the calls are that come
 * last. In compiled code those are others than in code that is interpreted, so that some thousands are wanted.
 */
public final class DeepStack {
    private static final long BYTES = 256 << 10;

    /** So many frames about the depth at which it begins to overflow. */
    private static final int JITTER = 5;

    /** Where the search for that depth begins, in frames from the end. */
    private static final int BEGINNING = 30;

    private static final int MOST_FRAMES = 100_000;

    /** Keeps the frames from being optimised away. */
    private static long burnt;

    private final Random random;

    private DeepStack(Random random) {
        this.random = random;
    }

    /** Calls something again and again in a thread with a small stack. */
    public static void run(Random random, int times, Attempt attempt) throws InterruptedException {
        DeepStack stack = new DeepStack(random);
        Throwable[] failure = new Throwable[1];
        Thread thread = new Thread(null, () -> failure[0] = stack.attempts(times, attempt), "small stack", BYTES);
        thread.start();
        thread.join();
        if (failure[0] != null) {
            throw new AssertionError("seen in the thread with the small stack", failure[0]);
        }
    }

    /** One attempt: prepares what is to be done, does it where the stack is nearly full, and looks at what has come of it. */
    public interface Attempt {
        /** What is to be done, given the number of the attempt. */
        Runnable prepare(int number);

        /** Looks at what has come of it. */
        void check(boolean overflowed);
    }

    private @Nullable Throwable attempts(int times, Attempt attempt) {
        try {
            int edge = 0;
            for (int i = 0; i < times; i++) {
                if (i % 500 == 0) {
                    edge = deepest() - BEGINNING; // compiled frames are smaller
                }
                Runnable action = attempt.prepare(i);
                boolean overflowed = false;
                try {
                    at(Math.max(0, edge + random.nextInt(2 * JITTER) - JITTER), action);
                } catch (StackOverflowError overflow) {
                    overflowed = true;
                }
                edge += overflowed ? -1 : 1;
                attempt.check(overflowed);
            }
            return null;
        } catch (Throwable failure) {
            return failure;
        }
    }

    private static int deepest() {
        int fits = 0;
        int overflows = MOST_FRAMES;
        while (overflows - fits > 1) {
            int middle = (fits + overflows) / 2;
            try {
                at(middle, () -> {});
                fits = middle;
            } catch (StackOverflowError tooDeep) {
                overflows = middle;
            }
        }
        return fits;
    }

    private static void at(int frames, Runnable action) {
        if (frames == 0) {
            action.run();
            return;
        }
        long kept = frames;
        at(frames - 1, action);
        burnt += kept;
    }
}
