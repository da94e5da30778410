package dev.holstein.jcstress.list;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.list.ConcurrentList;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * A list and a map used together stay sequentially consistent: of two threads that each write one of them and then read the other, at least
 * one sees what the other wrote (Dekker's algorithm rests on it). Publishing with release and reading with acquire would not do: a store
 * may wait in a buffer while the thread reads on.
 *
 * <ul>
 *   <li>{@code true, true}, {@code true, false}, {@code false, true}: what the first and the second thread saw.
 *   <li>Forbidden: {@code false, false}: both read as if neither had written.
 * </ul>
 */
@JCStressTest
@Outcome(
        id = {"true, true", "true, false", "false, true"},
        expect = ACCEPTABLE,
        desc = "one write came first")
@Outcome(id = "false, false", expect = FORBIDDEN, desc = "neither write came first")
@State
public class ListAndMapNoStoreBuffering {
    private final ConcurrentList<Integer> list = new ConcurrentList<>();
    private final ConcurrentBTreeMap<Integer, Integer> map = new ConcurrentBTreeMap<>();

    /** Writes the list. */
    protected void add() {
        list.add(Prefilled.NEW);
    }

    /** Whether the list was written. */
    protected boolean isAdded() {
        return !list.isEmpty();
    }

    /** Writes the map. */
    protected void put() {
        map.put(Prefilled.NEW, Prefilled.NEW);
    }

    /** Whether the map was written. */
    protected boolean isPut() {
        return map.containsKey(Prefilled.NEW);
    }

    /** Writes the list and reads the map. */
    @Actor
    public void one(ZZ_Result r) {
        add();
        r.r1 = isPut();
    }

    /** Writes the map and reads the list. */
    @Actor
    public void other(ZZ_Result r) {
        put();
        r.r2 = isAdded();
    }
}
