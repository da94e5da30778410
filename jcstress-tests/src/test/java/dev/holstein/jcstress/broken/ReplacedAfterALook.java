package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.MapReplaceAdmitsOne;
import java.util.Objects;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * Looks at the value, and puts the new one then.
 */
@JCStressTest
@State
public class ReplacedAfterALook extends MapReplaceAdmitsOne {
    @Override
    protected boolean replace(int before, int after) {
        if (!Objects.equals(map.get(KEY), before)) {
            return false;
        }
        map.put(KEY, after);
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
