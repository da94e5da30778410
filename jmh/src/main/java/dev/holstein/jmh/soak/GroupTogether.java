package dev.holstein.jmh.soak;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.cow.AtomicCow;
import dev.holstein.cow.SnapshotGroup;
import dev.holstein.list.ConcurrentList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writers at a map, a set, a list and a value as one: each update writes the same number to all four, so that every view of the group has
 * the same in all of them. Some write to one member alone, what no promise is about.
 */
final class GroupTogether extends Together {
    private static final int KINDS = 3;

    private final ConcurrentBTreeMap<Integer, Long> map = new ConcurrentBTreeMap<>();
    private final ConcurrentBTreeSet<Long> set = new ConcurrentBTreeSet<>();
    private final ConcurrentList<Long> list = new ConcurrentList<>();
    private final AtomicCow<long[]> value;
    private final SnapshotGroup group;
    private final long[] numbers;

    GroupTogether(Setting setting) {
        super("SnapshotGroup and AtomicCow", setting);
        numbers = new long[writers];
        value = AtomicCow.of(new long[writers], long[]::clone);
        group = SnapshotGroup.of(list, map, value, set);
        for (int writer = 0; writer < writers; writer++) {
            map.put(writer, 0L);
            list.add(0L);
            set.add((long) writer);
        }
    }

    @Override
    int kinds() {
        return KINDS;
    }

    /** What the set has for a number of a writer. */
    private long element(int writer, long number) {
        return number * writers + writer;
    }

    @Override
    void write(int writer, SplittableRandom random) {
        switch (random.nextInt(KINDS)) {
            case 0, 1 -> {
                long before = numbers[writer];
                long number = before + 1;
                group.update(edit -> {
                    edit.of(list).set(writer, number);
                    edit.of(value)[writer] = number;
                    edit.of(map).put(writer, number);
                    edit.of(set).remove(element(writer, before));
                    edit.of(set).add(element(writer, number));
                });
                numbers[writer] = number;
            }
            default -> {
                int beyond = 1_000 + writer + writers * random.nextInt(1_000);
                map.merge(beyond, 1L, (a, b) -> null);
            }
        }
    }

    @Override
    boolean read(SplittableRandom random) {
        SnapshotGroup.Snapshots view = group.snapshot();
        check(view);
        drop(random, "snapshot of a SnapshotGroup", view);
        return true;
    }

    private void check(SnapshotGroup.Snapshots view) {
        long[] seen = view.of(value);
        List<Long> expected = Arrays.stream(seen).boxed().toList();
        Fault.unlessSame("list beside the value", expected, view.of(list));
        Fault.unlessSame(
                "map beside the value",
                expected,
                List.copyOf(view.of(map).headMap(writers).values()));
        Fault.unlessSame("size of the set", writers, view.of(set).size());
        for (int writer = 0; writer < writers; writer++) {
            long element = element(writer, seen[writer]);
            Fault.unless(view.of(set).contains(element), "set beside the value: " + element + " is not there");
        }
    }

    @Override
    void compare() {
        Fault.unless(Arrays.equals(numbers, value.get()), "an update was lost: " + Arrays.toString(value.get()));
        check(group.snapshot());
    }
}
