package dev.holstein.jmh.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/**
 * Several threads at one collection. Each writer has a part of it that no other writes to, so that its model is exact; what it writes also
 * keeps a promise that readers can tell at any moment. The threads stop now and then, and everything is compared.
 *
 * <p>The choices of each thread depend on the seed alone, the order in which threads meet does not.
 */
abstract class Together implements AutoCloseable {
    /** One reader for so many threads. */
    private static final int READERS_PART = 3;

    private static final int UNTIL_LOOK_AT_CLOCK = 16;
    private static final int FOLLOWED_PART = 16;

    final int writers;

    private final String name;
    private final List<SplittableRandom> randoms = new ArrayList<>();
    private final LongAdder writes = new LongAdder();
    private final LongAdder views = new LongAdder();
    private final AtomicBoolean failed = new AtomicBoolean();
    private final Dropped dropped;
    private long settled;

    Together(String name, Setting setting) {
        this.name = name + ", threads";
        dropped = setting.dropped();
        writers = setting.threads() - Math.max(1, setting.threads() / READERS_PART);
        SplittableRandom random = setting.randomOf(this.name);
        for (int i = 0; i < setting.threads(); i++) {
            randoms.add(random.split());
        }
    }

    /** One write of one writer. */
    abstract void write(int writer, SplittableRandom random);

    /** One view of one reader, while writers are at work; false if there was nothing to see. */
    abstract boolean read(SplittableRandom random);

    /** Compares everything; nobody is at work. */
    abstract void compare();

    /** Gives up what the collector does not; nobody is at work. */
    void end() {
        // most things are just dropped
    }

    /** How many pages of arrays are in use. */
    long livePages() {
        return 0;
    }

    /** How many kinds of writes there are. */
    abstract int kinds();

    /** What each thread is to do, until it is told to end, or something is wrong. */
    final List<Runnable> jobs(BooleanSupplier end) {
        List<Runnable> jobs = new ArrayList<>();
        for (int i = 0; i < randoms.size(); i++) {
            int number = i;
            SplittableRandom random = randoms.get(i);
            jobs.add(
                    i < writers
                            ? () -> loop("writer " + number, writes, end, () -> {
                                write(number, random);
                                return true;
                            })
                            : () -> loop("reader " + number, views, end, () -> read(random)));
        }
        return jobs;
    }

    private void loop(String who, LongAdder count, BooleanSupplier end, BooleanSupplier action) {
        do {
            for (int i = 0; i < UNTIL_LOOK_AT_CLOCK && !failed.get(); i++) {
                if (guarded(who, action)) {
                    count.increment();
                }
            }
        } while (!end.getAsBoolean() && !failed.get());
    }

    /** Follows a view that its reader drops now: one of many, for there are more than are needed. */
    final void drop(SplittableRandom random, String what, Object view) {
        if (random.nextInt(FOLLOWED_PART) == 0) {
            dropped.add(what, view);
        }
    }

    private boolean guarded(String doing, BooleanSupplier action) {
        try {
            return action.getAsBoolean();
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            failed.set(true);
            String said = e instanceof Fault ? String.valueOf(e.getMessage()) : e.toString();
            throw new Fault(name + ", " + doing + ": " + said, e);
        }
    }

    final void settle() {
        settled++;
        guarded("when all had stopped", () -> {
            compare();
            return true;
        });
    }

    @Override
    public final void close() {
        settle();
        guarded("end", () -> {
            end();
            return true;
        });
    }

    /** After a fault: gives up what the collector does not. */
    final void abandon() {
        try {
            end();
        } catch (RuntimeException e) {
            // there has been a fault already
        }
    }

    final String name() {
        return name;
    }

    final Tally tally() {
        return new Tally(name, kinds(), writes.sum(), views.sum(), views.sum() + settled);
    }
}
