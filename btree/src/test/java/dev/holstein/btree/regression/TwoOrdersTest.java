package dev.holstein.btree.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

/** Keys that an order takes for equal and {@code equals} does not, and two names of the natural order. */
class TwoOrdersTest {
    private static final BigDecimal ONE = new BigDecimal("1.0");
    private static final BigDecimal ONE_AGAIN = new BigDecimal("1.00");
    private static final BigDecimal TWO = new BigDecimal("2");
    private static final List<BigDecimal> MINE = List.of(ONE, TWO);
    private static final Set<BigDecimal> OTHERS = new HashSet<>(List.of(ONE_AGAIN, TWO));

    @Test
    void setsAreEqualByTheOrderOfTheOneThatIsAsked() {
        assertThat(new TreeSet<>(MINE).equals(OTHERS)).isTrue();
        assertThat(new CowBTreeSet<>(MINE).equals(OTHERS)).isTrue();
        assertThat(PersistentBTreeSet.copyOf(MINE).equals(OTHERS)).isTrue();
        assertThat(new ConcurrentSkipListSet<>(MINE).equals(OTHERS)).isFalse();
        assertThat(new ConcurrentBTreeSet<>(MINE).equals(OTHERS)).isFalse();
    }

    @Test
    void keySetsAndEntrySetsAreTooOfOneVersion() {
        CowBTreeMap<BigDecimal, Integer> map = new CowBTreeMap<>(Map.of(ONE, 1, TWO, 2));
        TreeMap<BigDecimal, Integer> model = new TreeMap<>(map);
        Set<Map.Entry<BigDecimal, Integer>> others =
                new HashSet<>(Map.of(ONE_AGAIN, 1, TWO, 2).entrySet());
        assertThat(map.keySet().equals(OTHERS))
                .isEqualTo(model.keySet().equals(OTHERS))
                .isTrue();
        assertThat(map.entrySet().equals(others))
                .isEqualTo(model.entrySet().equals(others))
                .isTrue();
        assertThat(map.keySet().equals(Set.of(1, 2))).isFalse();
        assertThat(map.headMap(TWO).keySet().equals(Set.of(ONE_AGAIN))).isTrue();
    }

    @Test
    void aComparisonThatEndsEarlyGivesUniquenessBack() {
        CowBTreeMap<Integer, Integer> map = new CowBTreeMap<>();
        for (int i = 0; i < 100; i++) {
            map.put(i, i);
        }
        Set<Integer> others = new HashSet<>(map.keySet());
        others.remove(0);
        others.add(-1);
        assertThat(map.keySet().equals(others)).isFalse();
        assertThat(map.isUnique()).isTrue();
        assertThat(map.entrySet().equals(others)).isFalse();
        assertThat(map.isUnique()).isTrue();
    }

    @Test
    void theOtherMapIsTheResultOnlyIfItsKeysAreThoseOfThisMap() {
        Comparator<String> ignoringCase = String.CASE_INSENSITIVE_ORDER;
        PersistentBTreeSet<String> mine =
                PersistentBTreeSet.<String>empty(ignoringCase).plus("a").plus("b");
        PersistentBTreeSet<String> others =
                PersistentBTreeSet.<String>empty(ignoringCase).plus("A");
        assertThat(mine.intersection(others)).containsExactly("a");
        assertThat(mine.intersection(others.plus("C"))).containsExactly("a");
        PersistentBTreeMap<String, Integer> map =
                PersistentBTreeMap.<String, Integer>empty(ignoringCase).plus("a", 1);
        PersistentBTreeMap<String, Integer> other =
                PersistentBTreeMap.<String, Integer>empty(ignoringCase).plus("A", 2);
        assertThat(map.union(other).toString()).isEqualTo("{a=2}");
        assertThat(map.union(other, (a, b) -> b).toString()).isEqualTo("{a=2}");
        assertThat(map.plusAll(other).toString()).isEqualTo("{a=2}");
        assertThat(map.plus("z", 0).union(other).toString()).isEqualTo("{a=2, z=0}");
    }

    @Test
    void aWriteDoesNotChangeTheComparator() {
        CowBTreeMap<Integer, Integer> named = new CowBTreeMap<>(Comparator.naturalOrder());
        for (int i = 0; i < 100; i++) {
            named.put(i, i);
        }
        CowBTreeMap<Integer, Integer> cow = new CowBTreeMap<>();
        cow.putAll(named);
        assertThat(BTreeProbe.check(cow).comparator()).isNull();
        ConcurrentBTreeMap<Integer, Integer> concurrent = new ConcurrentBTreeMap<>();
        concurrent.putAll(named.snapshot());
        assertThat(BTreeProbe.check(concurrent).comparator()).isNull();
        PersistentBTreeMap<Integer, Integer> empty = PersistentBTreeMap.empty();
        assertThat(BTreeProbe.check(empty.plusAll(named)).comparator()).isNull();
        assertThat(BTreeProbe.check(empty.union(named.snapshot())).comparator()).isNull();
        assertThat(new CowBTreeSet<>(PersistentBTreeSet.<Integer>empty().plusAll(named.keySet())).comparator())
                .isNull();
        cow.clear();
        assertThat(cow.comparator()).isNull();
    }

    @Test
    void twoNamesOfTheNaturalOrderAreOneOrder() {
        PersistentBTreeMap<Integer, Integer> map = PersistentBTreeMap.of(1, 1);
        PersistentBTreeMap<Integer, Integer> named =
                map.descendingMap().snapshot().descendingMap().snapshot();
        assertThat(named.comparator()).isNotNull();
        PersistentBTreeMap<Integer, Integer> above = PersistentBTreeMap.of(2, 2);
        assertThat(BTreeProbe.check(named.join(above))).containsOnlyKeys(1, 2);
        assertThat(BTreeProbe.check(map.join(
                        above.descendingMap().snapshot().descendingMap().snapshot())))
                .containsOnlyKeys(1, 2);
        ConcurrentBTreeMap<Integer, Integer> concurrent = new ConcurrentBTreeMap<>(map);
        assertThat(concurrent.compareAndSet(concurrent.snapshot(), named.plus(5, 5)))
                .isTrue();
        assertThat(BTreeProbe.check(concurrent)).containsOnlyKeys(1, 5);
        assertThat(named).isEqualTo(map);
    }

    @Test
    void noNullComesInBesideAnEqualKeyOrValue() {
        Comparator<String> nullIsEmpty = Comparator.comparing(key -> key == null ? "" : key);
        ConcurrentBTreeMap<String, Integer> map = new ConcurrentBTreeMap<>(nullIsEmpty);
        map.put("", 1);
        PersistentBTreeMap<String, Integer> withNull =
                PersistentBTreeMap.<String, Integer>empty(nullIsEmpty).plus(null, 1);
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> map.compareAndSet(map.snapshot(), withNull));
        assertThat(map.firstKey()).isEmpty();
    }
}
