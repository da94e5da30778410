package dev.holstein.jmh.soak;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.jmh.tour.Numbers;
import java.util.SplittableRandom;

/** One collection with very many entries: built, read, walked, frozen, changed, compared and weighed. */
abstract class Large {
    /** Reads of random entries. */
    static final int MOST_READS = 2_000_000;

    /** Entries that are changed after a snapshot. */
    static final int CHANGES = 1_000;

    /** Bytes for each of them: copies of a path of nodes. */
    static final long BYTES_A_CHANGE = 8_192;

    final String name;

    Large(String name) {
        this.name = name;
    }

    static Large cowMap() {
        return new LargeMap("CowBTreeMap", CowBTreeMap::new);
    }

    static Large concurrentMap() {
        return new LargeMap("ConcurrentBTreeMap", ConcurrentBTreeMap::new);
    }

    static Large cowList() {
        return new LargeList();
    }

    /**
     * Does it all.
     *
     * @throws Fault if something was not as it must be
     */
    abstract void run(int entries, SplittableRandom random, Dropped dropped, Figures figures)
            throws InterruptedException;

    /** Expects a collection to take no more bytes an entry than it may. */
    static void weigh(Figures figures, String what, long bytes, int entries, double most) {
        double each = (double) bytes / entries;
        figures.put(what, Numbers.decimal(each));
        // a small one is not worth a judgement: what else is on the heap weighs as much
        if (entries >= 100_000) {
            Fault.unless(each <= most, what + ": " + each + ", which is more than " + most);
        }
    }

    /** All numbers below a bound, in no order. */
    static int[] shuffled(int count, SplittableRandom random) {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            numbers[i] = numbers[j];
            numbers[j] = i;
        }
        return numbers;
    }

    /** The numbers below a bound, as objects that a collection can share. */
    static Integer[] boxed(int count) {
        Integer[] boxes = new Integer[count];
        for (int i = 0; i < count; i++) {
            boxes[i] = i;
        }
        return boxes;
    }
}
