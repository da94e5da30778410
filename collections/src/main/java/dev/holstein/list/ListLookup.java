package dev.holstein.list;

import dev.holstein.core.Checks;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The leaves of one version of a list whose indices are ways, as far as reads have come by: one step instead of one for each
 * level. A cache for a version that is read often, beside it and not in it: a version is made by every write, and most are read
 * once.
 *
 * <p>Threads fill it without synchronization: what it holds is null or a leaf of the version, and whoever asks it has got hold of that
 * version by a volatile read, and so sees its leaves whole.
 */
final class ListLookup {
    private final ListState version;
    private final int size;
    private final Object[] @Nullable [] leaves;

    private ListLookup(ListState version) {
        this.version = version;
        int full = version.tailStart >>> ListNode.LEAF_BITS;
        boolean tailIsNext = version.tailStart == full << ListNode.LEAF_BITS;
        leaves = new Object[tailIsNext ? full + 1 : full][];
        size = Math.min(version.size, leaves.length << ListNode.LEAF_BITS);
        if (tailIsNext) {
            leaves[full] = version.tail;
        }
    }

    /**
     * A lookup of a version for its reads to come, about once in as many calls as it has leaves: so that its room costs each read next to
     * nothing. By chance, because a count would be one more thing that threads write to.
     */
    static @Nullable ListLookup atTimes(ListState version) {
        int full = version.tailStart >>> ListNode.LEAF_BITS;
        boolean isRegular = full > 0 && ListNode.isRegular(version.root, version.shift);
        return isRegular && ThreadLocalRandom.current().nextInt(full) == 0 ? new ListLookup(version) : null;
    }

    boolean isOf(ListState state) {
        return version == state;
    }

    /** The element at an index; as the version answers it, or refuses. */
    Object get(int index) {
        if (index < 0 || index >= size) {
            return version.get(index);
        }
        int at = index >>> ListNode.LEAF_BITS;
        Object[] leaf = leaves[at];
        if (leaf == null) {
            leaf = ListSearch.leaf(Checks.present(version.root, "the tree"), version.shift, index);
            leaves[at] = leaf;
        }
        return leaf[index & ListNode.LEAF_MASK];
    }
}
