package dev.holstein.array;

/** A node above pages. Only a handle that has it alone, by the counts of it and of all nodes above it, may change it. */
abstract sealed class Node extends Counted permits PageDirectory, PageTable {
    /** Pages, or nodes, below one node: two to the power of this. */
    static final int FAN_OUT_BITS = Integer.getInteger("dev.holstein.array.fanOutBits", 6);

    static final int FAN_OUT = 1 << FAN_OUT_BITS;
    static final int SLOT_MASK = FAN_OUT - 1;

    static {
        if (FAN_OUT_BITS < 1 || FAN_OUT_BITS > 10) {
            throw new IllegalArgumentException("dev.holstein.array.fanOutBits is " + FAN_OUT_BITS + ", not 1 to 10");
        }
    }

    /** A copy; what is below has one more reference. Allocates first, so that running out of memory leaves the counts as they were. */
    abstract Node copy();
}
