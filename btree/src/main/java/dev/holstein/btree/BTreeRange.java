package dev.holstein.btree;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys between two bounds, either of which may be missing, and what of a version lies between them. The one place that
 * knows bounds; the whole map is the range without any.
 *
 * @param <K> the type of the keys
 */
final class BTreeRange<K> {
    private static final BTreeRange<?> ALL = new BTreeRange<>(null, null);

    private final @Nullable Bound<K> lo;
    private final @Nullable Bound<K> hi;

    /** One end: a key that may itself be null, where the comparator takes nulls. */
    private record Bound<K>(K key, boolean inclusive) {}

    private BTreeRange(@Nullable Bound<K> lo, @Nullable Bound<K> hi) {
        this.lo = lo;
        this.hi = hi;
    }

    @SuppressWarnings("unchecked") // the range without bounds holds nothing of type K
    static <K> BTreeRange<K> all() {
        return (BTreeRange<K>) ALL;
    }

    boolean isAll() {
        return lo == null && hi == null;
    }

    boolean hasLo() {
        return lo != null;
    }

    boolean hasHi() {
        return hi != null;
    }

    /** The lower bound; null if there is none, or if it is null. */
    @Nullable
    K loKey() {
        return lo == null ? null : lo.key;
    }

    @Nullable
    K hiKey() {
        return hi == null ? null : hi.key;
    }

    boolean isLoInclusive() {
        return lo != null && lo.inclusive;
    }

    boolean isHiInclusive() {
        return hi != null && hi.inclusive;
    }

    boolean contains(KeyOrder<K> order, @Nullable Object key) {
        return !tooLow(order, key) && !tooHigh(order, key);
    }

    private boolean tooLow(KeyOrder<K> order, @Nullable Object key) {
        if (lo == null) {
            return false;
        }
        int comparison = order.compare(key, lo.key);
        return comparison < 0 || (comparison == 0 && !lo.inclusive);
    }

    private boolean tooHigh(KeyOrder<K> order, @Nullable Object key) {
        if (hi == null) {
            return false;
        }
        int comparison = order.compare(key, hi.key);
        return comparison > 0 || (comparison == 0 && !hi.inclusive);
    }

    /** This range from a key on. */
    BTreeRange<K> from(KeyOrder<K> order, K key, boolean inclusive) {
        checkBound(order, key, inclusive);
        return new BTreeRange<>(new Bound<>(key, inclusive), hi);
    }

    /** This range up to a key. */
    BTreeRange<K> to(KeyOrder<K> order, K key, boolean inclusive) {
        checkBound(order, key, inclusive);
        return new BTreeRange<>(lo, new Bound<>(key, inclusive));
    }

    /** This range between two keys. */
    BTreeRange<K> between(KeyOrder<K> order, K from, boolean fromInclusive, K to, boolean toInclusive) {
        if (order.compare(from, to) > 0) {
            throw new IllegalArgumentException("from key " + from + " is above to key " + to);
        }
        checkBound(order, from, fromInclusive);
        checkBound(order, to, toInclusive);
        return new BTreeRange<>(new Bound<>(from, fromInclusive), new Bound<>(to, toInclusive));
    }

    /** A bound may lie outside only by standing, excluded, on a bound that is excluded here too. */
    private void checkBound(KeyOrder<K> order, K key, boolean inclusive) {
        if (isAll()) {
            int unused = order.compare(key, key); // refuses what the order cannot compare
        }
        if (inclusive ? !contains(order, key) : !containsClosed(order, key)) {
            throw new IllegalArgumentException("bound " + key + " is outside the range " + this);
        }
    }

    private boolean containsClosed(KeyOrder<K> order, K key) {
        return (lo == null || order.compare(key, lo.key) >= 0) && (hi == null || order.compare(key, hi.key) <= 0);
    }

    /** @throws IllegalArgumentException if the key is not in this range */
    K check(KeyOrder<K> order, K key) {
        if (!isAll() && !contains(order, key)) {
            throw new IllegalArgumentException("key " + key + " is outside the range " + this);
        }
        return key;
    }

    /** The index of the first entry in the range. */
    int start(BTreeState<K, ?> state) {
        return lo == null ? 0 : BTreeSearch.rank(state, lo.key, !lo.inclusive);
    }

    /**
     * The index after the last entry in the range; not below its start, which is given: a comparator that says one thing and then
     * another would put it elsewhere the next time.
     */
    int end(BTreeState<K, ?> state, int start) {
        return hi == null ? state.size : Math.max(start, BTreeSearch.rank(state, hi.key, hi.inclusive));
    }

    <V> Map.@Nullable Entry<K, V> first(BTreeState<K, V> state) {
        if (lo == null) {
            return within(state, BTreeSearch.edge(state.root, false));
        }
        return within(state, BTreeSearch.near(state, lo.key, false, lo.inclusive));
    }

    <V> Map.@Nullable Entry<K, V> last(BTreeState<K, V> state) {
        if (hi == null) {
            return within(state, BTreeSearch.edge(state.root, true));
        }
        return within(state, BTreeSearch.near(state, hi.key, true, hi.inclusive));
    }

    /** The entry of the range next to a key, which may lie outside. */
    <V> Map.@Nullable Entry<K, V> near(BTreeState<K, V> state, @Nullable Object key, boolean below, boolean inclusive) {
        if (isAll()) {
            return BTreeSearch.near(state, key, below, inclusive);
        }
        if (below ? tooHigh(state.order, key) : tooLow(state.order, key)) {
            return below ? last(state) : first(state);
        }
        return within(state, BTreeSearch.near(state, key, below, inclusive));
    }

    private <V> Map.@Nullable Entry<K, V> within(BTreeState<K, V> state, Map.@Nullable Entry<K, V> entry) {
        return entry == null || isAll() || contains(state.order, entry.getKey()) ? entry : null;
    }

    @Override
    public String toString() {
        return (lo == null ? "(-inf" : (lo.inclusive ? "[" : "(") + lo.key) + ", "
                + (hi == null ? "+inf)" : hi.key + (hi.inclusive ? "]" : ")"));
    }
}
