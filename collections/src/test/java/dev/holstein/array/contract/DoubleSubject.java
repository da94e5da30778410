package dev.holstein.array.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.array.ArrayBridge;
import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.CowDoubleArray;
import dev.holstein.array.LeakDetection;
import dev.holstein.array.PagePool;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An array in some state, with what it has to hold, and the other handles on its pages with what they have to hold. A test
 * that is run {@link #forAll} meets every page size, pool, length around the page boundaries, origin and state of sharing.
 */
final class DoubleSubject implements AutoCloseable {
    /** Where the elements came from. */
    enum Origin {
        WRITTEN,
        SPARSE,
        WRAPPED_ARRAY,
        WRAPPED_BUFFER,
        WRAPPED_SLICE,
        WRAPPED_READ_ONLY,
        WRAPPED_DIRECT
    }

    /** Who else shows the pages. */
    enum Sharing {
        ALONE,
        SHARED,
        SNAPSHOT,
        PARTLY,
        ALONE_AGAIN
    }

    interface Body {
        void run(DoubleSubject subject);
    }

    static final int DEFAULT_PAGE = CowDoubleArray.ofLength(0).pageSize();

    private static final long KEPT = 1 << 22;

    /** Nothing is traced: tests close handles twice on purpose. */
    private static final ArrayOptions OPTIONS = ArrayOptions.defaults().withLeakDetection(LeakDetection.OFF);

    final int length;
    final int pageSize;

    /** What {@link #array} has to hold: tests write here what they write there. */
    final double[] expected;

    final CowDoubleArray array;

    /** Where the pages come from; no other array uses it. */
    final PagePool pool;

    private final double[] ground;
    private final List<CowDoubleArray> others = new ArrayList<>();
    private final List<double[]> theirs = new ArrayList<>();

    DoubleSubject(ArrayOptions options, PagePool pool, int length, Origin origin, Sharing sharing) {
        this.pool = pool;
        this.length = length;
        expected = new double[length];
        for (int i = 0; i < length; i++) {
            expected[i] = value(i);
        }
        ground = new double[length + 5];
        System.arraycopy(expected, 0, ground, 3, length);
        CowDoubleArray made = make(options, origin);
        pageSize = made.pageSize();
        array = share(made, sharing);
        check();
    }

    /** A value that is not zero. */
    static double value(long i) {
        return (double) (i % 101 + 1);
    }

    private CowDoubleArray make(ArrayOptions options, Origin origin) {
        return switch (origin) {
            case WRITTEN -> CowDoubleArray.copyOf(expected, options);
            case SPARSE -> sparse(options);
            case WRAPPED_ARRAY -> CowDoubleArray.wrap(expected.clone(), options);
            case WRAPPED_BUFFER -> CowDoubleArray.wrap(DoubleBuffer.wrap(expected.clone()), options);
            case WRAPPED_SLICE -> CowDoubleArray.wrap(DoubleBuffer.wrap(ground, 3, length), options);
            case WRAPPED_READ_ONLY ->
                CowDoubleArray.wrap(DoubleBuffer.wrap(ground, 3, length).asReadOnlyBuffer(), options);
            case WRAPPED_DIRECT -> CowDoubleArray.wrap(offHeap(expected, ByteOrder.LITTLE_ENDIAN), options);
        };
    }

    /** Every third page was never written. */
    private CowDoubleArray sparse(ArrayOptions options) {
        CowDoubleArray made = CowDoubleArray.ofLength(length, options);
        for (int i = 0; i < length; i++) {
            if (i / made.pageSize() % 3 == 0) {
                expected[i] = (double) 0;
            } else {
                made.set(i, expected[i]);
            }
        }
        return made;
    }

    static DoubleBuffer offHeap(double[] elements, ByteOrder order) {
        DoubleBuffer buffer = ArrayBridge.doubles(ByteBuffer.allocateDirect(elements.length * Double.BYTES), order);
        buffer.put(0, elements);
        return buffer;
    }

    private CowDoubleArray share(CowDoubleArray made, Sharing sharing) {
        switch (sharing) {
            case ALONE -> {}
            case SHARED -> other(made.snapshot());
            case SNAPSHOT -> {
                CowDoubleArray snapshot = made.snapshot();
                other(made);
                return snapshot;
            }
            case PARTLY -> {
                other(made.snapshot());
                writeSomePages(made);
                other(made.snapshot());
                writeSomePages(made);
            }
            case ALONE_AGAIN -> {
                try (CowDoubleArray passing = made.snapshot()) {
                    writeSomePages(passing);
                    writeSomePages(made);
                }
            }
        }
        return made;
    }

    /** Every other page gets another first element. */
    private void writeSomePages(CowDoubleArray made) {
        for (int i = 0; i < length; i += 2 * made.pageSize()) {
            expected[i] = (double) (i % 50 + 2);
            made.set(i, expected[i]);
        }
    }

    private void other(CowDoubleArray handle) {
        others.add(handle);
        theirs.add(expected.clone());
    }

    /** One more handle, held to what the array holds now. */
    void share() {
        other(array.snapshot());
    }

    /** All handles hold what they have to, and their counts agree. */
    void check() {
        assertThat(array.toArray()).isEqualTo(expected);
        for (int i = 0; i < others.size(); i++) {
            assertThat(others.get(i).toArray()).as("another handle").isEqualTo(theirs.get(i));
        }
        List<CowDoubleArray> open = new ArrayList<>(others);
        open.add(array);
        ArrayProbe.check(open);
    }

    /** Indices at the edges of pages. */
    Set<Integer> edges() {
        Set<Integer> edges = new LinkedHashSet<>();
        for (int i : new int[] {0, pageSize - 1, pageSize, pageSize + 1, 2 * pageSize, length / 2, length - 1}) {
            if (i >= 0 && i < length) {
                edges.add(i);
            }
        }
        return edges;
    }

    /** Ranges, as {from, to}, that begin and end at the edges of pages, within them, and at both ends. */
    List<int[]> ranges() {
        Set<Integer> ends = new LinkedHashSet<>();
        for (int i : new int[] {0, 1, pageSize, 2 * pageSize, length - 1, length}) {
            if (i >= 0 && i <= length) {
                ends.add(i);
            }
        }
        List<int[]> ranges = new ArrayList<>();
        for (int from : ends) {
            for (int to : ends) {
                if (from <= to) {
                    ranges.add(new int[] {from, to});
                }
            }
        }
        return ranges;
    }

    /** Closes all handles. */
    @Override
    public void close() {
        array.close();
        others.forEach(CowDoubleArray::close);
        for (int i = 0; i < length; i++) {
            assertThat(ground[i + 3]).as("what was wrapped").isEqualTo(value(i));
        }
    }

    /** Runs a test with arrays in all states; no page may be left in use by it. */
    static void forAll(Body body) {
        for (PagePool pool : List.of(PagePool.heap(KEPT), PagePool.direct(KEPT))) {
            for (int pageSize : new int[] {1, 2, 4, 64, DEFAULT_PAGE}) {
                ArrayOptions options = OPTIONS.withPageSize(pageSize);
                for (int length : lengths(pageSize)) {
                    for (Origin origin : Origin.values()) {
                        for (Sharing sharing : Sharing.values()) {
                            run(options, pool, length, origin, sharing, body);
                        }
                    }
                }
            }
        }
        PagePool pool = PagePool.heap(KEPT);
        ArrayOptions options = OPTIONS.withPageSize(1);
        run(options, pool, 64 * 64 + 3, Origin.WRITTEN, Sharing.PARTLY, body);
        run(options, pool, 64 * 64 + 3, Origin.SPARSE, Sharing.SHARED, body);
    }

    /** None, one, about one page, and enough pages for several levels of directories where pages are small. */
    private static Set<Integer> lengths(int pageSize) {
        int many = pageSize > 64 ? 2 * pageSize + 3 : pageSize == 64 ? 200 : 67 * pageSize + pageSize / 2;
        return new LinkedHashSet<>(List.of(0, 1, pageSize - 1, pageSize, pageSize + 1, many));
    }

    private static void run(
            ArrayOptions options, PagePool pool, int length, Origin origin, Sharing sharing, Body body) {
        try (DoubleSubject subject = new DoubleSubject(options.withPool(pool), pool, length, origin, sharing)) {
            body.run(subject);
            subject.check();
        } catch (RuntimeException | Error e) {
            throw new AssertionError(
                    "length " + length + ", " + origin + ", " + sharing + ", " + options.withPool(pool) + ": "
                            + e.getMessage(),
                    e);
        }
        assertThat(pool.stats().livePages())
                .as("pages in use after all handles were closed")
                .isZero();
    }
}
