package dev.holstein.jmh.op;

import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.subject.SortedCell;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One removal of the first entry, averaged over the emptying of a whole map: {@code pollFirstEntry} of {@code java.util}; our
 * persistent map, Clojure, Bifurcan and H2 find the first key and remove it; {@code minusFirstEntry} of PCollections, {@code
 * tail} of Scala.
 *
 * <p>Each map to be emptied is a copy made before the clock starts: ours share their nodes and copy each leaf they meet, once;
 * a copied {@code TreeMap}, skip list or H2 map is all its own, and lies in memory in the order of its keys. An invocation
 * removes {@value #ENTRIES} entries (or {@code -opi}, which must be a multiple of the size).
 */
public class PollFirst extends SortedMapOperation {
    static final int ENTRIES = 1_000_000;

    @SuppressWarnings("NullAway.Init") // by prepare
    private SortedCell map;

    @SuppressWarnings("NullAway.Init") // by prepare
    private SortedCell[] copies;

    @Override
    void prepare(MapKeys data, int opsPerInvocation) {
        map = (SortedCell) fill(data);
        copies = new SortedCell[data.rounds(opsPerInvocation)];
    }

    /** Makes the maps to empty. */
    @Setup(Level.Invocation)
    public final void copy() {
        for (int i = 0; i < copies.length; i++) {
            copies[i] = (SortedCell) map.copy();
        }
    }

    /**
     * Empties every copy.
     *
     * @param blackhole takes the keys
     */
    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public void pollFirst(Blackhole blackhole) {
        for (SortedCell copy : copies) {
            for (Object key = copy.pollFirst(); key != null; key = copy.pollFirst()) {
                blackhole.consume(key);
            }
        }
    }
}
