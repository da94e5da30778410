package dev.holstein.jmh.op.vavr;

import org.openjdk.jmh.annotations.Benchmark;

/** All elements folded to one number; divide by the size. */
public class AdapterFold extends AdapterOperation {
    /**
     * The sum of the values.
     *
     * @return the answer
     */
    @Benchmark
    public long map() {
        return map.foldLeft(0L, (sum, entry) -> sum + entry._2);
    }

    /**
     * The sum of the elements.
     *
     * @return the answer
     */
    @Benchmark
    public long seq() {
        return seq.foldLeft(0L, Long::sum);
    }
}
