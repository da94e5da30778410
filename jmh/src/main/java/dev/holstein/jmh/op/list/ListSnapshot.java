package dev.holstein.jmh.op.list;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * One snapshot of a full mutable list that is not written in between: {@code snapshot()} of ours, the copy
 * constructor of {@code ArrayList}, {@code clone()} of {@code CopyOnWriteArrayList}, the persistent form of the
 * others.
 */
public class ListSnapshot extends InPlaceListOperation {
    /**
     * One snapshot.
     *
     * @return it
     */
    @Benchmark
    public Object snapshot() {
        return list.snapshot();
    }
}
