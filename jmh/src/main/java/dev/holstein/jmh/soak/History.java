package dev.holstein.jmh.soak;

import dev.holstein.jmh.tour.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Very many snapshots of one collection, all alive, with a few writes between each and the next. A snapshot has to cost what was written, and
 * every one has to show its moment: compared with the next, it differs by the writes between; walked, it sums up to what was noted. Then
 * they are dropped in no order, and the memory has to come back.
 *
 * @param <S> a snapshot
 * @param <C> a change from one to the next
 */
abstract class History<S, C> {
    private static final int SAMPLES = 200;
    private static final int PORTIONS = 4;

    /** Of snapshots that are gone: the array they were in, and what a collector leaves lying about. */
    private static final long SLACK = 8L << 20;

    /** Fewer tell nothing of the bytes of each. */
    private static final int FEWEST_WEIGHED = 5_000;

    final String name;
    private final long mostBytes;

    /**
     * Prepares it.
     *
     * @param name the type
     * @param mostBytes what a snapshot may take
     */
    History(String name, long mostBytes) {
        this.name = name;
        this.mostBytes = mostBytes;
    }

    /** Fills the collection, and makes room for what is noted of so many snapshots. */
    abstract void begin(int snapshots, SplittableRandom random);

    /** How many snapshots are taken of it if the user wants so many. */
    int share(int snapshots) {
        return snapshots;
    }

    /** Takes a snapshot, and notes what it has to show. */
    abstract S take(int i);

    /** Writes a little, and notes what: the changes from snapshot i to the next. */
    abstract void write(int i, SplittableRandom random);

    /** The changes that were noted. */
    abstract List<C> noted(int i);

    /** The changes that the library finds. */
    abstract List<C> diff(S older, S newer);

    /** What changes make of a snapshot. */
    abstract S patched(S older, List<C> changes);

    /** Walks over a snapshot, and compares with what was noted. */
    abstract void checkWhole(int i, S snapshot);

    /**
     * Does it all.
     *
     * @throws Fault if something was not as it must be
     */
    final void run(int wanted, SplittableRandom random, Dropped dropped, Figures figures) throws InterruptedException {
        int count = share(wanted);
        begin(count, random);
        List<S> snapshots = new ArrayList<>(count);
        long before = Gauge.heapInUse();
        figures.begin();
        for (int i = 0; i < count; i++) {
            snapshots.add(take(i));
            write(i, random);
        }
        figures.perEach("write and snapshot", count);
        figures.put("snapshots", Numbers.count(count));
        long each = (Gauge.heapInUse() - before) / count;
        figures.put("bytes a snapshot", Numbers.count(each));
        Fault.unless(
                count < FEWEST_WEIGHED || each <= mostBytes,
                "a snapshot takes " + each + " bytes, more than " + mostBytes);
        verify(snapshots, random, figures);
        drop(snapshots, random, dropped);
        long left = Gauge.heapInUse() - before;
        figures.put("bytes left of all", Numbers.count(Math.max(0, left)));
        Fault.unless(left <= SLACK, left + " bytes are in use though all snapshots are dropped");
    }

    private void verify(List<S> snapshots, SplittableRandom random, Figures figures) {
        int last = snapshots.size() - 1;
        figures.begin();
        for (int i = 0; i < last; i++) {
            Fault.unlessSame("changes from snapshot " + i, noted(i), diff(snapshots.get(i), snapshots.get(i + 1)));
        }
        figures.perEach("diff with the next", last);
        checkWhole(0, snapshots.get(0));
        checkWhole(last, snapshots.get(last));
        for (int n = 0; n < SAMPLES; n++) {
            int i = random.nextInt(snapshots.size());
            checkWhole(i, snapshots.get(i));
            int j = random.nextInt(snapshots.size());
            if (n % 20 == 0) {
                S there = patched(snapshots.get(i), diff(snapshots.get(i), snapshots.get(j)));
                checkWhole(j, there);
                Fault.unless(
                        there.equals(snapshots.get(j)), "snapshot " + j + " is not what the diff from " + i + " makes");
            }
        }
    }

    /** Drops them in portions, in no order; those that are left have to show what they did. */
    private void drop(List<S> snapshots, SplittableRandom random, Dropped dropped) throws InterruptedException {
        int[] order = Large.shuffled(snapshots.size(), random);
        for (int portion = 0; portion < PORTIONS; portion++) {
            int from = (int) ((long) order.length * portion / PORTIONS);
            int to = (int) ((long) order.length * (portion + 1) / PORTIONS);
            for (int n = from; n < to; n++) {
                dropped.add("snapshot of the history of " + name, snapshots.get(order[n]));
                forget(snapshots, order[n]);
            }
            dropped.expectGone();
            for (int n = 0; n < SAMPLES / PORTIONS && to < order.length; n++) {
                int i = order[to + random.nextInt(order.length - to)];
                checkWhole(i, snapshots.get(i));
            }
        }
    }

    @SuppressWarnings("NullAway") // what is dropped is not looked at again
    private static <S> void forget(List<S> snapshots, int i) {
        snapshots.set(i, null);
    }
}
