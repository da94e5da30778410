package dev.holstein.btree.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Strings with a common beginning: it is left out of the prefixes, whatever else comes in or goes. */
class KeyStemTest {
    private static final String COMMON = "https://example.org/articles/";
    private static final int SIZE = 2_000;

    private static final List<String> EDGES = List.of(
            "",
            "\0",
            "h",
            COMMON.substring(0, 7),
            COMMON.substring(0, 8),
            COMMON.substring(0, COMMON.length() - 1),
            COMMON,
            COMMON + "\0",
            COMMON + "\u00fe",
            COMMON + "\u00ff",
            COMMON + "\u0100",
            COMMON + "\uffff",
            COMMON + "12345678",
            COMMON + "123456789",
            COMMON.substring(0, COMMON.length() - 1) + "0",
            COMMON.substring(0, COMMON.length() - 1) + ".",
            "https://example.org/b",
            "i",
            "\u00ff",
            "\u20ac",
            "\ud83d\ude00",
            "\uffff");

    /** Keys that are far apart in order for neighbouring numbers. */
    private static String key(int number) {
        return COMMON + Integer.toString(number * 0x9E3779B1 >>> 1, 36);
    }

    private static CowBTreeMap<String, Integer> filled() {
        CowBTreeMap<String, Integer> map = new CowBTreeMap<>();
        for (int i = 0; i < SIZE; i++) {
            map.put(key(i), i);
        }
        return BTreeProbe.check(map);
    }

    @Test
    void prefixesUnderAnyStemAreMonotoneForAllStrings() {
        int told = 0;
        for (String stem : EDGES) {
            for (String a : EDGES) {
                for (String b : EDGES) {
                    int byKey = Integer.signum(a.compareTo(b));
                    int byPrefix = Long.compare(BTreeProbe.prefix(a, stem), BTreeProbe.prefix(b, stem));
                    assertThat(byPrefix == byKey || byPrefix == 0)
                            .as("'%s' and '%s' under '%s'", a, b, stem)
                            .isTrue();
                    told += byPrefix == 0 ? 0 : 1;
                }
            }
        }
        assertThat(told).isGreaterThan(EDGES.size() * EDGES.size());
    }

    @Test
    void keysWithACommonBeginningHaveDifferentPrefixes() {
        Set<Long> prefixes = new java.util.HashSet<>();
        for (int i = 0; i < SIZE; i++) {
            prefixes.add(BTreeProbe.prefix(key(i), COMMON));
        }
        assertThat(prefixes).hasSize(SIZE);
    }

    @Test
    void allNodesShareOneStemWhetherPutOrLoaded() {
        CowBTreeMap<String, Integer> put = filled();
        PersistentBTreeMap<String, Integer> loaded = PersistentBTreeMap.copyOf(new TreeMap<>(put));
        for (List<String> stems : List.of(BTreeProbe.stems(put), BTreeProbe.stems(loaded))) {
            if (BTreeProbe.LEAF_CAPACITY > 4) { // a few keys may have more in common
                assertThat(stems).containsOnly(COMMON);
                Set<String> objects = Collections.newSetFromMap(new IdentityHashMap<>());
                objects.addAll(stems);
                assertThat(objects).hasSize(1);
            } else {
                assertThat(stems).allMatch(stem -> stem.startsWith(COMMON));
            }
        }
    }

    @Test
    void keysWithoutACommonBeginningHaveNoStem() {
        CowBTreeMap<String, Integer> map = new CowBTreeMap<>();
        for (int i = 0; i < SIZE; i++) {
            map.put(key(i).substring(COMMON.length()), i);
        }
        assertThat(BTreeProbe.stems(map).get(0)).isNull();
        CowBTreeMap<Integer, Integer> numbers = new CowBTreeMap<>();
        for (int i = 0; i < SIZE; i++) {
            numbers.put(i, i);
        }
        assertThat(BTreeProbe.stems(numbers)).containsOnlyNulls();
    }

    @Test
    void keysThatDoNotShareTheStemComeAndGo() {
        CowBTreeMap<String, Integer> map = filled();
        PersistentBTreeMap<String, Integer> before = map.snapshot();
        TreeMap<String, Integer> expected = new TreeMap<>(map);
        for (int round = 0; round < 20; round++) {
            for (String edge : EDGES) {
                String key = edge + (round == 0 ? "" : round);
                assertThat(map.get(key)).isEqualTo(expected.get(key));
                assertThat(map.put(key, round)).isEqualTo(expected.put(key, round));
                assertThat(map.lowerKey(key)).isEqualTo(expected.lowerKey(key));
                assertThat(BTreeProbe.check(map).headMap(key).size())
                        .isEqualTo(expected.headMap(key).size());
            }
        }
        assertThat(map.toString()).isEqualTo(expected.toString());
        expected.keySet().removeIf(key -> !before.containsKey(key));
        for (String key : List.copyOf(map.keySet())) {
            if (!before.containsKey(key)) {
                map.remove(key);
                BTreeProbe.check(map);
            }
        }
        assertThat(map).isEqualTo(expected);
        assertThat(BTreeProbe.check(before)).isEqualTo(expected);
    }

    @Test
    void setAlgebraPutsNodesOfDifferentStemsTogether() {
        CowBTreeMap<String, Integer> map = filled();
        PersistentBTreeMap<String, Integer> left = map.snapshot();
        TreeMap<String, Integer> others = new TreeMap<>();
        Random random = new Random(3);
        for (int i = 0; i < SIZE; i++) {
            others.put(i % 2 == 0 ? key(2 * i) : COMMON.substring(0, random.nextInt(COMMON.length())) + i, i);
        }
        PersistentBTreeMap<String, Integer> right = PersistentBTreeMap.copyOf(others);
        TreeMap<String, Integer> union = new TreeMap<>(left);
        union.putAll(others);
        TreeMap<String, Integer> difference = new TreeMap<>(left);
        difference.keySet().removeAll(others.keySet());
        assertThat(BTreeProbe.check(left.union(right))).isEqualTo(union);
        assertThat(BTreeProbe.check(left.difference(right))).isEqualTo(difference);
        assertThat(BTreeProbe.check(left.intersection(right))).hasSize(left.size() - difference.size());
        assertThat(BTreeProbe.check(left.patch(PersistentBTreeMap.diff(left, right))))
                .isEqualTo(others);
        assertThat(BTreeProbe.check(left.plusAll(others))).isEqualTo(union);
    }

    @Test
    void serializationKeepsTheEntries() throws IOException, ClassNotFoundException {
        CowBTreeMap<String, Integer> map = filled();
        map.put("", 0);
        map.put("\uffff", 0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(map);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            CowBTreeMap<?, ?> read = BTreeProbe.check((CowBTreeMap<?, ?>) in.readObject());
            assertThat(read).isEqualTo(map);
        }
    }

    @Test
    void aStemIsNoKeyOfTheMap() {
        CowBTreeMap<String, Integer> map = new CowBTreeMap<>();
        for (int i = 0; i < SIZE; i++) {
            map.put("k".repeat(1 + i % 200) + (i < 200 ? "" : i), i);
        }
        Set<String> stems = Collections.newSetFromMap(new IdentityHashMap<>());
        stems.addAll(BTreeProbe.stems(map));
        assertThat(stems).hasSizeGreaterThan(1);
        assertThat(map.keySet().stream().noneMatch(stems::contains)).isTrue();
    }
}
