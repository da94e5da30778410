package dev.holstein.jmh.op.list;

import dev.holstein.jmh.subject.ListSubject;
import org.openjdk.jmh.annotations.Param;

/** An operation that every subject has, or does in a way of its own. */
public abstract class AnyListOperation extends ListOperation {
    /** The list. */
    @Param
    @SuppressWarnings("NullAway.Init") // by JMH
    public ListSubject subject;

    AnyListOperation() {}

    @Override
    final ListSubject subject() {
        return subject;
    }
}
