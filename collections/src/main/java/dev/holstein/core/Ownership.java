package dev.holstein.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ConcurrentModificationException;
import org.jspecify.annotations.Nullable;

/**
 * The right of one mutable face to edit nodes in place: its present {@link Owner} and the reasons to give it up.
 *
 * <p>Sharing only forgets the token; the next write makes a new one. So a snapshot costs a store, and snapshots that no
 * write follows cost nothing more. Unfinished iterators are counted, not asked: a write that finds one forgets the token
 * first (the iterator then walks nodes that nobody edits); an iterator that has finished takes itself off the count, so
 * that iterate-then-write stays in place.
 *
 * <p>Used by one thread at a time, as the face that holds it. The guard ({@link #enter}, {@link #writer}) makes a write inside
 * a write fail before anything changed; that it also notices a second thread is a courtesy, not a promise.
 */
public final class Ownership {
    /** The right of every persistent update: to edit nothing. It never changes, so all threads share it. */
    public static final Ownership PERSISTENT = new Ownership(Owner.NONE);

    /** The id of no thread. */
    public static final long NOBODY = 0;

    private static final VarHandle OPEN_ITERATORS;

    static {
        try {
            OPEN_ITERATORS = MethodHandles.lookup().findVarHandle(Ownership.class, "openIterators", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private @Nullable Owner owner;
    private int openIterators;

    /**
     * The thread inside a write, by its id; {@link #NOBODY} if there is none. A face ends its write by storing that here: a
     * call could overflow the stack and leave the face closed for good.
     */
    public long writer;

    private long nodesCopied;
    private long nodesEdited;

    /** Makes the right of a new face; its first write takes a token. */
    public Ownership() {}

    private Ownership(Owner owner) {
        this.owner = owner;
    }

    /**
     * The right of a face whose nodes nobody edits in place: it serves to count, and to refuse recursion.
     *
     * @return a right that edits nothing in place
     */
    public static Ownership ofCopies() {
        return new Ownership(Owner.NONE);
    }

    /**
     * The token to edit with. Asked as late as possible, after all user code of the operation has run: a comparator or a
     * function may have opened an iterator.
     *
     * @return the token that nodes edited in place must bear
     */
    public Owner forWrite() {
        if (openIterators > 0) {
            share();
        }
        Owner present = owner;
        if (present == null) {
            present = new Owner();
            owner = present;
        }
        return present;
    }

    /**
     * Gives up the right to every node made so far: somebody else can see them now.
     *
     * @throws ConcurrentModificationException if another thread was seen inside a write
     */
    public void share() {
        if (writer != NOBODY) {
            long current = Thread.currentThread().getId();
            if (writer != current) {
                throw refused(writer, current);
            }
        }
        owner = null;
        openIterators = 0;
    }

    /**
     * Takes over the nodes that a bulk edit made, beside those made before: it works under a right of its own, so that it copies
     * what the face still shows, but each node once.
     *
     * @param bulk the right of that edit, which nobody else uses any more
     */
    public void adopt(Ownership bulk) {
        Owner made = bulk.owner;
        if (made != null) {
            adopt(made);
        }
    }

    /**
     * Takes over the nodes that a bulk edit made under a token of its own, as {@link #adopt(Ownership)}.
     *
     * @param made the token, which nobody else uses any more
     */
    public void adopt(Owner made) {
        if (owner == Owner.NONE) {
            return;
        }
        if (owner == null) {
            owner = made;
        } else {
            made.bequeath(owner);
        }
    }

    /**
     * Counts what a write did.
     *
     * @param copied nodes written anew
     * @param edited nodes edited in place
     */
    public void count(int copied, int edited) {
        nodesCopied += copied;
        nodesEdited += edited;
    }

    /**
     * Counts what an edit under another right did for this face.
     *
     * @param bulk the right of the bulk edit
     */
    public void count(Ownership bulk) {
        nodesCopied += bulk.nodesCopied;
        nodesEdited += bulk.nodesEdited;
    }

    /**
     * Nodes written anew by all writes so far.
     *
     * @return nodes copied, or made by a split, a merge or a borrow
     */
    public long nodesCopied() {
        return nodesCopied;
    }

    /**
     * Nodes edited in place by all writes so far.
     *
     * @return nodes
     */
    public long nodesEditedInPlace() {
        return nodesEdited;
    }

    /**
     * Whether a node may be edited in place now.
     *
     * @param tag what the node bears
     * @return true if it bears the present token and no unfinished iterator can see it
     */
    public boolean owns(@Nullable Owner tag) {
        return tag != null && owner != null && owner.owns(tag) && openIterators == 0;
    }

    /**
     * The present token, for a face that checks by itself whether it may still be used.
     *
     * @return the token; null if there is none, or an unfinished iterator can see what bears it
     */
    public @Nullable Owner present() {
        return openIterators == 0 ? owner : null;
    }

    /**
     * Counts an iterator that starts now; threads that only read may do so at the same time.
     *
     * @return what the iterator gives back to {@link #iteratorFinished}
     */
    public @Nullable Owner iteratorStarted() {
        if (owner != null) {
            OPEN_ITERATORS.getAndAdd(this, 1);
        }
        return owner;
    }

    /**
     * Takes a finished iterator off the count, unless the token it started under is gone already.
     *
     * @param startedUnder what {@link #iteratorStarted} answered
     */
    public void iteratorFinished(@Nullable Owner startedUnder) {
        if (startedUnder != null && startedUnder == owner && openIterators > 0) {
            OPEN_ITERATORS.getAndAdd(this, -1);
        }
    }

    /**
     * Begins a write; a {@code finally} must store {@link #NOBODY} in {@link #writer}.
     *
     * @throws IllegalStateException if this thread is inside a write of the same face already
     * @throws ConcurrentModificationException if another thread was seen inside one
     */
    public void enter() {
        long current = Thread.currentThread().getId();
        if (writer != NOBODY) {
            throw refused(writer, current);
        }
        writer = current;
    }

    private static RuntimeException refused(long writer, long current) {
        return writer == current
                ? new IllegalStateException(Checks.RECURSIVE_UPDATE)
                : new ConcurrentModificationException(
                        "used by two threads at once: thread " + current
                                + " writes while thread " + writer
                                + " is writing; use a collection whose name begins with Concurrent, or give each thread its own copy()");
    }
}
