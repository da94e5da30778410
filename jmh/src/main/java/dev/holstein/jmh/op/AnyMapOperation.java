package dev.holstein.jmh.op;

import dev.holstein.jmh.subject.MapSubject;
import org.openjdk.jmh.annotations.Param;

/** An operation that every subject has, or does in a way of its own. */
public abstract class AnyMapOperation extends MapOperation {
    /** The map. */
    @Param
    @SuppressWarnings("NullAway.Init") // by JMH
    public MapSubject subject;

    AnyMapOperation() {}

    @Override
    final MapSubject subject() {
        return subject;
    }
}
