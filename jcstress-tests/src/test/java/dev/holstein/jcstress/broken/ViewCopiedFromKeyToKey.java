package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.ViewOfOneVersion;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Copies the part of the live map entry by entry.
 */
@JCStressTest
@State
public class ViewCopiedFromKeyToKey extends ViewOfOneVersion {
    @Override
    protected Map<Integer, Integer> frozenView() {
        Map<Integer, Integer> copy = new TreeMap<>();
        Map.Entry<Integer, Integer> entry = map.ceilingEntry(LOW);
        while (entry != null && entry.getKey() <= HIGH) {
            copy.put(entry.getKey(), entry.getValue());
            entry = map.higherEntry(entry.getKey());
        }
        return copy;
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
