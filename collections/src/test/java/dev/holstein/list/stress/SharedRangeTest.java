package dev.holstein.list.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ranges of a {@link ConcurrentList} that several threads read and write. */
@Timeout(60)
class SharedRangeTest {
    private static final int BEFORE = 300;
    private static final int AFTER = 400;
    private static final int ROUNDS = 4_000;

    /** At each index the index, and a range of nothing in the middle. */
    private final ConcurrentList<Integer> list =
            new ConcurrentList<>(IntStream.range(0, BEFORE + AFTER).boxed().toList());

    private final List<Integer> range = list.subList(BEFORE, BEFORE);
    private final ExecutorService threads = Executors.newFixedThreadPool(3);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private void together(List<Callable<Boolean>> workers) throws Exception {
        for (Future<Boolean> done : threads.invokeAll(workers)) {
            assertThat(done.get()).isTrue();
        }
    }

    private void checkSurroundings() {
        ListProbe.check(list);
        assertThat(list.subList(0, BEFORE))
                .isEqualTo(IntStream.range(0, BEFORE).boxed().toList());
        assertThat(list.subList(list.size() - AFTER, list.size()))
                .isEqualTo(IntStream.range(BEFORE, BEFORE + AFTER).boxed().toList());
        assertThat(list).hasSize(BEFORE + range.size() + AFTER);
    }

    private Callable<Boolean> adding(int sign) {
        return () -> {
            for (int i = 1; i <= ROUNDS; i++) {
                if (i % 3 == 0) {
                    range.add(range.isEmpty() ? 0 : 1, sign * i);
                } else {
                    range.add(sign * i);
                }
            }
            return true;
        };
    }

    @Test
    void twoThreadsThatAddThroughOneRangeLoseNothing() throws Exception {
        range.add(0);
        together(List.of(adding(1), adding(-1)));
        checkSurroundings();
        List<Integer> sorted = new ArrayList<>(range);
        Collections.sort(sorted);
        assertThat(sorted)
                .isEqualTo(IntStream.rangeClosed(-ROUNDS, ROUNDS).boxed().toList());
    }

    /** A reader of the range is never refused: all writes go through it. */
    @Test
    void aReaderOfASharedRangeIsNeverRefused() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        range.addAll(List.of(-1, -2, -3));
        Callable<Boolean> writer = () -> {
            try {
                for (int i = 0; i < ROUNDS; i++) {
                    range.addAll(1, List.of(i, i));
                    range.subList(1, 3).clear();
                    range.set(0, -1);
                }
            } finally {
                done.set(true);
            }
            return true;
        };
        Callable<Boolean> reader = () -> {
            int seen = 0;
            do {
                Object[] now = range.toArray();
                if (now.length == 5 && now[1].equals(now[2]) && now[4].equals(-3)) {
                    seen++;
                } else if (now.length != 3 || !now[2].equals(-3) || !now[0].equals(-1)) {
                    throw new AssertionError(List.of(now));
                }
                if (range.get(0) != -1 || range.indexOf(-3) < 2) {
                    throw new AssertionError(range.toString());
                }
                List<Integer> copy = PersistentList.copyOf(range);
                if (copy.size() != 3 && copy.size() != 5) {
                    throw new AssertionError(copy.toString());
                }
            } while (!done.get());
            return seen >= 0;
        };
        together(List.of(writer, reader));
        checkSurroundings();
        assertThat(range).containsExactly(-1, -2, -3);
    }

    /** One thread takes a range and works through it, the other writes beside it: whatever is not refused is made, and only that. */
    @Test
    void aForeignWriteRefusesARangeAndLosesNothing() throws Exception {
        int[] added = new int[1];
        int[] refused = new int[1];
        AtomicBoolean done = new AtomicBoolean();
        Callable<Boolean> throughRanges = () -> {
            try {
                for (int i = 0; i < ROUNDS; i++) {
                    List<Integer> own = list.subList(BEFORE / 2, BEFORE);
                    try {
                        for (int k = 0; k < 10; k++) {
                            own.set(k, own.get(k));
                            own.add(3, -7);
                            added[0]++;
                            List<Integer> copy = PersistentList.copyOf(own.subList(3, 6));
                            assertThat(copy).hasSize(3).startsWith(-7);
                        }
                    } catch (ConcurrentModificationException e) {
                        refused[0]++;
                    }
                }
            } finally {
                done.set(true);
            }
            return true;
        };
        Callable<Boolean> foreign = () -> {
            while (!done.get()) {
                list.add(-9);
                Integer unused = list.removeLast();
                Thread.onSpinWait();
            }
            return true;
        };
        together(List.of(throughRanges, foreign));
        ListProbe.check(list);
        assertThat(Collections.frequency(list, -7)).isEqualTo(added[0]);
        assertThat(list).hasSize(BEFORE + AFTER + added[0]);
        assertThat(refused[0]).as("they met").isPositive();
        list.removeIf(each -> each == -7);
        assertThat(list).isEqualTo(IntStream.range(0, BEFORE + AFTER).boxed().toList());
    }

    /** The copy of a range is of one version, or refused. */
    @Test
    void aCopyOfARangeIsOfOneVersion() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        List<Integer> all = List.copyOf(list);
        Callable<Boolean> writer = () -> {
            while (!done.get()) {
                list.clear();
                list.addAll(all);
            }
            return true;
        };
        Callable<Boolean> copier = () -> {
            try {
                for (int i = 0; i < 10 * ROUNDS; i++) {
                    try {
                        List<Integer> copy = PersistentList.copyOf(list.subList(100, 500));
                        if (copy.size() != 400 || copy.get(0) != 100 || copy.get(399) != 499) {
                            throw new AssertionError(copy.size() + " elements from " + copy.get(0));
                        }
                    } catch (ConcurrentModificationException e) {
                        continue;
                    } catch (IndexOutOfBoundsException e) {
                        assertThat(e).as("there was no such range").hasMessageContaining("range 100 to 500");
                    }
                }
            } finally {
                done.set(true);
            }
            return true;
        };
        together(List.of(writer, copier));
    }
}
