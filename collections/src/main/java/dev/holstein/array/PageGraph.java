package dev.holstein.array;

import dev.holstein.core.Footprint;
import dev.holstein.core.NodeGraphs;

/** Shows the nodes and pages of an array to a report, parents first. */
final class PageGraph {
    private final Paging paging;
    private final NodeGraphs.Visitor visitor;

    private PageGraph(Paging paging, NodeGraphs.Visitor visitor) {
        this.paging = paging;
        this.visitor = visitor;
    }

    static void walk(PagedArray<?> array, NodeGraphs.Visitor visitor) {
        Paging paging = array.tree.paging;
        new PageGraph(paging, visitor).show(array.tree.root(), paging.topShift, 0);
        array.fence();
    }

    private void show(Node node, int shift, long first) {
        if (node instanceof PageTable table) {
            int size = table.pages.length;
            long bytes = Footprint.object(2, Integer.BYTES) + 2 * Footprint.references(size);
            if (visitor.node(table, bytes)) {
                for (int slot = 0; slot < size; slot++) {
                    Page page = table.pages[slot];
                    if (page != null) {
                        boolean unused = visitor.node(page, bytes(first + slot));
                    }
                }
            }
        } else if (node instanceof PageDirectory directory) {
            int size = directory.children.length;
            if (visitor.node(directory, Footprint.object(1, Integer.BYTES) + Footprint.references(size))) {
                for (int slot = 0; slot < size; slot++) {
                    Node child = directory.children[slot];
                    if (child != null) {
                        show(child, shift - Node.FAN_OUT_BITS, first + ((long) slot << shift));
                    }
                }
            }
        }
    }

    private long bytes(long page) {
        return Footprint.object(0, Integer.BYTES) + Footprint.array(paging.elements(page), paging.format.elementBytes);
    }
}
