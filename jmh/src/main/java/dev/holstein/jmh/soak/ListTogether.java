package dev.holstein.jmh.soak;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * Writers at one list. Each adds numbers of its own, always three in a row of its numbering at once, in ascending order, and takes its
 * oldest three out at once; so every view has for each writer whole threes without a gap, whatever lies between them.
 */
final class ListTogether extends Together {
    private static final int GROUP = 3;
    private static final int MOST_GROUPS = 700;
    private static final int KINDS = 8;
    private static final int WRITER_BITS = 16;

    private final ConcurrentList<Long> list = new ConcurrentList<>();

    /** Of each writer: the first number that is there, and the first that is not there yet. */
    private final long[] first;

    private final long[] next;

    ListTogether(Setting setting) {
        super("ConcurrentList", setting);
        first = new long[writers];
        next = new long[writers];
    }

    @Override
    int kinds() {
        return KINDS;
    }

    private static long element(int writer, long number) {
        return number << WRITER_BITS | writer;
    }

    private static int writerOf(long element) {
        return (int) (element & ((1 << WRITER_BITS) - 1));
    }

    private static List<Long> group(int writer, long number) {
        return LongStream.range(number, number + GROUP)
                .mapToObj(each -> element(writer, each))
                .toList();
    }

    @Override
    void write(int writer, SplittableRandom random) {
        List<Long> latest = group(writer, next[writer]);
        List<Long> oldest = group(writer, first[writer]);
        boolean full = next[writer] - first[writer] > GROUP * MOST_GROUPS;
        switch (full ? 4 + random.nextInt(3) : random.nextInt(KINDS)) {
            case 0, 1 -> {
                Fault.unless(list.addAll(latest), "addAll that added nothing");
                next[writer] += GROUP;
            }
            case 2 -> {
                Fault.unlessSame("absent elements", GROUP, list.addAllAbsent(latest));
                next[writer] += GROUP;
            }
            case 3 -> {
                list.update(copy -> latest.forEach(copy::add));
                next[writer] += GROUP;
            }
            case 4, 5 -> {
                boolean some = next[writer] > first[writer];
                Fault.unlessSame("answer", some, list.removeAll(oldest));
                first[writer] += some ? GROUP : 0;
            }
            case 6 -> {
                boolean some = next[writer] > first[writer];
                Fault.unlessSame("answer", some, list.removeIf(oldest::contains));
                first[writer] += some ? GROUP : 0;
            }
            default -> {
                if (random.nextInt(16) == 0) {
                    // keeps what is promised: the numbers of each writer are in order as before
                    list.sort(Comparator.comparing(ListTogether::writerOf));
                } else if (next[writer] > first[writer]) {
                    Fault.unless(!list.addIfAbsent(oldest.get(0)), "addIfAbsent added what is there");
                }
            }
        }
    }

    @Override
    boolean read(SplittableRandom random) {
        PersistentList<Long> view = list.snapshot();
        long[] last = new long[writers];
        long[] count = new long[writers];
        Arrays.fill(last, -1);
        int met = 0;
        boolean live = random.nextBoolean();
        for (Iterator<Long> all = live ? list.iterator() : view.iterator(); all.hasNext(); ) {
            long element = all.next();
            int writer = writerOf(element);
            long number = element >> WRITER_BITS;
            Fault.unless(
                    last[writer] < 0 ? number % GROUP == 0 : number == last[writer] + 1,
                    "number " + number + " of writer " + writer + " after " + last[writer]);
            last[writer] = number;
            count[writer]++;
            met++;
        }
        for (int writer = 0; writer < writers; writer++) {
            Fault.unless(count[writer] % GROUP == 0, "a view with " + count[writer] + " numbers of writer " + writer);
        }
        Fault.unless(live || met == view.size(), "a view of size " + view.size() + " with " + met + " elements");
        drop(random, "snapshot of ConcurrentList", view);
        return true;
    }

    @Override
    void compare() {
        List<List<Long>> found = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            found.add(new ArrayList<>());
        }
        list.forEach(element -> found.get(writerOf(element)).add(element >> WRITER_BITS));
        for (int writer = 0; writer < writers; writer++) {
            Fault.unlessSame(
                    "numbers of writer " + writer,
                    LongStream.range(first[writer], next[writer]).boxed().toList(),
                    found.get(writer));
        }
    }
}
