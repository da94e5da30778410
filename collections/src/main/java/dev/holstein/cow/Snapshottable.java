package dev.holstein.cow;

/**
 * Something whose present contents can be frozen in O(1).
 *
 * <p><b>Cost.</b> A snapshot copies nothing. The first later write to a part that the snapshot can see copies that part; a
 * snapshot that is dropped gives its memory back to the collector.
 *
 * <p><b>Threads.</b> The snapshot of a collection is immutable: it may be handed to any thread, even through a data race. That of an
 * array is a second handle, which one thread may write and has to close. Who may call {@link #snapshot} is for the type to say.
 *
 * @param <S> the type of the frozen contents
 */
@FunctionalInterface
public interface Snapshottable<S> {
    /**
     * The present contents, frozen.
     *
     * @return a value that no later write to this one changes
     */
    S snapshot();
}
