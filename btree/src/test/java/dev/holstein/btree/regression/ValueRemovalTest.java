package dev.holstein.btree.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.junit.jupiter.api.Test;

/**
 * {@code values().remove(value)} searched first and removed by key afterwards, whatever the key's value was by then, and answered true
 * even if the entry was gone.
 */
class ValueRemovalTest {
    /** Equal to a value, and does something when it is found: where another thread may come between. */
    private record Probe(Object value, Runnable whenFound) {
        @Override
        public boolean equals(Object other) {
            boolean isFound = value.equals(other);
            if (isFound) {
                whenFound.run();
            }
            return isFound;
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }

    private static List<NavigableMap<Integer, Object>> mutable() {
        Map<Integer, Object> entries = Map.of(1, "a", 2, "b", 3, "c");
        return List.of(new CowBTreeMap<>(entries), new ConcurrentBTreeMap<>(entries));
    }

    @Test
    void aValueThatWasReplacedMeanwhileStays() {
        for (NavigableMap<Integer, Object> map : mutable()) {
            assertThat(map.values().remove(new Probe("b", () -> map.put(2, "new"))))
                    .isFalse();
            assertThat(BTreeProbe.check(map)).isEqualTo(Map.of(1, "a", 2, "new", 3, "c"));
        }
    }

    @Test
    void aValueThatIsGoneMeanwhileIsNotRemovedTwice() {
        for (NavigableMap<Integer, Object> map : mutable()) {
            assertThat(map.values().remove(new Probe("b", () -> map.remove(2)))).isFalse();
            assertThat(BTreeProbe.check(map)).isEqualTo(Map.of(1, "a", 3, "c"));
        }
    }

    @Test
    void aValueThatHasMovedMeanwhileIsFoundWhereItIs() {
        for (NavigableMap<Integer, Object> map : mutable()) {
            Runnable moved = () -> {
                if (map.remove(2) != null) {
                    map.put(0, "b");
                }
            };
            assertThat(map.values().remove(new Probe("b", moved))).isTrue();
            assertThat(BTreeProbe.check(map)).isEqualTo(Map.of(1, "a", 3, "c"));
        }
    }

    @Test
    void oneOfSeveralEqualValuesGoes() {
        CowBTreeMap<Integer, String> map = new CowBTreeMap<>();
        map.put(1, null);
        map.put(2, "a");
        map.put(3, null);
        map.put(4, "a");
        assertThat(map.values().remove("a")).isTrue();
        assertThat(map.tailMap(2, false).values().remove(null)).isTrue();
        assertThat(map.headMap(4, false).values().remove("a")).isFalse();
        assertThat(BTreeProbe.check(map).keySet()).containsExactly(1, 4);
        Collection<Integer> frozen = PersistentBTreeMap.of(1, 1).values();
        assertThat(frozen.remove(7)).isFalse();
    }
}
