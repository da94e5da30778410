package dev.holstein.btree.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.cow.SnapshotGroup;
import dev.holstein.progress.Standstill;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many more threads than processors, half of them writers: each comes to the end of its share of the work, whatever the others do, and no
 * write is lost.
 */
@Timeout(300)
class CrowdTest {
    private static final int THREADS = 64;
    private static final int WRITERS = THREADS / 2;
    private static final int SHARE = 1_000;
    private static final int VIEWS = 100;
    private static final int KEYS = 50;

    /** Each increment is one write; {@code counts} is read by the others, and never goes back. */
    @FunctionalInterface
    private interface Increment {
        void of(ConcurrentBTreeMap<Integer, Integer> counts, int key);
    }

    private static int countedBy(Increment increment) throws Exception {
        ConcurrentBTreeMap<Integer, Integer> counts = new ConcurrentBTreeMap<>();
        List<Integer> done = Standstill.crowd(
                THREADS,
                thread -> thread < WRITERS
                        ? () -> {
                            for (int i = 0; i < SHARE; i++) {
                                increment.of(counts, (thread + i) % KEYS);
                            }
                            return SHARE;
                        }
                        : () -> {
                            int last = 0;
                            for (int i = 0; i < VIEWS; i++) {
                                PersistentBTreeMap<Integer, Integer> view = counts.snapshot();
                                int sum = sum(view);
                                assertThat(sum).isGreaterThanOrEqualTo(last);
                                assertThat(sum(view)).as("of the same version").isEqualTo(sum);
                                last = sum;
                            }
                            return VIEWS;
                        });
        assertThat(done.subList(0, WRITERS)).containsOnly(SHARE);
        assertThat(done.subList(WRITERS, THREADS)).containsOnly(VIEWS);
        return sum(BTreeProbe.check(counts).snapshot());
    }

    private static int sum(PersistentBTreeMap<Integer, Integer> counts) {
        return counts.values().stream().mapToInt(count -> count).sum();
    }

    @Test
    void everyMergeCounts() throws Exception {
        assertThat(countedBy((counts, key) -> counts.merge(key, 1, Integer::sum)))
                .isEqualTo(WRITERS * SHARE);
    }

    @Test
    void everyUpdateCounts() throws Exception {
        assertThat(countedBy((counts, key) -> counts.update(copy -> copy.merge(key, 1, Integer::sum))))
                .isEqualTo(WRITERS * SHARE);
    }

    /** With a retry for every writer that came first, and still no thread is left behind. */
    @Test
    void everyReplacedVersionCounts() throws Exception {
        assertThat(countedBy((counts, key) -> {
                    PersistentBTreeMap<Integer, Integer> before;
                    do {
                        before = counts.snapshot();
                    } while (!counts.compareAndSet(before, before.plus(key, before.getOrDefault(key, 0) + 1)));
                }))
                .isEqualTo(WRITERS * SHARE);
    }

    /** The broken variant: an increment in two steps loses some, and the count shows it, if no view has shown it before. */
    @Test
    void anIncrementInTwoStepsIsFound() {
        assertThatThrownBy(() -> assertThat(countedBy((counts, key) -> {
                            int before = counts.getOrDefault(key, 0);
                            Thread.yield();
                            counts.put(key, before + 1);
                        }))
                        .isEqualTo(WRITERS * SHARE))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void everyElementOfASetIsThere() throws Exception {
        ConcurrentBTreeSet<Integer> set = new ConcurrentBTreeSet<>();
        List<Integer> done = Standstill.crowd(
                THREADS,
                thread -> thread < WRITERS
                        ? () -> {
                            for (int i = 0; i < SHARE; i++) {
                                assertThat(set.add(i * WRITERS + thread)).isTrue();
                                assertThat(set.remove(-thread - 1)).isFalse();
                            }
                            return SHARE;
                        }
                        : viewsOf(set));
        assertThat(done).hasSize(THREADS);
        assertThat(BTreeProbe.check(set))
                .containsExactlyElementsOf(
                        IntStream.range(0, WRITERS * SHARE).boxed().toList());
    }

    private static Callable<Integer> viewsOf(ConcurrentBTreeSet<Integer> set) {
        return () -> {
            int last = 0;
            for (int i = 0; i < VIEWS / 20; i++) {
                int count = 0;
                for (Integer each : set) {
                    count += each >= 0 ? 1 : 0;
                }
                assertThat(count).isGreaterThanOrEqualTo(last);
                last = count;
            }
            return VIEWS;
        };
    }

    /** What goes from one collection comes to the other, in every view of both. */
    @Test
    void aGroupIsReadAsOne() throws Exception {
        ConcurrentBTreeMap<Integer, Integer> from = new ConcurrentBTreeMap<>();
        ConcurrentBTreeMap<Integer, Integer> to = new ConcurrentBTreeMap<>();
        IntStream.range(0, KEYS).forEach(key -> from.put(key, WRITERS * SHARE));
        IntStream.range(0, KEYS).forEach(key -> to.put(key, 0));
        SnapshotGroup both = SnapshotGroup.of(from, to);
        List<Integer> done = Standstill.crowd(
                THREADS,
                thread -> thread < WRITERS
                        ? () -> {
                            for (int i = 0; i < SHARE; i++) {
                                int key = (thread + i) % KEYS;
                                both.update(edit -> {
                                    edit.of(from).merge(key, -1, Integer::sum);
                                    edit.of(to).merge(key, 1, Integer::sum);
                                });
                            }
                            return SHARE;
                        }
                        : () -> {
                            for (int i = 0; i < VIEWS; i++) {
                                SnapshotGroup.Snapshots now = both.snapshot();
                                assertThat(sum(now.of(from)) + sum(now.of(to))).isEqualTo(KEYS * WRITERS * SHARE);
                            }
                            return VIEWS;
                        });
        assertThat(done).hasSize(THREADS);
        assertThat(sum(to.snapshot())).isEqualTo(WRITERS * SHARE);
    }
}
