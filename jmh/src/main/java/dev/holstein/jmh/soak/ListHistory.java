package dev.holstein.jmh.soak;

import dev.holstein.cow.Snapshottable;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListChange;
import dev.holstein.list.PersistentList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Snapshots of a list whose elements all differ, with one write between: a tenth of those of a map, for a write copies more. */
final class ListHistory extends History<PersistentList<Long>, ListChange<Long>> {
    private static final int ELEMENTS = 20_000;
    private static final int PART = 10;
    private static final long MOST_BYTES = 6_000;
    private static final int SET = 0;
    private static final int ADD = 1;
    private static final int KINDS = 3;

    private final List<Long> list;
    private final Supplier<PersistentList<Long>> snapshot;
    private long serial;
    private long sum;
    private int[] sizes = {};
    private long[] sums = {};
    private int[] kinds = {};
    private int[] indices = {};
    private long[] olds = {};
    private long[] news = {};

    private <L extends List<Long> & Snapshottable<PersistentList<Long>>> ListHistory(String name, L list) {
        super(name, MOST_BYTES);
        this.list = list;
        snapshot = list::snapshot;
    }

    static ListHistory cow() {
        return new ListHistory("CowList", new CowList<>());
    }

    static ListHistory concurrent() {
        return new ListHistory("ConcurrentList", new ConcurrentList<>());
    }

    @Override
    int share(int snapshots) {
        return Math.max(1, snapshots / PART);
    }

    @Override
    void begin(int snapshots, SplittableRandom random) {
        sizes = new int[snapshots];
        sums = new long[snapshots];
        kinds = new int[snapshots];
        indices = new int[snapshots];
        olds = new long[snapshots];
        news = new long[snapshots];
        list.addAll(random.longs(ELEMENTS, Long.MIN_VALUE, 0).boxed().toList());
        list.forEach(element -> sum += mixed(element));
    }

    /** What an element adds to the sum that tells contents apart; their order is told by the diffs. */
    private static long mixed(long element) {
        long mixed = element * 0x9E3779B97F4A7C15L;
        return (mixed ^ (mixed >>> 31)) * 0xBF58476D1CE4E5B9L;
    }

    @Override
    PersistentList<Long> take(int i) {
        PersistentList<Long> taken = snapshot.get();
        sizes[i] = list.size();
        sums[i] = sum;
        return taken;
    }

    @Override
    void write(int i, SplittableRandom random) {
        int at = random.nextInt(list.size());
        int kind = random.nextInt(KINDS);
        kinds[i] = kind;
        indices[i] = at;
        news[i] = serial++;
        olds[i] = list.get(at);
        sum += (kind == SET || kind == ADD ? mixed(news[i]) : 0) - (kind == ADD ? 0 : mixed(olds[i]));
        if (kind == SET) {
            list.set(at, news[i]);
        } else if (kind == ADD) {
            list.add(at, news[i]);
        } else {
            list.remove(at);
        }
    }

    @Override
    List<ListChange<Long>> noted(int i) {
        return List.of(
                kinds[i] == SET
                        ? new ListChange.Changed<>(indices[i], olds[i], news[i])
                        : kinds[i] == ADD
                                ? new ListChange.Added<>(indices[i], news[i])
                                : new ListChange.Removed<>(indices[i], olds[i]));
    }

    @Override
    List<ListChange<Long>> diff(PersistentList<Long> older, PersistentList<Long> newer) {
        return PersistentList.<Long>diff(older, newer).toList();
    }

    @Override
    PersistentList<Long> patched(PersistentList<Long> older, List<ListChange<Long>> changes) {
        return older.patch(changes.stream());
    }

    @Override
    void checkWhole(int i, PersistentList<Long> snapshot) {
        Fault.unlessSame("size of snapshot " + i, sizes[i], snapshot.size());
        long found = 0;
        int met = 0;
        for (long element : snapshot) {
            found += mixed(element);
            met++;
        }
        Fault.unlessSame("elements met in snapshot " + i, sizes[i], met);
        Fault.unlessSame("sum of snapshot " + i, sums[i], found);
    }
}
