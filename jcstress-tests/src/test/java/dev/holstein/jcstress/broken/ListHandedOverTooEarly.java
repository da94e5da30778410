package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.Prefilled;
import dev.holstein.jcstress.list.RacyPersistentList;
import dev.holstein.list.CowList;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Hands over a mutable list first and writes it afterwards, instead of a version that is finished. */
@JCStressTest
@State
public class ListHandedOverTooEarly extends RacyPersistentList {
    @Override
    protected void handOver() {
        CowList<Integer> list = Prefilled.LIST.mutableCopy();
        shared = list;
        list.addAll(Prefilled.MIDDLE, ADDED);
        list.set(Prefilled.FIRST, Prefilled.NEW);
        Integer unused = list.remove(0);
        list.addAll(ADDED);
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
