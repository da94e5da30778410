package dev.holstein.btree;

import java.io.InvalidObjectException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What a live view of a part of a map or set is serialized as: the whole, and the bounds. */
final class BTreeViewSerial implements Serializable {
    private static final long serialVersionUID = 1;

    /** The whole map or set; each has a serial form of its own. */
    @SuppressWarnings("serial")
    private final Object face;

    private final boolean descending;

    @SuppressWarnings("serial") // bounds are keys, to be serializable as those in the map
    private final @Nullable Object lo;

    private final boolean hasLo;
    private final boolean loInclusive;

    @SuppressWarnings("serial")
    private final @Nullable Object hi;

    private final boolean hasHi;
    private final boolean hiInclusive;

    BTreeViewSerial(Object face, BTreeRange<?> range, boolean descending) {
        this.face = face;
        this.descending = descending;
        hasLo = range.hasLo();
        lo = range.loKey();
        loInclusive = range.isLoInclusive();
        hasHi = range.hasHi();
        hi = range.hiKey();
        hiInclusive = range.isHiInclusive();
    }

    @SuppressWarnings("unchecked") // the order itself refuses what it cannot compare
    private Object readResolve() throws InvalidObjectException {
        try {
            if (face instanceof BTreeSetFace<?, ?> set) {
                BTreeSetFace<Object, RankedSet<Object>> whole = (BTreeSetFace<Object, RankedSet<Object>>) set;
                return whole.over(view(whole.map.face()));
            }
            if (face instanceof BTreeFace<?, ?, ?> map) {
                return view((BTreeFace<Object, ?, ?>) map);
            }
        } catch (RuntimeException refused) {
            InvalidObjectException invalid = new InvalidObjectException("damaged view: " + refused.getMessage());
            invalid.initCause(refused);
            throw invalid;
        }
        throw new InvalidObjectException("a view of no collection of this library");
    }

    @SuppressWarnings("NullAway") // a bound may be null where the comparator takes null
    private BTreeView<Object, ?, ?> view(BTreeFace<Object, ?, ?> whole) {
        KeyOrder<Object> order = whole.state().order;
        if (hasLo) {
            whole.checkKey(lo);
        }
        if (hasHi) {
            whole.checkKey(hi);
        }
        BTreeRange<Object> range = BTreeRange.all();
        if (hasLo && hasHi) {
            range = range.between(order, lo, loInclusive, hi, hiInclusive);
        } else if (hasLo) {
            range = range.from(order, lo, loInclusive);
        } else if (hasHi) {
            range = range.to(order, hi, hiInclusive);
        }
        return (BTreeView<Object, ?, ?>) whole.view(range, descending);
    }
}
