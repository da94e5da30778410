package dev.holstein.array;

import dev.holstein.core.Checks;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A copy-on-write array of references: of fixed length, beyond 2<sup>31</sup> elements if need be, sparse, shared in O(1) by {@link
 * #snapshot()}, copied page by page when it is written.
 *
 * <pre>{@code
 * try (CowArray<String> names = CowArray.copyOf(new String[] {"ann", "bob", "cy"});
 *         CowArray<String> before = names.snapshot()) {    // copies nothing
 *     names.set(1, "bea");                                 // copies one page
 *     assert names.get(1).equals("bea") && before.get(1).equals("bob");
 *     assert names.mismatch(before) == 1;
 * }
 * }</pre>
 *
 * <p><b>Choose it when</b> a large array must be frozen, forked or handed over while it is written; <b>prefer</b> a plain array when
 * it is small or never shared. Handles, costs, threads and equality are those of {@link PagedArray}; elements are compared by {@code
 * equals}, and may be null.
 *
 * <p><b>Iteration.</b> {@link #forEach}, {@link #iterator()} and {@link #stream()} read the array as it is when they come to an element.
 *
 * @param <E> the type of the elements
 */
public final class CowArray<E> extends PagedArray<CowArray<E>> implements Iterable<E> {
    private CowArray(PageTree tree) {
        super(tree);
    }

    private static <E> CowArray<E> of(long length, @Nullable Object ground, ArrayOptions options) {
        Checks.notNull(options, "options");
        return new CowArray<>(new PageTree(new Paging(CowArray.class, ReferencePages.FORMAT, length, options), ground));
    }

    /**
     * An array of nulls. Takes no memory for pages until they are written.
     *
     * @param <E> the type of the elements
     * @param length how many elements
     * @return the array
     * @throws IllegalArgumentException if the length is negative, or above 2<sup>62</sup>
     */
    public static <E> CowArray<E> ofLength(long length) {
        return ofLength(length, ArrayOptions.defaults());
    }

    /**
     * An array of nulls. Takes no memory for pages until they are written.
     *
     * @param <E> the type of the elements
     * @param length how many elements
     * @param options how it is kept
     * @return the array
     * @throws IllegalArgumentException if the length is negative, or above 2<sup>62</sup>, or the pool is off the heap
     * @throws NullPointerException if the options are null
     */
    public static <E> CowArray<E> ofLength(long length, ArrayOptions options) {
        return of(length, null, options);
    }

    /**
     * A copy of an array. O(n).
     *
     * @param <E> the type of the elements
     * @param elements the elements
     * @return the copy
     * @throws NullPointerException if the array is null
     */
    public static <E> CowArray<E> copyOf(E[] elements) {
        return copyOf(elements, ArrayOptions.defaults());
    }

    /**
     * A copy of an array. O(n).
     *
     * @param <E> the type of the elements
     * @param elements the elements
     * @param options how the copy is kept
     * @return the copy
     * @throws IllegalArgumentException if the pool is off the heap
     * @throws NullPointerException if an argument is null
     */
    public static <E> CowArray<E> copyOf(E[] elements, ArrayOptions options) {
        CowArray<E> copy = ofLength(Checks.notNull(elements, "elements").length, options);
        copy.write(0, elements);
        return copy;
    }

    /**
     * An array over one that is there already, which is read but never written: the first write to a page copies it. Whoever
     * wraps an array must not change it any more. O(1).
     *
     * @param <E> the type of the elements
     * @param elements the elements, not copied
     * @return the array
     * @throws NullPointerException if the array is null
     */
    public static <E> CowArray<E> wrap(E[] elements) {
        return wrap(elements, ArrayOptions.defaults());
    }

    /**
     * An array over one that is there already, which is read but never written: the first write to a page copies it. Whoever
     * wraps an array must not change it any more. O(1).
     *
     * @param <E> the type of the elements
     * @param elements the elements, not copied
     * @param options how pages that are written are kept
     * @return the array
     * @throws IllegalArgumentException if the pool is off the heap
     * @throws NullPointerException if an argument is null
     */
    public static <E> CowArray<E> wrap(E[] elements, ArrayOptions options) {
        return of(Checks.notNull(elements, "elements").length, elements, options);
    }

    @Override
    public CowArray<E> snapshot() {
        CowArray<E> other = new CowArray<>(tree.share());
        tell(other);
        fence();
        return other;
    }

    /**
     * An element.
     *
     * @param index its index
     * @return the element, or null
     * @throws IndexOutOfBoundsException if there is no such index
     * @throws IllegalStateException if this handle is closed
     */
    @SuppressWarnings("unchecked") // only elements are ever put in
    public @Nullable E get(long index) {
        Object memory = readable(index);
        Object element = memory instanceof Object[] heap
                ? heap[(int) index & offsetMask]
                : ReferencePages.get(tree.ground(), (int) index);
        fence();
        return (E) element;
    }

    /**
     * Replaces an element. A page that another handle shows is copied first.
     *
     * @param index its index
     * @param element the new element, or null
     * @throws IndexOutOfBoundsException if there is no such index
     * @throws IllegalStateException if this handle is closed
     */
    public void set(long index, @Nullable E element) {
        @Nullable Object[] page = (@Nullable Object[]) writable(index);
        page[(int) index & offsetMask] = element;
        fence();
    }

    /**
     * Replaces an element.
     *
     * @param index its index
     * @param element the new element, or null
     * @return the element that was there, or null
     * @throws IndexOutOfBoundsException if there is no such index
     * @throws IllegalStateException if this handle is closed
     */
    @SuppressWarnings("unchecked") // only elements are ever put in
    public @Nullable E getAndSet(long index, @Nullable E element) {
        @Nullable Object[] page = (@Nullable Object[]) writable(index);
        int offset = (int) index & offsetMask;
        Object before = page[offset];
        page[offset] = element;
        fence();
        return (E) before;
    }

    /**
     * Copies elements from here into an array, all of which is filled. O(n), at the speed of {@code System.arraycopy}.
     *
     * @param from the first index
     * @param target the array to fill
     * @throws ArrayStoreException if an element is of a type that the array cannot hold; those before it are copied
     * @throws IndexOutOfBoundsException if there are not as many elements
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the array is null
     */
    public void read(long from, @Nullable Object[] target) {
        read(from, target, 0, Checks.notNull(target, "target").length);
    }

    /**
     * Copies elements from here into an array. O(n), at the speed of {@code System.arraycopy}.
     *
     * @param from the first index
     * @param target the array to copy into
     * @param targetFrom the first index there
     * @param count how many elements
     * @throws ArrayStoreException if an element is of a type that the array cannot hold; those before it are copied
     * @throws IndexOutOfBoundsException if one of the ranges does not lie within its array; nothing is copied
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the array is null
     */
    public void read(long from, @Nullable Object[] target, int targetFrom, int count) {
        Checks.notNull(target, "target");
        checkRange(from, count);
        Checks.range(targetFrom, count, target.length);
        copyOut(from, target, targetFrom, count);
    }

    /**
     * Copies all elements of an array to here. O(n), at the speed of {@code System.arraycopy}.
     *
     * @param from the first index to write
     * @param source the array to copy
     * @throws IndexOutOfBoundsException if there is not as much room; nothing is written
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the array is null
     */
    public void write(long from, @Nullable E[] source) {
        write(from, source, 0, Checks.notNull(source, "source").length);
    }

    /**
     * Copies elements of an array to here. O(n), at the speed of {@code System.arraycopy}. Shared pages that are written from end to
     * end are not copied before.
     *
     * @param from the first index to write
     * @param source the array to copy from
     * @param sourceFrom the first index there
     * @param count how many elements
     * @throws IndexOutOfBoundsException if one of the ranges does not lie within its array; nothing is written
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the array is null
     */
    public void write(long from, @Nullable E[] source, int sourceFrom, int count) {
        Checks.notNull(source, "source");
        checkRange(from, count);
        Checks.range(sourceFrom, count, source.length);
        copyIn(from, source, sourceFrom, count);
    }

    /**
     * Sets all elements. Null gives up all memory: see {@link #clear}. O(n).
     *
     * @param element the element, or null
     * @throws IllegalStateException if this handle is closed
     */
    public void fill(@Nullable E element) {
        fill(0, length(), element);
    }

    /**
     * Sets all elements of a range. Null gives up the memory of pages that lie within it: see {@link #clear}. O(n).
     *
     * @param from the first index
     * @param to the index after the last one
     * @param element the element, or null
     * @throws IndexOutOfBoundsException if the range does not lie within the array; nothing is written
     * @throws IllegalStateException if this handle is closed
     */
    public void fill(long from, long to, @Nullable E element) {
        checkRange(from, to - from);
        if (element == null) {
            clear(from, to);
            return;
        }
        for (long index = from; index < to; ) {
            int elements = stretch(index, to);
            int offset = (int) index & offsetMask;
            Arrays.fill((Object[]) fillable(index, elements), offset, offset + elements, element);
            index += elements;
        }
        fence();
    }

    /**
     * Shows all elements, in order. The function may write to this array, and is then shown what it wrote further on.
     *
     * @param action is shown each element
     * @throws IllegalStateException if this handle is closed, also by the function
     * @throws NullPointerException if the function is null
     */
    @Override
    public void forEach(Consumer<? super E> action) {
        Checks.notNull(action, "action");
        checkRange(0, 0);
        for (long index = 0; index < length(); index++) {
            action.accept(get(index));
        }
    }

    /**
     * The elements in order.
     *
     * @return an iterator that reads the array as it is when it comes to an element, and cannot remove
     * @throws IllegalStateException if this handle is closed, now or later
     */
    @Override
    public Iterator<E> iterator() {
        checkRange(0, 0);
        return new Iterator<>() {
            private long next;

            @Override
            public boolean hasNext() {
                return next < length();
            }

            @Override
            @SuppressWarnings("NullAway") // elements may be null
            public E next() {
                if (next >= length()) {
                    throw new NoSuchElementException("all " + length() + " elements were shown");
                }
                return get(next++);
            }
        };
    }

    /**
     * The elements in order; splits between pages.
     *
     * @return what reads the array while it is advanced
     * @throws IllegalStateException if this handle is closed, now or later
     */
    @Override
    public Spliterator<E> spliterator() {
        checkRange(0, 0);
        return new ReferenceElements<>(this, 0, length());
    }

    /**
     * The elements in order, split between pages when in parallel. Nobody may write to this handle while it is read by several
     * threads.
     *
     * @return a stream that reads the array while it runs
     * @throws IllegalStateException if this handle is closed, now or later
     */
    public Stream<E> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /**
     * The elements as an array. O(n).
     *
     * @return a copy
     * @throws IllegalStateException if this handle is closed, or there are more elements than an array can have
     */
    public @Nullable Object[] toArray() {
        return toArray(Object[]::new);
    }

    /**
     * The elements as an array of a type. O(n).
     *
     * @param <T> the type of the elements of the array
     * @param generator makes an array of a length
     * @return the array it made, filled
     * @throws ArrayStoreException if an element is of a type that the array cannot hold
     * @throws IllegalArgumentException if the array is of another length
     * @throws IllegalStateException if this handle is closed, or there are more elements than an array can have
     * @throws NullPointerException if the function is null, or makes no array
     */
    public <T> @Nullable T[] toArray(IntFunction<@Nullable T[]> generator) {
        int length = arrayLength();
        @Nullable
        T[] elements = Checks.notNull(Checks.notNull(generator, "generator").apply(length), "array");
        if (elements.length != length) {
            throw new IllegalArgumentException(
                    "the generator made an array of length " + elements.length + ", asked for " + length);
        }
        read(0, elements);
        return elements;
    }

    @Override
    String textAt(long index) {
        E element = get(index);
        return element == this ? "(this array)" : String.valueOf(element);
    }
}
