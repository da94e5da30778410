package dev.holstein.btree.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.cow.AtomicCow;
import dev.holstein.cow.SnapshotGroup;
import dev.holstein.list.ConcurrentList;
import dev.holstein.progress.Standstill;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** An interrupt neither ends a wait for the writers' turn nor is forgotten by one, nor by any read. */
class InterruptTest {
    private final ConcurrentBTreeMap<Integer, String> map = new ConcurrentBTreeMap<>();
    private final ConcurrentBTreeSet<Integer> set = new ConcurrentBTreeSet<>();
    private final ConcurrentList<Integer> list = new ConcurrentList<>();
    private final AtomicCow<List<Integer>> value = AtomicCow.of(new ArrayList<Integer>(), ArrayList::new);
    private final SnapshotGroup group = SnapshotGroup.of(map, set, list, value);

    private final Map<String, Runnable> writes = Map.ofEntries(
            Map.entry("put", () -> map.put(1, "a")),
            Map.entry("compute", () -> map.compute(1, (key, before) -> "a")),
            Map.entry("putAll", () -> map.putAll(Map.of(1, "a"))),
            Map.entry("update of a map", () -> map.update(copy -> copy.put(1, "a"))),
            Map.entry("add to a set", () -> set.add(1)),
            Map.entry("addAll to a set", () -> set.addAll(List.of(1))),
            Map.entry("add to a list", () -> list.add(1)),
            Map.entry("update of a list", () -> list.update(copy -> copy.add(1))),
            Map.entry("update of a value", () -> value.update(copy -> copy.add(1))),
            Map.entry("updateAndGet", () -> value.updateAndGet(present -> List.of(1))),
            Map.entry(
                    "update of a group",
                    () -> group.update(edit -> {
                        edit.of(map).put(1, "a");
                        edit.of(set).add(1);
                        edit.of(list).add(1);
                        edit.of(value).add(1);
                    })));

    @Test
    void anInterruptedWriterWaitsForItsTurnAndStaysInterrupted() throws Exception {
        for (Map.Entry<String, Runnable> write : writes.entrySet()) {
            clear();
            try (Standstill standstill = new Standstill()) {
                Future<?> stalled = standstill.of(stop -> group.update(edit -> stop.run()));
                Future<Boolean> interrupted = standstill.begin(() -> {
                    Thread.currentThread().interrupt();
                    write.getValue().run();
                    return Thread.interrupted();
                });
                assertThat(Standstill.waits(interrupted)).as(write.getKey()).isTrue();
                standstill.goOn();
                assertThat(Standstill.finish(interrupted)).as(write.getKey()).isTrue();
                Object unused = Standstill.finish(stalled);
            }
            assertThat(map.size() + set.size() + list.size() + value.get().size())
                    .as(write.getKey())
                    .isEqualTo(write.getKey().equals("update of a group") ? 4 : 1);
        }
    }

    @Test
    void anInterruptedReaderReadsAndStaysInterrupted() throws Exception {
        clear();
        list.add(1);
        try (Standstill standstill = new Standstill()) {
            Future<?> stalled = standstill.of(stop -> group.update(edit -> stop.run()));
            assertThat(standstill.beside(() -> {
                        Thread.currentThread().interrupt();
                        assertThat(group.snapshot().of(list)).containsExactly(1);
                        assertThat(map.snapshot()).isEmpty();
                        assertThat(set.parallelStream().count()).isZero();
                        assertThat(list.parallelStream().mapToInt(i -> i).sum()).isEqualTo(1);
                        return Thread.interrupted();
                    }))
                    .isTrue();
            standstill.goOn();
            Object unused = Standstill.finish(stalled);
        }
    }

    private void clear() {
        map.clear();
        set.clear();
        list.clear();
        value.set(new ArrayList<>());
    }
}
