package dev.holstein.jmh.subject;

import dev.holstein.array.ArrayOptions;

/** The arrays of eight-byte numbers, and of references to them, that are compared. */
public enum ArraySubject {
    /** {@link dev.holstein.array.CowLongArray} on the heap. */
    COW(Long.BYTES),
    /** {@link dev.holstein.array.CowLongArray} in direct memory. */
    COW_OFF_HEAP(Long.BYTES),
    /** A plain array; a snapshot is a clone. */
    ARRAY(Long.BYTES),
    /** A buffer over an array of bytes, in native order; a snapshot is a copy. */
    BUFFER(Long.BYTES),
    /** A buffer over direct memory, in native order; a snapshot is a copy. */
    DIRECT_BUFFER(Long.BYTES),
    /** {@link dev.holstein.array.CowArray}. */
    COW_REFERENCES(Integer.BYTES),
    /** {@link java.util.concurrent.atomic.AtomicReferenceArray}; a snapshot is a copy, element by element. */
    ATOMIC_REFERENCES(Integer.BYTES);

    private final int elementBytes;

    ArraySubject(int elementBytes) {
        this.elementBytes = elementBytes;
    }

    /**
     * How many elements take some bytes, references taken as four.
     *
     * @param bytes the bytes
     * @return elements
     */
    public int length(int bytes) {
        return bytes / elementBytes;
    }

    /**
     * Makes a cell that holds an array of the numbers from zero on.
     *
     * @param length how many
     * @return the cell
     */
    public ArrayCell newCell(int length) {
        long[] numbers = new long[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = i;
        }
        return switch (this) {
            case COW -> new CowCell(numbers, ArrayOptions.defaults());
            case COW_OFF_HEAP -> new CowCell(numbers, ArrayOptions.defaults().offHeap());
            case ARRAY -> new PlainCell(numbers);
            case BUFFER -> new BufferCell(numbers, false);
            case DIRECT_BUFFER -> new BufferCell(numbers, true);
            case COW_REFERENCES -> new ReferenceCells.Cow(numbers);
            case ATOMIC_REFERENCES -> new ReferenceCells.Atomic(numbers);
        };
    }
}
