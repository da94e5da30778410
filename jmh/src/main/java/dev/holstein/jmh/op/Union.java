package dev.holstein.jmh.op;

import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.subject.MapCell;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * One union of two maps that share 99 of 100 entries: two versions of one map, each with n / {@value #SHARE} new keys of its
 * own, spread over all of it. {@code union} of our persistent map; a copy and {@code putAll} of the mutable ones, where a copy
 * of ours costs O(1); {@code merge} of Vavr, {@code concat} of Scala, {@code plusAll} of PCollections, {@code union} of
 * Bifurcan; Paguro and Clojure put all entries of one into the other, H2 into a copy.
 */
public class Union extends AnyMapOperation {
    static final int SHARE = 200;

    @SuppressWarnings("NullAway.Init") // by prepare
    private MapCell left;

    @SuppressWarnings("NullAway.Init") // by prepare
    private MapCell right;

    @Override
    int keysNeeded() {
        return size + 2 * (size / SHARE);
    }

    @Override
    void prepare(MapKeys data, int opsPerInvocation) {
        int own = size / SHARE;
        List<List<Object>> parts = data.parts(2 * own);
        left = filled(parts.get(0));
        right = left.copy();
        for (int i = 0; i < own; i++) {
            Object ofLeft = parts.get(1).get(i);
            Object ofRight = parts.get(1).get(own + i);
            left.put(ofLeft, ofLeft);
            right.put(ofRight, ofRight);
        }
    }

    /**
     * One union.
     *
     * @return it
     */
    @Benchmark
    public MapCell union() {
        return left.union(right);
    }
}
