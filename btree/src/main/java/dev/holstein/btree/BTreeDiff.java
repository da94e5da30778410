package dev.holstein.btree;

import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The differences of two versions, found one by one as they are asked for, in ascending order of the keys. Nodes that both
 * versions share are not looked into ({@link BTreePairs}).
 *
 * @param <C> what a difference is told as
 */
final class BTreeDiff<C> extends Spliterators.AbstractSpliterator<C> {
    /** How a difference is told. */
    interface Teller<C> {
        C added(Object key, Object value);

        C removed(Object key, Object value);

        C changed(Object key, Object before, Object after);
    }

    private final BTreePairs pairs;
    private final Teller<C> teller;

    /** A piece that one side has alone, while its entries are told. */
    private @Nullable BTreeCursor piece;

    private boolean isAdded;

    private BTreeDiff(BTreePairs pairs, Teller<C> teller) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        this.pairs = pairs;
        this.teller = teller;
    }

    /**
     * The differences of two versions.
     *
     * @throws IllegalArgumentException if they are in different orders
     */
    static <C> Stream<C> of(BTreeState<?, ?> older, BTreeState<?, ?> newer, Teller<C> teller) {
        if (!older.order.sameAs(newer.order.comparator())) {
            throw new IllegalArgumentException("different orders: " + older.order + " and " + newer.order
                    + "; bring one into the order of the other first, by empty(comparator).plusAll(..)");
        }
        return StreamSupport.stream(new BTreeDiff<>(new BTreePairs(older, newer), teller), false);
    }

    @Override
    public boolean tryAdvance(Consumer<? super C> action) {
        while (true) {
            BTreeCursor alone = piece;
            if (alone != null) {
                if (alone.advance()) {
                    action.accept(
                            isAdded
                                    ? teller.added(alone.key(), alone.value())
                                    : teller.removed(alone.key(), alone.value()));
                    return true;
                }
                piece = null;
            }
            switch (pairs.advance()) {
                case LEFT -> {
                    isAdded = false;
                    piece = pairs.piece();
                }
                case RIGHT -> {
                    isAdded = true;
                    piece = pairs.piece();
                }
                case SAME -> {
                    // nothing differs below
                }
                case BOTH -> {
                    BLeaf leaf = (BLeaf) pairs.node;
                    Object before = leaf.valueAt(pairs.from);
                    Object after = pairs.rightLeaf.valueAt(pairs.rightSlot);
                    if (!Objects.equals(before, after)) {
                        action.accept(teller.changed(leaf.keys[pairs.from], before, after));
                        return true;
                    }
                }
                case END -> {
                    return false;
                }
            }
        }
    }
}
