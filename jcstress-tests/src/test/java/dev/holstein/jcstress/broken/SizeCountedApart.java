package dev.holstein.jcstress.broken;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.btree.Prefilled;
import dev.holstein.jcstress.btree.SizeAgreesWithIteration;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Counts the entries beside the tree, and asks that counter for the size of a snapshot too. */
@JCStressTest
@State
public class SizeCountedApart extends SizeAgreesWithIteration {
    private final ConcurrentBTreeMap<Integer, Integer> entries = new ConcurrentBTreeMap<>(Prefilled.MAP);
    private final AtomicInteger size = new AtomicInteger(Prefilled.ENTRIES);

    @Override
    protected Map<Integer, Integer> live() {
        return new Counting(entries, size);
    }

    @Override
    protected Map<Integer, Integer> snapshot() {
        return new Counting(entries.snapshot(), size);
    }

    private static final class Counting extends AbstractMap<Integer, Integer> {
        private final Map<Integer, Integer> entries;
        private final AtomicInteger size;

        Counting(Map<Integer, Integer> entries, AtomicInteger size) {
            this.entries = entries;
            this.size = size;
        }

        @Override
        public int size() {
            return size.get();
        }

        @Override
        public @Nullable Integer put(Integer key, Integer value) {
            Integer before = entries.put(key, value);
            if (before == null) {
                size.incrementAndGet();
            }
            return before;
        }

        @Override
        public @Nullable Integer remove(Object key) {
            Integer before = entries.remove(key);
            if (before != null) {
                size.decrementAndGet();
            }
            return before;
        }

        @Override
        public Set<Entry<Integer, Integer>> entrySet() {
            return entries.entrySet();
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
