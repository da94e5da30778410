package dev.holstein.jmh.op;

import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.data.SortedEntries;
import dev.holstein.jmh.subject.MapCell;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;

/**
 * A {@code putAll} of m sorted new entries into a map of n. Vavr, Paguro, Bifurcan, Clojure and H2 have no bulk write
 * and put one by one. The source is an array of entries that belongs to no subject's family.
 *
 * <p>Each merge goes into a copy of its own, made before the clock starts: ours share their nodes and copy in the merge what
 * they write; a copied {@code TreeMap} or skip list is all its own, and lies in memory in the order of its keys. There are as
 * many copies as an invocation needs to last so long that reading the clock counts for nothing.
 */
public abstract class MergeOperation extends AnyMapOperation {
    @SuppressWarnings("NullAway.Init") // by prepare
    private MapCell map;

    @SuppressWarnings("NullAway.Init") // by prepare
    private SortedEntries source;

    @SuppressWarnings("NullAway.Init") // by prepare
    private MapCell[] copies;

    MergeOperation() {}

    /** How many entries are merged into each map. */
    abstract int merged();

    @Override
    final int keysNeeded() {
        return size + merged();
    }

    @Override
    final void prepare(MapKeys data, int opsPerInvocation) {
        if (opsPerInvocation % merged() != 0) {
            throw new IllegalArgumentException(opsPerInvocation + " operations an invocation are not a multiple of the "
                    + merged() + " entries of a merge: choose one with -opi");
        }
        List<List<Object>> parts = data.parts(merged());
        map = filled(parts.get(0));
        source = data.entries(parts.get(1));
        copies = new MapCell[opsPerInvocation / merged()];
    }

    /** Makes the maps to merge into. */
    @Setup(Level.Invocation)
    public final void copy() {
        for (int i = 0; i < copies.length; i++) {
            copies[i] = map.copy();
        }
    }

    /** Merges into every copy. */
    final MapCell[] mergeAll() {
        for (MapCell copy : copies) {
            copy.putAll(source);
        }
        return copies;
    }
}
