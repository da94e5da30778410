package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.PollFirstAdmitsOne;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * Looks at the first entry, and removes it then.
 */
@JCStressTest
@State
public class PolledAfterALook extends PollFirstAdmitsOne {
    @Override
    protected int poll() {
        int first = map.firstKey();
        map.remove(first);
        return first;
    }

    @Actor
    @Override
    public void one() {
        super.one();
    }

    @Actor
    @Override
    public void other() {
        super.other();
    }

    @Arbiter
    @Override
    public void outcome(L_Result r) {
        super.outcome(r);
    }
}
