package dev.holstein.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes to many elements. All code of users runs first, on the version before; then the next one is made, leaf by leaf. */
final class ListBulk {
    /** To take one element out of the tree costs about what it costs to copy so many into a new one. */
    private static final int COPIES_PER_REMOVAL = 128;

    private ListBulk() {}

    /** Adds elements before an index. */
    static boolean add(ListDraft draft, int index, Object[] elements) {
        if (elements.length == 0) {
            return false;
        }
        ListState before = draft.before();
        int after = before.size - before.tailStart + elements.length;
        if (index == before.size && after > 0 && after <= ListNode.LEAF) {
            draft.edit().appendAll(elements, 0, elements.length);
        } else {
            draft.bulk().insertAll(index, elements);
        }
        return true;
    }

    /** Adds the elements of another version before an index; their nodes are shared. */
    static boolean add(ListDraft draft, int index, ListState elements) {
        if (elements.size <= ListNode.LEAF) {
            return add(draft, index, new ListWindow(elements, 0, elements.size).toArray());
        }
        draft.bulk().insertAll(index, elements);
        return true;
    }

    /** Takes the elements of a range out. */
    static void clear(ListDraft draft, int from, int to) {
        if (from < to) {
            draft.bulk().removeRange(from, to);
        }
    }

    /** Takes those elements of a range out that a predicate accepts, which is asked once for each. */
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    static <E extends @Nullable Object> boolean removeIf(
            ListDraft draft, int from, int to, Predicate<? super E> filter) {
        ListState before = draft.before();
        BitSet gone = new BitSet();
        ListCursor cursor = new ListCursor(before);
        for (int i = from; i < to; i++) {
            cursor.reach(i);
            if (filter.test((E) cursor.at(i))) {
                gone.set(i - from);
            }
        }
        if (gone.isEmpty()) {
            return false;
        }
        ListEdit edit = draft.bulk();
        int first = from + gone.nextSetBit(0);
        if ((long) gone.cardinality() * COPIES_PER_REMOVAL < to - first) {
            for (int i = gone.length() - 1; i >= 0; i = gone.previousSetBit(i - 1)) {
                Object unused = edit.remove(from + i);
                if (i == 0) {
                    break;
                }
            }
            return true;
        }
        ListEdit rest = edit.from(to);
        edit.take(first);
        appendKept(edit, before, gone, from, first, to);
        edit.append(rest);
        return true;
    }

    /** Adds the elements of a range that are not gone. */
    private static void appendKept(ListEdit edit, ListState before, BitSet gone, int from, int first, int to) {
        ListCursor cursor = new ListCursor(before);
        int next = first;
        while (next < to) {
            int kept = Math.min(to, from + gone.nextClearBit(next - from));
            int end = gone.nextSetBit(kept - from);
            int until = end < 0 ? to : Math.min(to, from + end);
            for (int i = kept; i < until; i = cursor.end) {
                cursor.seek(i);
                edit.appendAll(cursor.leaf, i - cursor.start, Math.min(cursor.end, until) - i);
            }
            next = until;
        }
    }

    /** A leaf of which some elements were replaced. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Changed(int start, Object[] leaf) {}

    /** Replaces the elements of a range by what a function makes of them, which is asked once for each. */
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    static <E extends @Nullable Object> void replaceAll(ListDraft draft, int from, int to, UnaryOperator<E> operator) {
        List<Changed> changes = new ArrayList<>();
        ListCursor cursor = new ListCursor(draft.before());
        for (int next = from; next < to; next = cursor.end) {
            cursor.seek(next);
            Object[] leaf = cursor.leaf;
            Object[] copy = leaf;
            int until = Math.min(cursor.end, to) - cursor.start;
            for (int i = next - cursor.start; i < until; i++) {
                Object replacement = operator.apply((E) leaf[i]);
                if (replacement != leaf[i] && copy == leaf) {
                    int count = cursor.end - cursor.start;
                    copy = new Object[count + 1];
                    System.arraycopy(leaf, 0, copy, 0, count);
                }
                if (copy != leaf) {
                    copy[i] = replacement;
                }
            }
            if (copy != leaf) {
                changes.add(new Changed(cursor.start, copy));
            }
        }
        if (!changes.isEmpty()) {
            ListEdit edit = draft.bulk();
            for (Changed change : changes) {
                edit.replaceLeaf(change.start, change.leaf);
            }
        }
    }

    /** Sorts the elements of a range. */
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    static <E extends @Nullable Object> void sort(
            ListDraft draft, int from, int to, @Nullable Comparator<? super E> order) {
        Object[] unsorted = new ListWindow(draft.before(), from, to).toArray();
        Object[] sorted = unsorted.clone();
        Arrays.sort((E[]) sorted, order);
        if (isSame(unsorted, sorted)) {
            return;
        }
        ListEdit edit = draft.bulk();
        ListEdit rest = edit.from(to);
        edit.take(from);
        edit.appendAll(sorted, 0, sorted.length);
        edit.append(rest);
    }

    private static boolean isSame(Object[] left, Object[] right) {
        for (int i = 0; i < left.length; i++) {
            if (left[i] != right[i]) {
                return false;
            }
        }
        return true;
    }
}
