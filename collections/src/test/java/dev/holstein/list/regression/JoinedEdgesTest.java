package dev.holstein.list.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Where two trees meet that have nothing but one small leaf under their last and first branches, joining those branches with their
 * neighbours left the small leaf inside.
 */
class JoinedEdgesTest {
    private static final int LEAF = ListProbe.LEAF;
    private static final int HALF = LEAF * ListProbe.FAN * ListProbe.FAN;

    private static PersistentList<Integer> filled(int size) {
        Integer[] elements = new Integer[size];
        Arrays.fill(elements, 7);
        return PersistentList.of(elements);
    }

    @Test
    void aSmallLeafBetweenSingleBranches() {
        CowList<Integer> left = filled(HALF + LEAF + 1).mutableCopy();
        for (int i = 1; i < LEAF; i++) {
            left.remove(HALF);
        }
        PersistentList<Integer> right = filled(HALF + 2 * LEAF + 1).subList(HALF - 1, HALF + 2 * LEAF + 1);
        PersistentList<Integer> joined = left.snapshot().concat(right);
        ListProbe.check(joined);
        assertThat(joined).hasSize(HALF + 2 + 2 * LEAF + 2);
    }

    /** One level up: a branch of one leaf. */
    @Test
    void aSmallBranchBetweenSingleBranches() {
        if (LEAF * ListProbe.FAN > 64) {
            return; // too large a list for a test with real nodes
        }
        int half = HALF * ListProbe.FAN;
        for (int from = 1; from <= 2 * LEAF; from++) {
            for (int more = 1; more <= 2 * LEAF; more++) {
                PersistentList<Integer> left = filled(half + LEAF + 1).subList(0, half + Math.min(more, LEAF + 1));
                PersistentList<Integer> right = filled(half + 2 * LEAF + 1).subList(half - from, half + 2 * LEAF + 1);
                ListProbe.check(left.concat(right));
            }
        }
    }
}
