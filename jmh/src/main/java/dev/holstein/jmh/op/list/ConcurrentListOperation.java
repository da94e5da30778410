package dev.holstein.jmh.op.list;

import dev.holstein.jmh.subject.ListCell;
import dev.holstein.jmh.subject.ListSubject;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/** An operation on a full list that all threads of the run share. */
public abstract class ConcurrentListOperation extends ListOperation {
    private static final int APART = 10_007;

    /** The list. */
    @Param({"CONCURRENT_LIST", "COPY_ON_WRITE"})
    @SuppressWarnings("NullAway.Init") // by JMH
    public ListSubject subject;

    @SuppressWarnings("NullAway.Init") // by prepare
    ListCell list;

    ConcurrentListOperation() {}

    @Override
    final ListSubject subject() {
        return subject;
    }

    @Override
    final void prepare(int opsPerInvocation) {
        list = fill();
    }

    /** How far a thread is in the random indices and elements. */
    @State(Scope.Thread)
    public static class Place {
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
}
