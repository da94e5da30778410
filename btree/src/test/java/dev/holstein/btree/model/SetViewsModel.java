package dev.holstein.btree.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.btree.RankedSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random scripts on sets and their nested views beside {@link TreeSet}; every snapshot is kept and checked again at the end. */
class SetViewsModel {
    private static final int LIVE_VIEWS = 5;

    /** One step of a script: what to do, on which of the live views, with which elements. */
    record Step(int op, int view, int element, int other, int flags) {
        boolean flag(int bit) {
            return (flags >> bit & 1) == 1;
        }
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void smallSetsAgreeWithTreeSet(
            @ForAll boolean concurrent, @ForAll Keys keys, @ForAll("smallScripts") List<Step> script) {
        run(concurrent, keys, script, 40);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void largeSetsAgreeWithTreeSet(
            @ForAll boolean concurrent, @ForAll Keys keys, @ForAll("largeScripts") List<Step> script) {
        run(concurrent, keys, script, 300);
    }

    @Provide
    Arbitrary<List<Step>> smallScripts() {
        return steps(40).list().ofMinSize(1).ofMaxSize(80);
    }

    @Provide
    Arbitrary<List<Step>> largeScripts() {
        return steps(300).list().ofMinSize(40).ofMaxSize(120);
    }

    private static Arbitrary<Step> steps(int elements) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 21),
                        Arbitraries.integers().between(0, LIVE_VIEWS),
                        Arbitraries.integers().between(0, elements),
                        Arbitraries.integers().between(0, elements),
                        Arbitraries.integers().between(0, 31))
                .as(Step::new);
    }

    private static void run(boolean concurrent, Keys keys, List<Step> script, int size) {
        Comparator<Object> comparator = keys.comparator();
        Run run = new Run(concurrent ? new ConcurrentBTreeSet<>(comparator) : new CowBTreeSet<>(comparator), keys);
        for (int i = 0; i < size; i += 1 + i % 3) {
            run.add(keys.key(i));
        }
        for (Step step : script) {
            run.step(step);
        }
        run.recheck();
    }

    /** A view and the same view of the model. */
    private record View(RankedSet<Object> ours, NavigableSet<Object> model) {
        void agree() {
            assertThat(ours.size()).isEqualTo(model.size());
            assertThat(ours.isEmpty()).isEqualTo(model.isEmpty());
            Same.order(ours, model);
        }

        void agreeInAll(Object element, Object other) {
            List<Object> elements = new ArrayList<>(model);
            for (int i = 0; i < elements.size(); i += 1 + elements.size() / 10) {
                assertThat(ours.elementAt(i)).isEqualTo(elements.get(i));
                assertThat(ours.indexOf(elements.get(i))).isEqualTo(i);
                assertThat(ours.rank(elements.get(i), false)).isEqualTo(i);
            }
            assertThatThrownBy(() -> ours.elementAt(elements.size())).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> ours.elementAt(-1)).isInstanceOf(IndexOutOfBoundsException.class);
            Object floor = model.floor(element);
            assertThat(ours.rank(element, true)).isEqualTo(floor == null ? 0 : elements.indexOf(floor) + 1);
            assertThat(ours.indexOf(element)).isEqualTo(model.contains(element) ? elements.indexOf(floor) : -1);
            assertThat(ours.contains(element)).isEqualTo(model.contains(element));
            assertThat(ours.lower(element)).isEqualTo(model.lower(element));
            assertThat(ours.floor(element)).isEqualTo(floor);
            assertThat(ours.ceiling(element)).isEqualTo(model.ceiling(element));
            assertThat(ours.higher(element)).isEqualTo(model.higher(element));
            Same.outcome(ours::first, model::first);
            Same.outcome(ours::last, model::last);
            Same.elements(ours, model);
            Same.elements(ours.descendingSet(), model.descendingSet());
            Same.order(ours::descendingIterator, model::descendingIterator);
            Same.comparators(ours.comparator(), comparator(model), element, other);
            assertThat(ours.equals(model)).isTrue();
            assertThat(model.equals(ours)).isTrue();
            assertThat(ours.equals(ours.descendingSet())).isTrue();
            assertThat(ours).hasSameHashCodeAs(model).hasToString(model.toString());
        }
    }

    @SuppressWarnings("unchecked")
    private static Comparator<Object> comparator(NavigableSet<Object> set) {
        return (Comparator<Object>) set.comparator();
    }

    private static final class Run {
        private final RankedSet<Object> set;
        private final TreeSet<Object> expected;
        private final Keys keys;
        private final List<View> views = new ArrayList<>();
        private final List<PersistentBTreeSet<Object>> snapshots = new ArrayList<>();
        private final List<List<Object>> frozen = new ArrayList<>();

        Run(RankedSet<Object> set, Keys keys) {
            this.set = set;
            this.keys = keys;
            expected = new TreeSet<>(keys.comparator());
        }

        void add(Object element) {
            assertThat(set.add(element)).isEqualTo(expected.add(element));
            BTreeProbe.check(set);
        }

        void step(Step step) {
            View view = step.view < views.size() ? views.get(step.view) : new View(set, expected);
            Object element = keys.key(step.element);
            Object other = keys.key(step.other);
            switch (step.op) {
                case 0, 1 ->
                    narrow(
                            view,
                            s -> s.subSet(element, step.flag(0), other, step.flag(1)),
                            s -> s.subSet(element, step.flag(0), other, step.flag(1)));
                case 2 -> narrow(view, s -> s.headSet(element, step.flag(0)), s -> s.headSet(element, step.flag(0)));
                case 3 -> narrow(view, s -> s.tailSet(element, step.flag(0)), s -> s.tailSet(element, step.flag(0)));
                case 4 -> narrow(view, RankedSet::descendingSet, NavigableSet::descendingSet);
                case 5 -> {
                    PersistentBTreeSet<Object> snapshot = BTreeProbe.check(view.ours.snapshot());
                    Same.comparators(snapshot.comparator(), comparator(view.model), element, other);
                    snapshots.add(snapshot);
                    frozen.add(new ArrayList<>(view.model));
                }
                case 6, 7 -> view.agreeInAll(element, other);
                default -> write(view, element, step);
            }
            BTreeProbe.check(set);
            new View(set, expected).agree();
            views.forEach(View::agree);
        }

        private void narrow(
                View view, UnaryOperator<RankedSet<Object>> ours, UnaryOperator<NavigableSet<Object>> theirs) {
            NavigableSet<Object> model;
            try {
                model = theirs.apply(view.model);
            } catch (IllegalArgumentException refusal) {
                assertThatThrownBy(() -> ours.apply(view.ours)).isInstanceOf(IllegalArgumentException.class);
                return;
            }
            View narrower = new View(ours.apply(view.ours), model);
            narrower.agree();
            if (views.size() == LIVE_VIEWS) {
                views.remove(0);
            }
            views.add(narrower);
        }

        private void write(View view, Object element, Step step) {
            RankedSet<Object> ours = view.ours;
            NavigableSet<Object> model = view.model;
            Collection<Object> some = some(step);
            switch (step.op) {
                case 8, 9, 10 -> Same.outcome(() -> ours.add(element), () -> model.add(element));
                case 11, 12 -> Same.outcome(() -> ours.remove(element), () -> model.remove(element));
                case 13 -> Same.outcome(ours::pollFirst, model::pollFirst);
                case 14 -> Same.outcome(ours::pollLast, model::pollLast);
                case 15 -> addAll(view, some);
                case 16 -> Same.outcome(() -> ours.removeAll(some), () -> model.removeAll(some));
                case 17 -> Same.outcome(() -> ours.retainAll(some), () -> model.retainAll(some));
                case 18 ->
                    Same.outcome(
                            () -> ours.removeIf(e -> e.hashCode() % 3 == 0),
                            () -> model.removeIf(e -> e.hashCode() % 3 == 0));
                case 19 -> Same.effect(ours::clear, model::clear);
                default -> {
                    Iterator<Object> mine = step.flag(2) ? ours.iterator() : ours.descendingIterator();
                    Iterator<Object> theirs = step.flag(2) ? model.iterator() : model.descendingIterator();
                    for (int i = 0; theirs.hasNext(); i++) {
                        assertThat(mine.next()).isEqualTo(theirs.next());
                        if (i % 4 == step.flags % 4) {
                            mine.remove();
                            theirs.remove();
                        }
                    }
                    assertThat(mine.hasNext()).isFalse();
                }
            }
        }

        /** Some elements, in a list or in a set of this library, in this order or another. */
        private Collection<Object> some(Step step) {
            List<Object> some = new ArrayList<>();
            for (int i = 0; i < step.other % 30; i++) {
                some.add(keys.key(step.element + i * (step.flag(3) ? 1 : 7) % 40));
            }
            if (!step.flag(4)) {
                return some;
            }
            CowBTreeSet<Object> ours = new CowBTreeSet<>(keys.comparator());
            ours.addAll(some);
            return step.flag(2) ? ours : ours.descendingSet();
        }

        /** All or nothing, which the model does not know. */
        private void addAll(View view, Collection<Object> some) {
            boolean fits = some.stream().allMatch(element -> {
                try {
                    view.model.subSet(element, true, element, true);
                    return true;
                } catch (IllegalArgumentException outside) {
                    return false;
                }
            });
            if (fits) {
                // a list: of a sorted set TreeSet takes a way that its views do not notice
                assertThat(view.ours.addAll(some)).isEqualTo(view.model.addAll(new ArrayList<>(some)));
            } else {
                assertThatThrownBy(() -> view.ours.addAll(some)).isInstanceOf(IllegalArgumentException.class);
            }
        }

        void recheck() {
            views.forEach(view -> view.agreeInAll(keys.key(3), keys.key(4)));
            for (int i = 0; i < snapshots.size(); i++) {
                Same.order(BTreeProbe.check(snapshots.get(i)), frozen.get(i));
                assertThat(snapshots.get(i)).hasSize(frozen.get(i).size());
            }
        }
    }
}
