package dev.holstein.vavr;

import dev.holstein.core.Windows;
import dev.holstein.list.CowList;
import dev.holstein.list.PersistentList;
import io.vavr.PartialFunction;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.Tuple3;
import io.vavr.collection.HashSet;
import io.vavr.collection.IndexedSeq;
import io.vavr.collection.Iterator;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Collections;
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
 * A persistent list seen through Vavr's eyes: one object around it, and every result is around a list of ours again. What
 * cuts, joins, inserts or removes shares nodes; what maps or filters is one bulk write.
 *
 * @param list what is seen
 * @param <T> the type of the elements
 */
record ListAsIndexedSeq<T extends @Nullable Object>(PersistentList<T> list) implements IndexedSeq<T> {
    private static final String PREFIX = "PersistentList";

    /** A stream may hold a null. */
    ListAsIndexedSeq {
        Objects.requireNonNull(list, "list is null");
    }

    static <T extends @Nullable Object> ListAsIndexedSeq<T> of(PersistentList<T> list) {
        return new ListAsIndexedSeq<>(list);
    }

    private static <T extends @Nullable Object> ListAsIndexedSeq<T> none() {
        return of(PersistentList.empty());
    }

    /** The elements in a list, which is the list itself where it is one of ours. */
    @SuppressWarnings("unchecked") // immutable: a list of a narrower type is one of T
    private static <T extends @Nullable Object> PersistentList<T> listOf(Iterable<? extends T> elements) {
        if (elements instanceof ListAsIndexedSeq<?> seq) {
            return (PersistentList<T>) seq.list;
        }
        return PersistentList.copyOf(elements);
    }

    private static <T extends @Nullable Object> ListAsIndexedSeq<T> ofAll(Iterable<? extends T> elements) {
        return of(listOf(elements));
    }

    /** The same object for the same list: a call without effect answers what it was called on. */
    @SuppressWarnings("ReferenceEquality")
    private ListAsIndexedSeq<T> with(PersistentList<T> changed) {
        return changed == list ? this : of(changed);
    }

    private ListAsIndexedSeq<T> between(int from, int to) {
        return with(list.subList(from, to));
    }

    /** A number of elements within the length. */
    private int within(int count) {
        return Math.max(0, Math.min(count, list.size()));
    }

    private static NoSuchElementException noElement(String call) {
        return new NoSuchElementException(call + " of empty " + PREFIX);
    }

    private static UnsupportedOperationException nothingLeft(String call) {
        return new UnsupportedOperationException(call + " of empty " + PREFIX);
    }

    // What is there

    @Override
    public int length() {
        return list.size();
    }

    @Override
    public boolean isEmpty() {
        return list.isEmpty();
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
    public T get(int index) {
        return list.get(index);
    }

    @Override
    public T head() {
        if (list.isEmpty()) {
            throw noElement("head");
        }
        return list.get(0);
    }

    @Override
    public T last() {
        if (list.isEmpty()) {
            throw noElement("last");
        }
        return list.get(list.size() - 1);
    }

    @Override
    public Iterator<T> iterator() {
        return Iterator.ofAll(list.iterator());
    }

    @Override
    public void forEach(Consumer<? super T> action) {
        list.forEach(action);
    }

    @Override
    public boolean contains(T element) {
        return list.contains(element);
    }

    @Override
    public int indexOf(T element, int from) {
        int start = within(from);
        int found = list.subList(start, list.size()).indexOf(element);
        return found < 0 ? -1 : start + found;
    }

    @Override
    public int lastIndexOf(T element, int end) {
        return end < 0
                ? -1
                : list.subList(0, within(end) + (end < list.size() ? 1 : 0)).lastIndexOf(element);
    }

    private int indexOfFirst(Predicate<? super T> predicate) {
        int index = 0;
        for (T element : list) {
            if (predicate.test(element)) {
                return index;
            }
            index++;
        }
        return -1;
    }

    private int indexOfLast(Predicate<? super T> predicate) {
        var elements = list.listIterator(list.size());
        while (elements.hasPrevious()) {
            if (predicate.test(elements.previous())) {
                return elements.nextIndex();
            }
        }
        return -1;
    }

    // Ends

    @Override
    public IndexedSeq<T> append(T element) {
        return of(list.plus(element));
    }

    @Override
    public IndexedSeq<T> appendAll(Iterable<? extends T> elements) {
        Objects.requireNonNull(elements, "elements is null");
        return with(list.concat(listOf(elements)));
    }

    @Override
    public IndexedSeq<T> prepend(T element) {
        return of(list.plus(0, element));
    }

    @Override
    public IndexedSeq<T> prependAll(Iterable<? extends T> elements) {
        Objects.requireNonNull(elements, "elements is null");
        PersistentList<T> first = listOf(elements);
        return first.isEmpty() ? this : of(first.concat(list));
    }

    @Override
    public IndexedSeq<T> padTo(int length, T element) {
        return length <= list.size() ? this : of(list.plusAll(Collections.nCopies(length - list.size(), element)));
    }

    @Override
    public IndexedSeq<T> leftPadTo(int length, T element) {
        return length <= list.size() ? this : of(list.plusAll(0, Collections.nCopies(length - list.size(), element)));
    }

    @Override
    public IndexedSeq<T> init() {
        if (list.isEmpty()) {
            throw nothingLeft("init");
        }
        return dropRight(1);
    }

    @Override
    public Option<? extends IndexedSeq<T>> initOption() {
        return list.isEmpty() ? Option.none() : Option.some(init());
    }

    @Override
    public IndexedSeq<T> tail() {
        if (list.isEmpty()) {
            throw nothingLeft("tail");
        }
        return drop(1);
    }

    @Override
    public Option<? extends IndexedSeq<T>> tailOption() {
        return list.isEmpty() ? Option.none() : Option.some(tail());
    }

    // Parts

    @Override
    public IndexedSeq<T> take(int n) {
        return between(0, within(n));
    }

    @Override
    public IndexedSeq<T> drop(int n) {
        return between(within(n), list.size());
    }

    @Override
    public IndexedSeq<T> takeRight(int n) {
        return between(list.size() - within(n), list.size());
    }

    @Override
    public IndexedSeq<T> dropRight(int n) {
        return between(0, list.size() - within(n));
    }

    @Override
    public IndexedSeq<T> takeUntil(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        int index = indexOfFirst(predicate);
        return index < 0 ? this : take(index);
    }

    @Override
    public IndexedSeq<T> takeWhile(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return takeUntil(predicate.negate());
    }

    @Override
    public IndexedSeq<T> dropUntil(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        int index = indexOfFirst(predicate);
        return index < 0 ? none() : drop(index);
    }

    @Override
    public IndexedSeq<T> dropWhile(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return dropUntil(predicate.negate());
    }

    @Override
    public IndexedSeq<T> takeRightUntil(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return drop(indexOfLast(predicate) + 1);
    }

    @Override
    public IndexedSeq<T> takeRightWhile(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return takeRightUntil(predicate.negate());
    }

    @Override
    public IndexedSeq<T> dropRightUntil(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return take(indexOfLast(predicate) + 1);
    }

    @Override
    public IndexedSeq<T> dropRightWhile(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return dropRightUntil(predicate.negate());
    }

    @Override
    public IndexedSeq<T> slice(int beginIndex, int endIndex) {
        int from = within(beginIndex);
        return between(from, Math.max(from, within(endIndex)));
    }

    @Override
    public IndexedSeq<T> subSequence(int beginIndex) {
        return between(Objects.checkIndex(beginIndex, list.size() + 1), list.size());
    }

    @Override
    public IndexedSeq<T> subSequence(int beginIndex, int endIndex) {
        return between(beginIndex, endIndex);
    }

    @Override
    public Tuple2<? extends IndexedSeq<T>, ? extends IndexedSeq<T>> span(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return splitAt(predicate.negate());
    }

    @Override
    public Tuple2<? extends IndexedSeq<T>, ? extends IndexedSeq<T>> splitAt(int n) {
        return Tuple.of(take(n), drop(n));
    }

    @Override
    public Tuple2<? extends IndexedSeq<T>, ? extends IndexedSeq<T>> splitAt(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        int index = indexOfFirst(predicate);
        return splitAt(index < 0 ? list.size() : index);
    }

    @Override
    public Tuple2<? extends IndexedSeq<T>, ? extends IndexedSeq<T>> splitAtInclusive(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        int index = indexOfFirst(predicate);
        return splitAt(index < 0 ? list.size() : index + 1);
    }

    @Override
    public Iterator<? extends IndexedSeq<T>> grouped(int size) {
        return sliding(size, size);
    }

    @Override
    public Iterator<? extends IndexedSeq<T>> sliding(int size) {
        return sliding(size, 1);
    }

    @Override
    public Iterator<? extends IndexedSeq<T>> sliding(int size, int step) {
        return Iterator.ofAll(new Windows<>(list.size(), size, step, this::between));
    }

    @Override
    public Iterator<? extends IndexedSeq<T>> slideBy(Function<? super T, ?> classifier) {
        return iterator().slideBy(classifier).map(ListAsIndexedSeq::ofAll);
    }

    // Single elements

    @Override
    public IndexedSeq<T> insert(int index, T element) {
        return of(list.plus(index, element));
    }

    @Override
    public IndexedSeq<T> insertAll(int index, Iterable<? extends T> elements) {
        Objects.requireNonNull(elements, "elements is null");
        return with(list.plusAll(index, listOf(elements)));
    }

    @Override
    public IndexedSeq<T> update(int index, T element) {
        return with(list.with(index, element));
    }

    @Override
    public IndexedSeq<T> update(int index, Function<? super T, ? extends T> updater) {
        Objects.requireNonNull(updater, "updater is null");
        return update(index, updater.apply(list.get(index)));
    }

    @Override
    public IndexedSeq<T> patch(int from, Iterable<? extends T> that, int replaced) {
        int begin = Math.max(from, 0);
        int end = begin + Math.max(replaced, 0);
        return take(begin).appendAll(that).appendAll(drop(end));
    }

    @Override
    public IndexedSeq<T> remove(T element) {
        return with(list.minus((Object) element));
    }

    @Override
    public IndexedSeq<T> removeAt(int index) {
        return of(list.minus(index));
    }

    @Override
    public IndexedSeq<T> removeFirst(Predicate<T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        int index = indexOfFirst(predicate);
        return index < 0 ? this : removeAt(index);
    }

    @Override
    public IndexedSeq<T> removeLast(Predicate<T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        int index = indexOfLast(predicate);
        return index < 0 ? this : removeAt(index);
    }

    @Override
    public IndexedSeq<T> replace(T currentElement, T newElement) {
        int index = list.indexOf(currentElement);
        return index < 0 ? this : update(index, newElement);
    }

    @Override
    public IndexedSeq<T> replaceAll(T currentElement, T newElement) {
        return with(list.withAll(each -> Objects.equals(each, currentElement) ? newElement : each));
    }

    // All elements

    @Override
    public IndexedSeq<T> filter(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return reject(predicate.negate());
    }

    @Override
    public IndexedSeq<T> reject(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        return with(list.minusIf(predicate));
    }

    @Override
    public IndexedSeq<T> removeAll(T element) {
        return reject(each -> Objects.equals(each, element));
    }

    @Override
    public IndexedSeq<T> removeAll(Iterable<? extends T> elements) {
        Set<T> removed = HashSet.ofAll(elements);
        return reject(removed::contains);
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // Vavr's, not ours to be done away with
    public IndexedSeq<T> removeAll(Predicate<? super T> predicate) {
        return reject(predicate);
    }

    @Override
    public IndexedSeq<T> retainAll(Iterable<? extends T> elements) {
        Set<T> retained = HashSet.ofAll(elements);
        return filter(retained::contains);
    }

    @Override
    public Tuple2<? extends IndexedSeq<T>, ? extends IndexedSeq<T>> partition(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        CowList<T> chosen = new CowList<>();
        CowList<T> others = new CowList<>();
        list.forEach(each -> (predicate.test(each) ? chosen : others).add(each));
        return Tuple.of(of(chosen.snapshot()), of(others.snapshot()));
    }

    @Override
    public <C extends @Nullable Object> Map<C, ? extends IndexedSeq<T>> groupBy(
            Function<? super T, ? extends C> classifier) {
        Objects.requireNonNull(classifier, "classifier is null");
        java.util.Map<C, CowList<T>> groups = new java.util.LinkedHashMap<>();
        list.forEach(each -> groups.computeIfAbsent(classifier.apply(each), key -> new CowList<>())
                .add(each));
        return LinkedHashMap.<C, CowList<T>>ofAll(groups).mapValues(group -> of(group.snapshot()));
    }

    @Override
    public IndexedSeq<T> distinct() {
        return distinctBy(Function.identity());
    }

    @Override
    public IndexedSeq<T> distinctBy(Comparator<? super T> comparator) {
        Objects.requireNonNull(comparator, "comparator is null");
        java.util.Set<T> seen = new java.util.TreeSet<>(comparator);
        return filter(seen::add);
    }

    @Override
    public <U extends @Nullable Object> IndexedSeq<T> distinctBy(Function<? super T, ? extends U> keyExtractor) {
        Objects.requireNonNull(keyExtractor, "keyExtractor is null");
        java.util.Set<U> seen = new java.util.HashSet<>();
        return filter(each -> seen.add(keyExtractor.apply(each)));
    }

    @Override
    public IndexedSeq<T> distinctByKeepLast(Comparator<? super T> comparator) {
        return reverse().distinctBy(comparator).reverse();
    }

    @Override
    public <U extends @Nullable Object> IndexedSeq<T> distinctByKeepLast(
            Function<? super T, ? extends U> keyExtractor) {
        return reverse().distinctBy(keyExtractor).reverse();
    }

    /** Leaf by leaf: a list holds objects, and does not know of which type, so that one of T can become one of U. */
    @Override
    @SuppressWarnings("unchecked")
    public <U extends @Nullable Object> IndexedSeq<U> map(Function<? super T, ? extends U> mapper) {
        Objects.requireNonNull(mapper, "mapper is null");
        PersistentList<?> mapped = ((PersistentList<@Nullable Object>) list).withAll(each -> mapper.apply((T) each));
        return of((PersistentList<U>) mapped);
    }

    @Override
    public <U extends @Nullable Object> IndexedSeq<U> flatMap(
            Function<? super T, ? extends Iterable<? extends U>> mapper) {
        return ofAll(iterator().flatMap(mapper));
    }

    @Override
    public <R extends @Nullable Object> IndexedSeq<R> collect(PartialFunction<? super T, ? extends R> partialFunction) {
        return ofAll(iterator().<R>collect(partialFunction));
    }

    @Override
    public IndexedSeq<T> intersperse(T element) {
        return ofAll(iterator().intersperse(element));
    }

    @Override
    public IndexedSeq<T> reverse() {
        return list.size() < 2 ? this : of(list.reversed());
    }

    @Override
    public IndexedSeq<T> rotateLeft(int n) {
        if (list.isEmpty()) {
            return this;
        }
        int first = Math.floorMod(n, list.size());
        return first == 0 ? this : drop(first).appendAll(take(first));
    }

    @Override
    public IndexedSeq<T> rotateRight(int n) {
        return list.isEmpty() ? this : rotateLeft(-(n % list.size()));
    }

    @Override
    public IndexedSeq<T> shuffle() {
        CowList<T> shuffled = list.mutableCopy();
        Collections.shuffle(shuffled);
        return of(shuffled.snapshot());
    }

    @Override
    public IndexedSeq<T> sorted() {
        return with(list.sorted(null));
    }

    @Override
    public IndexedSeq<T> sorted(Comparator<? super T> comparator) {
        Objects.requireNonNull(comparator, "comparator is null");
        return with(list.sorted(comparator));
    }

    @Override
    public <U extends Comparable<? super U>> IndexedSeq<T> sortBy(Function<? super T, ? extends U> mapper) {
        return sortBy(Comparator.naturalOrder(), mapper);
    }

    /** The function is asked once an element. */
    @Override
    public <U extends @Nullable Object> IndexedSeq<T> sortBy(
            Comparator<? super U> comparator, Function<? super T, ? extends U> mapper) {
        Objects.requireNonNull(comparator, "comparator is null");
        Objects.requireNonNull(mapper, "mapper is null");
        IndexedSeq<Tuple2<U, T>> keyed = map(each -> Tuple.of(mapper.apply(each), each));
        return keyed.sorted((a, b) -> comparator.compare(a._1, b._1)).map(Tuple2::_2);
    }

    @Override
    public IndexedSeq<T> scan(T zero, BiFunction<? super T, ? super T, ? extends T> operation) {
        return scanLeft(zero, operation);
    }

    @Override
    public <U extends @Nullable Object> IndexedSeq<U> scanLeft(
            U zero, BiFunction<? super U, ? super T, ? extends U> operation) {
        return ofAll(iterator().scanLeft(zero, operation));
    }

    @Override
    public <U extends @Nullable Object> IndexedSeq<U> scanRight(
            U zero, BiFunction<? super T, ? super U, ? extends U> operation) {
        return ofAll(iterator().scanRight(zero, operation));
    }

    @Override
    public IndexedSeq<T> peek(Consumer<? super T> action) {
        Objects.requireNonNull(action, "action is null");
        if (!list.isEmpty()) {
            action.accept(list.get(0));
        }
        return this;
    }

    @Override
    public IndexedSeq<T> orElse(Iterable<? extends T> other) {
        return list.isEmpty() ? ofAll(other) : this;
    }

    @Override
    public IndexedSeq<T> orElse(Supplier<? extends Iterable<? extends T>> supplier) {
        return list.isEmpty() ? ofAll(supplier.get()) : this;
    }

    // Combined

    @Override
    public IndexedSeq<? extends IndexedSeq<T>> combinations() {
        return each(Vector.ofAll(list).combinations());
    }

    @Override
    public IndexedSeq<? extends IndexedSeq<T>> combinations(int k) {
        return each(Vector.ofAll(list).combinations(k));
    }

    @Override
    public IndexedSeq<? extends IndexedSeq<T>> permutations() {
        return each(Vector.ofAll(list).permutations());
    }

    private static <T extends @Nullable Object> IndexedSeq<IndexedSeq<T>> each(Vector<Vector<T>> parts) {
        return ofAll(parts.iterator().map(ListAsIndexedSeq::ofAll));
    }

    @Override
    public Iterator<? extends IndexedSeq<T>> crossProduct(int power) {
        return Vector.ofAll(list).crossProduct(power).map(ListAsIndexedSeq::ofAll);
    }

    @Override
    public <T1 extends @Nullable Object, T2 extends @Nullable Object>
            Tuple2<? extends IndexedSeq<T1>, ? extends IndexedSeq<T2>> unzip(
                    Function<? super T, Tuple2<? extends T1, ? extends T2>> unzipper) {
        IndexedSeq<Tuple2<? extends T1, ? extends T2>> pairs = map(unzipper);
        return Tuple.of(pairs.map(pair -> pair._1), pairs.map(pair -> pair._2));
    }

    @Override
    public <T1 extends @Nullable Object, T2 extends @Nullable Object, T3 extends @Nullable Object>
            Tuple3<? extends IndexedSeq<T1>, ? extends IndexedSeq<T2>, ? extends IndexedSeq<T3>> unzip3(
                    Function<? super T, Tuple3<? extends T1, ? extends T2, ? extends T3>> unzipper) {
        IndexedSeq<Tuple3<? extends T1, ? extends T2, ? extends T3>> triples = map(unzipper);
        return Tuple.of(triples.map(each -> each._1), triples.map(each -> each._2), triples.map(each -> each._3));
    }

    @Override
    public <U extends @Nullable Object> IndexedSeq<Tuple2<T, U>> zip(Iterable<? extends U> that) {
        return ofAll(iterator().zip(that));
    }

    @Override
    public <U extends @Nullable Object, R extends @Nullable Object> IndexedSeq<R> zipWith(
            Iterable<? extends U> that, BiFunction<? super T, ? super U, ? extends R> mapper) {
        return ofAll(iterator().zipWith(that, mapper));
    }

    @Override
    public <U extends @Nullable Object> IndexedSeq<Tuple2<T, U>> zipAll(
            Iterable<? extends U> that, T thisElem, U thatElem) {
        return ofAll(iterator().zipAll(that, thisElem, thatElem));
    }

    @Override
    public IndexedSeq<Tuple2<T, Integer>> zipWithIndex() {
        return ofAll(iterator().zipWithIndex());
    }

    @Override
    public <U extends @Nullable Object> IndexedSeq<U> zipWithIndex(
            BiFunction<? super T, ? super Integer, ? extends U> mapper) {
        return ofAll(iterator().zipWithIndex(mapper));
    }

    // Java's lists

    @Override
    public List<T> asJava() {
        return list;
    }

    @Override
    public IndexedSeq<T> asJava(Consumer<? super List<T>> action) {
        Objects.requireNonNull(action, "action is null");
        action.accept(list);
        return this;
    }

    @Override
    public List<T> asJavaMutable() {
        return list.mutableCopy();
    }

    @Override
    public IndexedSeq<T> asJavaMutable(Consumer<? super List<T>> action) {
        Objects.requireNonNull(action, "action is null");
        CowList<T> copy = list.mutableCopy();
        action.accept(copy);
        return with(copy.snapshot());
    }

    // Objects

    /** By Vavr's rules: equal to every {@code Seq} of equal elements in this order. */
    @Override
    public boolean equals(@Nullable Object object) {
        if (object == this) {
            return true;
        }
        return object instanceof io.vavr.collection.Seq<?> other
                && other.size() == list.size()
                && iterator().corresponds(other, Objects::equals);
    }

    @Override
    public int hashCode() {
        return list.hashCode();
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
