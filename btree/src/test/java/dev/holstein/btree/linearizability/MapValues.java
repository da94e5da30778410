package dev.holstein.btree.linearizability;

import java.util.NavigableMap;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * Operations that look for a value. No two entries have the same one, for a collection may remove whichever it likes of several that
 * are equal.
 */
@Param(name = "key", gen = IntGen.class, conf = "0:2")
@Param(name = "round", gen = IntGen.class, conf = "1:2")
public abstract class MapValues {
    final NavigableMap<Integer, Integer> map;

    MapValues(NavigableMap<Integer, Integer> map) {
        this.map = map;
    }

    static int valueOf(int key, int round) {
        return 100 * round + key;
    }

    @Operation
    public boolean containsValue(@Param(name = "key") int key, @Param(name = "round") int round) {
        return map.values().contains(valueOf(key, round));
    }

    @Operation
    public Integer get(@Param(name = "key") int key) {
        return map.get(key);
    }

    @Operation(blocking = true)
    public Integer put(@Param(name = "key") int key, @Param(name = "round") int round) {
        return map.put(key, valueOf(key, round));
    }

    @Operation(blocking = true)
    public boolean removeValue(@Param(name = "key") int key, @Param(name = "round") int round) {
        return map.values().remove(valueOf(key, round));
    }
}
