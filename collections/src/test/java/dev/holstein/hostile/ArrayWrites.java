package dev.holstein.hostile;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowLongArray;
import dev.holstein.array.PagePool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * All writes of arrays, to run out of memory in. A write to a range goes page by page: each page is as it was or as it was to become.
 * An array that finds no memory waits for dropped handles to be collected, for half a second; the thread is interrupted beforehand, which
 * ends the wait.
 */
final class ArrayWrites {
    private static final int PAGE = 16;
    private static final int MOST_PAGES = 140;

    private ArrayWrites() {}

    /** A write, and what it is to do to a plain array. */
    private record ArrayWrite(Write<CowLongArray> ofLongs, Write<CowArray<Long>> ofObjects, Plain plain) {}

    private interface Write<A> {
        void to(A array, int from, int to);
    }

    private interface Plain {
        void to(long[] array, int from, int to);
    }

    static List<WriteCase> all(Random random) {
        List<WriteCase> cases = new ArrayList<>();
        writes().forEach((name, write) -> {
            cases.add(new WriteCase("array of longs: " + name, () -> new LongsTrial(random, write)));
            cases.add(new WriteCase("array of objects: " + name, () -> new ObjectsTrial(random, write)));
        });
        cases.add(new WriteCase("array: snapshot", () -> new SnapshotTrial(random)));
        return cases;
    }

    private static Map<String, ArrayWrite> writes() {
        Map<String, ArrayWrite> writes = new LinkedHashMap<>();
        writes.put(
                "set",
                new ArrayWrite(
                        (array, from, to) -> array.set(from, 7),
                        (array, from, to) -> array.set(from, 7L),
                        (array, from, to) -> array[from] = 7));
        writes.put(
                "getAndSet",
                new ArrayWrite(
                        (array, from, to) -> array.getAndSet(to - 1, 7),
                        (array, from, to) -> array.getAndSet(to - 1, 7L),
                        (array, from, to) -> array[to - 1] = 7));
        writes.put(
                "fill",
                new ArrayWrite(
                        (array, from, to) -> array.fill(from, to, 7),
                        (array, from, to) -> array.fill(from, to, 7L),
                        (array, from, to) -> Arrays.fill(array, from, to, 7)));
        writes.put(
                "clear",
                new ArrayWrite(
                        (array, from, to) -> array.clear(from, to),
                        (array, from, to) -> array.clear(from, to),
                        (array, from, to) -> Arrays.fill(array, from, to, 0)));
        long[] sevens = new long[PAGE * MOST_PAGES];
        Arrays.fill(sevens, 7);
        Long[] boxed = new Long[sevens.length];
        Arrays.fill(boxed, 7L);
        writes.put(
                "write",
                new ArrayWrite(
                        (array, from, to) -> array.write(from, sevens, 0, to - from),
                        (array, from, to) -> array.write(from, boxed, 0, to - from),
                        (array, from, to) -> Arrays.fill(array, from, to, 7)));
        writes.put(
                "copyFrom",
                new ArrayWrite(
                        (array, from, to) -> array.copyFrom(array, 0, from, to - from),
                        (array, from, to) -> array.copyFrom(array, 0, from, to - from),
                        (array, from, to) -> System.arraycopy(array, 0, array, from, to - from)));
        return writes;
    }

    /** An array of either kind, as the check of both sees it. */
    private abstract static class ArrayTrial implements WriteCase.Trial {
        private final ArrayWrite write;
        final PagePool pool = PagePool.heap(1 << 10);
        final ArrayOptions options = ArrayOptions.defaults().withPageSize(PAGE).withPool(pool);
        final boolean shared;
        final int from;
        final int to;
        final long[] before;

        ArrayTrial(Random random, ArrayWrite write) {
            this.write = write;
            before = new long[PAGE + random.nextInt(PAGE * (MOST_PAGES - 1))];
            for (int i = random.nextInt(before.length); i < before.length; i++) { // the pages before have no memory
                before[i] = 1 + i % 5;
            }
            shared = random.nextBoolean();
            from = random.nextInt(before.length);
            to = from + 1 + random.nextInt(before.length - from);
        }

        abstract void writeTo(ArrayWrite write);

        abstract long[] present();

        abstract long[] kept();

        abstract void checkCounts();

        abstract void close();

        @Override
        public final void write() {
            Thread.currentThread().interrupt();
            try {
                writeTo(write);
            } finally {
                boolean unused = Thread.interrupted();
            }
        }

        @Override
        public final void check(boolean failed) {
            checkCounts();
            long[] after = before.clone();
            write.plain.to(after, from, to);
            long[] present = present();
            for (int page = 0; page < before.length; page += PAGE) {
                int end = Math.min(page + PAGE, before.length);
                boolean isDone = Arrays.equals(present, page, end, after, page, end);
                boolean isAsBefore = failed && Arrays.equals(present, page, end, before, page, end);
                if (!isDone && !isAsBefore) {
                    throw new AssertionError("page at " + page + " is neither as before nor as after");
                }
            }
            if (shared) {
                WrittenTwice.same("kept", Arrays.toString(kept()), Arrays.toString(before));
            }
            write.plain.to(present, from, to);
            write();
            WrittenTwice.same("written again", Arrays.toString(present()), Arrays.toString(present));
            checkCounts();
            close();
            WrittenTwice.same("pages of closed arrays", pool.stats().livePages(), 0L);
        }
    }

    private static final class LongsTrial extends ArrayTrial {
        private final CowLongArray array;
        private final CowLongArray kept;

        LongsTrial(Random random, ArrayWrite write) {
            super(random, write);
            array = CowLongArray.copyOf(before, options);
            kept = shared ? array.snapshot() : CowLongArray.ofLength(1, options);
        }

        @Override
        void writeTo(ArrayWrite write) {
            write.ofLongs.to(array, from, to);
        }

        @Override
        long[] present() {
            return array.toArray();
        }

        @Override
        long[] kept() {
            return kept.toArray();
        }

        @Override
        void checkCounts() {
            ArrayProbe.check(array, kept);
        }

        @Override
        void close() {
            array.close();
            kept.close();
        }
    }

    private static final class ObjectsTrial extends ArrayTrial {
        private final CowArray<Long> array;
        private final CowArray<Long> kept;

        ObjectsTrial(Random random, ArrayWrite write) {
            super(random, write);
            Long[] elements = new Long[before.length];
            for (int i = 0; i < elements.length; i++) {
                elements[i] = before[i] == 0 ? null : (Long) before[i];
            }
            array = CowArray.copyOf(elements, options);
            kept = shared ? array.snapshot() : CowArray.ofLength(1, options);
        }

        @Override
        void writeTo(ArrayWrite write) {
            write.ofObjects.to(array, from, to);
        }

        private static long[] elements(CowArray<Long> array) {
            long[] elements = new long[(int) array.length()];
            for (int i = 0; i < elements.length; i++) {
                Long element = array.get(i);
                elements[i] = element == null ? 0 : element;
            }
            return elements;
        }

        @Override
        long[] present() {
            return elements(array);
        }

        @Override
        long[] kept() {
            return elements(kept);
        }

        @Override
        void checkCounts() {
            ArrayProbe.check(array, kept);
        }

        @Override
        void close() {
            array.close();
            kept.close();
        }
    }

    /** A snapshot that cannot be made counts nothing. */
    private static final class SnapshotTrial implements WriteCase.Trial {
        private final CowLongArray array;
        private final CowLongArray[] made = new CowLongArray[4];

        SnapshotTrial(Random random) {
            array = CowLongArray.ofLength(
                    1 + random.nextInt(PAGE * MOST_PAGES),
                    ArrayOptions.defaults().withPageSize(PAGE));
            array.fill(5);
        }

        @Override
        public void write() {
            for (int i = 0; i < made.length; i++) {
                made[i] = array.snapshot();
            }
        }

        @Override
        public void check(boolean failed) {
            List<CowLongArray> open = new ArrayList<>(List.of(array));
            for (CowLongArray snapshot : made) {
                if (snapshot != null) {
                    WrittenTwice.same("snapshot", snapshot, array);
                    open.add(snapshot);
                } else {
                    WrittenTwice.same("failed", failed, true);
                }
            }
            ArrayProbe.check(open);
            open.subList(1, open.size()).forEach(CowLongArray::close);
            WrittenTwice.same("alone again", array.isUnique(), true);
            array.close();
        }
    }
}
