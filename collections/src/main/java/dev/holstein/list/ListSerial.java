package dev.holstein.list;

import dev.holstein.core.Checks;
import dev.holstein.core.Owner;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OptionalDataException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a list is serialized as: its face, and its elements one after the other. No node is written, so nothing recurses but elements
 * themselves, and nothing that is read can break an invariant. A list that contains itself cannot be read back: the JDK has no way to
 * put the list where the form has been read already. Directly it is refused; by way of another object it is not noticed.
 */
final class ListSerial implements Serializable {
    private static final long serialVersionUID = 1;

    /** Which face to make of the elements. */
    enum Face {
        PERSISTENT,
        COW,
        CONCURRENT;

        private Object of(ListState state, Owner made) {
            return switch (this) {
                case PERSISTENT -> PersistentList.of(state);
                case COW -> new CowList<>(state, made);
                case CONCURRENT -> new ConcurrentList<>(state);
            };
        }
    }

    private final Face face;
    private transient @Nullable ListState state;

    /** Under which the version was made that was read. */
    private transient @Nullable Owner made;

    ListSerial(Face face, ListState state) {
        this.face = face;
        this.state = state;
    }

    /** The answer of every face to a stream that bypasses this form. */
    static InvalidObjectException refused() {
        return new InvalidObjectException("a collection of this library is read from its serial form only");
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        ListState written = Checks.present(state, "the version to write");
        out.writeInt(written.size);
        ListCursor cursor = new ListCursor(written);
        for (int i = 0; i < written.size; i++) {
            cursor.reach(i);
            out.writeObject(cursor.at(i));
        }
    }

    /**
     * Reads element by element: a forged size allocates nothing that is not there. Whatever a damaged stream makes the stream itself, or
     * the code of an element, throw, the list is refused.
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
            Owner owner = new Owner();
            ListEdit edit = ListEdit.ofNothing(owner, face == Face.COW ? ListNode.FLAT : ListNode.LEAF);
            for (int i = 0; i < size; i++) {
                Object element = in.readObject();
                if (element instanceof ListSerial) {
                    throw new InvalidObjectException("a collection that contains itself cannot be read back");
                }
                edit.append(element);
            }
            state = edit.state(ListState.EMPTY);
            made = owner;
        } catch (OptionalDataException | RuntimeException refused) {
            InvalidObjectException invalid = new InvalidObjectException("damaged collection: " + refused.getMessage());
            invalid.initCause(refused);
            throw invalid;
        }
    }

    private Object readResolve() {
        return face.of(Checks.present(state, "the version that was read"), Checks.present(made, "its owner"));
    }
}
