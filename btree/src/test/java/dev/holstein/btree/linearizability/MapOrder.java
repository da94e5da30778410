package dev.holstein.btree.linearizability;

import java.util.Map;
import java.util.NavigableMap;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Operations that go by the order of the keys: ends, neighbours, positions, and views of parts. */
@Param(name = "key", gen = IntGen.class, conf = "0:5")
public abstract class MapOrder {
    final NavigableMap<Integer, Integer> map;

    MapOrder(NavigableMap<Integer, Integer> map) {
        this.map = map;
    }

    // What only our maps have.

    @Operation
    public abstract int rank(@Param(name = "key") int key);

    @Operation
    public abstract Map.Entry<Integer, Integer> entryAt(@Param(name = "key") int index);

    @Operation
    public abstract Integer keyAt(@Param(name = "key") int index);

    @Operation
    public abstract int indexOfKey(@Param(name = "key") int key);

    @Operation
    public Integer firstKey() {
        return map.firstKey();
    }

    @Operation
    public Integer lastKey() {
        return map.lastKey();
    }

    @Operation
    public Map.Entry<Integer, Integer> firstEntry() {
        return map.firstEntry();
    }

    @Operation
    public Map.Entry<Integer, Integer> lastEntry() {
        return map.lastEntry();
    }

    @Operation
    public Integer floorKey(@Param(name = "key") int key) {
        return map.floorKey(key);
    }

    @Operation
    public Integer ceilingKey(@Param(name = "key") int key) {
        return map.ceilingKey(key);
    }

    @Operation
    public Integer lowerKey(@Param(name = "key") int key) {
        return map.lowerKey(key);
    }

    @Operation
    public Integer higherKey(@Param(name = "key") int key) {
        return map.higherKey(key);
    }

    @Operation
    public Map.Entry<Integer, Integer> floorEntry(@Param(name = "key") int key) {
        return map.floorEntry(key);
    }

    @Operation
    public Map.Entry<Integer, Integer> ceilingEntry(@Param(name = "key") int key) {
        return map.ceilingEntry(key);
    }

    @Operation
    public Map.Entry<Integer, Integer> lowerEntry(@Param(name = "key") int key) {
        return map.lowerEntry(key);
    }

    @Operation
    public Map.Entry<Integer, Integer> higherEntry(@Param(name = "key") int key) {
        return map.higherEntry(key);
    }

    @Operation
    public Map.Entry<Integer, Integer> firstOfDescending() {
        return map.descendingMap().firstEntry();
    }

    @Operation
    public int sizeOfPart(@Param(name = "key") int key) {
        return map.headMap(key, true).size();
    }

    @Operation
    public boolean isPartEmpty(@Param(name = "key") int key) {
        return map.subMap(key, true, key + 1, true).isEmpty();
    }

    @Operation
    public Integer lastKeyOfPart(@Param(name = "key") int key) {
        return map.headMap(key, true).lastKey();
    }

    @Operation(blocking = true)
    public Map.Entry<Integer, Integer> pollFirstEntry() {
        return map.pollFirstEntry();
    }

    @Operation(blocking = true)
    public Map.Entry<Integer, Integer> pollLastEntry() {
        return map.pollLastEntry();
    }

    @Operation(blocking = true)
    public Map.Entry<Integer, Integer> pollFirstOfPart(@Param(name = "key") int key) {
        return map.tailMap(key, true).pollFirstEntry();
    }

    @Operation(blocking = true)
    public Integer pollLastKey() {
        return map.navigableKeySet().pollLast();
    }

    @Operation(blocking = true)
    public Integer put(@Param(name = "key") int key) {
        return map.put(key, -key);
    }

    @Operation(blocking = true)
    public Integer remove(@Param(name = "key") int key) {
        return map.remove(key);
    }
}
