package dev.holstein.list.linearizability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;

/** {@link ArrayList} behind the same operations, with what it lacks spelled out. Used by one thread. */
final class ListSpecifications {
    private ListSpecifications() {}

    abstract static class Elements extends ListElements {
        Elements(List<Integer> list) {
            super(list);
        }

        private int last() {
            if (list.isEmpty()) {
                throw new NoSuchElementException();
            }
            return list.size() - 1;
        }

        @Override
        public Integer getFirst() {
            return list.get(last() & 0);
        }

        @Override
        public Integer getLast() {
            return list.get(last());
        }

        @Override
        public Integer removeFirst() {
            return list.remove(last() & 0);
        }

        @Override
        public Integer removeLast() {
            return list.remove(last());
        }

        @Override
        public void addFirst(int element) {
            list.add(0, element);
        }
    }

    public static final class ElementsOfTwo extends Elements {
        public ElementsOfTwo() {
            super(new ArrayList<>(ListSubjects.TWO));
        }
    }

    public static final class ElementsOfFullLeaves extends Elements {
        public ElementsOfFullLeaves() {
            super(new ArrayList<>(ListSubjects.FULL_LEAVES));
        }
    }

    public static final class Lookups extends ListLookups {
        public Lookups() {
            super(new ArrayList<>(ListSubjects.TWO_LEAVES));
        }
    }

    public static final class Whole extends ListWhole {
        public Whole() {
            super(new ArrayList<>(ListSubjects.SMALL));
        }

        @Override
        public List<Integer> snapshot() {
            return new ArrayList<>(list);
        }

        @Override
        public boolean addIfAbsent(int element) {
            return !list.contains(element) && list.add(element);
        }

        @Override
        public int addAllAbsent(int element) {
            return (addIfAbsent(element) ? 1 : 0) + (addIfAbsent(element + 2) ? 1 : 0);
        }

        @Override
        public boolean update() {
            return rotate(list);
        }
    }

    /** A version is a number. */
    public static final class Versions extends ListVersions {
        private static final int NONE = -1;

        private final List<Integer> list = new ArrayList<>(ListSubjects.SMALL);
        private final int[] taken = new int[MOST_THREADS];
        private int version;

        public Versions() {
            Arrays.fill(taken, NONE);
        }

        @Override
        public List<Integer> take(int thread) {
            taken[thread] = version;
            return new ArrayList<>(list);
        }

        @Override
        public boolean compareAndSet(int thread, int element) {
            return compareAndSetSame(thread) && list.add(element);
        }

        @Override
        public boolean compareAndSetSame(int thread) {
            if (taken[thread] != version) {
                return false;
            }
            version++;
            return true;
        }

        @Override
        public int doubled() {
            version++;
            list.addAll(List.copyOf(list));
            return list.size();
        }

        @Override
        public boolean add(int element) {
            version++;
            return list.add(element);
        }

        @Override
        public Integer set(int element) {
            Integer before = list.set(0, element);
            if (before != element) {
                version++;
            }
            return before;
        }
    }
}
