package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.ReplaceAllAtomic;
import java.util.function.UnaryOperator;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Replaces one element after the other, each atomically. */
@JCStressTest
@State
public class ReplaceAllBySet extends ReplaceAllAtomic {
    @Override
    protected void replaceAll(UnaryOperator<Integer> operator) {
        for (int i = 0; i < list.size(); i++) {
            Integer before = list.get(i);
            Integer after = operator.apply(before);
            if (!after.equals(before)) {
                list.set(i, after);
            }
        }
    }

    @Actor
    @Override
    public void writer() {
        super.writer();
    }

    @Actor
    @Override
    public void reader(LL_Result r) {
        super.reader(r);
    }
}
