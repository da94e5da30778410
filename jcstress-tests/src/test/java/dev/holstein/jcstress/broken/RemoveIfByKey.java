package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.RemoveIfSparesNewValues;
import java.util.Iterator;
import java.util.concurrent.ConcurrentMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Asks about the values of one version, and then removes the keys whatever they have now. */
@JCStressTest
@State
public class RemoveIfByKey extends RemoveIfSparesNewValues {
    @Override
    protected void removeOld(ConcurrentMap<Integer, Integer> part) {
        for (Iterator<Integer> values = part.values().iterator(); values.hasNext(); ) {
            if (isOld(values.next())) {
                values.remove();
            }
        }
    }

    @Actor
    @Override
    public void remover() {
        super.remover();
    }

    @Actor
    @Override
    public void writer() {
        super.writer();
    }

    @Arbiter
    @Override
    public void outcome(L_Result r) {
        super.outcome(r);
    }
}
