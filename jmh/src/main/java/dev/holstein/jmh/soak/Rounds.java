package dev.holstein.jmh.soak;

import dev.holstein.array.ArrayLeak;
import dev.holstein.array.ArrayLeaks;
import dev.holstein.jmh.tour.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The random operations: rounds in which every type has its turn. After each round nobody is at work, all that was dropped must have gone,
 * and what is in use is read. In the end all is closed, and nothing may be left.
 */
final class Rounds {
    private static final double SECONDS_A_ROUND = 2.5;
    private static final int FEWEST_ROUNDS = 12;
    private static final int MOST_ROUNDS = 240;

    /** The part of the time in which types are at work by themselves; in the rest several threads are at each. */
    private static final double ALONE_PART = 0.65;

    private final Plan plan;
    private final Setting setting;
    private final List<Steps<?, ?>> mixed = new ArrayList<>();
    private final List<Together> together = new ArrayList<>();
    private final Gauge gauge;
    private final AtomicReference<@Nullable ArrayLeak> leak = new AtomicReference<>();

    Rounds(Plan plan, Subjects subjects, Setting setting) {
        this.plan = plan;
        this.setting = setting;
        gauge = new Gauge(plan.tolerance());
        subjects.mixed().forEach(maker -> {
            Steps<?, ?> steps = maker.apply(setting);
            if (plan.hasMixed(steps.name())) {
                mixed.add(steps);
            }
        });
        subjects.together().forEach(maker -> {
            Together shared = maker.apply(setting);
            if (plan.hasMixed(shared.name())) {
                together.add(shared);
            }
        });
    }

    /**
     * Does all rounds.
     *
     * @throws Fault if something was not as it must be
     */
    void run(Progress progress) throws InterruptedException {
        long direct = Gauge.directInUse();
        Consumer<ArrayLeak> listener = found -> {
            if (isOurs(found)) {
                leak.compareAndSet(null, found);
            }
        };
        ArrayLeaks.addListener(listener);
        progress.begin("Mixed operations", rounds());
        try (Crew crew = new Crew(setting.threads())) {
            for (int round = 0; round < rounds(); round++) {
                round(crew);
                progress.reached(round + 1);
            }
            mixed.forEach(Steps::close);
            together.forEach(Together::close);
            expectNoWaste();
            gauge.expectFlat();
            expectDirectBack(direct);
        } catch (Fault fault) {
            mixed.forEach(Steps::abandon);
            together.forEach(Together::abandon);
            throw fault;
        } finally {
            ArrayLeaks.removeListener(listener);
        }
    }

    /** Not one that something else in this process has left behind. */
    private static boolean isOurs(ArrayLeak leak) {
        String here = Rounds.class.getPackageName() + ".";
        return Arrays.stream(leak.madeAt().getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith(here));
    }

    private int rounds() {
        return (int) Math.max(FEWEST_ROUNDS, Math.min(MOST_ROUNDS, plan.seconds() / SECONDS_A_ROUND));
    }

    private void round(Crew crew) throws InterruptedException {
        double seconds = plan.seconds() / rounds();
        double alone = together.isEmpty() ? 1 : mixed.isEmpty() ? 0 : ALONE_PART;
        int workers = Math.min(setting.threads(), Math.max(1, mixed.size()));
        double each = seconds * alone * workers / Math.max(1, mixed.size());
        List<Runnable> jobs = new ArrayList<>();
        mixed.forEach(steps -> jobs.add(() -> steps.run(after(each))));
        crew.work(jobs);
        for (Together shared : together) {
            crew.work(shared.jobs(after(seconds * (1 - alone) / together.size())));
            shared.settle();
        }
        expectNoWaste();
        gauge.read(livePages());
    }

    private static BooleanSupplier after(double seconds) {
        long duration = (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        long[] start = {0};
        return () -> {
            // begins with the first look: a job may wait for a thread
            long now = System.nanoTime();
            synchronized (start) {
                start[0] = start[0] == 0 ? now : start[0];
                return now - start[0] >= duration;
            }
        };
    }

    private long livePages() {
        return mixed.stream().mapToLong(Steps::livePages).sum()
                + together.stream().mapToLong(Together::livePages).sum();
    }

    private void expectNoWaste() throws InterruptedException {
        setting.dropped().expectGone();
        ArrayLeak found = leak.get();
        if (found != null) {
            throw new Fault("a handle was dropped without close(): " + found, found.madeAt());
        }
    }

    private void expectDirectBack(long before) throws InterruptedException {
        int tries = 500;
        while (Gauge.directInUse() > before && tries-- > 0) {
            System.gc();
            Thread.sleep(10);
        }
        long left = Gauge.directInUse() - before;
        Fault.unless(left <= 0, left + " bytes of direct memory are in use though all handles are closed");
    }

    /** Whether nothing of it was asked for. */
    boolean isEmpty() {
        return mixed.isEmpty() && together.isEmpty();
    }

    Gauge gauge() {
        return gauge;
    }

    List<Tally> tallies() {
        List<Tally> tallies = new ArrayList<>();
        mixed.forEach(steps -> tallies.add(steps.tally()));
        together.forEach(shared -> tallies.add(shared.tally()));
        return tallies;
    }

    /** Operations that were never done: only of types that had a turn. */
    List<String> neverDone() {
        List<String> all = new ArrayList<>();
        mixed.forEach(steps -> steps.neverDone().forEach(each -> all.add(steps.name() + ": " + each)));
        return all;
    }
}
