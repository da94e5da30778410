package dev.holstein.cow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.progress.Standstill;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who waits for whom on an {@link AtomicCow}: writers for writers, and no reader for anybody; and nothing is lost in a crowd. */
@Timeout(300)
class AtomicCowProgressTest {
    private static final int THREADS = 64;
    private static final int WRITERS = THREADS / 2;
    private static final int SHARE = 1_000;

    /** What the copier does in the thread that has set it. */
    private static final ThreadLocal<Runnable> WHEN_COPIED = new ThreadLocal<>();

    private final AtomicCow<List<Integer>> cow = AtomicCow.of(new ArrayList<>(List.of(0)), list -> {
        Runnable stop = WHEN_COPIED.get();
        if (stop != null) {
            stop.run();
        }
        return new ArrayList<>(list);
    });

    /** All of them add a 1. */
    private enum Write {
        UPDATE((cow, stop) -> cow.update(copy -> {
            copy.add(1);
            stop.run();
        })),
        UPDATE_COPIES((cow, stop) -> {
            WHEN_COPIED.set(stop);
            cow.update(copy -> copy.add(1));
            WHEN_COPIED.remove();
        }),
        UPDATE_AND_GET((cow, stop) -> cow.updateAndGet(present -> {
            stop.run();
            return with(present, 1);
        })),
        GET_AND_UPDATE((cow, stop) -> cow.getAndUpdate(present -> {
            stop.run();
            return with(present, 1);
        })),
        UPDATE_OF_GROUP((cow, stop) -> SnapshotGroup.of(cow).update(edit -> {
            edit.of(cow).add(1);
            stop.run();
        }));

        private final BiConsumer<AtomicCow<List<Integer>>, Runnable> write;

        Write(BiConsumer<AtomicCow<List<Integer>>, Runnable> write) {
            this.write = write;
        }
    }

    private static List<Integer> with(List<Integer> list, int element) {
        List<Integer> next = new ArrayList<>(list);
        next.add(element);
        return next;
    }

    @ParameterizedTest
    @EnumSource(Write.class)
    void readersGetOnBesideAStalledWriterAndTheNextWriterWaits(Write write) throws Exception {
        List<Integer> before = cow.get();
        try (Standstill standstill = new Standstill()) {
            Future<?> writer = standstill.of(stop -> write.write.accept(cow, stop));
            Future<List<Integer>> next = standstill.begin(() -> cow.updateAndGet(present -> with(present, 2)));
            assertThat(standstill.beside(cow::get)).isSameAs(before);
            assertThat(standstill.beside(cow::snapshot)).isSameAs(before);
            assertThat(standstill.beside(cow::toString)).isEqualTo("[0]");
            assertThat(standstill.beside(() -> SnapshotGroup.of(cow).snapshot().of(cow)))
                    .isSameAs(before);
            assertThat(next.isDone()).isFalse();
            standstill.goOn();
            Object unused = Standstill.finish(writer);
            assertThat(Standstill.finish(next)).containsExactly(0, 1, 2);
        }
        assertThat(before).containsExactly(0);
    }

    /** The broken variant: a read that is a write without effect takes a turn, and is found to wait. */
    @ParameterizedTest
    @EnumSource(Write.class)
    void aReadInTheWritersTurnIsFound(Write write) throws Exception {
        try (Standstill standstill = new Standstill()) {
            Future<?> writer = standstill.of(stop -> write.write.accept(cow, stop));
            Future<List<Integer>> read = standstill.begin(() -> cow.updateAndGet(present -> present));
            assertThat(Standstill.waits(read)).isTrue();
            standstill.goOn();
            Object unused = Standstill.finish(writer);
            assertThat(Standstill.finish(read)).containsExactly(0, 1);
        }
    }

    private static int countedBy(Consumer<AtomicCow<Integer>> increment) throws Exception {
        AtomicCow<Integer> count = AtomicCow.of(0);
        List<Integer> done = Standstill.crowd(THREADS, thread -> () -> {
            int last = 0;
            for (int i = 0; i < SHARE; i++) {
                if (thread < WRITERS) {
                    increment.accept(count);
                }
                int now = count.get();
                assertThat(now).isGreaterThanOrEqualTo(thread < WRITERS ? 0 : last);
                last = now;
            }
            return SHARE;
        });
        assertThat(done).hasSize(THREADS).containsOnly(SHARE);
        return count.get();
    }

    @Test
    void everyUpdateCounts() throws Exception {
        assertThat(countedBy(count -> count.updateAndGet(before -> before + 1))).isEqualTo(WRITERS * SHARE);
    }

    /** The broken variant: an increment in two steps loses some, and the count shows it. */
    @Test
    void anIncrementInTwoStepsIsFound() throws Exception {
        AtomicCow<List<Integer>> lists = AtomicCow.of(new ArrayList<>(), ArrayList::new);
        List<Integer> unused = Standstill.crowd(WRITERS, thread -> () -> {
            for (int i = 0; i < 100; i++) {
                List<Integer> next = with(lists.get(), i);
                Thread.yield();
                lists.set(next);
            }
            return 100;
        });
        assertThat(lists.get()).hasSizeLessThan(WRITERS * 100);
    }
}
