package dev.holstein.btree.vavr;

import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.core.Windows;
import io.vavr.PartialFunction;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.Tuple3;
import io.vavr.collection.HashSet;
import io.vavr.collection.Iterator;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.SortedSet;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A persistent set seen through Vavr's eyes: one object around it, and every result that is a set is around one of ours again.
 *
 * @param set what is seen
 * @param <T> the type of the elements
 */
record SetAsSortedSet<T extends @Nullable Object>(PersistentBTreeSet<T> set) implements SortedSet<T> {
    private static final String PREFIX = "PersistentBTreeSet";

    /** A stream may hold a null. */
    SetAsSortedSet {
        Objects.requireNonNull(set, "set is null");
    }

    static <T extends @Nullable Object> SetAsSortedSet<T> of(PersistentBTreeSet<T> set) {
        return new SetAsSortedSet<>(set);
    }

    private static <T extends @Nullable Object> SetAsSortedSet<T> natural(Iterable<? extends T> elements) {
        return of(Orders.setOf(null, elements));
    }

    /** The same object for the same set: a call without effect answers what it was called on. */
    @SuppressWarnings("ReferenceEquality")
    private SetAsSortedSet<T> with(PersistentBTreeSet<T> changed) {
        return changed == set ? this : of(changed);
    }

    /** Elements that come in any order, in the order of this set. */
    private SetAsSortedSet<T> ofAll(Iterable<? extends T> elements) {
        return of(Orders.setOf(set.comparator(), elements));
    }

    /** Elements of this set that come in its order. */
    private SetAsSortedSet<T> ofSorted(Iterable<? extends T> elements) {
        return of(PersistentBTreeSet.fromSorted(set.comparator(), elements));
    }

    private SetAsSortedSet<T> none() {
        return set.isEmpty() ? this : of(PersistentBTreeSet.empty(set.comparator()));
    }

    /** The elements between two indexes. O(log n). */
    private SetAsSortedSet<T> between(int from, int to) {
        int size = set.size();
        if (from >= to) {
            return none();
        }
        if (to < size) {
            return of(set.subSet(set.elementAt(from), true, set.elementAt(to), false)
                    .snapshot());
        }
        return from == 0 ? this : of(set.tailSet(set.elementAt(from), true).snapshot());
    }

    /** A number of elements within the size. */
    private int within(int count) {
        return Math.max(0, Math.min(count, set.size()));
    }

    private int countWhile(Predicate<? super T> predicate) {
        int count = 0;
        for (T element : set) {
            if (!predicate.test(element)) {
                break;
            }
            count++;
        }
        return count;
    }

    // What is there

    @Override
    public Comparator<T> comparator() {
        return Orders.vavrs(set.comparator());
    }

    @Override
    public int length() {
        return set.size();
    }

    @Override
    public boolean isEmpty() {
        return set.isEmpty();
    }

    @Override
    public boolean hasDefiniteSize() {
        return true;
    }

    @Override
    public boolean isTraversableAgain() {
        return true;
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
    public boolean contains(T element) {
        return set.contains(element);
    }

    @Override
    public T head() {
        if (set.isEmpty()) {
            throw new NoSuchElementException("head of empty " + PREFIX);
        }
        return set.first();
    }

    @Override
    public T last() {
        if (set.isEmpty()) {
            throw new NoSuchElementException("last of empty " + PREFIX);
        }
        return set.last();
    }

    @Override
    public Iterator<T> iterator() {
        return Iterator.ofAll(set.iterator());
    }

    @Override
    public void forEach(Consumer<? super T> action) {
        set.forEach(action);
    }

    @Override
    public <U extends @Nullable Object> U foldRight(U zero, BiFunction<? super T, ? super U, ? extends U> f) {
        Objects.requireNonNull(f, "f is null");
        U folded = zero;
        for (T element : set.descendingSet()) {
            folded = f.apply(element, folded);
        }
        return folded;
    }

    // Single elements

    @Override
    public SortedSet<T> add(T element) {
        return with(set.plus(element));
    }

    @Override
    public SortedSet<T> addAll(Iterable<? extends T> elements) {
        List<T> added = new ArrayList<>();
        elements.forEach(added::add);
        return with(set.plusAll(added));
    }

    @Override
    public SortedSet<T> remove(T element) {
        return with(set.minus(element));
    }

    /** The new element comes in place of one that is equal by the order. */
    @Override
    public SortedSet<T> replace(T currentElement, T newElement) {
        if (!set.contains(currentElement)) {
            return this;
        }
        return of(set.minus(currentElement).minus(newElement).plus(newElement));
    }

    @Override
    public SortedSet<T> replaceAll(T currentElement, T newElement) {
        return replace(currentElement, newElement);
    }

    // Algebra: with a sorted set by this set's order, and of equal elements the other set's stay; with any other set by
    // the equality
    // of elements

    private PersistentBTreeSet<T> inThisOrder(Set<? extends T> elements) {
        return elements instanceof SetAsSortedSet<? extends T> other
                ? PersistentBTreeSet.<T>empty(set.comparator()).plusAll(other.set)
                : Orders.setOf(set.comparator(), elements);
    }

    @Override
    public SortedSet<T> union(Set<? extends T> elements) {
        return elements instanceof SortedSet ? with(inThisOrder(elements).union(set)) : addAll(elements);
    }

    @Override
    public SortedSet<T> intersect(Set<? extends T> elements) {
        return elements instanceof SortedSet ? with(inThisOrder(elements).intersection(set)) : retainAll(elements);
    }

    @Override
    public SortedSet<T> diff(Set<? extends T> elements) {
        return elements instanceof SortedSet ? with(set.difference(inThisOrder(elements))) : removeAll(elements);
    }

    @Override
    public SortedSet<T> removeAll(Iterable<? extends T> elements) {
        Set<T> removed = HashSet.ofAll(elements);
        return reject(removed::contains);
    }

    @Override
    public SortedSet<T> retainAll(Iterable<? extends T> elements) {
        Set<T> retained = HashSet.ofAll(elements);
        return filter(retained::contains);
    }

    // Parts

    @Override
    public SortedSet<T> filter(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return reject(predicate.negate());
    }

    @Override
    public SortedSet<T> reject(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        CowBTreeSet<T> copy = set.mutableCopy();
        return copy.removeIf(predicate) ? of(copy.snapshot()) : this;
    }

    @Override
    public Tuple2<? extends SortedSet<T>, ? extends SortedSet<T>> partition(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        List<T> chosen = new ArrayList<>();
        List<T> others = new ArrayList<>();
        set.forEach(each -> (predicate.test(each) ? chosen : others).add(each));
        return Tuple.of(ofSorted(chosen), ofSorted(others));
    }

    @Override
    public <C extends @Nullable Object> Map<C, ? extends SortedSet<T>> groupBy(
            Function<? super T, ? extends C> classifier) {
        Objects.requireNonNull(classifier, "classifier is null");
        java.util.Map<C, List<T>> groups = new java.util.LinkedHashMap<>();
        set.forEach(each -> groups.computeIfAbsent(classifier.apply(each), key -> new ArrayList<>())
                .add(each));
        return LinkedHashMap.<C, List<T>>ofAll(groups).mapValues(this::ofSorted);
    }

    @Override
    public SortedSet<T> distinct() {
        return this;
    }

    @Override
    public SortedSet<T> distinctBy(Comparator<? super T> comparator) {
        Objects.requireNonNull(comparator, "comparator is null");
        java.util.Set<T> seen = new java.util.TreeSet<>(comparator);
        return filter(seen::add);
    }

    @Override
    public <U extends @Nullable Object> SortedSet<T> distinctBy(Function<? super T, ? extends U> keyExtractor) {
        Objects.requireNonNull(keyExtractor, "keyExtractor is null");
        java.util.Set<U> seen = new java.util.HashSet<>();
        return filter(each -> seen.add(keyExtractor.apply(each)));
    }

    @Override
    public SortedSet<T> take(int n) {
        return between(0, within(n));
    }

    @Override
    public SortedSet<T> drop(int n) {
        return between(within(n), set.size());
    }

    @Override
    public SortedSet<T> takeRight(int n) {
        return between(set.size() - within(n), set.size());
    }

    @Override
    public SortedSet<T> dropRight(int n) {
        return between(0, set.size() - within(n));
    }

    @Override
    public SortedSet<T> takeWhile(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return take(countWhile(predicate));
    }

    @Override
    public SortedSet<T> takeUntil(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return takeWhile(predicate.negate());
    }

    @Override
    public SortedSet<T> dropWhile(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return drop(countWhile(predicate));
    }

    @Override
    public SortedSet<T> dropUntil(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return dropWhile(predicate.negate());
    }

    @Override
    public Tuple2<? extends SortedSet<T>, ? extends SortedSet<T>> span(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        int count = countWhile(predicate);
        return Tuple.of(take(count), drop(count));
    }

    @Override
    public SortedSet<T> init() {
        if (set.isEmpty()) {
            throw new UnsupportedOperationException("init of empty " + PREFIX);
        }
        return dropRight(1);
    }

    @Override
    public Option<? extends SortedSet<T>> initOption() {
        return set.isEmpty() ? Option.none() : Option.some(init());
    }

    @Override
    public SortedSet<T> tail() {
        if (set.isEmpty()) {
            throw new UnsupportedOperationException("tail of empty " + PREFIX);
        }
        return drop(1);
    }

    @Override
    public Option<? extends SortedSet<T>> tailOption() {
        return set.isEmpty() ? Option.none() : Option.some(tail());
    }

    @Override
    public Iterator<? extends SortedSet<T>> grouped(int size) {
        return sliding(size, size);
    }

    @Override
    public Iterator<? extends SortedSet<T>> sliding(int size) {
        return sliding(size, 1);
    }

    @Override
    public Iterator<? extends SortedSet<T>> sliding(int size, int step) {
        return Iterator.ofAll(new Windows<>(set.size(), size, step, this::between));
    }

    @Override
    public Iterator<? extends SortedSet<T>> slideBy(Function<? super T, ?> classifier) {
        return iterator().slideBy(classifier).map(this::ofSorted);
    }

    // Other elements, in their natural order where none is given

    @Override
    public <U extends @Nullable Object> SortedSet<U> map(Function<? super T, ? extends U> mapper) {
        return natural(iterator().map(mapper));
    }

    @Override
    public <U extends @Nullable Object> SortedSet<U> map(
            Comparator<? super U> comparator, Function<? super T, ? extends U> mapper) {
        return of(Orders.setOf(Orders.ours(comparator), iterator().map(mapper)));
    }

    @Override
    public SortedSet<Void> mapToVoid() {
        return map((unused, unusedToo) -> 0, element -> null);
    }

    @Override
    public <U extends @Nullable Object> SortedSet<U> flatMap(
            Function<? super T, ? extends Iterable<? extends U>> mapper) {
        return natural(iterator().flatMap(mapper));
    }

    @Override
    public <U extends @Nullable Object> SortedSet<U> flatMap(
            Comparator<? super U> comparator, Function<? super T, ? extends Iterable<? extends U>> mapper) {
        return of(Orders.setOf(Orders.ours(comparator), iterator().flatMap(mapper)));
    }

    @Override
    public <R extends @Nullable Object> SortedSet<R> collect(PartialFunction<? super T, ? extends R> partialFunction) {
        return natural(iterator().<R>collect(partialFunction));
    }

    @Override
    public SortedSet<T> scan(T zero, BiFunction<? super T, ? super T, ? extends T> operation) {
        return ofAll(iterator().scanLeft(zero, operation));
    }

    @Override
    public <U extends @Nullable Object> Set<U> scanLeft(
            U zero, BiFunction<? super U, ? super T, ? extends U> operation) {
        return sortedIfComparable(zero, iterator().scanLeft(zero, operation));
    }

    @Override
    public <U extends @Nullable Object> Set<U> scanRight(
            U zero, BiFunction<? super T, ? super U, ? extends U> operation) {
        return sortedIfComparable(zero, iterator().scanRight(zero, operation));
    }

    private static <U extends @Nullable Object> Set<U> sortedIfComparable(U zero, Iterator<U> scanned) {
        return zero instanceof Comparable ? natural(scanned) : HashSet.ofAll(scanned);
    }

    @Override
    public SortedSet<T> peek(Consumer<? super T> action) {
        Objects.requireNonNull(action, "action is null");
        if (!set.isEmpty()) {
            action.accept(set.first());
        }
        return this;
    }

    @Override
    public SortedSet<T> orElse(Iterable<? extends T> other) {
        return set.isEmpty() ? ofAll(other) : this;
    }

    @Override
    public SortedSet<T> orElse(Supplier<? extends Iterable<? extends T>> supplier) {
        return set.isEmpty() ? ofAll(supplier.get()) : this;
    }

    // Pairs

    @Override
    public <T1 extends @Nullable Object, T2 extends @Nullable Object>
            Tuple2<? extends SortedSet<T1>, ? extends SortedSet<T2>> unzip(
                    Function<? super T, Tuple2<? extends T1, ? extends T2>> unzipper) {
        Tuple2<Iterator<T1>, Iterator<T2>> parts = iterator().unzip(unzipper);
        return Tuple.of(natural(parts._1), natural(parts._2));
    }

    @Override
    public <T1 extends @Nullable Object, T2 extends @Nullable Object, T3 extends @Nullable Object>
            Tuple3<? extends SortedSet<T1>, ? extends SortedSet<T2>, ? extends SortedSet<T3>> unzip3(
                    Function<? super T, Tuple3<? extends T1, ? extends T2, ? extends T3>> unzipper) {
        Tuple3<Iterator<T1>, Iterator<T2>, Iterator<T3>> parts = iterator().unzip3(unzipper);
        return Tuple.of(natural(parts._1), natural(parts._2), natural(parts._3));
    }

    @Override
    public <U extends @Nullable Object> SortedSet<Tuple2<T, U>> zip(Iterable<? extends U> that) {
        return zipWith(that, Tuple::of);
    }

    @Override
    public <U extends @Nullable Object, R extends @Nullable Object> SortedSet<R> zipWith(
            Iterable<? extends U> that, BiFunction<? super T, ? super U, ? extends R> mapper) {
        return natural(iterator().zipWith(that, mapper));
    }

    /** Ordered by this set's order, then by the natural order of the other elements. */
    @Override
    public <U extends @Nullable Object> SortedSet<Tuple2<T, U>> zipAll(
            Iterable<? extends U> that, T thisElem, U thatElem) {
        Comparator<Tuple2<T, U>> order = Tuple2.comparator(comparator(), Orders.<U>vavrs(null));
        return of(Orders.setOf(order, iterator().zipAll(that, thisElem, thatElem)));
    }

    @Override
    public SortedSet<Tuple2<T, Integer>> zipWithIndex() {
        Comparator<T> order = comparator();
        return of(PersistentBTreeSet.fromSorted(
                (a, b) -> order.compare(a._1, b._1), iterator().zipWithIndex()));
    }

    @Override
    public <U extends @Nullable Object> SortedSet<U> zipWithIndex(
            BiFunction<? super T, ? super Integer, ? extends U> mapper) {
        return natural(iterator().zipWithIndex(mapper));
    }

    // Objects

    /** A copy to be written, in O(1). */
    @Override
    public java.util.SortedSet<T> toJavaSet() {
        return set.mutableCopy();
    }

    /** By Vavr's rules: equal to every {@code Set} of Vavr's of the same size that contains each element. */
    @Override
    @SuppressWarnings("unchecked") // contains of another type answers false, or that it cannot compare
    public boolean equals(@Nullable Object object) {
        if (object == this) {
            return true;
        }
        if (!(object instanceof Set<?> other) || other.size() != set.size()) {
            return false;
        }
        try {
            return forAll(((Set<T>) other)::contains);
        } catch (ClassCastException e) {
            return false;
        }
    }

    @Override
    public int hashCode() {
        return 1 + set.hashCode();
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
