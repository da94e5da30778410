package dev.holstein.btree.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.progress.Standstill;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A reader that has stopped in the middle of its walk delays no writer, and comes to the end of the version it began on. */
@Timeout(300)
class StalledReaderTest {
    private static final int ENTRIES = 301;
    private static final int WRITES = 3_000;

    private final ConcurrentBTreeMap<Integer, Integer> map = new ConcurrentBTreeMap<>();

    StalledReaderTest() {
        IntStream.range(0, ENTRIES).forEach(i -> map.put(i, i));
    }

    /** Answers the keys walked over; stops after a few. */
    @FunctionalInterface
    private interface Walk {
        List<Integer> walk(ConcurrentBTreeMap<Integer, Integer> map, Runnable stop);
    }

    private static Runnable atTheTenth(List<Integer> walked, Runnable stop) {
        return () -> {
            if (walked.size() == 10) {
                stop.run();
            }
        };
    }

    private enum Reader {
        ITERATOR((map, stop) -> {
            List<Integer> walked = new ArrayList<>();
            for (Iterator<Integer> iterator = map.keySet().iterator(); iterator.hasNext(); ) {
                walked.add(iterator.next());
                atTheTenth(walked, stop).run();
            }
            return walked;
        }),
        ENTRIES_OF_PART((map, stop) -> {
            List<Integer> walked = new ArrayList<>();
            map.subMap(0, true, ENTRIES, true).entrySet().forEach(entry -> {
                walked.add(entry.getKey());
                atTheTenth(walked, stop).run();
            });
            return walked;
        }),
        FOR_EACH((map, stop) -> {
            List<Integer> walked = new ArrayList<>();
            map.forEach((key, value) -> {
                walked.add(key);
                atTheTenth(walked, stop).run();
            });
            return walked;
        }),
        SPLITERATOR((map, stop) -> {
            List<Integer> walked = new ArrayList<>();
            Spliterator<Integer> spliterator = map.keySet().spliterator();
            while (spliterator.tryAdvance(walked::add)) {
                atTheTenth(walked, stop).run();
            }
            return walked;
        }),
        STREAM((map, stop) -> {
            List<Integer> walked = new ArrayList<>();
            map.values().stream().forEachOrdered(value -> {
                walked.add(value);
                atTheTenth(walked, stop).run();
            });
            return walked;
        }),
        SNAPSHOT((map, stop) -> {
            Iterable<Integer> snapshot = map.snapshot().keySet();
            stop.run();
            List<Integer> walked = new ArrayList<>();
            snapshot.forEach(walked::add);
            return walked;
        });

        private final Walk walk;

        Reader(Walk walk) {
            this.walk = walk;
        }
    }

    private List<Callable<Integer>> writers() {
        return List.of(
                () -> {
                    for (int i = 0; i < WRITES; i++) {
                        map.merge(i % (ENTRIES - 1), 1, Integer::sum);
                    }
                    return WRITES;
                },
                () -> {
                    for (int i = 0; i < WRITES; i++) {
                        map.put(ENTRIES + i, i);
                        map.remove(ENTRIES + i - 1);
                    }
                    return 2 * WRITES;
                });
    }

    @ParameterizedTest
    @EnumSource(Reader.class)
    void writersGetOnAndTheWalkStaysInItsVersion(Reader reader) throws Exception {
        List<Integer> walked = new ArrayList<>();
        try (Standstill standstill = new Standstill()) {
            Future<?> stalled = standstill.of(stop -> walked.addAll(reader.walk.walk(map, stop)));
            List<Future<Integer>> started =
                    writers().stream().map(standstill::begin).toList();
            for (Future<Integer> writer : started) {
                assertThat(Standstill.finish(writer)).isPositive();
            }
            assertThat(stalled.isDone()).isFalse();
            standstill.goOn();
            Object unused = Standstill.finish(stalled);
        }
        assertThat(walked).isEqualTo(IntStream.range(0, ENTRIES).boxed().toList());
        assertThat(BTreeProbe.check(map)).hasSize(ENTRIES).containsEntry(ENTRIES + WRITES - 1, WRITES - 1);
        assertThat(map.headMap(ENTRIES - 1).values().stream()
                        .mapToInt(each -> each)
                        .sum())
                .isEqualTo((ENTRIES - 1) * (ENTRIES - 2) / 2 + WRITES);
    }

    /** The broken variant: a walk in the writers' turn is found to delay them. */
    @Test
    void aWalkThatHoldsTheWritersTurnIsFound() throws Exception {
        try (Standstill standstill = new Standstill()) {
            Future<?> stalled = standstill.of(stop -> map.update(copy -> copy.forEach((key, value) -> stop.run())));
            for (Callable<Integer> writer : writers()) {
                assertThat(Standstill.waits(standstill.begin(writer))).isTrue();
            }
            standstill.goOn();
            Object unused = Standstill.finish(stalled);
        }
    }
}
