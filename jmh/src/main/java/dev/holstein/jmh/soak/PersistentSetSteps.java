package dev.holstein.jmh.soak;

import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.btree.Split;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Versions of an immutable set beside a {@link TreeSet}: every write makes one, and many are put together with older ones. */
final class PersistentSetSteps extends Steps<PersistentBTreeSet<Integer>, Numbered> {
    private static final int ELEMENTS = 8_192;
    private static final int WIDEST = 256;

    private PersistentBTreeSet<Integer> version = PersistentBTreeSet.empty();
    private TreeSet<Integer> model = new TreeSet<>();

    PersistentSetSteps(Setting setting) {
        super("PersistentBTreeSet", setting);
        operation("plus", 300, () -> {
            int element = element();
            become(version.plus(element), m -> m.add(element));
        });
        operation("minus", 150, () -> {
            int element = element();
            become(version.minus(element), m -> m.remove(element));
        });
        operation("contains", 100, () -> {
            int element = element();
            Fault.unlessSame("contains " + element, model.contains(element), version.contains(element));
        });
        operation("plusAll", 4, () -> {
            Set<Integer> some = some();
            become(version.plusAll(some), m -> m.addAll(some));
        });
        operation("minusAll", 4, () -> {
            Set<Integer> some = some();
            become(version.minusAll(some), m -> m.removeAll(some));
        });
        operation("snapshot", 4, () -> kept.add(version.snapshot(), Numbered.of(model)));
        operation("copies", 2, () -> {
            PersistentBTreeSet<Integer> copy = PersistentBTreeSet.fromSorted(model);
            Fault.unless(copy.equals(version) && copy.hashCode() == version.hashCode(), "a copy that is not equal");
            version = random.nextBoolean() ? copy : version.mutableCopy().snapshot();
        });
        operation("split and join", 2, () -> {
            int at = element();
            int gap = at + random.nextInt(WIDEST);
            Split<PersistentBTreeSet<Integer>> parts = version.split(at);
            become(
                    parts.below().join(parts.from().split(gap).from()),
                    m -> m.subSet(at, gap).clear());
        });
        withAnOlderOne();
        operation("clear", 1, () -> {
            if (random.nextInt(64) == 0) {
                become(PersistentBTreeSet.empty(), Set::clear);
            }
        });
        for (int i = 0; i < ELEMENTS / 2; i++) {
            model.add(element());
        }
        version = PersistentBTreeSet.copyOf(model);
    }

    private int element() {
        return random.nextInt(ELEMENTS);
    }

    private Set<Integer> some() {
        Set<Integer> some = new HashSet<>();
        int from = element();
        for (int count = random.nextInt(WIDEST); count > 0; count--) {
            some.add(from + 2 * count);
        }
        return some;
    }

    private void become(PersistentBTreeSet<Integer> next, Consumer<TreeSet<Integer>> edit) {
        edit.accept(model);
        version = next;
        Fault.unlessSame("size", model.size(), version.size());
    }

    private void withAnOlderOne() {
        operation("union", 1, () -> older((older, theirs) -> become(version.union(older), m -> m.addAll(theirs))));
        operation(
                "intersection",
                1,
                () -> older((older, theirs) -> become(version.intersection(older), m -> m.retainAll(theirs))));
        operation(
                "difference",
                1,
                () -> older((older, theirs) -> {
                    TreeSet<Integer> rest = new TreeSet<>(model);
                    rest.removeAll(theirs);
                    Numbered.of(rest).check(version.difference(older), random.nextInt());
                }));
        operation(
                "symmetric difference",
                1,
                () -> older((older, theirs) -> {
                    TreeSet<Integer> rest = new TreeSet<>(theirs);
                    rest.removeAll(model);
                    TreeSet<Integer> mine = new TreeSet<>(model);
                    mine.removeAll(theirs);
                    rest.addAll(mine);
                    Numbered.of(rest).check(version.symmetricDifference(older), random.nextInt());
                }));
        operation(
                "diff and patch",
                2,
                () -> older((older, theirs) -> {
                    Numbered.of(theirs).check(version.patch(PersistentBTreeSet.diff(version, older)), random.nextInt());
                    version = older.patch(PersistentBTreeSet.diff(older, version));
                    check();
                }));
    }

    /** What is done with an older version. */
    private interface WithOlder {
        void act(PersistentBTreeSet<Integer> older, TreeSet<Integer> theirs);
    }

    private void older(WithOlder action) {
        if (!kept.isEmpty()) {
            Kept.Entry<PersistentBTreeSet<Integer>, Numbered> older = kept.any();
            action.act(older.snapshot(), older.model().set());
        }
    }

    @Override
    boolean isLive(PersistentBTreeSet<Integer> snapshot) {
        return snapshot == version;
    }

    @Override
    void checkContent() {
        Numbered.of(model).check(version, random.nextInt());
    }

    @Override
    void checkKept(PersistentBTreeSet<Integer> snapshot, Numbered expected) {
        expected.check(snapshot, random.nextInt());
    }
}
