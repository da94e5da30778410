package dev.holstein.btree.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Two collections asked for the same: they must answer alike, or refuse alike. */
final class Same {
    private Same() {}

    /** What a call answered, or what it threw. */
    private static Object outcome(Callable<?> call) {
        try {
            return call.call();
        } catch (Exception refusal) {
            return refusal.getClass();
        }
    }

    /** Both calls answer the same, or throw an exception of the same class. */
    static void outcome(Callable<?> ours, Callable<?> theirs) {
        Object mine = outcome(ours);
        Object expected = outcome(theirs);
        if (!Objects.equals(mine, expected)) {
            assertThat(mine).isEqualTo(expected);
        }
    }

    /** Both calls succeed, or throw an exception of the same class. */
    static void effect(Runnable ours, Runnable theirs) {
        outcome(
                () -> {
                    ours.run();
                    return true;
                },
                () -> {
                    theirs.run();
                    return true;
                });
    }

    /** Two iterations give the same, in the same order. */
    static void order(Iterable<?> ours, Iterable<?> theirs) {
        Iterator<?> mine = ours.iterator();
        for (Object expected : theirs) {
            Object element = mine.next();
            if (!Objects.equals(element, expected)) {
                assertThat(element).isEqualTo(expected);
            }
        }
        assertThat(mine.hasNext()).isFalse();
    }

    /** The elements as an array, a stream and a list have them. */
    static void elements(Collection<?> ours, Collection<?> theirs) {
        order(ours, theirs);
        assertThat(ours.toArray()).isEqualTo(theirs.toArray());
        List<Object> streamed = new ArrayList<>();
        ours.stream().forEachOrdered(streamed::add);
        assertThat(streamed).isEqualTo(new ArrayList<>(theirs));
    }

    /** Two orders that agree on two keys; null is the natural order. */
    @SuppressWarnings("unchecked")
    static void comparators(Comparator<? super Object> ours, Comparator<? super Object> theirs, Object a, Object b) {
        Comparator<Object> natural = (Comparator<Object>) (Comparator<?>) Comparator.naturalOrder();
        int mine = (ours == null ? natural : ours).compare(a, b);
        int expected = (theirs == null ? natural : theirs).compare(a, b);
        assertThat(Integer.signum(mine)).isEqualTo(Integer.signum(expected));
    }
}
