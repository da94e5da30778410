package dev.holstein.btree;

import dev.holstein.core.Checks;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Predicate;
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
        return map.hasEntry(map.state(), entry);
    }

    @Override
    public boolean remove(@Nullable Object object) {
        return object instanceof Map.Entry<?, ?> entry && map.remove(entry.getKey(), entry.getValue());
    }

    @Override
    public boolean removeIf(Predicate<? super Map.Entry<K, V>> filter) {
        Checks.notNull(filter, "filter");
        return map.removeWhere("removeIf", (key, value) -> filter.test(new SimpleImmutableEntry<>(key, value)));
    }

    @Override
    public boolean retainAll(Collection<?> others) {
        Checks.notNull(others, "others");
        return map.removeWhere("retainAll", (key, value) -> !others.contains(new SimpleImmutableEntry<>(key, value)));
    }

    /** As {@link AbstractSet#removeAll}: the smaller side is asked; but as one write. */
    @Override
    public boolean removeAll(Collection<?> others) {
        return size() > others.size()
                ? map.removeEntries(others)
                : map.removeWhere("removeAll", (key, value) -> others.contains(new SimpleImmutableEntry<>(key, value)));
    }

    /** By the rules of {@link java.util.Set#equals}, of one version. */
    @Override
    public boolean equals(@Nullable Object object) {
        if (!(object instanceof Set<?> other)) {
            return false;
        }
        try {
            return object == this || map.hasEntriesOf(other);
        } catch (ClassCastException | NullPointerException incomparable) {
            return false;
        }
    }

    @Override
    public int hashCode() {
        return super.hashCode();
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
        return BTreeSpliterator.entries(map);
    }
}
