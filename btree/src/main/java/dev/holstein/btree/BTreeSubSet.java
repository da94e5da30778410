package dev.holstein.btree;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A live view of a part of a set, in either direction.
 *
 * @param <E> the type of the elements
 */
final class BTreeSubSet<E extends @Nullable Object> extends BTreeSetFace<E, RankedSet<E>>
        implements RankedSet<E>, Serializable {
    private static final long serialVersionUID = 1;

    private final transient BTreeSetFace<E, RankedSet<E>> face;

    BTreeSubSet(BTreeSetFace<E, RankedSet<E>> face, BTreeView<E, ?, ?> view) {
        super(view);
        this.face = face;
    }

    @Override
    RankedSet<E> over(BTreeView<E, ?, ?> view) {
        return face.over(view);
    }

    @Override
    public PersistentBTreeSet<E> snapshot() {
        return PersistentBTreeSet.frozen(map);
    }

    private Object writeReplace() {
        return new BTreeViewSerial(face, map.range, map.descending);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw BTreeSerial.refused();
    }
}
