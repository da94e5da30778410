package dev.holstein.btree.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Random scripts on strings that have beginnings of many lengths in common, against {@link TreeMap}: nodes have different
 * stems, keys break them at either end, removals bring them back.
 */
class StemModel {
    private static final String[] BEGINNINGS = {
        "",
        "a",
        "1234567",
        "12345678",
        "123456789",
        "https://example.org/",
        "https://example.org/articles/",
        "https://example.org/articles/2024/",
        "\u20ac\u20ac\u20ac\u20ac\u20ac\u20ac",
        "x\u00ff\u0100\u00feyyyyy",
        "\ud83d\ude00\ud83d\ude00\ud83d\ude00",
        "zzzzzzzzzzzzzzzzzzzzzzzz"
    };

    private static final char[] RARE = {'\0', '\u00fe', '\u00ff', '\u0100', '\ud83d', '\uffff'};

    /** Which beginnings a script draws from. */
    enum Mix {
        ALL,
        ONE_AND_STRAYS,
        NUMBERS
    }

    private static String key(Random random, Mix mix) {
        if (mix == Mix.NUMBERS) {
            return "user/" + (100_000 + random.nextInt(1_000));
        }
        boolean any = mix == Mix.ALL || random.nextInt(20) == 0;
        StringBuilder key = new StringBuilder(any ? BEGINNINGS[random.nextInt(BEGINNINGS.length)] : BEGINNINGS[6]);
        int more = random.nextInt(6);
        for (int i = 0; i < more; i++) {
            key.append(random.nextInt(4) == 0 ? RARE[random.nextInt(RARE.length)] : (char) ('a' + random.nextInt(3)));
        }
        return random.nextInt(4) == 0
                ? key.append("/tail/").append(random.nextInt(300)).toString()
                : key.toString();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void scriptsAgreeWithTreeMap(
            @ForAll Mix mix,
            @ForAll boolean reversed,
            @ForAll @IntRange(min = 1, max = 500) int steps,
            @ForAll long seed) {
        Comparator<String> order = reversed ? Comparator.reverseOrder() : null;
        Random random = new Random(seed);
        TreeMap<String, Integer> expected = new TreeMap<>(order);
        CowBTreeMap<String, Integer> map = new CowBTreeMap<>(order);
        List<PersistentBTreeMap<String, Integer>> snapshots = new ArrayList<>();
        List<TreeMap<String, Integer>> frozen = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            String key = key(random, mix);
            switch (random.nextInt(8)) {
                case 0, 1, 2, 3 -> assertThat(map.put(key, step)).isEqualTo(expected.put(key, step));
                case 4 -> {
                    String present = expected.ceilingKey(key);
                    assertThat(map.ceilingKey(key)).isEqualTo(present);
                    if (present != null) {
                        assertThat(map.remove(present)).isEqualTo(expected.remove(present));
                    }
                }
                case 5 -> {
                    assertThat(map.get(key)).isEqualTo(expected.get(key));
                    assertThat(map.lowerKey(key)).isEqualTo(expected.lowerKey(key));
                    assertThat(map.headMap(key).size())
                            .isEqualTo(expected.headMap(key).size());
                }
                case 6 -> {
                    TreeMap<String, Integer> more = new TreeMap<>();
                    int count = random.nextInt(40);
                    for (int i = 0; i < count; i++) {
                        more.put(key(random, mix), step);
                    }
                    map.putAll(more);
                    expected.putAll(more);
                }
                default -> {
                    if (snapshots.size() < 10) {
                        snapshots.add(map.snapshot());
                        frozen.add(new TreeMap<>(expected));
                    } else {
                        assertThat(map.pollFirstEntry()).isEqualTo(expected.pollFirstEntry());
                        assertThat(map.pollLastEntry()).isEqualTo(expected.pollLastEntry());
                    }
                }
            }
            BTreeProbe.check(map);
        }
        checkEntries(map, expected);
        for (int i = 0; i < snapshots.size(); i++) {
            checkEntries(BTreeProbe.check(snapshots.get(i)), frozen.get(i));
            checkAlgebra(snapshots.get(i), frozen.get(i), map.snapshot(), expected);
        }
    }

    private static void checkEntries(java.util.Map<String, Integer> map, TreeMap<String, Integer> expected) {
        assertThat(new ArrayList<>(map.entrySet())).isEqualTo(new ArrayList<>(expected.entrySet()));
    }

    private static void checkAlgebra(
            PersistentBTreeMap<String, Integer> left,
            TreeMap<String, Integer> leftModel,
            PersistentBTreeMap<String, Integer> right,
            TreeMap<String, Integer> rightModel) {
        TreeMap<String, Integer> union = new TreeMap<>(leftModel);
        union.putAll(rightModel);
        checkEntries(BTreeProbe.check(left.union(right)), union);
        TreeMap<String, Integer> difference = new TreeMap<>(leftModel);
        difference.keySet().removeAll(rightModel.keySet());
        checkEntries(BTreeProbe.check(left.difference(right)), difference);
        TreeMap<String, Integer> intersection = new TreeMap<>(leftModel);
        intersection.keySet().retainAll(rightModel.keySet());
        checkEntries(BTreeProbe.check(left.intersection(right)), intersection);
        checkEntries(BTreeProbe.check(left.patch(PersistentBTreeMap.diff(left, right))), rightModel);
    }
}
