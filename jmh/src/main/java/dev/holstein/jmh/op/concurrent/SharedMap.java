package dev.holstein.jmh.op.concurrent;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map that threads share: the one form in which every subject is read and written. A measuring JVM uses one kind only, so the
 * compiler sees through these calls.
 */
abstract class SharedMap {
    /** The value of a key; null if absent. */
    abstract @Nullable Object get(Object key);

    /** Adds an entry or replaces its value. */
    abstract void put(Object key, Object value);

    /** The present contents, safe from later writes: by the cheapest means the map has. */
    abstract Object snapshot();

    /** Hands over all entries of what {@link #snapshot} has made. */
    abstract void forEach(Object snapshot, BiConsumer<Object, Object> sink);

    /** Hands over all present entries, as consistent as the map can do it while others write. */
    void view(BiConsumer<Object, Object> sink) {
        forEach(snapshot(), sink);
    }
}
