package dev.holstein.btree.structure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.CowBTreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A check that cannot fail is a defect: each invariant is broken on purpose, and the checker names it. */
class InvariantsTest {
    @ParameterizedTest
    @ValueSource(strings = {"I1", "I2", "I3", "I4", "I5", "I6", "I6 of separators", "I6 at hand", "I7", "I8"})
    void namesWhatIsBroken(String invariant) {
        CowBTreeMap<Integer, Integer> map = new CowBTreeMap<>();
        for (int i = 0; i < 10_000; i++) {
            map.put(i, i);
        }
        BTreeProbe.check(map);
        BTreeProbe.damage(map, invariant);
        assertThatThrownBy(() -> BTreeProbe.check(map))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("bug: invariant " + invariant.substring(0, 2) + " violated");
    }
}
