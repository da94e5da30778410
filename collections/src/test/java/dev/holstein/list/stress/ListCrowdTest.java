package dev.holstein.list.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import dev.holstein.progress.Standstill;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many more threads than processors, half of them writers: each comes to the end of its share of the work, whatever the others do, and no
 * write is lost.
 */
@Timeout(300)
class ListCrowdTest {
    private static final int THREADS = 64;
    private static final int WRITERS = THREADS / 2;
    private static final int SHARE = 1_000;
    private static final int VIEWS = 100;

    @Test
    void everyElementIsThereAndThoseOfAThreadAreInItsOrder() throws Exception {
        ConcurrentList<Integer> list = new ConcurrentList<>();
        List<Integer> done = Standstill.crowd(
                THREADS,
                thread -> thread < WRITERS
                        ? () -> {
                            for (int i = 0; i < SHARE; i++) {
                                list.add(i * WRITERS + thread);
                            }
                            return SHARE;
                        }
                        : () -> {
                            for (int i = 0; i < VIEWS; i++) {
                                PersistentList<Integer> view = list.snapshot();
                                int size = view.size();
                                assertThat(size).isLessThanOrEqualTo(list.size());
                                assertThat(size == 0 ? 0 : view.get(size - 1)).isNotNegative();
                            }
                            return VIEWS;
                        });
        assertThat(done).hasSize(THREADS);
        ListProbe.check(list);
        int[] next = new int[WRITERS];
        for (Integer each : list) {
            assertThat(each / WRITERS).isEqualTo(next[each % WRITERS]++);
        }
        assertThat(next).containsOnly(SHARE);
    }

    @Test
    void everyElementIsAddedOnceThoughAllTry() throws Exception {
        ConcurrentList<Integer> list = new ConcurrentList<>();
        int distinct = 100;
        List<Long> added = Standstill.crowd(
                THREADS,
                thread -> () -> IntStream.range(0, distinct)
                        .filter(i -> list.addIfAbsent((i + thread) % distinct))
                        .count());
        assertThat(added.stream().mapToLong(count -> count).sum()).isEqualTo(distinct);
        assertThat(list)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, distinct).boxed().toList());
    }

    private static int countedBy(Consumer<ConcurrentList<Integer>> increment) throws Exception {
        ConcurrentList<Integer> list = new ConcurrentList<>(List.of(0, 0));
        List<Integer> done =
                Standstill.crowd(THREADS, thread -> thread < WRITERS ? increments(list, increment) : views(list));
        assertThat(done.subList(0, WRITERS)).containsOnly(SHARE);
        assertThat(done.subList(WRITERS, THREADS)).containsOnly(VIEWS);
        return list.get(0);
    }

    private static Callable<Integer> increments(
            ConcurrentList<Integer> list, Consumer<ConcurrentList<Integer>> increment) {
        return () -> {
            for (int i = 0; i < SHARE; i++) {
                increment.accept(list);
            }
            return SHARE;
        };
    }

    private static Callable<Integer> views(ConcurrentList<Integer> list) {
        return () -> {
            for (int i = 0; i < VIEWS; i++) {
                Integer first = null;
                for (Integer each : list) {
                    first = first == null ? each : first;
                    assertThat(each).as("both are counted up as one").isEqualTo(first);
                }
            }
            return VIEWS;
        };
    }

    @Test
    void everyUpdateCounts() throws Exception {
        assertThat(countedBy(list -> list.update(copy -> copy.replaceAll(each -> each + 1))))
                .isEqualTo(WRITERS * SHARE);
    }

    /** With a retry for every writer that came first, and still no thread is left behind. */
    @Test
    void everyReplacedVersionCounts() throws Exception {
        assertThat(countedBy(list -> {
                    PersistentList<Integer> before;
                    do {
                        before = list.snapshot();
                    } while (!list.compareAndSet(before, PersistentList.of(before.get(0) + 1, before.get(1) + 1)));
                }))
                .isEqualTo(WRITERS * SHARE);
    }

    /** The broken variant: an increment in two steps loses some, and the count shows it. */
    @Test
    void anIncrementInTwoStepsIsFound() throws Exception {
        assertThat(countedBy(list -> {
                    int before = list.get(0);
                    Thread.yield();
                    list.replaceAll(each -> before + 1);
                }))
                .isLessThan(WRITERS * SHARE);
    }
}
