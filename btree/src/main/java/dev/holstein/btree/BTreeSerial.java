package dev.holstein.btree;

import dev.holstein.core.Checks;
import dev.holstein.core.Owner;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OptionalDataException;
import java.io.Serializable;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a map or set is serialized as: its face, its comparator, and its entries one after the other. No node is written, so
 * nothing recurses but keys and values themselves, and nothing that is read can break an invariant: entries go through the
 * checks of a bulk load. A collection that contains itself cannot be read back: the JDK has no way to put the collection where
 * the form has been read already. Directly it is refused; by way of another object it is not noticed.
 */
final class BTreeSerial implements Serializable {
    private static final long serialVersionUID = 1;

    private static final Object SET_VALUE = BLeaf.NO_VALUE;

    /** Which face to make of the entries. */
    enum Face {
        PERSISTENT_MAP(true),
        COW_MAP(true),
        CONCURRENT_MAP(true),
        PERSISTENT_SET(false),
        COW_SET(false),
        CONCURRENT_SET(false);

        private final boolean hasValues;

        Face(boolean hasValues) {
            this.hasValues = hasValues;
        }

        private boolean refusesNulls() {
            return this == CONCURRENT_MAP || this == CONCURRENT_SET;
        }

        private Object of(BTreeState<Object, Object> state) {
            return switch (this) {
                case PERSISTENT_MAP -> new PersistentBTreeMap<>(state);
                case COW_MAP -> new CowBTreeMap<>(state);
                case CONCURRENT_MAP -> new ConcurrentBTreeMap<>(state);
                case PERSISTENT_SET -> new PersistentBTreeSet<>(new PersistentBTreeMap<>(state));
                case COW_SET -> new CowBTreeSet<>(new CowBTreeMap<>(state));
                case CONCURRENT_SET -> new ConcurrentBTreeSet<>(new ConcurrentBTreeMap<>(state));
            };
        }
    }

    private final Face face;

    @SuppressWarnings(
            "serial") // a comparator that cannot be serialized is refused by the stream, as for java.util.TreeMap
    private final @Nullable Comparator<?> comparator;

    private transient @Nullable BTreeState<?, ?> state;

    BTreeSerial(Face face, BTreeState<?, ?> state) {
        this.face = face;
        comparator = state.order.comparator();
        this.state = state;
    }

    /** The answer of every face to a stream that bypasses this form. */
    static InvalidObjectException refused() {
        return new InvalidObjectException("a collection of this library is read from its serial form only");
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        BTreeState<?, ?> written = Checks.present(state, "the version to write");
        out.writeInt(written.size);
        BTreeCursor cursor = new BTreeCursor(written.root, 0, written.size, false);
        while (cursor.advance()) {
            out.writeObject(cursor.key());
            if (face.hasValues) {
                out.writeObject(cursor.value());
            }
        }
    }

    /**
     * Reads entry by entry: a forged size allocates nothing that is not there. Whatever a damaged stream makes the stream itself, the
     * order, or the code of a key throw, the collection is refused.
     */
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        try {
            in.defaultReadObject();
            if (face == null) {
                throw new InvalidObjectException("no face");
            }
            int size = in.readInt();
            if (size < 0) {
                throw new InvalidObjectException("size " + size + " is negative");
            }
            state = read(in, size);
        } catch (OptionalDataException | RuntimeException refused) {
            InvalidObjectException invalid = new InvalidObjectException("damaged collection: " + refused.getMessage());
            invalid.initCause(refused);
            throw invalid;
        }
    }

    @SuppressWarnings("unchecked") // the order itself refuses what it cannot compare
    private BTreeState<Object, Object> read(ObjectInputStream in, int size) throws IOException, ClassNotFoundException {
        BTreeSorter<Object> sorter = new BTreeSorter<>(KeyOrder.of((Comparator<Object>) comparator));
        for (int i = 0; i < size; i++) {
            Object key = in.readObject();
            Object value = face.hasValues ? in.readObject() : SET_VALUE;
            if (face.refusesNulls()) {
                Checks.notNull(key, "key");
                Checks.notNull(value, "value");
            }
            if (key instanceof BTreeSerial || value instanceof BTreeSerial) {
                throw new InvalidObjectException("a collection that contains itself cannot be read back");
            }
            sorter.add(key, value);
        }
        return sorter.toStateIfAscending(Owner.NONE);
    }

    @SuppressWarnings("unchecked") // see read
    private Object readResolve() {
        return face.of((BTreeState<Object, Object>) Checks.present(state, "the version that was read"));
    }
}
