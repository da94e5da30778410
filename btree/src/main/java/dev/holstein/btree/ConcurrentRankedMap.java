package dev.holstein.btree;

import java.util.NavigableSet;
import java.util.concurrent.ConcurrentNavigableMap;

/**
 * A {@link RankedMap} for many threads: what {@link ConcurrentBTreeMap} is, and all its live views. Each operation of a view
 * reads one version; an iterator walks one.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface ConcurrentRankedMap<K, V> extends RankedMap<K, V>, ConcurrentNavigableMap<K, V> {
    @Override
    NavigableSet<K> keySet();

    @Override
    ConcurrentRankedMap<K, V> descendingMap();

    @Override
    ConcurrentRankedMap<K, V> subMap(K fromKey, boolean fromInclusive, K toKey, boolean toInclusive);

    @Override
    ConcurrentRankedMap<K, V> headMap(K toKey, boolean inclusive);

    @Override
    ConcurrentRankedMap<K, V> tailMap(K fromKey, boolean inclusive);

    @Override
    ConcurrentRankedMap<K, V> subMap(K fromKey, K toKey);

    @Override
    ConcurrentRankedMap<K, V> headMap(K toKey);

    @Override
    ConcurrentRankedMap<K, V> tailMap(K fromKey);
}
