package dev.holstein.jmh.op.vavr;

import io.vavr.collection.IndexedSeq;
import io.vavr.collection.SortedMap;
import org.openjdk.jmh.annotations.Benchmark;

/** One random write: a new version. */
public class AdapterPut extends AdapterOperation {
    /**
     * A new key.
     *
     * @return the answer
     */
    @Benchmark
    public SortedMap<Integer, Integer> map() {
        return map.put(probe() + 1, 0);
    }

    /**
     * Another element at an index.
     *
     * @return the answer
     */
    @Benchmark
    public IndexedSeq<Integer> seq() {
        return seq.update(probe() / 2, 0);
    }
}
