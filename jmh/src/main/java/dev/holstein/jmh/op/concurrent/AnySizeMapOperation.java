package dev.holstein.jmh.op.concurrent;

import org.openjdk.jmh.annotations.Param;

/** An operation on one key, or none, of a shared map: measured from small to large. */
public abstract class AnySizeMapOperation extends SharedMapOperation {
    /** Its entries. */
    @Param({"1000", "100000", "1000000"})
    public int size;

    AnySizeMapOperation() {}

    @Override
    final int size() {
        return size;
    }
}
