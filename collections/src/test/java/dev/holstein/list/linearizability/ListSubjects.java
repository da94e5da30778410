package dev.holstein.list.linearizability;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.List;
import java.util.stream.IntStream;

/** {@link ConcurrentList} behind the operations. Each begins as an O(1) clone of contents that were made once. */
final class ListSubjects {
    /** Removals soon find no element. */
    static final ConcurrentList<Integer> TWO = countingTo(2);

    /** Full leaves: the next element makes one more, and one in the middle moves those behind it. */
    static final ConcurrentList<Integer> FULL_LEAVES = countingTo(3 * ListProbe.LEAF);

    /** The least for which reads keep a table, and each that finds none does. */
    static final ConcurrentList<Integer> TWO_LEAVES = countingTo(2 * ListProbe.LEAF);

    /** Few elements, so that a walk is short; with tiny nodes two leaves. */
    static final ConcurrentList<Integer> SMALL = countingTo(5);

    private ListSubjects() {}

    private static ConcurrentList<Integer> countingTo(int size) {
        return new ConcurrentList<>(IntStream.range(0, size).boxed().toList());
    }

    abstract static class Elements extends ListElements {
        final ConcurrentList<Integer> ours;

        Elements(ConcurrentList<Integer> list) {
            super(list);
            ours = list;
        }

        @Override
        public Integer getFirst() {
            return ours.getFirst();
        }

        @Override
        public Integer getLast() {
            return ours.getLast();
        }

        @Override
        public Integer removeFirst() {
            return ours.removeFirst();
        }

        @Override
        public Integer removeLast() {
            return ours.removeLast();
        }

        @Override
        public void addFirst(int element) {
            ours.addFirst(element);
        }
    }

    public static class ElementsOfTwo extends Elements {
        public ElementsOfTwo() {
            super(TWO.clone());
        }
    }

    public static class ElementsOfFullLeaves extends Elements {
        public ElementsOfFullLeaves() {
            super(FULL_LEAVES.clone());
        }
    }

    public static class Lookups extends ListLookups {
        public Lookups() {
            super(TWO_LEAVES.clone());
        }
    }

    public static class Whole extends ListWhole {
        final ConcurrentList<Integer> ours;

        public Whole() {
            this(SMALL.clone());
        }

        private Whole(ConcurrentList<Integer> list) {
            super(list);
            ours = list;
        }

        @Override
        public List<Integer> snapshot() {
            return ours.snapshot();
        }

        @Override
        public boolean addIfAbsent(int element) {
            return ours.addIfAbsent(element);
        }

        @Override
        public int addAllAbsent(int element) {
            return ours.addAllAbsent(List.of(element, element + 2, element));
        }

        @Override
        public boolean update() {
            boolean[] moved = new boolean[1];
            ours.update(copy -> moved[0] = rotate(copy));
            return moved[0];
        }
    }

    public static class Versions extends ListVersions {
        final ConcurrentList<Integer> list = SMALL.clone();

        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
        final PersistentList<Integer>[] taken = new PersistentList[MOST_THREADS];

        @Override
        public List<Integer> take(int thread) {
            taken[thread] = list.snapshot();
            return taken[thread];
        }

        @Override
        public boolean compareAndSet(int thread, int element) {
            PersistentList<Integer> expected = taken[thread];
            return expected != null && list.compareAndSet(expected, expected.plus(element));
        }

        @Override
        public boolean compareAndSetSame(int thread) {
            PersistentList<Integer> expected = taken[thread];
            return expected != null && list.compareAndSet(expected, expected);
        }

        @Override
        public int doubled() {
            while (true) {
                PersistentList<Integer> before = list.snapshot();
                PersistentList<Integer> after = before.concat(before);
                if (list.compareAndSet(before, after)) {
                    return after.size();
                }
            }
        }

        @Override
        public boolean add(int element) {
            return list.add(element);
        }

        @Override
        public Integer set(int element) {
            return list.set(0, element);
        }
    }
}
