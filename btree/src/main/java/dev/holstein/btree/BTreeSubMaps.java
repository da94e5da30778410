package dev.holstein.btree;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The live views of a part of a map, as its face hands them out. */
final class BTreeSubMaps {
    private BTreeSubMaps() {}

    /**
     * A view of a map that one thread uses at a time, or that never changes.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     */
    static final class Plain<K extends @Nullable Object, V extends @Nullable Object>
            extends BTreeSubMap<K, V, RankedMap<K, V>> implements RankedMap<K, V>, Serializable {
        private static final long serialVersionUID = 1;

        Plain(BTreeFace<K, V, RankedMap<K, V>> face, BTreeRange<K> range, boolean descending) {
            super(face, range, descending);
        }

        @Override
        public PersistentBTreeMap<K, V> snapshot() {
            return PersistentBTreeMap.frozen(this);
        }

        private Object writeReplace() {
            return new BTreeViewSerial(face(), range, descending);
        }

        private void readObject(ObjectInputStream in) throws InvalidObjectException {
            throw BTreeSerial.refused();
        }
    }

    /**
     * A view of a map that many threads use.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     */
    static final class Concurrent<K, V> extends BTreeSubMap<K, V, ConcurrentRankedMap<K, V>>
            implements ConcurrentRankedMap<K, V>, Serializable {
        private static final long serialVersionUID = 1;

        Concurrent(BTreeFace<K, V, ConcurrentRankedMap<K, V>> face, BTreeRange<K> range, boolean descending) {
            super(face, range, descending);
        }

        @Override
        public PersistentBTreeMap<K, V> snapshot() {
            return PersistentBTreeMap.frozen(this);
        }

        private Object writeReplace() {
            return new BTreeViewSerial(face(), range, descending);
        }

        private void readObject(ObjectInputStream in) throws InvalidObjectException {
            throw BTreeSerial.refused();
        }
    }
}
