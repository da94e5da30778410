package dev.holstein.jcstress.example;

import dev.holstein.cow.Snapshottable;
import dev.holstein.jcstress.harness.FrozenSnapshots;
import dev.holstein.jcstress.harness.ListHistory;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A {@link Snapshottable}: one that copies under a lock keeps the promise. */
@JCStressTest
@State
public class LockedSnapshottable extends FrozenSnapshots<List<Integer>> {
    private static final ListHistory<Integer> HISTORY = ListHistory.startingAs("none", List.of(1, 2, 3))
            .then("first", list -> list.add(4))
            .then("second", list -> list.remove(0));

    private final Locked locked = new Locked();

    private static final class Locked implements Snapshottable<List<Integer>> {
        private final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));

        @Override
        public synchronized List<Integer> snapshot() {
            return List.copyOf(list);
        }

        synchronized void add(int element) {
            list.add(element);
        }

        synchronized void removeFirst() {
            list.remove(0);
        }
    }

    @Override
    protected void first() {
        locked.add(4);
    }

    @Override
    protected void second() {
        locked.removeFirst();
    }

    @Override
    protected List<Integer> snapshot() {
        return locked.snapshot();
    }

    @Override
    protected String seenIn(List<Integer> snapshot) {
        return HISTORY.shownBy(snapshot);
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
