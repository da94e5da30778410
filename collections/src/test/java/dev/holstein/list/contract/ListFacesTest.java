package dev.holstein.list.contract;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import dev.holstein.list.contract.ListCase.Past;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The contract of lists for each face. */
class ListFacesTest {
    @Nested
    class Cow extends WriteContract {
        @Override
        List<Integer> empty() {
            return new CowList<>();
        }

        @Override
        PersistentList<Integer> frozen(List<Integer> list) {
            return ((CowList<Integer>) list).snapshot();
        }

        @Override
        List<Integer> copied(List<Integer> list) {
            return ((CowList<Integer>) list).copy();
        }
    }

    @Nested
    class Concurrent extends WriteContract {
        @Override
        List<Integer> empty() {
            return new ConcurrentList<>();
        }

        @Override
        PersistentList<Integer> frozen(List<Integer> list) {
            return ((ConcurrentList<Integer>) list).snapshot();
        }

        @Override
        List<Integer> copied(List<Integer> list) {
            return ((ConcurrentList<Integer>) list).clone();
        }
    }

    @Nested
    class Persistent extends ReadContract {
        @Override
        List<Integer> make(List<Integer> elements, Past past) {
            return switch (past) {
                case FRESH -> PersistentList.copyOf(elements);
                case STEPWISE -> stepwise(elements);
                case SHARED -> shared(elements);
                case ITERATED -> iterated(elements);
                case EDITED -> edited(elements);
                case RANGE -> range(elements);
            };
        }

        private PersistentList<Integer> stepwise(List<Integer> elements) {
            PersistentList<Integer> list = PersistentList.empty();
            for (Integer element : elements) {
                list = list.plus(element);
            }
            return list;
        }

        /** A snapshot of a list that goes on. */
        private PersistentList<Integer> shared(List<Integer> elements) {
            CowList<Integer> list = new CowList<>();
            list.addAll(elements);
            PersistentList<Integer> snapshot = list.snapshot();
            list.add(-1);
            list.removeIf(element -> element == null);
            list.replaceAll(element -> -element);
            keep(list.snapshot());
            return snapshot;
        }

        private PersistentList<Integer> iterated(List<Integer> elements) {
            PersistentList<Integer> list = PersistentList.copyOf(elements);
            beginToWalk(list);
            return list;
        }

        /** Of pieces of uneven sizes that were joined, and single elements in between. */
        private PersistentList<Integer> edited(List<Integer> elements) {
            PersistentList<Integer> list = PersistentList.empty();
            int from = 0;
            for (int piece = 1; from < elements.size(); piece = 1 + (2 * piece + 3) % (3 * ListProbe.LEAF)) {
                int to = Math.min(from + piece, elements.size());
                list = list.concat(PersistentList.copyOf(elements.subList(from, to)));
                if (to - from > 1) {
                    int within = from + (to - from) / 2;
                    list = list.minus(within).plus(within, elements.get(within));
                }
                from = to;
            }
            return list;
        }

        private PersistentList<Integer> range(List<Integer> elements) {
            PersistentList<Integer> whole =
                    PersistentList.copyOf(List.of(-1, -2, -3)).plusAll(elements).plusAll(List.of(-4, -5));
            keep(whole);
            return whole.subList(3, 3 + elements.size());
        }
    }
}
