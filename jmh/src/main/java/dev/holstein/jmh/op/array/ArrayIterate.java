package dev.holstein.jmh.op.array;

import org.openjdk.jmh.annotations.Benchmark;

/** The sum of all elements. */
public class ArrayIterate extends ArrayOperation {
    private long sum;

    /**
     * One by one, by index.
     *
     * @return the sum
     */
    @Benchmark
    public long get() {
        long total = 0;
        for (int i = 0; i < array.length(); i++) {
            total += array.get(i);
        }
        return total;
    }

    /**
     * By the loop of the subject.
     *
     * @return the sum
     */
    @Benchmark
    public long forEach() {
        sum = 0;
        array.forEach(element -> sum += element);
        return sum;
    }
}
