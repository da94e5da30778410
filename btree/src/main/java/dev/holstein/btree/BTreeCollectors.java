package dev.holstein.btree;

import dev.holstein.core.Checks;
import dev.holstein.core.Owner;
import java.util.Comparator;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** The collectors of all faces: elements are gathered, and become a tree at the end. */
final class BTreeCollectors {
    private BTreeCollectors() {}

    /**
     * Collects entries.
     *
     * @param merge makes one value of two; null to refuse equal keys
     */
    @SuppressWarnings("unchecked") // only values of type V are gathered
    static <T, K extends @Nullable Object, V extends @Nullable Object, M> Collector<T, ?, M> toMap(
            @Nullable Comparator<? super K> comparator,
            Function<? super T, ? extends K> key,
            Function<? super T, ? extends V> value,
            @Nullable BinaryOperator<V> merge,
            Function<BTreeState<K, V>, M> finisher) {
        Checks.notNull(key, "key");
        Checks.notNull(value, "value");
        BTreeSorter.Merge ofEqualKeys = merge == null
                ? BTreeCollectors::refuse
                : (equalKey, before, after) -> merge.apply((V) before, (V) after);
        return Collector.<T, BTreeSorter<K>, M>of(
                () -> new BTreeSorter<>(KeyOrder.of(comparator)),
                (sorter, element) -> sorter.add(key.apply(element), value.apply(element)),
                BTreeSorter::addAll,
                sorter -> finisher.apply(sorter.toState(Owner.NONE, ofEqualKeys)));
    }

    private static Object refuse(@Nullable Object key, @Nullable Object before, @Nullable Object after) {
        throw new IllegalStateException("duplicate key " + key + ": values " + before + " and " + after);
    }

    /** Collects elements; of equal ones the first stays. */
    static <E extends @Nullable Object, S> Collector<E, ?, S> toSet(
            @Nullable Comparator<? super E> comparator, Function<BTreeState<E, Object>, S> finisher) {
        return Collector.<E, BTreeSorter<E>, S>of(
                () -> new BTreeSorter<>(KeyOrder.of(comparator)),
                (sorter, element) -> sorter.add(element, BLeaf.NO_VALUE),
                BTreeSorter::addAll,
                sorter -> finisher.apply(sorter.toState(Owner.NONE)));
    }
}
