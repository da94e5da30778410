package dev.holstein.array.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.ArrayRange;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.LeakDetection;
import dev.holstein.array.PagePool;
import dev.holstein.array.PoolStats;
import dev.holstein.costs.AllocatedBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jol.info.ClassLayout;

/** What snapshots and writes cost, by exact count of pages and of bytes allocated. */
class WriteCostTest {
    private static final int PAGE = 4_096;
    private static final int RUNS = 5;
    private static final long SEED = 20_080_801;

    private final PagePool pool = PagePool.heap(0);
    private final ArrayOptions options =
            ArrayOptions.defaults().withPageSize(PAGE).withPool(pool).withLeakDetection(LeakDetection.OFF);

    /** What the JVM does for its own at the first call of anything is nobody's cost here. */
    @BeforeAll
    static void warmUp() {
        ArrayOptions options = ArrayOptions.defaults().withPageSize(2).withPool(PagePool.heap(0));
        for (int i = 0; i < 20; i++) {
            try (CowByteArray array = CowByteArray.copyOf(new byte[10_000], options);
                    CowByteArray snapshot = array.snapshot()) {
                long unused = AllocatedBytes.of(1, () -> array.set(7, (byte) 1));
                array.write(0, new byte[11]);
                array.snapshot().close();
                snapshot.fill((byte) 1);
                ArrayProbe.check(array, snapshot);
            }
        }
    }

    /** An array without a hole, or one that is all hole where it could not be otherwise. */
    private CowByteArray array(long length) {
        return length > Integer.MAX_VALUE
                ? CowByteArray.ofLength(length, options)
                : CowByteArray.copyOf(new byte[(int) length], options);
    }

    // ---- bytes, as the JVM counts them

    private static long bytesOf(String type) {
        try {
            return ClassLayout.parseClass(Class.forName("dev.holstein." + type)).instanceSize();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static long bytesOfReferences(long slots) {
        return ClassLayout.parseInstance(new Object[Math.toIntExact(slots)]).instanceSize();
    }

    private static final long PAGE_BYTES =
            ClassLayout.parseInstance(new byte[PAGE]).instanceSize() + bytesOf("array.Page");

    /** All directories and the table above a page. */
    private static long pathBytes(CowByteArray array, long page) {
        long pages = (array.length() - 1) / PAGE + 1;
        long bytes = 0;
        long covers = 1;
        for (int level = 0; level < ArrayProbe.levels(array); level++) {
            long first = page - page % (covers * ArrayProbe.fanOut());
            long slots = Math.min(ArrayProbe.fanOut(), (pages - first - 1) / covers + 1);
            bytes += level == 0
                    ? bytesOf("array.PageTable") + 2 * bytesOfReferences(slots)
                    : bytesOf("array.PageDirectory") + bytesOfReferences(slots);
            covers *= ArrayProbe.fanOut();
        }
        return bytes;
    }

    /** What a handle knows of all its pages, if there are not many: where each is, and which are its alone. */
    /** An object of a reference and a flag. */
    private static final long BYTES_OF_HOLDER = 24;

    private static long lookupBytes(CowByteArray array) {
        long pages = (array.length() - 1) / PAGE + 1;
        return pages > 1_024 ? 0 : bytesOfReferences(pages) + BYTES_OF_HOLDER + bytesOfOwn(pages);
    }

    private static long bytesOfOwn(long pages) {
        return ClassLayout.parseInstance(new long[(int) (pages + 63) / 64]).instanceSize();
    }

    @Test
    void aSnapshotCopiesNothingAtAnyLength() {
        List<Long> costs = new ArrayList<>();
        for (long length : new long[] {1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 500_000_000_000L}) {
            try (CowByteArray array = array(length)) {
                PoolStats before = pool.stats();
                List<CowByteArray> snapshots = new ArrayList<>(100);
                for (int i = 0; i < 50; i++) {
                    snapshots.add(array.snapshot()); // warm-up: all classes are there
                }
                costs.add(AllocatedBytes.of(RUNS, () -> snapshots.add(array.snapshot())));
                assertThat(pool.stats()).isEqualTo(before);
                assertThat(array.stats().ownPages()).isZero();
                assertThat(array.stats().sharedPages()).isEqualTo(before.livePages());
                snapshots.forEach(CowByteArray::close);
                assertThat(array.stats().sharedPages()).isZero();
                assertThat(array.stats().copiedPages()).isZero();
            }
        }
        assertThat(costs).as("bytes of a snapshot").containsOnly(costs.get(0));
        assertThat(costs.get(0)).as("bytes of a snapshot").isLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 10_000, 100_000, 1_000_000, 30_000_001, 100_000_000})
    void theFirstWriteCopiesOnePageAndOnePath(long length) {
        try (CowByteArray array = array(length)) {
            Random random = new Random(SEED);
            for (int i = 0; i < 20; i++) {
                long index = i == 0 ? 0 : (long) (random.nextDouble() * Math.max(1, length - PAGE));
                long page = index / PAGE;
                long pageBytes = length < PAGE
                        ? ClassLayout.parseInstance(new byte[(int) length]).instanceSize() + bytesOf("array.Page")
                        : PAGE_BYTES;
                try (CowByteArray snapshot = array.snapshot()) {
                    long copied = array.stats().copiedPages();
                    assertThat(AllocatedBytes.of(1, () -> array.set(index, (byte) 1)))
                            .as("first write")
                            .isEqualTo(pageBytes + pathBytes(array, page) + lookupBytes(array));
                    assertThat(AllocatedBytes.of(1, () -> array.set(index, (byte) 2)))
                            .as("second write")
                            .isZero();
                    assertThat(array.stats().copiedPages()).isEqualTo(copied + 1);
                    assertThat(array.stats().ownPages()).isEqualTo(1);
                    assertThat(snapshot.stats().ownPages()).isEqualTo(1);
                }
            }
            ArrayProbe.check(array);
        }
    }

    @Test
    void anotherPageOfTheSameTableCostsThePageAlone() {
        int pages = 2 * ArrayProbe.fanOut();
        try (CowByteArray array = array((long) pages * PAGE);
                CowByteArray snapshot = array.snapshot()) {
            array.set(0, (byte) 1);
            for (int page = 1; page < ArrayProbe.fanOut(); page++) {
                long index = (long) page * PAGE;
                assertThat(AllocatedBytes.of(1, () -> array.set(index, (byte) 1)))
                        .isEqualTo(PAGE_BYTES);
            }
            long table = pathBytes(array, 0) - bytesOf("array.PageDirectory") - bytesOfReferences(2);
            long index = (long) ArrayProbe.fanOut() * PAGE;
            assertThat(AllocatedBytes.of(1, () -> array.set(index, (byte) 1))).isEqualTo(PAGE_BYTES + table);
            assertThat(snapshot.stats().copiedPages()).isZero();
            ArrayProbe.check(array, snapshot);
        }
    }

    @Test
    void writesAreInPlaceAgainWhenTheSiblingHasClosed() {
        int pages = 200;
        try (CowByteArray array = array((long) pages * PAGE)) {
            CowByteArray first = array.snapshot();
            CowByteArray second = first.snapshot();
            array.set(7 * PAGE, (byte) 1);
            first.set(8 * PAGE, (byte) 1);
            first.close();
            second.close();
            ArrayProbe.check(array);
            assertThat(array.isUnique()).isTrue();
            for (int page = 0; page < pages; page++) {
                long index = (long) page * PAGE;
                assertThat(AllocatedBytes.of(1, () -> array.set(index, (byte) 2)))
                        .isZero();
            }
            assertThat(array.stats().copiedPages()).isEqualTo(1);
            assertThat(array.stats().inPlaceWrites()).isEqualTo(pages);
            ArrayProbe.check(array);

            // nobody wrote while it was shared: nothing is copied
            array.snapshot().close();
            assertThat(AllocatedBytes.of(1, () -> array.set(0, (byte) 3))).isEqualTo(bytesOfOwn(pages));
            assertThat(array.stats().copiedPages()).isEqualTo(1);
            ArrayProbe.check(array);
        }
    }

    @Test
    void aSharedPageThatIsOverwrittenIsNotReadFirst() {
        byte[] contents = new byte[PAGE];
        Arrays.fill(contents, (byte) 5);
        try (CowByteArray array = array(10 * PAGE);
                CowByteArray snapshot = array.snapshot()) {
            long expected = PAGE_BYTES + pathBytes(array, 3) + lookupBytes(array);
            assertThat(AllocatedBytes.of(1, () -> array.write(3 * PAGE, contents)))
                    .isEqualTo(expected);
            assertThat(array.stats().copiedPages()).isEqualTo(1);
            assertThat(array.stats().inPlaceWrites()).isZero();
            assertThat(array.get(3 * PAGE)).isEqualTo((byte) 5);
            assertThat(array.get(4 * PAGE - 1)).isEqualTo((byte) 5);
            assertThat(array.get(4 * PAGE)).isZero();
            assertThat(snapshot.get(3 * PAGE)).isZero();
            assertThat(AllocatedBytes.of(1, () -> array.write(3 * PAGE, contents)))
                    .isZero();
            assertThat(array.stats().inPlaceWrites()).isEqualTo(1);
            ArrayProbe.check(array, snapshot);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 500, 2_441})
    void copiesAsManyPagesAsAreWritten(int written) {
        int length = 10_000_000;
        int pages = (length - 1) / PAGE + 1;
        Random random = new Random(SEED);
        List<Integer> order = new ArrayList<>();
        for (int page = 0; page < pages - 1; page++) {
            order.add(page);
        }
        Collections.shuffle(order, random);
        CowByteArray array = array(length);
        CowByteArray snapshot = array.snapshot();
        for (int round = 0; round < 3; round++) {
            for (int page : order.subList(0, written)) {
                array.set((long) page * PAGE + random.nextInt(PAGE), (byte) 1);
            }
        }
        assertThat(array.stats().copiedPages()).isEqualTo(written);
        assertThat(array.stats().copiedBytes()).isEqualTo((long) written * PAGE);
        assertThat(array.stats().inPlaceWrites()).isEqualTo(2L * written);
        assertThat(snapshot.exclusiveBytes()).isEqualTo((long) written * PAGE);
        assertThat(pool.stats().livePages()).isEqualTo(pages + written);
        ArrayProbe.check(array, snapshot);
        snapshot.close();
        assertThat(pool.stats().livePages()).isEqualTo(pages);
        assertThat(array.exclusiveBytes()).isEqualTo(length);
        array.close();
        assertThat(pool.stats().livePages()).isZero();
    }

    /**
     * Each handle is a snapshot of one of the last ten, and has a page of its own: whatever goes first, what is
     * shown stays.
     */
    @Test
    void chainsOfThousandsAreClosedInAnyOrder() {
        int pages = 100;
        int kept = 10;
        PagePool small = PagePool.heap(8 * kept);
        Random random = new Random(SEED);
        List<CowByteArray> open = new ArrayList<>();
        List<int[]> shown = new ArrayList<>();
        Map<Integer, Integer> handlesOf = new HashMap<>();
        open.add(
                CowByteArray.copyOf(new byte[8 * pages], options.withPageSize(8).withPool(small)));
        shown.add(IntStream.range(0, pages).toArray());
        for (int i = 1; i < 4_000; i++) {
            int from = random.nextInt(Math.max(0, open.size() - 10), open.size());
            CowByteArray next = open.get(from).snapshot();
            int[] shows = shown.get(from).clone();
            int page = random.nextInt(pages);
            next.set(page * 8L + 3, (byte) i);
            shows[page] = pages + i;
            open.add(next);
            shown.add(shows);
        }
        shown.forEach(each -> Arrays.stream(each).forEach(page -> handlesOf.merge(page, 1, Integer::sum)));
        ArrayProbe.check(open);
        while (!open.isEmpty()) {
            assertThat(small.stats().livePages()).isEqualTo(handlesOf.size());
            int at = random.nextInt(open.size());
            CowByteArray array = open.remove(at);
            int[] shows = shown.remove(at);
            long own = Arrays.stream(shows)
                    .filter(page -> handlesOf.get(page) == 1)
                    .count();
            assertThat(array.exclusiveBytes()).isEqualTo(8 * own);
            array.close();
            Arrays.stream(shows).forEach(page -> handlesOf.merge(page, -1, (a, b) -> a + b == 0 ? null : a + b));
            if (open.size() % 500 == 0) {
                ArrayProbe.check(open);
            }
        }
        assertThat(small.stats().livePages()).isZero();
        assertThat(small.stats().freePages()).isEqualTo(kept);
        assertThat(small.stats().freePages() + small.stats().givenUp())
                .isEqualTo(small.stats().allocated());
    }

    // ---- looking for differences

    /** Counts how often it is compared. */
    private record Counting(int number, AtomicInteger comparisons) {
        @Override
        public boolean equals(Object object) {
            comparisons.getAndIncrement();
            return object instanceof Counting that && that.number == number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    @Test
    void differencesAreSoughtInPagesThatAreNotSharedOnly() {
        AtomicInteger comparisons = new AtomicInteger();
        Counting[] elements = new Counting[100_000];
        Arrays.setAll(elements, i -> new Counting(i, comparisons));
        ArrayOptions small = options.withPageSize(16);
        try (CowArray<Counting> array = CowArray.copyOf(elements, small);
                CowArray<Counting> snapshot = array.snapshot()) {
            assertThat(array.equals(snapshot)).isTrue();
            assertThat(array.mismatch(snapshot)).isEqualTo(-1);
            assertThat(array.diff(snapshot)).isEmpty();
            assertThat(comparisons).hasValue(0);

            int changed = 5;
            List<ArrayRange> ranges = new ArrayList<>();
            for (int i = 0; i < changed; i++) {
                int page = 16 * 1_103 * i;
                Counting[] equals = new Counting[16];
                Arrays.setAll(equals, at -> new Counting(page + at, comparisons)); // identical ones are not compared
                equals[7] = new Counting(-1, comparisons);
                array.write(page, equals);
                ranges.add(new ArrayRange(page + 7, page + 8));
            }
            assertThat(array.diff(snapshot)).isEqualTo(ranges);
            assertThat(comparisons.get()).isBetween(changed * 16, changed * 18);
            comparisons.set(0);
            assertThat(array.mismatch(snapshot)).isEqualTo(7);
            assertThat(comparisons).hasValue(8);
        }
    }

    /** Page by page this would take hours, also where a page takes a nanosecond. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void hugeSparseArraysAreWalkedByWhatTheyHold() {
        long length = (1L << 56) - 5;
        try (CowByteArray array = array(length);
                CowByteArray snapshot = array.snapshot()) {
            array.set(3, (byte) 1);
            array.set(length - 1, (byte) 1);
            assertThat(array.diff(snapshot)).containsExactly(new ArrayRange(3, 4), new ArrayRange(length - 1, length));
            assertThat(array.mismatch(snapshot)).isEqualTo(3);
            assertThat(array.equals(snapshot)).isFalse();
            assertThat(array.stats().pages()).isEqualTo(2);
            assertThat(array.exclusiveBytes()).isEqualTo(PAGE + ((length - 1) % PAGE + 1));
            array.clear(0, length);
            assertThat(array.stats().pages()).isZero();
            assertThat(array).isEqualTo(snapshot).hasSameHashCodeAs(snapshot);
            assertThat(pool.stats().livePages()).isZero();
            ArrayProbe.check(array, snapshot);
        }
    }
}
