package dev.holstein.jmh.tour;

import dev.holstein.cow.SharingReport;
import java.util.List;

/**
 * What the writes cost a list of this library in nodes.
 *
 * @param copiedPerWrite nodes copied or made, on average
 * @param nodes the nodes of the list afterwards
 * @param bytes their bytes, without elements
 */
record ListCosts(double copiedPerWrite, long nodes, long bytes) {
    /** Looks at the last snapshot. */
    static ListCosts of(List<Element> last, long copied, long writes) {
        SharingReport.Amount whole = SharingReport.of(last).total();
        return new ListCosts(writes == 0 ? 0 : (double) copied / writes, whole.nodes(), whole.bytes());
    }
}
