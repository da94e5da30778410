package dev.holstein.btree.vavr;

import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.core.Windows;
import dev.holstein.list.PersistentList;
import dev.holstein.vavr.VavrInterop;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Iterator;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A persistent map seen through Vavr's eyes: one object around it, and every result that is a map is around one of ours again.
 *
 * @param map what is seen
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
record MapAsSortedMap<K extends @Nullable Object, V extends @Nullable Object>(PersistentBTreeMap<K, V> map)
        implements SortedMap<K, V> {
    private static final String PREFIX = "PersistentBTreeMap";

    /** A stream may hold a null. */
    MapAsSortedMap {
        Objects.requireNonNull(map, "map is null");
    }

    static <K extends @Nullable Object, V extends @Nullable Object> MapAsSortedMap<K, V> of(
            PersistentBTreeMap<K, V> map) {
        return new MapAsSortedMap<>(map);
    }

    private static <K extends @Nullable Object, V extends @Nullable Object> MapAsSortedMap<K, V> ordered(
            @Nullable Comparator<? super K> order, Iterable<? extends Tuple2<? extends K, ? extends V>> entries) {
        return of(Orders.<K, V>mapOf(order, entries));
    }

    /** The same object for the same map: a call without effect answers what it was called on. */
    @SuppressWarnings("ReferenceEquality")
    private MapAsSortedMap<K, V> with(PersistentBTreeMap<K, V> changed) {
        return changed == map ? this : of(changed);
    }

    /** Entries that come in any order, in the order of this map. */
    private MapAsSortedMap<K, V> ofAll(Iterable<? extends Tuple2<? extends K, ? extends V>> entries) {
        return ordered(map.comparator(), entries);
    }

    /** The entries between two indexes. O(log n). */
    private MapAsSortedMap<K, V> between(int from, int to) {
        if (from >= to) {
            return map.isEmpty() ? this : of(PersistentBTreeMap.empty(map.comparator()));
        }
        if (to < map.size()) {
            return of(map.subMap(map.keyAt(from), true, map.keyAt(to), false).snapshot());
        }
        return from == 0 ? this : of(map.tailMap(map.keyAt(from), true).snapshot());
    }

    /** A number of entries within the size. */
    private int within(int count) {
        return Math.max(0, Math.min(count, map.size()));
    }

    private int countWhile(Predicate<? super Tuple2<K, V>> predicate) {
        int count = 0;
        for (java.util.Map.Entry<K, V> entry : map.entrySet()) {
            if (!predicate.test(tuple(entry))) {
                break;
            }
            count++;
        }
        return count;
    }

    private static <K extends @Nullable Object, V extends @Nullable Object> Tuple2<K, V> tuple(
            java.util.Map.Entry<? extends K, ? extends V> entry) {
        return new Tuple2<>(entry.getKey(), entry.getValue());
    }

    // What is there

    @Override
    public Comparator<K> comparator() {
        return Orders.vavrs(map.comparator());
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public boolean isEmpty() {
        return map.isEmpty();
    }

    @Override
    public boolean isAsync() {
        return false;
    }

    @Override
    public boolean isLazy() {
        return false;
    }

    @Override
    public boolean containsKey(K key) {
        return map.containsKey(key);
    }

    @Override
    public Option<V> get(K key) {
        V value = map.get(key);
        return value != null || map.containsKey(key) ? Option.some(value) : Option.none();
    }

    @Override
    public V getOrElse(K key, V defaultValue) {
        return get(key).getOrElse(defaultValue);
    }

    @Override
    public Tuple2<K, V> head() {
        if (map.isEmpty()) {
            throw new NoSuchElementException("head of empty " + PREFIX);
        }
        return tuple(map.entryAt(0));
    }

    @Override
    public Tuple2<K, V> last() {
        if (map.isEmpty()) {
            throw new NoSuchElementException("last of empty " + PREFIX);
        }
        return tuple(map.entryAt(map.size() - 1));
    }

    @Override
    public Iterator<Tuple2<K, V>> iterator() {
        java.util.Iterator<java.util.Map.Entry<K, V>> entries = map.entrySet().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Tuple2<K, V> next() {
                return tuple(entries.next());
            }
        };
    }

    @Override
    public Iterator<K> keysIterator() {
        return Iterator.ofAll(map.keySet().iterator());
    }

    @Override
    public Iterator<V> valuesIterator() {
        return Iterator.ofAll(map.values().iterator());
    }

    @Override
    public void forEach(BiConsumer<K, V> action) {
        map.forEach(action);
    }

    @Override
    public void forEach(Consumer<? super Tuple2<K, V>> action) {
        map.forEach((key, value) -> action.accept(new Tuple2<>(key, value)));
    }

    @Override
    public SortedSet<K> keySet() {
        return SetAsSortedSet.of(PersistentBTreeSet.copyOf((java.util.SortedSet<K>) map.keySet()));
    }

    @Override
    public Seq<V> values() {
        return VavrInterop.asIndexedSeq(PersistentList.copyOf(map.values()));
    }

    // Single entries

    /** Unlike in Java's maps, a key that is equal by the order, and not otherwise, is replaced with its value. */
    @Override
    public SortedMap<K, V> put(K key, V value) {
        PersistentBTreeMap<K, V> changed = map.plus(key, value);
        if (changed.size() == map.size() && !Objects.equals(changed.ceilingKey(key), key)) {
            changed = map.minus(key).plus(key, value);
        }
        return with(changed);
    }

    @Override
    public <U extends V> SortedMap<K, V> put(K key, U value, BiFunction<? super V, ? super U, ? extends V> merge) {
        Objects.requireNonNull(merge, "merge is null");
        Option<V> current = get(key);
        return put(key, current.isEmpty() ? value : merge.apply(current.get(), value));
    }

    @Override
    public SortedMap<K, V> put(Tuple2<? extends K, ? extends V> entry) {
        return put(entry._1, entry._2);
    }

    @Override
    public <U extends V> SortedMap<K, V> put(
            Tuple2<? extends K, U> entry, BiFunction<? super V, ? super U, ? extends V> merge) {
        return put(entry._1, entry._2, merge);
    }

    @Override
    public Tuple2<V, ? extends SortedMap<K, V>> computeIfAbsent(
            K key, Function<? super K, ? extends V> mappingFunction) {
        Objects.requireNonNull(mappingFunction, "mappingFunction is null");
        Option<V> current = get(key);
        if (current.isDefined()) {
            return Tuple.of(current.get(), this);
        }
        V made = mappingFunction.apply(key);
        return Tuple.of(made, put(key, made));
    }

    @Override
    public Tuple2<Option<V>, ? extends SortedMap<K, V>> computeIfPresent(
            K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        Option<V> current = get(key);
        if (current.isEmpty()) {
            return Tuple.of(current, this);
        }
        V made = remappingFunction.apply(key, current.get());
        return Tuple.of(Option.of(made), put(key, made));
    }

    @Override
    public SortedMap<K, V> remove(K key) {
        return with(map.minus(key));
    }

    @Override
    public SortedMap<K, V> removeAll(Iterable<? extends K> keys) {
        return with(map.minusAll(keys));
    }

    @Override
    public SortedMap<K, V> replace(K key, V oldValue, V newValue) {
        return contains(Tuple.of(key, oldValue)) ? put(key, newValue) : this;
    }

    @Override
    public SortedMap<K, V> replace(Tuple2<K, V> currentElement, Tuple2<K, V> newElement) {
        Objects.requireNonNull(currentElement, "currentElement is null");
        Objects.requireNonNull(newElement, "newElement is null");
        return map.containsKey(currentElement._1) ? remove(currentElement._1).put(newElement) : this;
    }

    @Override
    public SortedMap<K, V> replaceAll(Tuple2<K, V> currentElement, Tuple2<K, V> newElement) {
        return replace(currentElement, newElement);
    }

    @Override
    public SortedMap<K, V> replaceValue(K key, V value) {
        return map.containsKey(key) ? put(key, value) : this;
    }

    // All entries

    @Override
    public SortedMap<K, V> replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function, "function is null");
        CowBTreeMap<K, V> copy = map.mutableCopy();
        copy.replaceAll(function);
        return with(copy.snapshot());
    }

    /** The tree stays as it is but for its values: a map holds objects, and does not know of which type. */
    @Override
    @SuppressWarnings("unchecked")
    public <V2 extends @Nullable Object> SortedMap<K, V2> mapValues(Function<? super V, ? extends V2> valueMapper) {
        Objects.requireNonNull(valueMapper, "valueMapper is null");
        CowBTreeMap<K, @Nullable Object> copy = ((PersistentBTreeMap<K, @Nullable Object>) map).mutableCopy();
        copy.replaceAll((key, value) -> valueMapper.apply((V) value));
        PersistentBTreeMap<K, ?> mapped = copy.snapshot();
        return of((PersistentBTreeMap<K, V2>) mapped);
    }

    private SortedMap<K, V> without(Predicate<? super java.util.Map.Entry<K, V>> predicate) {
        CowBTreeMap<K, V> copy = map.mutableCopy();
        return copy.entrySet().removeIf(predicate) ? of(copy.snapshot()) : this;
    }

    @Override
    public SortedMap<K, V> reject(Predicate<? super Tuple2<K, V>> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return without(entry -> predicate.test(tuple(entry)));
    }

    @Override
    public SortedMap<K, V> reject(BiPredicate<? super K, ? super V> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return without(entry -> predicate.test(entry.getKey(), entry.getValue()));
    }

    @Override
    public SortedMap<K, V> rejectKeys(Predicate<? super K> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return without(entry -> predicate.test(entry.getKey()));
    }

    @Override
    public SortedMap<K, V> rejectValues(Predicate<? super V> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return without(entry -> predicate.test(entry.getValue()));
    }

    @Override
    public SortedMap<K, V> filter(Predicate<? super Tuple2<K, V>> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return reject(predicate.negate());
    }

    @Override
    public SortedMap<K, V> filter(BiPredicate<? super K, ? super V> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return reject(predicate.negate());
    }

    @Override
    public SortedMap<K, V> filterKeys(Predicate<? super K> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return rejectKeys(predicate.negate());
    }

    @Override
    public SortedMap<K, V> filterValues(Predicate<? super V> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return rejectValues(predicate.negate());
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // Vavr's, not ours to be done away with
    public SortedMap<K, V> removeAll(BiPredicate<? super K, ? super V> predicate) {
        return reject(predicate);
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester")
    public SortedMap<K, V> removeKeys(Predicate<? super K> predicate) {
        return rejectKeys(predicate);
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester")
    public SortedMap<K, V> removeValues(Predicate<? super V> predicate) {
        return rejectValues(predicate);
    }

    @Override
    public SortedMap<K, V> retainAll(Iterable<? extends Tuple2<K, V>> elements) {
        return ofAll(Iterator.<Tuple2<K, V>>ofAll(elements).filter(this::contains));
    }

    @Override
    public Tuple2<? extends SortedMap<K, V>, ? extends SortedMap<K, V>> partition(
            Predicate<? super Tuple2<K, V>> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        List<Tuple2<K, V>> chosen = new ArrayList<>();
        List<Tuple2<K, V>> others = new ArrayList<>();
        for (Tuple2<K, V> entry : this) {
            (predicate.test(entry) ? chosen : others).add(entry);
        }
        return Tuple.of(ofAll(chosen), ofAll(others));
    }

    @Override
    public <C extends @Nullable Object> Map<C, ? extends SortedMap<K, V>> groupBy(
            Function<? super Tuple2<K, V>, ? extends C> classifier) {
        Objects.requireNonNull(classifier, "classifier is null");
        java.util.Map<C, List<Tuple2<K, V>>> groups = new java.util.LinkedHashMap<>();
        for (Tuple2<K, V> entry : this) {
            groups.computeIfAbsent(classifier.apply(entry), key -> new ArrayList<>())
                    .add(entry);
        }
        return LinkedHashMap.<C, List<Tuple2<K, V>>>ofAll(groups).mapValues(this::ofAll);
    }

    @Override
    public SortedMap<K, V> distinct() {
        return this;
    }

    @Override
    public SortedMap<K, V> distinctBy(Comparator<? super Tuple2<K, V>> comparator) {
        Objects.requireNonNull(comparator, "comparator is null");
        java.util.Set<Tuple2<K, V>> seen = new java.util.TreeSet<>(comparator);
        return filter((Predicate<Tuple2<K, V>>) seen::add);
    }

    @Override
    public <U extends @Nullable Object> SortedMap<K, V> distinctBy(
            Function<? super Tuple2<K, V>, ? extends U> keyExtractor) {
        Objects.requireNonNull(keyExtractor, "keyExtractor is null");
        java.util.Set<U> seen = new java.util.HashSet<>();
        return filter((Tuple2<K, V> entry) -> seen.add(keyExtractor.apply(entry)));
    }

    /** Entries of the other map whose keys are absent here come in; of another of ours, by subtrees. */
    @Override
    @SuppressWarnings("unchecked") // an immutable map of subtypes may be read as one of K and V
    public SortedMap<K, V> merge(Map<? extends K, ? extends V> that) {
        Map<K, V> other = (Map<K, V>) that;
        if (map.isEmpty()) {
            return ofAll(other);
        }
        if (other instanceof MapAsSortedMap<K, V> ours && Orders.areSame(ours.map.comparator(), map.comparator())) {
            return with(map.union(ours.map, (mine, theirs) -> mine));
        }
        CowBTreeMap<K, V> copy = map.mutableCopy();
        other.forEach((key, value) -> {
            if (!copy.containsKey(key)) {
                copy.put(key, value);
            }
        });
        return with(copy.snapshot());
    }

    @Override
    public <U extends V> SortedMap<K, V> merge(
            Map<? extends K, U> that, BiFunction<? super V, ? super U, ? extends V> collisionResolution) {
        Objects.requireNonNull(collisionResolution, "collisionResolution is null");
        if (map.isEmpty()) {
            return merge(that);
        }
        SortedMap<K, V> merged = this;
        for (Tuple2<? extends K, U> entry : that) {
            merged = merged.put(entry, collisionResolution);
        }
        return merged;
    }

    @Override
    public SortedMap<K, V> orElse(Iterable<? extends Tuple2<K, V>> other) {
        return map.isEmpty() ? ofAll(other) : this;
    }

    @Override
    public SortedMap<K, V> orElse(Supplier<? extends Iterable<? extends Tuple2<K, V>>> supplier) {
        return map.isEmpty() ? ofAll(supplier.get()) : this;
    }

    @Override
    public SortedMap<K, V> peek(Consumer<? super Tuple2<K, V>> action) {
        Objects.requireNonNull(action, "action is null");
        if (!map.isEmpty()) {
            action.accept(head());
        }
        return this;
    }

    @Override
    public SortedMap<K, V> scan(
            Tuple2<K, V> zero,
            BiFunction<? super Tuple2<K, V>, ? super Tuple2<K, V>, ? extends Tuple2<K, V>> operation) {
        return ofAll(iterator().scanLeft(zero, operation));
    }

    // Parts

    @Override
    public SortedMap<K, V> take(int n) {
        return between(0, within(n));
    }

    @Override
    public SortedMap<K, V> drop(int n) {
        return between(within(n), map.size());
    }

    @Override
    public SortedMap<K, V> takeRight(int n) {
        return between(map.size() - within(n), map.size());
    }

    @Override
    public SortedMap<K, V> dropRight(int n) {
        return between(0, map.size() - within(n));
    }

    @Override
    public SortedMap<K, V> takeWhile(Predicate<? super Tuple2<K, V>> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return take(countWhile(predicate));
    }

    @Override
    public SortedMap<K, V> takeUntil(Predicate<? super Tuple2<K, V>> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return takeWhile(predicate.negate());
    }

    @Override
    public SortedMap<K, V> dropWhile(Predicate<? super Tuple2<K, V>> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return drop(countWhile(predicate));
    }

    @Override
    public SortedMap<K, V> dropUntil(Predicate<? super Tuple2<K, V>> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return dropWhile(predicate.negate());
    }

    @Override
    public Tuple2<? extends SortedMap<K, V>, ? extends SortedMap<K, V>> span(
            Predicate<? super Tuple2<K, V>> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        int count = countWhile(predicate);
        return Tuple.of(take(count), drop(count));
    }

    @Override
    public SortedMap<K, V> init() {
        if (map.isEmpty()) {
            throw new UnsupportedOperationException("init of empty " + PREFIX);
        }
        return dropRight(1);
    }

    @Override
    public Option<? extends SortedMap<K, V>> initOption() {
        return map.isEmpty() ? Option.none() : Option.some(init());
    }

    @Override
    public SortedMap<K, V> tail() {
        if (map.isEmpty()) {
            throw new UnsupportedOperationException("tail of empty " + PREFIX);
        }
        return drop(1);
    }

    @Override
    public Option<? extends SortedMap<K, V>> tailOption() {
        return map.isEmpty() ? Option.none() : Option.some(tail());
    }

    @Override
    public Iterator<? extends SortedMap<K, V>> grouped(int size) {
        return sliding(size, size);
    }

    @Override
    public Iterator<? extends SortedMap<K, V>> sliding(int size) {
        return sliding(size, 1);
    }

    @Override
    public Iterator<? extends SortedMap<K, V>> sliding(int size, int step) {
        return Iterator.ofAll(new Windows<>(map.size(), size, step, this::between));
    }

    @Override
    public Iterator<? extends SortedMap<K, V>> slideBy(Function<? super Tuple2<K, V>, ?> classifier) {
        return iterator().slideBy(classifier).map(this::ofAll);
    }

    // Other keys, in their natural order where none is given

    @Override
    public <K2 extends @Nullable Object, V2 extends @Nullable Object> SortedMap<K2, V2> map(
            BiFunction<? super K, ? super V, Tuple2<K2, V2>> mapper) {
        Objects.requireNonNull(mapper, "mapper is null");
        return ordered(null, iterator().map(entry -> entry.map(mapper)));
    }

    @Override
    public <K2 extends @Nullable Object, V2 extends @Nullable Object> SortedMap<K2, V2> map(
            Comparator<? super K2> keyComparator, BiFunction<? super K, ? super V, Tuple2<K2, V2>> mapper) {
        Objects.requireNonNull(mapper, "mapper is null");
        return ordered(Orders.ours(keyComparator), iterator().map(entry -> entry.map(mapper)));
    }

    @Override
    public <K2 extends @Nullable Object> SortedMap<K2, V> mapKeys(Function<? super K, ? extends K2> keyMapper) {
        Objects.requireNonNull(keyMapper, "keyMapper is null");
        return ordered(null, iterator().map(entry -> entry.map1(keyMapper)));
    }

    @Override
    public <K2 extends @Nullable Object> SortedMap<K2, V> mapKeys(
            Function<? super K, ? extends K2> keyMapper, BiFunction<? super V, ? super V, ? extends V> valueMerge) {
        Objects.requireNonNull(keyMapper, "keyMapper is null");
        Objects.requireNonNull(valueMerge, "valueMerge is null");
        return of(Orders.<K2, V>mapOf(null, iterator().map(entry -> entry.map1(keyMapper)), valueMerge));
    }

    @Override
    public <K2 extends @Nullable Object, V2 extends @Nullable Object> SortedMap<K2, V2> bimap(
            Function<? super K, ? extends K2> keyMapper, Function<? super V, ? extends V2> valueMapper) {
        return ordered(null, bimapped(keyMapper, valueMapper));
    }

    @Override
    public <K2 extends @Nullable Object, V2 extends @Nullable Object> SortedMap<K2, V2> bimap(
            Comparator<? super K2> keyComparator,
            Function<? super K, ? extends K2> keyMapper,
            Function<? super V, ? extends V2> valueMapper) {
        return ordered(Orders.ours(keyComparator), bimapped(keyMapper, valueMapper));
    }

    private <K2 extends @Nullable Object, V2 extends @Nullable Object> Iterator<Tuple2<K2, V2>> bimapped(
            Function<? super K, ? extends K2> keyMapper, Function<? super V, ? extends V2> valueMapper) {
        Objects.requireNonNull(keyMapper, "keyMapper is null");
        Objects.requireNonNull(valueMapper, "valueMapper is null");
        return iterator().map(entry -> entry.map(keyMapper, valueMapper));
    }

    @Override
    public <K2 extends @Nullable Object, V2 extends @Nullable Object> SortedMap<K2, V2> flatMap(
            BiFunction<? super K, ? super V, ? extends Iterable<Tuple2<K2, V2>>> mapper) {
        Objects.requireNonNull(mapper, "mapper is null");
        return ordered(null, iterator().flatMap(entry -> mapper.apply(entry._1, entry._2)));
    }

    @Override
    public <K2 extends @Nullable Object, V2 extends @Nullable Object> SortedMap<K2, V2> flatMap(
            Comparator<? super K2> keyComparator,
            BiFunction<? super K, ? super V, ? extends Iterable<Tuple2<K2, V2>>> mapper) {
        Objects.requireNonNull(mapper, "mapper is null");
        return ordered(Orders.ours(keyComparator), iterator().flatMap(entry -> mapper.apply(entry._1, entry._2)));
    }

    // Objects

    /** A copy to be written, in O(1). */
    @Override
    public java.util.SortedMap<K, V> toJavaMap() {
        return map.mutableCopy();
    }

    /** By Vavr's rules: equal to every {@code Map} of Vavr's of the same size that contains each entry. */
    @Override
    @SuppressWarnings("unchecked") // contains of another type answers false, or that it cannot compare
    public boolean equals(@Nullable Object object) {
        if (object == this) {
            return true;
        }
        if (!(object instanceof Map<?, ?> other) || other.size() != map.size()) {
            return false;
        }
        try {
            return forAll(((Map<K, V>) other)::contains);
        } catch (ClassCastException e) {
            return false;
        }
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (Tuple2<K, V> entry : this) {
            hash += entry.hashCode();
        }
        return hash;
    }

    @Override
    public String stringPrefix() {
        return PREFIX;
    }

    @Override
    public String toString() {
        return mkString(PREFIX + "(", ", ", ")");
    }
}
