package dev.holstein.list;

import dev.holstein.core.Checks;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Some neighbouring elements of one version, and what can be asked of all of them. Everything goes from leaf to leaf.
 *
 * @param state the version
 * @param from the index of the first element
 * @param to the index after the last one
 */
record ListWindow(ListState state, int from, int to) {
    private static final int HASH_FACTOR = 31;

    int size() {
        return to - from;
    }

    Object get(int index) {
        return state.get(from + Checks.index(index, to - from));
    }

    /** The first index from {@code start} on of an equal element; -1 if there is none. */
    int indexOf(@Nullable Object element, int start) {
        ListCursor cursor = new ListCursor(state);
        for (int next = from + start; next < to; ) {
            cursor.seek(next);
            int until = Math.min(cursor.end, to) - cursor.start;
            int slot = firstIn(cursor.leaf, next - cursor.start, until, element);
            if (slot >= 0) {
                return cursor.start + slot - from;
            }
            next = cursor.end;
        }
        return -1;
    }

    private static int firstIn(Object[] leaf, int from, int to, @Nullable Object element) {
        for (int i = from; i < to; i++) {
            if (element == null ? leaf[i] == null : element.equals(leaf[i])) {
                return i;
            }
        }
        return -1;
    }

    /** The last index up to {@code end} of an equal element; -1 if there is none. */
    int lastIndexOf(@Nullable Object element, int end) {
        ListCursor cursor = new ListCursor(state);
        for (int next = from + end; next >= from; ) {
            cursor.seek(next);
            int least = Math.max(cursor.start, from) - cursor.start;
            for (int i = next - cursor.start; i >= least; i--) {
                if (element == null ? cursor.leaf[i] == null : element.equals(cursor.leaf[i])) {
                    return cursor.start + i - from;
                }
            }
            next = cursor.start - 1;
        }
        return -1;
    }

    @SuppressWarnings("unchecked") // only elements of type E are ever put
    <E extends @Nullable Object> void forEach(Consumer<? super E> action) {
        ListCursor cursor = new ListCursor(state);
        for (int next = from; next < to; next = cursor.end) {
            cursor.seek(next);
            Object[] leaf = cursor.leaf;
            int until = Math.min(cursor.end, to) - cursor.start;
            for (int i = next - cursor.start; i < until; i++) {
                action.accept((E) leaf[i]);
            }
        }
    }

    Object[] toArray() {
        Object[] result = new Object[size()];
        ListCursor.copy(state, from, to, result, 0);
        return result;
    }

    int hash() {
        int hash = 1;
        ListCursor cursor = new ListCursor(state);
        for (int next = from; next < to; next = cursor.end) {
            cursor.seek(next);
            int until = Math.min(cursor.end, to) - cursor.start;
            for (int i = next - cursor.start; i < until; i++) {
                hash = HASH_FACTOR * hash + Objects.hashCode(cursor.leaf[i]);
            }
        }
        return hash;
    }

    /** Whether some elements are equal to these, one by one, and no more nor fewer. */
    boolean isEqualTo(Iterator<?> others) {
        ListCursor cursor = new ListCursor(state);
        for (int next = from; next < to; next = cursor.end) {
            cursor.seek(next);
            int until = Math.min(cursor.end, to) - cursor.start;
            for (int i = next - cursor.start; i < until; i++) {
                if (!others.hasNext() || !Objects.equals(cursor.leaf[i], others.next())) {
                    return false;
                }
            }
        }
        return !others.hasNext();
    }

    /** As {@link #isEqualTo(Iterator)}, passing over leaves that both show at the same places. */
    boolean isEqualTo(ListWindow other) {
        if (size() != other.size()) {
            return false;
        }
        ListCursor left = new ListCursor(state);
        ListCursor right = new ListCursor(other.state);
        int offset = other.from - from;
        int next = from;
        while (next < to) {
            left.reach(next);
            right.reach(next + offset);
            int until = Math.min(Math.min(left.end, right.end - offset), to);
            boolean isSame = left.leaf == right.leaf && left.start == right.start - offset;
            for (int i = next; i < until && !isSame; i++) {
                if (!Objects.equals(left.at(i), right.at(i + offset))) {
                    return false;
                }
            }
            next = until;
        }
        return true;
    }

    String text(Object self) {
        if (from == to) {
            return "[]";
        }
        StringBuilder text = new StringBuilder();
        forEach(element ->
                text.append(text.isEmpty() ? "[" : ", ").append(element == self ? "(this Collection)" : element));
        return text.append(']').toString();
    }
}
