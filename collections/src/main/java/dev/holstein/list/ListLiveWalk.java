package dev.holstein.list;

import java.util.ConcurrentModificationException;
import org.jspecify.annotations.Nullable;

/**
 * An iterator over the version that was present when it was made, and what it has written itself since. What it writes goes to the
 * live list as well: at the same index, if the element that it answered is still there, or else not at all.
 *
 * @param <E> the type of the elements
 */
final class ListLiveWalk<E extends @Nullable Object> extends ListWalk<E> {
    private final ListView<E> list;

    /** Whether others have written to the list since: from then on the walked version is this iterator's alone. */
    private boolean isDetached;

    ListLiveWalk(ListView<E> list, int index, boolean onlyForward) {
        super(list, index, onlyForward);
        this.list = list;
    }

    @Override
    @Nullable
    Object answered() {
        return isDetached && hasAnswered() ? version().get(last) : super.answered();
    }

    @Override
    public void remove() {
        int index = checkAnswered("remove");
        write(draft -> draft.remove(index), edit -> edit.remove(from + index), -1, last < next ? -1 : 0, index);
        forgetAnswered();
    }

    @Override
    public void set(E element) {
        int index = checkAnswered("set");
        write(draft -> draft.set(index, element), edit -> edit.set(from + index, element), 0, 0, index);
        lastElement = element;
    }

    @Override
    public void add(E element) {
        int index = next - from;
        write(draft -> draft.insert(index, element), edit -> edit.insert(from + index, element), 1, 1, -1);
        forgetAnswered();
    }

    private int checkAnswered(String method) {
        if (!hasAnswered()) {
            throw new IllegalStateException(
                    method + " needs a next() or previous() before it, and no remove() or add() in between");
        }
        return last - from;
    }

    /** A write to the live list. */
    private interface Live {
        void to(Here here);
    }

    /** The same write to the version of this walk. */
    private interface Own {
        void to(ListEdit edit);
    }

    /** Where a write of an iterator goes. */
    private record Here(ListEdit edit, int from) {
        void remove(int index) {
            Object unused = edit.remove(from + index);
        }

        void set(int index, @Nullable Object element) {
            Object unused = edit.set(from + index, element);
        }

        void insert(int index, @Nullable Object element) {
            edit.insert(from + index, element);
        }
    }

    /**
     * Writes to the live list, and goes on with that, or, if others have written to it, with the walked version and this write.
     *
     * @param expected the index at which the element answered must still be; -1 if all that matters is the size
     */
    private void write(Live live, Own own, int more, int moved, int expected) {
        boolean wasFinished = isFinished();
        ListState version = version();
        isDetached = isDetached || (!wasFinished && !list.window().state().isSame(version));
        int size = to - from;
        finish(); // so that the write stays in place
        boolean done = false;
        try {
            Object unused = list.write((draft, first, end) -> {
                check(draft.before(), first, end - first, size, expected);
                live.to(new Here(draft.edit(), first));
                return draft;
            });
            done = true;
        } finally {
            if (!done) {
                resume(version, !wasFinished && !isDetached);
            }
        }
        to += more;
        next += moved;
        if (isDetached) {
            ListEdit edit = version.edit();
            own.to(edit);
            resume(edit.state(version), false);
        } else {
            resume(list.window().state(), true);
        }
    }

    private void check(ListState live, int first, int liveSize, int size, int expected) {
        boolean isThere =
                expected < 0 ? liveSize == size : expected < liveSize && live.get(first + expected) == answered();
        if (!isThere) {
            throw new ConcurrentModificationException(
                    "the list was written to since the iterator came here, and its place is no longer the same; nothing was changed");
        }
    }
}
