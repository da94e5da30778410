package dev.holstein.btree.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.costs.AllocatedBytes;
import dev.holstein.cow.Snapshottable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Btrfs / ZFS snapshot and send, in memory: a snapshot costs the same few bytes whatever the size, and what changed since the
 * last one is found without looking at what did not, sent as a list, and received by replicas.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // so that the large maps are made once
class BtrfsSendTest {
    /** The maps that are written and frozen. */
    enum Face {
        COW(PersistentBTreeMap::mutableCopy),
        CONCURRENT(ConcurrentBTreeMap::new);

        private final Function<PersistentBTreeMap<Integer, String>, NavigableMap<Integer, String>> volume;

        Face(Function<PersistentBTreeMap<Integer, String>, NavigableMap<Integer, String>> volume) {
            this.volume = volume;
        }
    }

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);
    private static final int SNAPSHOTS = 1_000;
    private static final int MEASUREMENTS = 30;

    /** Over all sizes, so that each is measured in the same state of the compiler. */
    private static final int PASSES = 3;

    private static final int FEW_BYTES = 128;

    /** Where snapshots escape to, so that no compiler leaves them out. */
    private final Object[] kept = new Object[SNAPSHOTS];

    private final Map<Integer, PersistentBTreeMap<Integer, String>> made = new HashMap<>();

    private PersistentBTreeMap<Integer, String> numbers(int size) {
        return made.computeIfAbsent(
                size,
                entries -> PersistentBTreeMap.fromSorted(IntStream.range(0, entries)
                        .mapToObj(i -> Map.entry(i, "v"))
                        .toList()));
    }

    @SuppressWarnings("unchecked") // both faces are frozen to the same type
    private static PersistentBTreeMap<Integer, String> snapshot(Map<Integer, String> map) {
        return ((Snapshottable<PersistentBTreeMap<Integer, String>>) map).snapshot();
    }

    @ParameterizedTest
    @EnumSource
    void aSnapshotAllocatesTheSameFewBytesWhateverTheSize(Face face) {
        Map<Integer, Long> bytes = new TreeMap<>();
        for (int pass = 0; pass < PASSES; pass++) {
            for (int size : SIZES) {
                bytes.merge(size, bytesOfSnapshots(face.volume.apply(numbers(size))), Math::min);
            }
        }
        assertThat(bytes.values()).as("%s", bytes).containsOnly(bytes.get(SIZES.get(0)));
        assertThat(bytes.get(SIZES.get(0))).isBetween((long) SNAPSHOTS, (long) SNAPSHOTS * FEW_BYTES);
    }

    /** What {@value #SNAPSHOTS} snapshots allocate, once everything is loaded and linked: the least of many measurements. */
    private long bytesOfSnapshots(Map<Integer, String> volume) {
        long least = Long.MAX_VALUE;
        for (int measurement = 0; measurement < MEASUREMENTS; measurement++) {
            long before = AllocatedBytes.ofThisThread();
            for (int i = 0; i < SNAPSHOTS; i++) {
                kept[i] = snapshot(volume);
            }
            least = Math.min(least, AllocatedBytes.ofThisThread() - before);
        }
        return least;
    }

    @ParameterizedTest
    @EnumSource
    void aSnapshotCopiesNoNodeAndTheFirstWriteAfterItOnePath(Face face) {
        for (int size : SIZES) {
            NavigableMap<Integer, String> volume = face.volume.apply(numbers(size));
            PersistentBTreeMap<Integer, String> frozen = BTreeProbe.check(snapshot(volume));
            assertThat(BTreeProbe.newNodes(frozen, volume)).isZero();
            assertThat(BTreeProbe.newNodes(volume, frozen)).isZero();
            volume.put(size / 2, "w");
            BTreeProbe.check(volume);
            assertThat(BTreeProbe.newNodes(frozen, volume)).isEqualTo(BTreeProbe.height(frozen));
            assertThat(frozen.get(size / 2)).isEqualTo("v");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 1_000})
    void aDiffOpensOnlyThePathsToWhatChanged(int changes) {
        Random random = new Random(changes);
        for (int size : SIZES) {
            PersistentBTreeMap<Integer, String> older = numbers(size);
            CowBTreeMap<Integer, String> volume = older.mutableCopy();
            for (int i = 0; i < changes; i++) {
                volume.put(random.nextInt(size), "w" + i);
            }
            PersistentBTreeMap<Integer, String> newer = volume.snapshot();
            int opened = BTreeProbe.nodesOpened(older, newer);
            // A replaced value changes no shape: the two sides are opened in step, each down to the leaves that differ.
            assertThat(opened)
                    .as("%s entries", size)
                    .isEqualTo(2 * BTreeProbe.newNodes(older, newer))
                    .isLessThanOrEqualTo(2 * changes * BTreeProbe.height(older));
            assertThat(BTreeProbe.nodesOpened(newer, newer)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 1_000})
    void splitsAndMergesDoNotMakeADiffOpenMuchMore(int changes) {
        Random random = new Random(changes);
        for (int size : SIZES) {
            PersistentBTreeMap<Integer, String> older = numbers(size);
            CowBTreeMap<Integer, String> volume = older.mutableCopy();
            for (int i = 0; i < changes; i++) {
                if (random.nextBoolean()) {
                    volume.remove(random.nextInt(size));
                } else {
                    volume.put(size + i * 31, "added");
                }
            }
            PersistentBTreeMap<Integer, String> newer = volume.snapshot();
            int height = Math.max(BTreeProbe.height(older), BTreeProbe.height(newer));
            assertThat(BTreeProbe.nodesOpened(older, newer)).isLessThanOrEqualTo(4 * changes * height);
        }
    }

    @ParameterizedTest
    @EnumSource
    void replicasFollowTheVolumeByWhatIsSent(Face face) {
        Random random = new Random(20);
        PersistentBTreeMap<Integer, String> sent = numbers(5_000);
        NavigableMap<Integer, String> volume = face.volume.apply(sent);
        PersistentBTreeMap<Integer, String> received = PersistentBTreeMap.copyOf(new TreeMap<>(sent));
        CowBTreeMap<Integer, String> mirror = new CowBTreeMap<>(new TreeMap<>(sent));
        ConcurrentBTreeMap<Integer, String> served = new ConcurrentBTreeMap<>(new TreeMap<>(sent));
        List<PersistentBTreeMap<Integer, String>> versions = new ArrayList<>(List.of(sent));
        List<Map<Integer, String>> models = new ArrayList<>(List.of(new TreeMap<>(sent)));
        List<List<MapChange<Integer, String>>> sends = new ArrayList<>();
        for (int round = 0; round < 60; round++) {
            work(volume, random, round);
            BTreeProbe.check(volume);
            PersistentBTreeMap<Integer, String> frozen = snapshot(volume);
            List<MapChange<Integer, String>> send =
                    PersistentBTreeMap.diff(sent, frozen).toList();
            assertTells(send, sent, frozen);

            received = BTreeProbe.check(received.patch(send.stream()));
            mirror.patch(send.stream());
            served.patch(send.stream());
            BTreeProbe.check(mirror);
            BTreeProbe.check(served);
            Map<Integer, String> model = new TreeMap<>(volume);
            assertThat(new TreeMap<>(received)).isEqualTo(model);
            assertThat(received).isEqualTo(frozen);
            assertThat(mirror).isEqualTo(model);
            assertThat(served).isEqualTo(model);
            assertThat(received.patch(send.stream())).as("received twice").isSameAs(received);

            versions.add(frozen);
            models.add(model);
            sends.add(send);
            sent = frozen;
        }
        for (int i = 0; i < versions.size(); i++) {
            assertThat(BTreeProbe.check(versions.get(i))).isEqualTo(models.get(i));
        }
        PersistentBTreeMap<Integer, String> replayed = versions.get(0);
        for (int i = 0; i < sends.size(); i++) {
            replayed = replayed.patch(sends.get(i).stream());
            assertThat(BTreeProbe.check(replayed)).isEqualTo(models.get(i + 1));
        }
        PersistentBTreeMap<Integer, String> rolledBack =
                replayed.patch(PersistentBTreeMap.diff(replayed, versions.get(0)));
        assertThat(BTreeProbe.check(rolledBack)).isEqualTo(models.get(0));
    }

    /** What a file system does between two sends: writes here and there, whole new files, and deleted trees. */
    private static void work(NavigableMap<Integer, String> volume, Random random, int round) {
        for (int i = 0; i < 40; i++) {
            int key = random.nextInt(7_500);
            switch (random.nextInt(3)) {
                case 0 -> volume.put(key, "r" + round);
                case 1 -> volume.remove(key);
                default -> volume.merge(key, "m", String::concat);
            }
        }
        int from = random.nextInt(7_500);
        switch (round % 6) {
            case 1 -> volume.subMap(from, from + random.nextInt(500)).clear();
            case 3 -> {
                Map<Integer, String> file = new TreeMap<>();
                IntStream.range(from, from + random.nextInt(500)).forEach(key -> file.put(key, "f" + round));
                volume.putAll(file);
            }
            case 5 -> volume.subMap(from, from + 100).replaceAll((key, value) -> value + "!");
            default -> {
                // small writes only
            }
        }
    }

    /** A send says exactly what differs, in the order of the keys. */
    private static void assertTells(
            List<MapChange<Integer, String>> send, Map<Integer, String> older, Map<Integer, String> newer) {
        Map<Integer, String> before = new HashMap<>(older);
        Map<Integer, String> after = new HashMap<>(newer);
        before.entrySet().removeAll(newer.entrySet());
        after.entrySet().removeAll(older.entrySet());
        List<MapChange<Integer, String>> expected = Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .sorted()
                .map(key -> change(key, before.get(key), after.get(key)))
                .toList();
        assertThat(send).isEqualTo(expected);
    }

    private static MapChange<Integer, String> change(int key, String before, String after) {
        if (before == null) {
            return new MapChange.Added<>(key, after);
        }
        return after == null ? new MapChange.Removed<>(key, before) : new MapChange.Changed<>(key, before, after);
    }

    @Test
    void aSendCanBeReadWhileTheVolumeIsWritten() {
        ConcurrentBTreeMap<Integer, String> volume = new ConcurrentBTreeMap<>(numbers(10_000));
        PersistentBTreeMap<Integer, String> older = volume.snapshot();
        volume.replaceAll((key, value) -> value + key);
        PersistentBTreeMap<Integer, String> newer = volume.snapshot();
        PersistentBTreeMap<Integer, String> received = older.patch(
                PersistentBTreeMap.diff(older, newer).peek(change -> volume.remove(10_000 - 1 - change.key())));
        assertThat(BTreeProbe.check(volume)).isEmpty();
        assertThat(BTreeProbe.check(received)).isEqualTo(newer).hasSize(10_000).containsEntry(5_000, "v5000");
        assertThat(older).containsEntry(5_000, "v");
    }
}
