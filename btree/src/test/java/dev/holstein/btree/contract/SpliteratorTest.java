package dev.holstein.btree.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Spliterator;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Spliterators of every face, every view and every collection of it: what they say of themselves, that their parts are
 * leaves and together the whole in order, and that streams over them answer as those over a {@link TreeMap}. Their
 * versions are the matter of {@link SpliteratorVersionsTest}.
 */
class SpliteratorTest {
    private static final int LEAF = BTreeProbe.LEAF_CAPACITY;
    private static final int[] SIZES = {0, 1, 2, LEAF, LEAF + 1, 20 * LEAF + 3};
    private static final int SET = Spliterator.DISTINCT | Spliterator.SORTED;

    /**
     * What is walked, beside its twin of java.util.
     *
     * @param map the whole map whose nodes it has
     * @param order the comparator of the view
     * @param from the index of the first entry of the view in the map, in ascending order
     * @param flags characteristics that come from the kind and the face
     */
    private record Walk(
            String name,
            Map<?, ?> map,
            Comparator<? super Integer> order,
            int from,
            boolean descending,
            Collection<?> ours,
            List<?> expected,
            int flags) {
        boolean isSorted() {
            return (flags & Spliterator.SORTED) != 0;
        }
    }

    private static Map<String, UnaryOperator<NavigableMap<Integer, String>>> views(int size) {
        int lo = size / 3;
        int hi = 2 * size - size / 4 + 2;
        Map<String, UnaryOperator<NavigableMap<Integer, String>>> views = new LinkedHashMap<>();
        views.put("whole", map -> map);
        views.put("sub", map -> map.subMap(lo, true, hi, false));
        views.put("head", map -> map.headMap(hi, true));
        views.put("tail", map -> map.tailMap(lo, false));
        views.put("empty", map -> map.subMap(lo, true, lo, false));
        views.put("descending", NavigableMap::descendingMap);
        views.put("head of descending", map -> map.descendingMap().headMap(lo, true));
        views.put("sub of descending", map -> map.descendingMap().subMap(hi, false, lo, true));
        views.put(
                "descending of tail of sub",
                map -> map.subMap(lo, true, hi, true).tailMap(lo + 1, true).descendingMap());
        views.put(
                "descending twice, sub",
                map -> map.descendingMap().descendingMap().subMap(lo, false, hi, false));
        return views;
    }

    private static Map<String, UnaryOperator<NavigableSet<Integer>>> setViews(int size) {
        int lo = size / 3;
        int hi = 2 * size - size / 4 + 2;
        Map<String, UnaryOperator<NavigableSet<Integer>>> views = new LinkedHashMap<>();
        views.put("whole", set -> set);
        views.put("sub", set -> set.subSet(lo, true, hi, false));
        views.put("descending", NavigableSet::descendingSet);
        views.put(
                "descending of tail of head",
                set -> set.headSet(hi, true).tailSet(lo, true).descendingSet());
        return views;
    }

    /** The even numbers from 0 on, put in an order that leaves nodes of several fills. */
    private static TreeMap<Integer, String> twin(int size) {
        TreeMap<Integer, String> twin = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            twin.put(2 * i, "v" + i % 7);
        }
        return twin;
    }

    private static CowBTreeMap<Integer, String> built(TreeMap<Integer, String> entries) {
        CowBTreeMap<Integer, String> map = new CowBTreeMap<>();
        List<Integer> keys = new ArrayList<>(entries.keySet());
        Collections.shuffle(keys, new Random(keys.size()));
        keys.forEach(key -> map.put(key, entries.get(key)));
        return BTreeProbe.check(map);
    }

    private static Map<String, Function<TreeMap<Integer, String>, NavigableMap<Integer, String>>> maps() {
        Map<String, Function<TreeMap<Integer, String>, NavigableMap<Integer, String>>> maps = new LinkedHashMap<>();
        maps.put("Persistent", twin -> PersistentBTreeMap.copyOf(built(twin)));
        maps.put("Cow", SpliteratorTest::built);
        maps.put("Concurrent", twin -> new ConcurrentBTreeMap<>(built(twin)));
        return maps;
    }

    private static Map<String, Function<TreeMap<Integer, String>, NavigableSet<Integer>>> sets() {
        Map<String, Function<TreeMap<Integer, String>, NavigableSet<Integer>>> sets = new LinkedHashMap<>();
        sets.put("Persistent", twin -> PersistentBTreeSet.copyOf(setOf(twin)));
        sets.put("Cow", SpliteratorTest::setOf);
        sets.put("Concurrent", twin -> new ConcurrentBTreeSet<>(setOf(twin)));
        return sets;
    }

    private static CowBTreeSet<Integer> setOf(TreeMap<Integer, String> twin) {
        CowBTreeSet<Integer> set = new CowBTreeSet<>();
        built(twin).descendingMap().keySet().forEach(set::add);
        return BTreeProbe.check(set);
    }

    private static int flagsOf(String face) {
        return switch (face) {
            case "Persistent" -> Spliterator.IMMUTABLE;
            case "Concurrent" -> Spliterator.NONNULL;
            default -> 0;
        };
    }

    private static List<Walk> walks() {
        List<Walk> walks = new ArrayList<>();
        for (int size : SIZES) {
            TreeMap<Integer, String> twin = twin(size);
            maps().forEach((face, make) -> {
                NavigableMap<Integer, String> map = make.apply(twin);
                views(size).forEach((name, view) -> addWalks(walks, face, size + " " + name, map, view, twin));
            });
            sets().forEach((face, make) -> {
                NavigableSet<Integer> set = make.apply(twin);
                setViews(size).forEach((name, view) -> {
                    NavigableSet<Integer> ours = view.apply(set);
                    NavigableSet<Integer> twins = view.apply(twin.navigableKeySet());
                    walks.add(new Walk(
                            face + "BTreeSet " + size + " " + name,
                            BTreeProbe.mapOf(set),
                            twins.comparator(),
                            twins.isEmpty() ? 0 : Math.min(twins.first(), twins.last()) / 2,
                            twins.comparator() != null,
                            ours,
                            new ArrayList<>(twins),
                            SET | flagsOf(face)));
                });
            });
        }
        return walks;
    }

    private static void addWalks(
            List<Walk> walks,
            String face,
            String name,
            NavigableMap<Integer, String> map,
            UnaryOperator<NavigableMap<Integer, String>> view,
            TreeMap<Integer, String> twin) {
        NavigableMap<Integer, String> ours = view.apply(map);
        NavigableMap<Integer, String> twins = view.apply(twin);
        int from = twins.isEmpty() ? 0 : Math.min(twins.firstKey(), twins.lastKey()) / 2;
        boolean descending = twins.comparator() != null;
        String full = face + "BTreeMap " + name;
        List<Map.Entry<Integer, String>> entries = new ArrayList<>();
        twins.forEach((key, value) -> entries.add(Map.entry(key, value)));
        Comparator<? super Integer> order = twins.comparator();
        int flags = flagsOf(face);
        walks.add(new Walk(
                full + " keys", map, order, from, descending, ours.keySet(), List.copyOf(twins.keySet()), SET | flags));
        walks.add(new Walk(
                full + " backward keys",
                map,
                twins.descendingMap().comparator(),
                from,
                !descending,
                ours.descendingKeySet(),
                List.copyOf(twins.descendingKeySet()),
                SET | flags));
        walks.add(new Walk(full + " entries", map, order, from, descending, ours.entrySet(), entries, SET | flags));
        walks.add(new Walk(
                full + " values", map, order, from, descending, ours.values(), List.copyOf(twins.values()), flags));
    }

    private interface Check {
        void of(Walk walk);
    }

    private static Stream<DynamicTest> each(Check check) {
        return walks().stream().map(walk -> DynamicTest.dynamicTest(walk.name, () -> check.of(walk)));
    }

    @TestFactory
    Stream<DynamicTest> saysWhatItIs() {
        return each(walk -> {
            Spliterator<?> spliterator = walk.ours.spliterator();
            assertThat(spliterator.characteristics())
                    .isEqualTo(walk.flags | Spliterator.SIZED | Spliterator.SUBSIZED | Spliterator.ORDERED);
            Spliterator<?> part = spliterator.trySplit();
            if (part != null) {
                assertThat(part.characteristics()).isEqualTo(spliterator.characteristics());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> hasTheOrderOfItsView() {
        return each(walk -> {
            Spliterator<?> spliterator = walk.ours.spliterator();
            if (!walk.isSorted()) {
                assertThatIllegalStateException().isThrownBy(spliterator::getComparator);
            } else if (walk.name.endsWith("entries")) {
                assertStrictlyAscending(walk.expected, spliterator.getComparator());
            } else {
                assertThat((Object) spliterator.getComparator()).isEqualTo(walk.order);
            }
        });
    }

    @SuppressWarnings("unchecked") // the comparator of entries takes entries
    private static void assertStrictlyAscending(List<?> entries, Comparator<?> order) {
        assertThat((Object) order).isNotNull(); // entries have no natural order
        for (int i = 1; i < entries.size(); i++) {
            assertThat(((Comparator<Object>) order).compare(entries.get(i - 1), entries.get(i)))
                    .isNegative();
        }
    }

    /** Splits to the end; the sizes are exact before and after each split. */
    private static <T> List<Spliterator<T>> parts(Spliterator<T> whole) {
        List<Spliterator<T>> parts = new ArrayList<>();
        long before = whole.estimateSize();
        assertThat(whole.getExactSizeIfKnown()).isEqualTo(before);
        Spliterator<T> first = whole.trySplit();
        if (first == null) {
            assertThat(whole.estimateSize()).isEqualTo(before);
            parts.add(whole);
            return parts;
        }
        assertThat(first.estimateSize()).isPositive();
        assertThat(whole.estimateSize()).isPositive();
        assertThat(first.estimateSize() + whole.estimateSize()).isEqualTo(before);
        parts.addAll(parts(first));
        parts.addAll(parts(whole));
        return parts;
    }

    @TestFactory
    Stream<DynamicTest> partsAreTheWholeInOrder() {
        return each(walk -> {
            List<Object> shown = new ArrayList<>();
            for (Spliterator<?> part : parts(walk.ours.spliterator())) {
                long size = part.estimateSize();
                int before = shown.size();
                part.forEachRemaining(shown::add);
                assertThat(shown.size() - before).isEqualTo((int) size);
                assertThat(part.estimateSize()).isZero();
                assertThat(part.tryAdvance(shown::add)).isFalse();
                part.forEachRemaining(shown::add);
            }
            assertThat(shown).isEqualTo(walk.expected);
        });
    }

    /** Each part is one leaf, or what the view has of it. */
    @TestFactory
    Stream<DynamicTest> partsAreLeaves() {
        return each(walk -> {
            List<Long> leaves = new ArrayList<>();
            int to = walk.from + walk.expected.size();
            int start = 0;
            for (int count : BTreeProbe.leafCounts(walk.map)) {
                long inside = Math.min(start + count, to) - Math.max(start, walk.from);
                if (inside > 0) {
                    leaves.add(inside);
                }
                start += count;
            }
            if (walk.descending) {
                Collections.reverse(leaves);
            }
            if (leaves.isEmpty()) {
                leaves.add(0L);
            }
            assertThat(parts(walk.ours.spliterator()).stream().map(Spliterator::estimateSize))
                    .isEqualTo(leaves);
        });
    }

    @TestFactory
    Stream<DynamicTest> goesOnWhereSingleStepsEnded() {
        return each(walk -> {
            int size = walk.expected.size();
            for (int steps : new int[] {0, 1, LEAF, size / 2, size - 1, size}) {
                Spliterator<?> spliterator = walk.ours.spliterator();
                List<Object> shown = new ArrayList<>();
                while (shown.size() < Math.min(steps, size)) {
                    assertThat(spliterator.tryAdvance(shown::add)).isTrue();
                    assertThat(spliterator.estimateSize()).isEqualTo(size - shown.size());
                }
                if (!shown.isEmpty()) {
                    assertThat(spliterator.trySplit()).isNull();
                }
                spliterator.forEachRemaining(shown::add);
                assertThat(shown).isEqualTo(walk.expected);
                assertThat(spliterator.tryAdvance(shown::add)).isFalse();
                assertThat(spliterator.estimateSize()).isZero();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> parallelStreamsAnswerAsSequentialOnes() {
        return each(walk -> {
            assertThat(walk.ours.stream().toList()).isEqualTo(walk.expected);
            assertThat(walk.ours.parallelStream().toList()).isEqualTo(walk.expected);
            assertThat(walk.ours.parallelStream().toArray()).isEqualTo(walk.expected.toArray());
            assertThat(walk.ours.parallelStream().map(Object::toString).collect(Collectors.joining(",")))
                    .isEqualTo(walk.expected.stream().map(Object::toString).collect(Collectors.joining(",")));
            assertThat(walk.ours.parallelStream()
                            .filter(shown -> shown.hashCode() % 3 != 0)
                            .distinct()
                            .toList())
                    .isEqualTo(walk.expected.stream()
                            .filter(shown -> shown.hashCode() % 3 != 0)
                            .distinct()
                            .toList());
            assertThat(walk.ours.parallelStream().skip(3).limit(2L * LEAF).toList())
                    .isEqualTo(walk.expected.stream().skip(3).limit(2L * LEAF).toList());
            assertThat((Object) walk.ours.parallelStream().findFirst().orElse(null))
                    .isEqualTo(walk.expected.isEmpty() ? null : walk.expected.get(0));
            assertThat(walk.ours.parallelStream().count()).isEqualTo(walk.expected.size());
        });
    }

    /**
     * A stream that is told to sort what is sorted by the same order keeps it; by the reverse order it turns it round.
     */
    @TestFactory
    Stream<DynamicTest> sortedStreams() {
        return each(walk -> {
            if (!walk.isSorted() || walk.name.endsWith("entries")) {
                return;
            }
            assertThat(walk.ours.parallelStream().sorted().toList())
                    .isEqualTo(walk.expected.stream().sorted().toList());
            assertThat(walk.ours.stream().sorted(Collections.reverseOrder()).toList())
                    .isEqualTo(walk.expected.stream()
                            .sorted(Collections.reverseOrder())
                            .toList());
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesNullActions() {
        return IntStream.of(0, 5)
                .boxed()
                .flatMap(size -> maps().entrySet().stream()
                        .map(face -> DynamicTest.dynamicTest(face.getKey() + " " + size, () -> {
                            NavigableMap<Integer, String> map = face.getValue().apply(twin(size));
                            for (Collection<?> shown : List.of(map.keySet(), map.entrySet(), map.values())) {
                                assertThatNullPointerException()
                                        .isThrownBy(() -> shown.spliterator().tryAdvance(null));
                                assertThatNullPointerException()
                                        .isThrownBy(() -> shown.spliterator().forEachRemaining(null));
                            }
                        })));
    }
}
