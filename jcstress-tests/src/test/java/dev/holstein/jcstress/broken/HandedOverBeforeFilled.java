package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.Prefilled;
import dev.holstein.jcstress.list.RacyPlus;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Claims the slots behind the last element, hands the version over, and fills them afterwards, each with a
 * volatile write.
 */
@JCStressTest
@State
public class HandedOverBeforeFilled extends RacyPlus {
    @Override
    protected void handOver() {
        AtomicReferenceArray<Integer> behind = new AtomicReferenceArray<>(APPENDED);
        shared = new Longer(base, behind);
        for (int i = 0; i < APPENDED; i++) {
            behind.set(i, Prefilled.NEW);
        }
    }

    private static final class Longer extends AbstractList<Integer> {
        private final List<Integer> before;
        private final AtomicReferenceArray<Integer> behind;

        Longer(List<Integer> before, AtomicReferenceArray<Integer> behind) {
            this.before = before;
            this.behind = behind;
        }

        @Override
        public int size() {
            return before.size() + behind.length();
        }

        /** What is behind is looked at first: soon it is filled. */
        @Override
        public Iterator<Integer> iterator() {
            Integer[] all = new Integer[size()];
            for (int i = behind.length() - 1; i >= 0; i--) {
                all[before.size() + i] = behind.get(i);
            }
            System.arraycopy(before.toArray(), 0, all, 0, before.size());
            return Arrays.asList(all).iterator();
        }

        @Override
        public Integer get(int index) {
            return index < before.size() ? before.get(index) : behind.get(index - before.size());
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
