package dev.holstein.btree;

import dev.holstein.core.Checks;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The values of a map or view in the order of the keys, live.
 *
 * @param <V> the type of the values
 */
final class BTreeValues<V> extends AbstractCollection<V> {
    private final BTreeView<?, V, ?> map;

    BTreeValues(BTreeView<?, V, ?> map) {
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
    public boolean contains(@Nullable Object value) {
        return map.containsValue(value);
    }

    /** An entry that has another value by the time of its removal stays: the value may be elsewhere now, so the search begins anew. */
    @Override
    public boolean remove(@Nullable Object value) {
        Map.Entry<?, V> found = entryOf(value);
        while (found != null && !map.remove(found.getKey(), found.getValue())) {
            found = entryOf(value);
        }
        return found != null;
    }

    private Map.@Nullable Entry<?, V> entryOf(@Nullable Object value) {
        for (Map.Entry<?, V> entry : map.entrySet()) {
            if (Objects.equals(value, entry.getValue())) {
                return entry;
            }
        }
        return null;
    }

    @Override
    public boolean removeIf(Predicate<? super V> filter) {
        Checks.notNull(filter, "filter");
        return map.removeWhere("removeIf", (key, value) -> filter.test(value));
    }

    @Override
    public boolean retainAll(Collection<?> others) {
        Checks.notNull(others, "others");
        return map.removeWhere("retainAll", (key, value) -> !others.contains(value));
    }

    @Override
    public boolean removeAll(Collection<?> others) {
        Checks.notNull(others, "others");
        return map.removeWhere("removeAll", (key, value) -> others.contains(value));
    }

    @Override
    public void clear() {
        map.clear();
    }

    @Override
    public Iterator<V> iterator() {
        return BTreeIterator.values(map);
    }

    @Override
    public Spliterator<V> spliterator() {
        return BTreeSpliterator.values(map);
    }
}
