package dev.holstein.jcstress.example;

import dev.holstein.jcstress.harness.MapHistory;
import dev.holstein.jcstress.harness.WholeWrites;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A map: {@code putAll} of the JDK's skip list is many writes, and this is what a reader makes of it. */
@JCStressTest
@State
public class SkipListPutsAll extends WholeWrites {
    private static final Map<Integer, String> FIRST = Map.of(1, "a", 2, "a", 3, "a");
    private static final Map<Integer, String> SECOND = Map.of(1, "b", 2, "b", 3, "b");
    private static final MapHistory<Integer, String> HISTORY = MapHistory.startingAs(
                    "none", new TreeMap<Integer, String>())
            .then("first", map -> map.putAll(FIRST))
            .then("second", map -> map.putAll(SECOND));

    private final Map<Integer, String> map = new ConcurrentSkipListMap<>();

    @Override
    protected void first() {
        map.putAll(FIRST);
    }

    @Override
    protected void second() {
        map.putAll(SECOND);
    }

    @Override
    protected String seen() {
        return HISTORY.iterated(map);
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
