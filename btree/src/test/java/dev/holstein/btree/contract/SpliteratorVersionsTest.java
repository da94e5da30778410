package dev.holstein.btree.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.Spliterator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which version a spliterator walks: the one at its first use, in all its parts, whatever is written meanwhile. */
class SpliteratorVersionsTest {
    private static final int SIZE = 10 * BTreeProbe.LEAF_CAPACITY;

    private static <M extends NavigableMap<Integer, Integer>> M filled(M map) {
        for (int i = 0; i < SIZE; i++) {
            map.put(i, i);
            BTreeProbe.check(map);
        }
        return map;
    }

    private static CowBTreeMap<Integer, Integer> cow() {
        return filled(new CowBTreeMap<>());
    }

    static Stream<NavigableMap<Integer, Integer>> mutableMaps() {
        return Stream.of(cow(), filled(new ConcurrentBTreeMap<>()));
    }

    private static List<Function<NavigableMap<Integer, Integer>, Collection<?>>> shown() {
        return List.of(
                NavigableMap::keySet,
                NavigableMap::values,
                NavigableMap::entrySet,
                NavigableMap::descendingKeySet,
                map -> map.tailMap(SIZE / 2).keySet(),
                map -> map.headMap(SIZE / 2, true).entrySet(),
                map -> map.descendingMap().subMap(SIZE - 3, true, 3, true).values());
    }

    private static List<Object> rest(Spliterator<?> spliterator) {
        List<Object> rest = new ArrayList<>();
        spliterator.forEachRemaining(rest::add);
        return rest;
    }

    /** Writes so that every collection of the map and of its views changes, in all leaves. */
    private static void change(NavigableMap<Integer, Integer> map) {
        for (int i = 0; i < SIZE; i++) {
            map.put(i, -i - 1);
            if (i % 3 == 0) {
                map.remove(i);
            }
            BTreeProbe.check(map);
        }
    }

    @ParameterizedTest
    @MethodSource("mutableMaps")
    void isBoundByItsFirstUseOnly(NavigableMap<Integer, Integer> map) {
        List<Spliterator<?>> unbound = new ArrayList<>();
        for (Function<NavigableMap<Integer, Integer>, Collection<?>> of : shown()) {
            Spliterator<?> spliterator = of.apply(map).spliterator();
            assertThat(spliterator.hasCharacteristics(Spliterator.SIZED)).isTrue();
            if (spliterator.hasCharacteristics(Spliterator.SORTED)) {
                Object unused = spliterator.getComparator();
            }
            unbound.add(spliterator);
        }
        change(map);
        for (int i = 0; i < shown().size(); i++) {
            Collection<?> now = shown().get(i).apply(map);
            assertThat(unbound.get(i).estimateSize()).isEqualTo(now.size());
            assertThat(rest(unbound.get(i))).isEqualTo(new ArrayList<>(now));
        }
    }

    @ParameterizedTest
    @MethodSource("mutableMaps")
    void staysWithTheVersionOfItsFirstUse(NavigableMap<Integer, Integer> map) {
        List<List<Object>> before = new ArrayList<>();
        List<Spliterator<?>> sized = new ArrayList<>();
        List<Spliterator<?>> split = new ArrayList<>();
        List<Spliterator<?>> firstParts = new ArrayList<>();
        List<Spliterator<?>> begun = new ArrayList<>();
        for (Function<NavigableMap<Integer, Integer>, Collection<?>> of : shown()) {
            before.add(new ArrayList<>(entriesFrozen(of.apply(map))));
            Spliterator<?> bySize = of.apply(map).spliterator();
            assertThat(bySize.estimateSize())
                    .isEqualTo(before.get(before.size() - 1).size());
            sized.add(bySize);
            Spliterator<?> bySplit = of.apply(map).spliterator();
            firstParts.add(bySplit.trySplit());
            split.add(bySplit);
            Spliterator<?> byStep = of.apply(map).spliterator();
            assertThat(byStep.tryAdvance(first -> {})).isTrue();
            begun.add(byStep);
        }
        change(map);
        for (int i = 0; i < before.size(); i++) {
            List<Object> expected = before.get(i);
            assertThat(rest(sized.get(i))).isEqualTo(expected);
            List<Object> parts = rest(firstParts.get(i));
            Spliterator<?> later = split.get(i).trySplit(); // parts made after the write are of that version, too
            parts.addAll(rest(later));
            parts.addAll(rest(split.get(i)));
            assertThat(parts).isEqualTo(expected);
            assertThat(rest(begun.get(i))).isEqualTo(expected.subList(1, expected.size()));
        }
        BTreeProbe.check(map);
    }

    /** Entries as they are now. */
    private static List<Object> entriesFrozen(Collection<?> shown) {
        List<Object> frozen = new ArrayList<>();
        for (Object element : shown) {
            frozen.add(
                    element instanceof Map.Entry<?, ?> entry ? Map.entry(entry.getKey(), entry.getValue()) : element);
        }
        return frozen;
    }

    @Test
    void setsStayWithTheVersionOfTheFirstUse() {
        for (Collection<Integer> set : List.of(new CowBTreeSet<Integer>(), new ConcurrentBTreeSet<Integer>())) {
            for (int i = 0; i < SIZE; i++) {
                set.add(i);
            }
            List<Object> before = new ArrayList<>(set);
            Spliterator<Integer> unbound = set.spliterator();
            Spliterator<Integer> bound = set.spliterator();
            Spliterator<Integer> part = bound.trySplit();
            for (int i = 0; i < SIZE; i += 2) {
                set.remove(i);
                set.add(SIZE + i);
                BTreeProbe.check((Set<?>) set);
            }
            List<Object> parts = rest(part);
            parts.addAll(rest(bound));
            assertThat(parts).isEqualTo(before);
            assertThat(rest(unbound)).isEqualTo(new ArrayList<>(set));
        }
    }

    @Test
    void aWriteBetweenThePartsCopiesAndOneAfterThemDoesNot() {
        for (Function<NavigableMap<Integer, Integer>, Collection<?>> of : shown()) {
            CowBTreeMap<Integer, Integer> map = cow();
            int edited = SIZE / 2;
            Spliterator<?> second = of.apply(map).spliterator();
            Spliterator<?> first = second.trySplit();
            assertThat(rest(first)).isNotEmpty();
            long copied = map.nodesCopied();
            map.put(edited, -1);
            BTreeProbe.check(map);
            assertThat(map.nodesCopied()).isGreaterThan(copied);
            assertThat(rest(second)).doesNotContain(-1, Map.entry(edited, -1));

            map.put(edited, -2); // the path is the map's own now
            assertWrittenInPlace(map, edited, -3);
        }
    }

    @Test
    void finishedPartsGiveUniquenessBack() {
        for (Function<NavigableMap<Integer, Integer>, Collection<?>> of : shown()) {
            CowBTreeMap<Integer, Integer> map = cow();
            assertThat(map.isUnique()).isTrue();
            Spliterator<?> second = of.apply(map).spliterator();
            Spliterator<?> first = second.trySplit();
            Spliterator<?> quarter = first.trySplit();
            for (Spliterator<?> part : List.of(second, first)) {
                rest(part);
                assertThat(map.isUnique()).isFalse();
            }
            while (quarter.tryAdvance(element -> {})) {
                // to the end, step by step
            }
            assertThat(map.isUnique()).isTrue();
            assertWrittenInPlace(map, 1, -1);
            assertWrittenInPlace(map, SIZE - 1, -1);
        }
    }

    @Test
    void parallelStreamsGiveUniquenessBack() {
        for (Function<NavigableMap<Integer, Integer>, Collection<?>> of : shown()) {
            CowBTreeMap<Integer, Integer> map = cow();
            assertThat(of.apply(map).parallelStream().map(Object::hashCode).toList())
                    .isNotEmpty();
            assertThat(map.isUnique()).isTrue();
            assertWrittenInPlace(map, 1, -1);
            assertWrittenInPlace(map, SIZE - 1, -1);
        }
    }

    private static void assertWrittenInPlace(CowBTreeMap<Integer, Integer> map, int key, int value) {
        long copied = map.nodesCopied();
        long inPlace = map.nodesEditedInPlace();
        map.put(key, value);
        BTreeProbe.check(map);
        assertThat(map.nodesCopied()).isEqualTo(copied);
        assertThat(map.nodesEditedInPlace()).isGreaterThan(inPlace);
    }

    @Test
    void entriesOfAStreamWriteToTheMap() {
        mutableMaps().forEach(map -> {
            map.entrySet().parallelStream()
                    .forEach(entry -> assertThat(entry.getValue()).isEqualTo(entry.getKey()));
            map.entrySet().stream().forEach(entry -> entry.setValue(entry.getValue() + 1));
            BTreeProbe.check(map);
            assertThat(map)
                    .hasSize(SIZE)
                    .allSatisfy((key, value) -> assertThat(value).isEqualTo(key + 1));
        });
    }

    @ParameterizedTest
    @MethodSource("mutableMaps")
    void anActionMayWriteToTheMap(NavigableMap<Integer, Integer> map) {
        List<Integer> before = new ArrayList<>(map.keySet());
        List<Integer> all = new ArrayList<>();
        map.keySet().spliterator().forEachRemaining(key -> {
            all.add(key);
            map.remove(key);
            map.put(key + SIZE, key);
            BTreeProbe.check(map);
        });
        assertThat(all).isEqualTo(before);
        assertThat(map).hasSize(SIZE).doesNotContainKey(SIZE - 1).containsEntry(SIZE, 0);

        List<Integer> steps = new ArrayList<>();
        Spliterator<Integer> stepping = map.descendingMap().values().spliterator();
        while (stepping.tryAdvance(value -> {
            steps.add(value);
            map.remove(value + SIZE);
            BTreeProbe.check(map);
        })) {
            assertThat(map).hasSize(SIZE - steps.size());
        }
        assertThat(steps).hasSize(SIZE).startsWith(SIZE - 1).endsWith(0);
    }

    /** An action that throws has seen its element; the walk goes on behind it. */
    @ParameterizedTest
    @MethodSource("mutableMaps")
    void anActionThatThrowsLosesNothing(NavigableMap<Integer, Integer> map) {
        List<Object> seen = new ArrayList<>();
        Spliterator<Integer> spliterator = map.keySet().spliterator();
        for (int at : new int[] {0, 1, SIZE / 2, SIZE - 1}) {
            assertThatThrownBy(() -> spliterator.forEachRemaining(key -> {
                        seen.add(key);
                        if (key == at) {
                            throw new IllegalStateException("stop");
                        }
                    }))
                    .hasMessage("stop");
            assertThat(spliterator.estimateSize()).isEqualTo(SIZE - 1 - at);
        }
        assertThat(spliterator.tryAdvance(seen::add)).isFalse();
        assertThat(seen).isEqualTo(new ArrayList<>(map.keySet()));
        map.put(1, -1);
        BTreeProbe.check(map);
    }

    /** A comparator that throws while the bounds of a view are looked up leaves the spliterator as it was. */
    @Test
    void anExceptionAtTheFirstUseIsNotAnEmptyWalk() {
        AtomicBoolean broken = new AtomicBoolean();
        CowBTreeMap<Integer, Integer> map = new CowBTreeMap<>((Comparator<Integer>) (a, b) -> {
            if (broken.get()) {
                throw new IllegalArgumentException("broken");
            }
            return Integer.compare(a, b);
        });
        filled(map);
        Spliterator<Integer> spliterator = map.tailMap(SIZE / 2).keySet().spliterator();
        broken.set(true);
        assertThatThrownBy(spliterator::estimateSize).hasMessage("broken");
        assertThatThrownBy(() -> spliterator.tryAdvance(key -> {})).hasMessage("broken");
        broken.set(false);
        assertThat(spliterator.estimateSize()).isEqualTo(SIZE - SIZE / 2);
        assertThat(rest(spliterator)).hasSize(SIZE - SIZE / 2);
        assertWrittenInPlace(map, 1, -1);
    }

    /** Every write moves one unit between two keys, as one version: the sum of any version is that of all. */
    @Test
    void parallelStreamsSeeOneVersionWhileAWriterGoesOn() throws Exception {
        ConcurrentBTreeMap<Integer, Integer> map = new ConcurrentBTreeMap<>();
        for (int i = 0; i < SIZE; i++) {
            map.put(i, 100);
        }
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> writer = thread.submit(() -> {
                for (int i = 0; !done.get(); i++) {
                    int from = i * 31 % SIZE;
                    int to = (i * 17 + 1) % SIZE;
                    map.update(copy -> {
                        copy.merge(from, -1, Integer::sum);
                        copy.merge(to, 1, Integer::sum);
                    });
                }
            });
            for (int i = 0; i < 300; i++) {
                assertThat(map.values().parallelStream()
                                .mapToInt(value -> value)
                                .sum())
                        .isEqualTo(100 * SIZE);
                assertThat(map.descendingMap().entrySet().parallelStream()
                                .mapToInt(Map.Entry::getValue)
                                .sum())
                        .isEqualTo(100 * SIZE);
            }
            done.set(true);
            writer.get();
        } finally {
            done.set(true);
            thread.shutdownNow();
        }
        BTreeProbe.check(map);
    }
}
