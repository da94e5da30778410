package dev.holstein.array;

import dev.holstein.core.Checks;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How much is remembered about array handles, to report those that were dropped without {@code close()}.
 *
 * <pre>{@code
 * Consumer<ArrayLeak> log = leak -> System.err.println(leak);         // where it was made, too
 * ArrayLeaks.addListener(log);
 * var options = ArrayOptions.defaults().withLeakDetection(LeakDetection.ALL);
 * try (CowByteArray closed = CowByteArray.ofLength(100, options)) {   // a handle that is closed is no leak
 *     assert !closed.isClosed();
 * }
 * assert ArrayLeaks.removeListener(log);
 * }</pre>
 *
 * <p>Dropped handles are taken back at every level, when the collector finds them; a level decides which of them are
 * {@linkplain ArrayLeaks reported}. The level of an array is that of its {@link ArrayOptions}; else that of the system property
 * {@code dev.holstein.array.leakDetection} ({@code off}, {@code sampled} or {@code all}); else {@link #SAMPLED}. Snapshots have the
 * level of the array they were taken of.
 *
 * @implNote The levels are those of Netty's {@code ResourceLeakDetector}, one fewer.
 */
public enum LeakDetection {
    /** Nothing is remembered, and no leak reported. Costs nothing. */
    OFF,
    /** One handle in {@value #SAMPLE} remembers where it was made and closed, and is reported if it leaks. */
    SAMPLED,
    /** All handles remember where they were made and closed. Costs a stack trace (microseconds) a handle: for tests. */
    ALL;

    static final int SAMPLE = 1_024;

    private static final String PROPERTY = "dev.holstein.array.leakDetection";

    /** The level of arrays that were given none. */
    static final LeakDetection DEFAULT = named(System.getProperty(PROPERTY, SAMPLED.name()));

    static LeakDetection named(String name) {
        try {
            return valueOf(Checks.notNull(name, "name").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(PROPERTY + " is '" + name + "', not off, sampled or all", e);
        }
    }

    /** Whether the next handle is to remember. */
    boolean traces() {
        return switch (this) {
            case OFF -> false;
            case SAMPLED -> ThreadLocalRandom.current().nextInt(SAMPLE) == 0;
            case ALL -> true;
        };
    }
}
