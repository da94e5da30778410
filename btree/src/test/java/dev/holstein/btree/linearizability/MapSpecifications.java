package dev.holstein.btree.linearizability;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** {@link TreeMap} behind the same operations, with what it lacks spelled out. Used by one thread. */
final class MapSpecifications {
    private MapSpecifications() {}

    public static final class EntriesOfFullLeaf extends MapEntries {
        public EntriesOfFullLeaf() {
            super(new TreeMap<>(MapSubjects.FULL_LEAF));
        }
    }

    public static final class EntriesOfLeaves extends MapEntries {
        public EntriesOfLeaves() {
            super(new TreeMap<>(MapSubjects.LEAVES));
        }
    }

    public static final class Values extends MapValues {
        public Values() {
            super(new TreeMap<>(MapSubjects.SMALL));
        }
    }

    abstract static class Order extends MapOrder {
        Order(NavigableMap<Integer, Integer> map) {
            super(map);
        }

        @Override
        public int rank(int key) {
            return map.headMap(key, false).size();
        }

        @Override
        public Map.Entry<Integer, Integer> entryAt(int index) {
            return map.entrySet().stream().skip(index).findFirst().orElseThrow(IndexOutOfBoundsException::new);
        }

        @Override
        public Integer keyAt(int index) {
            return entryAt(index).getKey();
        }

        @Override
        public int indexOfKey(int key) {
            return map.containsKey(key) ? rank(key) : -1 - rank(key);
        }
    }

    public static final class OrderOfFullLeaf extends Order {
        public OrderOfFullLeaf() {
            super(new TreeMap<>(MapSubjects.FULL_LEAF));
        }
    }

    public static final class OrderOfLeaves extends Order {
        public OrderOfLeaves() {
            super(new TreeMap<>(MapSubjects.LEAVES));
        }
    }

    public static final class Whole extends MapWhole {
        public Whole() {
            super(new TreeMap<>(MapSubjects.SMALL));
        }

        @Override
        public Map<Integer, Integer> snapshot() {
            return new TreeMap<>(map);
        }

        @Override
        public Map<Integer, Integer> snapshotOfPart(int key) {
            return new TreeMap<>(map.subMap(key, key + 4));
        }

        @Override
        public boolean update(int from, int to) {
            return move(map, from, to);
        }

        @Override
        public boolean patch(int removed, int added) {
            map.remove(removed);
            map.put(added, removed);
            return true;
        }
    }

    /** A version is a number. */
    public static final class Versions extends MapVersions {
        private static final int NONE = -1;

        private final NavigableMap<Integer, Integer> map = new TreeMap<>(MapSubjects.SMALL);
        private final int[] taken = new int[MOST_THREADS];
        private final Map<Integer, NavigableMap<Integer, Integer>> contents = new TreeMap<>();
        private int version;

        public Versions() {
            Arrays.fill(taken, NONE);
        }

        @Override
        public Map<Integer, Integer> take(int thread) {
            taken[thread] = version;
            contents.put(version, new TreeMap<>(map));
            return contents.get(version);
        }

        @Override
        public boolean compareAndSet(int thread, int key) {
            if (!compareAndSetSame(thread)) {
                return false;
            }
            map.put(key, -7);
            return true;
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
        public int addOneToAll() {
            map.replaceAll((key, value) -> value + 1);
            version++;
            return map.size();
        }

        @Override
        public Integer put(int key, int value) {
            Integer before = map.put(key, value);
            if (before == null || before != value) {
                version++;
            }
            return before;
        }

        @Override
        public Integer remove(int key) {
            Integer before = map.remove(key);
            if (before != null) {
                version++;
            }
            return before;
        }
    }
}
