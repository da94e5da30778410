package dev.holstein.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one concurrent face: the present one, the monitor by which writers take turns, and a write to several faces
 * that is being published.
 *
 * <p><b>Several faces at once.</b> A version, once replaced, never comes back (faces publish a new object each time, even for
 * old contents). So if all versions of a group are read, and then read again and found the same, all of them were present
 * together in between. A write to several faces holds all their monitors and leaves itself in {@code pending} of each before
 * it publishes the first version: a reader of the group that finds it there completes the publication, by compare-and-set, and
 * reads again. A reader that finds a new version of one face and an old one of another therefore finds the write pending in
 * the second, or finds the version changed. (Herlihy and Wing, <cite>Linearizability</cite>, 1990; helping after Harris,
 * Fraser and Pratt, <cite>A Practical Multi-Word Compare-and-Swap Operation</cite>, 2002.)
 *
 * @param <S> the state, immutable and complete by its final fields
 */
public final class Versions<S> extends Published<S> {
    /** Reads of a group that writers may disturb before the reader takes their turn. */
    private static final int MOST_READS = 64;

    private static final VarHandle PENDING;

    static {
        try {
            PENDING = MethodHandles.lookup().findVarHandle(Versions.class, "pending", GroupWrite.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final AtomicLong NEXT_ID = new AtomicLong();

    /**
     * Counts, refuses recursion, and is the monitor that writers take turns by. A monitor, not a {@code ReentrantLock}: the JVM
     * leaves it by itself when the stack has overflowed, where {@code unlock()} is one more call that does.
     */
    public final Ownership rights = Ownership.ofCopies();

    /** Where this one comes when several monitors are taken. */
    private final long id = NEXT_ID.getAndIncrement();

    @SuppressWarnings("unused") // by PENDING
    volatile @Nullable GroupWrite pending;

    /**
     * Makes the versions of a new face.
     *
     * @param first the first one
     */
    public Versions(S first) {
        super(first);
    }

    /** Several versions that become present together. */
    static final class GroupWrite {
        private final Versions<?>[] members;
        private final Object[] before;
        private final Object[] after;

        /**
         * Whether this is pending in all members. Who finds it in one before that leaves it alone: the versions are those before it, and
         * one published already could be seen beside an old one of a member in which nothing is pending yet.
         */
        private volatile boolean complete;

        GroupWrite(Versions<?>[] members, Object[] before, Object[] after) {
            this.members = members;
            this.before = before;
            this.after = after;
        }

        /**
         * Publishes what no other thread has; for the writer, whose turn it is of all members. From the first store to the last nothing is
         * called, so that no overflow of the stack comes between: a write that was left pending in one member would be lost there by the
         * next writer of that member alone.
         */
        @SuppressWarnings({"unchecked", "rawtypes"}) // the states are those of this very member
        void publishInTurn() {
            Versions[] all = members;
            for (int i = 0; i < all.length; i++) {
                all[i].pending = this;
            }
            complete = true;
            for (int i = 0; i < all.length; i++) {
                all[i].state = after[i];
                all[i].kept = null;
            }
            for (int i = 0; i < all.length; i++) {
                all[i].pending = null;
            }
        }

        /** Publishes for the writer; any other thread may do so, any number of times. */
        void publish() {
            for (int i = 0; i < members.length; i++) {
                replace(members[i], before[i], after[i]);
            }
            for (Versions<?> member : members) {
                PENDING.compareAndSet(member, this, null); // not the next one, if this thread is late
            }
        }

        @SuppressWarnings("unchecked") // the states are those of this very member
        private static void replace(Versions<?> member, Object before, Object after) {
            boolean unused = ((Versions<Object>) member).compareAndSet(before, after);
        }
    }

    /**
     * The present versions of several faces, all of one moment. Waits for writers only if they disturb it time and again, and never
     * inside a write of one of them.
     *
     * @param members the faces
     * @return their versions
     */
    public static Object[] read(Versions<?>[] members) {
        return read(members, MOST_READS);
    }

    static Object[] read(Versions<?>[] members, int mostReads) {
        Object[] states = new Object[members.length];
        boolean mayWait = !holdsOne(members);
        for (int i = 0; i < mostReads || !mayWait; i++) {
            if (i >= mostReads) {
                Thread.onSpinWait();
            }
            collect(members, states);
            if (areStillPresent(members, states)) {
                return states;
            }
        }
        return inTurn(members, members.length, () -> {
            collect(members, states);
            return states;
        });
    }

    /** Whether the thread has the turn of a member: it must not wait for the others', in whatever order it comes to them. */
    private static boolean holdsOne(Versions<?>[] members) {
        for (Versions<?> member : members) {
            if (Thread.holdsLock(member.rights)) {
                return true;
            }
        }
        return false;
    }

    private static void collect(Versions<?>[] members, Object[] states) {
        for (int i = 0; i < members.length; i++) {
            states[i] = Checks.present(members[i].get(), "a version");
        }
    }

    /** Looks for a pending write before it looks at the version: in the other order, one could begin and end in between. */
    private static boolean areStillPresent(Versions<?>[] members, Object[] states) {
        for (int i = 0; i < members.length; i++) {
            GroupWrite write = members[i].pending;
            if (write != null && write.complete) {
                write.publish();
                return false;
            }
            if (members[i].get() != states[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Replaces the versions of several faces together. No other writer of any of them comes between.
     *
     * @param members the faces, each once
     * @param write makes the next versions of the present ones, called once; an unchanged one stays
     * @throws IllegalStateException if called from inside a write of one of them
     */
    public static void update(Versions<?>[] members, Function<Object[], Object[]> write) {
        Object unused = inTurn(members, members.length, () -> {
            int entered = 0;
            try {
                while (entered < members.length) {
                    members[entered].rights.enter();
                    entered++;
                }
                Object[] before = new Object[members.length];
                collect(members, before);
                publish(members, before, write.apply(before));
            } finally {
                for (int i = 0; i < entered; i++) {
                    members[i].rights.writer = Ownership.NOBODY;
                }
            }
            return members;
        });
    }

    private static void publish(Versions<?>[] members, Object[] before, Object[] after) {
        int changed = 0;
        Versions<?>[] written = new Versions<?>[members.length];
        Object[] from = new Object[members.length];
        Object[] to = new Object[members.length];
        for (int i = 0; i < members.length; i++) {
            if (before[i] != after[i]) {
                written[changed] = members[i];
                from[changed] = before[i];
                to[changed] = after[i];
                changed++;
            }
        }
        GroupWrite write = new GroupWrite(
                Arrays.copyOf(written, changed), Arrays.copyOf(from, changed), Arrays.copyOf(to, changed));
        write.publishInTurn();
    }

    /** Does something while no writer is at work on any of some faces; monitors are always taken in one order. */
    private static <T> T inTurn(Versions<?>[] members, int left, Supplier<T> action) {
        if (left == 0) {
            return action.get();
        }
        synchronized (members[left - 1].rights) {
            return inTurn(members, left - 1, action);
        }
    }

    /**
     * Brings faces into the order in which {@link #read} and {@link #update} take their turns.
     *
     * @return what compares them
     */
    public static Comparator<Versions<?>> inOrderOfTurns() {
        return Comparator.comparingLong(versions -> versions.id);
    }
}
