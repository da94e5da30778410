package dev.holstein.list;

import dev.holstein.core.Checks;

/**
 * The leaf around an index of one version: every walk goes from leaf to leaf by seeking the index where the last one ends. O(log n)
 * a leaf, so next to nothing an element.
 */
final class ListCursor {
    final ListState state;

    /** The leaf; its elements are those at the indices from {@link #start} to before {@link #end}. */
    Object[] leaf = ListNode.EMPTY;

    int start;
    int end;

    ListCursor(ListState state) {
        this.state = state;
    }

    /** Finds the leaf of an index. */
    void seek(int index) {
        if (index >= state.tailStart) {
            leaf = state.tail;
            start = state.tailStart;
            end = state.size;
            return;
        }
        Object[] node = Checks.present(state.root, "the tree");
        int first = 0;
        int total = state.tailStart;
        for (int bits = state.shift; bits > 0; bits = ListNode.below(bits)) {
            int rest = index - first;
            int[] sizes = ListNode.sizes(node);
            int slot;
            if (sizes == null) {
                slot = ListNode.regularSlot(bits, rest);
                int before = slot << bits;
                total = slot == ListNode.children(node) - 1 ? total - before : 1 << bits;
                first += before;
            } else {
                slot = ListNode.slot(sizes, bits, rest);
                total = ListNode.sizeOf(sizes, slot);
                first += ListNode.before(sizes, slot);
            }
            node = ListNode.child(node, slot);
        }
        leaf = node;
        start = first;
        end = first + total;
    }

    /** Finds the leaf of an index unless it is found already. */
    void reach(int index) {
        if (index < start || index >= end) {
            seek(index);
        }
    }

    /** The element at an index of the leaf. */
    Object at(int index) {
        return leaf[index - start];
    }

    /** Copies the elements of a range. */
    static void copy(ListState state, int from, int to, Object[] target, int at) {
        ListCursor cursor = new ListCursor(state);
        int next = from;
        while (next < to) {
            cursor.seek(next);
            int until = Math.min(cursor.end, to);
            System.arraycopy(cursor.leaf, next - cursor.start, target, at + next - from, until - next);
            next = until;
        }
    }
}
