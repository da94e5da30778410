package dev.holstein.list;

import dev.holstein.core.Checks;
import dev.holstein.core.Owner;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An iterator over the version that was present when it was made. It cannot write.
 *
 * @param <E> the type of the elements
 */
class ListWalk<E extends @Nullable Object> implements ListIterator<E> {
    private static final int NONE = -1;

    private final ListReads<E> list;

    /** Whether the walk is over with the last element: an iterator that can go back never knows. */
    private final boolean onlyForward;

    private @Nullable Owner started;
    private boolean finished;

    ListCursor cursor;

    /** The bounds of the walk, and the element that comes next: indices of the version. */
    int from;

    int to;
    int next;

    /** The index of the element answered last; {@link #NONE} if there is none, or it was written since. */
    int last = NONE;

    ListWalk(ListReads<E> list, int index, boolean onlyForward) {
        this.list = list;
        this.onlyForward = onlyForward;
        started = list.iteratorStarted();
        ListWindow window = list.window();
        from = window.from();
        to = window.to();
        if (index < 0 || index > window.size()) {
            list.iteratorFinished(started);
            throw Checks.outOfBounds(index, window.size() + 1L);
        }
        cursor = new ListCursor(window.state());
        next = from + index;
        finishIfDone();
    }

    private void finishIfDone() {
        if (onlyForward && next == to) {
            finish();
        }
    }

    /** From here on the leaves may be edited in place. */
    final void finish() {
        if (!finished) {
            finished = true;
            list.iteratorFinished(started);
            started = null;
        }
    }

    final boolean isFinished() {
        return finished;
    }

    /** Goes on with another version, which has the same elements around the walk. */
    final void resume(ListState version, boolean isPresent) {
        cursor = new ListCursor(version);
        if (onlyForward && next == to) {
            return;
        }
        finished = !isPresent;
        if (isPresent) {
            started = list.iteratorStarted();
        }
    }

    @Override
    public final boolean hasNext() {
        return next < to;
    }

    @Override
    public final boolean hasPrevious() {
        return next > from;
    }

    @Override
    public final int nextIndex() {
        return next - from;
    }

    @Override
    public final int previousIndex() {
        return next - from - 1;
    }

    @Override
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    public final E next() {
        if (next >= to) {
            throw new NoSuchElementException("the iterator has answered every element of its version");
        }
        cursor.reach(next);
        E element = (E) cursor.at(next);
        answered(next, element);
        next++;
        if (next == to) {
            finishIfDone();
        }
        return element;
    }

    @Override
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    public final E previous() {
        if (next <= from) {
            throw new NoSuchElementException("there is no element before the first");
        }
        cursor.reach(next - 1);
        E element = (E) cursor.at(next - 1);
        next--;
        answered(next, element);
        return element;
    }

    /** Is told what is answered. */
    void answered(int index, E element) {
        last = index;
    }

    @Override
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    public final void forEachRemaining(Consumer<? super E> action) {
        Checks.notNull(action, "action");
        while (next < to) {
            cursor.reach(next);
            Object[] leaf = cursor.leaf;
            int start = cursor.start;
            int until = Math.min(cursor.end, to);
            ListState walked = cursor.state;
            while (next < until && cursor.state == walked) { // the action may write through this iterator
                E element = (E) leaf[next - start];
                answered(next, element);
                next++;
                action.accept(element);
            }
        }
        finishIfDone();
    }

    @Override
    public void remove() {
        throw readOnly("remove");
    }

    @Override
    public void set(E element) {
        throw readOnly("set");
    }

    @Override
    public void add(E element) {
        throw readOnly("add");
    }

    private static UnsupportedOperationException readOnly(String method) {
        return new UnsupportedOperationException(
                method + ": this iterator walks one version of the list; write to the list itself");
    }

    final boolean hasAnswered() {
        return last != NONE;
    }

    final void forgetAnswered() {
        last = NONE;
    }
}
