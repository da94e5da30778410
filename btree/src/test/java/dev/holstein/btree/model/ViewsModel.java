package dev.holstein.btree.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.RankedMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Random scripts on nested views beside the same views of a {@link TreeMap}, on every face and kind of key: up to four levels
 * of parts, heads, tails and reversals, all of them live while any of them is written. After each step the whole map is valid
 * and all views agree; every snapshot is kept and checked again at the end.
 */
class ViewsModel {
    private static final int LIVE_VIEWS = 5;
    private static final int DEPTH = 4;

    /** One step of a script: what to do, on which of the live views, with which keys. */
    record Step(Op op, int view, int key, int other, int value) {
        boolean flag(int bit) {
            return (value >> bit & 1) == 1;
        }
    }

    enum Op {
        SUB,
        HEAD,
        TAIL,
        REVERSE,
        SNAPSHOT,
        READ,
        WRITE
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void smallViewsAgreeWithTreeMap(
            @ForAll Subject.Face face, @ForAll Keys keys, @ForAll("smallScripts") List<Step> script) {
        run(face, keys, script, 40);
    }

    @Property(tries = 120, edgeCases = EdgeCasesMode.NONE)
    void largeViewsAgreeWithTreeMap(
            @ForAll Subject.Face face, @ForAll Keys keys, @ForAll("largeScripts") List<Step> script) {
        run(face, keys, script, 300);
    }

    @Provide
    Arbitrary<List<Step>> smallScripts() {
        return steps(40).list().ofMinSize(1).ofMaxSize(80);
    }

    @Provide
    Arbitrary<List<Step>> largeScripts() {
        return steps(300).list().ofMinSize(40).ofMaxSize(120);
    }

    private static Arbitrary<Step> steps(int keys) {
        Arbitrary<Op> ops = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.of(Op.SUB, Op.HEAD, Op.TAIL, Op.REVERSE)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(Op.SNAPSHOT)),
                net.jqwik.api.Tuple.of(4, Arbitraries.of(Op.READ)),
                net.jqwik.api.Tuple.of(8, Arbitraries.of(Op.WRITE)));
        return Combinators.combine(
                        ops,
                        Arbitraries.integers().between(0, LIVE_VIEWS),
                        Arbitraries.integers().between(0, keys),
                        Arbitraries.integers().between(0, keys),
                        Arbitraries.integers().between(0, 1 << 12))
                .as(Step::new);
    }

    private static void run(Subject.Face face, Keys keys, List<Step> script, int size) {
        Run run = new Run(face.create(keys.comparator()), keys, face == Subject.Face.COW);
        for (int i = 0; i < size; i += 1 + i % 3) {
            run.put(keys.key(i), i);
        }
        run.agree();
        for (Step step : script) {
            run.step(step);
        }
        run.recheckSnapshots();
    }

    /** A view and the same view of the model. */
    private record View(RankedMap<Object, Object> ours, NavigableMap<Object, Object> model, int depth) {
        void agree() {
            assertThat(ours.size()).isEqualTo(model.size());
            assertThat(ours.isEmpty()).isEqualTo(model.isEmpty());
            Same.order(ours.entrySet(), model.entrySet());
            Same.order(ours.descendingKeySet(), model.descendingKeySet());
            assertThat(ours.firstEntry()).isEqualTo(model.firstEntry());
            assertThat(ours.lastEntry()).isEqualTo(model.lastEntry());
        }
    }

    /** The map, its model, the views that are live, and every snapshot so far. */
    private static final class Run {
        private final Subject<Object, Object> subject;
        private final TreeMap<Object, Object> expected;
        private final Keys keys;
        private final boolean takesNull;
        private final List<View> views = new ArrayList<>();
        private final List<PersistentBTreeMap<Object, Object>> snapshots = new ArrayList<>();
        private final List<NavigableMap<Object, Object>> frozen = new ArrayList<>();

        Run(Subject<Object, Object> subject, Keys keys, boolean takesNull) {
            this.subject = subject;
            this.keys = keys;
            this.takesNull = takesNull;
            expected = new TreeMap<>(keys.comparator());
        }

        void put(Object key, Object value) {
            subject.put(key, value);
            expected.put(key, value);
            BTreeProbe.check(subject.map());
        }

        private RankedMap<Object, Object> whole() {
            return (RankedMap<Object, Object>) subject.map();
        }

        /** A live view, or the whole map as a view; of a persistent map each version is the last. */
        private View view(int index) {
            return index < views.size() ? views.get(index) : new View(whole(), model(), 0);
        }

        private NavigableMap<Object, Object> model() {
            return subject.isMutable() ? expected : new TreeMap<>(expected);
        }

        void step(Step step) {
            View view = view(step.view);
            Object key = keys.key(step.key);
            Object other = keys.key(step.other);
            boolean inclusive = step.flag(0);
            boolean otherInclusive = step.flag(1);
            switch (step.op) {
                case SUB ->
                    narrow(
                            view,
                            (RankedMap<Object, Object> map) -> map.subMap(key, inclusive, other, otherInclusive),
                            map -> map.subMap(key, inclusive, other, otherInclusive));
                case HEAD ->
                    narrow(
                            view,
                            (RankedMap<Object, Object> map) -> map.headMap(key, inclusive),
                            map -> map.headMap(key, inclusive));
                case TAIL ->
                    narrow(
                            view,
                            (RankedMap<Object, Object> map) -> map.tailMap(key, inclusive),
                            map -> map.tailMap(key, inclusive));
                case REVERSE -> narrow(view, RankedMap::descendingMap, NavigableMap::descendingMap);
                case SNAPSHOT -> snapshot(view, key, other);
                case READ -> ViewReads.read(view.ours, view.model, key, other, step.value);
                case WRITE -> write(view, key, step);
            }
            BTreeProbe.check(subject.map());
            agree();
        }

        /** Makes a view of a view where the model allows one; where it does not, ours refuses too. */
        private void narrow(
                View view,
                java.util.function.UnaryOperator<RankedMap<Object, Object>> ours,
                java.util.function.UnaryOperator<NavigableMap<Object, Object>> theirs) {
            NavigableMap<Object, Object> model;
            try {
                model = theirs.apply(view.model);
            } catch (IllegalArgumentException refusal) {
                assertThatThrownBy(() -> ours.apply(view.ours)).isInstanceOf(IllegalArgumentException.class);
                return;
            }
            View narrower = new View(ours.apply(view.ours), model, view.depth + 1);
            narrower.agree();
            if (narrower.depth <= DEPTH) {
                if (views.size() == LIVE_VIEWS) {
                    views.remove(0);
                }
                views.add(narrower);
            }
        }

        private void snapshot(View view, Object a, Object b) {
            PersistentBTreeMap<Object, Object> snapshot = BTreeProbe.check(view.ours.snapshot());
            Same.comparators(snapshot.comparator(), comparator(view.model), a, b);
            NavigableMap<Object, Object> copy = new TreeMap<>(comparator(view.model));
            copy.putAll(view.model);
            snapshots.add(snapshot);
            frozen.add(copy);
        }

        @SuppressWarnings("unchecked")
        private static java.util.Comparator<Object> comparator(NavigableMap<Object, Object> map) {
            return (java.util.Comparator<Object>) map.comparator();
        }

        private void write(View view, Object key, Step step) {
            if (subject.isMutable()) {
                ViewWrites.write(view.ours, view.model, keys, step, takesNull);
                return;
            }
            assertThatThrownBy(() -> view.ours.put(key, step.value))
                    .isInstanceOfAny(UnsupportedOperationException.class, IllegalArgumentException.class);
            assertThatThrownBy(view.ours::clear).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(view.ours::pollFirstEntry).isInstanceOf(UnsupportedOperationException.class);
            view.agree();
            if (step.flag(2)) {
                subject.remove(key);
                expected.remove(key);
            } else {
                put(key, step.value);
            }
        }

        void agree() {
            new View(whole(), expected, 0).agree();
            for (View view : views) {
                view.agree();
            }
        }

        void recheckSnapshots() {
            for (View view : views) {
                assertThat(view.ours.equals(view.model)).isTrue();
                assertThat(view.model.equals(view.ours)).isTrue();
                assertThat(view.ours).hasToString(view.model.toString()).hasSameHashCodeAs(view.model);
            }
            for (int i = 0; i < snapshots.size(); i++) {
                PersistentBTreeMap<Object, Object> snapshot = BTreeProbe.check(snapshots.get(i));
                Same.order(snapshot.entrySet(), frozen.get(i).entrySet());
                List<Map.Entry<Object, Object>> reversed =
                        new ArrayList<>(frozen.get(i).entrySet());
                Collections.reverse(reversed);
                Same.order(snapshot.descendingMap().entrySet(), reversed);
            }
        }
    }
}
