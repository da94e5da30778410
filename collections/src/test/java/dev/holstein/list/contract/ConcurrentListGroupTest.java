package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.holstein.cow.AtomicCow;
import dev.holstein.cow.SnapshotGroup;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lists as members of groups: read at one moment, written as one. */
@Timeout(60)
class ConcurrentListGroupTest {
    private static final int SIZE = 600;

    private final ConcurrentList<Integer> left =
            new ConcurrentList<>(IntStream.range(0, SIZE).boxed().toList());
    private final ConcurrentList<Integer> right = new ConcurrentList<>();
    private final AtomicCow<List<Integer>> other = AtomicCow.of(new ArrayList<>(), ArrayList::new);
    private final SnapshotGroup group = SnapshotGroup.of(left, other, right);

    @Test
    void aGroupIsWrittenAsOneAndReadAtOneMoment() {
        SnapshotGroup.Snapshots before = group.snapshot();
        group.update(edit -> {
            Integer moved = edit.of(left).remove(5);
            edit.of(right).add(moved);
            edit.of(other).add(moved);
            assertThat(left).as("not published yet").hasSize(SIZE);
            assertThat(edit.of(left)).as("the same copy").hasSize(SIZE - 1);
        });
        assertThat(before.of(left)).hasSize(SIZE).contains(5);
        assertThat(before.of(right)).isEmpty();
        assertThat(left).hasSize(SIZE - 1).doesNotContain(5);
        SnapshotGroup.Snapshots after = group.snapshot();
        assertThat(after.of(right)).containsExactly(5).isEqualTo(right);
        assertThat(after.of(other)).containsExactly(5);
        right.add(6);
        assertThat(after.of(right)).containsExactly(5);
        ListProbe.check(left);
        ListProbe.check(right);
    }

    @Test
    void anUpdateThatThrowsChangesNoMember() {
        PersistentList<Integer> snapshot = left.snapshot();
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> group.update(edit -> {
                    edit.of(left).clear();
                    edit.of(right).add(1);
                    throw new ArithmeticException();
                }));
        assertThat(left).isEqualTo(snapshot).hasSize(SIZE);
        assertThat(right).isEmpty();
        assertThat(left.compareAndSet(snapshot, PersistentList.of(1))).isTrue();
    }

    @Test
    void aMemberThatIsNotWrittenStaysAtItsVersion() {
        PersistentList<Integer> snapshot = left.snapshot();
        group.update(edit -> edit.of(right).addAll(edit.of(left)));
        assertThat(right).isEqualTo(left);
        assertThat(left.compareAndSet(snapshot, PersistentList.of(1))).isTrue();
        assertThat(right).hasSize(SIZE);
    }

    @Test
    void aMemberIsNotWrittenInsideAnUpdate() {
        assertThatIllegalStateException()
                .isThrownBy(() -> group.update(edit -> {
                    edit.of(left).clear();
                    right.add(1);
                }));
        assertThatIllegalStateException()
                .isThrownBy(() -> left.update(copy -> {
                    copy.clear();
                    group.update(edit -> edit.of(right).add(1));
                }));
        assertThat(left).hasSize(SIZE);
        assertThat(right).isEmpty();
        right.add(1);
        group.update(edit -> edit.of(left).clear());
        assertThat(left).isEmpty();
    }

    @Test
    void copiesThatLeakOutOfAnUpdateWriteNothingLater() {
        List<CowList<Integer>> leaked = new ArrayList<>();
        group.update(edit -> {
            leaked.add(edit.of(left));
            leaked.add(edit.of(right));
            edit.of(left).set(0, -1);
            edit.of(right).add(-1);
        });
        for (CowList<Integer> copy : leaked) {
            copy.set(0, -7);
            copy.replaceAll(each -> -7);
            copy.add(-7);
        }
        assertThat(left).hasSize(SIZE).startsWith(-1, 1, 2).doesNotContain(-7);
        assertThat(right).containsExactly(-1);
    }

    @Test
    void aRangeKnowsOfTheWriteOfAGroup() {
        List<Integer> range = left.subList(10, 20);
        group.update(edit -> edit.of(right).add(1));
        assertThat(range).hasSize(10);
        group.update(edit -> edit.of(left).remove(0));
        assertThatExceptionOfType(ConcurrentModificationException.class).isThrownBy(() -> range.add(1));
    }

    /** One thread moves elements to and fro, another counts them. */
    @Test
    void noElementIsSeenTwiceOrNotAtAll() throws Exception {
        int rounds = 3_000;
        AtomicInteger running = new AtomicInteger(1);
        Callable<Boolean> mover = () -> {
            for (int i = 0; i < rounds; i++) {
                boolean there = i % 2 == 0;
                SnapshotGroup.of(left, right).update(edit -> {
                    CowList<Integer> from = there ? edit.of(left) : edit.of(right);
                    CowList<Integer> to = there ? edit.of(right) : edit.of(left);
                    to.add(to.size() / 2, from.remove(from.size() / 3));
                });
            }
            running.decrementAndGet();
            return true;
        };
        Callable<Boolean> reader = () -> {
            while (running.get() > 0) {
                SnapshotGroup.Snapshots both = group.snapshot();
                int size = both.of(left).size() + both.of(right).size();
                long sum = sum(both.of(left)) + sum(both.of(right));
                if (size != SIZE || sum != SIZE * (SIZE - 1) / 2) {
                    throw new AssertionError(size + " elements, sum " + sum);
                }
            }
            return true;
        };
        ConcurrentListUserCodeTest.onTwoThreads(mover, reader);
        assertThat(left.size() + right.size()).isEqualTo(SIZE);
    }

    private static long sum(List<Integer> list) {
        long sum = 0;
        for (int each : list) {
            sum += each;
        }
        return sum;
    }
}
