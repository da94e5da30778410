package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.Prefilled;
import dev.holstein.jcstress.list.RangeReadAgainstRangeWrite;
import dev.holstein.list.ConcurrentList;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Writes the list, and then moves the end of the range, each atomically. */
@JCStressTest
@State
public class RangeMovedAfterTheWrite extends RangeReadAgainstRangeWrite {
    private final Range range = new Range(list);

    @Override
    protected List<Integer> range() {
        return range;
    }

    private static final class Range extends AbstractList<Integer> {
        private final ConcurrentList<Integer> list;
        private volatile int end = Prefilled.MIDDLE;

        Range(ConcurrentList<Integer> list) {
            this.list = list;
        }

        @Override
        public boolean add(Integer element) {
            list.add(end, element);
            end++;
            return true;
        }

        @Override
        protected void removeRange(int from, int to) {
            list.subList(Prefilled.FIRST + from, Prefilled.FIRST + to).clear();
            end -= to - from;
        }

        @Override
        public Iterator<Integer> iterator() {
            return list.snapshot().subList(Prefilled.FIRST, end).iterator();
        }

        @Override
        public Integer get(int index) {
            return list.get(Prefilled.FIRST + index);
        }

        @Override
        public int size() {
            return end - Prefilled.FIRST;
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
