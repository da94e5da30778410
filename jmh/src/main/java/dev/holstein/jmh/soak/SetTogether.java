package dev.holstein.jmh.soak;

import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.PersistentBTreeSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Writers at one set. Every element below {@link #TWIN} has a twin above it; both come and go at once, so that every view has the same
 * elements below and above. From {@link #FREE} on elements come alone.
 */
final class SetTogether extends Together {
    private static final int TWIN = 1 << 20;
    private static final int FREE = 2 * TWIN;
    private static final int ELEMENTS = 3_000;
    private static final int KINDS = 7;

    private final ConcurrentBTreeSet<Integer> set = new ConcurrentBTreeSet<>();
    private final List<TreeSet<Integer>> models = new ArrayList<>();

    SetTogether(Setting setting) {
        super("ConcurrentBTreeSet", setting);
        for (int writer = 0; writer < writers; writer++) {
            models.add(new TreeSet<>());
        }
    }

    @Override
    int kinds() {
        return KINDS;
    }

    @Override
    void write(int writer, SplittableRandom random) {
        TreeSet<Integer> model = models.get(writer);
        int element = random.nextInt(ELEMENTS) * writers + writer;
        List<Integer> twins = List.of(element, TWIN + element);
        switch (random.nextInt(KINDS)) {
            case 0, 1 -> same(model.addAll(twins), set.addAll(twins));
            case 2 -> same(model.removeAll(twins), set.removeAll(twins));
            case 3 -> {
                set.update(copy -> {
                    copy.removeAll(twins);
                    copy.add(element);
                    copy.add(TWIN + element);
                });
                model.addAll(twins);
            }
            case 4 -> {
                set.removeIf(each -> each < FREE && each % TWIN == element);
                model.removeAll(twins);
            }
            case 5 -> same(model.add(FREE + element), set.add(FREE + element));
            default -> same(model.remove(FREE + element), set.remove(FREE + element));
        }
    }

    private static void same(boolean expected, boolean found) {
        Fault.unlessSame("answer", expected, found);
    }

    @Override
    boolean read(SplittableRandom random) {
        PersistentBTreeSet<Integer> view = set.snapshot();
        Iterator<Integer> below = view.headSet(TWIN).iterator();
        Iterator<Integer> above = view.subSet(TWIN, FREE).iterator();
        int met = 0;
        while (below.hasNext() && above.hasNext()) {
            Fault.unlessSame("twin", below.next() + TWIN, above.next());
            met++;
        }
        Fault.unless(!below.hasNext() && !above.hasNext(), "elements without a twin");
        Fault.unlessSame("number of twins", 2L * met, view.rank(FREE, false));
        int live = 0;
        for (int unused : set.headSet(FREE)) {
            live++;
        }
        Fault.unless(live % 2 == 0, "a walk that met " + live + " twins");
        drop(random, "snapshot of ConcurrentBTreeSet", view);
        return true;
    }

    @Override
    void compare() {
        TreeSet<Integer> all = new TreeSet<>();
        models.forEach(all::addAll);
        Numbered.of(all).check(set, 0);
    }
}
