package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.cow.SnapshotGroup;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No reader of a {@link ConcurrentList} waits for a writer: all of them get on while one has stopped in the middle of its write, where it
 * holds whatever locks there are.
 */
@Timeout(120)
class ConcurrentListReadersTest {
    private static final int SIZE = 600;
    private static final int PATIENCE_SECONDS = 20;

    private final ConcurrentList<Integer> list =
            new ConcurrentList<>(IntStream.range(0, SIZE).boxed().toList());
    private final PersistentList<Integer> before = list.snapshot();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void stop() {
        goOn.countDown();
        threads.shutdownNow();
    }

    /** Writes that run code of users, and run this there. All of them empty the list. */
    private enum Write {
        REMOVE_IF((list, stall) -> list.removeIf(each -> {
            stall.run();
            return true;
        })),
        RETAIN_ALL((list, stall) -> list.retainAll(new ArrayList<Integer>() {
            private static final long serialVersionUID = 1;

            @Override
            public boolean contains(Object element) {
                stall.run();
                return false;
            }
        })),
        RANGE_REMOVE_IF((list, stall) -> list.subList(0, SIZE).subList(0, SIZE).removeIf(each -> {
            stall.run();
            return true;
        })),
        REPLACE_ALL((list, stall) -> {
            list.replaceAll(each -> {
                stall.run();
                return -1;
            });
            list.clear();
        }),
        SORT((list, stall) -> {
            list.sort((one, other) -> {
                stall.run();
                return other - one;
            });
            list.clear();
        }),
        UPDATE((list, stall) -> list.update(copy -> {
            copy.clear();
            stall.run();
        })),
        GROUP_UPDATE((list, stall) -> SnapshotGroup.of(list).update(edit -> {
            edit.of(list).clear();
            stall.run();
        }));

        private final BiConsumer<ConcurrentList<Integer>, Runnable> write;

        Write(BiConsumer<ConcurrentList<Integer>, Runnable> write) {
            this.write = write;
        }
    }

    private Future<?> stalled(Write write) throws InterruptedException {
        Future<?> writer = threads.submit(() -> write.write.accept(list, this::stall));
        assertThat(inside.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return writer;
    }

    private void stall() {
        inside.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does it on another thread, so that a wait fails the test instead of stopping it. */
    private void withoutWaiting(Runnable reads) throws Exception {
        Object unused = threads.submit(reads).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource(Write.class)
    void readersGetOnBesideAStalledWriter(Write write) throws Exception {
        Iterator<Integer> begun = list.iterator();
        List<Integer> range = list.subList(10, 20);
        Future<?> writer = stalled(write);
        withoutWaiting(() -> {
            elements();
            searches();
            ranges(range);
            versions();
            assertThat(begun.next()).isZero();
        });
        assertThat(writer.isDone()).isFalse();
        goOn.countDown();
        Object unused = writer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(list).isEmpty();
        assertThat(before).hasSize(SIZE);
        assertThat(begun.next()).as("still in its version").isEqualTo(1);
    }

    private void elements() {
        assertThat(list.size()).isEqualTo(SIZE);
        assertThat(list.isEmpty()).isFalse();
        assertThat(list.get(7)).isEqualTo(7);
        assertThat(list.getFirst()).isZero();
        assertThat(list.getLast()).isEqualTo(SIZE - 1);
        List<Integer> walked = new ArrayList<>();
        list.iterator().forEachRemaining(walked::add);
        assertThat(walked).isEqualTo(before);
        assertThat(list.listIterator(SIZE).previous()).isEqualTo(SIZE - 1);
        assertThat(list.stream().mapToInt(each -> each).sum()).isEqualTo(SIZE * (SIZE - 1) / 2);
        list.forEach(walked::add);
        assertThat(walked).hasSize(2 * SIZE);
        assertThat(list.toArray()).hasSize(SIZE);
        assertThat(list.toArray(new Integer[0])).hasSize(SIZE);
    }

    private void searches() {
        assertThat(list.contains(SIZE)).isFalse();
        assertThat(list.containsAll(List.of(1, 2))).isTrue();
        assertThat(list.indexOf(8)).isEqualTo(8);
        assertThat(list.lastIndexOf(8, SIZE - 1)).isEqualTo(8);
        assertThat(list.addIfAbsent(5)).as("is there, which needs no turn").isFalse();
        assertThat(list.equals(before)).isTrue();
        assertThat(list.hashCode()).isEqualTo(before.hashCode());
        assertThat(list.toString()).isEqualTo(before.toString());
    }

    private void ranges(List<Integer> range) {
        assertThat(range).hasSize(10).startsWith(10);
        assertThat(range.get(3)).isEqualTo(13);
        assertThat(range.subList(2, 4)).containsExactly(12, 13);
        assertThat(PersistentList.copyOf(range)).hasSize(10);
        assertThat(list.subList(1, 3)).containsExactly(1, 2);
    }

    private void versions() {
        assertThat(list.snapshot()).isEqualTo(before);
        assertThat(list.clone()).isEqualTo(before);
        assertThat(new ArrayList<>(list)).isEqualTo(before);
        assertThat(SnapshotGroup.of(list).snapshot().of(list)).isEqualTo(before);
        assertThat(list.snapshots()).isPositive();
        ConcurrentList<Integer> other = new ConcurrentList<>();
        other.addAll(list);
        assertThat(other).isEqualTo(before);
    }

    /** A range that others have made stale needs no turn to know. */
    @Test
    void aRangeIsRefusedBesideAStalledWriter() throws Exception {
        List<Integer> range = list.subList(10, 20);
        list.add(-1);
        Future<?> writer = stalled(Write.REMOVE_IF);
        withoutWaiting(() ->
                assertThatExceptionOfType(ConcurrentModificationException.class).isThrownBy(range::size));
        assertThat(writer.isDone()).isFalse();
    }
}
