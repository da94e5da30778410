package dev.holstein.jmh.op.array;

import org.openjdk.jmh.annotations.Benchmark;

/** All elements, copied out to an array or in from one; what nobody shares is written in place. */
public class ArrayCopy extends ArrayOperation {
    @SuppressWarnings("NullAway.Init") // by prepare
    private Object elements;

    @Override
    void prepare() {
        elements = array.newTarget();
        array.readAll(elements);
    }

    /**
     * Copies out.
     *
     * @return the copy
     */
    @Benchmark
    public Object read() {
        array.readAll(elements);
        return elements;
    }

    /** Copies in. */
    @Benchmark
    public void write() {
        array.writeAll(elements);
    }
}
