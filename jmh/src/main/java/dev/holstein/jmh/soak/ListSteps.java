package dev.holstein.jmh.soak;

import dev.holstein.list.ListChange;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mutable list beside an {@link ArrayList}. */
final class ListSteps extends Steps<List<Integer>, Numbered> {
    /** Two levels of nodes above the leaves. */
    private static final int LONGEST = 30_000;

    private static final int VALUES = 4_096;
    private static final int WIDEST = 512;

    private final ListSubject subject;
    private List<Integer> model = new ArrayList<>();

    ListSteps(ListSubject subject, Setting setting) {
        super(subject.name(), setting);
        this.subject = subject;
        elements();
        ranges();
        bulk();
        if (subject.iteratorsWrite()) {
            iteratorsThatWrite();
        }
        versions();
        random.ints(LONGEST / 2, 0, VALUES).forEach(model::add);
        subject.list().addAll(model);
    }

    /** Something done with an index, and an element; the index is one of an element if there is any. */
    private interface Doing {
        @Nullable
        Object to(List<Integer> list, int index, int element);
    }

    private int value() {
        return random.nextInt(VALUES);
    }

    private int index() {
        return random.nextInt(Math.max(1, model.size()));
    }

    private void both(String name, int weight, Doing doing) {
        operation(name, weight, () -> {
            int index = index();
            int element = value();
            Object expected = outcome(() -> doing.to(model, index, element));
            Fault.unlessSame("answer", expected, outcome(() -> doing.to(subject.list(), index, element)));
        });
    }

    private void elements() {
        both("add", 300, (list, index, element) -> list.add(element));
        both("add in the middle", 100, (list, index, element) -> {
            list.add(index, element);
            return list.size();
        });
        both("set", 200, (list, index, element) -> list.set(index, element));
        both("get", 200, (list, index, element) -> list.get(index));
        both("remove by index", 100, (list, index, element) -> list.remove(index));
        both("remove the last", 100, (list, index, element) -> list.remove(list.size() - 1));
        both("remove the first", 5, (list, index, element) -> list.remove(0));
        both("remove an element", 3, (list, index, element) -> list.remove((Integer) element));
        both(
                "search",
                3,
                (list, index, element) -> List.of(list.indexOf(element), list.lastIndexOf(element), list.contains(-1)));
        both("hashCode", 1, (list, index, element) -> list.hashCode());
        both(
                "parallel sum",
                1,
                (list, index, element) ->
                        list.parallelStream().mapToInt(each -> each).sum());
        both("clear", 1, (list, index, element) -> {
            // seldom, so that long lists come about
            if (element < VALUES / 64) {
                list.clear();
            }
            return list.isEmpty();
        });
    }

    private List<Integer> range(List<Integer> list, int index, int element) {
        return list.subList(index, Math.min(list.size(), index + element % WIDEST));
    }

    private void ranges() {
        both("range, clear", 2, (list, index, element) -> {
            range(list, index, element).clear();
            return list.size();
        });
        both("range, read", 5, (list, index, element) -> List.copyOf(range(list, index, element)));
        both("range, write", 5, (list, index, element) -> {
            List<Integer> range = range(list, index, element);
            range.add(element);
            range.set(range.size() / 2, -element);
            range.add(0, element);
            return range.remove(range.size() / 2) + list.size();
        });
        both("range, sort", 2, (list, index, element) -> {
            range(list, index, element).sort(Comparator.reverseOrder());
            return null;
        });
        both(
                "range, removeIf",
                2,
                (list, index, element) -> range(list, index, element).removeIf(each -> each % 3 == 0));
        both("range, replaceAll", 2, (list, index, element) -> {
            range(list, index, element).replaceAll(each -> each ^ 1);
            return null;
        });
        operation("iterator beside writes", 2, () -> {
            int from = Math.max(0, model.size() - WIDEST);
            List<Integer> expected = List.copyOf(model.subList(from, model.size()));
            List<Integer> found = new ArrayList<>();
            for (Iterator<Integer> all = subject.list().listIterator(from); all.hasNext(); ) {
                found.add(all.next());
                if (found.size() % 16 == 0) {
                    int at = index();
                    Fault.unlessSame("answer", model.set(at, -1), subject.list().set(at, -1));
                }
            }
            Fault.unlessSame("what an iterator met", expected, found);
        });
    }

    private List<Integer> some() {
        return random.ints(random.nextInt(2 * WIDEST), 0, VALUES).boxed().toList();
    }

    private void bulk() {
        operation("addAll", 3, () -> {
            List<Integer> some = some();
            Fault.unlessSame("answer", model.addAll(some), subject.list().addAll(some));
        });
        operation("addAll in the middle", 2, () -> {
            int at = index();
            List<Integer> some = some();
            if (at <= model.size()) {
                Fault.unlessSame(
                        "answer", model.addAll(at, some), subject.list().addAll(at, some));
            }
        });
        operation("removeAll", 1, () -> {
            Set<Integer> some = new HashSet<>(some());
            Fault.unlessSame("answer", model.removeAll(some), subject.list().removeAll(some));
        });
        operation("retainAll", 1, () -> {
            Set<Integer> all = new HashSet<>(model);
            all.removeIf(each -> each % 32 == 0);
            Fault.unlessSame("answer", model.retainAll(all), subject.list().retainAll(all));
        });
        both("removeIf", 1, (list, index, element) -> list.removeIf(each -> each % 64 == element % 64));
        both("replaceAll", 1, (list, index, element) -> {
            list.replaceAll(each -> each % 64 == element % 64 ? each + 1 : each);
            return null;
        });
        both("sort", 1, (list, index, element) -> {
            list.sort(element % 2 == 0 ? null : Comparator.comparing(each -> each % 128));
            return null;
        });
        operation("several as one", 3, () -> {
            int at = index();
            List<Integer> some = some();
            if (at < model.size()) {
                subject.atOnce(list -> severalAsOne(list, at, some));
                severalAsOne(model, at, some);
            }
        });
        operation("keep short", 4, () -> {
            if (model.size() > LONGEST) {
                int half = LONGEST / 2;
                int from = random.nextInt(half);
                model.subList(from, from + half).clear();
                subject.list().subList(from, from + half).clear();
            }
        });
    }

    private static void severalAsOne(List<Integer> list, int at, List<Integer> some) {
        list.set(at, -2);
        list.addAll(at / 2, some);
        list.remove(at);
    }

    private void iteratorsThatWrite() {
        both("iterator writes", 2, (list, index, element) -> {
            int count = 0;
            for (ListIterator<Integer> all = list.listIterator(index); all.hasNext() && count < WIDEST; count++) {
                int each = all.next();
                switch (each % 8) {
                    case 0 -> all.remove();
                    case 1 -> all.set(each + 1);
                    case 2 -> all.add(element);
                    default -> {}
                }
            }
            return count;
        });
        both("iterator writes backwards", 1, (list, index, element) -> {
            int count = 0;
            for (ListIterator<Integer> all = list.listIterator(index); all.hasPrevious() && count < WIDEST; count++) {
                int each = all.previous();
                if (each % 8 == 0) {
                    all.remove();
                } else if (each % 8 == 1) {
                    all.set(element);
                }
            }
            return count;
        });
    }

    private void versions() {
        operation("snapshot", 4, () -> kept.add(subject.snapshot(), Numbered.of(model)));
        operation("copy", 1, () -> kept.add(subject.goOnWithCopy(), Numbered.of(model)));
        operation("back to a version", 1, () -> {
            if (!kept.isEmpty() && random.nextInt(8) == 0) {
                Kept.Entry<List<Integer>, Numbered> target = kept.any();
                if (target.snapshot() instanceof PersistentList<Integer> version) {
                    subject.replaceBy(version);
                    model = new ArrayList<>();
                    target.model().addTo(model);
                    check();
                }
            }
        });
        operation("diff and patch", 1, () -> {
            if (!kept.isEmpty()
                    && kept.any().snapshot() instanceof PersistentList<Integer> older
                    && subject.snapshot() instanceof PersistentList<Integer> now) {
                List<ListChange<Integer>> changes =
                        PersistentList.diff(older, now).toList();
                Fault.unless(older.patch(changes.stream()).equals(model), "a patch that does not lead to this version");
                passing(now);
            }
        });
    }

    @Override
    void checkContent() {
        Numbered.of(model).check(subject.list(), random.nextInt());
        Fault.unless(subject.list().equals(model), "a list that is not equal to its model");
    }

    @Override
    void checkKept(List<Integer> snapshot, Numbered expected) {
        expected.check(snapshot, random.nextInt());
    }
}
