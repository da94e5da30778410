package dev.holstein.btree;

import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a map or view, live.
 *
 * @param <K> the type of the keys
 */
final class BTreeKeySet<K extends @Nullable Object> extends BTreeElements<K, NavigableSet<K>> {
    BTreeKeySet(BTreeView<K, ?, ?> map) {
        super(map);
    }

    @Override
    public boolean add(K key) {
        throw new UnsupportedOperationException("add: a key needs a value; put it into the map");
    }

    @Override
    NavigableSet<K> over(BTreeView<K, ?, ?> view) {
        return new BTreeKeySet<>(view);
    }
}
