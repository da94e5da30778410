package dev.holstein.btree;

import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * A live view of a part of a map, in either direction.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 * @param <M> what the views of the map are
 */
abstract class BTreeSubMap<K extends @Nullable Object, V extends @Nullable Object, M extends NavigableMap<K, V>>
        extends BTreeView<K, V, M> {
    private final BTreeFace<K, V, M> face;

    BTreeSubMap(BTreeFace<K, V, M> face, BTreeRange<K> range, boolean descending) {
        super(range, descending);
        this.face = face;
    }

    @Override
    final BTreeFace<K, V, M> face() {
        return face;
    }

    @Override
    final BTreeState<K, V> state() {
        return face.state();
    }

    @Override
    final BTreeState<K, V> frozen() {
        return slice(face.frozen());
    }

    @Override
    final @Nullable Object iteratorStarted() {
        return face.iteratorStarted();
    }

    @Override
    final void iteratorFinished(@Nullable Object started) {
        face.iteratorFinished(started);
    }

    @Override
    final void checkKey(@Nullable Object key) {
        face.checkKey(key);
    }

    @Override
    final void checkValue(@Nullable Object value) {
        face.checkValue(value);
    }

    @Override
    final M view(BTreeRange<K> viewRange, boolean viewDescending) {
        return face.view(viewRange, viewDescending);
    }
}
