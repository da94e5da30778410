package dev.holstein.btree;

import static dev.holstein.btree.BNode.INNER_CAPACITY;
import static dev.holstein.btree.BNode.INNER_MINIMUM;
import static dev.holstein.btree.BNode.LEAF_CAPACITY;
import static dev.holstein.btree.BNode.LEAF_MINIMUM;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.core.Owner;
import dev.holstein.core.Ownership;
import dev.holstein.core.Slots;
import java.util.Arrays;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The invariant checker at both sides of its limits, on nodes made by hand: it fails for each violation, and for nothing else. */
class BTreeInvariantsTest {
    private static final KeyOrder<Object> NATURAL = KeyOrder.of(null);
    private static final KeyOrder<Object> INTEGERS = NATURAL.adopting(1);
    private static final KeyOrder<Object> STRINGS = NATURAL.adopting("a");
    private static final KeyOrder<Object> PLAIN = KeyOrder.of(Collections.reverseOrder(Collections.reverseOrder()));

    private final Ownership rights = new Ownership();
    private final Owner mine = rights.forWrite();

    private static Object[] numbers(int from, int count) {
        Object[] keys = new Object[count];
        Arrays.setAll(keys, i -> from + i);
        return keys;
    }

    private static BLeaf leaf(Owner owner, int from, int count, KeyOrder<?> order) {
        Object[] keys = numbers(from, count);
        return new BLeaf(owner, count, keys, keys.clone(), Prefixes.of(keys, count, order, null, count), null);
    }

    private static BLeaf leaf(int from, int count) {
        return leaf(Owner.NONE, from, count, INTEGERS);
    }

    private static BInner inner(Owner owner, BNode... children) {
        Object[] keys = new Object[children.length - 1];
        Arrays.setAll(keys, i -> children[i + 1].firstKey());
        int[] sizes = Arrays.stream(children).mapToInt(BNode::size).toArray();
        return new BInner(owner, Separators.of(keys, INTEGERS, null), children, sizes);
    }

    /** So many leaves of the fewest entries, with keys from a number on. */
    private static BInner ofLeaves(int from, int leaves) {
        BNode[] children = new BNode[leaves];
        Arrays.setAll(children, i -> leaf(from + i * LEAF_MINIMUM, LEAF_MINIMUM));
        return inner(Owner.NONE, children);
    }

    private void holds(BNode root, int size, KeyOrder<?> order) {
        assertThatCode(() -> BTreeInvariants.check(new BTreeState<>(root, size, order), rights))
                .doesNotThrowAnyException();
    }

    private void holds(BNode root) {
        holds(root, root.size(), INTEGERS);
    }

    private void fails(String invariant, BNode root, int size, KeyOrder<?> order) {
        assertThatThrownBy(() -> BTreeInvariants.check(new BTreeState<>(root, size, order), rights))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("invariant " + invariant + " ");
    }

    private void fails(String invariant, BNode root) {
        fails(invariant, root, root.size(), INTEGERS);
    }

    @Test
    void sizesAreThoseOfTheNodes() {
        holds(leaf(0, 3));
        fails("I5", leaf(0, 3), 4, INTEGERS);
        fails("I5", leaf(0, 3), 2, INTEGERS);
        BInner root = ofLeaves(0, 2);
        root.sizes = new int[] {LEAF_MINIMUM, LEAF_MINIMUM, 0};
        fails("I5", root, 2 * LEAF_MINIMUM, INTEGERS);
    }

    @Test
    void anEmptyMapIsTheEmptyLeafWithoutPrefixes() {
        holds(BLeaf.EMPTY, 0, NATURAL);
        fails("I6", BLeaf.EMPTY, 0, INTEGERS);
        fails("I2", new BLeaf(Owner.NONE, 0, Slots.EMPTY, Slots.EMPTY, null, null), 0, NATURAL);
    }

    @Test
    void leavesHaveNoMoreThanTheirCapacityAndNoLessThanTheirMinimum() {
        holds(leaf(0, 1));
        holds(leaf(0, LEAF_CAPACITY));
        fails("I2", leaf(0, LEAF_CAPACITY + 1));
        holds(inner(Owner.NONE, leaf(0, LEAF_MINIMUM), leaf(LEAF_MINIMUM, LEAF_CAPACITY)));
        fails("I2", inner(Owner.NONE, leaf(0, LEAF_MINIMUM), leaf(LEAF_MINIMUM, LEAF_MINIMUM - 1)));
        fails("I2", inner(Owner.NONE, leaf(0, LEAF_CAPACITY + 1), leaf(LEAF_CAPACITY + 1, LEAF_MINIMUM)));
    }

    @Test
    void innerNodesHaveNoMoreThanTheirCapacityAndNoLessThanTheirMinimum() {
        holds(ofLeaves(0, 2));
        holds(ofLeaves(0, INNER_CAPACITY));
        fails("I2", ofLeaves(0, 1));
        fails("I2", ofLeaves(0, INNER_CAPACITY + 1));
        int next = INNER_CAPACITY * LEAF_MINIMUM;
        BInner full = ofLeaves(0, INNER_CAPACITY);
        holds(inner(Owner.NONE, full, ofLeaves(next, INNER_MINIMUM)));
        fails("I2", inner(Owner.NONE, full, ofLeaves(next, INNER_MINIMUM - 1)));
    }

    @Test
    void leavesAreEquallyDeep() {
        int next = INNER_MINIMUM * LEAF_MINIMUM;
        fails("I3", inner(Owner.NONE, ofLeaves(0, INNER_MINIMUM), leaf(next, LEAF_MINIMUM)));
    }

    @Test
    void keysAscendStrictly() {
        Object[] twice = {1, 2, 2};
        fails("I1", new BLeaf(Owner.NONE, 3, twice, twice, Prefixes.of(twice, 3, INTEGERS, null, 3), null));
        fails("I1", inner(Owner.NONE, leaf(0, LEAF_MINIMUM), leaf(LEAF_MINIMUM - 1, LEAF_MINIMUM)));
    }

    @Test
    void separatorsAreTheFirstKeys() {
        BInner root = ofLeaves(0, 3);
        root.separators = Separators.of(new Object[] {LEAF_MINIMUM}, INTEGERS, null);
        root.prefixes = root.separators.prefixes;
        fails("I4", root);
    }

    @Test
    void prefixesAreThoseOfTheOrder() {
        Object[] keys = numbers(5, 3);
        Object right = Prefixes.of(keys, 3, INTEGERS, null, 3);
        holds(new BLeaf(Owner.NONE, 3, keys, keys, right, null));
        fails("I6", new BLeaf(Owner.NONE, 3, keys, keys, null, null));
        fails("I6", new BLeaf(Owner.NONE, 3, keys, keys, right, null), 3, PLAIN);
        fails("I6", new BLeaf(Owner.NONE, 3, keys, keys, right, "5"));
        fails("I6", new BLeaf(Owner.NONE, 3, keys, keys, Prefixes.of(numbers(6, 3), 3, INTEGERS, null, 3), null));
        fails("I8", new BLeaf(Owner.NONE, 3, keys, keys, Prefixes.of(keys, 3, INTEGERS, null, 4), null));
        holds(new BLeaf(Owner.NONE, 3, keys, keys, null, null), 3, PLAIN);
    }

    @Test
    void prefixesOfStringsAreThoseBehindTheStem() {
        Object[] keys = {"common1", "common2", "common3"};
        for (@Nullable String stem : new String[] {null, "common", "com"}) {
            BLeaf leaf = new BLeaf(Owner.NONE, 3, keys, keys, Prefixes.of(keys, 3, STRINGS, stem, 3), stem);
            holds(leaf, 3, STRINGS);
        }
        fails(
                "I6",
                new BLeaf(Owner.NONE, 3, keys, keys, Prefixes.of(keys, 3, STRINGS, "common", 3), "com"),
                3,
                STRINGS);
    }

    @Test
    void slackIsEmptyAndUsable() {
        Object[] keys = Arrays.copyOf(numbers(0, 2), 4);
        Object[] values = keys.clone();
        Object prefixes = Prefixes.of(keys, 2, INTEGERS, null, 4);
        holds(new BLeaf(mine, 2, keys, values, prefixes, null));
        fails("I8", new BLeaf(Owner.NONE, 2, keys, values, prefixes, null));
        fails("I8", new BLeaf(mine, 2, keys, Arrays.copyOf(values, 3), prefixes, null));
        fails("I8", new BLeaf(mine, 2, new Object[] {0, 1, null, 9}, values, prefixes, null));
        fails("I8", new BLeaf(mine, 2, new Object[] {0, 1, 9, null}, values, prefixes, null));
        fails("I8", new BLeaf(mine, 2, keys, new Object[] {0, 1, null, 9}, prefixes, null));
    }

    @Test
    void allLeavesHaveValuesOrNone() {
        BLeaf with = leaf(0, LEAF_MINIMUM);
        Object[] keys = numbers(LEAF_MINIMUM, LEAF_MINIMUM);
        Object prefixes = Prefixes.of(keys, LEAF_MINIMUM, INTEGERS, null, LEAF_MINIMUM);
        BLeaf without = new BLeaf(Owner.NONE, LEAF_MINIMUM, keys, Slots.EMPTY, prefixes, null);
        holds(without);
        fails("I9", inner(Owner.NONE, with, without));
    }

    @Test
    void onlyOwnedNodesHaveOwnedChildren() {
        BLeaf owned = leaf(mine, 0, LEAF_MINIMUM, INTEGERS);
        BLeaf foreign = leaf(new Owner(), 0, LEAF_MINIMUM, INTEGERS);
        BLeaf other = leaf(LEAF_MINIMUM, LEAF_MINIMUM);
        holds(inner(mine, owned, other));
        holds(inner(Owner.NONE, foreign, other));
        fails("I7", inner(Owner.NONE, owned, other));
        fails("I7", inner(new Owner(), owned, other));
    }
}
