package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.PlusOnOneVersion;
import dev.holstein.jcstress.list.Prefilled;
import java.util.AbstractList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** Looks whether the slot behind the last element is free, and then takes it, instead of both at once. */
@JCStressTest
@State
public class SlotTakenByLook extends PlusOnOneVersion {
    private final Slots slots = new Slots();

    @Override
    protected List<Integer> plusTwice(int element) {
        return new Version(slots, 0).plus(element).plus(element);
    }

    private static final class Slots {
        private final Integer[] behind = new Integer[4];
        private volatile int used;
    }

    private static final class Version extends AbstractList<Integer> {
        private static final int BEFORE = Prefilled.ELEMENTS + 1;

        private final Slots slots;
        private final int count;

        Version(Slots slots, int count) {
            this.slots = slots;
            this.count = count;
        }

        Version plus(int element) {
            Slots mine = slots;
            if (mine.used != count) {
                mine = new Slots();
                System.arraycopy(slots.behind, 0, mine.behind, 0, count);
            }
            mine.used = count + 1;
            mine.behind[count] = element;
            return new Version(mine, count + 1);
        }

        @Override
        public int size() {
            return BEFORE + count;
        }

        @Override
        public Integer get(int index) {
            return index < BEFORE ? Integer.valueOf(index) : slots.behind[index - BEFORE];
        }
    }

    @Actor
    @Override
    public void one() {
        super.one();
    }

    @Actor
    @Override
    public void other() {
        super.other();
    }

    @Arbiter
    @Override
    public void outcome(LLL_Result r) {
        super.outcome(r);
    }
}
