package dev.holstein.jmh.op.list;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * One {@code add} at the end of a list that all threads share, and one removal of an element there, so that the list
 * keeps its size: the time of both together.
 */
public class ConcurrentListAdd extends ConcurrentListOperation {
    /**
     * One addition and one removal. Between them every thread has added one, so that the index behind the first
     * elements is taken, whatever the others do.
     *
     * @param place the thread's
     */
    @Benchmark
    public void addAndRemove(Place place) {
        list.add(elements.other(place.number++));
        list.remove(size);
    }
}
