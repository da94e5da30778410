package dev.holstein.btree.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.RankedMap;
import dev.holstein.btree.RankedSet;
import dev.holstein.hostile.LibraryClasses;
import dev.holstein.hostile.NumberLimits;
import dev.holstein.hostile.NumberLimits.Subject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Positions in maps, sets and their views at the limits of int. */
class PositionLimitsTest {
    private static final List<Integer> SIZES = List.of(0, 1, 5, 5 * BTreeProbe.LEAF_CAPACITY + 1);

    private static CowBTreeMap<Integer, String> map(int from, int to) {
        CowBTreeMap<Integer, String> map = new CowBTreeMap<>();
        for (int key = from; key < to; key++) {
            map.put(key, "v" + key);
        }
        return map;
    }

    private static List<RankedMap<Integer, String>> maps(int size) {
        CowBTreeMap<Integer, String> map = map(0, size);
        CowBTreeMap<Integer, String> longer = map(-3, size + 3);
        List<RankedMap<Integer, String>> maps = new ArrayList<>();
        maps.addAll(List.of(map, map.snapshot(), new ConcurrentBTreeMap<>(map), map.descendingMap()));
        for (RankedMap<Integer, String> whole :
                List.of(longer, longer.snapshot(), new ConcurrentBTreeMap<>(longer), longer.descendingMap())) {
            boolean isDescending = whole.comparator() != null;
            maps.add(isDescending ? whole.subMap(size - 1, true, -1, false) : whole.subMap(-1, false, size, false));
        }
        return maps;
    }

    @Test
    void everyPositionalReadOfMapsAndSets() {
        NumberLimits limits = new NumberLimits();
        for (int size : SIZES) {
            limits.rule(
                    (n, length) -> 0 <= n[0] && n[0] < length,
                    "length " + size,
                    "keyAt(int)",
                    "entryAt(int)",
                    "elementAt(int)");
            List<RankedMap<Integer, String>> maps =
                    size == 0 ? List.of(map(0, 0), map(0, 0).snapshot()) : maps(size);
            for (RankedMap<Integer, String> map : maps) {
                assertThat(map).hasSize(size);
                limits.check(new Subject("map of " + size, map.getClass(), () -> map, Object::toString, size));
            }
            CowBTreeSet<Integer> set = new CowBTreeSet<>(map(0, size).keySet());
            for (RankedSet<Integer> each :
                    List.of(set, set.snapshot(), new ConcurrentBTreeSet<>(set), set.descendingSet())) {
                limits.check(new Subject("set of " + size, each.getClass(), () -> each, Object::toString, size));
            }
            assertThat(limits.unusedRules()).isEmpty();
        }
        System.out.println("positions: " + limits.counts());
    }

    /** Whatever else takes a number some day is not forgotten here. */
    @Test
    void nothingElseTakesANumber() {
        assertThat(LibraryClasses.beside(CowBTreeMap.class))
                .filteredOn(LibraryClasses::isPublic)
                .flatMap(NumberLimits::withNumbers)
                .extracting(executable -> executable.getName())
                // The last two answer that there is nothing: BTreeVavrInteropTest.
                .containsOnly("keyAt", "entryAt", "elementAt", "entryAtOption", "elementAtOption");
    }
}
