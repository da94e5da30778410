package dev.holstein.list.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.cow.SnapshotGroup;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.ListProbe;
import dev.holstein.progress.Standstill;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who waits for whom on a {@link ConcurrentList}: writers for a writer that has stopped in its write, and nobody for a reader that has
 * stopped in its walk. (That no reader waits for a writer is shown by {@code ConcurrentListReadersTest}.)
 */
@Timeout(300)
class ListProgressTest {
    private static final int SIZE = 600;
    private static final int WRITES = 3_000;

    private final ConcurrentList<Integer> list =
            new ConcurrentList<>(IntStream.range(0, SIZE).boxed().toList());

    private enum Write {
        REMOVE_IF((list, stop) -> list.removeIf(each -> {
            stop.run();
            return each % 2 == 0;
        })),
        REPLACE_ALL((list, stop) -> list.replaceAll(each -> {
            stop.run();
            return -each;
        })),
        SORT((list, stop) -> list.sort((one, other) -> {
            stop.run();
            return other - one;
        })),
        RETAIN_ALL((list, stop) -> list.retainAll(new ArrayList<>(List.of(3, 4)) {
            private static final long serialVersionUID = 1;

            @Override
            public boolean contains(Object element) {
                stop.run();
                return super.contains(element);
            }
        })),
        UPDATE((list, stop) -> list.update(copy -> {
            copy.clear();
            stop.run();
            copy.add(1);
        })),
        UPDATE_OF_GROUP((list, stop) -> SnapshotGroup.of(list).update(edit -> {
            edit.of(list).clear();
            stop.run();
        }));

        private final BiConsumer<ConcurrentList<Integer>, Runnable> write;

        Write(BiConsumer<ConcurrentList<Integer>, Runnable> write) {
            this.write = write;
        }
    }

    @ParameterizedTest
    @EnumSource(Write.class)
    void theNextWriterWaitsAndNoWriteIsLost(Write write) throws Exception {
        ConcurrentList<Integer> expected = list.clone();
        write.write.accept(expected, () -> {});
        expected.add(-7);
        try (Standstill standstill = new Standstill()) {
            Future<?> writer = standstill.of(stop -> write.write.accept(list, stop));
            Future<Boolean> next = standstill.begin(() -> list.add(-7));
            assertThat(standstill.beside(() -> list.get(SIZE - 1))).isEqualTo(SIZE - 1);
            assertThat(standstill.beside(list::snapshot)).hasSize(SIZE);
            assertThat(next.isDone()).isFalse();
            standstill.goOn();
            Object unused = Standstill.finish(writer);
            assertThat(Standstill.finish(next)).isTrue();
        }
        assertThat(list).isEqualTo(expected);
        ListProbe.check(list);
    }

    /** The elements of an argument are taken before the turn: a collection that stops delays nobody but who has given it. */
    @Test
    void anArgumentThatStopsDelaysNoWriter() throws Exception {
        try (Standstill standstill = new Standstill()) {
            Future<?> writer = standstill.of(stop -> list.addAll(new ArrayList<>(List.of(-1, -2)) {
                private static final long serialVersionUID = 1;

                @Override
                public Object[] toArray() {
                    stop.run();
                    return super.toArray();
                }

                @Override
                public Iterator<Integer> iterator() {
                    stop.run();
                    return super.iterator();
                }
            }));
            assertThat(standstill.beside(() -> list.add(-7))).isTrue();
            assertThat(writer.isDone()).isFalse();
            standstill.goOn();
            Object unused = Standstill.finish(writer);
        }
        assertThat(list.subList(SIZE, SIZE + 3)).containsExactly(-7, -1, -2);
    }

    /** The broken variant: a read that takes the writers' turn (as the counters do) is found to wait. */
    @ParameterizedTest
    @EnumSource(Write.class)
    void aReadInTheWritersTurnIsFound(Write write) throws Exception {
        try (Standstill standstill = new Standstill()) {
            Future<?> writer = standstill.of(stop -> write.write.accept(list, stop));
            Future<Integer> read = standstill.begin(() -> list.nodesCopied() < 0 ? -1 : list.size());
            assertThat(Standstill.waits(read)).isTrue();
            standstill.goOn();
            Object unused = Standstill.finish(writer);
            assertThat(Standstill.finish(read)).isNotNegative();
        }
    }

    /** Adds the elements it walks over to a collection; stops after a few. */
    @FunctionalInterface
    private interface Walk {
        void walk(ConcurrentList<Integer> list, Collection<Integer> walked, Runnable stop);
    }

    private static void add(Collection<Integer> walked, Integer element, Runnable stop) {
        walked.add(element);
        if (walked.size() == 10) {
            stop.run();
        }
    }

    private enum Reader {
        ITERATOR((list, walked, stop) -> {
            for (Integer each : list) {
                add(walked, each, stop);
            }
        }),
        LIST_ITERATOR((list, walked, stop) -> {
            for (Iterator<Integer> iterator = list.listIterator(0); iterator.hasNext(); ) {
                add(walked, iterator.next(), stop);
            }
        }),
        FOR_EACH((list, walked, stop) -> list.forEach(each -> add(walked, each, stop))),
        SPLITERATOR((list, walked, stop) -> {
            Spliterator<Integer> spliterator = list.spliterator();
            while (spliterator.tryAdvance(each -> add(walked, each, stop))) {
                // goes on
            }
        }),
        STREAM((list, walked, stop) -> list.stream().forEachOrdered(each -> add(walked, each, stop))),
        SNAPSHOT((list, walked, stop) -> {
            List<Integer> snapshot = list.snapshot();
            stop.run();
            walked.addAll(snapshot);
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
                        list.add(-i);
                    }
                    return WRITES;
                },
                () -> {
                    for (int i = 0; i < WRITES; i++) {
                        list.update(copy -> copy.add(copy.remove(0)));
                    }
                    return WRITES;
                });
    }

    @ParameterizedTest
    @EnumSource(Reader.class)
    void writersGetOnBesideAStalledReader(Reader reader) throws Exception {
        List<Integer> walked = new ArrayList<>();
        try (Standstill standstill = new Standstill()) {
            Future<?> stalled = standstill.of(stop -> reader.walk.walk(list, walked, stop));
            List<Future<Integer>> started =
                    writers().stream().map(standstill::begin).toList();
            for (Future<Integer> writer : started) {
                assertThat(Standstill.finish(writer)).isEqualTo(WRITES);
            }
            assertThat(stalled.isDone()).isFalse();
            standstill.goOn();
            Object unused = Standstill.finish(stalled);
        }
        assertThat(walked).isEqualTo(IntStream.range(0, SIZE).boxed().toList());
        assertThat(list).hasSize(SIZE + WRITES);
        assertThat(list.stream().mapToInt(each -> each).sum())
                .isEqualTo(SIZE * (SIZE - 1) / 2 - WRITES * (WRITES - 1) / 2);
        ListProbe.check(list);
    }

    /** The broken variant: a walk in the writers' turn is found to delay them. */
    @Test
    void aWalkThatHoldsTheWritersTurnIsFound() throws Exception {
        try (Standstill standstill = new Standstill()) {
            Future<?> stalled = standstill.of(stop -> list.update(copy -> copy.forEach(each -> stop.run())));
            for (Callable<Integer> writer : writers()) {
                assertThat(Standstill.waits(standstill.begin(writer))).isTrue();
            }
            standstill.goOn();
            Object unused = Standstill.finish(stalled);
        }
    }
}
