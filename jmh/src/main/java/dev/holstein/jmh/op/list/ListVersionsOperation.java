package dev.holstein.jmh.op.list;

import dev.holstein.jmh.subject.ListCell;
import java.util.SplittableRandom;

/** An operation on two versions of one list, between which {@value #CHANGES} random elements were written. */
public abstract class ListVersionsOperation extends AnyListOperation {
    static final int CHANGES = 100;
    private static final int SEED = 1;

    @SuppressWarnings("NullAway.Init") // by prepare
    ListCell older;

    @SuppressWarnings("NullAway.Init") // by prepare
    ListCell newer;

    ListVersionsOperation() {}

    @Override
    final void prepare(int opsPerInvocation) {
        older = fill();
        newer = older.copy();
        new SplittableRandom(SEED)
                .ints(0, size)
                .distinct()
                .limit(CHANGES)
                .forEach(index -> change(newer, index, nextOther()));
    }

    /** Makes one of the changes. */
    abstract void change(ListCell list, int index, Object other);
}
