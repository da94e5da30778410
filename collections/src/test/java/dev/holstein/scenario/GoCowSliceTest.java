package dev.holstein.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.cow.AtomicCow;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Go {@code CowSlice}: readers keep their version, writers swap a pointer. With a value of any type, which a write copies whole, and
 * with a list, of which it copies next to nothing.
 */
@Timeout(60)
class GoCowSliceTest {
    private final AtomicCow<List<Integer>> slice = AtomicCow.of(new ArrayList<>(List.of(1, 2, 3)), ArrayList::new);

    @Test
    void readersKeepTheirVersion() {
        List<Integer> reader1 = slice.get();
        slice.update(list -> list.add(4));
        List<Integer> reader2 = slice.get();
        assertThat(reader1).containsExactly(1, 2, 3);
        assertThat(reader2).containsExactly(1, 2, 3, 4);
        slice.update(list -> list.set(0, 9));
        assertThat(reader1).containsExactly(1, 2, 3);
        assertThat(reader2).containsExactly(1, 2, 3, 4);
        assertThat(slice.snapshot()).containsExactly(9, 2, 3, 4);
    }

    /** A writer that has stopped in the middle of its write holds whatever locks there are. */
    @Test
    void noLockIsInTheReadPath() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread writer = new Thread(() -> slice.update(list -> {
            list.add(4);
            inside.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        writer.start();
        inside.await();
        assertThat(slice.get()).containsExactly(1, 2, 3);
        assertThat(slice.snapshot()).isSameAs(slice.get());
        goOn.countDown();
        writer.join();
        assertThat(slice.get()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void readersOfAListKeepTheirVersion() {
        ConcurrentList<Integer> list = new ConcurrentList<>(List.of(1, 2, 3));
        List<Integer> reader1 = list.snapshot();
        Iterator<Integer> walk1 = list.iterator();
        list.add(4);
        List<Integer> reader2 = list.snapshot();
        assertThat(reader1).containsExactly(1, 2, 3);
        assertThat(reader2).containsExactly(1, 2, 3, 4);
        list.set(0, 9);
        assertThat(reader1).containsExactly(1, 2, 3);
        assertThat(walk1).toIterable().containsExactly(1, 2, 3);
        assertThat(reader2).containsExactly(1, 2, 3, 4);
        assertThat(list).containsExactly(9, 2, 3, 4);
    }

    /** As above; the reads are another thread's, so that one that waits fails the test. */
    @Test
    void noLockIsInTheReadPathOfAList() throws Exception {
        ConcurrentList<Integer> list = new ConcurrentList<>(List.of(1, 2, 3));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> writer = threads.submit(() -> list.update(copy -> {
                copy.add(4);
                inside.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
            inside.await();
            Future<PersistentList<Integer>> reader = threads.submit(() -> {
                assertThat(list).containsExactly(1, 2, 3);
                assertThat(list.get(2)).isEqualTo(3);
                return list.snapshot();
            });
            assertThat(reader.get(30, TimeUnit.SECONDS)).containsExactly(1, 2, 3);
            assertThat(writer.isDone()).isFalse();
            goOn.countDown();
            Object unused = writer.get(30, TimeUnit.SECONDS);
            assertThat(reader.get()).containsExactly(1, 2, 3);
            assertThat(list).containsExactly(1, 2, 3, 4);
        } finally {
            goOn.countDown();
            threads.shutdownNow();
        }
    }
}
