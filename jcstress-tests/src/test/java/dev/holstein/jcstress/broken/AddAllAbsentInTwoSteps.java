package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.AddAllAbsentAdmitsOne;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** Looks for all, and then adds those that were absent, each atomically. */
@JCStressTest
@State
public class AddAllAbsentInTwoSteps extends AddAllAbsentAdmitsOne {
    @Override
    protected int addAllAbsent(List<Integer> elements) {
        List<Integer> absent = new ArrayList<>(elements);
        absent.removeAll(list.snapshot());
        list.addAll(absent);
        return absent.size();
    }

    @Actor
    @Override
    public void one(LLL_Result r) {
        super.one(r);
    }

    @Actor
    @Override
    public void other(LLL_Result r) {
        super.other(r);
    }

    @Arbiter
    @Override
    public void outcome(LLL_Result r) {
        super.outcome(r);
    }
}
