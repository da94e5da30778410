package dev.holstein.jmh.op.concurrent;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * How far the only writer is: it takes all places in turn, over and over, and numbers its writes from the number of places on
 * (those before are of the first filling). {@link OneMoment} depends on there being one writer.
 */
@State(Scope.Thread)
public class NumberedWrites {
    private int rounds;
    private int place;

    /** Made by JMH. */
    public NumberedWrites() {}

    /** The place of the next write. */
    final int place() {
        return place;
    }

    /** The number of the next write. */
    final int number(int places) {
        return (rounds + 1) * places + place;
    }

    /** The next write has happened. */
    final void next(int places) {
        if (++place == places) {
            place = 0;
            rounds++;
        }
    }
}
