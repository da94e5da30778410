package dev.holstein.array;

import dev.holstein.core.Checks;
import java.nio.DoubleBuffer;
import java.util.Spliterator;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A copy-on-write array of {@code double}: of fixed length, beyond 2<sup>31</sup> elements if need be, sparse, shared in O(1) by {@link
 * #snapshot()}, copied page by page when it is written.
 *
 * <p><b>Choose it when</b> a large array must be frozen, forked or handed over while it is written; <b>prefer</b> a plain array when
 * it is small or never shared. Handles, costs, threads and equality are those of {@link PagedArray}.
 *
 * <pre>{@code
 * try (CowDoubleArray array = CowDoubleArray.ofLength(1_000_000);
 *         CowDoubleArray before = array.snapshot()) {   // copies nothing
 *     array.set(7, (double) 1);                         // copies one page
 *     assert array.get(7) == 1 && before.get(7) == 0;
 * }
 * }</pre>
 *
 * <p><b>Iteration.</b> {@link #forEach} and {@link #stream()} read the array as it is when they come to an element.
 */
public final class CowDoubleArray extends PagedArray<CowDoubleArray> {
    private static final double ZERO = 0;

    private CowDoubleArray(PageTree tree) {
        super(tree);
    }

    private static CowDoubleArray of(long length, @Nullable Object ground, ArrayOptions options) {
        Checks.notNull(options, "options");
        return new CowDoubleArray(
                new PageTree(new Paging(CowDoubleArray.class, DoublePages.FORMAT, length, options), ground));
    }

    /**
     * An array of zeros. Takes no memory for pages until they are written.
     *
     * @param length how many elements
     * @return the array
     * @throws IllegalArgumentException if the length is negative, or above 2<sup>62</sup>
     */
    public static CowDoubleArray ofLength(long length) {
        return ofLength(length, ArrayOptions.defaults());
    }

    /**
     * An array of zeros. Takes no memory for pages until they are written.
     *
     * @param length how many elements
     * @param options how it is kept
     * @return the array
     * @throws IllegalArgumentException if the length is negative, or above 2<sup>62</sup>
     * @throws NullPointerException if the options are null
     */
    public static CowDoubleArray ofLength(long length, ArrayOptions options) {
        return of(length, null, options);
    }

    /**
     * A copy of an array. O(n).
     *
     * @param elements the elements
     * @return the copy
     * @throws NullPointerException if the array is null
     */
    public static CowDoubleArray copyOf(double[] elements) {
        return copyOf(elements, ArrayOptions.defaults());
    }

    /**
     * A copy of an array. O(n).
     *
     * @param elements the elements
     * @param options how the copy is kept
     * @return the copy
     * @throws NullPointerException if an argument is null
     */
    public static CowDoubleArray copyOf(double[] elements, ArrayOptions options) {
        CowDoubleArray copy = ofLength(Checks.notNull(elements, "elements").length, options);
        copy.write(0, elements);
        return copy;
    }

    /**
     * An array over one that is there already, which is read but never written: the first write to a page copies it. Whoever
     * wraps an array must not change it any more. O(1).
     *
     * @param elements the elements, not copied
     * @return the array
     * @throws NullPointerException if the array is null
     */
    public static CowDoubleArray wrap(double[] elements) {
        return wrap(elements, ArrayOptions.defaults());
    }

    /**
     * An array over one that is there already, which is read but never written: the first write to a page copies it. Whoever
     * wraps an array must not change it any more. O(1).
     *
     * @param elements the elements, not copied
     * @param options how pages that are written are kept
     * @return the array
     * @throws NullPointerException if an argument is null
     */
    public static CowDoubleArray wrap(double[] elements, ArrayOptions options) {
        return of(Checks.notNull(elements, "elements").length, elements, options);
    }

    /**
     * An array over what remains in a buffer, which is read but never written: the first write to a page copies it. Whoever wraps
     * a buffer must not change its contents any more; its position and limit are free. O(1).
     *
     * @param elements the elements, not copied
     * @return the array
     * @throws NullPointerException if the buffer is null
     */
    public static CowDoubleArray wrap(DoubleBuffer elements) {
        return wrap(elements, ArrayOptions.defaults());
    }

    /**
     * An array over what remains in a buffer, which is read but never written: the first write to a page copies it. Whoever wraps
     * a buffer must not change its contents any more; its position and limit are free. O(1).
     *
     * @param elements the elements, not copied
     * @param options how pages that are written are kept
     * @return the array
     * @throws NullPointerException if an argument is null
     */
    public static CowDoubleArray wrap(DoubleBuffer elements, ArrayOptions options) {
        DoubleBuffer ground = Checks.notNull(elements, "elements").slice();
        return of(ground.capacity(), ground, options);
    }

    @Override
    public CowDoubleArray snapshot() {
        CowDoubleArray other = new CowDoubleArray(tree.share());
        tell(other);
        fence();
        return other;
    }

    /**
     * An element.
     *
     * @param index its index
     * @return the element
     * @throws IndexOutOfBoundsException if there is no such index
     * @throws IllegalStateException if this handle is closed
     */
    public double get(long index) {
        Object memory = readable(index);
        double element = memory instanceof double[] heap ? heap[(int) index & offsetMask] : elsewhere(memory, index);
        fence();
        return element;
    }

    private double elsewhere(@Nullable Object memory, long index) {
        return DoublePages.get(memory == null ? tree.ground() : memory, tree.paging.offset(memory, index));
    }

    /**
     * Replaces an element. A page that another handle shows is copied first.
     *
     * @param index its index
     * @param element the new element
     * @throws IndexOutOfBoundsException if there is no such index
     * @throws IllegalStateException if this handle is closed
     */
    public void set(long index, double element) {
        put(writable(index), index, element);
        fence();
    }

    private void put(Object memory, long index, double element) {
        int offset = (int) index & offsetMask;
        if (memory instanceof double[] heap) {
            heap[offset] = element;
        } else {
            ((DoubleBuffer) memory).put(offset, element);
        }
    }

    /**
     * Replaces an element.
     *
     * @param index its index
     * @param element the new element
     * @return the element that was there
     * @throws IndexOutOfBoundsException if there is no such index
     * @throws IllegalStateException if this handle is closed
     */
    public double getAndSet(long index, double element) {
        Object memory = writable(index);
        double before = DoublePages.get(memory, (int) index & offsetMask);
        put(memory, index, element);
        fence();
        return before;
    }

    /**
     * Copies elements from here into an array, all of which is filled. O(n), at the speed of {@code System.arraycopy}.
     *
     * @param from the first index
     * @param target the array to fill
     * @throws IndexOutOfBoundsException if there are not as many elements
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the array is null
     */
    public void read(long from, double[] target) {
        read(from, target, 0, Checks.notNull(target, "target").length);
    }

    /**
     * Copies elements from here into an array. O(n), at the speed of {@code System.arraycopy}.
     *
     * @param from the first index
     * @param target the array to copy into
     * @param targetFrom the first index there
     * @param count how many elements
     * @throws IndexOutOfBoundsException if one of the ranges does not lie within its array; nothing is copied
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the array is null
     */
    public void read(long from, double[] target, int targetFrom, int count) {
        Checks.notNull(target, "target");
        checkRange(from, count);
        Checks.range(targetFrom, count, target.length);
        copyOut(from, target, targetFrom, count);
    }

    /**
     * Copies elements from here into a buffer, as many as remain in it, and moves its position behind them. O(n).
     *
     * @param from the first index
     * @param target the buffer to fill
     * @throws IndexOutOfBoundsException if there are not as many elements; nothing is copied
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the buffer is null
     * @throws java.nio.ReadOnlyBufferException if the buffer cannot be written
     */
    public void read(long from, DoubleBuffer target) {
        int count = Checks.notNull(target, "target").remaining();
        checkRange(from, count);
        copyOut(from, target, target.position(), count);
        target.position(target.limit());
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
    public void write(long from, double[] source) {
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
    public void write(long from, double[] source, int sourceFrom, int count) {
        Checks.notNull(source, "source");
        checkRange(from, count);
        Checks.range(sourceFrom, count, source.length);
        copyIn(from, source, sourceFrom, count);
    }

    /**
     * Copies what remains in a buffer to here, and moves its position behind it. O(n).
     *
     * @param from the first index to write
     * @param source the buffer to copy from
     * @throws IndexOutOfBoundsException if there is not as much room; nothing is written
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the buffer is null
     */
    public void write(long from, DoubleBuffer source) {
        int count = Checks.notNull(source, "source").remaining();
        checkRange(from, count);
        copyIn(from, source, source.position(), count);
        source.position(source.limit());
    }

    /**
     * Sets all elements. Zeros give up all memory: see {@link #clear}. O(n).
     *
     * @param element the element
     * @throws IllegalStateException if this handle is closed
     */
    public void fill(double element) {
        fill(0, length(), element);
    }

    /**
     * Sets all elements of a range. Zeros give up the memory of pages that lie within it: see {@link #clear}. O(n).
     *
     * @param from the first index
     * @param to the index after the last one
     * @param element the element
     * @throws IndexOutOfBoundsException if the range does not lie within the array; nothing is written
     * @throws IllegalStateException if this handle is closed
     */
    public void fill(long from, long to, double element) {
        checkRange(from, to - from);
        if (Double.compare(element, ZERO) == 0) {
            clear(from, to);
            return;
        }
        for (long index = from; index < to; ) {
            int elements = stretch(index, to);
            DoublePages.fill(fillable(index, elements), (int) index & offsetMask, elements, element);
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
    public void forEach(DoubleConsumer action) {
        forEach(0, length(), action);
    }

    void forEach(long from, long to, DoubleConsumer action) {
        Checks.notNull(action, "action");
        checkRange(from, to - from);
        long index = from;
        while (index < to) {
            Object memory = readable(index);
            int offset = tree.paging.offset(memory, index);
            int elements = stretch(index, to);
            index += memory instanceof double[] heap
                    ? show(heap, offset, elements, action)
                    : showElsewhere(memory == null ? tree.ground() : memory, offset, elements, action);
        }
        fence();
    }

    /** Shows elements of one page, as long as the page is what readers have to look at; answers how many. */
    private int show(double[] page, int offset, int elements, DoubleConsumer action) {
        int moves = tree.moves;
        int i = 0;
        while (i < elements && tree.moves == moves) {
            action.accept(page[offset + i]);
            i++;
        }
        return i;
    }

    private int showElsewhere(@Nullable Object memory, int offset, int elements, DoubleConsumer action) {
        int moves = tree.moves;
        int i = 0;
        while (i < elements && tree.moves == moves) {
            action.accept(DoublePages.get(memory, offset + i));
            i++;
        }
        return i;
    }

    /**
     * The elements in order, split between pages when in parallel. Nobody may write to this handle while it is read by several
     * threads.
     *
     * @return a stream that reads the array while it runs
     * @throws IllegalStateException if this handle is closed, now or later
     */
    public DoubleStream stream() {
        return StreamSupport.doubleStream(spliterator(), false);
    }

    /**
     * The elements in order; splits between pages.
     *
     * @return what reads the array while it is advanced
     * @throws IllegalStateException if this handle is closed, now or later
     */
    public Spliterator.OfDouble spliterator() {
        checkRange(0, 0);
        return new DoubleElements(this, 0, length());
    }

    /**
     * The elements as an array. O(n).
     *
     * @return a copy
     * @throws IllegalStateException if this handle is closed, or there are more elements than an array can have
     */
    public double[] toArray() {
        double[] elements = new double[arrayLength()];
        read(0, elements);
        return elements;
    }

    @Override
    String textAt(long index) {
        return String.valueOf(get(index));
    }
}
