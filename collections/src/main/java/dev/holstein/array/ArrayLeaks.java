package dev.holstein.array;

import dev.holstein.core.Checks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Reports array handles that were dropped without {@code close()}: to the {@linkplain System#getLogger system logger} {@code
 * dev.holstein.array}, as a warning with the place where the handle was made, once for each place (and for at most {@value #MOST_LOGGED}
 * places), and to listeners, each time.
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
    private static final String PACKAGE = ArrayLeaks.class.getPackageName();
    private static final int MOST_LOGGED = 1_000;
    private static final Set<List<StackTraceElement>> LOGGED = ConcurrentHashMap.newKeySet();

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

    /** Lets a trace begin where this library was called; not when it is taken, for that is what it costs most. */
    static Throwable trimmed(Throwable trace) {
        StackTraceElement[] frames = trace.getStackTrace();
        int first = 0;
        while (first < frames.length - 1 && isOurs(frames[first].getClassName())) {
            first++;
        }
        trace.setStackTrace(Arrays.copyOfRange(frames, first, frames.length));
        return trace;
    }

    private static boolean isOurs(String className) {
        return className.lastIndexOf('.') == PACKAGE.length() && className.startsWith(PACKAGE);
    }

    static void report(ArrayLeak leak) {
        REPORTED.getAndIncrement();
        List<StackTraceElement> place = List.of(leak.madeAt().getStackTrace());
        if (LOGGED.size() < MOST_LOGGED && LOGGED.add(place)) {
            LOGGER.log(Level.WARNING, leak.toString(), leak.madeAt());
        }
        for (Consumer<? super ArrayLeak> listener : LISTENERS) {
            try {
                listener.accept(leak);
            } catch (Throwable e) { // the thread takes back other handles yet
                LOGGER.log(Level.WARNING, "a listener for leaks failed", e);
            }
        }
    }

    static void reportClosedTwice(Throwable closedAt) {
        LOGGER.log(Level.INFO, "an array handle was closed again; it was first closed here", closedAt);
    }
}
