package dev.holstein.btree.scenario;

import dev.holstein.btree.BTreeProbe;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Nodes watched through weak references: which of them the collector of the JVM has found unreachable. */
final class Unreachable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final List<WeakReference<Object>> watched;

    private Unreachable(Set<Object> nodes) {
        watched = nodes.stream().map(WeakReference::new).toList();
    }

    /** Watches nodes; keeps none of them. */
    static Unreachable nodes(Set<Object> nodes) {
        return new Unreachable(nodes);
    }

    /** Watches the nodes that a map has and another one has not. */
    static Unreachable nodesOf(Map<?, ?> map, Map<?, ?> without) {
        Set<Object> nodes = BTreeProbe.nodes(map);
        nodes.removeAll(BTreeProbe.nodes(without));
        return new Unreachable(nodes);
    }

    int watched() {
        return watched.size();
    }

    /** How many of them are gone, now. */
    int gone() {
        return (int) watched.stream().filter(node -> node.refersTo(null)).count();
    }

    /** Collects garbage until so many are gone, or patience is. */
    int goneAfterCollection(int expected) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        System.gc();
        while (gone() < expected && System.nanoTime() < end) {
            System.gc();
        }
        return gone();
    }
}
