package dev.holstein.jmh.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.holstein.jmh.data.AccessOrder;
import dev.holstein.jmh.data.KeyKind;
import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.subject.MapCell;
import dev.holstein.jmh.subject.MapSubject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All subjects do the same: what is compared by time gives equal answers. */
class MapSubjectsTest {
    private static final int KEYS = 500;
    private static final int STEPS = 20_000;
    private static final int SEED = 7;

    static Stream<Arguments> subjectsAndKeys() {
        return Stream.of(MapSubject.values())
                .flatMap(subject -> Stream.of(KeyKind.values()).map(kind -> Arguments.of(subject, kind)));
    }

    @ParameterizedTest
    @MethodSource("subjectsAndKeys")
    void aRandomScriptGivesTheAnswersOfAModel(MapSubject subject, KeyKind kind) {
        SplittableRandom random = new SplittableRandom(SEED);
        Object[] keys = new MapKeys(kind, KEYS, SEED).insertions(KEYS);
        Map<Object, Object> model = new TreeMap<>(kind.comparator());
        MapCell cell = subject.newCell(kind.comparator());
        List<Object> snapshots = new ArrayList<>();
        List<Map<?, ?>> copies = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            Object key = keys[random.nextInt(KEYS)];
            switch (random.nextInt(3)) {
                case 0 -> {
                    cell.put(key, step);
                    model.put(key, step);
                }
                case 1 -> {
                    cell.remove(key);
                    model.remove(key);
                }
                default -> assertThat(cell.get(key)).isEqualTo(model.get(key));
            }
            assertThat(cell.size()).isEqualTo(model.size());
            if (step % 500 == 0) {
                assertWalksEqual(cell, model, subject != MapSubject.HASH_MAP);
                snapshots.add(cell.snapshot());
                copies.add(new LinkedHashMap<>(model));
            }
        }
        assertThat(snapshots.stream().map(cell::contents))
                .as("snapshots after later writes")
                .isEqualTo(copies);
    }

    private static void assertWalksEqual(MapCell cell, Map<Object, Object> model, boolean ordered) {
        List<Object> expected = new ArrayList<>();
        model.forEach((key, value) -> expected.add(Map.entry(key, value)));
        List<Object> iterated = new ArrayList<>();
        cell.iterate((key, value) -> iterated.add(Map.entry(key, value)));
        List<Object> handedOver = new ArrayList<>();
        cell.forEach((key, value) -> handedOver.add(Map.entry(key, value)));
        assertThat(iterated).isEqualTo(ordered ? expected : handedOver);
        assertThat(handedOver).hasSameSizeAs(expected).hasSameElementsAs(expected);
        if (ordered) {
            assertThat(handedOver).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keysAreDistinctAndTheSameForEverySubject(KeyKind kind) {
        int size = 100_000;
        List<Object> keys = List.of(new MapKeys(kind, size, SEED).insertions(size));
        TreeSet<Object> ordered = new TreeSet<>(kind.comparator());
        ordered.addAll(keys);
        assertThat(ordered).hasSize(size);
        assertThat(List.of(new MapKeys(kind, size, SEED).insertions(size))).isEqualTo(keys);
    }

    @ParameterizedTest
    @EnumSource
    void everyRoundInsertsAllKeysAndEveryProbeIsPresent(KeyKind kind) {
        MapKeys data = new MapKeys(kind, KEYS, SEED);
        List<Object> twoRounds = List.of(data.insertions(2 * KEYS));
        List<Object> first = twoRounds.subList(0, KEYS);
        List<Object> second = twoRounds.subList(KEYS, 2 * KEYS);
        assertThat(second).hasSameElementsAs(first).isNotEqualTo(first);
        Object[] probes = data.probes();
        assertThat(probes.length).isEqualTo(MapKeys.PROBES);
        assertThat(new HashSet<>(List.of(probes))).isEqualTo(new HashSet<>(first));
    }

    @Test
    void theComparatorIsNotTheNaturalOrder() {
        List<Object> newestFirst = new MapKeys(KeyKind.TICKET_COMPARATOR, KEYS, SEED).sorted();
        List<Object> natural = new MapKeys(KeyKind.TICKET, KEYS, SEED).sorted();
        Collections.reverse(natural);
        assertThat(newestFirst).isEqualTo(natural);
    }

    @ParameterizedTest
    @EnumSource
    void probesComeInTheirOrder(KeyKind kind) {
        MapKeys data = new MapKeys(kind, KEYS, SEED);
        List<Object> sorted = data.sorted();
        List<Object> sequential = List.of(data.probes(AccessOrder.SEQUENTIAL));
        assertThat(sequential).hasSize(MapKeys.PROBES).startsWith(sorted.toArray());
        assertThat(sequential.subList(KEYS, 2 * KEYS)).isEqualTo(sorted);
        assertThat(List.of(data.ascendingInsertions(2 * KEYS))).isEqualTo(sequential.subList(0, 2 * KEYS));
        assertThat(new HashSet<>(List.of(data.probes(AccessOrder.RANDOM)))).hasSize(KEYS);
    }

    @Test
    void zipfAsksForTheKeyOfARankAsOftenAsItsLawSays() {
        MapKeys data = new MapKeys(KeyKind.INTEGER, KEYS, SEED);
        Map<Object, Integer> counts = new HashMap<>();
        for (Object probe : data.probes(AccessOrder.ZIPF)) {
            counts.merge(probe, 1, Integer::sum);
        }
        assertThat(data.sorted()).containsAll(counts.keySet());
        double sum = 0;
        for (int rank = 1; rank <= KEYS; rank++) {
            sum += Math.pow(rank, -0.99);
        }
        List<Map.Entry<Object, Integer>> byCount = new ArrayList<>(counts.entrySet());
        byCount.sort(Map.Entry.<Object, Integer>comparingByValue().reversed());
        for (int rank : new int[] {1, 2, 5, 20}) {
            double expected = MapKeys.PROBES * Math.pow(rank, -0.99) / sum;
            assertThat((double) byCount.get(rank - 1).getValue()).isCloseTo(expected, withinPercentage(5));
        }
        List<Object> hottest = byCount.stream().limit(20).map(Map.Entry::getKey).toList();
        assertThat(hottest)
                .as("ranks have nothing to do with the order of the keys")
                .isNotEqualTo(hottest.stream().sorted().toList());
    }
}
