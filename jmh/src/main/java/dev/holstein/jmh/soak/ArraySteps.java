package dev.holstein.jmh.soak;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayRange;
import dev.holstein.array.ArrayStats;
import dev.holstein.array.LeakDetection;
import dev.holstein.array.PagePool;
import dev.holstein.array.PoolStats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** Handles on arrays with common pages, each beside a plain array, and the pool that their pages come from. */
final class ArraySteps extends Steps<ArrayHandle<?>, long[]> {
    private static final int LENGTH = 20_000;
    private static final int WIDEST = 600;
    private static final int MOST_HANDLES = 4;
    private static final int[] PAGE_SIZES = {16, 64, 512};
    private static final long KEPT_BYTES = 1 << 20;

    private final ArrayHandle.Kind kind;
    private final BiFunction<Long, ArrayOptions, ArrayHandle<?>> maker;
    private final PagePool pool;
    private final List<Twin> open = new ArrayList<>();

    /** A handle that is written to, and what it must show. */
    private record Twin(ArrayHandle<?> handle, long[] model) {}

    /**
     * On the heap or off it.
     *
     * @param kind the type of the elements
     * @param direct whether pages are direct memory
     */
    ArraySteps(ArrayHandle.Kind kind, boolean direct, Setting setting) {
        this(kind, direct, kind::make, setting);
    }

    ArraySteps(
            ArrayHandle.Kind kind,
            boolean direct,
            BiFunction<Long, ArrayOptions, ArrayHandle<?>> maker,
            Setting setting) {
        super(kind.type() + (direct ? ", direct" : ""), setting);
        this.kind = kind;
        this.maker = maker;
        pool = direct ? PagePool.direct(KEPT_BYTES) : PagePool.heap(KEPT_BYTES);
        elements();
        bulk();
        handles();
    }

    private Twin any() {
        if (open.isEmpty()) {
            ArrayOptions options = ArrayOptions.defaults()
                    .withPageSize(PAGE_SIZES[random.nextInt(PAGE_SIZES.length)])
                    .withPool(pool)
                    .withLeakDetection(LeakDetection.ALL);
            // of every second array nothing is there yet
            boolean full = random.nextBoolean();
            long[] model = random.longs(LENGTH)
                    .map(number -> full ? kind.trimmed(number) : 0)
                    .toArray();
            ArrayHandle<?> handle = maker.apply((long) LENGTH, options);
            if (full) {
                handle.write(0, model);
            }
            open.add(new Twin(handle, model));
        }
        return open.get(random.nextInt(open.size()));
    }

    private int index() {
        return random.nextInt(LENGTH);
    }

    private long value() {
        return kind.trimmed(random.nextLong());
    }

    /** Something done with a range of a handle. */
    private interface Ranged {
        void act(Twin twin, int from, int to);
    }

    private void ranged(String name, int weight, Ranged action) {
        operation(name, weight, () -> {
            int from = index();
            action.act(any(), from, Math.min(LENGTH, from + random.nextInt(WIDEST)));
        });
    }

    private void elements() {
        operation("set", 60, () -> {
            Twin twin = any();
            int at = index();
            long value = value();
            twin.handle.set(at, value);
            twin.model[at] = value;
        });
        operation("getAndSet", 20, () -> {
            Twin twin = any();
            int at = index();
            long value = value();
            Fault.unlessSame("element " + at, twin.model[at], twin.handle.getAndSet(at, value));
            twin.model[at] = value;
        });
        operation("get", 60, () -> {
            Twin twin = any();
            int at = index();
            Fault.unlessSame("element " + at, twin.model[at], twin.handle.get(at));
        });
    }

    private void bulk() {
        ranged("write", 10, (twin, from, to) -> {
            long[] values = new long[to - from];
            Arrays.setAll(values, i -> value());
            twin.handle.write(from, values);
            System.arraycopy(values, 0, twin.model, from, values.length);
        });
        ranged(
                "read",
                10,
                (twin, from, to) -> Fault.unless(
                        Arrays.equals(twin.handle.read(from, to - from), Arrays.copyOfRange(twin.model, from, to)),
                        "a range that is not that of the model: " + from + " to " + to));
        ranged("fill", 5, (twin, from, to) -> {
            long value = value();
            twin.handle.fill(from, to, value);
            Arrays.fill(twin.model, from, to, value);
        });
        ranged("clear", 5, (twin, from, to) -> {
            twin.handle.clear(from, to);
            Arrays.fill(twin.model, from, to, 0);
        });
        ranged("copyFrom", 5, (twin, from, to) -> {
            Twin source = any();
            int at = random.nextInt(LENGTH - (to - from) + 1);
            twin.handle.copyFrom(source.handle, from, at, to - from);
            System.arraycopy(source.model, from, twin.model, at, to - from);
        });
        operation("clear all", 1, () -> {
            if (random.nextInt(16) == 0) {
                Twin twin = any();
                twin.handle.clear(0, LENGTH);
                Arrays.fill(twin.model, 0);
            }
        });
    }

    private void handles() {
        operation("snapshot to write", 3, () -> {
            Twin twin = any();
            if (open.size() < MOST_HANDLES) {
                open.add(new Twin(twin.handle.snapshot(), twin.model.clone()));
            }
        });
        operation("snapshot to keep", 4, () -> {
            Twin twin = any();
            kept.add(twin.handle.snapshot(), twin.model.clone());
        });
        operation("close", 2, () -> {
            Twin twin = any();
            if (open.size() > 1) {
                check(twin);
                open.removeIf(each -> each == twin);
                twin.handle.close();
            }
        });
        operation("accounts", 2, () -> {
            Twin twin = any();
            ArrayStats stats = twin.handle.stats();
            Fault.unlessSame("own and shared pages", stats.pages(), stats.ownPages() + stats.sharedPages());
            Fault.unlessSame("isUnique", stats.sharedPages() == 0, twin.handle.isUnique());
            Fault.unlessSame("has pages of its own", stats.ownPages() > 0, twin.handle.exclusiveBytes() > 0);
        });
        operation("diff", 1, () -> {
            Twin twin = any();
            Twin other = any();
            Fault.unlessSame("mismatch", Arrays.mismatch(twin.model, other.model), twin.handle.mismatch(other.handle));
            List<ArrayRange> expected = ranges(twin.model, other.model);
            Fault.unlessSame("diff", expected, twin.handle.diff(other.handle).toList());
        });
        operation("sum", 1, () -> {
            Twin twin = any();
            Fault.unlessSame("sum", Arrays.stream(twin.model).sum(), twin.handle.sum());
        });
    }

    private static List<ArrayRange> ranges(long[] one, long[] other) {
        List<ArrayRange> ranges = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            int from = i;
            while (i < LENGTH && one[i] != other[i]) {
                i++;
            }
            if (i > from) {
                ranges.add(new ArrayRange(from, i));
            }
        }
        return ranges;
    }

    private static void check(Twin twin) {
        compare(twin.handle, twin.model);
    }

    private static void compare(ArrayHandle<?> handle, long[] model) {
        long[] found = handle.read(0, LENGTH);
        int at = Arrays.mismatch(found, model);
        if (at >= 0) {
            throw new Fault("element " + at + ": " + model[at] + " expected, but found " + found[at]);
        }
    }

    @Override
    void checkContent() {
        open.forEach(ArraySteps::check);
    }

    @Override
    void checkKept(ArrayHandle<?> snapshot, long[] expected) {
        compare(snapshot, expected);
    }

    @Override
    void end(ArrayHandle<?> snapshot) {
        snapshot.close();
    }

    @Override
    long livePages() {
        return pool.stats().livePages();
    }

    /** Closes all: then no page may be left in use, and the pool gives up what it has kept. */
    @Override
    void closeLive() {
        open.forEach(twin -> twin.handle.close());
        open.clear();
        PoolStats stats = pool.stats();
        Fault.unlessSame("pages in use when all handles are closed", 0, stats.livePages());
        Fault.unlessSame("pages made, and kept or given up", stats.allocated(), stats.freePages() + stats.givenUp());
        Fault.unless(stats.freeBytes() <= KEPT_BYTES, "a pool that keeps more than it may: " + stats);
        pool.trim();
    }
}
