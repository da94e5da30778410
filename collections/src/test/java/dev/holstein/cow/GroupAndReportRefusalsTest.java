package dev.holstein.cow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.holstein.core.NodeGraphs;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What groups and reports refuse, and what they say of themselves. */
class GroupAndReportRefusalsTest {
    /** A root of parts that other roots may share; each part is five bytes, and the one node is seven. */
    private static final class Parted {
        final List<Object> parts = new ArrayList<>();

        static {
            NodeGraphs.register(Parted.class, (root, visitor) -> {
                boolean unused = visitor.node(root, 7);
                root.parts.forEach(part -> visitor.part(part, 5));
            });
        }
    }

    @Test
    void aGroupKnowsItsMembersOnly() {
        ConcurrentList<Integer> list = new ConcurrentList<>(List.of(1));
        AtomicCow<List<Integer>> value = AtomicCow.of(List.of(2), ArrayList::new);
        ConcurrentList<Integer> stranger = new ConcurrentList<>(List.of(3));
        SnapshotGroup group = SnapshotGroup.of(list, value);
        assertThat(group).hasToString("group of 2 collections");
        assertThat(group.snapshot().of(list)).containsExactly(1);
        assertThat(group.snapshot().of(value)).containsExactly(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> group.snapshot().of(stranger))
                .withMessage("not one of the 2 members of this group");
        assertThatIllegalArgumentException().isThrownBy(() -> group.update(edit -> edit.of(stranger)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SnapshotGroup.of(list, value, list))
                .withMessageContaining("given twice");
        assertThatNullPointerException()
                .isThrownBy(() -> SnapshotGroup.of(list, null))
                .withMessage("member is null");
        assertThatNullPointerException().isThrownBy(() -> group.update(null)).withMessage("edit is null");
    }

    @Test
    void anEditIsOneCopyForEachMember() {
        ConcurrentList<Integer> list = new ConcurrentList<>(List.of(1));
        ConcurrentList<Integer> other = new ConcurrentList<>(List.of(5));
        SnapshotGroup.of(list, other).update(edit -> {
            edit.of(list).add(2);
            assertThat(edit.of(list)).isSameAs(edit.of(list)).containsExactly(1, 2);
        });
        assertThat(list).containsExactly(1, 2);
        assertThat(other).containsExactly(5);
    }

    @Test
    void aReportKnowsItsRootsOnly() {
        CowList<Integer> list = CowList.of(1, 2, 3);
        SharingReport report = SharingReport.of(list, list.copy());
        assertThat(report).hasToString("total " + report.total() + ", shared " + report.shared());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.heldAloneBy(CowList.of(1, 2, 3)))
                .withMessage("not one of the 2 roots of this report");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SharingReport.of("text"))
                .withMessageContaining("java.lang.String");
        assertThatNullPointerException()
                .isThrownBy(() -> SharingReport.of(list, null))
                .withMessage("root 1 is null");
    }

    @Test
    void partsAreBytesButNoNodes() {
        Parted one = new Parted();
        Parted other = new Parted();
        Object common = new Object();
        one.parts.addAll(List.of(common, new Object()));
        other.parts.add(common);
        SharingReport report = SharingReport.of(one, other);
        assertThat(report.total()).isEqualTo(new SharingReport.Amount(2, 7 + 7 + 5 + 5));
        assertThat(report.shared()).isEqualTo(new SharingReport.Amount(0, 5));
        assertThat(report.heldAloneBy(one)).isEqualTo(new SharingReport.Amount(1, 7 + 5));
        assertThat(report.heldAloneBy(other)).isEqualTo(new SharingReport.Amount(1, 7));
    }

    @Test
    void theSameRootTwiceSharesEverything() {
        CowList<Integer> list = CowList.of(1, 2, 3);
        SharingReport report = SharingReport.of(list, list);
        assertThat(report.shared()).isEqualTo(report.total());
        assertThat(report.total().nodes()).isEqualTo(1);
    }
}
