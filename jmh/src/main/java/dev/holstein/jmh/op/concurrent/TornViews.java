package dev.holstein.jmh.op.concurrent;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Views of a reader that were not of one moment. The first view of each iteration is checked, and every {@value #CHECKED_OF}th after
 * it: a check looks at the objects behind all references, which costs more than the walk that is measured.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class TornViews {
    static final int CHECKED_OF = 512;

    /** How many views were checked. */
    public long checked;

    /** How many of these were torn. */
    public long torn;

    private int views;

    /** Made by JMH. */
    public TornViews() {}

    /** Begins to count views anew. */
    @Setup(Level.Iteration)
    public final void setUp() {
        views = 0;
    }

    /** Whether the next view is to be checked. */
    final boolean checksNext() {
        return views++ % CHECKED_OF == 0;
    }

    /** Notes what a check has found. */
    final void found(boolean whole) {
        checked++;
        if (!whole) {
            torn++;
        }
    }
}
