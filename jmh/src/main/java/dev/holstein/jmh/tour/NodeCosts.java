package dev.holstein.jmh.tour;

import dev.holstein.cow.SharingReport;
import java.util.Map;

/**
 * What the transfers cost a map of this library in nodes.
 *
 * @param copiedPerTransfer nodes copied or made, on average
 * @param nodes the nodes of the last snapshot
 * @param bytes their bytes, without keys and values
 * @param sharedNodes how many of them are in the first snapshot too
 * @param keptByFirst bytes that only the first snapshot keeps alive: what it costs to have kept it
 */
record NodeCosts(double copiedPerTransfer, long nodes, long bytes, long sharedNodes, long keptByFirst) {
    /** Compares two snapshots of one map. */
    static NodeCosts between(Map<String, Long> first, Map<String, Long> last, long copied, long transfers) {
        SharingReport.Amount whole = SharingReport.of(last).total();
        SharingReport both = SharingReport.of(first, last);
        return new NodeCosts(
                transfers == 0 ? 0 : (double) copied / transfers,
                whole.nodes(),
                whole.bytes(),
                both.shared().nodes(),
                both.heldAloneBy(first).bytes());
    }
}
