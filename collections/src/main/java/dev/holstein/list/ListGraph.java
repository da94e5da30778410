package dev.holstein.list;

import dev.holstein.core.Footprint;
import dev.holstein.core.NodeGraphs;

/** Shows the nodes of a version to a report. */
final class ListGraph {
    private ListGraph() {}

    /** Makes a face known to reports; asked once, when its class is loaded. */
    static <F extends ListReads<?>> void register(Class<F> face) {
        NodeGraphs.register(face, (F root, NodeGraphs.Visitor visitor) -> walk(root.present(), visitor));
    }

    private static void walk(ListState state, NodeGraphs.Visitor visitor) {
        if (state.root != null) {
            walk(state.root, state.shift, visitor);
        }
        if (state.tail != ListNode.EMPTY) { // the tail of every empty list belongs to none
            leaf(state.tail, visitor);
        }
    }

    private static void walk(Object[] node, int shift, NodeGraphs.Visitor visitor) {
        if (shift == 0) {
            leaf(node, visitor);
            return;
        }
        int[] sizes = ListNode.sizes(node);
        long bytes =
                Footprint.references(node.length) + (sizes == null ? 0 : Footprint.array(sizes.length, Integer.BYTES));
        if (visitor.node(node, bytes)) {
            for (int slot = 0; slot < ListNode.children(node); slot++) {
                walk(ListNode.child(node, slot), ListNode.below(shift), visitor);
            }
        }
    }

    private static void leaf(Object[] leaf, NodeGraphs.Visitor visitor) {
        boolean unused = visitor.node(leaf, Footprint.references(leaf.length));
    }
}
