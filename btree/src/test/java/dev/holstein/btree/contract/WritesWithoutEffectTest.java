package dev.holstein.btree.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A write without effect copies nothing and gives back no ownership; null values are values that some writes look through. */
class WritesWithoutEffectTest {
    private static final int SIZE = 5 * BTreeProbe.LEAF_CAPACITY;

    private static Map<Integer, String> entries() {
        Map<Integer, String> entries = new TreeMap<>();
        for (int i = 0; i < SIZE; i++) {
            entries.put(i, "v" + i);
        }
        return entries;
    }

    private static Map<String, Consumer<NavigableMap<Integer, String>>> writes(int key, String present) {
        Map<String, Consumer<NavigableMap<Integer, String>>> writes = new LinkedHashMap<>();
        writes.put("put", map -> assertThat(map.put(key, present)).isSameAs(present));
        writes.put("putIfAbsent", map -> assertThat(map.putIfAbsent(key, "x")).isSameAs(present));
        writes.put("replace", map -> assertThat(map.replace(key, present)).isSameAs(present));
        writes.put(
                "replace an absent key", map -> assertThat(map.replace(-1, "x")).isNull());
        writes.put(
                "replace what it is",
                map -> assertThat(map.replace(key, present, present)).isTrue());
        writes.put(
                "replace what it is not",
                map -> assertThat(map.replace(key, "x", "y")).isFalse());
        writes.put("remove an absent key", map -> assertThat(map.remove(-1)).isNull());
        writes.put(
                "remove what it is not", map -> assertThat(map.remove(key, "x")).isFalse());
        writes.put("compute", map -> assertThat(map.compute(key, (k, v) -> v)).isSameAs(present));
        writes.put(
                "compute nothing",
                map -> assertThat(map.compute(-1, (k, v) -> null)).isNull());
        writes.put(
                "computeIfPresent",
                map -> assertThat(map.computeIfPresent(key, (k, v) -> v)).isSameAs(present));
        writes.put(
                "computeIfPresent of none",
                map -> assertThat(map.computeIfPresent(-1, (k, v) -> "x")).isNull());
        writes.put(
                "computeIfAbsent",
                map -> assertThat(map.computeIfAbsent(key, k -> "x")).isSameAs(present));
        writes.put(
                "computeIfAbsent of none",
                map -> assertThat(map.computeIfAbsent(-1, k -> null)).isNull());
        writes.put("merge", map -> assertThat(map.merge(key, "x", (v, x) -> v)).isSameAs(present));
        return writes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 19})
    void theyCopyNothing(int key) {
        CowBTreeMap<Integer, String> cow = new CowBTreeMap<>(entries());
        ConcurrentBTreeMap<Integer, String> concurrent = new ConcurrentBTreeMap<>(entries());
        writes(key, cow.get(key)).forEach((name, write) -> {
            PersistentBTreeMap<Integer, String> before = cow.snapshot();
            long copied = cow.nodesCopied();
            long edited = cow.nodesEditedInPlace();
            write.accept(cow);
            assertThat(cow.nodesCopied()).as(name).isEqualTo(copied);
            assertThat(cow.nodesEditedInPlace()).as(name).isEqualTo(edited);
            assertThat(BTreeProbe.nodes(cow)).as(name).isEqualTo(BTreeProbe.nodes(before));
        });
        writes(key, concurrent.get(key)).forEach((name, write) -> {
            PersistentBTreeMap<Integer, String> before = concurrent.snapshot();
            long copied = concurrent.nodesCopied();
            write.accept(concurrent);
            assertThat(concurrent.nodesCopied()).as(name).isEqualTo(copied);
            assertThat(BTreeProbe.nodes(concurrent)).as(name).isEqualTo(BTreeProbe.nodes(before));
        });
        assertThat(cow).isEqualTo(entries());
        assertThat(concurrent).isEqualTo(entries());
    }

    @Test
    void aKeyWithoutValueIsThereAndHasNone() {
        for (NavigableMap<Integer, String> map :
                List.of(new CowBTreeMap<Integer, String>(), new TreeMap<Integer, String>())) {
            map.put(1, null);
            assertThat(map.putIfAbsent(1, null)).isNull();
            assertThat(map.containsKey(1)).isTrue();
            assertThat(map.computeIfPresent(1, (key, value) -> "x")).isNull();
            assertThat(map.get(1)).isNull();
            assertThat(map.computeIfAbsent(1, key -> null)).isNull();
            assertThat(map.containsKey(1)).isTrue();
            assertThat(map.replace(1, null, null)).isTrue();
            assertThat(map.putIfAbsent(1, "y")).isNull();
            assertThat(map.get(1)).isEqualTo("y");
            map.put(1, null);
            assertThat(map.merge(1, "z", String::concat)).isEqualTo("z");
            map.put(1, null);
            assertThat(map.computeIfAbsent(1, key -> "w")).isEqualTo("w");
            map.put(1, null);
            assertThat(map.remove(1, null)).isTrue();
            assertThat(map).isEmpty();
            map.put(1, null);
            assertThat(map.compute(1, (key, value) -> null)).isNull();
            assertThat(map).isEmpty();
        }
    }

    @Test
    void aPersistentMapIsTheSame() {
        PersistentBTreeMap<Integer, String> map = PersistentBTreeMap.copyOf(entries());
        assertThat(map.plus(3, map.get(3))).isSameAs(map);
        assertThat(map.minus(-1)).isSameAs(map);
        assertThat(map.plusAll(Map.of(3, map.get(3), 4, map.get(4)))).isSameAs(map);
    }
}
