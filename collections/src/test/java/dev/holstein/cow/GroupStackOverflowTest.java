package dev.holstein.cow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.fault.DeepStack;
import dev.holstein.list.ConcurrentList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A write to several collections that overflows the stack has happened to all of them, or to none, also if the next to come is a writer of
 * one of them, who knows nothing of the group. One of the first to run, as the overflows of single writes are.
 */
@Order(1)
class GroupStackOverflowTest {
    private static final int ATTEMPTS = Integer.getInteger("dev.holstein.overflows", 2_000);
    private static final int MEMBERS = 3;

    /** Interpreted (with all lambdas linked), compiled in a hurry, and compiled well: the calls that come last are others each time. */
    @ParameterizedTest
    @ValueSource(ints = {100, 500, 1_000, 2_000, 4_000, 30_000})
    void aWriteToAllOverflowsForAllOrForNone(int warmUp) throws InterruptedException {
        List<ConcurrentList<Integer>> members =
                List.of(new ConcurrentList<>(), new ConcurrentList<>(), new ConcurrentList<>());
        SnapshotGroup group = SnapshotGroup.of(members.toArray(Updatable<?>[]::new));
        for (int i = 0; i < warmUp; i++) {
            clear(members);
            write(group, members, i);
            members.get(i % MEMBERS).add(-1);
        }
        int[] overflows = new int[1];
        DeepStack.run(new Random(), ATTEMPTS, new DeepStack.Attempt() {
            @Override
            public Runnable prepare(int number) {
                clear(members);
                return () -> write(group, members, number);
            }

            @Override
            public void check(boolean overflowed) {
                if (overflowed) {
                    overflows[0]++;
                    members.forEach(member -> member.add(-1));
                    int size = group.snapshot().of(members.get(0)).size();
                    for (ConcurrentList<Integer> member : members) {
                        assertThat(group.snapshot().of(member)).hasSize(size);
                    }
                }
            }
        });
        assertThat(overflows[0]).isGreaterThan(ATTEMPTS / 100);
    }

    private static void clear(List<ConcurrentList<Integer>> members) {
        members.forEach(ConcurrentList::clear);
    }

    private static void write(SnapshotGroup group, List<ConcurrentList<Integer>> members, int number) {
        group.update(edit -> {
            for (ConcurrentList<Integer> member : members) {
                edit.of(member).add(number);
            }
        });
    }
}
