package dev.holstein.btree.linearizability;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import java.util.Map;
import java.util.stream.Stream;

/** {@link ConcurrentBTreeMap} behind the operations. Each begins as an O(1) clone of contents that were made once. */
final class MapSubjects {
    /** One leaf without room: the first key added splits it, the next removed merges the halves again. */
    static final ConcurrentBTreeMap<Integer, Integer> FULL_LEAF = evenKeys(BTreeProbe.LEAF_CAPACITY);

    /** Leaves as full as growing leaves them, below one branch or (tiny) several: the first keys removed borrow and merge. */
    static final ConcurrentBTreeMap<Integer, Integer> LEAVES = evenKeys(3 * BTreeProbe.LEAF_CAPACITY);

    /** Few entries, so that a walk is short; with tiny nodes three leaves. */
    static final ConcurrentBTreeMap<Integer, Integer> SMALL = evenKeys(7);

    private MapSubjects() {}

    private static ConcurrentBTreeMap<Integer, Integer> evenKeys(int entries) {
        ConcurrentBTreeMap<Integer, Integer> map = new ConcurrentBTreeMap<>();
        for (int i = 0; i < entries; i++) {
            map.put(2 * i, i);
        }
        return map;
    }

    public static class EntriesOfFullLeaf extends MapEntries {
        final ConcurrentBTreeMap<Integer, Integer> ours;

        public EntriesOfFullLeaf() {
            this(FULL_LEAF.clone());
        }

        private EntriesOfFullLeaf(ConcurrentBTreeMap<Integer, Integer> map) {
            super(map);
            ours = map;
        }
    }

    public static class EntriesOfLeaves extends MapEntries {
        public EntriesOfLeaves() {
            super(LEAVES.clone());
        }
    }

    public static class Values extends MapValues {
        public Values() {
            super(SMALL.clone());
        }
    }

    abstract static class Order extends MapOrder {
        private final ConcurrentBTreeMap<Integer, Integer> ranked;

        Order(ConcurrentBTreeMap<Integer, Integer> map) {
            super(map);
            ranked = map;
        }

        @Override
        public int rank(int key) {
            return ranked.rank(key, false);
        }

        @Override
        public Map.Entry<Integer, Integer> entryAt(int index) {
            return ranked.entryAt(index);
        }

        @Override
        public Integer keyAt(int index) {
            return ranked.keyAt(index);
        }

        @Override
        public int indexOfKey(int key) {
            return ranked.indexOfKey(key);
        }
    }

    public static class OrderOfFullLeaf extends Order {
        public OrderOfFullLeaf() {
            super(FULL_LEAF.clone());
        }
    }

    public static class OrderOfLeaves extends Order {
        public OrderOfLeaves() {
            super(LEAVES.clone());
        }
    }

    public static class Whole extends MapWhole {
        final ConcurrentBTreeMap<Integer, Integer> whole;

        public Whole() {
            this(SMALL.clone());
        }

        private Whole(ConcurrentBTreeMap<Integer, Integer> map) {
            super(map);
            whole = map;
        }

        @Override
        public Map<Integer, Integer> snapshot() {
            return whole.snapshot();
        }

        @Override
        public Map<Integer, Integer> snapshotOfPart(int key) {
            return whole.subMap(key, key + 4).snapshot();
        }

        @Override
        public boolean update(int from, int to) {
            boolean[] moved = new boolean[1];
            whole.update(copy -> moved[0] = move(copy, from, to));
            return moved[0];
        }

        @Override
        public boolean patch(int removed, int added) {
            whole.patch(Stream.of(new MapChange.Removed<>(removed, 0), new MapChange.Added<>(added, removed)));
            return true;
        }
    }

    public static class Versions extends MapVersions {
        final ConcurrentBTreeMap<Integer, Integer> map = SMALL.clone();

        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
        final PersistentBTreeMap<Integer, Integer>[] taken = new PersistentBTreeMap[MOST_THREADS];

        @Override
        public Map<Integer, Integer> take(int thread) {
            taken[thread] = map.snapshot();
            return taken[thread];
        }

        @Override
        public boolean compareAndSet(int thread, int key) {
            PersistentBTreeMap<Integer, Integer> expected = taken[thread];
            return expected != null && map.compareAndSet(expected, expected.plus(key, -7));
        }

        @Override
        public boolean compareAndSetSame(int thread) {
            PersistentBTreeMap<Integer, Integer> expected = taken[thread];
            return expected != null && map.compareAndSet(expected, expected);
        }

        @Override
        public int addOneToAll() {
            while (true) {
                PersistentBTreeMap<Integer, Integer> before = map.snapshot();
                PersistentBTreeMap<Integer, Integer> after = before;
                for (Integer key : before.keySet()) {
                    after = after.plus(key, before.get(key) + 1);
                }
                if (map.compareAndSet(before, after)) {
                    return after.size();
                }
            }
        }

        @Override
        public Integer put(int key, int value) {
            return map.put(key, value);
        }

        @Override
        public Integer remove(int key) {
            return map.remove(key);
        }
    }
}
