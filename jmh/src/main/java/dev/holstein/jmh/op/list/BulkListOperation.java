package dev.holstein.jmh.op.list;

import dev.holstein.jmh.subject.BulkListCell;
import dev.holstein.jmh.subject.ListSubject;
import org.openjdk.jmh.annotations.Param;

/**
 * An operation on a whole list, of subjects that have a method for it; the persistent list of ours does it as a
 * mutable copy.
 */
public abstract class BulkListOperation extends ListOperation {
    /** The list. */
    @Param({
        "COW_LIST",
        "PERSISTENT_LIST",
        "CONCURRENT_LIST",
        "ARRAY_LIST",
        "COPY_ON_WRITE",
        "VAVR",
        "KOTLINX_BUILDER",
        "SCALA"
    })
    @SuppressWarnings("NullAway.Init") // by JMH
    public ListSubject subject;

    /** In random order. */
    @SuppressWarnings("NullAway.Init") // by prepare
    BulkListCell list;

    BulkListOperation() {}

    @Override
    final ListSubject subject() {
        return subject;
    }

    @Override
    void prepare(int opsPerInvocation) {
        list = (BulkListCell) fill();
    }
}
