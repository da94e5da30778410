package dev.holstein.btree;

import dev.holstein.cow.Snapshottable;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * A {@link NavigableSet} that knows the position of each element and can be frozen: what all sorted sets of this library are,
 * and all their live views of a part, in either direction.
 *
 * <pre>{@code
 * RankedSet<Integer> primes = new CowBTreeSet<>(List.of(2, 3, 5, 7, 11));
 * assert primes.elementAt(2) == 5 && primes.indexOf(7) == 3;
 * assert primes.descendingSet().elementAt(0) == 11 && primes.tailSet(4).snapshot().size() == 3;
 * }</pre>
 *
 * <p><b>Cost.</b> Each method: O(log n); {@link #snapshot} of a whole set O(1), of a descending view O(k) for its k elements.
 *
 * @param <E> the type of the elements
 */
public interface RankedSet<E extends @Nullable Object> extends NavigableSet<E>, Snapshottable<PersistentBTreeSet<E>> {
    /**
     * The element at an index of this set or view. O(log n).
     *
     * @param index its index, in elements from the first one on
     * @return the element
     * @throws IndexOutOfBoundsException if there is no such index
     */
    E elementAt(int index);

    /**
     * The index of an element in this set or view. O(log n).
     *
     * @param element the element
     * @return its index, in elements from the first one on; -1 if it is absent
     * @throws ClassCastException if the element cannot be compared
     * @throws NullPointerException if the element is null and this set or its order does not take null
     */
    int indexOf(@Nullable Object element);

    /**
     * How many elements of this set or view come before a bound, which need be no element of it. O(log n).
     *
     * @param bound the bound
     * @param inclusive whether an element equal to the bound counts too
     * @return elements
     * @throws ClassCastException if the bound cannot be compared
     * @throws NullPointerException if the bound is null and this set or its order does not take null
     */
    int rank(E bound, boolean inclusive);

    /**
     * The present elements of this set or view, frozen, in its order. O(1) for a whole set, O(log n) for a part of one, whose
     * subtrees it shares; O(k) for k elements in descending order.
     *
     * @return an immutable set that no later write changes
     */
    @Override
    PersistentBTreeSet<E> snapshot();

    @Override
    RankedSet<E> descendingSet();

    @Override
    RankedSet<E> subSet(E from, boolean fromInclusive, E to, boolean toInclusive);

    @Override
    RankedSet<E> headSet(E to, boolean inclusive);

    @Override
    RankedSet<E> tailSet(E from, boolean inclusive);

    @Override
    RankedSet<E> subSet(E from, E to);

    @Override
    RankedSet<E> headSet(E to);

    @Override
    RankedSet<E> tailSet(E from);
}
