package dev.holstein.hostile;

/**
 * What is checked of any collection after a write that has run out of memory, beside the invariants of its kind: it is as it was or as
 * it was to become, and takes the same write once more; one for several threads takes it from another thread, for which no lock may have
 * been left held.
 */
public final class WrittenTwice {
    private static final long MOST_MILLIS = 10_000;

    private WrittenTwice() {}

    /**
     * Compares contents.
     *
     * @param failed whether the write has failed: else the contents must be those after it
     */
    public static void eitherOr(boolean failed, Object present, Object before, Object after) {
        if (!present.equals(after) && !(failed && present.equals(before))) {
            throw new AssertionError(
                    "neither as before nor as after: " + present + "; before " + before + "; after " + after);
        }
    }

    /** Says what differs. */
    public static void same(String what, Object present, Object expected) {
        if (!present.equals(expected)) {
            throw new AssertionError(what + ": " + present + " instead of " + expected);
        }
    }

    /** Writes from another thread. */
    public static void fromAnotherThread(Runnable write) {
        fromAnotherThread(write, MOST_MILLIS);
    }

    static void fromAnotherThread(Runnable write, long mostMillis) {
        Throwable[] thrown = {null};
        Thread thread = new Thread(write, "writes after the error");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((unused, failure) -> thrown[0] = failure);
        thread.start();
        try {
            thread.join(mostMillis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (thread.isAlive()) {
            throw new AssertionError("no other thread can write: a lock is still held");
        }
        if (thrown[0] != null) {
            throw new AssertionError("no other thread can write: " + thrown[0], thrown[0]);
        }
    }
}
