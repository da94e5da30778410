package dev.holstein.core;

/**
 * Sizes of objects by the layout of HotSpot: a header of two words, references of four bytes below 32 GiB of heap, all rounded
 * up to eight. An estimate for reports; whoever needs the truth of one JVM asks JOL.
 */
public final class Footprint {
    private static final int ALIGNMENT = 8;
    private static final long COMPRESSED_UP_TO = 32L << 30;
    private static final boolean COMPRESSED = Runtime.getRuntime().maxMemory() < COMPRESSED_UP_TO;

    /** The size of a reference in bytes. */
    public static final int REFERENCE = COMPRESSED ? Integer.BYTES : Long.BYTES;

    private static final int HEADER = Long.BYTES + REFERENCE;

    private Footprint() {}

    /**
     * The size of an object.
     *
     * @param references its fields of reference type
     * @param primitiveBytes the bytes of its other fields
     * @return bytes
     */
    public static long object(int references, int primitiveBytes) {
        return align(HEADER + (long) references * REFERENCE + primitiveBytes);
    }

    /**
     * The size of an array of references.
     *
     * @param length its length
     * @return bytes
     */
    public static long references(int length) {
        return array(length, REFERENCE);
    }

    /**
     * The size of an array of primitives.
     *
     * @param length its length
     * @param elementBytes the bytes of one element
     * @return bytes
     */
    public static long array(int length, int elementBytes) {
        return align(HEADER + Integer.BYTES + (long) length * elementBytes);
    }

    private static long align(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
