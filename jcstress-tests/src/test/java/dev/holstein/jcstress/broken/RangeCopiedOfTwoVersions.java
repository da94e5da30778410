package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.Prefilled;
import dev.holstein.jcstress.list.RangeCopyAgainstForeignWrite;
import java.util.ConcurrentModificationException;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Checks that the range is still there, and then copies what lies at its place. */
@JCStressTest
@State
public class RangeCopiedOfTwoVersions extends RangeCopyAgainstForeignWrite {
    @Override
    protected List<Integer> copyOfRange() {
        if (list.size() != Prefilled.ELEMENTS) {
            throw new ConcurrentModificationException("elements were taken out of the list");
        }
        return list.snapshot().subList(Prefilled.FIRST, Prefilled.MIDDLE + Prefilled.FIRST);
    }

    @Actor
    @Override
    public void reader(L_Result r) {
        super.reader(r);
    }

    @Actor
    @Override
    public void writer() {
        super.writer();
    }
}
