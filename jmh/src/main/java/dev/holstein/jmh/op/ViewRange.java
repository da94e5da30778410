package dev.holstein.jmh.op;

import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One entry of a range of {@value #LENGTH}, read through {@code subMap}: a new view of another random range each time, whose
 * making and first descent are shared out among its entries. References to keys and values are read, the objects are not.
 */
public class ViewRange extends RangeOperation {
    static final int LENGTH = 100;

    @Override
    int length() {
        return LENGTH;
    }

    /**
     * By the iterator of the entries.
     *
     * @param blackhole takes keys and values
     */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public void iterator(Blackhole blackhole) {
        nextRange();
        for (Map.Entry<Object, Object> entry : map.map().subMap(from(), to()).entrySet()) {
            blackhole.consume(entry.getKey());
            blackhole.consume(entry.getValue());
        }
    }

    /**
     * By {@code forEach}.
     *
     * @param blackhole takes keys and values
     */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public void forEach(Blackhole blackhole) {
        nextRange();
        map.map().subMap(from(), to()).forEach((key, value) -> {
            blackhole.consume(key);
            blackhole.consume(value);
        });
    }

    /**
     * By the iterator of the entries, in descending order.
     *
     * @param blackhole takes keys and values
     */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public void descending(Blackhole blackhole) {
        nextRange();
        for (Map.Entry<Object, Object> entry :
                map.map().subMap(from(), true, to(), false).descendingMap().entrySet()) {
            blackhole.consume(entry.getKey());
            blackhole.consume(entry.getValue());
        }
    }
}
