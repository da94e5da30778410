package dev.holstein.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What operations are given: it burns a fuse, and can be changed behind an operation's back. What is made of what belongs to the structure
 * that is tested.
 *
 * @param <F> a fuse, and what holds it
 */
public abstract class Arguments<F extends Fuse> {
    public final F fuse;
    private final List<Runnable> spoilers = new ArrayList<>();

    protected Arguments(F fuse) {
        this.fuse = fuse;
    }

    public final <T> T burning(T answer) {
        return fuse.burning(answer);
    }

    public final <T> T quietly(Supplier<T> made) {
        return fuse.quietly(made);
    }

    /** Remembers how to change an argument. */
    public final <T> T spoiltBy(T argument, Runnable spoiler) {
        spoilers.add(spoiler);
        return argument;
    }

    final boolean canSpoil() {
        return !spoilers.isEmpty();
    }

    /** Changes all arguments of the operation that runs. */
    final void spoil() {
        spoilers.forEach(Runnable::run);
    }

    final void forget() {
        spoilers.clear();
    }
}
