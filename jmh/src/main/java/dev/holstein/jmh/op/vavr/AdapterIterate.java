package dev.holstein.jmh.op.vavr;

import io.vavr.Tuple2;
import org.openjdk.jmh.annotations.Benchmark;

/** All elements by an iterator; divide by the size. */
public class AdapterIterate extends AdapterOperation {
    /**
     * Keys and values, added up.
     *
     * @return the sum
     */
    @Benchmark
    public long map() {
        long sum = 0;
        for (Tuple2<Integer, Integer> entry : map) {
            sum += entry._1 + entry._2;
        }
        return sum;
    }

    /**
     * Elements, added up.
     *
     * @return the sum
     */
    @Benchmark
    public long seq() {
        long sum = 0;
        for (Integer element : seq) {
            sum += element;
        }
        return sum;
    }
}
