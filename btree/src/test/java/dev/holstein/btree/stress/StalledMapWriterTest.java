package dev.holstein.btree.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.cow.SnapshotGroup;
import dev.holstein.progress.Standstill;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A writer that has stopped in the middle of its write, where it holds whatever locks there are, delays no reader: every read comes to
 * its end, and shows the version before. The next writer waits, and neither write is lost.
 */
@Timeout(300)
class StalledMapWriterTest {
    private static final int ENTRIES = 300;

    /** What the comparator of the maps does in the thread that has set it. */
    private static final ThreadLocal<Runnable> WHEN_COMPARED = new ThreadLocal<>();

    private static final Comparator<Integer> ORDER = (one, other) -> {
        Runnable stop = WHEN_COMPARED.get();
        if (stop != null) {
            stop.run();
        }
        return one.compareTo(other);
    };

    /** Writes that run code of users, and stop there. */
    private enum Write {
        COMPUTE((map, stop) -> map.compute(20, (key, value) -> stopped(stop, -20))),
        COMPUTE_IF_ABSENT((map, stop) -> map.computeIfAbsent(21, key -> stopped(stop, -21))),
        COMPUTE_IF_PRESENT((map, stop) -> map.computeIfPresent(20, (key, value) -> stopped(stop, null))),
        MERGE((map, stop) -> map.merge(20, 5, (before, more) -> stopped(stop, before + more))),
        REPLACE_ALL((map, stop) -> map.replaceAll((key, value) -> stopped(stop, -value))),
        REMOVE_ENTRIES_IF((map, stop) -> map.entrySet().removeIf(entry -> stopped(stop, true))),
        REMOVE_KEYS_IF((map, stop) -> map.keySet().removeIf(key -> stopped(stop, key > 20))),
        REMOVE_VALUES_IF((map, stop) -> map.values().removeIf(value -> stopped(stop, value > 20))),
        REMOVE_IF_IN_PART((map, stop) -> map.subMap(10, 90).values().removeIf(value -> stopped(stop, true))),
        REPLACE_ALL_OF_PART((map, stop) -> map.tailMap(90).replaceAll((key, value) -> stopped(stop, -value))),
        RETAIN_ALL((map, stop) -> map.values().retainAll(stopping(stop, List.of(3, 4)))),
        UPDATE((map, stop) -> map.update(copy -> {
            copy.headMap(90).clear();
            stop.run();
            copy.put(20, -20);
        })),
        UPDATE_OF_GROUP((map, stop) -> SnapshotGroup.of(map).update(edit -> {
            edit.of(map).headMap(90).clear();
            stop.run();
            edit.of(map).put(20, -20);
        })),
        PUT_COMPARES((map, stop) -> {
            WHEN_COMPARED.set(stop);
            map.put(21, -21);
            WHEN_COMPARED.remove();
        }),
        REMOVE_COMPARES((map, stop) -> {
            WHEN_COMPARED.set(stop);
            map.remove(20);
            WHEN_COMPARED.remove();
        }),
        PUT_ALL_ITERATES((map, stop) -> map.putAll(stopping(stop, Map.of(20, -20, 21, -21)))),
        PATCH_STREAMS((map, stop) -> map.patch(Stream.of(20, 21, 23).map(key -> {
            stop.run();
            return new MapChange.Added<>(key, -key);
        })));

        private final BiConsumer<ConcurrentBTreeMap<Integer, Integer>, Runnable> write;

        Write(BiConsumer<ConcurrentBTreeMap<Integer, Integer>, Runnable> write) {
            this.write = write;
        }
    }

    private static <T> T stopped(Runnable stop, T result) {
        stop.run();
        return result;
    }

    private static Map<Integer, Integer> stopping(Runnable stop, Map<Integer, Integer> entries) {
        return new TreeMap<>(entries) {
            private static final long serialVersionUID = 1;

            @Override
            public Set<Map.Entry<Integer, Integer>> entrySet() {
                stop.run();
                return super.entrySet();
            }

            @Override
            public void forEach(BiConsumer<? super Integer, ? super Integer> action) {
                stop.run();
                super.forEach(action);
            }
        };
    }

    private static Collection<Integer> stopping(Runnable stop, List<Integer> values) {
        return new ArrayList<>(values) {
            private static final long serialVersionUID = 1;

            @Override
            public boolean contains(Object value) {
                stop.run();
                return super.contains(value);
            }
        };
    }

    private static ConcurrentBTreeMap<Integer, Integer> evenKeys() {
        ConcurrentBTreeMap<Integer, Integer> map = new ConcurrentBTreeMap<>(ORDER);
        IntStream.range(0, ENTRIES).forEach(i -> map.put(2 * i, i));
        return map;
    }

    @ParameterizedTest
    @EnumSource(Write.class)
    void everyReadGetsOnAndTheNextWriterWaits(Write write) throws Exception {
        ConcurrentBTreeMap<Integer, Integer> map = evenKeys();
        PersistentBTreeMap<Integer, Integer> before = map.snapshot();
        ConcurrentBTreeMap<Integer, Integer> expected = map.clone();
        write.write.accept(expected, () -> {});
        expected.put(-1, -1);
        try (Standstill standstill = new Standstill()) {
            Future<?> writer = standstill.of(stop -> write.write.accept(map, stop));
            Future<Integer> next = standstill.begin(() -> map.put(-1, -1));
            assertReadsShow(before, map, standstill);
            assertThat(next.isDone()).as("the next writer waits").isFalse();
            assertThat(writer.isDone()).isFalse();
            standstill.goOn();
            Object unused = Standstill.finish(writer);
            assertThat(Standstill.finish(next)).isNull();
        }
        assertThat(BTreeProbe.check(map)).isEqualTo(expected).isNotEqualTo(before);
        assertThat(before).hasSize(ENTRIES).containsEntry(20, 10);
    }

    private static void assertReadsShow(
            PersistentBTreeMap<Integer, Integer> version,
            ConcurrentBTreeMap<Integer, Integer> map,
            Standstill standstill)
            throws Exception {
        for (String read : MapReads.ALL.keySet()) {
            assertThat(standstill.beside(() -> MapReads.ALL.get(read).apply(map)))
                    .as(read)
                    .isEqualTo(MapReads.ALL.get(read).apply(version));
        }
        assertThat(standstill.beside(() -> SnapshotGroup.of(map).snapshot().of(map)))
                .isEqualTo(version);
        assertThat(standstill.beside(map::clone)).isEqualTo(version);
    }

    /** The broken variant: a map whose reads take the writers' turn (as the counters do) is found to wait. */
    @Test
    void aReadInTheWritersTurnIsFound() throws Exception {
        for (Write write : Write.values()) {
            ConcurrentBTreeMap<Integer, Integer> map = evenKeys();
            try (Standstill standstill = new Standstill()) {
                Future<?> writer = standstill.of(stop -> write.write.accept(map, stop));
                Future<Integer> read = standstill.begin(() -> map.nodesCopied() < 0 ? null : map.get(20));
                assertThat(Standstill.waits(read)).as("%s", write).isTrue();
                standstill.goOn();
                Object unused = Standstill.finish(writer);
                Integer unusedToo = Standstill.finish(read);
            }
        }
    }
}
