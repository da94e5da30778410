package dev.holstein.jmh.soak;

import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.Split;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Versions of an immutable map beside a {@link TreeMap}: every write makes one, and many are put together with older ones. */
final class PersistentMapSteps extends Steps<PersistentBTreeMap<Integer, Long>, Pairs> {
    private static final int KEYS = 8_192;
    private static final int VALUES = 8;
    private static final int WIDEST = 256;

    private PersistentBTreeMap<Integer, Long> version = PersistentBTreeMap.empty();
    private TreeMap<Integer, Long> model = new TreeMap<>();

    PersistentMapSteps(Setting setting) {
        super("PersistentBTreeMap", setting);
        operation("plus", 300, () -> {
            int key = key();
            long value = value();
            become(version.plus(key, value), m -> m.put(key, value));
        });
        operation("minus", 150, () -> {
            int key = key();
            PersistentBTreeMap<Integer, Long> before = version;
            boolean present = model.containsKey(key);
            become(version.minus(key), m -> m.remove(key));
            Fault.unless(present || version == before, "a removal without effect that made a version");
        });
        operation("get", 100, () -> {
            int key = key();
            Fault.unlessSame("value of " + key, model.get(key), version.get(key));
        });
        operation("plusAll", 4, () -> {
            Map<Integer, Long> more = new HashMap<>();
            int from = key();
            for (int i = random.nextInt(WIDEST); i >= 0; i--) {
                more.put(from + 3 * i, value());
            }
            become(version.plusAll(more), m -> m.putAll(more));
        });
        operation("minusAll", 4, () -> {
            List<Integer> keys = random.ints(WIDEST, 0, KEYS)
                    .boxed()
                    .limit(random.nextInt(WIDEST))
                    .toList();
            become(version.minusAll(keys), m -> m.keySet().removeAll(keys));
        });
        operation("range, cut out", 2, () -> {
            int lo = key();
            CowBTreeMap<Integer, Long> copy = version.mutableCopy();
            copy.subMap(lo, lo + WIDEST).clear();
            become(copy.snapshot(), m -> m.subMap(lo, lo + WIDEST).clear());
        });
        operation("snapshot", 4, () -> kept.add(version.snapshot(), Pairs.of(model)));
        operation("copies", 2, this::copies);
        operation("split and join", 2, this::splitAndJoin);
        withAnOlderOne();
        operation("back", 1, () -> {
            if (!kept.isEmpty() && random.nextInt(16) == 0) {
                Kept.Entry<PersistentBTreeMap<Integer, Long>, Pairs> target = kept.any();
                version = target.snapshot();
                model = target.model().map();
            }
        });
        operation("clear", 1, () -> {
            if (random.nextInt(64) == 0) {
                become(PersistentBTreeMap.empty(), Map::clear);
            }
        });
        for (int i = 0; i < KEYS / 2; i++) {
            model.put(key(), value());
        }
        version = PersistentBTreeMap.copyOf(model);
    }

    private int key() {
        return random.nextInt(KEYS);
    }

    private long value() {
        return random.nextInt(VALUES);
    }

    private void become(PersistentBTreeMap<Integer, Long> next, Consumer<TreeMap<Integer, Long>> edit) {
        edit.accept(model);
        version = next;
        Fault.unlessSame("size", model.size(), version.size());
    }

    private void copies() {
        PersistentBTreeMap<Integer, Long> copy = random.nextBoolean()
                ? PersistentBTreeMap.copyOf((Map<Integer, Long>) model)
                : PersistentBTreeMap.fromSorted(model.entrySet());
        Fault.unless(copy.equals(version) && version.equals(copy), "a copy that is not equal");
        Fault.unlessSame("hash code", copy.hashCode(), version.hashCode());
        Fault.unlessSame(
                "differences of a copy",
                0,
                PersistentBTreeMap.diff(copy, version).count());
        version = random.nextBoolean() ? copy : version;
    }

    private void splitAndJoin() {
        int at = key();
        Split<PersistentBTreeMap<Integer, Long>> parts = version.split(at);
        Pairs.of(model.headMap(at)).check(parts.below(), random.nextInt());
        Pairs.of(model.tailMap(at)).check(parts.from(), random.nextInt());
        int gap = at + random.nextInt(WIDEST);
        become(
                parts.below().join(parts.from().split(gap).from()),
                m -> m.subMap(at, gap).clear());
    }

    /** Several operations on two versions that share what was not written between them. */
    private void withAnOlderOne() {
        operation("union", 1, () -> together(older -> version.union(older), (mine, theirs) -> mine.putAll(theirs)));
        operation(
                "union by a function",
                1,
                () -> together(
                        older -> version.union(older, (a, b) -> (a + b) % VALUES),
                        (mine, theirs) -> theirs.forEach((k, v) -> mine.merge(k, v, (a, b) -> (a + b) % VALUES))));
        operation(
                "intersection",
                1,
                () -> together(
                        older -> version.intersection(older),
                        (mine, theirs) -> mine.keySet().retainAll(theirs.keySet())));
        operation(
                "difference",
                1,
                () -> apart(
                        older -> version.difference(older),
                        (mine, theirs) -> mine.keySet().removeAll(theirs.keySet())));
        operation(
                "symmetric difference",
                1,
                () -> apart(older -> version.symmetricDifference(older), (mine, theirs) -> {
                    TreeMap<Integer, Long> rest = new TreeMap<>(theirs);
                    rest.keySet().removeAll(mine.keySet());
                    mine.keySet().removeAll(theirs.keySet());
                    mine.putAll(rest);
                }));
        operation(
                "diff and patch",
                2,
                () -> apart(
                        older -> {
                            var there = PersistentBTreeMap.diff(version, older);
                            Fault.unless(
                                    version.patch(there).equals(older),
                                    "a patch that does not lead to the older version");
                            return older.patch(PersistentBTreeMap.diff(older, version));
                        },
                        (mine, theirs) -> {}));
    }

    /** What is to be done to the model. */
    private interface Pairwise {
        void edit(TreeMap<Integer, Long> mine, TreeMap<Integer, Long> theirs);
    }

    /** Puts the present version together with an older one, and goes on with the result. */
    private void together(
            Function<PersistentBTreeMap<Integer, Long>, PersistentBTreeMap<Integer, Long>> operation, Pairwise edit) {
        if (!kept.isEmpty()) {
            Kept.Entry<PersistentBTreeMap<Integer, Long>, Pairs> older = kept.any();
            TreeMap<Integer, Long> theirs = older.model().map();
            become(operation.apply(older.snapshot()), mine -> edit.edit(mine, theirs));
            check();
        }
    }

    /** The same, but the result, which may be small, is only compared. */
    private void apart(
            Function<PersistentBTreeMap<Integer, Long>, PersistentBTreeMap<Integer, Long>> operation, Pairwise edit) {
        if (!kept.isEmpty()) {
            Kept.Entry<PersistentBTreeMap<Integer, Long>, Pairs> older = kept.any();
            TreeMap<Integer, Long> mine = new TreeMap<>(model);
            edit.edit(mine, older.model().map());
            Pairs.of(mine).check(operation.apply(older.snapshot()), random.nextInt());
        }
    }

    @Override
    boolean isLive(PersistentBTreeMap<Integer, Long> snapshot) {
        return snapshot == version;
    }

    @Override
    void checkContent() {
        Pairs.of(model).check(version, random.nextInt());
    }

    @Override
    void checkKept(PersistentBTreeMap<Integer, Long> snapshot, Pairs expected) {
        expected.check(snapshot, random.nextInt());
    }
}
