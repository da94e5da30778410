package dev.holstein.list;

import dev.holstein.core.Checks;
import dev.holstein.core.Owner;
import java.util.Comparator;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A walk over one version that can be split, where leaves begin if it has several, for streams. Of a list that is edited in place it
 * takes the version that is present when it is first asked for anything (late binding); being asked for its size alone, as by {@code
 * stream().count()}, is the start of a walk that never ends: the next write copies its path, once.
 *
 * @param <E> the type of the elements
 */
final class ListSpliterator<E extends @Nullable Object> implements Spliterator<E> {
    private final ListReads<E> list;
    private @Nullable ListCursor cursor;
    private int next;
    private int to;
    private @Nullable Owner started;

    ListSpliterator(ListReads<E> list) {
        this.list = list;
        if (list.bindsEarly()) {
            ListCursor unused = bound();
        }
    }

    private ListSpliterator(ListReads<E> list, ListState version, int from, int to) {
        this.list = list;
        cursor = new ListCursor(version);
        next = from;
        this.to = to;
        started = list.iteratorStarted();
    }

    /** The version to walk, the present one at the first call. */
    private ListCursor bound() {
        ListCursor present = cursor;
        if (present != null) {
            return present;
        }
        ListWindow window = list.window();
        started = list.iteratorStarted();
        next = window.from();
        to = window.to();
        ListCursor begun = new ListCursor(window.state());
        cursor = begun;
        finishIfDone();
        return begun;
    }

    private void finishIfDone() {
        if (next == to) {
            list.iteratorFinished(started);
            started = null;
        }
    }

    @Override
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    public boolean tryAdvance(Consumer<? super E> action) {
        Checks.notNull(action, "action");
        ListCursor walk = bound();
        if (next >= to) {
            return false;
        }
        walk.reach(next);
        E element = (E) walk.at(next);
        next++;
        finishIfDone();
        action.accept(element);
        return true;
    }

    @Override
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    public void forEachRemaining(Consumer<? super E> action) {
        Checks.notNull(action, "action");
        ListCursor walk = bound();
        if (next >= to) {
            return;
        }
        while (next < to) {
            walk.reach(next);
            Object[] leaf = walk.leaf;
            int start = walk.start;
            for (int until = Math.min(walk.end, to); next < until; ) {
                E element = (E) leaf[next - start];
                next++;
                action.accept(element);
            }
        }
        finishIfDone();
    }

    @Override
    public @Nullable Spliterator<E> trySplit() {
        ListCursor walk = bound();
        int middle = (next + to) >>> 1;
        if (middle == next) {
            return null;
        }
        walk.reach(middle);
        if (walk.start > next) {
            middle = walk.start;
        }
        ListSpliterator<E> first = new ListSpliterator<>(list, walk.state, next, middle);
        next = middle;
        return first;
    }

    @Override
    public long estimateSize() {
        ListCursor unused = bound();
        return (long) to - next;
    }

    @Override
    public int characteristics() {
        return ORDERED | SIZED | SUBSIZED | list.characteristics();
    }

    @Override
    public Comparator<? super E> getComparator() {
        throw new IllegalStateException("a list is in the order of its indices, not sorted");
    }
}
