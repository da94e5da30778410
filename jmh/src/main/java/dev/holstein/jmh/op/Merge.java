package dev.holstein.jmh.op;

import dev.holstein.jmh.data.MapKeys;
import java.util.function.BinaryOperator;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * One {@code merge(key, 1, Integer::sum)} of a random key that is present, as in counting: {@code merge} of {@code java.util}
 * and its like of Bifurcan and H2; the others, and our persistent map, read the value and put the sum. Includes making the
 * value, an {@code Integer}.
 */
public class Merge extends ProbedMapOperation {
    private static final Integer ONE = 1;
    private static final BinaryOperator<Object> SUM = (left, right) -> (Integer) left + (Integer) right;

    @Override
    void prepare(MapKeys data, int opsPerInvocation) {
        super.prepare(data, opsPerInvocation);
        for (Object key : data.insertions(size)) {
            map.put(key, ONE);
        }
    }

    /** One count. */
    @Benchmark
    public void merge() {
        map.merge(nextProbe(), ONE, SUM);
    }
}
