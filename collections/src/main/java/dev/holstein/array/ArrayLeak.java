package dev.holstein.array;

/**
 * An array handle that was dropped without {@code close()}, and taken back by the collector.
 *
 * @param type the class of the array
 * @param length its length in elements
 * @param pagesFreed the pages that nobody else referred to
 * @param madeAt where the handle was made: the stack trace of this throwable
 */
public record ArrayLeak(Class<?> type, long length, long pagesFreed, Throwable madeAt) {
    @Override
    public String toString() {
        return type.getSimpleName() + " of length " + length + " was dropped without close(): " + pagesFreed
                + " pages were freed by the collector instead";
    }
}
