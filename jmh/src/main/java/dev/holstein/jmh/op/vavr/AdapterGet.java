package dev.holstein.jmh.op.vavr;

import io.vavr.control.Option;
import org.openjdk.jmh.annotations.Benchmark;

/** One random read. */
public class AdapterGet extends AdapterOperation {
    /**
     * The value of a key that is present.
     *
     * @return the answer
     */
    @Benchmark
    public Option<Integer> map() {
        return map.get(probe());
    }

    /**
     * The element at an index.
     *
     * @return the answer
     */
    @Benchmark
    public Integer seq() {
        return seq.get(probe() / 2);
    }
}
