package dev.holstein.jcstress.array;

/** A handle on an array: as much of it as the promises need. */
public interface Handle {
    /** An element. */
    long get(long index);

    /** Replaces an element. */
    void set(long index, long element);

    /** Another handle on the same pages. */
    Handle snapshot();

    /** Gives the pages back. */
    void close();

    /** Gives the pages back as the collector does for a handle that was dropped; nothing happens if they were given back before. */
    void reclaim();
}
