package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.SetAddAdmitsOne;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * Looks whether the element is there, and adds it then.
 */
@JCStressTest
@State
public class AddedAfterALook extends SetAddAdmitsOne {
    @Override
    protected boolean add() {
        if (set.contains(ELEMENT)) {
            return false;
        }
        set.add(ELEMENT);
        return true;
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
