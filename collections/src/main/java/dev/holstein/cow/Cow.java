package dev.holstein.cow;

import dev.holstein.core.Checks;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A handle on a value of any type that is copied when it is first written, and only if somebody else can see it.
 *
 * <pre>{@code
 * List<String> defaults = List.of("quiet");
 * Cow<List<String>> mine = Cow.borrowed(defaults, ArrayList::new);   // defaults belong to somebody else
 * mine.toMut().add("verbose");                                       // copies, once
 * mine.toMut().add("colour");                                        // in place
 * Cow<List<String>> yours = mine.share();                            // O(1): two handles, one value
 * yours.mutate(list -> list.remove("verbose"));                      // copies: mine still has both
 * assert mine.get().equals(List.of("quiet", "verbose", "colour")) && defaults.size() == 1;
 *
 * Cow<String> path = Cow.borrowed("/usr/lib");                       // immutable values need no copier
 * assert path.map(p -> p.contains("//") ? p.replace("//", "/") : p) == path;   // nothing changed: the same handle
 * }</pre>
 *
 * <p>Choose it where a value is mostly read and seldom changed, and its type has no copy-on-write form of its own.
 * Prefer {@link AtomicCow} if several threads are to see one present value, and the collections of this library where
 * there is one: they copy a path or a page, a {@code Cow} copies the whole value.
 *
 * <p><b>Borrowed and owned.</b> A {@link #borrowed} value belongs to somebody else and is always copied before it is
 * edited. An {@link #owned} one was given away by the caller: a handle that is alone with it edits it in place. What
 * {@link #get} answers is to be read only, and only while the handle is open and not written through; what
 * {@link #toMut} answers is to be edited only until the handle is next shared or closed. No type system holds you to
 * that here, as Rust's does.
 *
 * <p><b>Cost.</b> {@link #get}, {@link #share}, {@link #close}: O(1). {@link #toMut} and {@link #mutate}: O(1) if the
 * handle is alone with an owned value, else one call of the copier. 24 bytes a handle, and 24 for the value that
 * handles share.
 *
 * <p><b>Snapshots.</b> {@link #share} copies nothing; the first later write through any of the handles copies once.
 * When the other handles are closed, the last one writes in place again. A handle that is dropped and never closed
 * costs one copy that was not needed, never a wrong result, and no memory beside the value.
 *
 * <p><b>Threads.</b> As Rust's {@code Arc::make_mut}: one handle is used by one thread at a time, and handed to another
 * as any object is (through a lock, a queue, the start of a thread). Handles on one value may be on different threads,
 * which may read, write, share and close at the same time. All reads through a handle happen-before the first edit in
 * place that its closing allows. The copier may be called by several threads at once, on the same value.
 *
 * <p><b>Nulls and equality.</b> Null values are refused. Two handles are equal if their values are; a closed handle is
 * equal to itself only.
 *
 * <p><b>User code.</b> The copier and the functions run before anything is changed, but for the edit in place: if they
 * throw, the handle is as it was. A function or copier that uses the handle it was called by, but to read, is refused.
 *
 * @implNote A value with an atomic count of its handles. The rule is that of Linux {@code do_wp_page} (count 1: write;
 *     more: copy and drop the count) and of {@code make_mut} in Rust's {@code Rc} and {@code Arc}; the names are those
 *     of Rust's {@code Cow}.
 * @param <T> the type of the value
 */
public final class Cow<T> implements AutoCloseable {
    private static final VarHandle SHARED;

    static {
        try {
            SHARED = MethodHandles.lookup().findVarHandle(Cow.class, "shared", SharedValue.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final String REMEDY =
            "give one, as the second argument of borrowed(..) or owned(..), or replace the value with map(..)";

    private final @Nullable UnaryOperator<T> copier;

    /** What this handle points to; null once it is closed. */
    private @Nullable SharedValue<T> shared;

    /** Whether a function or the copier is being called. */
    private boolean atWork;

    private Cow(SharedValue<T> shared, @Nullable UnaryOperator<T> copier) {
        this.shared = shared;
        this.copier = copier;
    }

    /**
     * A handle on a value that somebody else owns: it is copied before the first write, however many handles there are.
     *
     * @param <T> the type of the value
     * @param value the value, which its owner does not edit while there are handles on it
     * @param copier makes a copy that shares nothing mutable with its argument
     * @return the handle
     * @throws NullPointerException if an argument is null
     */
    public static <T> Cow<T> borrowed(T value, UnaryOperator<T> copier) {
        return new Cow<>(new SharedValue<>(Checks.notNull(value, "value"), true), Checks.notNull(copier, "copier"));
    }

    /**
     * A handle on an immutable value that somebody else owns; {@link #map} replaces it, and nothing can edit it.
     *
     * @param <T> the type of the value
     * @param value the value, which never changes
     * @return the handle
     * @throws NullPointerException if the value is null
     */
    public static <T> Cow<T> borrowed(T value) {
        return new Cow<>(new SharedValue<>(Checks.notNull(value, "value"), true), null);
    }

    /**
     * A handle on a value that the caller gives away: a handle that is alone with it edits it in place.
     *
     * @param <T> the type of the value
     * @param value the value, which nobody else edits or keeps
     * @param copier makes a copy that shares nothing mutable with its argument
     * @return the handle
     * @throws NullPointerException if an argument is null
     */
    public static <T> Cow<T> owned(T value, UnaryOperator<T> copier) {
        return new Cow<>(new SharedValue<>(Checks.notNull(value, "value"), false), Checks.notNull(copier, "copier"));
    }

    /**
     * A handle on an immutable value; {@link #map} replaces it, and nothing needs to edit it.
     *
     * @param <T> the type of the value
     * @param value the value, which never changes
     * @return the handle
     * @throws NullPointerException if the value is null
     */
    public static <T> Cow<T> owned(T value) {
        return new Cow<>(new SharedValue<>(Checks.notNull(value, "value"), false), null);
    }

    /**
     * The value, to be read.
     *
     * @return the value itself, not a copy
     * @throws IllegalStateException if the handle is closed
     */
    public T get() {
        return open().value;
    }

    /**
     * The value, to be edited: itself if this handle is alone with an owned value, else a copy that this handle points
     * to from now on, alone.
     *
     * @return the value, which nobody else sees until this handle is shared
     * @throws IllegalStateException if the handle is closed, if a function or copier called by it uses it, or if the
     *     copier answers the value itself
     * @throws NullPointerException if the copier answers null
     * @throws UnsupportedOperationException if a copy is needed, and there is no copier
     */
    public T toMut() {
        SharedValue<T> before = enter();
        try {
            if (before.mayBeEdited()) {
                return before.value;
            }
            SharedValue<T> after = copyOf(before);
            move(before, after);
            return after.value;
        } finally {
            atWork = false;
        }
    }

    /**
     * Edits the value: itself if this handle is alone with an owned value, else a copy that this handle points to from
     * now on.
     *
     * @param edit edits the value, called once, and does not keep it. If it throws, a copy is dropped and the handle is
     *     as it was; but what it has edited in place cannot be undone
     * @throws IllegalStateException if the handle is closed, if a function or copier called by it uses it, or if the
     *     copier answers the value itself
     * @throws NullPointerException if the function is null, or the copier answers null
     * @throws UnsupportedOperationException if a copy is needed, and there is no copier
     */
    public void mutate(Consumer<? super T> edit) {
        Checks.notNull(edit, "edit");
        SharedValue<T> before = enter();
        try {
            if (before.mayBeEdited()) {
                edit.accept(before.value);
            } else {
                SharedValue<T> after = copyOf(before);
                edit.accept(after.value);
                move(before, after);
            }
        } finally {
            atWork = false;
        }
    }

    /**
     * What a function makes of the value; this handle stays as it was. Nothing is copied.
     *
     * @param function is called once, and answers either the value itself, unedited, or another that nobody else edits
     *     or keeps
     * @return this handle if the function answers the same reference, else a new handle on an owned value, with the
     *     same copier
     * @throws IllegalStateException if the handle is closed, or if a function or copier called by it uses it
     * @throws NullPointerException if the function is null, or answers null
     */
    public Cow<T> map(UnaryOperator<T> function) {
        Checks.notNull(function, "function");
        T value = enter().value;
        try {
            T result = Checks.notNull(function.apply(value), "result of the function");
            return result == value ? this : new Cow<>(new SharedValue<>(result, false), copier);
        } finally {
            atWork = false;
        }
    }

    /**
     * Another handle on the same value, for any thread. O(1).
     *
     * @return the handle, to be closed on its own
     * @throws IllegalStateException if the handle is closed, or if a function or copier called by it uses it
     */
    public Cow<T> share() {
        SharedValue<T> present = idle();
        if (!present.enter()) {
            throw closed();
        }
        return new Cow<>(present, copier);
    }

    /**
     * Hands out the value for good and closes the handle: itself if this handle is alone with an owned value, or if it
     * has no copier (then the value never changes); else a copy.
     *
     * @return a value that nobody else has, unless it is immutable
     * @throws IllegalStateException if the handle is closed, if a function or copier called by it uses it, or if the
     *     copier answers the value itself; in the latter case it stays open
     * @throws NullPointerException if the copier answers null; the handle stays open
     */
    public T intoOwned() {
        SharedValue<T> before = enter();
        try {
            T value = copier == null || before.mayBeEdited() ? before.value : copyOf(before).value;
            move(before, null);
            return value;
        } finally {
            atWork = false;
        }
    }

    /**
     * Whether the value belongs to somebody else, so that the next write copies it.
     *
     * @return whether it was given as {@link #borrowed} and not been written through this handle since
     * @throws IllegalStateException if the handle is closed
     */
    public boolean isBorrowed() {
        return open().borrowed;
    }

    /**
     * Whether the value belongs to its handles; if there are several, the next write still copies it.
     *
     * @return the opposite of {@link #isBorrowed}
     * @throws IllegalStateException if the handle is closed
     */
    public boolean isOwned() {
        return !open().borrowed;
    }

    /**
     * How many open handles point to the value, this one included. Other threads may change it at any time, but for 1,
     * which only this handle can.
     *
     * @return handles, at least 1; those that were dropped unclosed are counted
     * @throws IllegalStateException if the handle is closed
     */
    public int refCount() {
        return open().handles();
    }

    /**
     * Gives the value back, so that the last handle left on it may edit it in place. Closing again does nothing.
     *
     * @throws IllegalStateException if a function or copier called by this handle closes it
     */
    @Override
    public void close() {
        SharedValue<T> before = shared;
        if (before != null) {
            refuseRecursion();
            if (SHARED.compareAndSet(this, before, null)) {
                before.leave();
            }
        }
    }

    /**
     * Compares the values; reads both, so both handles must be this thread's.
     *
     * @param object anything
     * @return whether it is an open handle, as this one, and the values are equal; a closed one is equal to itself
     */
    @Override
    public boolean equals(@Nullable Object object) {
        if (object == this) {
            return true;
        }
        if (!(object instanceof Cow<?> other)) {
            return false;
        }
        SharedValue<T> mine = shared;
        SharedValue<?> others = other.shared;
        return mine != null && others != null && (mine == others || mine.value.equals(others.value));
    }

    @Override
    public int hashCode() {
        SharedValue<T> present = shared;
        return present == null ? 0 : present.value.hashCode();
    }

    @Override
    public String toString() {
        SharedValue<T> present = shared;
        if (present == null) {
            return "Cow.closed";
        }
        return (present.borrowed ? "Cow.borrowed(" : "Cow.owned(") + present.value + ")";
    }

    private SharedValue<T> open() {
        SharedValue<T> present = shared;
        if (present == null) {
            throw closed();
        }
        return present;
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("this handle is closed; share() before closing gives another");
    }

    private void refuseRecursion() {
        if (atWork) {
            throw new IllegalStateException(
                    "recursive update: a function or copier called by this handle uses it; share() a handle for it before");
        }
    }

    private SharedValue<T> idle() {
        SharedValue<T> present = open();
        refuseRecursion();
        return present;
    }

    /** Begins a call of user code; a {@code finally} must store false in {@link #atWork}. */
    private SharedValue<T> enter() {
        SharedValue<T> present = idle();
        atWork = true;
        return present;
    }

    private SharedValue<T> copyOf(SharedValue<T> before) {
        return new SharedValue<>(Copies.of(copier, before.value, REMEDY), false);
    }

    /**
     * Points elsewhere, and only then leaves. By compare-and-set, so that a handle that two threads use against the
     * rules still leaves once: a count too low would let somebody edit what another one reads.
     */
    private void move(SharedValue<T> before, @Nullable SharedValue<T> after) {
        if (!SHARED.compareAndSet(this, before, after)) {
            throw closed();
        }
        before.leave();
    }
}
