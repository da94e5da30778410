package dev.holstein.btree;

import dev.holstein.core.Owner;
import dev.holstein.core.Slots;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Entries gathered in any order, to become a tree of their own: O(m) if they come in ascending order, else O(m log m). All user
 * code that many keys at once need to be brought in order runs here, before anything is changed.
 *
 * @param <K> the type of the keys
 */
final class BTreeSorter<K> {
    private static final int FIRST_CAPACITY = 16;

    /** So many are never worth the making of seams. */
    private static final int FEW = 8;

    /** Where prefixes decide, a merge begins to pay with one key for so many entries. */
    private static final int DENSE = 4;

    /** Where keys are asked, a merge compares about 3 log(n/m + 1) + 8 times an entry, an insert somewhat more than log n times. */
    private static final int DENSE_IF_KEYS_ARE_ASKED = 16;

    private static final Merge LAST = (key, before, after) -> after;

    /** No more room than this is made for entries that are only said to come. */
    private static final int LARGEST_FIRST_CAPACITY = 1 << 20;

    private KeyOrder<K> order;
    private Object[] keys;
    private Object[] values = Slots.EMPTY;

    /** Those of the keys, once they have been looked at. */
    private @Nullable Object prefixes;

    /** What the prefixes leave out of the keys. */
    private @Nullable String stem;

    private int count;
    private boolean inOrder = true;

    BTreeSorter(KeyOrder<K> mapOrder) {
        this(mapOrder, FIRST_CAPACITY);
    }

    /** With room for so many entries as somebody says that there are; it may be wrong. */
    BTreeSorter(KeyOrder<K> mapOrder, int expected) {
        order = mapOrder.plain();
        keys = new Object[Math.max(FIRST_CAPACITY, Math.min(expected, LARGEST_FIRST_CAPACITY))];
    }

    /** What to do with two entries of equal keys. */
    @FunctionalInterface
    interface Merge {
        /** The value that stays. */
        @Nullable
        Object merge(@Nullable Object key, @Nullable Object before, @Nullable Object after);
    }

    /** Entries gathered so far. */
    int count() {
        return count;
    }

    /** Gathers an entry; its key is not looked at yet. */
    void add(K key, @Nullable Object value) {
        if (count == keys.length) {
            int capacity = Math.addExact(count, count >> 1);
            keys = Arrays.copyOf(keys, capacity);
            values = values.length == 0 ? values : Arrays.copyOf(values, capacity);
        }
        if (value != BLeaf.NO_VALUE) {
            values = values.length == 0 ? new Object[keys.length] : values;
            values[count] = value;
        }
        keys[count] = key;
        count++;
        inOrder = false;
    }

    /** Gathers all that another one has gathered. */
    @SuppressWarnings("unchecked") // it holds keys of type K
    BTreeSorter<K> addAll(BTreeSorter<K> others) {
        for (int i = 0; i < others.count; i++) {
            add((K) others.keys[i], others.valueAt(i));
        }
        return this;
    }

    /**
     * Whether it is better to merge these entries with those of a version that they fall among than to write them one by one. Few
     * find their leaves sooner than their neighbourhood is put together again; where comparisons ask the keys, a merge makes up
     * for that earlier.
     */
    boolean isWorthMergingWith(BTreeState<K, ?> state) {
        if (count <= FEW) {
            return false;
        }
        sort();
        int among = BTreeSearch.rank(state, keys[count - 1], true) - BTreeSearch.rank(state, keys[0], false);
        return count > among / (order.exact ? DENSE : DENSE_IF_KEYS_ARE_ASKED);
    }

    /** The key gathered at a position. */
    @SuppressWarnings("unchecked") // only keys of type K are gathered
    K keyAt(int i) {
        return (K) keys[i];
    }

    /** A version with all entries; of equal keys the first one stays, with the last value. */
    <V> BTreeState<K, V> toState(Owner owner) {
        return toState(owner, LAST);
    }

    /** A version with all entries; of equal keys the first one stays, with what a function makes of the values. */
    <V> BTreeState<K, V> toState(Owner owner, Merge merge) {
        BTreeState<K, V> run = toRun(merge);
        if (run.size == 0) {
            return run;
        }
        BTreeBuilder builder = new BTreeBuilder(order, owner);
        builder.addRun((BLeaf) run.root, 0, run.size);
        return new BTreeState<>(builder.root(), run.size, order);
    }

    /**
     * A version with all entries, which must have come in order.
     *
     * @throws IllegalArgumentException if a key is not above the one before it; the message names both and the position
     */
    <V> BTreeState<K, V> toStateIfAscending(Owner owner) {
        int at = inOrder ? -1 : firstNotAscending();
        if (at >= 0) {
            throw new IllegalArgumentException("unsorted input: key " + keys[at] + " at position " + at
                    + " is not above key " + keys[at - 1] + " before it");
        }
        return toState(owner);
    }

    /**
     * All entries as one leaf of any size, for {@link BTreePairs} to read and {@link BTreeBuilder} to copy from: no nodes are
     * made that only the walk would see. Of equal keys the first one stays, with the last value.
     */
    <V> BTreeState<K, V> toRun() {
        return toRun(LAST);
    }

    private <V> BTreeState<K, V> toRun(Merge merge) {
        if (count == 0) {
            return BTreeState.empty(order);
        }
        sort(merge);
        return new BTreeState<>(new BLeaf(BTreeBuilder.RUN, count, keys, values, prefixes, stem), count, order);
    }

    /** The value gathered with it. */
    Object valueAt(int i) {
        return values.length == 0 ? BLeaf.NO_VALUE : values[i];
    }

    /** An entry with its prefix, to be compared. */
    private record Gathered(
            @Nullable Object key, long prefix, @Nullable Object value) {}

    /** Brings the entries in order; of equal keys the first one stays, with the last value. */
    void sort() {
        sort(LAST);
    }

    /** A stable sort: the order of coming decides between equal keys. */
    private void sort(Merge merge) {
        if (inOrder || firstNotAscending() < 0) {
            return;
        }
        Gathered[] gathered = new Gathered[count];
        for (int i = 0; i < count; i++) {
            gathered[i] = new Gathered(keys[i], Prefixes.get(prefixes, i), valueAt(i));
        }
        Arrays.sort(gathered, (a, b) -> order.compare(a.key, a.prefix, b.key, b.prefix));
        int last = 0;
        for (int i = 1; i < count; i++) {
            Gathered next = gathered[i];
            Gathered before = gathered[last];
            if (order.compare(before.key, before.prefix, next.key, next.prefix) == 0) {
                gathered[last] =
                        new Gathered(before.key, before.prefix, merge.merge(before.key, before.value, next.value));
            } else {
                gathered[++last] = next;
            }
        }
        count = last + 1;
        for (int i = 0; i < count; i++) {
            keys[i] = gathered[i].key;
            Prefixes.set(prefixes, i, gathered[i].prefix);
            if (values.length > 0) {
                values[i] = gathered[i].value;
            }
        }
        inOrder = true;
    }

    /** The position of the first key that is not above the one before it; -1 if there is none. */
    private int firstNotAscending() {
        lookAtKeys();
        int i = Prefixes.ascendingUntil(prefixes, 1, count);
        while (i < count) {
            if (order.compare(keys[i - 1], Prefixes.get(prefixes, i - 1), keys[i], Prefixes.get(prefixes, i)) >= 0) {
                return i;
            }
            i = Prefixes.ascendingUntil(prefixes, i + 1, count);
        }
        inOrder = true;
        return -1;
    }

    /**
     * Adopts the order of the keys and takes their prefixes. Keys lie anywhere in memory; the loop that takes them does so little with each
     * that many are on their way at once, and where prefixes are exact none is looked at again.
     */
    private void lookAtKeys() {
        order = order.plain().adopting(keyAt(0));
        prefixes = Prefixes.room(order, count);
        stem = order.stems ? KeyStem.ofSome(keys, count) : null;
        if (!Prefixes.take(prefixes, order, keys, count, stem)) {
            order = order.plain();
            prefixes = null;
            stem = null;
            boolean unused = Prefixes.take(null, order, keys, count, null); // may refuse null
        }
    }
}
