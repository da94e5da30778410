package dev.holstein.btree;

import dev.holstein.core.Checks;
import java.util.Comparator;
import java.util.Map;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A walk over one version that can be split where nodes begin, for streams. It takes the version that is present when it is
 * first asked for anything (late binding), and all its parts walk that one. Being asked for its size alone, as by {@code
 * stream().count()}, is the start of a walk that never ends: the next write to a map edited in place copies its path, once.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 * @param <T> what it shows
 */
final class BTreeSpliterator<K, V, T> implements Spliterator<T> {
    private static final int SET = DISTINCT | SORTED;

    private final BTreeView<K, V, ?> view;
    private final Shown<K, T> shown;
    private final int characteristics;

    /** What is shown of an entry, and the order of that, given the order of the keys. */
    private record Shown<K, T>(
            Function<BTreeCursor, T> element,
            Function<@Nullable Comparator<? super K>, @Nullable Comparator<? super T>> order) {}

    /** The version; null until it is bound. */
    private @Nullable BTreeState<K, V> state;

    /** What is left to walk of it, by index in ascending order. */
    private int from;

    private int to;

    private @Nullable BTreeCursor cursor;
    private @Nullable Object started;

    private BTreeSpliterator(BTreeView<K, V, ?> view, Shown<K, T> shown, int characteristics) {
        this.view = view;
        this.shown = shown;
        this.characteristics = characteristics;
    }

    @SuppressWarnings("unchecked") // only keys of type K are ever put
    static <K, V> Spliterator<K> keys(BTreeView<K, V, ?> view) {
        Shown<K, K> shown = new Shown<>(cursor -> (K) cursor.key(), order -> order);
        return new BTreeSpliterator<>(view, shown, SET | of(view));
    }

    @SuppressWarnings("unchecked") // only values of type V are ever put
    static <K, V> Spliterator<V> values(BTreeView<K, V, ?> view) {
        Shown<K, V> shown = new Shown<>(cursor -> (V) cursor.value(), order -> {
            throw new IllegalStateException("values are in the order of their keys, not sorted");
        });
        return new BTreeSpliterator<>(view, shown, of(view));
    }

    @SuppressWarnings("unchecked") // without a comparator, keys are comparable
    static <K, V> Spliterator<Map.Entry<K, V>> entries(BTreeView<K, V, ?> view) {
        BTreeFace<K, V, ?> face = view.face();
        Shown<K, Map.Entry<K, V>> shown = new Shown<>(
                cursor -> BTreeIterator.liveEntry(face, cursor),
                order -> Map.Entry.comparingByKey(
                        order == null ? (Comparator<? super K>) Comparator.naturalOrder() : order));
        return new BTreeSpliterator<>(view, shown, SET | of(view));
    }

    private static int of(BTreeView<?, ?, ?> view) {
        return SIZED | SUBSIZED | ORDERED | view.face().characteristics();
    }

    /** The version to walk, the present one at the first call. */
    private BTreeState<K, V> bound() {
        if (state == null) {
            bind();
        }
        return Checks.present(state, "the version");
    }

    /** All or nothing: a comparator that throws here leaves the walk unbound. */
    private void bind() {
        Object start = view.face().iteratorStarted(); // before the bounds are compared: a comparator may write
        BTreeState<K, V> present = view.state();
        try {
            from = view.range.start(present);
            to = view.range.end(present, from);
            state = present;
            started = start;
        } finally {
            if (state == null) {
                view.face().iteratorFinished(start);
            }
        }
    }

    private int remaining() {
        return cursor == null ? to - from : cursor.remaining();
    }

    private BTreeCursor begun() {
        BTreeState<K, V> version = bound();
        if (cursor == null) {
            cursor = new BTreeCursor(version.root, from, to, view.descending);
            finishIfDone(cursor);
        }
        return cursor;
    }

    private void finishIfDone(BTreeCursor begun) {
        if (begun.isAtEnd()) {
            view.face().iteratorFinished(started);
            started = null;
        }
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        Checks.notNull(action, "action");
        BTreeCursor begun = begun();
        if (!begun.advance()) {
            return false;
        }
        T element = shown.element.apply(begun);
        finishIfDone(begun);
        action.accept(element);
        return true;
    }

    @Override
    public void forEachRemaining(Consumer<? super T> action) {
        Checks.notNull(action, "action");
        BTreeCursor begun = begun();
        if (begun.isAtEnd()) {
            return;
        }
        while (begun.advance()) {
            action.accept(shown.element.apply(begun));
        }
        finishIfDone(begun);
    }

    /** Splits off what comes first, at the beginning of a node near the middle; a leaf is not split, nor a walk that has begun. */
    @Override
    public @Nullable Spliterator<T> trySplit() {
        BTreeState<K, V> version = bound();
        if (cursor != null || to - from < 2) {
            return null;
        }
        int boundary = BTreeSearch.boundary(version.root, from, to);
        if (boundary < 0) {
            return null;
        }
        BTreeSpliterator<K, V, T> first = new BTreeSpliterator<>(view, shown, characteristics);
        first.started = view.face().iteratorStarted();
        first.state = version;
        if (view.descending) {
            first.from = boundary;
            first.to = to;
            to = boundary;
        } else {
            first.from = from;
            first.to = boundary;
            from = boundary;
        }
        return first;
    }

    @Override
    public long estimateSize() {
        BTreeState<K, V> unused = bound();
        return remaining();
    }

    @Override
    public int characteristics() {
        return characteristics;
    }

    /** That of the keys; for entries, by their keys. */
    @Override
    public @Nullable Comparator<? super T> getComparator() {
        return shown.order.apply(view.comparator());
    }
}
