package dev.holstein.jmh.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Random operations on one type, each done to a model, too, that is known to be right; what both answer must be the same. What is done in
 * which step depends on the seed alone, so that a fault can be met again. One thread at a time.
 *
 * @param <S> what is kept of it: snapshots as a rule
 * @param <M> the model of that
 */
abstract class Steps<S, M> implements AutoCloseable {
    private static final int UNTIL_LOOK_AT_CLOCK = 16;

    final SplittableRandom random;
    final Kept<S, M> kept;

    private final String name;
    private final Dropped dropped;
    private final List<Operation> operations = new ArrayList<>();
    private int weights;
    private long steps;
    private long checks;

    Steps(String name, Setting setting) {
        this.name = name;
        dropped = setting.dropped();
        random = setting.randomOf(name);
        kept = new Kept<>(
                random,
                entry -> {
                    checks++;
                    checkKept(entry.snapshot(), entry.model());
                },
                snapshot -> {
                    end(snapshot);
                    passing(snapshot);
                });
        operation("check", 1, this::check);
        operation("check of a kept one", 2, kept::checkOne);
    }

    /** Follows a snapshot that goes now: every one that is taken, also for the moment of one operation. */
    final void passing(S snapshot) {
        if (!isLive(snapshot) && !kept.has(snapshot)) {
            dropped.add(name, snapshot);
        }
    }

    /** Something that can be done, how often compared with the others, and how often it was. */
    private static final class Operation {
        final String name;
        final int weight;
        final Runnable action;
        long count;

        Operation(String name, int weight, Runnable action) {
            this.name = name;
            this.weight = weight;
            this.action = action;
        }
    }

    /** Adds something that can be done. */
    final void operation(String operation, int weight, Runnable action) {
        operations.add(new Operation(operation, weight, action));
        weights += weight;
    }

    /** Compares the whole content with the model. */
    abstract void checkContent();

    /** Compares what was kept with the model of its moment. */
    abstract void checkKept(S snapshot, M model);

    /** Whether a snapshot is the present value itself, as of immutable types. */
    boolean isLive(S snapshot) {
        return false;
    }

    /** Ends what is dropped, if it has an end. */
    void end(S snapshot) {
        // most things are just dropped
    }

    /** Gives up what the collector does not. */
    void closeLive() {
        // most things are just dropped
    }

    /** How many pages of arrays are in use. */
    long livePages() {
        return 0;
    }

    final void check() {
        checks++;
        checkContent();
    }

    /** Goes on until told to end, or until something is wrong. */
    final void run(BooleanSupplier end) {
        do {
            for (int i = 0; i < UNTIL_LOOK_AT_CLOCK; i++) {
                step();
            }
        } while (!end.getAsBoolean());
    }

    private void step() {
        int choice = random.nextInt(weights);
        int i = 0;
        while (choice >= operations.get(i).weight) {
            choice -= operations.get(i).weight;
            i++;
        }
        Operation operation = operations.get(i);
        steps++;
        operation.count++;
        guarded(operation.name, operation.action);
    }

    private void guarded(String doing, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            String said = e instanceof Fault ? String.valueOf(e.getMessage()) : e.toString();
            throw new Fault(name + ", step " + steps + ", " + doing + ": " + said, e);
        }
    }

    /** Compares everything for the last time, and drops it. */
    @Override
    public final void close() {
        guarded("end", () -> {
            check();
            kept.dropAll();
            closeLive();
        });
    }

    /** After a fault: gives up what the collector does not, without a look at it. */
    final void abandon() {
        kept.all().forEach(this::end);
        try {
            closeLive();
        } catch (RuntimeException e) {
            // there has been a fault already
        }
    }

    /** What an operation answers, or the kind of its refusal: a model refuses the same. */
    static @Nullable Object outcome(Supplier<? extends @Nullable Object> operation) {
        try {
            return operation.get();
        } catch (NoSuchElementException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return e instanceof IndexOutOfBoundsException ? IndexOutOfBoundsException.class : e.getClass();
        }
    }

    final String name() {
        return name;
    }

    /** Operations that were never done yet: a soak of them would show nothing. */
    final List<String> neverDone() {
        return operations.stream()
                .filter(operation -> operation.count == 0)
                .map(operation -> operation.name)
                .toList();
    }

    final Tally tally() {
        return new Tally(name, operations.size(), steps, kept.taken(), checks);
    }
}
