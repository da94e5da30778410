package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.RemoveElementAdmitsOne;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * Looks for the element, and removes what is at its index then.
 */
@JCStressTest
@State
public class RemovedWhereItWas extends RemoveElementAdmitsOne {
    @Override
    protected boolean remove() {
        int index = list.indexOf(ELEMENT);
        if (index < 0) {
            return false;
        }
        list.remove(index);
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
