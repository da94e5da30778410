package dev.holstein.jmh.op;

import dev.holstein.jmh.subject.MapCell;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * One {@code equals} of two versions that are equal: {@value #CHANGES} keys were given another value and then their own again.
 * So ours share all nodes but the paths to these keys, and no subject may stop early. H2's
 * {@code equals} is identity: its entries are compared side by side.
 */
public class Equal extends VersionsOperation {
    @Override
    void change(MapCell map, Object key, int number) {
        map.put(key, number);
        map.put(key, key);
    }

    /**
     * One comparison.
     *
     * @return true
     */
    @Benchmark
    public boolean equal() {
        return older.isEqualTo(newer);
    }
}
