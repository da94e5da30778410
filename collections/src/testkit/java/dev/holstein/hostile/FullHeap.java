package dev.holstein.hostile;

import java.util.Arrays;

/**
 * Fills the heap up to the last bytes, but for gaps that are opened one after the other: each write meets its own amount of free memory,
 * so that one after the other of its allocations fails. To be used with a small heap, the serial collector (one that compacts, and
 * starts no threads), and without thread-local buffers, which would hide the last kilobytes.
 */
final class FullHeap {
    /** Bytes of an array before its elements: the smallest has no more. */
    private static final int HEADER = 16;

    /** By large steps first; each error costs two collections. */
    private static final int[] STEPS = {1 << 18, 1 << 12, HEADER};

    private final Object[] ballast = new Object[1 << 12];
    private int filled;
    private Object[] gaps = {};
    private int opened;

    /**
     * Fills the heap.
     *
     * @param gap how many bytes {@link #openGap} gives back each time
     * @param count how many gaps there are to be
     */
    void fill(int gap, int count) {
        gaps = new Object[count];
        opened = 0;
        for (int i = 0; i < count; i++) {
            gaps[i] = new byte[Math.max(0, gap - HEADER)];
        }
        for (int size : STEPS) {
            try {
                while (filled < ballast.length) {
                    ballast[filled] = new byte[size - HEADER];
                    filled++;
                }
            } catch (OutOfMemoryError full) {
                // then by smaller steps
            }
        }
    }

    /** Gives back one more gap. */
    void openGap() {
        gaps[opened++] = null;
    }

    /** Gives back everything. */
    void empty() {
        Arrays.fill(ballast, 0, filled, null);
        filled = 0;
        gaps = new Object[0];
    }
}
