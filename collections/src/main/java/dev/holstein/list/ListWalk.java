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

    /** The element answered last, once the walk is over: the leaf may be edited in place from then on. */
    @Nullable
    Object lastElement;

    private ListCursor cursor;

    /** The leaf of the cursor, where it begins, and where it or the walk ends: the next element never lies before it. */
    private Object[] leaf = ListNode.EMPTY;

    private int leafStart;
    private int leafEnd;

    /** Before this index, inside the leaf, an element is answered and nothing else is to be done. */
    private int easyEnd;

    /** The bounds of the walk, and the element that comes next: indices of the version. */
    int from;

    int to;
    int next;

    /** The index of the element answered last; {@link #NONE} if there is none, or it was written since. */
    int last = NONE;

    ListWalk(ListReads<E> list, int index, boolean onlyForward) {
        this.list = list;
        this.onlyForward = onlyForward;
        ListWindow window = list.window();
        from = window.from();
        to = window.to();
        int first = Checks.position(index, window.size());
        started = list.iteratorStarted();
        cursor = new ListCursor(window.state());
        next = from + first;
        if (onlyForward && next == to) {
            finished = true;
            list.iteratorFinished(started);
        }
    }

    final ListState version() {
        return cursor.state;
    }

    /** The element answered last, as it is in the version. */
    @Nullable
    Object answered() {
        return finished ? lastElement : version().get(last);
    }

    /** From here on the leaves may be edited in place. */
    final void finish() {
        if (!finished) {
            lastElement = last == NONE ? null : answered();
            finished = true;
            list.iteratorFinished(started);
        }
    }

    final boolean isFinished() {
        return finished;
    }

    /** Goes on with another version, which has the same elements around the walk. */
    final void resume(ListState version, boolean isPresent) {
        cursor = new ListCursor(version);
        leafEnd = 0;
        easyEnd = 0;
        leafStart = to;
        if (onlyForward && next == to) {
            return;
        }
        finished = !isPresent;
        if (isPresent) {
            started = list.iteratorStarted();
        }
    }

    /** How many elements the walk is over. */
    final int size() {
        return to - from;
    }

    /** Goes to an index without answering anything. */
    final void moveTo(int index) {
        next = from + index;
        last = NONE;
        leafEnd = from; // to be found anew
        easyEnd = from;
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

    /**
     * All in one piece, and no call is given this object: so that the compiler can keep it in registers, as it does for the iterator
     * of an array.
     */
    @Override
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    public final E next() {
        int index = next;
        if (index >= easyEnd) {
            if (index >= to) {
                throw new NoSuchElementException("the iterator has answered every element of its version");
            }
            if (index >= leafEnd) {
                ListCursor walked = cursor;
                walked.seek(index);
                leaf = walked.leaf;
                leafStart = walked.start;
                leafEnd = Math.min(walked.end, to);
                easyEnd = onlyForward && leafEnd == to ? leafEnd - 1 : leafEnd;
            }
            if (index + 1 == to && onlyForward && !finished) {
                finished = true;
                lastElement = leaf[index - leafStart];
                list.iteratorFinished(started);
            }
        }
        last = index;
        next = index + 1;
        return (E) leaf[index - leafStart];
    }

    private void seek(int index) {
        cursor.seek(index);
        leaf = cursor.leaf;
        leafStart = cursor.start;
        leafEnd = Math.min(cursor.end, to);
        easyEnd = leafStart;
    }

    @Override
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    public final E previous() {
        int index = next - 1;
        if (index < from) {
            throw new NoSuchElementException("there is no element before the first");
        }
        if (index >= leafEnd || index < leafStart) {
            seek(index);
        }
        next = index;
        last = index;
        return (E) leaf[index - leafStart];
    }

    @Override
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    public final void forEachRemaining(Consumer<? super E> action) {
        Checks.notNull(action, "action");
        while (next < to) {
            seek(next);
            Object[] walked = leaf;
            int start = leafStart;
            int until = leafEnd;
            while (next < until && leafEnd == until) { // the action may write through this iterator
                E element = (E) walked[next - start];
                last = next;
                next++;
                if (next == to && onlyForward) {
                    finish();
                }
                action.accept(element);
            }
        }
    }

    @Override
    public void remove() {
        throw list.readOnly("remove");
    }

    @Override
    public void set(E element) {
        throw list.readOnly("set");
    }

    @Override
    public void add(E element) {
        throw list.readOnly("add");
    }

    final boolean hasAnswered() {
        return last != NONE;
    }

    final void forgetAnswered() {
        last = NONE;
    }
}
