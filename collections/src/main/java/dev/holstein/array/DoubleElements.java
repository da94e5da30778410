package dev.holstein.array;

import dev.holstein.core.Checks;
import java.util.Spliterator;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** A range of the elements of an array, in order; splits between pages where it can. */
final class DoubleElements implements Spliterator.OfDouble {
    private final CowDoubleArray array;
    private final long end;
    private long index;

    DoubleElements(CowDoubleArray array, long from, long to) {
        this.array = array;
        index = from;
        end = to;
    }

    @Override
    public boolean tryAdvance(DoubleConsumer action) {
        Checks.notNull(action, "action");
        if (index >= end) {
            return false;
        }
        action.accept(array.get(index++));
        return true;
    }

    @Override
    public void forEachRemaining(DoubleConsumer action) {
        Checks.notNull(action, "action");
        long from = index;
        index = end;
        if (from < end) {
            array.forEach(from, end, action);
        }
    }

    @Override
    public @Nullable DoubleElements trySplit() {
        int pageSize = array.pageSize();
        long middle = (index + end) >>> 1;
        long between = middle & -pageSize;
        long from = index;
        index = between > from ? between : middle;
        return from < index ? new DoubleElements(array, from, index) : null;
    }

    @Override
    public long estimateSize() {
        return end - index;
    }

    @Override
    public int characteristics() {
        return ORDERED | SIZED | SUBSIZED | NONNULL;
    }
}
