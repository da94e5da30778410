package dev.holstein.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.PagePool;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The memory of a process and of its child after {@code fork()}, by the rule of Linux's {@code do_wp_page}: a page
 * with one reference is just written; with more it is copied, and one reference given up. Parent and child run on
 * two threads.
 */
class ForkTest {
    private static final int PAGE = 4_096;
    private static final int PAGES = 100;

    private final PagePool pool = PagePool.heap(1 << 20);
    private final CowByteArray parent = memory();
    private final ExecutorService childThread = Executors.newSingleThreadExecutor();

    private CowByteArray memory() {
        byte[] contents = new byte[PAGES * PAGE];
        for (int i = 0; i < contents.length; i++) {
            contents[i] = (byte) (i / PAGE);
        }
        return CowByteArray.copyOf(
                contents, ArrayOptions.defaults().withPageSize(PAGE).withPool(pool));
    }

    @AfterEach
    void everyPageReturns() {
        childThread.shutdownNow();
        parent.close();
        assertThat(pool.stats().livePages()).isZero();
    }

    private <T> T inChild(Callable<T> work) throws Exception {
        return childThread.submit(work).get();
    }

    private static long address(int page) {
        return (long) page * PAGE + 17;
    }

    @Test
    void afterTheChildHasExitedTheParentCopiesNothing() throws Exception {
        CowByteArray child = parent.snapshot();
        assertThat(parent.stats().sharedPages()).isEqualTo(PAGES);
        assertThat(child.stats().sharedPages()).isEqualTo(PAGES);
        assertThat(pool.stats().livePages()).isEqualTo(PAGES);

        // both run: each first write of a page copies it
        Future<byte[]> childSaw = childThread.submit(() -> {
            for (int page = 0; page < 10; page++) {
                child.set(address(page), (byte) -1);
            }
            return child.toArray();
        });
        for (int page = 50; page < 70; page++) {
            parent.set(address(page), (byte) -2);
        }
        byte[] saw = childSaw.get();
        for (int page = 0; page < PAGES; page++) {
            assertThat(saw[(int) address(page)]).isEqualTo((byte) (page < 10 ? -1 : page));
            assertThat(parent.get(address(page))).isEqualTo((byte) (page >= 50 && page < 70 ? -2 : page));
        }
        ArrayProbe.check(parent, child);
        assertThat(parent.stats().copiedPages()).isEqualTo(20);
        assertThat(child.stats().copiedPages()).isEqualTo(10);
        assertThat(parent.stats().sharedPages()).isEqualTo(PAGES - 30);
        assertThat(child.stats().sharedPages()).isEqualTo(PAGES - 30);
        assertThat(child.exclusiveBytes()).isEqualTo(30L * PAGE);
        assertThat(pool.stats().livePages()).isEqualTo(PAGES + 30);

        inChild(() -> {
            child.close();
            return null;
        });
        assertThat(pool.stats().livePages()).isEqualTo(PAGES);
        assertThat(parent.stats().sharedPages()).isZero();
        assertThat(parent.isUnique()).isTrue();
        for (int page = 0; page < PAGES; page++) {
            parent.set(address(page), (byte) -3);
        }
        assertThat(parent.stats().copiedPages()).isEqualTo(20);
        assertThat(parent.stats().inPlaceWrites()).isEqualTo(PAGES);
        assertThat(pool.stats().livePages()).isEqualTo(PAGES);
        ArrayProbe.check(parent);
    }

    /** A child that calls {@code exec()} at once gives back what it never wrote. */
    @Test
    void aChildThatExitsAtOnceCostsNoPage() throws Exception {
        long pagesMade = pool.stats().allocated();
        CowByteArray child = parent.snapshot();
        inChild(() -> {
            child.close();
            return null;
        });
        for (int page = 0; page < PAGES; page++) {
            parent.set(address(page), (byte) -1);
        }
        assertThat(parent.stats().copiedPages()).isZero();
        assertThat(pool.stats().allocated()).isEqualTo(pagesMade);
        assertThat(pool.stats().reused()).isZero();
    }

    /** The one that outlives the other is alone with the pages, whoever it is. */
    @Test
    void theChildMayOutliveItsParent() throws Exception {
        CowByteArray child = parent.snapshot();
        parent.set(address(3), (byte) -1);
        parent.close();
        assertThat(pool.stats().livePages()).isEqualTo(PAGES);
        inChild(() -> {
            for (int page = 0; page < PAGES; page++) {
                assertThat(child.getAndSet(address(page), (byte) -2)).isEqualTo((byte) page);
            }
            assertThat(child.stats().copiedPages()).isZero();
            ArrayProbe.check(child);
            child.close();
            return null;
        });
    }

    /**
     * Both write one shared page at the same time. One of them copies for certain; the other one, too, unless it
     * comes late and finds that it is the last. Neither sees the write of the other, and of the page there are two
     * in the end.
     */
    @Test
    void bothMayWriteOnePageAtOnce() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        for (int round = 0; round < 500; round++) {
            int page = round % PAGES;
            long before = parent.stats().copiedPages();
            CowByteArray child = parent.snapshot();
            byte old = parent.get(address(page) + 1);
            Future<?> childWrites = childThread.submit(() -> {
                start.await();
                child.set(address(page), (byte) 1);
                return null;
            });
            start.await();
            parent.set(address(page), (byte) 2);
            childWrites.get();
            assertThat(parent.get(address(page))).isEqualTo((byte) 2);
            assertThat(child.get(address(page))).isEqualTo((byte) 1);
            assertThat(new byte[] {parent.get(address(page) + 1), child.get(address(page) + 1)})
                    .containsOnly(old);
            assertThat(parent.stats().copiedPages() - before + child.stats().copiedPages())
                    .isBetween(1L, 2L);
            assertThat(parent.stats().sharedPages()).isEqualTo(PAGES - 1);
            assertThat(pool.stats().livePages()).isEqualTo(PAGES + 1);
            ArrayProbe.check(parent, child);
            child.close();
            assertThat(pool.stats().livePages()).isEqualTo(PAGES);
        }
    }

    /** A child of a child: a page stays shared until all but one have copied it or gone. */
    @Test
    void grandchildrenShareTheSamePages() throws Exception {
        CowByteArray child = parent.snapshot();
        CowByteArray grandchild = inChild(child::snapshot);
        parent.set(address(5), (byte) -1);
        assertThat(child.stats().sharedPages()).isEqualTo(PAGES);
        inChild(() -> {
            child.set(address(5), (byte) -2);
            return null;
        });
        assertThat(grandchild.stats().ownPages()).isEqualTo(1);
        inChild(() -> {
            grandchild.set(address(5), (byte) -3);
            return null;
        });
        assertThat(grandchild.stats().copiedPages()).isZero();
        ArrayProbe.check(parent, child, grandchild);
        assertThat(Arrays.asList(parent, child, grandchild))
                .extracting(each -> each.get(address(5)))
                .containsExactly((byte) -1, (byte) -2, (byte) -3);
        child.close();
        grandchild.close();
    }
}
