package dev.holstein.jmh.op;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.jmh.data.KeyKind;
import dev.holstein.jmh.data.KeyRanges;
import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.data.SortedEntries;
import dev.holstein.jmh.subject.MapCell;
import dev.holstein.jmh.subject.MapSubject;
import dev.holstein.jmh.subject.NavigableCell;
import dev.holstein.jmh.subject.SortedCell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The subjects do the same in bulk, on ranges and by index, too; and their data is what it says. In either order of keys. */
@ParameterizedClass
@EnumSource(names = {"STRING", "TICKET_COMPARATOR"})
class MapSubjectsBulkTest {
    private static final int KEYS = 2_000;
    private static final int SEED = 7;

    private final KeyKind kind;
    private final MapKeys data;
    private final List<Object> sorted;
    private final TreeMap<Object, Object> model;

    MapSubjectsBulkTest(KeyKind kind) {
        this.kind = kind;
        data = new MapKeys(kind, KEYS, SEED);
        sorted = data.sorted();
        model = new TreeMap<>(kind.comparator());
    }

    static Stream<MapSubject> navigable() {
        return sorted().filter(subject -> subject.newCell() instanceof NavigableCell);
    }

    static Stream<MapSubject> sorted() {
        return Stream.of(MapSubject.values()).filter(subject -> subject.newCell() instanceof SortedCell);
    }

    private MapCell full(MapSubject subject) {
        MapCell cell = subject.newCell(kind.comparator());
        for (Object key : data.insertions(KEYS)) {
            cell.put(key, key);
            model.put(key, key);
        }
        return cell;
    }

    private static void assertHolds(MapCell cell, Map<Object, Object> expected) {
        Map<Object, Object> entries = new LinkedHashMap<>();
        cell.iterate(entries::put);
        assertThat(entries).isEqualTo(expected);
        if (!cell.getClass().equals(MapSubject.HASH_MAP.newCell().getClass())) {
            assertThat(List.copyOf(entries.entrySet())).isEqualTo(List.copyOf(expected.entrySet()));
        }
        assertThat(cell.size()).isEqualTo(expected.size());
    }

    @ParameterizedTest
    @EnumSource
    void aCopyIsWrittenApart(MapSubject subject) {
        MapCell cell = full(subject);
        MapCell copy = cell.copy();
        copy.remove(sorted.get(3));
        cell.put(sorted.get(5), "other");
        Map<Object, Object> copied = new TreeMap<>(model);
        copied.remove(sorted.get(3));
        assertHolds(copy, copied);
        model.put(sorted.get(5), "other");
        assertHolds(cell, model);
    }

    @ParameterizedTest
    @EnumSource
    void entriesAreCopiedAndMergedInBulk(MapSubject subject) {
        List<List<Object>> parts = data.parts(KEYS / 4);
        SortedEntries first = data.entries(parts.get(0));
        SortedEntries second = data.entries(parts.get(1));
        MapCell cell = subject.copyOf(first);
        assertHolds(cell, new TreeMap<>((SortedMap<Object, Object>) first));
        MapCell before = cell.copy();
        cell.putAll(second);
        full(subject);
        assertHolds(cell, model);
        assertHolds(before, new TreeMap<>((SortedMap<Object, Object>) first));
    }

    @ParameterizedTest
    @EnumSource
    void aUnionHasTheEntriesOfBothAndTheValuesOfTheOther(MapSubject subject) {
        MapCell left = full(subject);
        MapCell right = left.copy();
        left.remove(sorted.get(0));
        left.put(sorted.get(1), "left");
        right.remove(sorted.get(2));
        right.put(sorted.get(3), "right");
        Map<Object, Object> union = new TreeMap<>(model);
        union.put(sorted.get(3), "right");
        assertHolds(left.union(right), union);
        union.put(sorted.get(3), sorted.get(3));
        union.put(sorted.get(1), "left");
        assertHolds(right.union(left), union);
        assertThat(left.size()).isEqualTo(KEYS - 1);
        assertThat(right.size()).isEqualTo(KEYS - 1);
    }

    @ParameterizedTest
    @EnumSource
    void differencesAreCountedAndEqualMapsAreEqual(MapSubject subject) {
        MapCell older = full(subject);
        MapCell newer = older.copy();
        assertThat(older.differences(newer)).isZero();
        assertThat(older.isEqualTo(newer)).isTrue();
        newer.put(sorted.get(7), "other");
        assertThat(older.isEqualTo(newer)).isFalse();
        newer.remove(sorted.get(0));
        newer.remove(sorted.get(KEYS - 1));
        older.remove(sorted.get(KEYS / 2));
        assertThat(older.differences(newer)).isEqualTo(4);
        assertThat(newer.differences(older)).isEqualTo(4);
        newer.put(sorted.get(7), sorted.get(7));
        assertThat(older.differences(newer)).isEqualTo(3);
        assertThat(subject.newCell(kind.comparator()).differences(older)).isEqualTo(KEYS - 1);
        newer.put(sorted.get(0), sorted.get(0));
        newer.put(sorted.get(KEYS - 1), sorted.get(KEYS - 1));
        older.put(sorted.get(KEYS / 2), sorted.get(KEYS / 2));
        assertThat(older.isEqualTo(newer)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("navigable")
    void aRangeIsReadRemovedAndPutBack(MapSubject subject) {
        NavigableCell cell = (NavigableCell) full(subject);
        KeyRanges ranges = data.ranges(KEYS / 2);
        for (int i = 0; i < 50; i++) {
            Object from = ranges.from()[i];
            Object to = ranges.to()[i];
            SortedMap<Object, Object> range = cell.range(from, to);
            assertThat(range).isEqualTo(model.subMap(from, to)).hasSize(KEYS / 2);
            NavigableCell copy = (NavigableCell) cell.copy();
            copy.removeRange(from, to);
            Map<Object, Object> rest = new TreeMap<>(model);
            rest.keySet().removeAll(range.keySet());
            assertHolds(copy, rest);
            assertHolds(cell, model);
            assertThat(range).as("after the removal").hasSize(KEYS / 2);
            copy.putAll(range);
            assertHolds(copy, model);
        }
    }

    @ParameterizedTest
    @MethodSource("navigable")
    void ranksAreThePlacesOfKeys(MapSubject subject) {
        NavigableCell cell = (NavigableCell) full(subject);
        for (int index = 0; index < KEYS; index += 13) {
            assertThat(cell.rank(sorted.get(index))).isEqualTo(index);
            assertThat(cell.entryAt(index)).isEqualTo(Map.entry(sorted.get(index), sorted.get(index)));
        }
        Object last = sorted.get(KEYS - 1);
        cell.remove(last);
        assertThat(cell.rank(last)).isEqualTo(KEYS - 1);
        model.remove(last);
        assertThat(cell.map()).isEqualTo(model);
    }

    @Test
    void rangesSamplesAndPartsAreOfTheKeys() {
        KeyRanges ranges = data.ranges(100);
        assertThat(ranges.from()).hasSize(MapKeys.PROBES);
        assertThat(ranges.to()).hasSize(MapKeys.PROBES);
        for (int i = 0; i < 1_000; i++) {
            int start = sorted.indexOf(ranges.from()[i]);
            assertThat(sorted.indexOf(ranges.to()[i])).isEqualTo(start + 100);
        }
        assertThat(new HashSet<>(data.sample(100))).hasSize(100).isSubsetOf(sorted);
        List<List<Object>> parts = data.parts(300);
        assertThat(parts.get(1)).hasSize(300);
        List<Object> all = new ArrayList<>();
        parts.forEach(all::addAll);
        assertThat(all).hasSize(KEYS).hasSameElementsAs(sorted);
        assertThat(data.indices()).hasSize(MapKeys.PROBES);
        assertThat(IntStream.of(data.indices()).distinct().sorted().toArray())
                .isEqualTo(IntStream.range(0, KEYS).toArray());
        TreeSet<Object> ordered = new TreeSet<>(kind.comparator());
        ordered.addAll(sorted);
        assertThat(sorted).isEqualTo(List.copyOf(ordered));
    }

    @ParameterizedTest
    @MethodSource("sorted")
    void theNeighboursOfKeysAndRangesAreFound(MapSubject subject) {
        SortedCell cell = (SortedCell) full(subject);
        for (int i = 0; i < KEYS; i++) {
            if (i % 3 != 1) {
                cell.remove(sorted.get(i));
                model.remove(sorted.get(i));
            }
        }
        for (int i = 0; i < KEYS; i++) {
            Object key = sorted.get(i);
            assertThat(cell.floorKey(key)).isEqualTo(model.floorKey(key));
            assertThat(cell.ceilingKey(key)).isEqualTo(model.ceilingKey(key));
            Object to = sorted.get(Math.min(i + i % 50, KEYS - 1));
            List<Object> entries = new ArrayList<>();
            cell.iterateRange(key, to, (found, value) -> entries.add(Map.entry(found, value)));
            assertThat(entries).isEqualTo(List.copyOf(model.subMap(key, to).entrySet()));
        }
    }

    @ParameterizedTest
    @MethodSource("sorted")
    void theFirstEntriesAreRemovedInOrder(MapSubject subject) {
        SortedCell cell = (SortedCell) full(subject);
        SortedCell copy = (SortedCell) cell.copy();
        List<Object> removed = new ArrayList<>();
        for (Object key = copy.pollFirst(); key != null; key = copy.pollFirst()) {
            removed.add(key);
            assertThat(copy.size()).isEqualTo(KEYS - removed.size());
        }
        assertThat(removed).isEqualTo(sorted);
        assertHolds(cell, model);
    }

    @ParameterizedTest
    @EnumSource
    void aMergeAddsTheValueOrMakesANewOne(MapSubject subject) {
        MapCell cell = subject.newCell(kind.comparator());
        Object[] insertions = data.insertions(2 * KEYS);
        for (int i = 0; i < KEYS + KEYS / 2; i++) {
            cell.merge(insertions[i], Integer.toString(i), (left, right) -> left + ", " + right);
            model.merge(insertions[i], Integer.toString(i), (left, right) -> left + ", " + right);
        }
        assertHolds(cell, model);
    }

    @ParameterizedTest
    @EnumSource
    void aMissIsAMissInAFullMap(MapSubject subject) {
        GetMiss miss = new GetMiss();
        miss.subject = subject;
        miss.keys = kind;
        miss.size = KEYS;
        assertThat(miss.keysNeeded()).isEqualTo(2 * KEYS);
        miss.prepare(new MapKeys(kind, miss.keysNeeded(), SEED), 1);
        for (int i = 0; i < 5 * KEYS; i++) {
            assertThat(miss.get()).isNull();
        }
    }
}
