package dev.holstein.jmh.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Snapshots that are kept beside the collection they were taken of, each with the model of that moment: most of them for a while,
 * some for long. Each is compared now and then, and always before it is dropped.
 *
 * @param <S> a snapshot
 * @param <M> what it must show
 */
final class Kept<S, M> {
    private static final int RECENT = 8;
    private static final int OLD = 4;

    /** One of so many recent ones becomes an old one. */
    private static final int AGEING = 32;

    private final SplittableRandom random;
    private final List<Entry<S, M>> recent = new ArrayList<>();
    private final List<Entry<S, M>> old = new ArrayList<>();
    private final Consumer<Entry<S, M>> check;
    private final Consumer<S> drop;
    private long taken;

    /**
     * A snapshot and its model.
     *
     * @param snapshot the snapshot
     * @param model what it must show
     */
    record Entry<S, M>(S snapshot, M model) {}

    /**
     * None are kept yet.
     *
     * @param random chooses
     * @param check compares a snapshot with its model
     * @param drop is told of each that is dropped
     */
    Kept(SplittableRandom random, Consumer<Entry<S, M>> check, Consumer<S> drop) {
        this.random = random;
        this.check = check;
        this.drop = drop;
    }

    void add(S snapshot, M model) {
        taken++;
        recent.add(new Entry<>(snapshot, model));
        if (recent.size() > RECENT) {
            Entry<S, M> outgoing = recent.remove(random.nextInt(RECENT));
            if (old.size() == OLD && random.nextInt(AGEING) > 0) {
                drop(outgoing);
            } else {
                old.add(outgoing);
                if (old.size() > OLD) {
                    drop(old.remove(random.nextInt(OLD)));
                }
            }
        }
    }

    private void drop(Entry<S, M> entry) {
        check.accept(entry);
        drop.accept(entry.snapshot);
    }

    /** Whether a snapshot is kept: one of an immutable type may be kept twice. */
    boolean has(S snapshot) {
        return Stream.concat(recent.stream(), old.stream()).anyMatch(entry -> entry.snapshot == snapshot);
    }

    boolean isEmpty() {
        return recent.isEmpty() && old.isEmpty();
    }

    /** Any of them; there is one. */
    Entry<S, M> any() {
        int i = random.nextInt(recent.size() + old.size());
        return i < recent.size() ? recent.get(i) : old.get(i - recent.size());
    }

    void checkOne() {
        if (!isEmpty()) {
            check.accept(any());
        }
    }

    void dropAll() {
        for (List<Entry<S, M>> some : List.of(recent, old)) {
            while (!some.isEmpty()) {
                drop(some.remove(some.size() - 1));
            }
        }
    }

    /** Everything that is kept. */
    List<S> all() {
        return Stream.concat(recent.stream(), old.stream()).map(Entry::snapshot).toList();
    }

    /** How many were added so far. */
    long taken() {
        return taken;
    }
}
