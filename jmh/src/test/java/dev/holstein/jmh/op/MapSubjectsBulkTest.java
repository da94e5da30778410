package dev.holstein.jmh.op;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.jmh.data.KeyKind;
import dev.holstein.jmh.data.KeyRanges;
import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.data.SortedEntries;
import dev.holstein.jmh.subject.MapCell;
import dev.holstein.jmh.subject.MapSubject;
import dev.holstein.jmh.subject.NavigableCell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The subjects do the same in bulk, on ranges and by index, too; and their data is what it says. */
class MapSubjectsBulkTest {
    private static final int KEYS = 2_000;
    private static final int SEED = 7;

    private final MapKeys data = new MapKeys(KeyKind.STRING, KEYS, SEED);
    private final List<Object> sorted = data.sorted();
    private final TreeMap<Object, Object> model = new TreeMap<>();

    private MapCell full(MapSubject subject) {
        MapCell cell = subject.newCell();
        for (Object key : data.insertions(KEYS)) {
            cell.put(key, key);
            model.put(key, key);
        }
        return cell;
    }

    private static void assertHolds(MapCell cell, Map<Object, Object> expected) {
        Map<Object, Object> entries = new LinkedHashMap<>();
        cell.iterate(entries::put);
        assertThat(List.copyOf(entries.entrySet())).isEqualTo(List.copyOf(expected.entrySet()));
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
        SortedEntries first = new SortedEntries(parts.get(0).stream().sorted().toList());
        SortedEntries second = new SortedEntries(parts.get(1).stream().sorted().toList());
        MapCell cell = subject.copyOf(first);
        assertHolds(cell, new TreeMap<>(first));
        MapCell before = cell.copy();
        cell.putAll(second);
        full(subject);
        assertHolds(cell, model);
        assertHolds(before, new TreeMap<>(first));
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
        assertThat(subject.newCell().differences(older)).isEqualTo(KEYS - 1);
        newer.put(sorted.get(0), sorted.get(0));
        newer.put(sorted.get(KEYS - 1), sorted.get(KEYS - 1));
        older.put(sorted.get(KEYS / 2), sorted.get(KEYS / 2));
        assertThat(older.isEqualTo(newer)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "VAVR")
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
    @EnumSource(mode = Mode.EXCLUDE, names = "VAVR")
    void ranksAreThePlacesOfKeys(MapSubject subject) {
        NavigableCell cell = (NavigableCell) full(subject);
        for (int index = 0; index < KEYS; index += 13) {
            assertThat(cell.rank(sorted.get(index))).isEqualTo(index);
            assertThat(cell.entryAt(index)).isEqualTo(Map.entry(sorted.get(index), sorted.get(index)));
        }
        assertThat(cell.rank("~")).isEqualTo(KEYS);
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
        assertThat(sorted).isEqualTo(List.copyOf(new TreeSet<>(sorted)));
    }
}
