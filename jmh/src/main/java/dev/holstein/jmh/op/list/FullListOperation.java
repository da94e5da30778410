package dev.holstein.jmh.op.list;

import dev.holstein.jmh.subject.ListCell;

/** An operation on one full list that every subject has. */
public abstract class FullListOperation extends AnyListOperation {
    @SuppressWarnings("NullAway.Init") // by prepare
    ListCell list;

    FullListOperation() {}

    @Override
    void prepare(int opsPerInvocation) {
        list = fill();
    }
}
