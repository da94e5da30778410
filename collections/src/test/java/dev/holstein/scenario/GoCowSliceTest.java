package dev.holstein.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.cow.AtomicCow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Go {@code CowSlice}: readers keep their version, writers swap a pointer. */
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
}
