package dev.holstein.btree.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.cow.SharingReport;
import dev.holstein.cow.SharingReport.Amount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Mark and sweep of stale pages: mark what the living roots reach, free the rest. Here the JVM frees; a report of several roots
 * says what is shared, what each alone keeps alive, and so what deleting one would free: dropping it frees exactly that.
 */
class MarkAndSweepTest {
    private static final int ENTRIES = 20_000;

    /** The living roots by name. */
    private final Map<String, Object> roots = new LinkedHashMap<>();

    private static PersistentBTreeMap<Integer, String> numbers() {
        return PersistentBTreeMap.fromSorted(
                IntStream.range(0, ENTRIES).mapToObj(i -> Map.entry(i, "v")).toList());
    }

    private static PersistentBTreeSet<Integer> evens() {
        return PersistentBTreeSet.fromSorted(
                IntStream.range(0, ENTRIES).map(i -> 2 * i).boxed().toList());
    }

    private static Set<Object> nodes(Object root) {
        return BTreeProbe.nodes(root instanceof Map<?, ?> map ? map : BTreeProbe.mapOf((Set<?>) root));
    }

    private static void check(Object root) {
        if (root instanceof Map<?, ?> map) {
            BTreeProbe.check(map);
        } else {
            BTreeProbe.check((Set<?>) root);
        }
    }

    private static Set<Object> mark(Collection<?> living) {
        Set<Object> marked = Collections.newSetFromMap(new IdentityHashMap<>());
        living.forEach(root -> marked.addAll(nodes(root)));
        return marked;
    }

    // ---- what the report says, against marking by hand
    // -----------------------------------------------------------------

    private SharingReport assertReportIsWhatMarkingFinds() {
        SharingReport report = SharingReport.of(roots.values().toArray());
        Set<Object> all = mark(roots.values());
        long nodesAlone = 0;
        long bytesAlone = 0;
        for (Object root : roots.values()) {
            List<Object> others = new ArrayList<>(roots.values());
            others.removeIf(other -> other == root);
            Set<Object> alone = nodes(root);
            alone.removeAll(mark(others));
            Amount held = report.heldAloneBy(root);
            assertThat(held.nodes()).isEqualTo(alone.size());
            assertThat(held.bytes() > 0).isEqualTo(held.nodes() > 0);
            nodesAlone += held.nodes();
            bytesAlone += held.bytes();
        }
        assertThat(report.total().nodes()).isEqualTo(all.size());
        assertThat(report.shared())
                .isEqualTo(new Amount(all.size() - nodesAlone, report.total().bytes() - bytesAlone));
        return report;
    }

    /** Deletes roots in random order: before each deletion the report says what the collector will find. */
    private void deleteAllAndSweep(Random random) {
        Unreachable every = Unreachable.nodes(mark(roots.values()));
        int swept = 0;
        List<String> names = new ArrayList<>(roots.keySet());
        Collections.shuffle(names, random);
        for (String name : names) {
            SharingReport report = SharingReport.of(roots.values().toArray());
            long promised = report.heldAloneBy(roots.get(name)).nodes();
            long promisedBytes = report.heldAloneBy(roots.get(name)).bytes();
            long totalBytes = report.total().bytes();
            report = null; // it knows the roots
            roots.remove(name);
            swept += (int) promised;
            assertThat(every.goneAfterCollection(swept)).as("after %s", name).isEqualTo(swept);
            Amount left = SharingReport.of(roots.values().toArray()).total();
            assertThat(left).isEqualTo(new Amount(every.watched() - swept, totalBytes - promisedBytes));
            roots.values().forEach(MarkAndSweepTest::check);
        }
        assertThat(every.gone()).isEqualTo(every.watched());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void versionsOfOneMap(int seed) {
        Random random = new Random(seed);
        PersistentBTreeMap<Integer, String> version = numbers();
        roots.put("version 0", version);
        for (int i = 1; i <= 8; i++) {
            version = nextVersion(version, random, i);
            roots.put("version " + i, version);
            check(version);
        }
        version = null;
        assertReportIsWhatMarkingFinds();
        deleteAllAndSweep(random);
    }

    private static PersistentBTreeMap<Integer, String> nextVersion(
            PersistentBTreeMap<Integer, String> version, Random random, int round) {
        CowBTreeMap<Integer, String> copy = version.mutableCopy();
        for (int i = 0; i < 20; i++) {
            copy.put(random.nextInt(2 * ENTRIES), "r" + round);
            copy.remove(random.nextInt(ENTRIES));
        }
        if (round % 4 == 0) {
            int from = random.nextInt(ENTRIES);
            copy.subMap(from, from + ENTRIES / 10).clear();
        }
        return copy.snapshot();
    }

    @Test
    void everyFaceOfAMapAndWhatItsAlgebraMakes() {
        PersistentBTreeMap<Integer, String> base = numbers();
        CowBTreeMap<Integer, String> cow = base.mutableCopy();
        cow.put(5, "cow");
        ConcurrentBTreeMap<Integer, String> concurrent = new ConcurrentBTreeMap<>(base);
        concurrent.remove(ENTRIES / 2);
        roots.put("base", base);
        roots.put("cow", cow);
        roots.put("copy", cow.copy());
        roots.put("concurrent", concurrent);
        roots.put("clone", concurrent.clone());
        roots.put("part", base.subMap(3_000, 9_000).snapshot());
        roots.put("below", base.split(ENTRIES / 3).below());
        roots.put("union", base.union(PersistentBTreeMap.of(-1, "u")));
        roots.put("difference", base.difference(PersistentBTreeMap.of(17, "d")));
        roots.put("empty", PersistentBTreeMap.<Integer, String>empty());
        base = null;
        cow = null;
        concurrent = null;
        roots.values().forEach(MarkAndSweepTest::check);
        assertReportIsWhatMarkingFindsButForEmpty();
        roots.remove("empty");
        deleteAllAndSweep(new Random(4));
    }

    /** The root of every empty map is one and the same node, which nobody frees: a report does not count it. */
    private void assertReportIsWhatMarkingFindsButForEmpty() {
        SharingReport report = SharingReport.of(roots.values().toArray());
        assertThat(report.heldAloneBy(roots.get("empty"))).isEqualTo(new Amount(0, 0));
        Object empty = roots.remove("empty");
        assertThat(assertReportIsWhatMarkingFinds().total()).isEqualTo(report.total());
        roots.put("empty", empty);
    }

    @Test
    void versionsOfASetBesideOneOfAnother() {
        PersistentBTreeSet<Integer> first = evens();
        CowBTreeSet<Integer> second = first.mutableCopy();
        second.removeIf(element -> element > ENTRIES && element % 3 == 0);
        roots.put("first", first);
        roots.put("second", second);
        roots.put("third", first.plus(7).minus(ENTRIES));
        roots.put("stranger", evens());
        roots.put("map", numbers());
        first = null;
        second = null;
        roots.values().forEach(MarkAndSweepTest::check);
        SharingReport report = assertReportIsWhatMarkingFinds();
        assertThat(report.heldAloneBy(roots.get("stranger")).nodes())
                .isEqualTo(nodes(roots.get("stranger")).size());
        report = null;
        deleteAllAndSweep(new Random(5));
    }

    @Test
    void nothingThatIsSharedGoesUntilItsLastRootDoes() {
        PersistentBTreeMap<Integer, String> base = numbers();
        roots.put("one", base);
        roots.put("two", base.plus(1, "w"));
        roots.put("three", base.plus(ENTRIES - 1, "w"));
        base = null;
        Unreachable sharedByAll = Unreachable.nodes(sharedBy("one", "two", "three"));
        assertThat(sharedByAll.watched()).isPositive();
        roots.remove("one");
        assertThat(sharedByAll.goneAfterCollection(0)).isZero();
        roots.remove("three");
        assertThat(sharedByAll.goneAfterCollection(0)).isZero();
        assertThat(roots.get("two")).isEqualTo(numbers().plus(1, "w"));
        roots.remove("two");
        assertThat(sharedByAll.goneAfterCollection(sharedByAll.watched())).isEqualTo(sharedByAll.watched());
    }

    private Set<Object> sharedBy(String... names) {
        Set<Object> shared = nodes(roots.get(names[0]));
        for (String name : names) {
            shared.retainAll(nodes(roots.get(name)));
        }
        return shared;
    }

    @Test
    void oneWriteToAFrozenMapCostsAPathAndDroppingTheSnapshotGivesItBack() {
        CowBTreeMap<Integer, String> map = numbers().mutableCopy();
        roots.put("map", map);
        roots.put("snapshot", map.snapshot());
        assertThat(assertReportIsWhatMarkingFinds().heldAloneBy(roots.get("snapshot")))
                .isEqualTo(new Amount(0, 0));
        map.put(ENTRIES / 2, "w");
        BTreeProbe.check(map);
        assertThat(assertReportIsWhatMarkingFinds()
                        .heldAloneBy(roots.get("snapshot"))
                        .nodes())
                .isEqualTo(BTreeProbe.height(map));
        map.put(ENTRIES / 2, "x");
        BTreeProbe.check(map);
        assertThat(assertReportIsWhatMarkingFinds()
                        .heldAloneBy(roots.get("snapshot"))
                        .nodes())
                .as("written again, in place")
                .isEqualTo(BTreeProbe.height(map));
        map = null;
        deleteAllAndSweep(new Random(6));
    }
}
