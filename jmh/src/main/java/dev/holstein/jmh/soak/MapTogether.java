package dev.holstein.jmh.soak;

import dev.holstein.btree.PersistentBTreeMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writers at one map. The keys of each lie between those of the others, so that they meet in every node. Below {@link #FREE} are accounts:
 * what is taken from one is given to another at once, so that every view has the same sum; some of it goes from one key to a new one.
 * From {@link #FREE} on anything is written, and its answer is compared. Two marks of each writer, the second always written after the
 * first, tell whether a view is of one moment.
 */
final class MapTogether extends Together {
    private static final int FREE = 1 << 20;
    private static final int MARKS = 1 << 22;
    private static final int ACCOUNTS = 1_000;
    private static final int FREE_KEYS = 4_000;
    private static final long GRANT = 1_000;
    private static final int KINDS = 12;

    private final SharedMap subject;
    private final List<TreeMap<Integer, Long>> models = new ArrayList<>();
    private final List<List<Integer>> accounts = new ArrayList<>();
    private final long total;

    MapTogether(SharedMap subject, Setting setting) {
        super(subject.name(), setting);
        this.subject = subject;
        for (int writer = 0; writer < writers; writer++) {
            TreeMap<Integer, Long> model = new TreeMap<>();
            List<Integer> own = new ArrayList<>();
            for (int i = 0; i < ACCOUNTS; i++) {
                own.add(i * 4 * writers + writer);
                model.put(i * 4 * writers + writer, GRANT);
            }
            model.put(mark(writer, 0), 0L);
            model.put(mark(writer, 1), 0L);
            models.add(model);
            accounts.add(own);
            subject.map.putAll(model);
        }
        total = (long) writers * ACCOUNTS * GRANT;
    }

    private static int mark(int writer, int which) {
        // far from each other, so that they are in different leaves
        return MARKS + which * 100_000 + writer;
    }

    @Override
    int kinds() {
        return KINDS;
    }

    @Override
    void write(int writer, SplittableRandom random) {
        TreeMap<Integer, Long> model = models.get(writer);
        int key = FREE + random.nextInt(FREE_KEYS) * writers + writer;
        long value = random.nextInt(8);
        switch (random.nextInt(KINDS)) {
            case 0, 1 -> transfer(writer, random, model);
            case 2 -> move(writer, random, model);
            case 3 -> {
                long next = present(model.get(mark(writer, 0))) + 1;
                for (int which = 0; which < 2; which++) {
                    subject.map.put(mark(writer, which), next);
                    model.put(mark(writer, which), next);
                }
            }
            case 4 -> same(model.put(key, value), subject.map.put(key, value));
            case 5 -> same(model.remove(key), subject.map.remove(key));
            case 6 -> same(model.putIfAbsent(key, value), subject.map.putIfAbsent(key, value));
            case 7 -> same(model.merge(key, value, Long::sum), subject.map.merge(key, value, Long::sum));
            case 8 ->
                same(
                        model.computeIfPresent(key, (k, v) -> v == value ? null : value),
                        subject.map.computeIfPresent(key, (k, v) -> v == value ? null : value));
            case 9 -> same(model.remove(key, value), subject.map.remove(key, value));
            case 10 -> {
                Map<Integer, Long> several = new TreeMap<>();
                for (int i = 0; i < 20; i++) {
                    several.put(key + i * writers, value);
                }
                subject.map.putAll(several);
                model.putAll(several);
            }
            default -> {
                // only its own keys: another's may be written at the same time
                int end = key + 30 * writers;
                same(
                        model.subMap(key, end).keySet().removeIf(each -> true),
                        subject.map.subMap(key, end).keySet().removeIf(each -> each % writers == key % writers));
            }
        }
    }

    private static void same(@Nullable Object expected, @Nullable Object found) {
        Fault.unlessSame("answer", expected, found);
    }

    /** A value of a key that is always there. */
    private static long present(@Nullable Long value) {
        if (value == null) {
            throw new Fault("a key is not there that nobody removes");
        }
        return value;
    }

    private void transfer(int writer, SplittableRandom random, NavigableMap<Integer, Long> model) {
        List<Integer> own = accounts.get(writer);
        int from = own.get(random.nextInt(own.size()));
        int to = own.get(random.nextInt(own.size()));
        long amount = random.nextInt(100);
        subject.update(copy -> {
            copy.merge(from, -amount, Long::sum);
            copy.merge(to, amount, Long::sum);
        });
        model.merge(from, -amount, Long::sum);
        model.merge(to, amount, Long::sum);
    }

    /** Gives an account another key. */
    private void move(int writer, SplittableRandom random, NavigableMap<Integer, Long> model) {
        List<Integer> own = accounts.get(writer);
        int i = random.nextInt(own.size());
        int from = own.get(i);
        int to = random.nextInt(4 * ACCOUNTS) * writers + writer;
        if (!model.containsKey(to)) {
            subject.update(copy -> copy.put(to, present(copy.remove(from))));
            model.put(to, present(model.remove(from)));
            own.set(i, to);
        }
    }

    @Override
    boolean read(SplittableRandom random) {
        PersistentBTreeMap<Integer, Long> view = subject.snapshot();
        long sum = 0;
        int met = 0;
        int last = -1;
        // the live map walks one version as a snapshot does
        NavigableMap<Integer, Long> walked = random.nextBoolean() ? view : subject.map;
        for (Map.Entry<Integer, Long> entry : walked.headMap(FREE).entrySet()) {
            Fault.unless(entry.getKey() > last, "keys out of order: " + last + " before " + entry.getKey());
            last = entry.getKey();
            sum += entry.getValue();
            met++;
        }
        Fault.unlessSame("sum of all accounts", total, sum);
        Fault.unlessSame("number of accounts", (long) writers * ACCOUNTS, met);
        Fault.unlessSame("number of accounts by position", met, view.rank(FREE, false));
        for (int writer = 0; writer < writers; writer++) {
            long first = present(view.get(mark(writer, 0)));
            long second = present(view.get(mark(writer, 1)));
            Fault.unless(second == first || second == first - 1, "marks of no moment: " + first + ", " + second);
        }
        drop(random, "snapshot of " + subject.name(), view);
        return true;
    }

    @Override
    void compare() {
        TreeMap<Integer, Long> all = new TreeMap<>();
        models.forEach(all::putAll);
        Pairs.of(all).check(subject.map, 0);
        Pairs.of(all).check(subject.snapshot(), 1);
    }
}
