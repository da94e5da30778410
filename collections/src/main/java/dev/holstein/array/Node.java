package dev.holstein.array;

import dev.holstein.core.Owner;
import org.jspecify.annotations.Nullable;

/** A node above pages. Only the one handle that owns it, by token, may change it. */
abstract sealed class Node extends Counted permits PageDirectory, PageTable {
    /** Pages, or nodes, below one node: two to the power of this. */
    static final int FAN_OUT_BITS = Integer.getInteger("dev.holstein.array.fanOutBits", 6);

    static final int FAN_OUT = 1 << FAN_OUT_BITS;
    static final int SLOT_MASK = FAN_OUT - 1;

    /**
     * The token of the handle that found this node, and all above it, to be its alone. It is good until that handle is shared, and
     * then takes another token; so nobody has to take it away.
     */
    @Nullable
    Owner owner;

    static {
        if (FAN_OUT_BITS < 1 || FAN_OUT_BITS > 6) {
            throw new IllegalArgumentException("dev.holstein.array.fanOutBits is " + FAN_OUT_BITS + ", not 1 to 6");
        }
    }

    /** Marks this node as that of a handle that is alone with it. */
    abstract void adopt(Owner by);

    /** A copy that belongs to a handle; what is below has one more reference. */
    abstract Node copy(Owner by);
}
