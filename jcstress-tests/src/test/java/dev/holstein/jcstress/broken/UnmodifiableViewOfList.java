package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.FrozenList;
import java.util.Collections;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Wraps the live list instead of taking a version of it. */
@JCStressTest
@State
public class UnmodifiableViewOfList extends FrozenList {
    @Override
    protected List<Integer> snapshot() {
        return Collections.unmodifiableList(list);
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
