package dev.holstein.btree.vavr;

import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import io.vavr.Tuple2;
import io.vavr.collection.TreeSet;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Orders as both sides name them, and what is put into one by Vavr's rule: of several elements that are equal by the order the
 * last one stays, the key with its value.
 */
final class Orders {
    /** Vavr's natural order, which is an object; ours is null, so that keys have prefixes. */
    private static final Comparator<?> NATURAL_OF_VAVR =
            TreeSet.<Integer>empty().comparator();

    private Orders() {}

    /** Null for either natural order. */
    static <K extends @Nullable Object> @Nullable Comparator<? super K> ours(Comparator<? super K> order) {
        return order.equals(NATURAL_OF_VAVR) || order == Comparator.naturalOrder() ? null : order;
    }

    @SuppressWarnings("unchecked") // the natural order compares what can be compared, whatever its type says
    static <K extends @Nullable Object> Comparator<K> vavrs(@Nullable Comparator<? super K> order) {
        return order == null ? (Comparator<K>) Comparator.naturalOrder() : (Comparator<K>) order;
    }

    static boolean areSame(@Nullable Comparator<?> a, @Nullable Comparator<?> b) {
        return vavrs(a).equals(vavrs(b));
    }

    /** A map of entries in any order. */
    static <K extends @Nullable Object, V extends @Nullable Object> PersistentBTreeMap<K, V> mapOf(
            @Nullable Comparator<? super K> order, Iterable<? extends Tuple2<? extends K, ? extends V>> entries) {
        return mapOf(order, entries, (former, latter) -> latter);
    }

    /** A map of entries in any order, with one value made of those of equal keys, in the order in which they came. */
    static <K extends @Nullable Object, V extends @Nullable Object> PersistentBTreeMap<K, V> mapOf(
            @Nullable Comparator<? super K> order,
            Iterable<? extends Tuple2<? extends K, ? extends V>> entries,
            BiFunction<? super V, ? super V, ? extends V> merge) {
        Comparator<K> byKey = vavrs(order);
        List<Map.Entry<K, V>> sorted = new ArrayList<>();
        for (Tuple2<? extends K, ? extends V> entry : entries) {
            sorted.add(new SimpleImmutableEntry<>(entry._1, entry._2));
        }
        sorted.sort(Map.Entry.comparingByKey(byKey));
        List<Map.Entry<K, V>> distinct = new ArrayList<>(sorted.size());
        for (Map.Entry<K, V> entry : sorted) {
            int last = distinct.size() - 1;
            if (last >= 0 && byKey.compare(distinct.get(last).getKey(), entry.getKey()) == 0) {
                V value = merge.apply(distinct.get(last).getValue(), entry.getValue());
                distinct.set(last, new SimpleImmutableEntry<>(entry.getKey(), value));
            } else {
                distinct.add(entry);
            }
        }
        return PersistentBTreeMap.fromSorted(order, distinct);
    }

    /** A set of elements in any order. */
    static <E extends @Nullable Object> PersistentBTreeSet<E> setOf(
            @Nullable Comparator<? super E> order, Iterable<? extends E> elements) {
        Comparator<E> byElement = vavrs(order);
        List<E> sorted = new ArrayList<>();
        elements.forEach(sorted::add);
        sorted.sort(byElement);
        List<E> distinct = new ArrayList<>(sorted.size());
        for (E element : sorted) {
            int last = distinct.size() - 1;
            if (last >= 0 && byElement.compare(distinct.get(last), element) == 0) {
                distinct.set(last, element);
            } else {
                distinct.add(element);
            }
        }
        return PersistentBTreeSet.fromSorted(order, distinct);
    }
}
