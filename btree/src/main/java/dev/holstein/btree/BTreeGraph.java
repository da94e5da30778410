package dev.holstein.btree;

import dev.holstein.core.Footprint;
import dev.holstein.core.NodeGraphs;
import org.jspecify.annotations.Nullable;

/** Shows the nodes of a version to a report: each node, and the arrays that copies of it may share. */
final class BTreeGraph {
    private static final int LEAF_REFERENCES = 5;
    private static final int INNER_REFERENCES = 5;
    private static final int SEPARATORS_REFERENCES = 3;
    private static final int LAST_OF_LATIN_1 = 0xFF;

    private BTreeGraph() {}

    /** Makes a face known to reports; asked once, when its class is loaded. */
    static <F extends BTreeFace<?, ?, ?>> void register(Class<F> face) {
        NodeGraphs.register(face, (F root, NodeGraphs.Visitor visitor) -> walk(root.state().root, visitor));
    }

    /** Makes the face of a set known to reports. */
    static <F extends BTreeSetFace<?, ?>> void registerSet(Class<F> face) {
        NodeGraphs.register(face, (F root, NodeGraphs.Visitor visitor) -> walk(root.map.state().root, visitor));
    }

    private static void walk(BNode node, NodeGraphs.Visitor visitor) {
        if (node instanceof BInner inner) {
            if (visitor.node(inner, Footprint.object(INNER_REFERENCES, 0) + Footprint.references(inner.count()))) {
                visitor.part(inner.sizes, Footprint.array(inner.sizes.length, Integer.BYTES));
                visitor.part(
                        inner.separators,
                        Footprint.object(SEPARATORS_REFERENCES, 0)
                                + Footprint.references(inner.separators.count())
                                + prefixBytes(inner.separators.prefixes));
                stem(inner, visitor);
                for (BNode child : inner.children) {
                    walk(child, visitor);
                }
            }
            return;
        }
        BLeaf leaf = (BLeaf) node;
        if (leaf == BLeaf.EMPTY) {
            return; // the root of every empty map belongs to none
        }
        if (visitor.node(
                leaf,
                Footprint.object(LEAF_REFERENCES, Integer.BYTES)
                        + (leaf.hasValues() ? Footprint.references(leaf.values.length) : 0))) {
            visitor.part(leaf.keys, Footprint.references(leaf.keys.length));
            if (leaf.prefixes != null) {
                visitor.part(leaf.prefixes, prefixBytes(leaf.prefixes));
            }
            stem(leaf, visitor);
        }
    }

    private static void stem(BNode node, NodeGraphs.Visitor visitor) {
        String stem = node.stem();
        if (stem != null) {
            int charBytes = stem.chars().allMatch(c -> c <= LAST_OF_LATIN_1) ? Byte.BYTES : Character.BYTES;
            visitor.part(
                    stem,
                    Footprint.object(1, Integer.BYTES + 2 * Byte.BYTES) + Footprint.array(stem.length(), charBytes));
        }
    }

    private static long prefixBytes(@Nullable Object prefixes) {
        int length = Prefixes.length(prefixes);
        if (prefixes == null) {
            return 0;
        }
        return Footprint.array(length, prefixes instanceof int[] ? Integer.BYTES : Long.BYTES);
    }
}
