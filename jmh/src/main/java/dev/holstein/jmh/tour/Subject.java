package dev.holstein.jmh.tour;

import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map on the tour: how it is written, and how a whole view of it is taken while others write. Any number of threads
 * may call any of its methods.
 */
interface Subject {
    /** The name in the report. */
    String name();

    /** Whether the exit code depends on it: the map of this library, not those it is compared with. */
    boolean judged();

    /** Adds to the quantity of a name; a name that is not there yet has none. One atomic step. */
    void add(String name, long amount);

    /**
     * Moves a quantity from one name to another: in one atomic step, if this map has one. Both names belong to the calling
     * writer alone, so what it reads of them nobody changes before it writes.
     */
    void transfer(String from, String to, long amount);

    /**
     * A view of the whole, as this map offers one to a reader that must not stop the writers.
     *
     * @param turn how many views this reader has taken before; a map with several kinds of view takes turns
     */
    Map<String, Long> view(long turn);

    /** The present contents for keeps, which no later write changes; null if this map has no such thing. */
    @Nullable
    Map<String, Long> frozen();

    /** The nodes that writes have copied or made so far; empty if this map is none of the library's. */
    default OptionalLong nodesCopied() {
        return OptionalLong.empty();
    }
}
