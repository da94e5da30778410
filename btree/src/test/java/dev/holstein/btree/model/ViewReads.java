package dev.holstein.btree.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.RankedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;

/** Every read of a map or view beside that of its model. */
final class ViewReads {
    private ViewReads() {}

    static void read(
            RankedMap<Object, Object> ours, NavigableMap<Object, Object> model, Object key, Object other, int value) {
        neighbours(ours, model, key);
        order(ours, model, key);
        Same.outcome(ours::firstKey, model::firstKey);
        Same.outcome(ours::lastKey, model::lastKey);
        assertThat(ours.get(key)).isEqualTo(model.get(key));
        assertThat(ours.containsKey(key)).isEqualTo(model.containsKey(key));
        assertThat(ours.getOrDefault(key, "none")).isEqualTo(model.getOrDefault(key, "none"));
        assertThat(ours.containsValue(value)).isEqualTo(model.containsValue(value));
        assertThat(ours.values().contains(value)).isEqualTo(model.values().contains(value));
        Same.comparators(ours.comparator(), comparator(model), key, other);
        Same.elements(ours.keySet(), model.keySet());
        Same.elements(ours.values(), model.values());
        Same.elements(ours.entrySet(), model.entrySet());
        assertThat(ours.equals(model)).isTrue();
        assertThat(model.equals(ours)).isTrue();
        assertThat(ours).hasSameHashCodeAs(model).hasToString(model.toString());
        assertThat(ours.keySet())
                .hasSameHashCodeAs(model.keySet())
                .hasToString(model.keySet().toString());
        assertThat(ours.entrySet()).hasSameHashCodeAs(model.entrySet());
        for (var entry : model.entrySet()) {
            assertThat(ours.entrySet().contains(entry)).isTrue();
        }
        List<Object> visited = new ArrayList<>();
        ours.forEach((k, v) -> {
            visited.add(k);
            visited.add(v);
        });
        List<Object> expected = new ArrayList<>();
        model.forEach((k, v) -> {
            expected.add(k);
            expected.add(v);
        });
        assertThat(visited).isEqualTo(expected);
        keys(ours, model, key, other, (value & 1) == 1);
    }

    private static void neighbours(RankedMap<Object, Object> ours, NavigableMap<Object, Object> model, Object key) {
        assertThat(ours.lowerEntry(key)).isEqualTo(model.lowerEntry(key));
        assertThat(ours.floorEntry(key)).isEqualTo(model.floorEntry(key));
        assertThat(ours.ceilingEntry(key)).isEqualTo(model.ceilingEntry(key));
        assertThat(ours.higherEntry(key)).isEqualTo(model.higherEntry(key));
        assertThat(ours.lowerKey(key)).isEqualTo(model.lowerKey(key));
        assertThat(ours.floorKey(key)).isEqualTo(model.floorKey(key));
        assertThat(ours.ceilingKey(key)).isEqualTo(model.ceilingKey(key));
        assertThat(ours.higherKey(key)).isEqualTo(model.higherKey(key));
    }

    /** Positions, against those in a list of the model's keys. */
    private static void order(RankedMap<Object, Object> ours, NavigableMap<Object, Object> model, Object key) {
        List<Object> keys = new ArrayList<>(model.keySet());
        for (int i = 0; i < keys.size(); i += 1 + keys.size() / 20) {
            assertThat(ours.keyAt(i)).isEqualTo(keys.get(i));
            assertThat(ours.entryAt(i).getKey()).isEqualTo(keys.get(i));
            assertThat(ours.entryAt(i).getValue()).isEqualTo(model.get(keys.get(i)));
            assertThat(ours.indexOfKey(keys.get(i))).isEqualTo(i);
            assertThat(ours.rank(keys.get(i), false)).isEqualTo(i);
            assertThat(ours.rank(keys.get(i), true)).isEqualTo(i + 1);
        }
        for (int index : new int[] {-1, keys.size()}) {
            assertThatThrownBy(() -> ours.entryAt(index)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> ours.keyAt(index)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        Object floor = model.floorKey(key);
        Object lower = model.lowerKey(key);
        assertThat(ours.rank(key, true)).isEqualTo(floor == null ? 0 : keys.indexOf(floor) + 1);
        assertThat(ours.rank(key, false)).isEqualTo(lower == null ? 0 : keys.indexOf(lower) + 1);
        assertThat(ours.indexOfKey(key)).isEqualTo(model.containsKey(key) ? keys.indexOf(floor) : -1);
    }

    private static void keys(
            RankedMap<Object, Object> ours,
            NavigableMap<Object, Object> model,
            Object key,
            Object other,
            boolean inclusive) {
        NavigableSet<Object> keys = ours.navigableKeySet();
        NavigableSet<Object> expected = model.navigableKeySet();
        assertThat(keys.equals(expected)).isTrue();
        assertThat(expected.equals(keys)).isTrue();
        assertThat(keys.contains(key)).isEqualTo(expected.contains(key));
        Same.outcome(keys::first, expected::first);
        Same.outcome(keys::last, expected::last);
        assertThat(keys.lower(key)).isEqualTo(expected.lower(key));
        assertThat(keys.floor(key)).isEqualTo(expected.floor(key));
        assertThat(keys.ceiling(key)).isEqualTo(expected.ceiling(key));
        assertThat(keys.higher(key)).isEqualTo(expected.higher(key));
        Same.outcome(() -> keys.headSet(key, inclusive), () -> expected.headSet(key, inclusive));
        Same.outcome(() -> keys.tailSet(key, inclusive), () -> expected.tailSet(key, inclusive));
        Same.outcome(
                () -> keys.subSet(key, inclusive, other, true), () -> expected.subSet(key, inclusive, other, true));
        Same.outcome(
                () -> keys.descendingSet().headSet(key, inclusive).size(),
                () -> expected.descendingSet().headSet(key, inclusive).size());
        Same.elements(keys.descendingSet(), expected.descendingSet());
        Same.order(keys::descendingIterator, expected::descendingIterator);
    }

    @SuppressWarnings("unchecked")
    private static java.util.Comparator<Object> comparator(NavigableMap<Object, Object> map) {
        return (java.util.Comparator<Object>) map.comparator();
    }
}
