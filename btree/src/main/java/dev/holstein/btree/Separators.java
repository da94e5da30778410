package dev.holstein.btree;

import dev.holstein.core.Slots;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The keys between the children of an inner node, with their prefixes: one immutable object, so that copies of the node
 * share it and a path copy copies children and sizes only.
 *
 * <p>Separator {@code i} is the smallest key below child {@code i + 1}, the very object that the leaf holds (invariant
 * {@code I4} in {@link BTreeInvariants}): a removed key is not kept alive here.
 */
final class Separators {
    final Object[] keys;
    final @Nullable Object prefixes;

    /** What the prefixes leave out of the keys ({@link KeyStem}); null if nothing. */
    final @Nullable String stem;

    Separators(Object[] keys, @Nullable Object prefixes, @Nullable String stem) {
        this.keys = keys;
        this.prefixes = prefixes;
        this.stem = stem;
    }

    /** The separators of some keys, under the known stem if it serves them. */
    static Separators of(Object[] keys, KeyOrder<?> order, @Nullable String known) {
        String stem = order.stems ? KeyStem.of(keys, keys.length, known) : null;
        return new Separators(keys, Prefixes.of(keys, keys.length, order, stem, keys.length), stem);
    }

    int count() {
        return keys.length;
    }

    /** The prefix is one that another node handed over. */
    Separators inserted(int slot, @Nullable Object key, long prefix, KeyOrder<?> order) {
        int count = keys.length + 1;
        long here = order.handedOver(key, prefix, stem);
        return new Separators(
                        Slots.inserted(keys, slot, key, 0, count, count),
                        Prefixes.inserted(prefixes, slot, here, 0, count, count),
                        stem)
                .stemmed(order);
    }

    Separators removed(int slot, KeyOrder<?> order) {
        int count = keys.length;
        return new Separators(
                        Slots.removed(keys, count, slot, count - 1),
                        Prefixes.removed(prefixes, count, slot, count - 1),
                        stem)
                .stemmed(order);
    }

    Separators replaced(int slot, @Nullable Object key, long prefix, KeyOrder<?> order) {
        return removed(slot, order).inserted(slot, key, prefix, order);
    }

    Separators joined(Separators right, KeyOrder<?> order) {
        int count = keys.length;
        int all = count + right.keys.length;
        Object[] joined = Slots.joined(keys, count, right.keys, 0, all, all);
        if (!Objects.equals(stem, right.stem)) {
            return of(joined, order, stem == null ? right.stem : stem);
        }
        Object joinedPrefixes = Prefixes.joined(prefixes, count, right.prefixes, 0, all, all);
        return new Separators(joined, joinedPrefixes, stem).stemmed(order);
    }

    Separators window(int from, int to, KeyOrder<?> order) {
        Object[] some = Arrays.copyOfRange(keys, from, to);
        return new Separators(some, Prefixes.window(prefixes, from, to, to - from), stem).stemmed(order);
    }

    /** These separators under a stem that serves them. */
    private Separators stemmed(KeyOrder<?> order) {
        int last = keys.length - 1;
        if (!order.stems || last < 1 || KeyStem.serves(stem, Prefixes.get(prefixes, 0), Prefixes.get(prefixes, last))) {
            return this;
        }
        String better = KeyStem.of(keys, keys.length, stem);
        return Objects.equals(better, stem) ? this : of(keys, order, better);
    }
}
