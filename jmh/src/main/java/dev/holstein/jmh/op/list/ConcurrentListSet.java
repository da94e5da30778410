package dev.holstein.jmh.op.list;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * One {@code set} at a random index of a list that all threads share: another object than before, made before the
 * run.
 */
public class ConcurrentListSet extends ConcurrentListOperation {
    /**
     * One replacement.
     *
     * @param place the thread's
     */
    @Benchmark
    public void set(Place place) {
        int number = place.number++;
        list.set(elements.index(number), elements.other(number));
    }
}
