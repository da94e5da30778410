package dev.holstein.btree.linearizability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * Operations on the whole of a map, or on many entries: each is to be as of one moment. Without {@code hashCode}, which Lincheck 3.7
 * cannot run in a class that calls its superclass's; it is the same walk as that of {@link #text}.
 */
@Param(name = "key", gen = IntGen.class, conf = "0:5")
public abstract class MapWhole {
    final NavigableMap<Integer, Integer> map;

    MapWhole(NavigableMap<Integer, Integer> map) {
        this.map = map;
    }

    // What only our maps have.

    /** Looked into only after the threads have ended: so it also shows that no write has changed it. */
    @Operation
    public abstract Map<Integer, Integer> snapshot();

    @Operation
    public abstract Map<Integer, Integer> snapshotOfPart(@Param(name = "key") int key);

    /** Moves an entry, in several steps. */
    @Operation(blocking = true)
    public abstract boolean update(@Param(name = "key") int from, @Param(name = "key") int to);

    /** Removes a key, adds another. */
    @Operation(blocking = true)
    public abstract boolean patch(@Param(name = "key") int removed, @Param(name = "key") int added);

    static boolean move(NavigableMap<Integer, Integer> copy, int from, int to) {
        Integer value = copy.remove(from);
        if (value != null) {
            copy.merge(to, value, Integer::sum);
            copy.remove(from + 1);
        }
        return value != null;
    }

    // Reads.

    @Operation
    public List<Object> entries() {
        return listOf(map.entrySet());
    }

    @Operation
    public List<Object> keys() {
        return listOf(map.keySet());
    }

    @Operation
    public List<Object> values() {
        return listOf(map.values());
    }

    @Operation
    public List<Object> descending() {
        return listOf(map.descendingMap().entrySet());
    }

    @Operation
    public List<Object> part(@Param(name = "key") int key) {
        return listOf(map.subMap(key, true, key + 3, true).keySet());
    }

    private static List<Object> listOf(Iterable<?> elements) {
        List<Object> list = new ArrayList<>();
        for (Object element : elements) {
            list.add(element);
        }
        return list;
    }

    @Operation
    public List<Integer> eachOf() {
        List<Integer> list = new ArrayList<>();
        map.forEach((key, value) -> {
            list.add(key);
            list.add(value);
        });
        return list;
    }

    @Operation
    public List<Integer> streamed() {
        return map.keySet().stream().collect(Collectors.toList());
    }

    @Operation
    public List<Object> array() {
        return List.of(map.keySet().toArray());
    }

    @Operation
    public String text() {
        return map.toString();
    }

    @Operation
    public boolean containsValue(@Param(name = "key") int value) {
        return map.containsValue(value);
    }

    @Operation
    public boolean containsAllKeys(@Param(name = "key") int key) {
        return map.keySet().containsAll(List.of(key, key + 1));
    }

    /** By {@code toArray}. A {@code TreeMap} made of the map is no such copy: it asks for the size first, and then for the entries. */
    @Operation
    public List<Object> copied() {
        return new ArrayList<>(map.entrySet());
    }

    // Writes.

    @Operation(blocking = true)
    public void putAll(@Param(name = "key") int key, @Param(name = "key") int other) {
        map.putAll(new TreeMap<>(Map.of(key, other, key + 1, other, key + 3, other)));
    }

    @Operation(blocking = true)
    public void clear() {
        map.clear();
    }

    @Operation(blocking = true)
    public void replaceAll() {
        map.replaceAll((key, value) -> value + 1);
    }

    @Operation(blocking = true)
    public boolean removeEntriesIf(@Param(name = "key") int key) {
        return map.entrySet().removeIf(entry -> entry.getKey() > key && entry.getValue() > key);
    }

    @Operation(blocking = true)
    public boolean removeKeysIf(@Param(name = "key") int key) {
        return map.keySet().removeIf(each -> each < key);
    }

    @Operation(blocking = true)
    public boolean removeValuesIf(@Param(name = "key") int key) {
        return map.values().removeIf(each -> each < key);
    }

    @Operation(blocking = true)
    public boolean removeAllKeys(@Param(name = "key") int key) {
        return map.keySet().removeAll(List.of(key, key + 2, key + 4));
    }

    @Operation(blocking = true)
    public boolean retainAllKeys(@Param(name = "key") int key) {
        return map.keySet().retainAll(List.of(key, key + 1, key + 2));
    }

    @Operation(blocking = true)
    public boolean removeEntry(@Param(name = "key") int key) {
        return map.entrySet().remove(Map.entry(key, key / 2));
    }

    @Operation(blocking = true)
    public void clearPart(@Param(name = "key") int key) {
        map.subMap(key, true, key + 3, false).clear();
    }

    @Operation(blocking = true)
    public void replaceAllOfPart(@Param(name = "key") int key) {
        map.tailMap(key, true).replaceAll((same, value) -> -value);
    }

    @Operation(blocking = true)
    public boolean removePartIf(@Param(name = "key") int key) {
        return map.headMap(key, true).values().removeIf(value -> value != 1);
    }

    @Operation(blocking = true)
    public Integer put(@Param(name = "key") int key, @Param(name = "key") int value) {
        return map.put(key, value);
    }
}
