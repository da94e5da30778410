package dev.holstein.jmh.soak;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Snapshots of a {@link ConcurrentBTreeMap}, with one to three writes between. */
class MapHistory extends History<PersistentBTreeMap<Integer, Long>, MapChange<Integer, Long>> {
    private static final int KEYS = 60_000;
    private static final int MOST_WRITES = 3;
    private static final long MOST_BYTES = 6_000;
    private static final long ABSENT = -1;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    final ConcurrentBTreeMap<Integer, Long> map = new ConcurrentBTreeMap<>();
    private int size;
    private long sum;
    private long serial;

    /** What was noted is kept in plain arrays, which are there before the first snapshot is weighed. */
    private int[] sizes = {};

    private long[] sums = {};
    private int[] keys = {};
    private long[] olds = {};
    private long[] news = {};

    MapHistory() {
        super("ConcurrentBTreeMap", MOST_BYTES);
    }

    @Override
    void begin(int snapshots, SplittableRandom random) {
        sizes = new int[snapshots];
        sums = new long[snapshots];
        keys = new int[MOST_WRITES * snapshots];
        olds = new long[MOST_WRITES * snapshots];
        news = new long[MOST_WRITES * snapshots];
        for (int key = 0; key < KEYS; key++) {
            if (random.nextInt(6) > 0) {
                put(key, serial++);
            }
        }
    }

    /** What an entry adds to the sum that tells contents apart. */
    private static long sumOf(int key, long value) {
        long mixed = (key * SPREAD) ^ (value * 0xBF58476D1CE4E5B9L);
        return (mixed ^ (mixed >>> 31)) * SPREAD;
    }

    private void put(int key, long value) {
        Long before = map.put(key, value);
        size += before == null ? 1 : 0;
        sum += sumOf(key, value) - (before == null ? 0 : sumOf(key, before));
    }

    private void remove(int key) {
        Long before = map.remove(key);
        if (before != null) {
            size--;
            sum -= sumOf(key, before);
        }
    }

    @Override
    PersistentBTreeMap<Integer, Long> take(int i) {
        sizes[i] = size;
        sums[i] = sum;
        return map.snapshot();
    }

    private static int writesAfter(int i) {
        return 1 + i % MOST_WRITES;
    }

    @Override
    void write(int i, SplittableRandom random) {
        int first = random.nextInt(KEYS);
        for (int n = 0; n < writesAfter(i); n++) {
            // each a key of its own
            int key = (first + n * (KEYS / MOST_WRITES)) % KEYS;
            Long before = map.get(key);
            boolean remove = before != null && random.nextInt(6) == 0;
            keys[MOST_WRITES * i + n] = key;
            olds[MOST_WRITES * i + n] = before == null ? ABSENT : before;
            news[MOST_WRITES * i + n] = remove ? ABSENT : serial;
            if (remove) {
                remove(key);
            } else {
                put(key, serial++);
            }
        }
    }

    @Override
    List<MapChange<Integer, Long>> noted(int i) {
        List<MapChange<Integer, Long>> changes = new ArrayList<>();
        for (int n = MOST_WRITES * i; n < MOST_WRITES * i + writesAfter(i); n++) {
            changes.add(
                    olds[n] == ABSENT
                            ? new MapChange.Added<>(keys[n], news[n])
                            : news[n] == ABSENT
                                    ? new MapChange.Removed<>(keys[n], olds[n])
                                    : new MapChange.Changed<>(keys[n], olds[n], news[n]));
        }
        changes.sort(Comparator.comparing(MapChange::key));
        return changes;
    }

    @Override
    List<MapChange<Integer, Long>> diff(
            PersistentBTreeMap<Integer, Long> older, PersistentBTreeMap<Integer, Long> newer) {
        return PersistentBTreeMap.diff(older, newer).toList();
    }

    @Override
    PersistentBTreeMap<Integer, Long> patched(
            PersistentBTreeMap<Integer, Long> older, List<MapChange<Integer, Long>> changes) {
        return older.patch(changes.stream());
    }

    @Override
    void checkWhole(int i, PersistentBTreeMap<Integer, Long> snapshot) {
        Fault.unlessSame("size of snapshot " + i, sizes[i], snapshot.size());
        long found = 0;
        int met = 0;
        for (Map.Entry<Integer, Long> entry : snapshot.entrySet()) {
            found += sumOf(entry.getKey(), entry.getValue());
            met++;
        }
        Fault.unlessSame("entries met in snapshot " + i, sizes[i], met);
        Fault.unlessSame("sum of snapshot " + i, sums[i], found);
    }
}
