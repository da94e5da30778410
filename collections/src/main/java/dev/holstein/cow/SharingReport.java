package dev.holstein.cow;

import dev.holstein.core.Checks;
import dev.holstein.core.NodeGraphs;
import java.util.IdentityHashMap;

/**
 * What several collections share and what each alone keeps alive: the nodes that would be freed if it went.
 *
 * <pre>{@code
 * PersistentList<Integer> before = PersistentList.copyOf(Collections.nCopies(10_000, 0));
 * PersistentList<Integer> after = before.with(5_000, 1);
 * SharingReport report = SharingReport.of(before, after);
 * assert report.shared().nodes() > report.heldAloneBy(after).nodes();     // one path was copied
 * assert report.total().bytes() < 2 * SharingReport.of(before).total().bytes();
 * }</pre>
 *
 * <p><b>Cost.</b> Visits every node of the roots once, and nodes that two roots share at most twice: O(nodes) time and memory.
 *
 * <p><b>Threads.</b> Immutable roots may be reported from any thread; a mutable one by whoever may read it.
 *
 * <p>Bytes are those of nodes and their arrays by the layout of HotSpot, not of keys and values.
 */
public final class SharingReport {
    private static final int SHARED = -1;

    private final Object[] roots;
    private final Amount total;
    private final Amount shared;
    private final Amount[] alone;

    private SharingReport(Object[] roots, Tally tally) {
        this.roots = roots;
        Counter totalCount = new Counter();
        Counter sharedCount = new Counter();
        Counter[] aloneCounts = new Counter[roots.length];
        for (int i = 0; i < roots.length; i++) {
            aloneCounts[i] = new Counter();
        }
        for (Found found : tally.found.values()) {
            totalCount.add(found);
            (found.root == SHARED ? sharedCount : aloneCounts[found.root]).add(found);
        }
        total = totalCount.amount();
        shared = sharedCount.amount();
        alone = new Amount[roots.length];
        for (int i = 0; i < roots.length; i++) {
            alone[i] = aloneCounts[i].amount();
        }
    }

    /**
     * Nodes and their bytes.
     *
     * @param nodes how many nodes
     * @param bytes their size in bytes, arrays included
     */
    public record Amount(long nodes, long bytes) {}

    /**
     * Reports on some collections of this library.
     *
     * @param roots the collections, each counted as a holder; the same object twice holds everything twice
     * @return the report
     * @throws IllegalArgumentException if a root is no collection of this library
     * @throws NullPointerException if a root is null
     */
    public static SharingReport of(Object... roots) {
        Object[] held = roots.clone();
        Tally tally = new Tally();
        for (int i = 0; i < held.length; i++) {
            tally.present = i;
            NodeGraphs.walk(Checks.notNull(held[i], "root " + i), tally);
        }
        return new SharingReport(held, tally);
    }

    /**
     * All nodes that the roots hold, each counted once.
     *
     * @return the amount
     */
    public Amount total() {
        return total;
    }

    /**
     * The nodes that two or more roots hold.
     *
     * @return the amount
     */
    public Amount shared() {
        return shared;
    }

    /**
     * The nodes that only this root holds: what would be freed if it went.
     *
     * @param root one of the roots, by identity
     * @return the amount
     * @throws IllegalArgumentException if it is none of the roots
     */
    public Amount heldAloneBy(Object root) {
        for (int i = 0; i < roots.length; i++) {
            if (roots[i] == root) {
                return alone[i];
            }
        }
        throw new IllegalArgumentException("not one of the " + roots.length + " roots of this report");
    }

    @Override
    public String toString() {
        return "total " + total + ", shared " + shared;
    }

    /** A node or part of one: its size, and the root that holds it, or {@link #SHARED}. */
    private static final class Found {
        final boolean isNode;
        final long bytes;
        int root;

        Found(boolean isNode, long bytes, int root) {
            this.isNode = isNode;
            this.bytes = bytes;
            this.root = root;
        }
    }

    private static final class Counter {
        private long nodes;
        private long bytes;

        void add(Found found) {
            nodes += found.isNode ? 1 : 0;
            bytes += found.bytes;
        }

        Amount amount() {
            return new Amount(nodes, bytes);
        }
    }

    private static final class Tally implements NodeGraphs.Visitor {
        final IdentityHashMap<Object, Found> found = new IdentityHashMap<>();
        int present;

        /** What is below a node already known as shared is known as shared too. */
        @Override
        public boolean node(Object node, long bytes) {
            return see(node, true, bytes);
        }

        @Override
        public void part(Object part, long bytes) {
            see(part, false, bytes);
        }

        private boolean see(Object object, boolean isNode, long bytes) {
            Found before = found.putIfAbsent(object, new Found(isNode, bytes, present));
            if (before == null) {
                return true;
            }
            boolean news = before.root != SHARED && before.root != present;
            if (news) {
                before.root = SHARED;
            }
            return news;
        }
    }
}
