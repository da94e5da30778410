package dev.holstein.list;

import dev.holstein.core.Ownership;
import java.util.List;

/** Looks into lists for the tests of other packages: invariants, shapes, identity of nodes. */
public final class ListProbe {
    /** Elements of a full leaf in this run. */
    public static final int LEAF = ListNode.LEAF;

    /** Children of a full branch in this run. */
    public static final int FAN = ListNode.FAN;

    /** The longest array without a tree in this run. */
    public static final int FLAT = ListNode.FLAT;

    private ListProbe() {}

    /** Checks the invariants of a list of this library, or of the list that a range belongs to. */
    public static void check(List<?> list) {
        if (list instanceof SubList<?> range) {
            check(range.face());
        } else if (list instanceof CowList<?> cow) {
            ListInvariants.check(withoutForeignSlack(cow.present()), cow.rights());
        } else {
            ListInvariants.check(withoutForeignSlack(((ListReads<?>) list).present()), Ownership.PERSISTENT);
        }
    }

    /**
     * Behind the elements of a tail that was made by a persistent update may be those of versions that appended to it; whoever has
     * got that tail by a copy has no claim to tell.
     */
    private static ListState withoutForeignSlack(ListState state) {
        return ListNode.owner(state.tail) != null
                ? state
                : new ListState(
                        state.root,
                        state.shift,
                        state.tailStart,
                        state.tail,
                        state.size,
                        new TailClaim(state.size - state.tailStart),
                        state.structure);
    }

    /** Levels of branches. */
    public static int height(List<?> list) {
        ListState state = ((ListReads<?>) list).present();
        return state.root == null ? 0 : 1 + (state.shift - ListNode.LEAF_BITS) / ListNode.FAN_BITS;
    }

    /** Whether every element is found by the bits of its index. */
    public static boolean isRegular(List<?> list) {
        ListState state = ((ListReads<?>) list).present();
        return ListNode.isRegular(state.root, state.shift);
    }

    /** How many leaves there are, the tail included. */
    public static int leaves(List<?> list) {
        ListState state = ((ListReads<?>) list).present();
        int leaves = 0;
        ListCursor cursor = new ListCursor(state);
        for (int i = 0; i < state.size; i = cursor.end) {
            cursor.seek(i);
            leaves++;
        }
        return leaves;
    }
}
