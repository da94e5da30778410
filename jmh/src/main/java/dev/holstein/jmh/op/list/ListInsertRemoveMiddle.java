package dev.holstein.jmh.op.list;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * One insertion and one removal, each at a random index: the time of both together. The list is full before and
 * after, and is never built anew, so that it takes the shape which many edits give it.
 */
public class ListInsertRemoveMiddle extends FullListOperation {
    /** One insertion and one removal. */
    @Benchmark
    public void insertAndRemove() {
        list.insert(nextIndex(), nextOther());
        list.remove(nextIndex());
    }
}
