package dev.holstein.jmh.soak;

import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.btree.RankedSet;
import dev.holstein.btree.SetChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A mutable set beside a {@link TreeSet}. */
final class SetSteps extends Steps<NavigableSet<Integer>, Numbered> {
    private static final int ELEMENTS = 16_384;
    private static final int WIDEST = 512;

    private final SetSubject subject;
    private TreeSet<Integer> model = new TreeSet<>();

    SetSteps(SetSubject subject, Setting setting) {
        super(subject.name(), setting);
        this.subject = subject;
        elements();
        ranges();
        bulk();
        versions();
        for (int i = 0; i < ELEMENTS / 2; i++) {
            model.add(element());
        }
        subject.set().addAll(model);
    }

    /** Something done with an element, which is also given where it does not matter. */
    private interface Doing {
        @Nullable
        Object to(NavigableSet<Integer> set, int element);
    }

    private int element() {
        return random.nextInt(ELEMENTS);
    }

    private void both(String name, int weight, Doing doing) {
        operation(name, weight, () -> {
            int element = element();
            Object expected = outcome(() -> doing.to(model, element));
            Fault.unlessSame("answer", expected, outcome(() -> doing.to(subject.set(), element)));
        });
    }

    private void elements() {
        both("add", 300, Collection::add);
        both("remove", 150, NavigableSet::remove);
        both("contains", 100, NavigableSet::contains);
        both("neighbours", 50, (set, element) -> {
            List<@Nullable Object> found = new ArrayList<>();
            found.add(set.lower(element));
            found.add(set.floor(element));
            found.add(set.ceiling(element));
            found.add(set.higher(element));
            return found;
        });
        both("ends", 5, (set, element) -> List.of(set.first(), set.last(), set.size(), set.isEmpty()));
        both("pollFirst", 5, (set, element) -> set.pollFirst());
        both("pollLast", 5, (set, element) -> set.pollLast());
        both("hashCode", 1, (set, element) -> set.hashCode());
        both("backwards", 1, (set, element) -> new ArrayList<>(set.descendingSet()).hashCode());
        operation("positions", 1, () -> {
            RankedSet<Integer> set = subject.set();
            int element = element();
            int rank = model.headSet(element).size();
            Fault.unlessSame("rank of " + element, rank, set.rank(element, false));
            Fault.unlessSame("index of " + element, model.contains(element) ? rank : -1, set.indexOf(element));
            if (rank < model.size()) {
                Fault.unlessSame("element " + rank, model.ceiling(element), set.elementAt(rank));
            }
        });
        both("clear", 1, (set, element) -> {
            // seldom, so that large sets come about
            if (element < ELEMENTS / 64) {
                set.clear();
            }
            return set.size();
        });
    }

    private void ranges() {
        both("range, clear", 2, (set, element) -> {
            set.subSet(element, true, element + element % WIDEST, true).clear();
            return set.size();
        });
        both(
                "range, read",
                4,
                (set, element) -> new ArrayList<>(
                        set.subSet(element, false, element + WIDEST, true).descendingSet()));
        both("range, add", 8, (set, element) -> set.headSet(element, true).add(element - element % 3));
        both(
                "range, add outside",
                2,
                (set, element) -> set.tailSet(element, false).add(element));
        both(
                "range, removeIf",
                2,
                (set, element) -> set.subSet(element, element + WIDEST).removeIf(each -> each % 3 == element % 3));
        both("range, poll", 4, (set, element) -> set.tailSet(element, true).pollFirst());
        both("iterator removes", 3, (set, element) -> {
            int removed = 0;
            for (Iterator<Integer> all = set.subSet(element, element + WIDEST).iterator(); all.hasNext(); ) {
                if (all.next() % 4 == element % 4) {
                    all.remove();
                    removed++;
                }
            }
            return removed;
        });
        operation("iterator beside writes", 3, () -> {
            int lo = element();
            List<Integer> expected = List.copyOf(model.subSet(lo, lo + WIDEST));
            List<Integer> found = new ArrayList<>();
            for (int each : subject.set().subSet(lo, lo + WIDEST)) {
                found.add(each);
                Fault.unlessSame("answer", model.remove(each + 1), subject.set().remove(each + 1));
                Fault.unlessSame("answer", model.add(each + 2), subject.set().add(each + 2));
            }
            Fault.unlessSame("what an iterator met", expected, found);
        });
    }

    private Set<Integer> some() {
        Set<Integer> some = new HashSet<>();
        int from = element();
        for (int count = random.nextInt(200); count > 0; count--) {
            some.add(random.nextBoolean() ? Math.min(from + random.nextInt(400), ELEMENTS - 1) : element());
        }
        return some;
    }

    private void bulk() {
        operation("addAll", 3, () -> {
            Set<Integer> some = random.nextBoolean() ? some() : new TreeSet<>(some());
            Fault.unlessSame("answer", model.addAll(some), subject.set().addAll(some));
        });
        operation("removeAll", 2, () -> {
            Set<Integer> some = some();
            Fault.unlessSame("answer", model.removeAll(some), subject.set().removeAll(some));
        });
        operation("retainAll", 1, () -> {
            Set<Integer> all = new HashSet<>(model);
            all.removeAll(some());
            Fault.unlessSame("answer", model.retainAll(all), subject.set().retainAll(all));
        });
        operation("several as one", 5, () -> {
            int element = element();
            subject.atOnce(set -> {
                set.add(element);
                set.remove(element / 2);
            });
            model.add(element);
            model.remove(element / 2);
        });
    }

    private void versions() {
        operation("snapshot", 3, () -> kept.add(subject.set().snapshot(), Numbered.of(model)));
        operation("copy", 1, () -> kept.add(subject.goOnWithCopy(), Numbered.of(model)));
        operation("snapshot of a range", 1, () -> {
            int lo = element();
            kept.add(subject.set().tailSet(lo, true).snapshot(), Numbered.of(model.tailSet(lo, true)));
        });
        operation("back by patch", 1, () -> back(false));
        operation("back to a version", 1, () -> back(true));
        operation("algebra", 1, this::algebra);
    }

    private void back(boolean atOnce) {
        if (kept.isEmpty() || random.nextInt(8) > 0) {
            return;
        }
        Kept.Entry<NavigableSet<Integer>, Numbered> target = kept.any();
        if (target.snapshot() instanceof PersistentBTreeSet<Integer> version) {
            if (atOnce) {
                subject.replaceBy(version);
            } else {
                PersistentBTreeSet<Integer> now = subject.set().snapshot();
                List<SetChange<Integer>> changes =
                        PersistentBTreeSet.diff(now, version).toList();
                subject.patch(changes.stream());
                passing(now);
            }
            model = target.model().set();
            check();
        }
    }

    /** What the present set and an older one make together; the result is only compared. */
    private void algebra() {
        if (kept.isEmpty()) {
            return;
        }
        Kept.Entry<NavigableSet<Integer>, Numbered> entry = kept.any();
        if (entry.snapshot() instanceof PersistentBTreeSet<Integer> theirs) {
            PersistentBTreeSet<Integer> mine = subject.set().snapshot();
            TreeSet<Integer> other = entry.model().set();
            TreeSet<Integer> all = new TreeSet<>(model);
            all.addAll(other);
            compare(all, mine.union(theirs));
            TreeSet<Integer> common = new TreeSet<>(model);
            common.retainAll(other);
            compare(common, mine.intersection(theirs));
            TreeSet<Integer> rest = new TreeSet<>(model);
            rest.removeAll(common);
            compare(rest, mine.difference(theirs));
            all.removeAll(common);
            compare(all, mine.symmetricDifference(theirs));
            passing(mine);
        }
    }

    private void compare(TreeSet<Integer> expected, NavigableSet<Integer> found) {
        Numbered.of(expected).check(found, random.nextInt());
    }

    @Override
    void checkContent() {
        compare(model, subject.set());
        Fault.unless(subject.set().equals(model), "a set that is not equal to its model");
    }

    @Override
    void checkKept(NavigableSet<Integer> snapshot, Numbered expected) {
        expected.check(snapshot, random.nextInt());
    }
}
