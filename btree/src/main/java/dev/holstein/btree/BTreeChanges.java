package dev.holstein.btree;

import dev.holstein.core.Checks;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Differences as users see them: told as records, and made again from records. */
final class BTreeChanges {
    private static final BTreeDiff.Teller<MapChange<Object, Object>> OF_MAPS = new BTreeDiff.Teller<>() {
        @Override
        public MapChange<Object, Object> added(Object key, Object value) {
            return new MapChange.Added<>(key, value);
        }

        @Override
        public MapChange<Object, Object> removed(Object key, Object value) {
            return new MapChange.Removed<>(key, value);
        }

        @Override
        public MapChange<Object, Object> changed(Object key, Object before, Object after) {
            return new MapChange.Changed<>(key, before, after);
        }
    };

    private static final BTreeDiff.Teller<SetChange<Object>> OF_SETS = new BTreeDiff.Teller<>() {
        @Override
        public SetChange<Object> added(Object key, Object value) {
            return new SetChange.Added<>(key);
        }

        @Override
        public SetChange<Object> removed(Object key, Object value) {
            return new SetChange.Removed<>(key);
        }

        @Override
        public SetChange<Object> changed(Object key, Object before, Object after) {
            throw Checks.bug("I9", "an element of a set has a value");
        }
    };

    private BTreeChanges() {}

    @SuppressWarnings("unchecked") // only keys of type K and values of type V are ever put
    static <K extends @Nullable Object, V extends @Nullable Object> Stream<MapChange<K, V>> ofMaps(
            BTreeState<K, V> older, BTreeState<K, V> newer) {
        return BTreeDiff.of(older, newer, (BTreeDiff.Teller<MapChange<K, V>>) (BTreeDiff.Teller<?>) OF_MAPS);
    }

    @SuppressWarnings("unchecked") // only elements of type E are ever put
    static <E extends @Nullable Object> Stream<SetChange<E>> ofSets(
            BTreeState<E, Object> older, BTreeState<E, Object> newer) {
        return BTreeDiff.of(older, newer, (BTreeDiff.Teller<SetChange<E>>) (BTreeDiff.Teller<?>) OF_SETS);
    }

    /** The write that makes some changes to a map. */
    static <K extends @Nullable Object, V extends @Nullable Object> BTreeBulk<K, V> patch(
            Stream<? extends MapChange<? extends K, ? extends V>> changes,
            BiConsumer<@Nullable Object, @Nullable Object> checkEntry) {
        Checks.notNull(changes, "changes");
        return BTreeBulk.patch(map -> changes.forEachOrdered(change -> {
            Checks.notNull(change, "change");
            if (change instanceof MapChange.Added<? extends K, ? extends V> added) {
                checkEntry.accept(added.key(), added.value());
                map.put(added.key(), added.value());
            } else if (change instanceof MapChange.Changed<? extends K, ? extends V> changed) {
                checkEntry.accept(changed.key(), changed.after());
                map.put(changed.key(), changed.after());
            } else {
                map.remove(change.key());
            }
        }));
    }

    /** The write that makes some changes to a set. */
    static <E extends @Nullable Object> BTreeBulk<E, Object> patchOfSet(
            Stream<? extends SetChange<? extends E>> changes,
            BiConsumer<@Nullable Object, @Nullable Object> checkEntry) {
        Checks.notNull(changes, "changes");
        return BTreeBulk.patch(set -> changes.forEachOrdered(change -> {
            E element = Checks.notNull(change, "change").element();
            if (change instanceof SetChange.Added<?>) {
                checkEntry.accept(element, BLeaf.NO_VALUE);
                set.put(element, BLeaf.NO_VALUE);
            } else {
                set.remove(element);
            }
        }));
    }
}
