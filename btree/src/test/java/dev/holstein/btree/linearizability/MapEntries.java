package dev.holstein.btree.linearizability;

import java.util.NavigableMap;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Operations on one entry, on whichever map: ours is the subject, the JDK's the specification. */
@Param(name = "key", gen = IntGen.class, conf = "0:5")
@Param(name = "value", gen = IntGen.class, conf = "0:2")
public abstract class MapEntries {
    final NavigableMap<Integer, Integer> map;

    MapEntries(NavigableMap<Integer, Integer> map) {
        this.map = map;
    }

    @Operation
    public Integer get(@Param(name = "key") int key) {
        return map.get(key);
    }

    @Operation
    public boolean containsKey(@Param(name = "key") int key) {
        return map.containsKey(key);
    }

    @Operation
    public Integer getOrDefault(@Param(name = "key") int key) {
        return map.getOrDefault(key, -1);
    }

    @Operation
    public int size() {
        return map.size();
    }

    @Operation
    public boolean isEmpty() {
        return map.isEmpty();
    }

    @Operation(blocking = true)
    public Integer put(@Param(name = "key") int key, @Param(name = "value") int value) {
        return map.put(key, value);
    }

    @Operation(blocking = true)
    public Integer putIfAbsent(@Param(name = "key") int key, @Param(name = "value") int value) {
        return map.putIfAbsent(key, value);
    }

    @Operation(blocking = true)
    public Integer remove(@Param(name = "key") int key) {
        return map.remove(key);
    }

    @Operation(blocking = true)
    public boolean removeValue(@Param(name = "key") int key, @Param(name = "value") int value) {
        return map.remove(key, value);
    }

    @Operation(blocking = true)
    public Integer replace(@Param(name = "key") int key, @Param(name = "value") int value) {
        return map.replace(key, value);
    }

    @Operation(blocking = true)
    public boolean replaceValue(
            @Param(name = "key") int key, @Param(name = "value") int before, @Param(name = "value") int after) {
        return map.replace(key, before, after);
    }

    /** Adds, counts or removes. */
    @Operation(blocking = true)
    public Integer compute(@Param(name = "key") int key, @Param(name = "value") int value) {
        return map.compute(key, (same, before) -> before == null ? Integer.valueOf(value) : oneMoreBut(value, before));
    }

    @Operation(blocking = true)
    public Integer computeIfAbsent(@Param(name = "key") int key, @Param(name = "value") int value) {
        return map.computeIfAbsent(key, same -> same + value);
    }

    @Operation(blocking = true)
    public Integer computeIfPresent(@Param(name = "key") int key, @Param(name = "value") int value) {
        return map.computeIfPresent(key, (same, before) -> oneMoreBut(value, before));
    }

    private static Integer oneMoreBut(int last, int before) {
        return before == last ? null : Integer.valueOf(before + 1);
    }

    /** Adds up, and removes what has become too much. */
    @Operation(blocking = true)
    public Integer merge(@Param(name = "key") int key, @Param(name = "value") int value) {
        return map.merge(key, value + 1, (before, more) -> before + more > 4 ? null : Integer.valueOf(before + more));
    }
}
