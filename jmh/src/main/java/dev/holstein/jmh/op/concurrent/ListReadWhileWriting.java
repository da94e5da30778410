package dev.holstein.jmh.op.concurrent;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Param;

/** One thread reads a list and one writes it, both as fast as they can: reads and writes per second. */
public class ListReadWhileWriting extends SharedListOperation {
    /** Its elements. */
    @Param({"1000", "100000", "1000000"})
    public int size;

    /** Made by JMH. */
    public ListReadWhileWriting() {}

    @Override
    final int size() {
        return size;
    }

    /**
     * One {@code get} at a random index; the element is not touched.
     *
     * @param place the thread's
     * @return the element
     */
    @Benchmark
    @Group("readAndWrite")
    public Object get(Place place) {
        return list.get(index(place.number++));
    }

    /**
     * One {@code set} at a random index, of a new object.
     *
     * @param place the thread's
     */
    @Benchmark
    @Group("readAndWrite")
    public void set(Place place) {
        int number = place.number++;
        list.set(index(number), number);
    }
}
