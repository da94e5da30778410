package dev.holstein.jmh.op;

import dev.holstein.jmh.data.MapKeys;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * Order statistics: from a random key to its index and from a random index to its entry. The JDK has neither: its users count
 * {@code headMap(key).size()}, and step an iterator until they are there.
 */
public class Rank extends NavigableMapOperation {
    @SuppressWarnings("NullAway.Init") // by prepareMore
    private Object[] probes;

    @SuppressWarnings("NullAway.Init") // by prepareMore
    private int[] indices;

    private int next;

    @Override
    void prepareMore(MapKeys data, int opsPerInvocation) {
        probes = data.probes();
        indices = data.indices();
    }

    /**
     * How many keys are below one that is present.
     *
     * @return keys
     */
    @Benchmark
    public int rank() {
        return map.rank(probes[next++ & MapKeys.PROBES - 1]);
    }

    /**
     * The entry at an index.
     *
     * @return the entry
     */
    @Benchmark
    public Map.Entry<Object, Object> entryAt() {
        return map.entryAt(indices[next++ & MapKeys.PROBES - 1]);
    }
}
