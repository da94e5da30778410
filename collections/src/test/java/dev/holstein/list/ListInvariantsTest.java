package dev.holstein.list;

import static dev.holstein.list.ListNode.FAN;
import static dev.holstein.list.ListNode.FAN_MIN;
import static dev.holstein.list.ListNode.FLAT;
import static dev.holstein.list.ListNode.LEAF;
import static dev.holstein.list.ListNode.LEAF_BITS;
import static dev.holstein.list.ListNode.LEAF_MIN;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.core.Owner;
import dev.holstein.core.Ownership;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The invariant checker fails for each invariant that is violated, and for nothing that is allowed: at both sides of each limit. */
class ListInvariantsTest {
    private static final int UP = LEAF_BITS + ListNode.FAN_BITS;

    private final Ownership rights = new Ownership();
    private final Owner mine = rights.forWrite();

    private static Object[] leaf(int count, int capacity, Owner owner) {
        Object[] leaf = ListNode.newLeaf(capacity, owner);
        Arrays.fill(leaf, 0, count, "x");
        return leaf;
    }

    private static Object[] leaf(int count) {
        return leaf(count, count, Owner.NONE);
    }

    /** A branch with sizes, whatever its children allow. */
    private static Object[] relaxed(Owner owner, int[] counts, Object[]... children) {
        Object[] branch = Arrays.copyOf(children, children.length + 2, Object[].class);
        int[] sizes = counts.clone();
        Arrays.parallelPrefix(sizes, Integer::sum);
        branch[children.length] = sizes;
        branch[children.length + 1] = owner.tag();
        return branch;
    }

    private static Object[] regular(Object[]... children) {
        Object[] branch = Arrays.copyOf(children, children.length + 2, Object[].class);
        branch[children.length + 1] = null;
        return branch;
    }

    private static Object[][] leaves(int... counts) {
        return Arrays.stream(counts).mapToObj(ListInvariantsTest::leaf).toArray(Object[][]::new);
    }

    private static Object[] ofLeaves(int... counts) {
        return relaxed(Owner.NONE, counts, leaves(counts));
    }

    private static ListState flat(Object[] tail, int size) {
        return new ListState(null, 0, 0, tail, size, null, 0);
    }

    private static ListState tree(Object[] root, int shift, int inTree) {
        return new ListState(root, shift, inTree, leaf(1), inTree + 1, null, 0);
    }

    private void holds(ListState state) {
        assertThatCode(() -> ListInvariants.check(state, rights)).doesNotThrowAnyException();
    }

    private void fails(String invariant, ListState state) {
        assertThatThrownBy(() -> ListInvariants.check(state, rights))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("invariant " + invariant + " ");
    }

    private static int[] repeat(int count, int value) {
        int[] all = new int[count];
        Arrays.fill(all, value);
        return all;
    }

    @Test
    void tailsHaveTheirElements() {
        holds(ListState.EMPTY);
        holds(flat(leaf(1), 1));
        holds(flat(leaf(FLAT), FLAT));
        fails("L1", flat(leaf(2), 3));
        fails("L1", flat(leaf(2), -1));
        fails("L1", flat(leaf(FLAT + 1), FLAT + 1));
        fails("L1", flat(leaf(1, FLAT + 1, Owner.NONE), 1));
        fails("L1", new ListState(null, 0, 1, leaf(1), 2, null, 0));
        Object[] root = ofLeaves(LEAF, LEAF);
        holds(new ListState(root, LEAF_BITS, 2 * LEAF, leaf(LEAF), 3 * LEAF, null, 0));
        fails("L1", new ListState(root, LEAF_BITS, 2 * LEAF, leaf(LEAF + 1), 3 * LEAF + 1, null, 0));
        fails("L1", new ListState(root, LEAF_BITS, 2 * LEAF, leaf(1, LEAF + 1, Owner.NONE), 2 * LEAF + 1, null, 0));
        fails("L1", new ListState(root, LEAF_BITS, 2 * LEAF, leaf(0), 2 * LEAF, null, 0));
    }

    @Test
    void slackIsEmptyWhereOneListAloneAppends() {
        holds(flat(leaf(1, 4, mine), 1));
        holds(flat(leaf(2, 4, Owner.NONE), 1));
        fails("L5", flat(leaf(2, 4, mine), 1));
        holds(tree(relaxed(Owner.NONE, new int[] {LEAF, 2}, leaf(LEAF), leaf(2, 3, Owner.NONE)), LEAF_BITS, LEAF + 2));
        fails("L5", tree(relaxed(Owner.NONE, new int[] {LEAF, 2}, leaf(LEAF), leaf(3)), LEAF_BITS, LEAF + 2));
    }

    @Test
    void leavesInsideAreHalfFull() {
        holds(tree(ofLeaves(1), LEAF_BITS, 1));
        holds(tree(ofLeaves(1, LEAF_MIN, 1), LEAF_BITS, LEAF_MIN + 2));
        fails("L2", tree(ofLeaves(1, LEAF_MIN - 1, 1), LEAF_BITS, LEAF_MIN + 1));
        fails("L2", tree(relaxed(Owner.NONE, new int[] {LEAF, 2}, leaf(LEAF), leaf(1)), LEAF_BITS, LEAF + 2));
        fails("L2", tree(relaxed(Owner.NONE, new int[] {1}, leaf(1, LEAF + 1, Owner.NONE)), LEAF_BITS, 1));
    }

    @Test
    void branchesInsideAreHalfFull() {
        Object[] least = ofLeaves(repeat(FAN_MIN, LEAF_MIN));
        Object[] less = ofLeaves(repeat(FAN_MIN - 1, LEAF_MIN));
        Object[] edge = ofLeaves(LEAF_MIN);
        int inLeast = FAN_MIN * LEAF_MIN;
        int[] counts = {LEAF_MIN, inLeast, LEAF_MIN};
        holds(tree(relaxed(Owner.NONE, counts, edge, least, edge), UP, inLeast + 2 * LEAF_MIN));
        int[] fewer = {LEAF_MIN, inLeast - LEAF_MIN, LEAF_MIN};
        fails("L3", tree(relaxed(Owner.NONE, fewer, edge, less, edge), UP, inLeast + LEAF_MIN));
        fails("L3", tree(relaxed(Owner.NONE, new int[] {inLeast}, least), UP, inLeast));
        holds(tree(ofLeaves(repeat(FAN, LEAF_MIN)), LEAF_BITS, FAN * LEAF_MIN));
        fails("L3", tree(ofLeaves(repeat(FAN + 1, LEAF_MIN)), LEAF_BITS, (FAN + 1) * LEAF_MIN));
        fails("L3", tree(new Object[2], LEAF_BITS, 0));
    }

    @Test
    void sizesAreThoseOfTheChildren() {
        int[] counts = {LEAF, LEAF_MIN, LEAF};
        int all = 2 * LEAF + LEAF_MIN;
        UnaryOperator<int[]> right = sizes -> sizes;
        holds(tree(withSizes(counts, right), LEAF_BITS, all));
        fails("L4", tree(withSizes(counts, sizes -> Arrays.copyOf(sizes, 4)), LEAF_BITS, all));
        fails("L4", tree(withSizes(counts, sizes -> new int[] {sizes[0], sizes[1], sizes[2] + 1}), LEAF_BITS, all));
        fails("L4", tree(withSizes(counts, sizes -> new int[] {0, sizes[1], sizes[2]}), LEAF_BITS, all));
        fails("L4", tree(withSizes(counts, sizes -> new int[] {-1, sizes[1], sizes[2]}), LEAF_BITS, all));
    }

    private static Object[] withSizes(int[] counts, UnaryOperator<int[]> change) {
        Object[] branch = ofLeaves(counts);
        branch[branch.length - 2] = change.apply(ListNode.sizes(branch));
        return branch;
    }

    @Test
    void regularBranchesAreFull() {
        holds(tree(regular(leaves(LEAF, LEAF)), LEAF_BITS, 2 * LEAF));
        holds(tree(regular(leaves(LEAF, 1)), LEAF_BITS, LEAF + 1));
        fails("L4", tree(regular(leaves(LEAF, 1)), LEAF_BITS, LEAF));
        fails("L4", tree(regular(leaves(LEAF, LEAF + 1)), LEAF_BITS, 2 * LEAF + 1));
        int below = FAN * LEAF;
        Object[] full = regular(leaves(repeat(FAN, LEAF)));
        Object[] fullWithSizes = ofLeaves(repeat(FAN, LEAF));
        holds(tree(regular(full, regular(leaves(LEAF, 1))), UP, below + LEAF + 1));
        holds(tree(regular(full, fullWithSizes), UP, 2 * below));
        fails("L4", tree(regular(full, ofLeaves(LEAF, 1)), UP, below + LEAF + 1));
    }

    @Test
    void onlyOwnedBranchesHaveOwnedChildren() {
        int[] counts = {LEAF, 1};
        holds(tree(relaxed(mine, counts, leaf(LEAF, LEAF, mine), leaf(1)), LEAF_BITS, LEAF + 1));
        holds(tree(relaxed(mine, counts, leaf(LEAF), leaf(1, 1, mine)), LEAF_BITS, LEAF + 1));
        holds(tree(relaxed(Owner.NONE, counts, leaf(LEAF, LEAF, new Owner()), leaf(1)), LEAF_BITS, LEAF + 1));
        fails("L6", tree(relaxed(Owner.NONE, counts, leaf(LEAF, LEAF, mine), leaf(1)), LEAF_BITS, LEAF + 1));
        fails("L6", tree(relaxed(Owner.NONE, counts, leaf(LEAF), leaf(1, 1, mine)), LEAF_BITS, LEAF + 1));
    }
}
