package dev.holstein.list;

import dev.holstein.core.Slots;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The steps from one version to another. Both trees are opened from the root down, in step; nodes that both have, in the same order,
 * are left closed, wherever in the list they lie. What remains are pairs of short runs of elements, in which equal elements are
 * paired and the others make the steps.
 *
 * <pre>
 *   older    A   B    C   D                A and D are shared: only B C and B' are opened,
 *   newer    A   B'   D                    and compared element by element
 * </pre>
 *
 * <p>Nodes are paired by a longest increasing subsequence: Fredman, <cite>On Computing the Length of Longest Increasing
 * Subsequences</cite> (1975).
 *
 * @param <E> the type of the elements
 */
final class ListDiff<E extends @Nullable Object> {
    private final ListState older;
    private final ListState newer;

    /** What is still to be opened, leftmost first. */
    private final Deque<Gap> gaps = new ArrayDeque<>();

    /** The steps of the pair of runs that was reached; null if that is over. */
    private @Nullable ListRuns<E> runs;

    /** How many more elements the newer list has, up to where the steps have come. */
    private int growth;

    ListDiff(ListState older, ListState newer) {
        this.older = older;
        this.newer = newer;
        if (!older.isSame(newer)) {
            int shift = Math.max(top(older), top(newer));
            gaps.push(new Gap(shift, opened(older), opened(newer)));
        }
    }

    Stream<ListChange<E>> changes() {
        return StreamSupport.stream(
                new Spliterators.AbstractSpliterator<ListChange<E>>(
                        Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    @Override
                    public boolean tryAdvance(Consumer<? super ListChange<E>> action) {
                        ListChange<E> change = next();
                        if (change == null) {
                            return false;
                        }
                        action.accept(change);
                        return true;
                    }
                },
                false);
    }

    // ---- nodes
    // ----------------------------------------------------------------------------------------------------------

    /** A node of a version, and where its elements are. */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity alone
    private record Part(Object[] node, int shift, int start, int size) {
        boolean isSame(Part other) {
            return node == other.node && size == other.size;
        }
    }

    /** Neighbouring nodes of either version that lie between shared ones; none is higher than the shift. */
    private record Gap(int shift, List<Part> older, List<Part> newer) {}

    private static int top(ListState state) {
        return state.root == null ? 0 : state.shift;
    }

    /** A version as parts: the tree, if it is not empty, and the tail. */
    private static List<Part> opened(ListState state) {
        List<Part> parts = new ArrayList<>();
        if (state.root != null) {
            parts.add(new Part(state.root, state.shift, 0, state.tailStart));
        }
        if (state.size > state.tailStart) {
            parts.add(new Part(state.tail, 0, state.tailStart, state.size - state.tailStart));
        }
        return parts;
    }

    private @Nullable ListChange<E> next() {
        while (true) {
            ListRuns<E> present = runs;
            if (present != null) {
                ListChange<E> change = present.next();
                if (change != null) {
                    return change;
                }
                growth += present.growth();
                runs = null;
            }
            Gap gap = gaps.poll();
            if (gap == null) {
                return null;
            }
            open(gap);
        }
    }

    /** Leaves the shared nodes of a gap closed, and opens what lies between them: the leftmost first. */
    private void open(Gap gap) {
        List<Gap> between = between(gap);
        if (gap.shift > 0) {
            int below = ListNode.below(gap.shift);
            for (int i = between.size() - 1; i >= 0; i--) {
                Gap inner = between.get(i);
                gaps.push(new Gap(below, children(inner.older, gap.shift), children(inner.newer, gap.shift)));
            }
        } else if (between.size() == 1) {
            runs = runs(between.get(0));
        } else {
            for (int i = between.size() - 1; i >= 0; i--) {
                gaps.push(between.get(i));
            }
        }
    }

    /** The parts of a shift as their children; lower ones as they are. */
    private static List<Part> children(List<Part> parts, int shift) {
        List<Part> children = new ArrayList<>();
        for (Part part : parts) {
            if (part.shift < shift) {
                children.add(part);
                continue;
            }
            int[] sizes = ListNode.sizesOf(part.node, shift, part.size);
            for (int slot = 0; slot < sizes.length; slot++) {
                children.add(new Part(
                        ListNode.child(part.node, slot),
                        ListNode.below(shift),
                        part.start + ListNode.before(sizes, slot),
                        ListNode.sizeOf(sizes, slot)));
            }
        }
        return children;
    }

    /** What lies between the nodes that both sides of a gap have in the same order, as many of them as there can be. */
    private static List<Gap> between(Gap gap) {
        List<Gap> between = new ArrayList<>();
        int olderFrom = 0;
        int newerFrom = 0;
        for (int[] pair : pairs(gap.older, gap.newer)) {
            addIfAny(between, gap, olderFrom, pair[0], newerFrom, pair[1]);
            olderFrom = pair[0] + 1;
            newerFrom = pair[1] + 1;
        }
        addIfAny(between, gap, olderFrom, gap.older.size(), newerFrom, gap.newer.size());
        return between;
    }

    private static void addIfAny(List<Gap> between, Gap gap, int olderFrom, int olderTo, int newerFrom, int newerTo) {
        if (olderFrom < olderTo || newerFrom < newerTo) {
            between.add(
                    new Gap(gap.shift, gap.older.subList(olderFrom, olderTo), gap.newer.subList(newerFrom, newerTo)));
        }
    }

    /** Indices of nodes that both sides have, ascending on either side. */
    private static List<int[]> pairs(List<Part> older, List<Part> newer) {
        int first = 0;
        int shorter = Math.min(older.size(), newer.size());
        List<int[]> pairs = new ArrayList<>();
        while (first < shorter && older.get(first).isSame(newer.get(first))) {
            pairs.add(new int[] {first, first});
            first++;
        }
        int last = 0;
        while (last < shorter - first && fromEnd(older, last).isSame(fromEnd(newer, last))) {
            last++;
        }
        pairInside(pairs, older, newer, first, last);
        for (int i = last; i > 0; i--) {
            pairs.add(new int[] {older.size() - i, newer.size() - i});
        }
        return pairs;
    }

    private static Part fromEnd(List<Part> parts, int i) {
        return parts.get(parts.size() - 1 - i);
    }

    /** Pairs nodes between the first and the last ones: each of the newer side with the first of the older that is left. */
    private static void pairInside(List<int[]> pairs, List<Part> older, List<Part> newer, int first, int last) {
        IdentityHashMap<Object[], Deque<Integer>> places = new IdentityHashMap<>();
        for (int i = first; i < older.size() - last; i++) {
            places.computeIfAbsent(older.get(i).node, node -> new ArrayDeque<>())
                    .add(i);
        }
        List<int[]> candidates = new ArrayList<>();
        for (int i = first; i < newer.size() - last; i++) {
            Deque<Integer> found = places.get(newer.get(i).node);
            Integer place = found == null ? null : found.poll();
            if (place != null && older.get(place).isSame(newer.get(i))) {
                candidates.add(new int[] {place, i});
            }
        }
        pairs.addAll(ascending(candidates));
    }

    /** As many of some pairs, ascending on the newer side, as ascend on the older side too. */
    private static List<int[]> ascending(List<int[]> pairs) {
        int[] ends = new int[pairs.size()]; // the pair with which the best chain of each length ends
        int[] before = new int[pairs.size()];
        int longest = 0;
        for (int i = 0; i < before.length; i++) {
            int lo = 0;
            int hi = longest;
            while (lo < hi) {
                int middle = (lo + hi) >>> 1;
                if (pairs.get(ends[middle])[0] < pairs.get(i)[0]) {
                    lo = middle + 1;
                } else {
                    hi = middle;
                }
            }
            before[i] = lo == 0 ? -1 : ends[lo - 1];
            ends[lo] = i;
            longest = Math.max(longest, lo + 1);
        }
        Deque<int[]> chain = new ArrayDeque<>();
        for (int i = longest == 0 ? -1 : ends[longest - 1]; i >= 0; i = before[i]) {
            chain.push(pairs.get(i));
        }
        return new ArrayList<>(chain);
    }

    private ListRuns<E> runs(Gap gap) {
        int start = gap.newer.isEmpty() ? gap.older.get(0).start + growth : gap.newer.get(0).start;
        return new ListRuns<>(elements(older, gap.older), elements(newer, gap.newer), start);
    }

    private static Object[] elements(ListState state, List<Part> parts) {
        if (parts.isEmpty()) {
            return Slots.EMPTY;
        }
        Part last = parts.get(parts.size() - 1);
        return new ListWindow(state, parts.get(0).start, last.start + last.size).toArray();
    }
}
