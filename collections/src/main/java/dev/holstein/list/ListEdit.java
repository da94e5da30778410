package dev.holstein.list;

import static dev.holstein.list.ListNode.LEAF;
import static dev.holstein.list.ListNode.below;
import static dev.holstein.list.ListNode.child;
import static dev.holstein.list.ListNode.children;
import static dev.holstein.list.ListNode.isOwned;
import static dev.holstein.list.ListNode.leafOf;
import static dev.holstein.list.ListNode.newLeaf;

import dev.holstein.core.Checks;
import dev.holstein.core.Owner;
import org.jspecify.annotations.Nullable;

/**
 * A version that is being made from another, under an owner: nodes that are this owner's are edited in place, all others are copied.
 * Under {@link Owner#NONE} that is the persistent update. No code of users runs in here.
 *
 * <p>Memory is asked for before the first node is touched: from a leaf upwards, nodes are built anew until one is reached that only
 * has a child and sizes replaced, and from there on nothing is built.
 */
final class ListEdit {
    private static final int FIRST_CAPACITY = 10;

    final Owner owner;

    /** The longest array this edit may make without a tree. */
    private final int flat;

    Object @Nullable [] root;
    int shift;
    int tailStart;
    Object[] tail;
    int size;

    /** How far the tail is filled by all versions that share it; null once the tail is another. */
    @Nullable
    TailClaim claim;

    /** Where the leaf begins that {@link #leafToEdit} has answered. */
    private int leafStart;

    /** Nodes written anew so far. */
    int nodesCopied;

    ListEdit(ListState from, Owner owner, int flat) {
        this(from.root, from.shift, from.tailStart, from.tail, from.size, owner, flat);
        claim = from.claim;
    }

    ListEdit(Object @Nullable [] root, int shift, int tailStart, Object[] tail, int size, Owner owner, int flat) {
        this.root = root;
        this.shift = shift;
        this.tailStart = tailStart;
        this.tail = tail;
        this.size = size;
        this.owner = owner;
        this.flat = flat;
    }

    /** An edit that makes a list from nothing. */
    static ListEdit ofNothing(Owner owner, int flat) {
        return new ListEdit(ListState.EMPTY, owner, flat);
    }

    /** The version made; the one before itself if it is that. */
    ListState state(ListState before) {
        if (root == before.root && tail == before.tail && size == before.size) {
            return before;
        }
        int structure = size == before.size ? before.structure : before.structure + 1;
        return new ListState(root, shift, tailStart, tail, size, claim, structure);
    }

    Object get(int index) {
        return ListSearch.get(root, shift, tailStart, tail, size, index);
    }

    int inTail() {
        return size - tailStart;
    }

    /** The size after so many more. */
    private void checkRoom(int more) {
        if (more > Integer.MAX_VALUE - size) {
            throw new IllegalStateException("a list of " + size + " elements cannot take " + more + " more: it holds "
                    + Integer.MAX_VALUE + " at most");
        }
    }

    void changeTail(Object[] next) {
        tail = next;
        claim = null;
    }

    // ---- one element in place of another
    // ------------------------------------------------------------------------------

    /** Replaces an element. */
    Object set(int index, @Nullable Object element) {
        Object before = get(index);
        if (before != element) {
            leafToEdit(index)[index - leafStart] = element;
        }
        return before;
    }

    /** The leaf at an index, the owner's alone; where it begins is left in {@link #leafStart}. */
    private Object[] leafToEdit(int index) {
        leavesIfShared();
        if (index >= tailStart) {
            leafStart = tailStart;
            ownTail();
            return tail;
        }
        Object[] node = ownRoot();
        int first = 0;
        int total = tailStart;
        for (int bits = shift; ; bits = below(bits)) {
            int rest = index - first;
            int[] sizes = ListNode.sizes(node);
            int slot;
            if (sizes == null) {
                slot = ListNode.regularSlot(bits, rest);
                int before = slot << bits;
                total = slot == children(node) - 1 ? total - before : 1 << bits;
                first += before;
            } else {
                slot = ListNode.slot(sizes, bits, rest);
                total = ListNode.sizeOf(sizes, slot);
                first += ListNode.before(sizes, slot);
            }
            Object[] below = child(node, slot);
            boolean isLeaf = bits == ListNode.LEAF_BITS;
            if (!isOwned(below, owner)) {
                below = isLeaf ? copyOfLeaf(below, total) : copyOfBranch(below);
                node[slot] = below;
            }
            if (isLeaf) {
                leafStart = first;
                return below;
            }
            node = below;
        }
    }

    /** Puts a leaf in the place of the one that begins at an index and has as many elements. */
    void replaceLeaf(int index, Object[] leaf) {
        nodesCopied++;
        leaf[leaf.length - 1] = owner.tag();
        if (index >= tailStart) {
            changeTail(leaf);
            return;
        }
        Object[] node = ownRoot();
        int rest = index;
        for (int bits = shift; ; bits = below(bits)) {
            int[] sizes = ListNode.sizes(node);
            int slot = sizes == null ? ListNode.regularSlot(bits, rest) : ListNode.slot(sizes, bits, rest);
            if (bits == ListNode.LEAF_BITS) {
                node[slot] = leaf;
                return;
            }
            rest -= sizes == null ? slot << bits : ListNode.before(sizes, slot);
            Object[] below = child(node, slot);
            if (!isOwned(below, owner)) {
                below = copyOfBranch(below);
                node[slot] = below;
            }
            node = below;
        }
    }

    Object[] tree() {
        return Checks.present(root, "the tree");
    }

    private Object[] ownRoot() {
        Object[] present = tree();
        if (!isOwned(present, owner)) {
            present = copyOfBranch(present);
            root = present;
        }
        return present;
    }

    private void ownTail() {
        if (!isOwned(tail, owner)) {
            changeTail(copyOfLeaf(tail, inTail()));
        }
    }

    Object[] copyOfBranch(Object[] branch) {
        nodesCopied++;
        return ListNode.copyOf(branch, owner);
    }

    /** A copy that can grow where it may be edited again; else no longer than it need be. */
    private Object[] copyOfLeaf(Object[] leaf, int count) {
        nodesCopied++;
        return leafOf(leaf, 0, count, owner == Owner.NONE ? count : ListNode.capacity(leaf), owner);
    }

    /** The right to a branch that is about to get other sizes. */
    Object[] ownRelaxed(Object[] branch, int bits, int total) {
        Object[] owned = isOwned(branch, owner) ? branch : copyOfBranch(branch);
        int[] unused = ListNode.relax(owned, bits, total);
        return owned;
    }

    // ---- at the end
    // ---------------------------------------------------------------------------------------------------

    /** Adds an element at the end. */
    void append(@Nullable Object element) {
        checkRoom(1);
        int count = inTail();
        TailClaim present = claim;
        if (present == null || count >= ListNode.capacity(tail) || !present.take(count)) {
            makeRoom(1);
            count = inTail();
            claim = owner == Owner.NONE ? new TailClaim(count + 1) : null;
        }
        tail[count] = element;
        size++;
    }

    /** Adds elements at the end; not for single persistent updates, where the tail is never the owner's. */
    void appendAll(Object[] source, int from, int count) {
        checkRoom(count);
        int next = from;
        int left = count;
        while (left > 0) {
            makeRoom(left);
            int inTail = inTail();
            int most = Math.min(left, ListNode.capacity(tail) - inTail);
            System.arraycopy(source, next, tail, inTail, most);
            size += most;
            next += most;
            left -= most;
        }
    }

    /**
     * Makes the tail the owner's, with room for one more element at least, and for so many while they fit. What fits one leaf gets its
     * room at once, before the first of it is stored: in place nothing may fail halfway.
     */
    private void makeRoom(int wanted) {
        int count = inTail();
        int capacity = ListNode.capacity(tail);
        if (count < capacity && isOwned(tail, owner) && (wanted <= capacity - count || wanted > LEAF - count)) {
            return;
        }
        int most = root == null && (count <= LEAF || isOwned(tail, owner)) ? flat : LEAF;
        if (count < most) {
            changeTail(leafOf(tail, 0, count, roomier(count, wanted, most), owner));
            nodesCopied++;
            return;
        }
        if (count > LEAF) {
            leaves();
            makeRoom(wanted);
            return;
        }
        Object[] next = newLeaf(LEAF, owner);
        new ListSpine(this).push(exact(tail, LEAF), LEAF);
        tail = next; // without a call, which could overflow the stack
        claim = null;
    }

    /** Twice as much; whole leaves where there is a tree. */
    private int roomier(int count, int wanted, int most) {
        if (root != null) {
            return LEAF;
        }
        int needed = count + Math.min(wanted, most - count);
        int least = owner == Owner.NONE ? needed + 1 : count == 0 && wanted == 1 ? FIRST_CAPACITY : needed;
        return Math.min(most, Math.max(least, 2 * count));
    }

    /** A leaf without slack that may be pushed: the array itself if it is one. */
    Object[] exact(Object[] leaf, int count) {
        if (ListNode.capacity(leaf) == count) {
            return leaf;
        }
        nodesCopied++;
        return leafOf(leaf, 0, count, count, owner);
    }

    /** An array longer than a leaf is not copied for one write: it becomes leaves, and the next writes copy those. */
    private void leavesIfShared() {
        if (root == null && inTail() > LEAF && !isOwned(tail, owner)) {
            leaves();
        }
    }

    /** Makes leaves of the one array, the last of them the tail. */
    private void leaves() {
        Object[] all = tail;
        int count = inTail();
        ListEdit tree = ofNothing(owner, LEAF);
        ListSpine spine = new ListSpine(tree);
        int full = (count - 1) / LEAF;
        for (int i = 0; i < full; i++) {
            spine.push(leafOf(all, i * LEAF, LEAF, LEAF, owner), LEAF);
        }
        int rest = count - full * LEAF;
        changeTail(leafOf(all, full * LEAF, rest, owner == Owner.NONE ? rest : LEAF, owner));
        root = tree.root;
        shift = tree.shift;
        tailStart = tree.tailStart;
        nodesCopied += full + 1 + tree.nodesCopied;
    }

    void takeOver(ListJoin joined) {
        root = joined.root();
        shift = joined.shift();
        tailStart = joined.size();
        nodesCopied += joined.nodesCopied;
    }

    // ---- in the middle
    // ------------------------------------------------------------------------------------------------

    /** Puts an element before the one at an index. */
    void insert(int index, @Nullable Object element) {
        if (index == size) {
            append(element);
            return;
        }
        checkRoom(1);
        leavesIfShared();
        if (index < tailStart) {
            new ListInsert(this, element).run(index);
        } else if (inTail() < LEAF || (root == null && inTail() < flat)) {
            insertIntoTail(index - tailStart, element);
        } else if (inTail() == LEAF) {
            insertIntoFullTail(index - tailStart, element);
        } else {
            leaves();
            insert(index, element);
            return;
        }
        size++;
    }

    private void insertIntoTail(int slot, @Nullable Object element) {
        int count = inTail();
        if (isOwned(tail, owner) && count < ListNode.capacity(tail)) {
            System.arraycopy(tail, slot, tail, slot + 1, count - slot);
            tail[slot] = element;
        } else {
            changeTail(inserted(tail, count, slot, element, owner == Owner.NONE ? count + 1 : roomier(count, 1, flat)));
        }
    }

    /** The first leaf's worth goes into the tree, the last element of all is the new tail: the tree stays regular. */
    private void insertIntoFullTail(int slot, @Nullable Object element) {
        Object[] next = newLeaf(owner == Owner.NONE ? 1 : LEAF, owner);
        next[0] = tail[LEAF - 1];
        new ListSpine(this).push(inserted(tail, LEAF - 1, slot, element, LEAF), LEAF);
        tail = next; // as in makeRoom
        claim = null;
    }

    private Object[] inserted(Object[] source, int count, int slot, @Nullable Object element, int capacity) {
        nodesCopied++;
        Object[] result = leafOf(source, 0, slot, capacity, owner);
        result[slot] = element;
        System.arraycopy(source, slot, result, slot + 1, count - slot);
        return result;
    }

    /** Takes an element out. */
    Object remove(int index) {
        Object removed = get(index);
        leavesIfShared();
        if (index < tailStart) {
            new ListRemove(this).run(index);
        } else {
            removeFromTail(index - tailStart);
        }
        size--;
        return removed;
    }

    private void removeFromTail(int slot) {
        int count = inTail();
        if (count == 1 && root != null) {
            new ListSpine(this).pop();
        } else if (isOwned(tail, owner)) {
            System.arraycopy(tail, slot + 1, tail, slot, count - slot - 1);
            tail[count - 1] = null;
        } else if (count == 1) {
            changeTail(ListNode.EMPTY);
        } else {
            nodesCopied++;
            Object[] next = leafOf(tail, 0, slot, owner == Owner.NONE ? count - 1 : ListNode.capacity(tail), owner);
            System.arraycopy(tail, slot + 1, next, slot, count - slot - 1);
            changeTail(next);
        }
    }

    // ---- many elements
    // --------------------------------------------------------------------------------------------------

    /** Adds elements before an index, under an owner. */
    void insertAll(int index, Object[] elements) {
        if (index == size) {
            appendAll(elements, 0, elements.length);
            return;
        }
        checkRoom(elements.length);
        ListEdit rest = from(index);
        take(index);
        appendAll(elements, 0, elements.length);
        append(rest);
    }

    /** Adds the elements of another version before an index; their nodes are shared. */
    void insertAll(int index, ListState elements) {
        checkRoom(elements.size);
        ListEdit rest = from(index);
        take(index);
        concat(elements);
        append(rest);
    }

    /** Takes the elements of a range out. */
    void removeRange(int start, int end) {
        ListEdit rest = from(end);
        take(start);
        append(rest);
    }

    /** Leaves the first elements. */
    void take(int count) {
        new ListCut(this).take(count);
    }

    /** Leaves all but the first elements. */
    void drop(int count) {
        new ListCut(this).drop(count);
    }

    /** Another edit, of the elements from an index on, under the same owner. */
    ListEdit from(int index) {
        ListEdit rest = new ListEdit(root, shift, tailStart, tail, size, owner, flat);
        rest.claim = claim;
        rest.drop(index);
        return rest;
    }

    /** Adds the elements of another edit under the same owner. */
    void append(ListEdit rest) {
        nodesCopied += rest.nodesCopied;
        concat(rest.state(ListState.EMPTY));
    }

    /** Adds all elements of another version, whose nodes are shared; not under the owner of a face. */
    void concat(ListState other) {
        checkRoom(other.size);
        if (other.size == 0) {
            return;
        }
        if (size == 0) {
            replaceBy(other);
        } else if (other.root == null) {
            concatTail(other);
        } else {
            concatTree(other, other.root);
        }
    }

    private void replaceBy(ListState other) {
        root = other.root;
        shift = other.shift;
        tailStart = other.tailStart;
        tail = other.tail;
        size = other.size;
        claim = other.claim;
    }

    private void concatTail(ListState other) {
        if (owner != Owner.NONE) {
            appendAll(other.tail, 0, other.size);
            return;
        }
        ListEdit bulk = new ListEdit(root, shift, tailStart, tail, size, new Owner(), flat);
        bulk.appendAll(other.tail, 0, other.size);
        nodesCopied += bulk.nodesCopied;
        replaceBy(bulk.state(ListState.EMPTY));
    }

    private void concatTree(ListState other, Object[] right) {
        if (inTail() > LEAF) {
            leaves();
        }
        Object[] last = exact(tail, inTail());
        Object[] left = root;
        ListJoin join = new ListJoin(owner);
        if (left == null) {
            join.join(last, 0, size, right, other.shift, other.tailStart);
        } else {
            new ListSpine(this).push(last, inTail());
            join.join(tree(), shift, tailStart, right, other.shift, other.tailStart);
        }
        takeOver(join);
        tail = other.tail;
        claim = other.claim;
        size += other.size;
    }
}
