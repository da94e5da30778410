package dev.holstein.btree.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.cow.SharingReport;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The sharing report against a count by hand, and against the sizes that JOL measures. */
class SharingTest {
    private static PersistentBTreeMap<Integer, Integer> map(int entries) {
        return PersistentBTreeMap.fromSorted(
                IntStream.range(0, entries).mapToObj(i -> Map.entry(i, i)).toList());
    }

    @Test
    void countsWhatIsSharedAndWhatEachHoldsAlone() {
        PersistentBTreeMap<Integer, Integer> first = map(5_000);
        PersistentBTreeMap<Integer, Integer> second = first.plus(77, -1).plus(4_000, -1);
        PersistentBTreeMap<Integer, Integer> third = second.minus(2_500);
        SharingReport report = SharingReport.of(first, second, third);
        Set<Object> all = BTreeProbe.nodes(first);
        all.addAll(BTreeProbe.nodes(second));
        all.addAll(BTreeProbe.nodes(third));
        assertThat(report.total().nodes()).isEqualTo(all.size());
        assertThat(report.heldAloneBy(first).nodes()).isEqualTo(alone(first, second, third));
        assertThat(report.heldAloneBy(second).nodes()).isEqualTo(alone(second, first, third));
        assertThat(report.heldAloneBy(third).nodes()).isEqualTo(alone(third, first, second));
        assertThat(report.shared().nodes()
                        + report.heldAloneBy(first).nodes()
                        + report.heldAloneBy(second).nodes()
                        + report.heldAloneBy(third).nodes())
                .isEqualTo(report.total().nodes());
        assertThat(report.shared().bytes()
                        + report.heldAloneBy(first).bytes()
                        + report.heldAloneBy(second).bytes()
                        + report.heldAloneBy(third).bytes())
                .isEqualTo(report.total().bytes());
    }

    private static int alone(Map<?, ?> map, Map<?, ?> other, Map<?, ?> another) {
        Set<Object> nodes = BTreeProbe.nodes(map);
        nodes.removeAll(BTreeProbe.nodes(other));
        nodes.removeAll(BTreeProbe.nodes(another));
        return nodes.size();
    }

    @Test
    void everyFaceCanBeReported() {
        CowBTreeMap<Integer, Integer> cow = map(1_000).mutableCopy();
        ConcurrentBTreeMap<Integer, Integer> concurrent = new ConcurrentBTreeMap<>(cow);
        SharingReport same = SharingReport.of(cow, concurrent, cow.snapshot());
        assertThat(same.shared()).isEqualTo(same.total());
        assertThat(same.heldAloneBy(cow)).isEqualTo(new SharingReport.Amount(0, 0));
        cow.put(5, -5);
        assertThat(SharingReport.of(cow, concurrent).heldAloneBy(cow).nodes()).isEqualTo(BTreeProbe.height(cow));
        assertThatThrownBy(() -> same.heldAloneBy("stranger")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SharingReport.of(cow, "stranger")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SharingReport.of(cow, null)).isInstanceOf(NullPointerException.class);
        assertThat(SharingReport.of().total().nodes()).isZero();
    }

    @Test
    void bytesAreThoseThatJolMeasures() {
        CowBTreeMap<Integer, Integer> map = new CowBTreeMap<>();
        IntStream.range(0, 3_000).forEach(i -> map.put(i * 7919 % 3_001, i));
        long structure = BTreeProbe.measuredBytes(map);
        assertThat(SharingReport.of(map).total().bytes()).isEqualTo(structure);
    }
}
