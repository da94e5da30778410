package dev.holstein.jmh.tour;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The writes to one list. Each leaves the list as long as it was, with the same items and the same total, and a {@link Seal} in
 * the last element that it puts there; it takes several steps, between which some of this does not hold.
 *
 * <p>What the list must be after a write is reckoned from what it was before and the elements and neighbours that the write
 * changes, not by a walk.
 */
final class ListWrites {
    private static final int LARGEST_AMOUNT = 1000;
    private static final int LONGEST_RUN = 256;

    /** What a write does, and how many in {@link #OF_KINDS} do it. */
    enum Kind {
        /** An amount goes from one element to another, anywhere: two calls of {@code set}. */
        SET(4),
        /** An element goes to another place: {@code remove} and {@code add}, both in the middle. */
        MOVE(3),
        /** Up to {@value #LONGEST_RUN} elements in a row go to another place: {@code clear} of a range and {@code addAll}. */
        RUN(1);

        private static final int OF_KINDS = 8;

        private final int frequency;

        Kind(int frequency) {
            this.frequency = frequency;
        }

        private static Kind of(int chance) {
            int rest = chance;
            for (Kind kind : values()) {
                rest -= kind.frequency;
                if (rest < 0) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("chance " + chance + " is not below " + OF_KINDS);
        }
    }

    private final ListSubject subject;
    private final int size;

    /** Only read and written in a turn of a writer. */
    private Seal last;

    private final AtomicLong finished = new AtomicLong();

    /**
     * Prepares writes to a list.
     *
     * @param size its elements, 2 or more
     * @param first what it is before the first write
     */
    ListWrites(ListSubject subject, int size, Seal first) {
        this.subject = subject;
        this.size = size;
        last = first;
    }

    /** The highest number of a write that has ended: a view taken from now on must not be older. */
    long finished() {
        return finished.get();
    }

    /** One who writes, by chance that depends on nothing but the seed. Used by one thread. */
    final class Writer {
        private final SplittableRandom random;
        private final Map<Kind, Long> made = new EnumMap<>(Kind.class);
        private @Nullable Seal left;

        Writer(long seed) {
            random = new SplittableRandom(seed);
        }

        Map<Kind, Long> made() {
            return made;
        }

        void write() {
            Kind kind = Kind.of(random.nextInt(Kind.OF_KINDS));
            int from = random.nextInt(size);
            subject.write(
                    switch (kind) {
                        case SET -> set(from, (from + 1 + random.nextInt(size - 1)) % size);
                        case MOVE -> move(from);
                        case RUN -> moveRun();
                    });
            if (left != null) {
                finished.accumulateAndGet(left.number(), Math::max);
            }
            made.merge(kind, 1L, Long::sum);
        }

        /** An amount may go below zero, as an account may; so every write changes both, even if there is little to move. */
        private Consumer<List<Element>> set(int from, int to) {
            long amount = random.nextInt(LARGEST_AMOUNT) + 1L;
            return list -> {
                Element giver = list.get(from);
                Element taker = list.get(to);
                long number = last.number() + 1;
                long giverHash = giver.hashWith(giver.amount() - amount, 0);
                long takerHash = taker.hashWith(taker.amount() + amount, number);
                long contents = giverHash + takerHash - giver.hash() - taker.hash();
                long order = from < to
                        ? around(list, from, giverHash, to, takerHash)
                                - around(list, from, giver.hash(), to, taker.hash())
                        : around(list, to, takerHash, from, giverHash)
                                - around(list, to, taker.hash(), from, giver.hash());
                Seal seal = new Seal(number, last.contents() + contents, last.order() + order);
                list.set(from, giver.with(giver.amount() - amount));
                list.set(to, taker.with(taker.amount() + amount, seal));
                ended(seal);
            };
        }

        private Consumer<List<Element>> move(int from) {
            int to = random.nextInt(size);
            return list -> {
                Element moved = list.get(from);
                Seal seal = sealOfMove(list, from, 1, to);
                list.remove(from);
                list.add(to, moved.with(moved.amount(), seal));
                ended(seal);
            };
        }

        private Consumer<List<Element>> moveRun() {
            int count = 1 + random.nextInt(Math.min(LONGEST_RUN, size / 2));
            int from = random.nextInt(size - count + 1);
            int to = random.nextInt(size - count + 1);
            return list -> {
                Seal seal = sealOfMove(list, from, count, to);
                List<Element> run = new ArrayList<>(list.subList(from, from + count));
                run.set(0, run.get(0).with(run.get(0).amount(), seal));
                list.subList(from, from + count).clear();
                list.addAll(to, run);
                ended(seal);
            };
        }

        private void ended(Seal seal) {
            last = seal;
            left = seal;
        }
    }

    // ---- what the list must be afterwards

    /** What two elements with given hashes and their neighbours have in the order. */
    private long around(List<Element> list, int lo, long loHash, int hi, long hiHash) {
        long outer = Element.pair(hashAt(list, lo - 1), loHash) + Element.pair(hiHash, hashAt(list, hi + 1));
        return hi == lo + 1
                ? outer + Element.pair(loHash, hiHash)
                : outer + Element.pair(loHash, hashAt(list, lo + 1)) + Element.pair(hashAt(list, hi - 1), hiHash);
    }

    /**
     * The seal of a write that moves elements, and puts it into the first of them:
     *
     * <pre>
     *   a [first .. tail] b  ..  c d     becomes     a b  ..  c [sealed .. tail] d
     * </pre>
     *
     * @param to the index of the first when the others have closed the gap
     */
    private Seal sealOfMove(List<Element> list, int from, int count, int to) {
        Element first = list.get(from);
        long number = last.number() + 1;
        long sealed = first.hashWith(first.amount(), number);
        long tail = count == 1 ? sealed : hashAt(list, from + count - 1);
        long a = hashAt(list, from - 1);
        long b = hashAt(list, from + count);
        long c = hashAt(list, beside(to - 1, from, count));
        long d = hashAt(list, beside(to, from, count));

        long order = last.order();
        order -= Element.pair(a, first.hash()) + Element.pair(count == 1 ? first.hash() : tail, b);
        order += Element.pair(a, b);
        order -= Element.pair(c, d); // which may be a and b
        order += Element.pair(c, sealed) + Element.pair(tail, d);
        if (count > 1) {
            long second = hashAt(list, from + 1);
            order += Element.pair(sealed, second) - Element.pair(first.hash(), second);
        }
        return new Seal(number, last.contents() - first.hash() + sealed, order);
    }

    /** Where an element is now, of which the index without the moved ones is known. */
    private static int beside(int index, int from, int count) {
        return index < from ? index : index + count;
    }

    private long hashAt(List<Element> list, int index) {
        return index < 0 || index >= size ? 0 : list.get(index).hash();
    }
}
