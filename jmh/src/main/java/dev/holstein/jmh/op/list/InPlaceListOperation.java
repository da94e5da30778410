package dev.holstein.jmh.op.list;

import dev.holstein.jmh.subject.ListCell;
import dev.holstein.jmh.subject.ListSubject;
import org.openjdk.jmh.annotations.Param;

/** An operation on a full mutable list. */
public abstract class InPlaceListOperation extends ListOperation {
    /** The list. */
    @Param({
        "COW_LIST",
        "CONCURRENT_LIST",
        "ARRAY_LIST",
        "COPY_ON_WRITE",
        "KOTLINX_BUILDER",
        "PAGURO_MUTABLE",
        "BIFURCAN_LINEAR"
    })
    @SuppressWarnings("NullAway.Init") // by JMH
    public ListSubject subject;

    @SuppressWarnings("NullAway.Init") // by prepare
    ListCell list;

    InPlaceListOperation() {}

    @Override
    final ListSubject subject() {
        return subject;
    }

    @Override
    final void prepare(int opsPerInvocation) {
        list = fill();
    }
}
