package dev.holstein.btree.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.btree.RankedSet;
import dev.holstein.cow.SnapshotGroup;
import dev.holstein.progress.Standstill;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** As {@link StalledMapWriterTest}, by the set: it writes through the map beneath, and so in the same turns. */
@Timeout(300)
class StalledSetWriterTest {
    private static final int ELEMENTS = 300;

    private enum Write {
        REMOVE_IF((set, stop) -> set.removeIf(each -> {
            stop.run();
            return each > 20;
        })),
        REMOVE_IF_IN_PART((set, stop) -> set.subSet(10, 50).removeIf(each -> {
            stop.run();
            return true;
        })),
        UPDATE((set, stop) -> set.update(copy -> {
            copy.headSet(90).clear();
            stop.run();
            copy.add(21);
        })),
        UPDATE_OF_GROUP((set, stop) -> SnapshotGroup.of(set).update(edit -> {
            edit.of(set).clear();
            stop.run();
        }));

        private final BiConsumer<ConcurrentBTreeSet<Integer>, Runnable> write;

        Write(BiConsumer<ConcurrentBTreeSet<Integer>, Runnable> write) {
            this.write = write;
        }
    }

    private static final List<Function<RankedSet<Integer>, Object>> READS = List.of(
            set -> set.contains(20),
            set -> set.size(),
            set -> set.isEmpty(),
            set -> set.first(),
            set -> set.last(),
            set -> set.floor(21),
            set -> set.higher(20),
            set -> set.rank(20, true),
            set -> set.snapshot(),
            set -> set.toString(),
            set -> set.hashCode(),
            set -> set.stream().mapToInt(each -> each).sum(),
            set -> new ArrayList<>(set),
            set -> new ArrayList<>(set.descendingSet()),
            set -> new ArrayList<>(set.subSet(10, 30)),
            set -> set.headSet(30).size(),
            set -> {
                List<Integer> walked = new ArrayList<>();
                for (Integer each : set) {
                    walked.add(each);
                }
                return walked;
            });

    @ParameterizedTest
    @EnumSource(Write.class)
    void everyReadGetsOnAndTheNextWriterWaits(Write write) throws Exception {
        ConcurrentBTreeSet<Integer> set = new ConcurrentBTreeSet<>();
        IntStream.range(0, ELEMENTS).forEach(i -> set.add(2 * i));
        PersistentBTreeSet<Integer> before = set.snapshot();
        ConcurrentBTreeSet<Integer> expected = set.clone();
        write.write.accept(expected, () -> {});
        expected.add(-1);
        try (Standstill standstill = new Standstill()) {
            Future<?> writer = standstill.of(stop -> write.write.accept(set, stop));
            Future<Boolean> next = standstill.begin(() -> set.add(-1));
            for (Function<RankedSet<Integer>, Object> read : READS) {
                assertThat(standstill.beside(() -> read.apply(set))).isEqualTo(read.apply(before));
            }
            assertThat(next.isDone()).as("the next writer waits").isFalse();
            standstill.goOn();
            Object unused = Standstill.finish(writer);
            assertThat(Standstill.finish(next)).isTrue();
        }
        assertThat(BTreeProbe.check(set)).isEqualTo(expected).isNotEqualTo(before);
    }
}
