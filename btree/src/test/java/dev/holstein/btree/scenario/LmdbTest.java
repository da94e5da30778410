package dev.holstein.btree.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.RankedMap;
import dev.holstein.cow.SnapshotGroup;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * LMDB: readers take the root with one atomic read, writers take turns, and a reader's version lives as long as it reads. A
 * reader that stalls holds no writer back, and a writer that stalls holds no reader back.
 */
class LmdbTest {
    private static final int ENTRIES = 5_000;
    private static final int PATIENCE_SECONDS = 60;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentBTreeMap<Integer, String> map = new ConcurrentBTreeMap<>(numbers());
    private final Map<Integer, String> before = new TreeMap<>(numbers());
    private final Gate gate = new Gate();

    @AfterEach
    void letEverybodyGo() throws InterruptedException {
        gate.release.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private static PersistentBTreeMap<Integer, String> numbers() {
        return PersistentBTreeMap.fromSorted(
                IntStream.range(0, ENTRIES).mapToObj(i -> Map.entry(i, "v")).toList());
    }

    /** Where a thread stalls until it is let go. */
    private static final class Gate {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch release = new CountDownLatch(1);

        void stall() {
            reached.countDown();
            await(release);
        }

        String stall(String result) {
            stall();
            return result;
        }

        static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Starts what stalls, and comes back when it has. */
    private Future<?> stalled(Runnable task) {
        Future<?> future = threads.submit(task);
        Gate.await(gate.reached);
        return future;
    }

    /** Does something on a thread of its own: a failure if it waits for who stalls. */
    private void mustNotWait(Runnable task) throws Exception {
        threads.submit(task).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private interface Walk {
        void all(ConcurrentBTreeMap<Integer, String> map, Consumer<Map.Entry<Integer, String>> sink);
    }

    /** The ways to read all entries. */
    enum Reader {
        FOR_EACH((map, sink) -> map.forEach((key, value) -> sink.accept(Map.entry(key, value)))),
        LOOP((map, sink) -> {
            for (Map.Entry<Integer, String> entry : map.entrySet()) {
                sink.accept(entry);
            }
        }),
        ITERATOR((map, sink) -> map.entrySet().iterator().forEachRemaining(sink)),
        STREAM((map, sink) -> map.entrySet().stream().forEachOrdered(sink)),
        SPLITERATORS((map, sink) -> {
            Spliterator<Map.Entry<Integer, String>> second = map.entrySet().spliterator();
            second.trySplit().forEachRemaining(sink);
            second.forEachRemaining(sink);
        }),
        VIEW((map, sink) -> map.tailMap(0, true).headMap(ENTRIES).entrySet().forEach(sink)),
        DESCENDING_TWICE(
                (map, sink) -> map.descendingMap().descendingMap().entrySet().forEach(sink)),
        SNAPSHOT((map, sink) -> map.snapshot().entrySet().forEach(sink));

        private final Walk walk;

        Reader(Walk walk) {
            this.walk = walk;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStalledReaderHoldsNoWriterBackAndSeesItsOwnVersion(Reader reader) throws Exception {
        Map<Integer, String> seen = new TreeMap<>();
        Future<?> reading = stalled(() -> reader.walk.all(map, entry -> {
            seen.put(entry.getKey(), entry.getValue());
            if (seen.size() == ENTRIES / 2) {
                gate.stall();
            }
        }));

        mustNotWait(this::writeInEveryWay);

        assertThat(reading.isDone()).isFalse();
        assertThat(map).isNotEqualTo(before);
        gate.release.countDown();
        reading.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(seen).isEqualTo(before);
    }

    private void writeInEveryWay() {
        List<Runnable> writes = List.of(
                () -> map.put(-1, "w"),
                () -> map.remove(0),
                () -> map.compute(1, (key, value) -> null),
                () -> map.merge(2, "w", String::concat),
                () -> map.putAll(new TreeMap<>(Map.of(-2, "w", 3, "w", ENTRIES, "w"))),
                () -> map.replaceAll((key, value) -> value + "!"),
                () -> map.keySet().removeIf(key -> key % 3 == 0),
                () -> map.subMap(1_000, 4_000).clear(),
                () -> map.update(copy -> copy.put(4, "w")),
                () -> map.pollFirstEntry(),
                () -> map.patch(Stream.of(new MapChange.Added<>(5, "patched"))),
                () -> assertThat(map.compareAndSet(map.snapshot(), numbers())).isTrue(),
                () -> SnapshotGroup.of(map).update(edit -> edit.of(map).remove(6)),
                map::clear,
                () -> map.put(7, "last"));
        for (Runnable write : writes) {
            write.run();
            BTreeProbe.check(map);
        }
        assertThat(map).isEqualTo(Map.of(7, "last"));
    }

    private interface Writing {
        void write(ConcurrentBTreeMap<Integer, String> map, Gate gate);
    }

    /** The writes that call a function of the user, each changed half when it stalls. */
    enum Writer {
        COMPUTE((map, gate) -> map.compute(7, (key, value) -> gate.stall("w"))),
        COMPUTE_IF_ABSENT((map, gate) -> map.computeIfAbsent(-7, key -> gate.stall("w"))),
        COMPUTE_IF_PRESENT((map, gate) -> map.computeIfPresent(7, (key, value) -> gate.stall("w"))),
        MERGE((map, gate) -> map.merge(7, "w", (value, added) -> gate.stall(added))),
        REPLACE_ALL((map, gate) -> map.replaceAll((key, value) -> key == ENTRIES / 2 ? gate.stall("w") : "w")),
        REMOVE_IF((map, gate) -> map.keySet().removeIf(key -> {
            if (key == ENTRIES / 2) {
                gate.stall();
            }
            return true;
        })),
        VIEW_REPLACE_ALL((map, gate) -> map.tailMap(10).replaceAll((key, value) -> key == 20 ? gate.stall("w") : "w")),
        UPDATE((map, gate) -> map.update(copy -> {
            copy.subMap(0, ENTRIES / 2).clear();
            gate.stall();
            copy.put(-7, "w");
        })),
        GROUP_UPDATE((map, gate) -> SnapshotGroup.of(map).update(edit -> {
            edit.of(map).headMap(ENTRIES / 2).clear();
            gate.stall();
        })),
        PATCH((map, gate) -> map.patch(Stream.of(1, 2, 3).map(key -> {
            if (key == 2) {
                gate.stall();
            }
            return new MapChange.Added<>(key, "w");
        })));

        private final Writing writing;

        Writer(Writing writing) {
            this.writing = writing;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStalledWriterHoldsNoReaderBackAndShowsNothingUnfinished(Writer writer) throws Exception {
        PersistentBTreeMap<Integer, String> snapshot = map.snapshot();
        Future<?> writing = stalled(() -> writer.writing.write(map, gate));

        for (Reader reader : Reader.values()) {
            mustNotWait(() -> {
                List<Map.Entry<Integer, String>> seen = new ArrayList<>();
                reader.walk.all(map, seen::add);
                assertThat(seen).as("%s", reader).isEqualTo(List.copyOf(before.entrySet()));
            });
        }
        mustNotWait(() -> readInEveryWay(snapshot));

        assertThat(writing.isDone()).isFalse();
        gate.release.countDown();
        writing.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(BTreeProbe.check(map)).isNotEqualTo(before);
        assertThat(BTreeProbe.check(snapshot)).isEqualTo(before);
    }

    private void readInEveryWay(PersistentBTreeMap<Integer, String> snapshot) {
        assertThat(map.get(7)).isEqualTo("v");
        assertThat(map.containsKey(-7)).isFalse();
        assertThat(map.containsValue("w")).isFalse();
        assertThat(map.size()).isEqualTo(ENTRIES);
        assertThat(map.firstKey()).isZero();
        assertThat(map.ceilingKey(-7)).isZero();
        assertThat(map.lastEntry()).isEqualTo(Map.entry(ENTRIES - 1, "v"));
        assertThat(map.keyAt(100)).isEqualTo(100);
        assertThat(map.rank(100, true)).isEqualTo(101);
        assertThat(map.descendingMap().indexOfKey(7)).isEqualTo(ENTRIES - 8);
        RankedMap<Integer, String> view = map.subMap(5, 50);
        assertThat(view.size()).isEqualTo(45);
        assertThat(view.snapshot()).isEqualTo(new TreeMap<>(before).subMap(5, 50));
        assertThat(map.equals(before)).isTrue();
        assertThat(map.hashCode()).isEqualTo(before.hashCode());
        assertThat(map.toString()).isEqualTo(before.toString());
        assertThat(map.clone()).isEqualTo(before);
        assertThat(new ConcurrentBTreeMap<>(map)).isEqualTo(before);
        assertThat(map.values().parallelStream().allMatch("v"::equals)).isTrue();
        assertThat(BTreeProbe.nodesOpened(snapshot, map.snapshot())).isZero();
    }

    @Test
    void writersTakeTurns() throws Exception {
        Future<?> first = stalled(() -> map.compute(7, (key, value) -> gate.stall("first")));
        Future<?> second = threads.submit(() -> map.merge(7, " second", String::concat));
        // What must not happen cannot be waited for: a moment is enough to catch a writer that does not wait.
        assertThatThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        gate.release.countDown();
        first.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        second.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(BTreeProbe.check(map)).containsEntry(7, "first second");
    }

    @Test
    void aStalledUpdateOfSeveralHoldsNoReaderOfThemBack() throws Exception {
        ConcurrentBTreeSet<Integer> set = new ConcurrentBTreeSet<>(before.keySet());
        SnapshotGroup group = SnapshotGroup.of(map, set);
        Future<?> writing = stalled(() -> group.update(edit -> {
            edit.of(map).clear();
            edit.of(set).removeIf(element -> {
                if (element == ENTRIES / 2) {
                    gate.stall();
                }
                return true;
            });
        }));
        mustNotWait(() -> {
            SnapshotGroup.Snapshots both = group.snapshot();
            assertThat(both.of(map)).isEqualTo(before);
            assertThat(both.of(set)).isEqualTo(before.keySet());
            assertThat(set.subSet(5, 50).size()).isEqualTo(45);
            assertThat(List.copyOf(set.descendingSet())).hasSize(ENTRIES);
        });
        assertThat(writing.isDone()).isFalse();
        gate.release.countDown();
        writing.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        SnapshotGroup.Snapshots both = group.snapshot();
        assertThat(BTreeProbe.check(both.of(map))).isEmpty();
        assertThat(BTreeProbe.check(both.of(set))).isEmpty();
    }

    @Test
    void aStalledReaderOfASetHoldsNoWriterBack() throws Exception {
        ConcurrentBTreeSet<Integer> set = new ConcurrentBTreeSet<>(before.keySet());
        List<Integer> seen = new ArrayList<>();
        Future<?> reading = stalled(() -> set.forEach(element -> {
            seen.add(element);
            if (seen.size() == ENTRIES / 2) {
                gate.stall();
            }
        }));
        mustNotWait(() -> {
            set.add(-1);
            BTreeProbe.check(set);
            set.removeIf(element -> element % 2 == 0);
            BTreeProbe.check(set);
            set.update(copy -> copy.tailSet(ENTRIES / 2).clear());
            BTreeProbe.check(set);
        });
        assertThat(reading.isDone()).isFalse();
        gate.release.countDown();
        reading.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(seen).isEqualTo(List.copyOf(before.keySet()));
        assertThat(set.first()).isEqualTo(-1);
        assertThat(set).hasSize(ENTRIES / 4 + 1);
    }

    @Test
    void aWriterThatFailsLeavesNoTraceAndLetsTheNextOneIn() throws Exception {
        PersistentBTreeMap<Integer, String> snapshot = map.snapshot();
        Future<?> failing = stalled(() -> map.update(copy -> {
            copy.clear();
            gate.stall();
            throw new IllegalStateException("crash");
        }));
        gate.release.countDown();
        assertThatThrownBy(() -> failing.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .hasMessageContaining("crash");
        assertThat(BTreeProbe.newNodes(snapshot, map)).isZero();
        assertThat(BTreeProbe.check(map)).isEqualTo(before);
        mustNotWait(() -> map.put(7, "next"));
        assertThat(BTreeProbe.check(map)).containsEntry(7, "next");
    }

    // ---- the versions of readers
    // ---------------------------------------------------------------------------------------

    /** Readers by name, as the table of readers of LMDB: what is no longer in it reads no longer. */
    private final Map<String, Object> readers = new TreeMap<>();

    @Test
    void oldNodesBecomeUnreachableWhenTheLastSnapshotIsDropped() {
        readers.put("first", map.snapshot());
        readers.put("second", map.snapshot());
        map.replaceAll((key, value) -> value + "!");
        Unreachable old = nodesOnlyOf("first");
        assertThat(old.watched()).isEqualTo(BTreeProbe.nodes(map).size());
        assertThat(old.goneAfterCollection(0)).isZero();
        readers.remove("first");
        assertThat(old.goneAfterCollection(0)).isZero();
        readers.remove("second");
        assertThat(old.goneAfterCollection(old.watched())).isEqualTo(old.watched());
        assertThat(BTreeProbe.check(map)).hasSize(ENTRIES).containsEntry(7, "v!");
    }

    @Test
    void anIteratorHoldsItsVersionUntilItIsDropped() {
        readers.put("snapshot", map.snapshot());
        readers.put("iterator", halfRead());
        map.clear();
        BTreeProbe.check(map);
        Unreachable old = nodesOnlyOf("snapshot");
        readers.remove("snapshot");
        assertThat(old.goneAfterCollection(0)).isLessThan(old.watched());
        assertThat(rest("iterator")).isEqualTo(ENTRIES - ENTRIES / 2);
        readers.remove("iterator");
        assertThat(old.goneAfterCollection(old.watched())).isEqualTo(old.watched());
    }

    private Iterator<Integer> halfRead() {
        Iterator<Integer> iterator = map.keySet().iterator();
        IntStream.range(0, ENTRIES / 2).forEach(i -> assertThat(iterator.next()).isEqualTo(i));
        return iterator;
    }

    private int rest(String reader) {
        int count = 0;
        for (Iterator<?> rest = (Iterator<?>) readers.get(reader); rest.hasNext(); rest.next()) {
            count++;
        }
        return count;
    }

    @Test
    void withoutReadersEveryWriteFreesThePathItCopied() {
        for (int key = 0; key < ENTRIES; key += ENTRIES / 10) {
            readers.put("before", map.snapshot());
            map.put(key, "w");
            BTreeProbe.check(map);
            Unreachable path = nodesOnlyOf("before");
            assertThat(path.watched()).isEqualTo(BTreeProbe.height(map));
            readers.clear();
            assertThat(path.goneAfterCollection(path.watched())).isEqualTo(path.watched());
        }
    }

    private Unreachable nodesOnlyOf(String reader) {
        return Unreachable.nodesOf((Map<?, ?>) readers.get(reader), map);
    }
}
