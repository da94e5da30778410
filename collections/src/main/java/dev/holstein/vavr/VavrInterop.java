package dev.holstein.vavr;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.CowDoubleArray;
import dev.holstein.array.CowIntArray;
import dev.holstein.array.CowLongArray;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListSplit;
import dev.holstein.list.PersistentList;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Array;
import io.vavr.collection.IndexedSeq;
import io.vavr.collection.Traversable;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lists and arrays from and to Vavr's collections. Choose {@link #asIndexedSeq} where a method wants a Vavr type and the list
 * stays ours; {@code toVavr…} where the result shall be Vavr's own; {@code fromVavr…} for the way back.
 *
 * <p><b>Cost.</b> {@code as…} is O(1), {@code fromVavr} of an adapter too. {@code toVavr…} and {@code fromVavr…} are O(n): one
 * array of the right length, or one bulk load.
 *
 * <p><b>Nulls.</b> Elements may be null on both sides, but for numbers. A collection given as null is refused with a {@link
 * NullPointerException}. An {@code Option} is empty where there is no element, and {@code Some(null)} where the element is null.
 *
 * <p><b>Threads.</b> A {@link ConcurrentList} is read in one version.
 *
 * <pre>{@code
 * PersistentList<String> list = PersistentList.of("a", "b", "c");
 * io.vavr.collection.IndexedSeq<String> seq = VavrInterop.asIndexedSeq(list);
 * assert seq.equals(io.vavr.collection.Vector.of("a", "b", "c"));
 * assert VavrInterop.fromVavr(seq.append("d").drop(1)).equals(List.of("b", "c", "d"));
 * assert VavrInterop.getOption(list, 7).isEmpty();
 * }</pre>
 */
@SuppressWarnings("exports") // who has Vavr reads it; who has not need not
public final class VavrInterop {
    private VavrInterop() {}

    // Adapters

    /**
     * A list as Vavr's {@code IndexedSeq}, in O(1); equal to every Vavr {@code Seq} of equal elements. Its results are such
     * adapters again, and its {@code asJava()} is the list.
     *
     * @param list the list, which the adapter is around
     * @param <E> the type of the elements
     * @return the adapter
     */
    public static <E extends @Nullable Object> IndexedSeq<E> asIndexedSeq(PersistentList<E> list) {
        return ListAsIndexedSeq.of(list);
    }

    /**
     * Collects a stream into a persistent list as an {@code IndexedSeq}.
     *
     * @param <E> the type of the elements
     * @return the collector
     */
    public static <E extends @Nullable Object> Collector<E, ?, IndexedSeq<E>> toIndexedSeq() {
        return Collectors.collectingAndThen(PersistentList.<E>toPersistentList(), VavrInterop::asIndexedSeq);
    }

    // From Vavr

    /**
     * The elements of a Vavr collection in its order; O(n), O(1) for an {@linkplain #asIndexedSeq adapter}.
     *
     * @param elements the elements
     * @param <E> their type
     * @return the list
     */
    @SuppressWarnings("unchecked") // immutable: a list of a narrower type is one of E
    public static <E extends @Nullable Object> PersistentList<E> fromVavr(Traversable<? extends E> elements) {
        Objects.requireNonNull(elements, "elements is null");
        if (elements instanceof ListAsIndexedSeq<?> adapter) {
            return (PersistentList<E>) adapter.list();
        }
        return PersistentList.copyOf(elements);
    }

    /**
     * The elements of a Vavr collection in a list for one thread at a time; O(n), O(1) for an adapter.
     *
     * @param elements the elements
     * @param <E> their type
     * @return the list
     */
    public static <E extends @Nullable Object> CowList<E> fromVavrMutable(Traversable<? extends E> elements) {
        return VavrInterop.<E>fromVavr(elements).mutableCopy();
    }

    /**
     * The elements of a Vavr collection in a list for any thread; O(n), O(1) for an adapter.
     *
     * @param elements the elements
     * @param <E> their type
     * @return the list
     */
    public static <E extends @Nullable Object> ConcurrentList<E> fromVavrConcurrent(Traversable<? extends E> elements) {
        return new ConcurrentList<>(VavrInterop.<E>fromVavr(elements));
    }

    /**
     * The elements of a Vavr collection in an array, to be closed.
     *
     * @param elements the elements
     * @param options page size, pool and leak detection
     * @param <E> their type
     * @return the array
     */
    @SuppressWarnings("unchecked") // an array of objects, which the array copies
    public static <E extends @Nullable Object> CowArray<E> fromVavrArray(
            Traversable<? extends E> elements, ArrayOptions options) {
        return CowArray.copyOf((E[]) elements.toJavaArray(), options);
    }

    /**
     * Bytes in an array, to be closed.
     *
     * @param bytes the bytes
     * @param options page size, pool and leak detection
     * @return the array
     * @throws NullPointerException if one is null
     */
    public static CowByteArray fromVavrBytes(Traversable<Byte> bytes, ArrayOptions options) {
        Object[] boxed = bytes.toJavaArray(); // an iterator is walked over once
        byte[] copy = new byte[boxed.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = (Byte) boxed[i];
        }
        return CowByteArray.copyOf(copy, options);
    }

    /**
     * Integers in an array, to be closed.
     *
     * @param numbers the integers
     * @param options page size, pool and leak detection
     * @return the array
     * @throws NullPointerException if one is null
     */
    public static CowIntArray fromVavrInts(Traversable<Integer> numbers, ArrayOptions options) {
        return CowIntArray.copyOf(
                numbers.toJavaStream().mapToInt(Integer::intValue).toArray(), options);
    }

    /**
     * Long integers in an array, to be closed.
     *
     * @param numbers the long integers
     * @param options page size, pool and leak detection
     * @return the array
     * @throws NullPointerException if one is null
     */
    public static CowLongArray fromVavrLongs(Traversable<Long> numbers, ArrayOptions options) {
        return CowLongArray.copyOf(
                numbers.toJavaStream().mapToLong(Long::longValue).toArray(), options);
    }

    /**
     * Numbers in an array, to be closed.
     *
     * @param numbers the numbers
     * @param options page size, pool and leak detection
     * @return the array
     * @throws NullPointerException if one is null
     */
    public static CowDoubleArray fromVavrDoubles(Traversable<Double> numbers, ArrayOptions options) {
        return CowDoubleArray.copyOf(
                numbers.toJavaStream().mapToDouble(Double::doubleValue).toArray(), options);
    }

    // To Vavr

    /**
     * A list as Vavr's vector.
     *
     * @param list a list of any face, a part of one, or any other
     * @param <E> the type of the elements
     * @return the vector
     */
    @SuppressWarnings("unchecked") // a vector of its own, never written
    public static <E extends @Nullable Object> Vector<E> toVavrVector(List<? extends E> list) {
        return (Vector<E>) Vector.of(list.toArray());
    }

    /**
     * A list as Vavr's linked list.
     *
     * @param list a list of any face, a part of one, or any other
     * @param <E> the type of the elements
     * @return the list
     */
    @SuppressWarnings("unchecked") // a list of its own, never written
    public static <E extends @Nullable Object> io.vavr.collection.List<E> toVavrList(List<? extends E> list) {
        return (io.vavr.collection.List<E>) io.vavr.collection.List.of(list.toArray());
    }

    /**
     * A list as Vavr's array.
     *
     * @param list a list of any face, a part of one, or any other
     * @param <E> the type of the elements
     * @return the array
     */
    @SuppressWarnings("unchecked") // an array of its own, never written
    public static <E extends @Nullable Object> Array<E> toVavrArray(List<? extends E> list) {
        return (Array<E>) Array.of(list.toArray());
    }

    /**
     * An array's elements as Vavr's vector.
     *
     * @param array the array
     * @param <E> the type of the elements
     * @return the vector
     * @throws IllegalStateException if the array is closed
     * @throws IllegalArgumentException if it is too long for a Java array
     */
    @SuppressWarnings("unchecked") // a vector of its own, never written
    public static <E extends @Nullable Object> Vector<E> toVavrVector(CowArray<E> array) {
        Object[] copy = new Object[lengthOf(array.length())];
        array.read(0, (E[]) copy, 0, copy.length);
        return (Vector<E>) Vector.of(copy);
    }

    /**
     * Bytes as Vavr's vector, which keeps them unboxed.
     *
     * @param array the array
     * @return the vector
     * @throws IllegalStateException if the array is closed
     * @throws IllegalArgumentException if it is too long for a Java array
     */
    public static Vector<Byte> toVavrVector(CowByteArray array) {
        byte[] copy = new byte[lengthOf(array.length())];
        array.read(0, copy, 0, copy.length);
        return Vector.ofAll(copy);
    }

    /**
     * Integers as Vavr's vector, which keeps them unboxed.
     *
     * @param array the array
     * @return the vector
     * @throws IllegalStateException if the array is closed
     * @throws IllegalArgumentException if it is too long for a Java array
     */
    public static Vector<Integer> toVavrVector(CowIntArray array) {
        int[] copy = new int[lengthOf(array.length())];
        array.read(0, copy, 0, copy.length);
        return Vector.ofAll(copy);
    }

    /**
     * Long integers as Vavr's vector, which keeps them unboxed.
     *
     * @param array the array
     * @return the vector
     * @throws IllegalStateException if the array is closed
     * @throws IllegalArgumentException if it is too long for a Java array
     */
    public static Vector<Long> toVavrVector(CowLongArray array) {
        long[] copy = new long[lengthOf(array.length())];
        array.read(0, copy, 0, copy.length);
        return Vector.ofAll(copy);
    }

    /**
     * Numbers as Vavr's vector, which keeps them unboxed.
     *
     * @param array the array
     * @return the vector
     * @throws IllegalStateException if the array is closed
     * @throws IllegalArgumentException if it is too long for a Java array
     */
    public static Vector<Double> toVavrVector(CowDoubleArray array) {
        double[] copy = new double[lengthOf(array.length())];
        array.read(0, copy, 0, copy.length);
        return Vector.ofAll(copy);
    }

    private static int lengthOf(long length) {
        if (length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "length " + length + " is beyond what a Vavr vector can hold, " + Integer.MAX_VALUE);
        }
        return (int) length;
    }

    // Accessors

    /**
     * The element at an index, or none if the index is out of bounds.
     *
     * @param list any list
     * @param index the index, in elements from the first one on
     * @param <E> the type of the elements
     * @return the element, or none
     */
    public static <E extends @Nullable Object> Option<E> getOption(List<? extends E> list, int index) {
        try {
            return Option.some(list.get(index)); // one question: between two of them others may write
        } catch (IndexOutOfBoundsException e) {
            return Option.none();
        }
    }

    /**
     * The first element, or none if the list is empty.
     *
     * @param list any list
     * @param <E> the type of the elements
     * @return the element, or none
     */
    public static <E extends @Nullable Object> Option<E> headOption(List<? extends E> list) {
        return getOption(list, 0);
    }

    /**
     * The last element, or none if the list is empty.
     *
     * @param list any list
     * @param <E> the type of the elements
     * @return the element, or none
     */
    public static <E extends @Nullable Object> Option<E> lastOption(List<? extends E> list) {
        List<? extends E> version =
                list instanceof ConcurrentList<? extends E> concurrent ? concurrent.snapshot() : list;
        return getOption(version, version.size() - 1);
    }

    /**
     * The first element that a predicate holds for, or none. O(n).
     *
     * @param list any list
     * @param predicate asked in the list's order, until it holds
     * @param <E> the type of the elements
     * @return the element, or none
     */
    public static <E extends @Nullable Object> Option<E> findOption(
            List<? extends E> list, Predicate<? super E> predicate) {
        Objects.requireNonNull(predicate, "predicate is null");
        for (E each : list) {
            if (predicate.test(each)) {
                return Option.some(each);
            }
        }
        return Option.none();
    }

    /**
     * The index of the first equal element, in elements from the first one on, or none. O(n).
     *
     * @param list any list
     * @param element the element
     * @return the index, or none
     */
    public static Option<Integer> indexOfOption(List<?> list, @Nullable Object element) {
        int index = list.indexOf(element);
        return Option.when(index >= 0, index);
    }

    /**
     * The first element and the list without it, or none if the list is empty. O(log n).
     *
     * @param list the list
     * @param <E> the type of the elements
     * @return both, or none
     */
    public static <E extends @Nullable Object> Option<Tuple2<E, PersistentList<E>>> headAndTail(
            PersistentList<E> list) {
        return list.isEmpty() ? Option.none() : Option.some(Tuple.of(list.get(0), list.subList(1, list.size())));
    }

    /**
     * The list without its last element, and that element, or none if the list is empty. O(log n).
     *
     * @param list the list
     * @param <E> the type of the elements
     * @return both, or none
     */
    public static <E extends @Nullable Object> Option<Tuple2<PersistentList<E>, E>> initAndLast(
            PersistentList<E> list) {
        int last = list.size() - 1;
        return last < 0 ? Option.none() : Option.some(Tuple.of(list.subList(0, last), list.get(last)));
    }

    /**
     * The list cut in two before an index. O(log n).
     *
     * @param list the list
     * @param index the index, from 0 to the size
     * @param <E> the type of the elements
     * @return what is before, and what follows
     * @throws IndexOutOfBoundsException if the index is negative or beyond the size
     */
    public static <E extends @Nullable Object> Tuple2<PersistentList<E>, PersistentList<E>> split(
            PersistentList<E> list, int index) {
        ListSplit<E> parts = list.split(index);
        return Tuple.of(parts.before(), parts.after());
    }
}
