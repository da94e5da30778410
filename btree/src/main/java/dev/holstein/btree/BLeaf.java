package dev.holstein.btree;

import dev.holstein.core.Owner;
import dev.holstein.core.Slots;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A leaf: entries in ascending order, in three parallel arrays.
 *
 * <pre>
 *   prefixes  | 3 | 5 | 8 |   |      int[] or long[] or null: all that a search reads, four cache lines at most
 *   keys      | K3| K5| K8|   |      read on a tie of inexact prefixes, and by iteration
 *   values    | v3| v5| v8|   |
 *               count = 3     ^ slack: only in leaves edited in place
 * </pre>
 *
 * Keys that are strings may have a {@link #stem}: what they have in common, left out of the prefixes.
 *
 * <p>The leaves of a set have no values: that array is then the one empty array, and {@link #valueAt} answers {@link #NO_VALUE}.
 *
 * <p>A leaf made by a persistent update has arrays of exact length, and may share {@code prefixes} and {@code keys} with the
 * leaf it replaced a value in: nobody edits either. A leaf made for in-place editing shares no array.
 */
final class BLeaf extends BNode {
    /** The root of every empty map. */
    static final BLeaf EMPTY = new BLeaf(Owner.NONE, 0, Slots.EMPTY, Slots.EMPTY, null, null);

    /** What an entry of a set has for a value. */
    static final Object NO_VALUE = new Object();

    private static final int SMALLEST_SLACK = 4;

    /** Empty slots above which a removal rather copies the leaf than edits it. */
    private static final int LARGEST_SLACK = Math.max(2 * SMALLEST_SLACK, LEAF_CAPACITY >> 2);

    int count;
    Object[] keys;
    Object[] values;

    @Nullable
    Object prefixes;

    /** What the prefixes leave out of the keys ({@link KeyStem}); null if nothing. */
    @Nullable
    String stem;

    BLeaf(Owner owner, int count, Object[] keys, Object[] values, @Nullable Object prefixes, @Nullable String stem) {
        super(owner);
        this.count = count;
        this.keys = keys;
        this.values = values;
        this.prefixes = prefixes;
        this.stem = stem;
    }

    /** A leaf of one entry. */
    static BLeaf of(Owner owner, @Nullable Object key, @Nullable Object value, KeyOrder<?> order) {
        int capacity = capacityFor(owner, 1);
        Object[] keys = new Object[capacity];
        Object[] values = Slots.EMPTY;
        if (value != NO_VALUE) {
            values = new Object[capacity];
            values[0] = value;
        }
        keys[0] = key;
        return new BLeaf(owner, 1, keys, values, Prefixes.of(keys, 1, order, null, capacity), null);
    }

    @Override
    int size() {
        return count;
    }

    @Override
    Object firstKey() {
        return keys[0];
    }

    @Override
    @Nullable
    String stem() {
        return stem;
    }

    /** Whether this is the leaf of a map, not of a set. */
    boolean hasValues() {
        return values != Slots.EMPTY;
    }

    /** The value at a slot; {@link #NO_VALUE} in the leaf of a set. */
    Object valueAt(int slot) {
        return hasValues() ? values[slot] : NO_VALUE;
    }

    /** The prefix at a slot, under the stem of this leaf; 0 where there are none. */
    long prefixAt(int slot) {
        return Prefixes.get(prefixes, slot);
    }

    /** Slots for so many entries: exact where nobody will edit in place, a tenth of a full leaf to spare where somebody may. */
    static int capacityFor(Owner owner, int count) {
        return owner == Owner.NONE ? count : capacityWithSlack(count);
    }

    private static int capacityWithSlack(int count) {
        int slack = Math.max(SMALLEST_SLACK, Math.min(count, LEAF_CAPACITY / 10));
        return Math.min(LEAF_CAPACITY, count + slack);
    }

    /** Whether so few entries would leave too many slots empty. */
    boolean wastesWith(int fewer) {
        return keys.length - fewer > LARGEST_SLACK;
    }

    /** A copy with another value at a slot. Without an owner to come it copies the values only. */
    BLeaf withValue(Owner owner, int slot, @Nullable Object value) {
        if (owner == Owner.NONE) {
            Object[] replaced = Arrays.copyOf(values, count);
            replaced[slot] = value;
            return new BLeaf(owner, count, keys, replaced, prefixes, stem);
        }
        BLeaf copy = window(owner, 0, count);
        copy.values[slot] = value;
        return copy;
    }

    /** A copy with other values, an array of exact length. Without an owner to come it shares the keys. */
    BLeaf withValues(Owner owner, Object[] replaced) {
        if (owner == Owner.NONE) {
            return new BLeaf(owner, count, keys, replaced, prefixes, stem);
        }
        return new BLeaf(
                owner, count, Arrays.copyOf(keys, count), replaced, Prefixes.window(prefixes, 0, count, count), stem);
    }

    /** A copy with one entry more: the window {@code [from, to)} of it, for splits. The prefix is one under the stem. */
    BLeaf withEntry(
            Owner owner, int slot, @Nullable Object key, long prefix, @Nullable Object value, int from, int to) {
        int capacity = capacityFor(owner, to - from);
        return new BLeaf(
                owner,
                to - from,
                Slots.inserted(keys, slot, key, from, to, capacity),
                hasValues() ? Slots.inserted(values, slot, value, from, to, capacity) : Slots.EMPTY,
                Prefixes.inserted(prefixes, slot, prefix, from, to, capacity),
                stem);
    }

    /** A copy with one entry less. */
    BLeaf withoutEntry(Owner owner, int slot) {
        int capacity = capacityFor(owner, count - 1);
        return new BLeaf(
                owner,
                count - 1,
                Slots.removed(keys, count, slot, capacity),
                hasValues() ? Slots.removed(values, count, slot, capacity) : Slots.EMPTY,
                Prefixes.removed(prefixes, count, slot, capacity),
                stem);
    }

    /** A window of two neighbours put together, for merge and borrow. */
    static BLeaf joined(Owner owner, KeyOrder<?> order, BLeaf left, BLeaf right, int from, int to) {
        int capacity = capacityFor(owner, to - from);
        Object[] keys = Slots.joined(left.keys, left.count, right.keys, from, to, capacity);
        Object[] values = left.hasValues()
                ? Slots.joined(left.values, left.count, right.values, from, to, capacity)
                : Slots.EMPTY;
        if (Objects.equals(left.stem, right.stem)) {
            Object prefixes = Prefixes.joined(left.prefixes, left.count, right.prefixes, from, to, capacity);
            return new BLeaf(owner, to - from, keys, values, prefixes, left.stem).stemmed(order);
        }
        String stem = KeyStem.of(keys, to - from, left.stem == null ? right.stem : left.stem);
        return new BLeaf(owner, to - from, keys, values, Prefixes.of(keys, to - from, order, stem, capacity), stem);
    }

    /** This leaf, which was just made and nobody else sees, with a stem that serves its keys. */
    BLeaf stemmed(KeyOrder<?> order) {
        return stemmed(order, stem);
    }

    /** As {@link #stemmed(KeyOrder)}; where its own stem does not serve, that of a neighbour may. */
    BLeaf stemmed(KeyOrder<?> order, @Nullable String stemOfNeighbour) {
        if (order.stems && !KeyStem.serves(stem, prefixAt(0), prefixAt(count - 1))) {
            String better = KeyStem.of(keys, count, stemOfNeighbour);
            if (!Objects.equals(better, stem)) {
                stem = better;
                prefixes = Prefixes.of(keys, count, order, better, keys.length);
            }
        }
        return this;
    }

    private BLeaf window(Owner owner, int from, int to) {
        int capacity = capacityFor(owner, to - from);
        return new BLeaf(
                owner,
                to - from,
                Slots.joined(keys, count, Slots.EMPTY, from, to, capacity),
                Slots.joined(values, count, Slots.EMPTY, from, to, capacity),
                Prefixes.window(prefixes, from, to, capacity),
                stem);
    }

    /**
     * Adds an entry in place; the leaf must be the editor's and below {@link #LEAF_CAPACITY}. The first store is made by the
     * deepest call: where that fits the stack, those after it do, and a stack overflow leaves the leaf whole.
     */
    void insert(int slot, @Nullable Object key, long prefix, @Nullable Object value) {
        if (count == keys.length) {
            grow();
        }
        Prefixes.insert(prefixes, count, slot, prefix);
        System.arraycopy(keys, slot, keys, slot + 1, count - slot);
        keys[slot] = key;
        if (hasValues()) {
            System.arraycopy(values, slot, values, slot + 1, count - slot);
            values[slot] = value;
        }
        count++;
    }

    /** Allocates all before it stores any: running out of memory here leaves the leaf whole. */
    private void grow() {
        int capacity = capacityWithSlack(count);
        Object[] moreKeys = Arrays.copyOf(keys, capacity);
        Object[] moreValues = hasValues() ? Arrays.copyOf(values, capacity) : Slots.EMPTY;
        Object morePrefixes = Prefixes.window(prefixes, 0, count, capacity);
        keys = moreKeys;
        values = moreValues;
        prefixes = morePrefixes;
    }

    /** Removes an entry in place and forgets its key and value; the leaf must be the editor's. The deepest call comes first. */
    void remove(int slot) {
        int last = count - 1;
        Prefixes.remove(prefixes, count, slot);
        System.arraycopy(keys, slot + 1, keys, slot, last - slot);
        keys[last] = null;
        if (hasValues()) {
            System.arraycopy(values, slot + 1, values, slot, last - slot);
            values[last] = null;
        }
        count = last;
    }
}
