package dev.holstein.btree;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a map or view, live.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
final class BTreeEntrySet<K, V> extends AbstractSet<Map.Entry<K, V>> {
    private final BTreeView<K, V, ?> map;

    BTreeEntrySet(BTreeView<K, V, ?> map) {
        this.map = map;
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public boolean isEmpty() {
        return map.isEmpty();
    }

    @Override
    public boolean contains(@Nullable Object object) {
        if (!(object instanceof Map.Entry<?, ?> entry)) {
            return false;
        }
        map.checkKey(entry.getKey());
        BTreeState<K, V> state = map.state();
        if (!map.inRange(state, entry.getKey())) {
            return false;
        }
        V value = map.valueOf(state, entry.getKey());
        return Objects.equals(value, entry.getValue()) && (value != null || map.isPresent(state, entry.getKey()));
    }

    @Override
    public boolean remove(@Nullable Object object) {
        return object instanceof Map.Entry<?, ?> entry && map.remove(entry.getKey(), entry.getValue());
    }

    @Override
    public void clear() {
        map.clear();
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
        return BTreeIterator.entries(map);
    }

    @Override
    public Spliterator<Map.Entry<K, V>> spliterator() {
        BTreeIterator<K, V, Map.Entry<K, V>> iterator = BTreeIterator.entries(map);
        return Spliterators.spliterator(iterator, iterator.remaining(), Spliterator.DISTINCT | Spliterator.ORDERED);
    }
}
