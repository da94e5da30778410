package dev.holstein.btree;

import java.util.AbstractMap.SimpleEntry;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Iterators over the version that was present when they were made. {@code remove()} and {@code setValue} act on the live map:
 * they remove or replace the key if it is still there, whatever happened to it in between, and never bring it back.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 * @param <T> what the iterator answers
 */
abstract class BTreeIterator<K, V, T> implements Iterator<T> {
    private final BTreeFace<K, V, ?> face;
    private final BTreeCursor cursor;
    private final @Nullable Object started;
    private boolean finished;
    private boolean removable;
    private @Nullable K lastKey;

    BTreeIterator(BTreeView<K, V, ?> view, boolean backwards) {
        face = view.face();
        started = face.iteratorStarted(); // before the bounds are compared: a comparator may write
        cursor = begun(view, backwards);
        if (cursor.isAtEnd()) {
            finish();
        }
    }

    /** All or nothing: a comparator that throws here leaves no walk open. */
    private BTreeCursor begun(BTreeView<K, V, ?> view, boolean backwards) {
        boolean isBegun = false;
        try {
            BTreeCursor begun = view.cursor(view.state(), backwards);
            isBegun = true;
            return begun;
        } finally {
            if (!isBegun) {
                face.iteratorFinished(started);
            }
        }
    }

    /** What to answer for the entry that the iterator stands on. */
    abstract T present();

    @SuppressWarnings("unchecked") // only keys of type K are ever put
    final K key() {
        return (K) cursor.key();
    }

    @SuppressWarnings("unchecked") // only values of type V are ever put
    final V value() {
        return (V) cursor.value();
    }

    @Override
    public final boolean hasNext() {
        return !cursor.isAtEnd();
    }

    @Override
    public final T next() {
        if (!cursor.advance()) {
            throw new NoSuchElementException("the iterator has answered every entry of its version");
        }
        T present = present();
        removable = true;
        if (cursor.isAtEnd()) {
            finish();
        }
        return present;
    }

    @Override
    public final void remove() {
        if (!removable) {
            throw new IllegalStateException(
                    "remove() needs a next() before it, and only one remove() follows a next()");
        }
        face.apply(BTreeEdit.remove(finished ? lastKey : key()));
        removable = false;
    }

    /** From here on the leaf may be edited in place: nothing of it is read again, so the last key is kept for a removal. */
    private void finish() {
        finished = true;
        lastKey = removable ? key() : null;
        face.iteratorFinished(started);
    }

    static <K, V> BTreeIterator<K, V, K> keys(BTreeView<K, V, ?> view, boolean backwards) {
        return new BTreeIterator<>(view, backwards) {
            @Override
            K present() {
                return key();
            }
        };
    }

    static <K, V> BTreeIterator<K, V, V> values(BTreeView<K, V, ?> view) {
        return new BTreeIterator<>(view, view.descending) {
            @Override
            V present() {
                return value();
            }
        };
    }

    static <K, V> BTreeIterator<K, V, Map.Entry<K, V>> entries(BTreeView<K, V, ?> view) {
        BTreeFace<K, V, ?> face = view.face();
        return new BTreeIterator<>(view, view.descending) {
            @Override
            Map.Entry<K, V> present() {
                return new LiveEntry<>(face, key(), value());
            }
        };
    }

    /** The entry that a cursor stands on; what is set in it goes to the live map. */
    @SuppressWarnings("unchecked") // only keys of type K and values of type V are ever put
    static <K, V> Map.Entry<K, V> liveEntry(BTreeFace<K, V, ?> face, BTreeCursor cursor) {
        return new LiveEntry<>(face, (K) cursor.key(), (V) cursor.value());
    }

    /**
     * An entry of an iteration; what it says is of its version, what it sets goes to the live map.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     */
    private static final class LiveEntry<K, V> extends SimpleEntry<K, V> {
        private static final long serialVersionUID = 1;

        private final transient @Nullable BTreeFace<K, V, ?> face;

        LiveEntry(BTreeFace<K, V, ?> face, K key, V value) {
            super(key, value);
            this.face = face;
        }

        @Override
        public V setValue(V value) {
            if (face != null) {
                face.checkEntry(getKey(), value);
                face.apply(BTreeEdit.put(BTreeEdit.Kind.REPLACE, getKey(), value));
            }
            return super.setValue(value);
        }
    }
}
