package dev.holstein.jmh.soak;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.CowLongArray;
import dev.holstein.array.LeakDetection;
import dev.holstein.array.PagePool;
import dev.holstein.cow.Cow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Handles on the pages of arrays, and on values, that go from thread to thread: each is one thread's at a time, what they share is
 * everybody's. Writers write, share, hand over and close; readers take what is handed over, compare and close it.
 */
final class HandlesTogether extends Together {
    private static final int LENGTH = 2_000;
    private static final int PAGE = 16;
    private static final int MOST_HANDLES = 6;
    private static final int KINDS = 8;
    private static final long KEPT_BYTES = 1 << 18;

    private final PagePool pool;
    private final ArrayOptions options;
    private final List<List<Twin>> own = new ArrayList<>();
    private final BlockingQueue<Twin> between = new ArrayBlockingQueue<>(8);

    /** Two handles, and what both must show. */
    private record Twin(CowLongArray array, Cow<long[]> value, long[] model) {
        Twin share() {
            return new Twin(array.snapshot(), value.share(), model.clone());
        }

        void check() {
            Fault.unless(Arrays.equals(array.toArray(), model), "an array that is not that of its model");
            Fault.unless(Arrays.equals(value.get(), model), "a value that is not that of its model");
        }

        void close() {
            check();
            array.close();
            value.close();
        }
    }

    HandlesTogether(boolean direct, Setting setting) {
        super("CowLongArray and Cow" + (direct ? ", direct" : ""), setting);
        pool = direct ? PagePool.direct(KEPT_BYTES) : PagePool.heap(KEPT_BYTES);
        options = ArrayOptions.defaults().withPageSize(PAGE).withPool(pool).withLeakDetection(LeakDetection.ALL);
        for (int writer = 0; writer < writers; writer++) {
            own.add(new ArrayList<>());
        }
    }

    @Override
    int kinds() {
        return KINDS;
    }

    @Override
    void write(int writer, SplittableRandom random) {
        List<Twin> twins = own.get(writer);
        if (twins.isEmpty()) {
            twins.add(new Twin(
                    CowLongArray.ofLength(LENGTH, options),
                    Cow.owned(new long[LENGTH], long[]::clone),
                    new long[LENGTH]));
        }
        Twin twin = twins.get(random.nextInt(twins.size()));
        int at = random.nextInt(LENGTH);
        long number = random.nextLong();
        switch (random.nextInt(KINDS)) {
            case 0, 1 -> {
                twin.array.set(at, number);
                twin.value.toMut()[at] = number;
                twin.model[at] = number;
            }
            case 2 -> {
                int end = Math.min(LENGTH, at + 100);
                twin.array.fill(at, end, number);
                twin.value.mutate(value -> Arrays.fill(value, at, end, number));
                Arrays.fill(twin.model, at, end, number);
            }
            case 3 -> {
                if (twins.size() < MOST_HANDLES) {
                    twins.add(twin.share());
                }
            }
            case 4 -> {
                Twin gift = twin.share();
                if (!between.offer(gift)) {
                    gift.close();
                }
            }
            case 5 -> {
                // the handle itself, not another one: from now on it is another thread's
                if (between.offer(twin)) {
                    twins.removeIf(each -> each == twin);
                }
            }
            case 6 -> {
                Twin gift = between.poll();
                if (gift != null) {
                    twins.add(gift);
                }
            }
            default -> {
                if (twins.size() > MOST_HANDLES / 2) {
                    twins.removeIf(each -> each == twin);
                    twin.close();
                    drop(random, "CowLongArray of several threads", twin.array);
                    drop(random, "Cow of several threads", twin.value);
                }
            }
        }
    }

    @Override
    boolean read(SplittableRandom random) {
        Twin gift = between.poll();
        if (gift == null) {
            Thread.onSpinWait();
            return false;
        }
        gift.check();
        Twin copy = gift.share();
        gift.close();
        copy.close();
        return true;
    }

    @Override
    void compare() {
        own.forEach(twins -> twins.forEach(Twin::check));
        between.forEach(Twin::check);
    }

    @Override
    long livePages() {
        return pool.stats().livePages();
    }

    @Override
    void end() {
        own.forEach(twins -> twins.forEach(Twin::close));
        own.forEach(List::clear);
        between.forEach(Twin::close);
        between.clear();
        Fault.unlessSame(
                "pages in use when all handles are closed", 0, pool.stats().livePages());
        pool.trim();
    }
}
