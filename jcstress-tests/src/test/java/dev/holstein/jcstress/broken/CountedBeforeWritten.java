package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.Prefilled;
import dev.holstein.jcstress.list.PrefixOfAppends;
import java.util.AbstractList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Publishes the new size with a volatile write, but before the element. */
@JCStressTest
@State
public class CountedBeforeWritten extends PrefixOfAppends {
    private final Appended appended = new Appended();

    @Override
    protected List<Integer> list() {
        return appended;
    }

    private static final class Appended extends AbstractList<Integer> {
        private final Integer[] behind = new Integer[8];
        private volatile int size = Prefilled.ELEMENTS;

        @Override
        public int size() {
            return size;
        }

        @Override
        public Integer get(int index) {
            return index < Prefilled.ELEMENTS ? Prefilled.LIST.get(index) : behind[index - Prefilled.ELEMENTS];
        }

        @Override
        public boolean add(Integer element) {
            int next = size;
            size = next + 1;
            behind[next - Prefilled.ELEMENTS] = element;
            return true;
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
