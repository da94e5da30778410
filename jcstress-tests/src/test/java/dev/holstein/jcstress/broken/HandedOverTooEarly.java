package dev.holstein.jcstress.broken;

import dev.holstein.btree.CowBTreeMap;
import dev.holstein.jcstress.btree.Prefilled;
import dev.holstein.jcstress.btree.RacyPersistentMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Hands over a mutable map first and writes it afterwards, instead of a version that is finished. */
@JCStressTest
@State
public class HandedOverTooEarly extends RacyPersistentMap {
    @Override
    protected void handOver() {
        CowBTreeMap<Integer, Integer> map = Prefilled.MAP.mutableCopy();
        shared = map;
        map.putAll(ENTRIES);
        map.put(Prefilled.ABSENT_LAST, Prefilled.NEW);
        map.remove(Prefilled.PRESENT_MIDDLE);
    }

    @Actor
    @Override
    public void writer() {
        super.writer();
    }

    @Actor
    @Override
    public void reader(L_Result r) {
        super.reader(r);
    }
}
