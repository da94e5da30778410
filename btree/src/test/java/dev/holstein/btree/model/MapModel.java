package dev.holstein.btree.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.PersistentBTreeMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
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
 * Random scripts against {@link TreeMap}, on every face and kind of key. After each step the invariants hold and the answers
 * agree; every snapshot ever taken is kept with what it must contain, and all of them are checked again at the end.
 */
class MapModel {
    private static final int SMALL = 60;
    private static final int LARGE = 700;

    /** One step of a script. */
    record Step(Op op, int key, int value) {}

    enum Op {
        PUT,
        REMOVE,
        PUT_ALL,
        REMOVE_RUN,
        PUT_RUN,
        CLEAR,
        SNAPSHOT,
        NEAR,
        PUT_IF_ABSENT,
        REPLACE,
        REPLACE_EXPECTED,
        REMOVE_EXPECTED,
        COMPUTE,
        COMPUTE_IF_ABSENT,
        COMPUTE_IF_PRESENT,
        MERGE,
        POLL_FIRST,
        POLL_LAST,
        ITERATE_AND_WRITE,
        SET_VALUES,
        CLEAR_RANGE,
        REPLACE_ALL
    }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void smallScriptsAgreeWithTreeMap(
            @ForAll Subject.Face face, @ForAll Keys keys, @ForAll("smallScripts") List<Step> script) {
        run(face, keys, script);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void largeScriptsAgreeWithTreeMap(
            @ForAll Subject.Face face, @ForAll Keys keys, @ForAll("largeScripts") List<Step> script) {
        run(face, keys, script);
    }

    @Provide
    Arbitrary<List<Step>> smallScripts() {
        return steps(SMALL).list().ofMinSize(1).ofMaxSize(120);
    }

    @Provide
    Arbitrary<List<Step>> largeScripts() {
        return steps(LARGE).list().ofMinSize(100).ofMaxSize(400);
    }

    private static Arbitrary<Step> steps(int keys) {
        Arbitrary<Op> ops = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(12, Arbitraries.of(Op.PUT, Op.REMOVE, Op.PUT_RUN)),
                net.jqwik.api.Tuple.of(8, Arbitraries.of(Op.values()).filter(op -> op != Op.CLEAR)),
                net.jqwik.api.Tuple.of(3, Arbitraries.of(Op.SNAPSHOT, Op.REMOVE_RUN)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(Op.CLEAR)));
        return Combinators.combine(
                        ops,
                        Arbitraries.integers().between(0, keys - 1),
                        Arbitraries.integers().between(0, 5))
                .as(Step::new);
    }

    private static void run(Subject.Face face, Keys keys, List<Step> script) {
        Run run = new Run(face.create(keys.comparator()), keys);
        for (Step step : script) {
            run.step(step);
        }
        run.recheckSnapshots();
    }

    /** The two maps side by side, and every snapshot so far. */
    private static final class Run {
        private final Subject<Object, Object> subject;
        private final TreeMap<Object, Object> expected;
        private final Keys keys;
        private final List<PersistentBTreeMap<Object, Object>> snapshots = new ArrayList<>();
        private final List<TreeMap<Object, Object>> frozen = new ArrayList<>();

        Run(Subject<Object, Object> subject, Keys keys) {
            this.subject = subject;
            this.keys = keys;
            expected = new TreeMap<>(keys.comparator());
        }

        void step(Step step) {
            Object key = keys.key(step.key);
            Object value = step.value;
            NavigableMap<Object, Object> map = subject.map();
            switch (step.op) {
                case PUT -> assertThat(subject.put(key, value)).isEqualTo(expected.put(key, value));
                case REMOVE -> assertThat(subject.remove(key)).isEqualTo(expected.remove(key));
                case PUT_ALL -> {
                    Map<Object, Object> entries = new HashMap<>();
                    for (int i = 0; i < 10; i++) {
                        entries.put(keys.key(step.key * (i + 1) % LARGE), i);
                    }
                    subject.putAll(entries);
                    expected.putAll(entries);
                }
                case PUT_RUN -> {
                    for (int i = 0; i < 15; i++) {
                        subject.put(keys.key(step.key + i), i);
                        BTreeProbe.check(subject.map());
                        expected.put(keys.key(step.key + i), i);
                    }
                }
                case REMOVE_RUN -> {
                    for (int i = 0; i < 25; i++) {
                        assertThat(subject.remove(keys.key(step.key + i)))
                                .isEqualTo(expected.remove(keys.key(step.key + i)));
                        BTreeProbe.check(subject.map());
                    }
                }
                case CLEAR -> {
                    subject.clear();
                    expected.clear();
                }
                case SNAPSHOT -> {
                    snapshots.add(subject.snapshot());
                    frozen.add(new TreeMap<>(expected));
                }
                case NEAR -> near(map, key);
                default -> {
                    if (subject.isMutable()) {
                        mutate(map, step, key, value);
                    }
                }
            }
            BTreeProbe.check(subject.map());
            agree(subject.map(), expected);
        }

        private void near(NavigableMap<Object, Object> map, Object key) {
            assertThat(map.get(key)).isEqualTo(expected.get(key));
            assertThat(map.containsKey(key)).isEqualTo(expected.containsKey(key));
            assertThat(map.lowerEntry(key)).isEqualTo(expected.lowerEntry(key));
            assertThat(map.floorEntry(key)).isEqualTo(expected.floorEntry(key));
            assertThat(map.ceilingEntry(key)).isEqualTo(expected.ceilingEntry(key));
            assertThat(map.higherEntry(key)).isEqualTo(expected.higherEntry(key));
            assertThat(map.headMap(key, true)).isEqualTo(expected.headMap(key, true));
            assertThat(map.tailMap(key, false).descendingMap().toString())
                    .isEqualTo(expected.tailMap(key, false).descendingMap().toString());
            assertThat(map.headMap(key).size()).isEqualTo(expected.headMap(key).size());
        }

        private void mutate(NavigableMap<Object, Object> map, Step step, Object key, Object value) {
            switch (step.op) {
                case PUT_IF_ABSENT ->
                    assertThat(map.putIfAbsent(key, value)).isEqualTo(expected.putIfAbsent(key, value));
                case REPLACE -> assertThat(map.replace(key, value)).isEqualTo(expected.replace(key, value));
                case REPLACE_EXPECTED ->
                    assertThat(map.replace(key, 1, value)).isEqualTo(expected.replace(key, 1, value));
                case REMOVE_EXPECTED -> assertThat(map.remove(key, value)).isEqualTo(expected.remove(key, value));
                case COMPUTE ->
                    assertThat(map.compute(key, (k, v) -> v == null ? value : null))
                            .isEqualTo(expected.compute(key, (k, v) -> v == null ? value : null));
                case COMPUTE_IF_ABSENT ->
                    assertThat(map.computeIfAbsent(key, k -> value))
                            .isEqualTo(expected.computeIfAbsent(key, k -> value));
                case COMPUTE_IF_PRESENT ->
                    assertThat(map.computeIfPresent(key, (k, v) -> step.value > 2 ? 9 : null))
                            .isEqualTo(expected.computeIfPresent(key, (k, v) -> step.value > 2 ? 9 : null));
                case MERGE ->
                    assertThat(map.merge(key, value, (a, b) -> step.value > 3 ? null : 7))
                            .isEqualTo(expected.merge(key, value, (a, b) -> step.value > 3 ? null : 7));
                case POLL_FIRST -> assertThat(map.pollFirstEntry()).isEqualTo(expected.pollFirstEntry());
                case POLL_LAST ->
                    assertThat(map.descendingMap().pollFirstEntry()).isEqualTo(expected.pollLastEntry());
                case ITERATE_AND_WRITE -> iterateAndWrite(map, step);
                case SET_VALUES -> {
                    map.entrySet().forEach(entry -> entry.setValue(step.value));
                    expected.entrySet().forEach(entry -> entry.setValue(step.value));
                }
                case CLEAR_RANGE -> {
                    map.tailMap(key, true).clear();
                    expected.tailMap(key, true).clear();
                }
                case REPLACE_ALL -> {
                    map.replaceAll((k, v) -> step.value);
                    expected.replaceAll((k, v) -> step.value);
                }
                default -> throw new AssertionError(step.op);
            }
        }

        /** An iterator sees the version it started on, whatever is written; its {@code remove} acts on the live map. */
        private void iterateAndWrite(NavigableMap<Object, Object> map, Step step) {
            TreeMap<Object, Object> before = new TreeMap<>(expected);
            Iterator<Map.Entry<Object, Object>> mine = map.entrySet().iterator();
            int index = 0;
            for (Map.Entry<Object, Object> entry : before.entrySet()) {
                assertThat(mine.next()).isEqualTo(entry);
                if (index % 3 == 0) {
                    mine.remove();
                    expected.remove(entry.getKey());
                } else if (index % 7 == step.value) {
                    Object other = keys.key(step.key + index);
                    map.put(other, index);
                    expected.put(other, index);
                }
                index++;
            }
            assertThat(mine.hasNext()).isFalse();
        }

        private void agree(NavigableMap<Object, Object> map, TreeMap<Object, Object> model) {
            assertThat(map.size()).isEqualTo(model.size());
            assertThat(map.isEmpty()).isEqualTo(model.isEmpty());
            Iterator<Map.Entry<Object, Object>> theirs = model.entrySet().iterator();
            for (Map.Entry<Object, Object> entry : map.entrySet()) {
                Map.Entry<Object, Object> other = theirs.next();
                if (!entry.getKey().equals(other.getKey()) || !entry.getValue().equals(other.getValue())) {
                    assertThat(entry).isEqualTo(other);
                }
            }
            assertThat(theirs.hasNext()).isFalse();
            assertThat(map.firstEntry()).isEqualTo(model.firstEntry());
            assertThat(map.lastEntry()).isEqualTo(model.lastEntry());
        }

        void recheckSnapshots() {
            for (int i = 0; i < snapshots.size(); i++) {
                BTreeProbe.check(snapshots.get(i));
                agree(snapshots.get(i), frozen.get(i));
            }
            assertThat(subject.map()).isEqualTo(expected).hasSameHashCodeAs(expected);
            assertThat(subject.map().toString()).isEqualTo(expected.toString());
            List<Object> descending = new ArrayList<>();
            subject.map().descendingMap().forEach((key, value) -> descending.add(key));
            assertThat(descending).isEqualTo(new ArrayList<>(expected.descendingKeySet()));
        }
    }
}
