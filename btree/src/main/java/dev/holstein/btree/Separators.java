package dev.holstein.btree;

import dev.holstein.core.Slots;
import java.util.Arrays;
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

    Separators(Object[] keys, @Nullable Object prefixes) {
        this.keys = keys;
        this.prefixes = prefixes;
    }

    int count() {
        return keys.length;
    }

    Separators inserted(int slot, @Nullable Object key, long prefix) {
        int count = keys.length + 1;
        return new Separators(
                Slots.inserted(keys, slot, key, 0, count, count),
                Prefixes.inserted(prefixes, slot, prefix, 0, count, count));
    }

    Separators removed(int slot) {
        int count = keys.length;
        return new Separators(
                Slots.removed(keys, count, slot, count - 1), Prefixes.removed(prefixes, count, slot, count - 1));
    }

    Separators replaced(int slot, @Nullable Object key, long prefix) {
        return removed(slot).inserted(slot, key, prefix);
    }

    Separators joined(Separators right) {
        int count = keys.length;
        int all = count + right.keys.length;
        return new Separators(
                Slots.joined(keys, count, right.keys, 0, all, all),
                Prefixes.joined(prefixes, count, right.prefixes, 0, all, all));
    }

    Separators window(int from, int to) {
        return new Separators(Arrays.copyOfRange(keys, from, to), Prefixes.window(prefixes, from, to, to - from));
    }
}
