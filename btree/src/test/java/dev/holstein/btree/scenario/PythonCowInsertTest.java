package dev.holstein.btree.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.PersistentBTreeSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Python {@code cow_insert(root, key)}: the returned root holds the key, the old one does not. */
class PythonCowInsertTest {
    @Test
    void theReturnedRootHoldsTheKeyTheOldOneDoesNot() {
        PersistentBTreeSet<String> root = PersistentBTreeSet.of("bear", "cow", "dog");
        PersistentBTreeSet<String> returned = root.plus("cat");
        assertThat(returned).containsExactly("bear", "cat", "cow", "dog");
        assertThat(root).containsExactly("bear", "cow", "dog");
        assertThat(returned.plus("cat")).as("a key that is there").isSameAs(returned);
        assertThat(returned.minus("cat")).isEqualTo(root);
        BTreeProbe.check(root);
        BTreeProbe.check(returned);
    }

    @Test
    void everyRootEverReturnedStaysWhatItWas() {
        List<Integer> keys = new ArrayList<>(IntStream.range(0, 2_000).boxed().toList());
        Collections.shuffle(keys, new Random(3));
        List<PersistentBTreeSet<Integer>> roots = new ArrayList<>(List.of(PersistentBTreeSet.empty()));
        for (int key : keys) {
            PersistentBTreeSet<Integer> old = roots.get(roots.size() - 1);
            PersistentBTreeSet<Integer> returned = BTreeProbe.check(old.plus(key));
            assertThat(old.contains(key)).isFalse();
            assertThat(returned.contains(key)).isTrue();
            roots.add(returned);
        }
        TreeSet<Integer> model = new TreeSet<>();
        for (int i = 0; i < roots.size(); i++) {
            PersistentBTreeSet<Integer> root = BTreeProbe.check(roots.get(i));
            assertThat(root.size()).isEqualTo(i);
            if (i % 20 == 0) {
                assertThat(root).containsExactlyElementsOf(model);
            }
            if (i < keys.size()) {
                model.add(keys.get(i));
            }
        }
    }

    @Test
    void anInsertCopiesThePathAndSharesTheRest() {
        PersistentBTreeSet<Integer> root = PersistentBTreeSet.fromSorted(
                IntStream.range(0, 100_000).map(i -> 2 * i).boxed().toList());
        // The removal leaves room in the leaf: the insert that follows splits nothing (a tiny one may still be full).
        PersistentBTreeSet<Integer> roomy = root.minus(77_776);
        PersistentBTreeSet<Integer> returned = roomy.plus(77_777);
        int height = BTreeProbe.height(BTreeProbe.mapOf(roomy));
        assertThat(BTreeProbe.newNodes(BTreeProbe.mapOf(returned), BTreeProbe.mapOf(roomy)))
                .isEqualTo(height);
        if (BTreeProbe.LEAF_CAPACITY >= 32) {
            assertThat(BTreeProbe.newNodes(BTreeProbe.mapOf(roomy), BTreeProbe.mapOf(returned)))
                    .isEqualTo(height);
        }
        assertThat(root.contains(77_776)).isTrue();
        assertThat(roomy.contains(77_777)).isFalse();
        assertThat(returned.contains(77_777)).isTrue();
        BTreeProbe.check(returned);
    }
}
