package dev.holstein.array;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What pages of one element type can do. Memory is an array, or a buffer over direct memory; no memory at all stands for zeros
 * (nulls) wherever it is only read.
 */
abstract class PageFormat {
    final int elementBytes;

    PageFormat(int elementBytes) {
        this.elementBytes = elementBytes;
    }

    /** Memory on the heap, zeroed. */
    abstract Object onHeap(int elements);

    /** Memory on the heap with the contents of other memory. */
    abstract Object copyOnHeap(Object from, int fromIndex, int elements);

    /** Direct memory, zeroed. */
    abstract Object offHeap(int elements);

    abstract int length(Object memory);

    /** Whether memory that waits for its next use must be cleared, as it would keep objects alive. */
    boolean holdsObjects() {
        return false;
    }

    abstract void clear(Object memory, int from, int elements);

    abstract void copy(@Nullable Object from, int fromIndex, Object to, int toIndex, int elements);

    /** The first position in which two stretches differ, or -1. */
    abstract int mismatch(@Nullable Object a, int aIndex, @Nullable Object b, int bIndex, int elements);

    /** The first position in which two stretches are equal, or -1. */
    abstract int match(@Nullable Object a, int aIndex, @Nullable Object b, int bIndex, int elements);

    /** Goes on with a hash as {@code Arrays.hashCode} has it. */
    abstract int hash(int hash, Object memory, int from, int elements);

    /** Zeroed direct memory. */
    static ByteBuffer direct(int elements, int elementBytes) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(elements, elementBytes));
    }
}
