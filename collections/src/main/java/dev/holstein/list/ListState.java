package dev.holstein.list;

import dev.holstein.core.Owner;
import org.jspecify.annotations.Nullable;

/**
 * One version of a list. All fields are final: whoever gets hold of it, by a data race even, sees it whole (Java Language
 * Specification, 17.5), although its nodes are plain arrays.
 *
 * <pre>
 *   root   a tree of leaves, null while the list is one array       elements 0 .. tailStart-1
 *   tail   the last leaf, outside the tree, so that appending       elements tailStart .. size-1
 *          passes through no branch
 * </pre>
 */
final class ListState {
    static final ListState EMPTY = new ListState(null, 0, 0, ListNode.EMPTY, 0, null, 0);

    final Object @Nullable [] root;
    final int shift;
    final int tailStart;
    final Object[] tail;
    final int size;

    /** How far the tail is filled by all versions that share it; null if none may append to it. */
    final @Nullable TailClaim claim;

    /** Changes with each write that adds or removes elements: how a view notices that another has written. */
    final int structure;

    ListState(
            Object @Nullable [] root,
            int shift,
            int tailStart,
            Object[] tail,
            int size,
            @Nullable TailClaim claim,
            int structure) {
        this.root = root;
        this.shift = shift;
        this.tailStart = tailStart;
        this.tail = tail;
        this.size = size;
        this.claim = claim;
        this.structure = structure;
    }

    Object get(int index) {
        return ListSearch.get(root, shift, tailStart, tail, size, index);
    }

    /** This version with one more element at its end. */
    ListState plus(@Nullable Object element) {
        int count = size - tailStart;
        TailClaim present = claim;
        if (present != null && count < ListNode.capacity(tail) && size < Integer.MAX_VALUE && present.take(count)) {
            tail[count] = element;
            return new ListState(root, shift, tailStart, tail, size + 1, present, structure + 1);
        }
        ListEdit edit = edit();
        edit.append(element);
        return edit.state(this);
    }

    /** To make another version of this one by one change. */
    ListEdit edit() {
        return new ListEdit(this, Owner.NONE, ListNode.LEAF);
    }

    /** To make another version of this one by many changes, each node copied once. */
    ListEdit bulkEdit() {
        return new ListEdit(this, new Owner(), ListNode.LEAF);
    }

    /** Whether the other is this version, in content and nodes. */
    boolean isSame(ListState other) {
        return root == other.root && tail == other.tail && size == other.size;
    }

    /** The same version as another object, which follows one that may have had other elements at the same places. */
    ListState after(ListState before) {
        return new ListState(root, shift, tailStart, tail, size, claim, before.structure + 1);
    }

    ListWindow whole() {
        return new ListWindow(this, 0, size);
    }
}
