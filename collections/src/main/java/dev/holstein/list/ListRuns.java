package dev.holstein.list;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The steps from one run of elements to another: equal elements are paired, as many as there can be between places that are near, and
 * what lies between pairs is replaced, added or removed.
 *
 * <p>Myers, <cite>An O(ND) Difference Algorithm and Its Variations</cite>, 1986: the ways that reach furthest with 0, 1, 2 ... steps. When
 * they have become {@link #MOST_STEPS} long, the one that has come furthest is taken, and all begins anew from its end: so the work is
 * bounded by that many comparisons an element, however much the runs differ.
 *
 * @param <E> the type of the elements
 */
final class ListRuns<E extends @Nullable Object> {
    static final int MOST_STEPS = 64;

    private final Object[] older;
    private final Object[] newer;

    /** The index in the newer list of what the newer run begins with. */
    private final int start;

    /** Where the steps have come in either run, and where equal elements at both ends begin. */
    private int x;

    private int y;
    private final int olderEnd;
    private final int newerEnd;

    /** Places that the way leads to next, each after some equal elements: what lies before is a step of its own. */
    private final Deque<Hunk> hunks = new ArrayDeque<>();

    /** Elements taken out and put in between pairs of equal ones: ranges of either run. */
    private record Hunk(int olderFrom, int olderTo, int newerFrom, int newerTo) {}

    ListRuns(Object[] older, Object[] newer, int start) {
        this.older = older;
        this.newer = newer;
        this.start = start;
        int xEnd = older.length;
        int yEnd = newer.length;
        while (x < xEnd && y < yEnd && Objects.equals(older[x], newer[y])) {
            x++;
            y++;
        }
        while (xEnd > x && yEnd > y && Objects.equals(older[xEnd - 1], newer[yEnd - 1])) {
            xEnd--;
            yEnd--;
        }
        olderEnd = xEnd;
        newerEnd = yEnd;
    }

    /** How many more elements the newer run has. */
    int growth() {
        return newer.length - older.length;
    }

    /** The next step; null after the last. */
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    @Nullable
    ListChange<E> next() {
        if (hunks.isEmpty() && (x < olderEnd || y < newerEnd)) {
            findWay();
        }
        Hunk hunk = hunks.poll();
        if (hunk == null) {
            return null;
        }
        boolean removes = hunk.olderFrom < hunk.olderTo;
        boolean adds = hunk.newerFrom < hunk.newerTo;
        push(hunk.olderFrom + (removes ? 1 : 0), hunk.olderTo, hunk.newerFrom + (adds ? 1 : 0), hunk.newerTo);
        int index = start + hunk.newerFrom;
        if (removes && adds) {
            return new ListChange.Changed<>(index, (E) older[hunk.olderFrom], (E) newer[hunk.newerFrom]);
        }
        return removes
                ? new ListChange.Removed<>(index, (E) older[hunk.olderFrom])
                : new ListChange.Added<>(index, (E) newer[hunk.newerFrom]);
    }

    /**
     * Finds the shortest way on, or the one that has come furthest when it gets long. {@code reached[d][k]} is how far in the older run
     * the best way of d steps on diagonal k - d has come.
     */
    private void findWay() {
        int[][] reached = new int[MOST_STEPS + 1][];
        for (int steps = 0; ; steps++) {
            reached[steps] = new int[2 * steps + 1];
            int furthest = -1;
            int best = 0;
            for (int diagonal = -steps; diagonal <= steps; diagonal += 2) {
                int at = from(reached, steps, diagonal);
                int other = at - diagonal;
                while (x + at < olderEnd && y + other < newerEnd && Objects.equals(older[x + at], newer[y + other])) {
                    at++;
                    other++;
                }
                reached[steps][diagonal + steps] = at;
                boolean isInside = x + at <= olderEnd && y + other <= newerEnd;
                if (isInside && at + other > furthest) {
                    furthest = at + other;
                    best = diagonal;
                }
                if (x + at >= olderEnd && y + other >= newerEnd && isInside) {
                    take(reached, steps, diagonal);
                    return;
                }
            }
            if (steps == MOST_STEPS) {
                take(reached, steps, best);
                return;
            }
        }
    }

    /** Where the better of the ways beside comes to a diagonal with one step more. */
    private static int from(int[][] reached, int steps, int diagonal) {
        if (steps == 0) {
            return 0;
        }
        return comesByAdding(reached, steps, diagonal)
                ? reached(reached, steps - 1, diagonal + 1)
                : reached(reached, steps - 1, diagonal - 1) + 1;
    }

    private static boolean comesByAdding(int[][] reached, int steps, int diagonal) {
        return diagonal == -steps
                || (diagonal != steps
                        && reached(reached, steps - 1, diagonal - 1) < reached(reached, steps - 1, diagonal + 1));
    }

    private static int reached(int[][] reached, int steps, int diagonal) {
        return reached[steps][diagonal + steps];
    }

    /** Goes a way back to its beginning, gathers what is between equal elements, and stands at its end. */
    private void take(int[][] reached, int steps, int endDiagonal) {
        int diagonal = endDiagonal;
        int at = reached(reached, steps, diagonal);
        int endX = x + at;
        int endY = y + at - diagonal;
        int toX = endX;
        int toY = endY;
        int hunkEndX = endX;
        int hunkEndY = endY;
        for (int step = steps; ; step--) {
            int fromX = x + from(reached, step, diagonal);
            int fromY = y + fromX - x - diagonal;
            if (fromX < toX) {
                push(toX, hunkEndX, toY, hunkEndY);
                hunkEndX = fromX;
                hunkEndY = fromY;
            }
            if (step == 0) {
                break;
            }
            boolean adds = comesByAdding(reached, step, diagonal);
            toX = adds ? fromX : fromX - 1;
            toY = adds ? fromY - 1 : fromY;
            diagonal += adds ? 1 : -1;
        }
        push(x, hunkEndX, y, hunkEndY);
        x = endX;
        y = endY;
    }

    private void push(int olderFrom, int olderTo, int newerFrom, int newerTo) {
        if (olderFrom < olderTo || newerFrom < newerTo) {
            hunks.push(new Hunk(olderFrom, olderTo, newerFrom, newerTo));
        }
    }
}
