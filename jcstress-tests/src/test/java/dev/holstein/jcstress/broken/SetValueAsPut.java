package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.SetValueRevivesNothing;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Puts the value, whether the key is still there or not. */
@JCStressTest
@State
public class SetValueAsPut extends SetValueRevivesNothing {
    @Override
    protected void setValue(Map.Entry<Integer, Integer> iterated, int value) {
        map.put(iterated.getKey(), value);
    }

    @Actor
    @Override
    public void remover() {
        super.remover();
    }

    @Actor
    @Override
    public void setter() {
        super.setter();
    }

    @Arbiter
    @Override
    public void outcome(L_Result r) {
        super.outcome(r);
    }
}
