package dev.holstein.jmh.soak;

import dev.holstein.list.ListSplit;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Versions of an immutable list beside an {@link ArrayList}: every write makes one, and parts of them are put together. */
final class PersistentListSteps extends Steps<PersistentList<Integer>, Numbered> {
    private static final int LONGEST = 30_000;
    private static final int VALUES = 4_096;
    private static final int WIDEST = 512;

    private PersistentList<Integer> version = PersistentList.empty();
    private List<Integer> model = new ArrayList<>();

    PersistentListSteps(Setting setting) {
        super("PersistentList", setting);
        elements();
        bulk();
        parts();
        operation("snapshot", 6, () -> kept.add(version.snapshot(), Numbered.of(model)));
        operation("back", 1, () -> {
            if (!kept.isEmpty() && random.nextInt(4) == 0) {
                Kept.Entry<PersistentList<Integer>, Numbered> target = kept.any();
                version = target.snapshot();
                model = new ArrayList<>();
                target.model().addTo(model);
            }
        });
        operation("clear", 1, () -> {
            if (random.nextInt(64) == 0) {
                become(PersistentList.empty(), List::clear);
            }
        });
        random.ints(LONGEST / 2, 0, VALUES).forEach(model::add);
        version = PersistentList.copyOf(model);
    }

    private int value() {
        return random.nextInt(VALUES);
    }

    private int index() {
        return random.nextInt(model.size());
    }

    private List<Integer> some() {
        return random.ints(random.nextInt(2 * WIDEST), 0, VALUES).boxed().toList();
    }

    private void become(PersistentList<Integer> next, Consumer<List<Integer>> edit) {
        edit.accept(model);
        version = next;
        Fault.unlessSame("size", model.size(), version.size());
    }

    /** Something that wants an element to be there. */
    private void present(String name, int weight, Runnable action) {
        operation(name, weight, () -> {
            if (!model.isEmpty()) {
                action.run();
            }
        });
    }

    private void elements() {
        operation("plus", 300, () -> {
            int value = value();
            become(version.plus(value), m -> m.add(value));
        });
        operation("plus, twice on one version", 50, () -> {
            PersistentList<Integer> other = version.plus(-1);
            become(version.plus(-2), m -> m.add(-2));
            Fault.unlessSame("last of the other", -1, other.get(other.size() - 1));
        });
        present("plus in the middle", 100, () -> {
            int at = index();
            int value = value();
            become(version.plus(at, value), m -> m.add(at, value));
        });
        present("with", 200, () -> {
            int at = index();
            int value = value();
            become(version.with(at, value), m -> m.set(at, value));
        });
        present("minus", 100, () -> {
            int at = index();
            become(version.minus(at), m -> m.remove(at));
        });
        present("minus the last", 100, () -> {
            int at = model.size() - 1;
            become(version.minus(at), m -> m.remove(at));
        });
        operation("minus an element", 2, () -> {
            Integer value = value();
            become(version.minus(value), m -> m.remove(value));
        });
        present("get", 200, () -> {
            int at = index();
            Fault.unlessSame("element " + at, model.get(at), version.get(at));
        });
    }

    private void bulk() {
        operation("plusAll", 3, () -> {
            List<Integer> some = some();
            become(version.plusAll(some), m -> m.addAll(some));
        });
        present("plusAll in the middle", 3, () -> {
            int at = index();
            List<Integer> some = some();
            become(version.plusAll(at, some), m -> m.addAll(at, some));
        });
        operation("minusAll", 1, () -> {
            Set<Integer> some = Set.copyOf(some());
            become(version.minusAll(some), m -> m.removeAll(some));
        });
        operation("minusIf", 1, () -> {
            int rest = value() % 64;
            become(version.minusIf(each -> each % 64 == rest), m -> m.removeIf(each -> each % 64 == rest));
        });
        operation("withAll", 1, () -> {
            int rest = value() % 64;
            become(
                    version.withAll(each -> each % 64 == rest ? (Integer) (each + 1) : each),
                    m -> m.replaceAll(each -> each % 64 == rest ? (Integer) (each + 1) : each));
        });
        operation("sorted", 1, () -> become(version.sorted(null), m -> m.sort(null)));
        operation("reversed", 1, () -> become(version.reversed(), Collections::reverse));
        operation("copy", 1, () -> {
            PersistentList<Integer> copy = PersistentList.copyOf(model);
            Fault.unless(copy.equals(version) && copy.hashCode() == version.hashCode(), "a copy that is not equal");
            version = random.nextBoolean() ? copy : version.mutableCopy().snapshot();
        });
    }

    private void parts() {
        present("cut out", 4, () -> {
            int lo = index();
            int hi = Math.min(model.size(), lo + random.nextInt(2 * WIDEST));
            become(
                    version.subList(0, lo).concat(version.subList(hi, version.size())),
                    m -> m.subList(lo, hi).clear());
        });
        present("cut and turn", 2, () -> {
            int at = index();
            ListSplit<Integer> parts = version.split(at);
            become(parts.after().concat(parts.before()), m -> Collections.rotate(m, -at));
        });
        operation("concat with an older one", 2, () -> {
            if (!kept.isEmpty()) {
                Kept.Entry<PersistentList<Integer>, Numbered> older = kept.any();
                become(version.concat(older.snapshot()), older.model()::addTo);
            }
        });
        operation("diff and patch", 1, () -> {
            if (!kept.isEmpty()) {
                PersistentList<Integer> older = kept.any().snapshot();
                version = older.patch(PersistentList.diff(older, version));
                check();
            }
        });
        operation("keep short", 10, () -> {
            if (model.size() > LONGEST) {
                int from = random.nextInt(LONGEST / 2);
                int to = from + LONGEST / 2;
                become(version.slice(from, to), m -> {
                    m.subList(to, m.size()).clear();
                    m.subList(0, from).clear();
                });
            }
        });
    }

    @Override
    boolean isLive(PersistentList<Integer> snapshot) {
        return snapshot == version;
    }

    @Override
    void checkContent() {
        Numbered.of(model).check(version, random.nextInt());
    }

    @Override
    void checkKept(PersistentList<Integer> snapshot, Numbered expected) {
        expected.check(snapshot, random.nextInt());
    }
}
