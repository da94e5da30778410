package dev.holstein.jmh.tour;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one walk over a list showed.
 *
 * @param elements the elements met
 * @param total the sum of their amounts
 * @param contents the sum of their hashes
 * @param order the sum over all neighbours
 * @param seal the seal with the highest number; null if there is none
 * @param sizeBefore what {@code size()} said before the walk
 * @param sizeAfter what it said afterwards
 */
record ListWalk(
        long elements,
        long total,
        long contents,
        long order,
        @Nullable Seal seal,
        long sizeBefore,
        long sizeAfter) {
    /** The ways to read a list from its first element to its last. */
    enum Way {
        ITERATOR,
        FOR_EACH,
        /** By index: of many calls, which only agree if the list stands still. */
        GET;

        /** The ways in turn. */
        static Way of(long turn) {
            return values()[(int) (turn % values().length)];
        }
    }

    /** Walks over a list once. */
    static ListWalk through(List<Element> view, Way way) {
        int sizeBefore = view.size();
        Sum sum = new Sum();
        switch (way) {
            case ITERATOR -> {
                for (Element element : view) {
                    sum.accept(element);
                }
            }
            case FOR_EACH -> view.forEach(sum);
            case GET -> {
                for (int i = 0; i < sizeBefore; i++) {
                    sum.accept(view.get(i));
                }
            }
        }
        return sum.walk(sizeBefore, view.size());
    }

    /**
     * Whether the walk agrees with {@code size()}, which is another call: a list that loses an element for a moment may have
     * done so between the two.
     */
    boolean agreesWithSize() {
        return elements == sizeBefore || elements == sizeAfter;
    }

    private static final class Sum implements Consumer<Element> {
        private long elements;
        private long total;
        private long contents;
        private long order;
        private long number;
        private long left;
        private @Nullable Seal seal;

        @Override
        public void accept(Element element) {
            long hash = element.hash();
            elements++;
            total += element.amount();
            contents += hash;
            order += Element.pair(left, hash);
            left = hash;
            if (element.number() > number) {
                number = element.number();
                seal = element.seal();
            }
        }

        ListWalk walk(long sizeBefore, long sizeAfter) {
            return new ListWalk(elements, total, contents, order + Element.pair(left, 0), seal, sizeBefore, sizeAfter);
        }
    }
}
