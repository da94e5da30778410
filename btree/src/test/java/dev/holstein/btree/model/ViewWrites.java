package dev.holstein.btree.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.RankedMap;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;

/** Every write to a map or view beside that to its model. */
final class ViewWrites {
    private ViewWrites() {}

    /** The writes, one for each number. */
    private static final int KINDS = 34;

    static void write(
            RankedMap<Object, Object> ours,
            NavigableMap<Object, Object> model,
            Keys keys,
            ViewsModel.Step step,
            boolean takesNull) {
        Object key = keys.key(step.key());
        Object value = takesNull && step.value() % 7 == 0 ? null : (Object) (step.value() % 5);
        int kind = step.value() % KINDS;
        if (kind < 16) {
            one(kind, ours, model, key, value);
        } else if (kind < 26) {
            many(kind, ours, model, keys, step, value);
        } else {
            iterate(kind, ours, model, step, value);
        }
    }

    private static void one(
            int kind, RankedMap<Object, Object> ours, NavigableMap<Object, Object> model, Object key, Object value) {
        switch (kind) {
            case 0, 1, 2 -> Same.outcome(() -> ours.put(key, value), () -> model.put(key, value));
            case 3, 4 -> Same.outcome(() -> ours.remove(key), () -> model.remove(key));
            case 5 -> Same.outcome(() -> ours.putIfAbsent(key, value), () -> model.putIfAbsent(key, value));
            case 6 -> Same.outcome(() -> ours.replace(key, value), () -> model.replace(key, value));
            case 7 -> Same.outcome(() -> ours.replace(key, 1, value), () -> model.replace(key, 1, value));
            case 8 -> Same.outcome(() -> ours.remove(key, value), () -> model.remove(key, value));
            case 9 ->
                Same.outcome(
                        () -> ours.compute(key, (k, v) -> v == null ? "computed" : value),
                        () -> model.compute(key, (k, v) -> v == null ? "computed" : value));
            case 10 ->
                Same.outcome(
                        () -> ours.computeIfAbsent(key, k -> "computed"),
                        () -> model.computeIfAbsent(key, k -> "computed"));
            case 11 ->
                Same.outcome(
                        () -> ours.computeIfPresent(key, (k, v) -> value),
                        () -> model.computeIfPresent(key, (k, v) -> value));
            case 12 ->
                Same.outcome(
                        () -> ours.merge(key, "merged", (a, b) -> value),
                        () -> model.merge(key, "merged", (a, b) -> value));
            case 13 -> Same.outcome(ours::pollFirstEntry, model::pollFirstEntry);
            case 14 -> Same.outcome(ours::pollLastEntry, model::pollLastEntry);
            default ->
                Same.outcome(
                        () -> ours.entrySet().remove(new SimpleImmutableEntry<>(key, value)),
                        () -> model.entrySet().remove(new SimpleImmutableEntry<>(key, value)));
        }
    }

    private static void many(
            int kind,
            RankedMap<Object, Object> ours,
            NavigableMap<Object, Object> model,
            Keys keys,
            ViewsModel.Step step,
            Object value) {
        List<Object> some = new ArrayList<>();
        for (int i = 0; i < step.other() % 30; i++) {
            some.add(keys.key(step.key() + i * (step.flag(3) ? 1 : 7) % 40));
        }
        switch (kind) {
            case 16, 17 -> putAll(ours, model, some, value);
            case 18 -> Same.effect(ours::clear, model::clear);
            case 19 ->
                Same.outcome(
                        () -> ours.keySet().removeAll(some),
                        () -> model.keySet().removeAll(some));
            case 20 -> {
                Collection<Object> kept = step.flag(4) ? some : ofOurs(some, ours, keys);
                Same.outcome(
                        () -> ours.keySet().retainAll(kept),
                        () -> model.keySet().retainAll(kept));
            }
            case 21 -> {
                Collection<Object> removed = ofOurs(some, ours, keys);
                Same.outcome(
                        () -> ours.keySet().removeAll(removed),
                        () -> model.keySet().removeAll(removed));
            }
            case 22 ->
                Same.outcome(
                        () -> ours.keySet().removeIf(k -> k.hashCode() % 3 == 0),
                        () -> model.keySet().removeIf(k -> k.hashCode() % 3 == 0));
            case 23 ->
                Same.outcome(
                        () -> ours.entrySet().removeIf(e -> Objects.equals(e.getValue(), value)),
                        () -> model.entrySet().removeIf(e -> Objects.equals(e.getValue(), value)));
            case 24 ->
                Same.outcome(
                        () -> ours.values().retainAll(Arrays.asList(0, 1, 2)),
                        () -> model.values().retainAll(Arrays.asList(0, 1, 2)));
            default ->
                Same.effect(
                        () -> ours.replaceAll((k, v) -> Objects.equals(v, value) ? "replaced" : v),
                        () -> model.replaceAll((k, v) -> Objects.equals(v, value) ? "replaced" : v));
        }
    }

    /** The keys as a set of this library, in the order of the map or in another. */
    private static Collection<Object> ofOurs(List<Object> some, RankedMap<Object, Object> ours, Keys keys) {
        CowBTreeSet<Object> set =
                some.size() % 2 == 0 ? new CowBTreeSet<>(keys.comparator()) : new CowBTreeSet<>(comparator(ours));
        set.addAll(some);
        return set;
    }

    @SuppressWarnings("unchecked")
    private static java.util.Comparator<Object> comparator(NavigableMap<Object, Object> map) {
        return (java.util.Comparator<Object>) map.comparator();
    }

    /** All or nothing: a key outside the view refuses the others too, which the model does not know. */
    private static void putAll(
            RankedMap<Object, Object> ours, NavigableMap<Object, Object> model, List<Object> some, Object value) {
        Map<Object, Object> entries = new LinkedHashMap<>();
        some.forEach(key -> entries.put(key, value));
        List<Map.Entry<Object, Object>> before = new ArrayList<>(ours.entrySet());
        NavigableMap<Object, Object> trial = new java.util.TreeMap<>(model);
        if (entries.keySet().stream().allMatch(key -> accepts(model, key))) {
            ours.putAll(entries);
            model.putAll(entries);
        } else {
            assertThatThrownBy(() -> ours.putAll(entries)).isInstanceOf(IllegalArgumentException.class);
            assertThat(new ArrayList<>(ours.entrySet())).isEqualTo(before);
            assertThat(trial).isEqualTo(model);
        }
    }

    /** Whether a view has a place for a key. */
    private static boolean accepts(NavigableMap<Object, Object> model, Object key) {
        try {
            model.subMap(key, true, key, true);
            return true;
        } catch (IllegalArgumentException outside) {
            return false;
        }
    }

    private static void iterate(
            int kind,
            RankedMap<Object, Object> ours,
            NavigableMap<Object, Object> model,
            ViewsModel.Step step,
            Object value) {
        int every = 1 + step.other() % 4;
        switch (kind) {
            case 26 ->
                removeEvery(every, ours.keySet().iterator(), model.keySet().iterator());
            case 27 ->
                removeEvery(every, ours.entrySet().iterator(), model.entrySet().iterator());
            case 28 ->
                removeEvery(every, ours.values().iterator(), model.values().iterator());
            case 29 ->
                removeEvery(
                        every,
                        ours.navigableKeySet().descendingIterator(),
                        model.navigableKeySet().descendingIterator());
            case 30 -> setEvery(every, ours.entrySet(), model.entrySet(), value);
            case 31 ->
                setEvery(
                        every,
                        ours.descendingMap().entrySet(),
                        model.descendingMap().entrySet(),
                        value);
            case 32 ->
                Same.outcome(
                        () -> ours.values().remove(value), () -> model.values().remove(value));
            default -> {
                Same.outcome(
                        () -> ours.entrySet().retainAll(new HashSet<>(model.entrySet())),
                        () -> model.entrySet().retainAll(new HashSet<>(model.entrySet())));
                Same.outcome(
                        () -> ours.navigableKeySet().pollLast(),
                        () -> model.navigableKeySet().pollLast());
                Same.outcome(
                        () -> ours.descendingKeySet().pollFirst(),
                        () -> model.descendingKeySet().pollFirst());
            }
        }
    }

    private static void removeEvery(int every, Iterator<?> ours, Iterator<?> theirs) {
        assertThatThrownBy(ours::remove).isInstanceOf(IllegalStateException.class);
        for (int i = 0; theirs.hasNext(); i++) {
            assertThat(ours.next()).isEqualTo(theirs.next());
            if (i % every == 0) {
                ours.remove();
                theirs.remove();
            }
        }
        assertThat(ours.hasNext()).isFalse();
    }

    private static void setEvery(
            int every,
            Iterable<Map.Entry<Object, Object>> ours,
            Iterable<Map.Entry<Object, Object>> theirs,
            Object value) {
        Iterator<Map.Entry<Object, Object>> mine = ours.iterator();
        int i = 0;
        for (Map.Entry<Object, Object> entry : theirs) {
            Map.Entry<Object, Object> written = mine.next();
            if (i++ % every == 0) {
                assertThat(written.setValue(value)).isEqualTo(entry.setValue(value));
                assertThat(written.getValue()).isEqualTo(value);
            }
        }
        assertThat(mine.hasNext()).isFalse();
    }
}
