package dev.holstein.jmh.op;

import dev.holstein.jmh.subject.MapCell;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * One search for all that differs between two versions: of {@value #CHANGES} keys, half were given another value and half were
 * removed. {@code diff} of our snapshots; the others have none, so all their entries are compared, by two iterators side by
 * side (the hash table's by look-ups). The differences are found and counted.
 */
public class Diff extends VersionsOperation {
    @Override
    void change(MapCell map, Object key, int number) {
        if (number % 2 == 0) {
            map.put(key, number);
        } else {
            map.remove(key);
        }
    }

    /**
     * One search.
     *
     * @return the number of differences
     */
    @Benchmark
    public long diff() {
        return older.differences(newer);
    }
}
