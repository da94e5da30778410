package dev.holstein.jmh.op.concurrent;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/** How far a thread is in the random keys or indices. */
@State(Scope.Thread)
public class Place {
    private static final int APART = 10_007;

    int number;

    /** Made by JMH. */
    public Place() {}

    /**
     * Sets threads apart.
     *
     * @param thread which one
     */
    @Setup
    public final void setUp(ThreadParams thread) {
        number = thread.getThreadIndex() * APART;
    }
}
