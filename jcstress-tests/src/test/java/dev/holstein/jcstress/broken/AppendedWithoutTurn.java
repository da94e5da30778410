package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.AppendersLoseNothing;
import dev.holstein.jcstress.list.Prefilled;
import dev.holstein.list.PersistentList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Publishes each version with a volatile write, but lets writers start from the same one. */
@JCStressTest
@State
public class AppendedWithoutTurn extends AppendersLoseNothing {
    private volatile PersistentList<Integer> published = Prefilled.LIST;

    @Override
    protected void add(int element) {
        published = published.plus(element);
    }

    @Override
    protected List<Integer> snapshot() {
        return published;
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
