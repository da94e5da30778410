package dev.holstein.btree;

import dev.holstein.core.Ownership;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What tests outside this package may see of a map's inside: its invariants, its nodes and its shape. */
public final class BTreeProbe {
    public static final int LEAF_CAPACITY = BNode.LEAF_CAPACITY;
    public static final int LEAF_MINIMUM = BNode.LEAF_MINIMUM;
    public static final int INNER_CAPACITY = BNode.INNER_CAPACITY;

    private BTreeProbe() {}

    /** Checks all invariants of a whole map. */
    public static <M extends Map<?, ?>> M check(M map) {
        BTreeFace<?, ?, ?> face = (BTreeFace<?, ?, ?>) map;
        Ownership rights = map instanceof CowBTreeMap<?, ?> cow ? cow.rights() : Ownership.PERSISTENT;
        BTreeInvariants.check(face.state(), rights);
        return map;
    }

    /** Checks all invariants of a whole set. */
    public static <S extends Set<?>> S check(S set) {
        BTreeView<?, ?, ?> map = ((BTreeSetFace<?, ?>) set).map;
        check((Map<?, ?>) map.face());
        return set;
    }

    /** Checks all invariants of the whole that a map, a set or a view of one is of. */
    public static void checkFace(Object collection) {
        check((Map<?, ?>) faceOf(collection));
    }

    /** The whole map behind a map, a set or a view of one. */
    public static Object faceOf(Object collection) {
        return collection instanceof BTreeElements<?, ?> elements
                ? elements.map.face()
                : ((BTreeView<?, ?, ?>) collection).face();
    }

    /** Checks all invariants of a whole map but I1, the order of its keys: for comparators that say one thing and then another. */
    public static <M extends Map<?, ?>> M checkAllButOrder(M map) {
        BTreeState<?, ?> state = ((BTreeFace<?, ?, ?>) map).state();
        if (state.order.prefixBits != 0) {
            throw new IllegalArgumentException("keys with prefixes are always in order");
        }
        Ownership rights = map instanceof CowBTreeMap<?, ?> cow ? cow.rights() : Ownership.PERSISTENT;
        KeyOrder<Object> agreeing = KeyOrder.of((before, after) -> -1);
        BTreeInvariants.check(new BTreeState<>(state.root, state.size, agreeing), rights);
        return map;
    }

    /** The map whose keys are the elements of a whole set. */
    public static Map<?, ?> mapOf(Set<?> set) {
        return ((BTreeSetFace<?, ?>) set).map.face();
    }

    /** The nodes of a map, by identity. */
    public static Set<Object> nodes(Map<?, ?> map) {
        Set<Object> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(((BTreeFace<?, ?, ?>) map).state().root, nodes);
        return nodes;
    }

    private static void collect(BNode node, Set<Object> nodes) {
        nodes.add(node);
        if (node instanceof BInner inner) {
            for (BNode child : inner.children) {
                collect(child, nodes);
            }
        }
    }

    /** Nodes of {@code after} that {@code before} does not have. */
    public static int newNodes(Map<?, ?> before, Map<?, ?> after) {
        Set<Object> nodes = nodes(after);
        nodes.removeAll(nodes(before));
        return nodes.size();
    }

    /** Levels of the tree; 1 for a single leaf. */
    public static int height(Map<?, ?> map) {
        int height = 1;
        BNode node = ((BTreeFace<?, ?, ?>) map).state().root;
        while (node instanceof BInner inner) {
            height++;
            node = inner.children[0];
        }
        return height;
    }

    /** Entries in each leaf, from left to right. */
    public static List<Integer> leafCounts(Map<?, ?> map) {
        List<Integer> counts = new ArrayList<>();
        leafCounts(((BTreeFace<?, ?, ?>) map).state().root, counts);
        return counts;
    }

    private static void leafCounts(BNode node, List<Integer> counts) {
        if (node instanceof BInner inner) {
            for (BNode child : inner.children) {
                leafCounts(child, counts);
            }
        } else {
            counts.add(node.size());
        }
    }

    /** The bytes of all nodes and their arrays as JOL measures them, without keys and values. */
    public static long measuredBytes(Map<?, ?> map) {
        long bytes = 0;
        Set<Object> parts = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object node : nodes(map)) {
            parts.add(node);
            parts.add(((BNode) node).stem());
            if (node instanceof BInner inner) {
                parts.add(inner.separators);
                parts.add(inner.separators.keys);
                parts.add(inner.separators.prefixes);
                parts.add(inner.children);
                parts.add(inner.sizes);
            } else {
                BLeaf leaf = (BLeaf) node;
                parts.add(leaf.keys);
                if (leaf.hasValues()) {
                    parts.add(leaf.values);
                }
                parts.add(leaf.prefixes);
            }
        }
        for (Object part : parts) {
            bytes += part == null
                    ? 0
                    : org.openjdk.jol.info.ClassLayout.parseInstance(part).instanceSize();
        }
        return bytes;
    }

    /** How many nodes a walk over two maps side by side looks into. */
    public static int nodesOpened(Map<?, ?> left, Map<?, ?> right) {
        BTreePairs pairs = new BTreePairs(((BTreeFace<?, ?, ?>) left).state(), ((BTreeFace<?, ?, ?>) right).state());
        while (pairs.advance() != BTreePairs.Met.END) {
            // only the nodes count
        }
        return pairs.left.opened + pairs.right.opened;
    }

    /** Bits of the key prefixes in the nodes of a map: 0, 32 or 64. */
    public static int prefixBits(Map<?, ?> map) {
        return ((BTreeFace<?, ?, ?>) map).state().order.prefixBits;
    }

    /** The stem of each node of a map, from the root down and from left to right; null for none. */
    public static List<String> stems(Map<?, ?> map) {
        List<String> stems = new ArrayList<>();
        stems(((BTreeFace<?, ?, ?>) map).state().root, stems);
        return stems;
    }

    private static void stems(BNode node, List<String> stems) {
        stems.add(node.stem());
        if (node instanceof BInner inner) {
            for (BNode child : inner.children) {
                stems(child, stems);
            }
        }
    }

    /** The prefix of a string under a stem. */
    public static long prefix(String key, String stem) {
        return KeyPrefix.encode(key, stem);
    }

    /** The prefix of a key in the natural order of its class. */
    public static long prefix(Object key) {
        return KeyPrefix.of(key.getClass()).encode(key);
    }

    /** Whether equal prefixes mean equal keys in the natural order of a class. */
    public static boolean exact(Class<?> keyClass) {
        return KeyPrefix.of(keyClass).exact;
    }

    /** Damages a map, so that tests can see the invariant checker fail. */
    public static void damage(Map<?, ?> map, String invariant) {
        BTreeFace<?, ?, ?> face = (BTreeFace<?, ?, ?>) map;
        BInner root = (BInner) face.state().root;
        BNode node = root;
        while (node instanceof BInner inner) {
            node = inner.children[inner.count() - 1];
        }
        BLeaf last = (BLeaf) node;
        switch (invariant) {
            case "I1" -> {
                last.keys[1] = last.keys[0];
                prefixes(last)[1] = prefixes(last)[0];
            }
            case "I2" -> last.count = 1;
            case "I3" -> {
                root.children[root.count() - 1] = last;
                separators(
                        root,
                        root.separators.replaced(
                                root.count() - 2, last.keys[0], Prefixes.get(last.prefixes, 0), face.state().order));
            }
            case "I4" ->
                separators(
                        root,
                        root.separators.replaced(0, last.keys[1], Prefixes.get(last.prefixes, 1), face.state().order));
            case "I5" -> root.sizes[0]++;
            case "I6" -> prefixes(last)[0]++;
            case "I6 of separators" -> ((int[]) java.util.Objects.requireNonNull(root.separators.prefixes))[0]++;
            case "I6 at hand" -> root.prefixes = prefixes(last);
            case "I7" -> {
                BInner child = (BInner) root.children[0];
                root.children[0] =
                        new BInner(dev.holstein.core.Owner.NONE, child.separators, child.children, child.sizes);
            }
            case "I8" -> last.keys = java.util.Arrays.copyOf(last.keys, last.keys.length + 1);
            default -> throw new IllegalArgumentException(invariant);
        }
    }

    private static void separators(BInner inner, Separators separators) {
        inner.separators = separators;
        inner.prefixes = separators.prefixes;
    }

    private static int[] prefixes(BLeaf leaf) {
        return (int[]) java.util.Objects.requireNonNull(leaf.prefixes);
    }
}
