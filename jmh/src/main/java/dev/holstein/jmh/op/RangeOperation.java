package dev.holstein.jmh.op;

import dev.holstein.jmh.data.KeyRanges;
import dev.holstein.jmh.data.MapKeys;

/** An operation on a range of a full map: another range each time, at a random place. */
public abstract class RangeOperation extends NavigableMapOperation {
    @SuppressWarnings("NullAway.Init") // by prepareMore
    private KeyRanges ranges;

    private int next;

    RangeOperation() {}

    @Override
    final void prepareMore(MapKeys data, int opsPerInvocation) {
        ranges = data.ranges(length());
    }

    /** How many keys a range has. */
    abstract int length();

    /** Goes on to the next range. */
    final void nextRange() {
        next = next + 1 & MapKeys.PROBES - 1;
    }

    /** The first key of the present range. */
    final Object from() {
        return ranges.from()[next];
    }

    /** The key behind the present range. */
    final Object to() {
        return ranges.to()[next];
    }
}
