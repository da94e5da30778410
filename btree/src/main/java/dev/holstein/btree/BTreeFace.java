package dev.holstein.btree;

import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * A whole map. What is left for a face to say is its policy: where the version lives, who may edit in place, what is thrown.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 * @param <M> what the views of this map are
 */
abstract class BTreeFace<K extends @Nullable Object, V extends @Nullable Object, M extends NavigableMap<K, V>>
        extends BTreeView<K, V, M> {
    BTreeFace() {
        super(BTreeRange.all(), false);
    }

    @Override
    final BTreeFace<K, V, M> face() {
        return this;
    }

    /** Carries out a write to one key. */
    abstract void apply(BTreeEdit<K, V> edit);

    /** Carries out a write to many keys: all of it, or nothing. Says whether it changed anything. */
    abstract boolean apply(BTreeBulk<K, V> bulk);

    /** Refuses an entry that this face does not take. */
    void checkEntry(@Nullable Object key, @Nullable Object value) {
        // nulls are for the order to refuse
    }

    /** Refuses a version with an entry that this face does not take. */
    void checkEntries(BTreeState<?, ?> entries) {
        // nulls are for the order to refuse
    }

    /** Whether the sets of this face ask the other set, too, when they are compared with one, as those of the JDK twin do. */
    boolean equalsBothWays() {
        return false;
    }

    /** What a spliterator over this face has beyond being ordered and sized. */
    int characteristics() {
        return 0;
    }

    /** Only a face that edits in place needs to know. */
    @Override
    @Nullable
    Object iteratorStarted() {
        return null;
    }

    @Override
    void iteratorFinished(@Nullable Object started) {
        // see iteratorStarted
    }

    @Override
    public int size() {
        return state().size;
    }
}
