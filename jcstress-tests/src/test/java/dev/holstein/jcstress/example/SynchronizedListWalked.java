package dev.holstein.jcstress.example;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.jcstress.harness.WholeWrites;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A list: the iterator of a synchronized list takes no lock, and this is what becomes of a walk. */
@JCStressTest
@State
public class SynchronizedListWalked extends WholeWrites {
    private static final List<Integer> BEFORE = List.of(1, 2, 3, 4, 5, 6, 7, 8);
    private static final ListHistory<Integer> HISTORY = ListHistory.startingAs("none", BEFORE)
            .then("first", list -> list.add(0, 0))
            .then("second", list -> list.remove(8));

    private final List<Integer> list = Collections.synchronizedList(new ArrayList<>(BEFORE));

    @Override
    protected void first() {
        list.add(0, 0);
    }

    @Override
    protected void second() {
        list.remove(8);
    }

    @Override
    protected String seen() {
        return HISTORY.iterated(list);
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
