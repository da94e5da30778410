package dev.holstein.array;

import dev.holstein.core.Checks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Reports array handles that were dropped without {@code close()}: to the {@linkplain System#getLogger system logger} {@code
 * dev.holstein.array}, as a warning with the place where the handle was made, and to listeners.
 *
 * <p>Which handles are reported is said by {@link LeakDetection}.
 *
 * <p><b>Threads.</b> Any. Listeners are called by the one thread that takes dropped handles back: they must be quick, and what they
 * throw is logged.
 */
public final class ArrayLeaks {
    private static final Logger LOGGER = System.getLogger("dev.holstein.array");
    private static final List<Consumer<? super ArrayLeak>> LISTENERS = new CopyOnWriteArrayList<>();
    private static final AtomicLong REPORTED = new AtomicLong();

    private ArrayLeaks() {}

    /**
     * Tells a listener of all leaks from now on.
     *
     * @param listener is told; one that was added already is told twice
     * @throws NullPointerException if the listener is null
     */
    public static void addListener(Consumer<? super ArrayLeak> listener) {
        LISTENERS.add(Checks.notNull(listener, "listener"));
    }

    /**
     * Tells a listener no more.
     *
     * @param listener the listener
     * @return whether it had been added
     */
    public static boolean removeListener(Consumer<? super ArrayLeak> listener) {
        return LISTENERS.remove(listener);
    }

    /**
     * How many leaks were reported since the process began.
     *
     * @return handles
     */
    public static long reported() {
        return REPORTED.get();
    }

    static void report(ArrayLeak leak) {
        REPORTED.getAndIncrement();
        LOGGER.log(Level.WARNING, leak.toString(), leak.madeAt());
        for (Consumer<? super ArrayLeak> listener : LISTENERS) {
            try {
                listener.accept(leak);
            } catch (Throwable e) { // the thread takes back other handles yet
                LOGGER.log(Level.WARNING, "a listener for leaks failed", e);
            }
        }
    }

    static void reportClosedTwice(Throwable closedAt) {
        LOGGER.log(Level.WARNING, "an array handle was closed again; it was first closed here", closedAt);
    }
}
