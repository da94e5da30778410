package dev.holstein.jmh.op;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.jmh.data.KeyKind;
import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.subject.MapCell;
import dev.holstein.jmh.subject.MapSubject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
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
        Map<Object, Object> model = new TreeMap<>();
        MapCell cell = subject.newCell();
        List<Map<?, ?>> snapshots = new ArrayList<>();
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
                assertWalksEqual(cell, model);
                snapshots.add(asJavaMap(cell.snapshot()));
                copies.add(new TreeMap<>(model));
            }
        }
        assertThat(snapshots).as("snapshots after later writes").isEqualTo(copies);
    }

    private static void assertWalksEqual(MapCell cell, Map<Object, Object> model) {
        List<Object> expected = new ArrayList<>();
        model.forEach((key, value) -> expected.add(Map.entry(key, value)));
        List<Object> iterated = new ArrayList<>();
        cell.iterate((key, value) -> iterated.add(Map.entry(key, value)));
        List<Object> handedOver = new ArrayList<>();
        cell.forEach((key, value) -> handedOver.add(Map.entry(key, value)));
        assertThat(iterated).isEqualTo(expected);
        assertThat(handedOver).isEqualTo(expected);
    }

    private static Map<?, ?> asJavaMap(Object snapshot) {
        return snapshot instanceof io.vavr.collection.Map<?, ?> vavr ? vavr.toJavaMap() : (Map<?, ?>) snapshot;
    }

    @ParameterizedTest
    @EnumSource
    void keysAreDistinctAndTheSameForEverySubject(KeyKind kind) {
        int size = 100_000;
        List<Object> keys = List.of(new MapKeys(kind, size, SEED).insertions(size));
        assertThat(new TreeSet<>(keys)).hasSize(size);
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
}
