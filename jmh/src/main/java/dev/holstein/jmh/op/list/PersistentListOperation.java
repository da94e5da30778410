package dev.holstein.jmh.op.list;

import dev.holstein.jmh.subject.ListCell;
import dev.holstein.jmh.subject.ListSubject;
import org.openjdk.jmh.annotations.Param;

/** An operation on a full persistent list: each write is a new version, and the one before stays what it was. */
public abstract class PersistentListOperation extends ListOperation {
    /** The list. */
    @Param({"PERSISTENT_LIST", "VAVR", "KOTLINX", "PAGURO", "BIFURCAN", "SCALA", "PCOLLECTIONS"})
    @SuppressWarnings("NullAway.Init") // by JMH
    public ListSubject subject;

    /** The version to begin with. */
    @SuppressWarnings("NullAway.Init") // by prepare
    ListCell first;

    /** The present version. */
    @SuppressWarnings("NullAway.Init") // by prepare
    ListCell version;

    PersistentListOperation() {}

    @Override
    final ListSubject subject() {
        return subject;
    }

    @Override
    final void prepare(int opsPerInvocation) {
        first = fill();
        version = first.copy();
    }
}
