package dev.holstein.array;

import dev.holstein.core.Checks;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A range of the elements of an array of references, in order; splits between pages where it can. */
final class ReferenceElements<E> implements Spliterator<E> {
    private final CowArray<E> array;
    private final long end;
    private long index;

    ReferenceElements(CowArray<E> array, long from, long to) {
        this.array = array;
        index = from;
        end = to;
    }

    @Override
    public boolean tryAdvance(Consumer<? super E> action) {
        Checks.notNull(action, "action");
        if (index >= end) {
            return false;
        }
        action.accept(array.get(index++));
        return true;
    }

    @Override
    public @Nullable ReferenceElements<E> trySplit() {
        int pageSize = array.pageSize();
        long middle = (index + end) >>> 1;
        long between = middle & -pageSize;
        long from = index;
        index = between > from ? between : middle;
        return from < index ? new ReferenceElements<>(array, from, index) : null;
    }

    @Override
    public long estimateSize() {
        return end - index;
    }

    @Override
    public int characteristics() {
        return ORDERED | SIZED | SUBSIZED;
    }
}
