package dev.holstein.btree;

import dev.holstein.core.Checks;
import dev.holstein.core.Owner;
import dev.holstein.core.Slots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A tree put together from left to right, out of entries, runs of leaves and whole subtrees that come in ascending order: bulk
 * load, and whatever else makes a tree out of pieces of trees. Whole subtrees are taken over as they are; only the seams are
 * made anew.
 *
 * <pre>
 *   waiting, by height      appended so far            next: a subtree of height 1
 *     height 1   [ Q R ]      Q  R  a  b  k l            close the lower levels first:
 *     height 0   [ a b ]                                 k l merge with b, a b' become a node beside R,
 *     entries    [ k l ]                                 and the subtree follows it
 * </pre>
 *
 * Each level holds what waits for a parent: at most a full node and a minimum, so that a full node can go when one more comes.
 * A level that is closed with too little for a node takes back the node before it ({@link #reopened}); where there is none
 * before it, the subtree to come is opened instead. Taking over a subtree is O(1) amortised, and a tree cut by an index and
 * put together again costs O(log n) nodes; after Blelloch, Ferizovic and Sun, <cite>Just Join for Parallel Ordered Sets</cite>
 * (2016), with an append in the place of their join.
 */
final class BTreeBuilder {
    /** What a leaf bears that is only to be copied from: it may be of any size, and belongs to no tree. */
    static final Owner RUN = new Owner();

    private static final int LEAF_LIMIT = BNode.LEAF_CAPACITY + BNode.LEAF_MINIMUM;

    /** The level of the entries that wait for a leaf; nodes wait at the level of their height. */
    private static final int ENTRIES = -1;

    private final KeyOrder<?> order;
    private final Owner owner;

    private final Object[] keys = new Object[LEAF_LIMIT];
    private Object[] values = Slots.EMPTY;
    private final @Nullable Object prefixes;
    private int count;

    /** The stem of the prefixes that wait: that of the first of them. */
    private @Nullable String stem;

    /** The run of a leaf that was appended last: it may yet become the whole leaf. */
    private BLeaf run = BLeaf.EMPTY;

    private int runFrom;
    private int runTo;

    private final List<BTreeLevel> levels = new ArrayList<>();

    /** Nodes made so far, the seams included. */
    int nodesMade;

    BTreeBuilder(KeyOrder<?> order, Owner owner) {
        this.order = order;
        this.owner = owner;
        prefixes = Prefixes.room(order, LEAF_LIMIT);
    }

    // ---- what can be appended
    // ------------------------------------------------------------------------------------------

    /** Appends an entry; its key must be above all before it. The prefix is the one that it has in the node it comes from. */
    void add(@Nullable Object key, long prefix, @Nullable Object value) {
        flushRun();
        if (count == LEAF_LIMIT) {
            makeLeaf(BNode.LEAF_CAPACITY);
        }
        if (value != BLeaf.NO_VALUE) {
            valuesRoom()[count] = value;
        }
        keys[count] = key;
        Prefixes.set(prefixes, count, order.handedOver(key, prefix, stem));
        count++;
    }

    /** Appends the entries {@code [from, to)} of a leaf; the whole of it is taken over as it is. */
    void addRun(BLeaf leaf, int from, int to) {
        if (from == to) {
            return;
        }
        if (leaf != run || from != runTo) {
            flushRun();
            run = leaf;
            runFrom = from;
        }
        runTo = to;
    }

    /** Appends the children {@code [from, to)} of an inner node, or the entries of a leaf. */
    void addPart(BNode node, int height, int from, int to) {
        if (node instanceof BLeaf leaf) {
            addRun(leaf, from, to);
            return;
        }
        flushRun();
        BInner inner = (BInner) node;
        if (from == 0 && to == inner.count()) {
            BLeaf first = BTreeSearch.firstLeaf(inner);
            addNode(inner, height, inner.size(), first.keys[0], first.prefixAt(0));
        } else {
            addChildren(inner, height, from, to);
        }
    }

    // ---- the result
    // ----------------------------------------------------------------------------------------------------

    /** The tree of all that was appended; the builder is of no more use. */
    BNode root() {
        flushRun();
        if (top() == ENTRIES) {
            if (count == 0) {
                return BLeaf.EMPTY;
            }
            if (count <= BNode.LEAF_CAPACITY) {
                return leaf(count);
            }
        }
        while (true) {
            for (int level = ENTRIES; level < top(); level++) {
                close(level);
            }
            int top = top();
            if (top == ENTRIES) {
                close(ENTRIES);
                continue;
            }
            BTreeLevel last = levels.get(top);
            if (last.count == 1) {
                return last.nodes[0];
            }
            if (last.count <= BNode.INNER_CAPACITY) {
                return inner(last, last.count);
            }
            close(top);
        }
    }

    // ---- levels
    // --------------------------------------------------------------------------------------------------------

    private Object[] valuesRoom() {
        if (values.length == 0) {
            values = new Object[LEAF_LIMIT];
        }
        return values;
    }

    private void flushRun() {
        BLeaf leaf = run;
        int from = runFrom;
        int to = runTo;
        if (from == to) {
            return;
        }
        run = BLeaf.EMPTY;
        runFrom = 0;
        runTo = 0;
        if (to - from == leaf.count && leaf.owner != RUN) {
            addNode(leaf, 0, leaf.count, leaf.keys[0], leaf.prefixAt(0));
        } else {
            addEntries(leaf, from, to);
        }
    }

    private void addEntries(BLeaf leaf, int from, int to) {
        int next = from;
        while (count == 0 && to - next > LEAF_LIMIT) {
            BLeaf full = fullLeaf(leaf, next);
            push(0, full, BNode.LEAF_CAPACITY, full.keys[0], full.prefixAt(0));
            next += BNode.LEAF_CAPACITY;
        }
        while (next < to) {
            if (count == LEAF_LIMIT) {
                makeLeaf(BNode.LEAF_CAPACITY);
            }
            int copied = Math.min(to - next, LEAF_LIMIT - count);
            copyIn(leaf, next, count, copied);
            count += copied;
            next += copied;
        }
    }

    /** A leaf of what a run has from a slot on: without a copy to this builder in between. */
    private BLeaf fullLeaf(BLeaf source, int from) {
        int end = from + BNode.LEAF_CAPACITY;
        nodesMade++;
        return new BLeaf(
                        owner,
                        BNode.LEAF_CAPACITY,
                        Arrays.copyOfRange(source.keys, from, end),
                        source.hasValues() ? Arrays.copyOfRange(source.values, from, end) : Slots.EMPTY,
                        prefixes == null ? null : Prefixes.window(source.prefixes, from, end, BNode.LEAF_CAPACITY),
                        source.stem)
                .stemmed(order);
    }

    private void copyIn(BLeaf leaf, int from, int at, int copied) {
        System.arraycopy(leaf.keys, from, keys, at, copied);
        if (leaf.hasValues()) {
            System.arraycopy(leaf.values, from, valuesRoom(), at, copied);
        }
        if (count == 0) {
            stem = leaf.stem;
        }
        if (Objects.equals(leaf.stem, stem)) {
            Prefixes.copy(leaf.prefixes, from, prefixes, at, copied);
            return;
        }
        for (int i = 0; i < copied; i++) {
            Prefixes.set(prefixes, at + i, order.prefix(leaf.keys[from + i], stem));
        }
    }

    /** Appends a subtree, whole if it may stand in a tree and so may what waits before it; else opened. */
    private void addNode(BNode node, int height, int size, @Nullable Object firstKey, long firstPrefix) {
        if (!isUnderfull(node) && closedBelow(height)) {
            push(height, node, size, firstKey, firstPrefix);
        } else if (node instanceof BInner inner) {
            addChildren(inner, height, 0, inner.count());
        } else {
            addEntries((BLeaf) node, 0, size);
        }
    }

    /** Appends children one by one until no lower level waits, and then the rest of them together. */
    private void addChildren(BInner inner, int height, int from, int to) {
        int slot = from;
        while (slot < to && waitsBelow(height - 1)) {
            BNode child = inner.children[slot];
            int size = inner.sizes[slot];
            if (slot == 0) {
                BLeaf first = BTreeSearch.firstLeaf(child);
                addNode(child, height - 1, size, first.keys[0], first.prefixAt(0));
            } else {
                Separators separators = inner.separators;
                long prefix = Prefixes.get(separators.prefixes, slot - 1);
                addNode(child, height - 1, size, separators.keys[slot - 1], prefix);
            }
            slot++;
        }
        BTreeLevel level = level(height - 1);
        while (slot < to) {
            if (level.count == BTreeLevel.LIMIT) {
                makeInner(height - 1, BNode.INNER_CAPACITY);
            }
            int end = Math.min(to, slot + BTreeLevel.LIMIT - level.count);
            BLeaf first = slot == 0 ? BTreeSearch.firstLeaf(inner) : null;
            Object firstKey = first == null ? null : first.keys[0];
            level.setChildren(level.count, inner, slot, end, firstKey, first == null ? 0 : first.prefixAt(0));
            level.count += end - slot;
            slot = end;
        }
    }

    private boolean waitsBelow(int height) {
        boolean waits = count > 0;
        for (int level = 0; level < Math.min(height, levels.size()); level++) {
            waits |= levels.get(level).count > 0;
        }
        return waits;
    }

    private static boolean isUnderfull(BNode node) {
        return node instanceof BInner inner ? inner.count() < BNode.INNER_MINIMUM : node.size() < BNode.LEAF_MINIMUM;
    }

    /** Closes all levels below a height; false if what waits there is too little and nothing precedes it. */
    private boolean closedBelow(int height) {
        for (int level = ENTRIES; level < Math.min(top(), height); level++) {
            close(level);
        }
        int top = top(); // a closed level may have filled the one above, and so on
        if (top >= height) {
            for (int level = ENTRIES; level < height; level++) {
                close(level);
            }
            return true;
        }
        int waiting = waiting(top);
        if (waiting == 0) {
            return true;
        }
        if (top < height - 1 || waiting < (top == ENTRIES ? BNode.LEAF_MINIMUM : BNode.INNER_MINIMUM)) {
            return false;
        }
        close(top);
        return true;
    }

    /** The highest level at which something waits; that of the entries if nothing does above. */
    private int top() {
        int top = levels.size() - 1;
        while (top >= 0 && levels.get(top).count == 0) {
            top--;
        }
        return top;
    }

    private int waiting(int level) {
        return level == ENTRIES ? count : levels.get(level).count;
    }

    private BTreeLevel level(int height) {
        while (levels.size() <= height) {
            levels.add(new BTreeLevel());
        }
        return levels.get(height);
    }

    private void push(int height, BNode node, int size, @Nullable Object firstKey, long firstPrefix) {
        BTreeLevel level = level(height);
        if (level.count == BTreeLevel.LIMIT) {
            makeInner(height, BNode.INNER_CAPACITY);
        }
        level.add(node, size, firstKey, firstPrefix);
    }

    /** Makes nodes of all that waits at a level; too little for a node is put to the node before it. */
    private void close(int level) {
        int waiting = waiting(level);
        if (waiting == 0) {
            return;
        }
        if (level == ENTRIES) {
            if (waiting < BNode.LEAF_MINIMUM) {
                takeBackLeaf();
            }
            if (count > BNode.LEAF_CAPACITY) {
                makeLeaf(count >>> 1);
            }
            makeLeaf(count);
        } else {
            if (waiting < BNode.INNER_MINIMUM) {
                takeBackInner(level);
            }
            BTreeLevel closed = levels.get(level);
            if (closed.count > BNode.INNER_CAPACITY) {
                makeInner(level, closed.count >>> 1);
            }
            makeInner(level, closed.count);
        }
    }

    private void takeBackLeaf() {
        BTreeLevel leaves = reopened(0);
        BLeaf last = (BLeaf) leaves.nodes[--leaves.count];
        int room = last.count;
        System.arraycopy(keys, 0, keys, room, count);
        if (values.length > 0) {
            System.arraycopy(values, 0, values, room, count);
        }
        Prefixes.copy(prefixes, 0, prefixes, room, count);
        copyIn(last, 0, 0, room);
        count += room;
    }

    private void takeBackInner(int height) {
        BTreeLevel above = reopened(height + 1);
        int last = --above.count;
        BInner inner = (BInner) above.nodes[last];
        BTreeLevel level = levels.get(height);
        level.makeRoomFirst(inner.count());
        level.setChildren(0, inner, 0, inner.count(), above.firstKeys[last], above.firstPrefixes[last]);
    }

    /** A level at which a node waits, if need be out of the last node above. */
    private BTreeLevel reopened(int height) {
        if (height >= levels.size()) {
            throw Checks.bug("I2", "nothing precedes what is too little for a node");
        }
        BTreeLevel level = levels.get(height);
        if (level.count == 0) {
            takeBackInner(height);
        }
        return level;
    }

    // ---- nodes
    // ---------------------------------------------------------------------------------------------------------

    private void makeLeaf(int taken) {
        BLeaf leaf = leaf(taken);
        count -= taken;
        System.arraycopy(keys, taken, keys, 0, count);
        if (values.length > 0) {
            System.arraycopy(values, taken, values, 0, count);
        }
        Prefixes.copy(prefixes, taken, prefixes, 0, count);
        push(0, leaf, taken, leaf.keys[0], leaf.prefixAt(0));
    }

    private BLeaf leaf(int taken) {
        nodesMade++;
        return new BLeaf(
                        owner,
                        taken,
                        Arrays.copyOf(keys, taken),
                        values.length == 0 ? Slots.EMPTY : Arrays.copyOf(values, taken),
                        Prefixes.window(prefixes, 0, taken, taken),
                        stem)
                .stemmed(order);
    }

    private void makeInner(int height, int taken) {
        BTreeLevel level = levels.get(height);
        BInner inner = inner(level, taken);
        Object firstKey = level.firstKeys[0];
        long firstPrefix = level.firstPrefixes[0];
        level.dropFirst(taken);
        push(height + 1, inner, inner.size(), firstKey, firstPrefix);
    }

    private BInner inner(BTreeLevel level, int taken) {
        nodesMade++;
        Object[] separatorKeys = Arrays.copyOfRange(level.firstKeys, 1, taken);
        Separators separators = order.stems
                ? Separators.of(separatorKeys, order, level.nodes[0].stem())
                : new Separators(separatorKeys, Prefixes.of(level.firstPrefixes, 1, taken, order), null);
        return new BInner(owner, separators, Arrays.copyOf(level.nodes, taken), Arrays.copyOf(level.sizes, taken));
    }
}
