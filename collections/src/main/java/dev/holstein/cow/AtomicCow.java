package dev.holstein.cow;

import dev.holstein.core.Checks;
import dev.holstein.core.Groups;
import dev.holstein.core.Ownership;
import dev.holstein.core.Versions;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A value of any type that many threads read without locks, and that writers replace by an edited copy, one at a time.
 *
 * <pre>{@code
 * AtomicCow<List<String>> hosts = AtomicCow.of(new ArrayList<>(), ArrayList::new);
 * List<String> seen = hosts.get();          // one volatile read
 * hosts.update(list -> list.add("a"));      // edits a private copy and publishes it
 * assert seen.isEmpty() && hosts.get().equals(List.of("a"));
 * }</pre>
 *
 * <p>Choose it for a value that is read all the time and written now and then: configuration, routing tables, caches of
 * rules. Prefer the concurrent collections of this library where there is one: they copy a path, this copies the whole
 * value. Prefer {@link Cow} where each holder may change its own; {@link java.util.concurrent.atomic.AtomicReference}
 * does for immutable values if functions may be called more than once.
 *
 * <p><b>Cost.</b> {@link #get} and {@link #snapshot}: one volatile read, no allocation. {@link #update}: one call of
 * the copier, the edit, one volatile write, and 24 bytes for the version. {@link #updateAndGet} and the others: the
 * function instead.
 *
 * <p><b>Snapshots.</b> {@link #snapshot} is {@link #get}: whoever has a value keeps it, and no later write changes it.
 * It must not be edited, as a value that was given away must not be.
 *
 * <p><b>Threads.</b> Any. What a thread did before a write is visible to every thread that sees the write, and all
 * reads and writes are sequentially consistent. Writers take turns; no reader waits for a writer, nor a writer for a
 * reader.
 *
 * <p><b>Nulls and equality.</b> Null values are refused. Equality is identity, as of {@code AtomicReference}: the value
 * may change at any time.
 *
 * <p><b>User code.</b> The copier and the functions are called exactly once, while no other writer is at work, before
 * anything is published: if they throw, nothing has happened. They may read this object; one that writes to it is
 * refused. Functions of two such objects that each write to the other can wait for each other for ever, as with any
 * lock.
 *
 * <p><b>In a {@link SnapshotGroup}.</b> A member is read together with others at one moment, and written with them as
 * one. An update of a group copies and replaces the members that its function asks for; one without a copier is shown as it
 * is, and stays.
 *
 * @implNote One volatile field that points to the present version; the copy-on-write of {@code CopyOnWriteArrayList}
 *     and of Go's {@code atomic.Value}, with the writers' monitor of this library's concurrent maps.
 * @param <T> the type of the value
 */
public final class AtomicCow<T> implements Snapshottable<T>, Updatable<T> {
    static {
        Groups.register(AtomicCow.class, new AsMember());
    }

    private static final String REMEDY =
            "make the object by AtomicCow.of(value, copier), or replace the value with updateAndGet(..)";

    private final Versions<Version<T>> published;

    private AtomicCow(T value, @Nullable UnaryOperator<T> copier) {
        published = new Versions<>(new Version<>(value, copier));
    }

    /**
     * One version. A new object even for a value that was here before: versions of a group must not come back. It bears
     * the copier because a group has nothing else to make working copies from.
     */
    private static final class Version<T> {
        final T value;
        final @Nullable UnaryOperator<T> copier;

        Version(T value, @Nullable UnaryOperator<T> copier) {
            this.value = value;
            this.copier = copier;
        }
    }

    /**
     * Begins with a value that the caller gives away.
     *
     * @param <T> the type of the value
     * @param value the value, which nobody edits from now on
     * @param copier makes a copy that shares nothing mutable with its argument
     * @return what publishes it
     * @throws NullPointerException if an argument is null
     */
    public static <T> AtomicCow<T> of(T value, UnaryOperator<T> copier) {
        return new AtomicCow<>(Checks.notNull(value, "value"), Checks.notNull(copier, "copier"));
    }

    /**
     * Begins with an immutable value; all writes but {@link #update} replace it.
     *
     * @param <T> the type of the value
     * @param value the value, which never changes
     * @return what publishes it
     * @throws NullPointerException if the value is null
     */
    public static <T> AtomicCow<T> of(T value) {
        return new AtomicCow<>(Checks.notNull(value, "value"), null);
    }

    /**
     * The present value, to be read: one volatile read.
     *
     * @return the value itself, which no later write changes
     */
    public T get() {
        return published.get().value;
    }

    /**
     * The present value, to be read and kept: the same as {@link #get}.
     *
     * @return the value itself, which no later write changes
     */
    @Override
    public T snapshot() {
        return get();
    }

    /**
     * Copies the present value, edits the copy, and publishes it.
     *
     * @param edit edits the copy, called exactly once, while no other writer is at work, and does not keep it; if it
     *     throws, nothing has changed. It may read anything; keep it short
     * @throws IllegalStateException if called from inside a write of the same object, or if the copier answers the
     *     value itself; nothing has changed
     * @throws NullPointerException if the function is null, or the copier answers null; nothing has changed
     * @throws UnsupportedOperationException if there is no copier
     */
    @Override
    public void update(Consumer<? super T> edit) {
        Checks.notNull(edit, "edit");
        UnaryOperator<T> copier = published.get().copier;
        T unused = write(false, present -> {
            T copy = Copies.of(copier, present, REMEDY);
            edit.accept(copy);
            return copy;
        });
    }

    /**
     * Replaces the value by what a function makes of it, and answers the new one.
     *
     * @param function makes the next value of the present one, which it does not edit; called exactly once, while no
     *     other writer is at work. If it throws, nothing has changed; if it answers the same reference, nothing is
     *     published
     * @return the value after the write
     * @throws IllegalStateException if called from inside a write of the same object; nothing has changed
     * @throws NullPointerException if the function is null or answers null; nothing has changed
     */
    public T updateAndGet(UnaryOperator<T> function) {
        return write(false, Checks.notNull(function, "function"));
    }

    /**
     * Replaces the value by what a function makes of it, and answers the old one.
     *
     * @param function makes the next value of the present one, which it does not edit; called exactly once, while no
     *     other writer is at work. If it throws, nothing has changed; if it answers the same reference, nothing is
     *     published
     * @return the value before the write
     * @throws IllegalStateException if called from inside a write of the same object; nothing has changed
     * @throws NullPointerException if the function is null or answers null; nothing has changed
     */
    public T getAndUpdate(UnaryOperator<T> function) {
        return write(true, Checks.notNull(function, "function"));
    }

    /**
     * Replaces the value, whatever it is.
     *
     * @param next the new value, which nobody edits from now on
     * @throws IllegalStateException if called from inside a write of the same object; nothing has changed
     * @throws NullPointerException if the value is null
     */
    public void set(T next) {
        T unused = getAndSet(next);
    }

    /**
     * Replaces the value, whatever it is, and answers the old one.
     *
     * @param next the new value, which nobody edits from now on
     * @return the value before the write
     * @throws IllegalStateException if called from inside a write of the same object; nothing has changed
     * @throws NullPointerException if the value is null
     */
    public T getAndSet(T next) {
        Checks.notNull(next, "next");
        return write(true, present -> next);
    }

    /**
     * Replaces the value if it is still the one expected: for work that is done outside of any turn, and tried again if
     * another writer came first.
     *
     * @param expected a value compared by identity
     * @param next the new value, which nobody edits from now on
     * @return whether the value was the one expected, and is now the new one
     * @throws IllegalStateException if called from inside a write of the same object; nothing has changed
     * @throws NullPointerException if an argument is null
     */
    public boolean compareAndSet(T expected, T next) {
        Checks.notNull(expected, "expected");
        Checks.notNull(next, "next");
        return write(true, present -> present == expected ? next : present) == expected;
    }

    /** The value as text. */
    @Override
    public String toString() {
        return get().toString();
    }

    /** The one way to publish: a turn, a function, and a new version if the function answers another value. */
    private T write(boolean answersBefore, UnaryOperator<T> function) {
        Ownership rights = published.rights;
        synchronized (rights) {
            rights.enter();
            try {
                Version<T> before = published.get();
                T next = Checks.notNull(function.apply(before.value), "result of the function");
                if (next != before.value) {
                    published.set(new Version<>(next, before.copier));
                }
                return answersBefore ? before.value : next;
            } finally {
                rights.writer = Ownership.NOBODY;
            }
        }
    }

    @SuppressWarnings("unchecked") // each member is asked about its own versions
    private static final class AsMember implements Groups.Member<Object> {
        @Override
        public Versions<?> versions(Object face) {
            return ((AtomicCow<?>) face).published;
        }

        @Override
        public Object snapshot(Object state) {
            return ((Version<Object>) state).value;
        }

        /** The value itself if it is immutable: a group may read it beside members that it edits. */
        @Override
        public Object workingCopy(Object state) {
            Version<Object> version = (Version<Object>) state;
            return version.copier == null ? version.value : Copies.of(version.copier, version.value, REMEDY);
        }

        @Override
        public Object next(Object face, Object before, Object workingCopy) {
            Version<Object> version = (Version<Object>) before;
            return workingCopy == version.value ? version : new Version<>(workingCopy, version.copier);
        }
    }
}
