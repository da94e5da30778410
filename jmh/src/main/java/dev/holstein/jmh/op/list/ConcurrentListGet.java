package dev.holstein.jmh.op.list;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;

/** One {@code get} at a random index of a list that all threads share. */
public class ConcurrentListGet extends ConcurrentListOperation {
    /**
     * Nobody writes.
     *
     * @param place the thread's
     * @return the element
     */
    @Benchmark
    public Object get(Place place) {
        return list.get(elements.index(place.number++));
    }

    /**
     * Another thread writes without a pause.
     *
     * @param place the thread's
     * @return the element
     */
    @Benchmark
    @Group("besideWriter")
    public Object read(Place place) {
        return list.get(elements.index(place.number++));
    }

    /**
     * The writes of the other thread.
     *
     * @param place the thread's
     */
    @Benchmark
    @Group("besideWriter")
    public void write(Place place) {
        int number = place.number++;
        list.set(elements.index(number), elements.other(number));
    }
}
