package dev.holstein.jmh.op.concurrent;

import java.util.List;

/** The lists for many threads that are compared. */
public enum SharedListSubject {
    /** {@link dev.holstein.list.ConcurrentList}. */
    CONCURRENT_LIST,
    /** {@link java.util.concurrent.CopyOnWriteArrayList}. */
    COPY_ON_WRITE,
    /** {@link java.util.ArrayList} behind one lock; a snapshot is a copy. */
    LOCKED_ARRAY_LIST;

    /** Makes a list of some elements. */
    SharedList copyOf(List<Object> elements) {
        return switch (this) {
            case CONCURRENT_LIST -> new SharedList.Paged(elements);
            case COPY_ON_WRITE -> new SharedList.CopyOnWrite(elements);
            case LOCKED_ARRAY_LIST -> new SharedList.Locked(elements);
        };
    }
}
