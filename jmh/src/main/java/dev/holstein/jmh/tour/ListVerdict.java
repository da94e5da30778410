package dev.holstein.jmh.tour;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one list.
 *
 * @param name its name
 * @param judged whether the exit code depends on it
 * @param writing what was written and seen
 * @param writes how many writes of each kind
 * @param bytesPerWrite what a write allocated, on average; not a number if this JVM does not say
 * @param costs what the writes cost in nodes; null for a list that has none to count
 */
record ListVerdict(
        String name,
        boolean judged,
        Phase writing,
        Map<ListWrites.Kind, Long> writes,
        double bytesPerWrite,
        @Nullable ListCosts costs) {
    Sightings seen() {
        return writing.seen();
    }

    /** Whether there were views, and nothing was wrong with any. */
    boolean consistent() {
        return writing.failure() == null && seen().views() > 0 && seen().torn() == 0;
    }

    /** What was seen, in words. */
    String inWords() {
        String failed = writing.failure() == null ? "" : ", failed with " + writing.failure();
        return name + ": " + Numbers.plural(seen().views(), "view") + ", " + Verdict.torn(seen()) + failed;
    }

    /** Whether the library has kept its promise, as far as this list is of it. */
    boolean passed() {
        return !judged || consistent();
    }
}
