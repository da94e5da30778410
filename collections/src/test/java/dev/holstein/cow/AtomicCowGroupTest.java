package dev.holstein.cow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Values as members of groups: read at one moment, written as one. */
@Timeout(60)
class AtomicCowGroupTest {
    private final CountingCopier copier = new CountingCopier();
    private final List<Integer> first = new ArrayList<>(List.of(1, 2, 3));
    private final AtomicCow<List<Integer>> cow = AtomicCow.of(first, copier);
    private final AtomicCow<List<Integer>> journal = AtomicCow.of(new ArrayList<>(), copier);
    private final SnapshotGroup group = SnapshotGroup.of(cow, journal);

    @Test
    void aGroupIsWrittenAsOneAndReadAtOneMoment() {
        SnapshotGroup.Snapshots before = group.snapshot();
        group.update(edit -> {
            edit.of(cow).clear();
            edit.of(journal).add(7);
            assertThat(cow.get()).isSameAs(first);
        });
        assertThat(before.of(cow)).isSameAs(first).containsExactly(1, 2, 3);
        assertThat(before.of(journal)).isEmpty();
        assertThat(cow.get()).isEmpty();
        assertThat(group.snapshot().of(journal)).isSameAs(journal.get()).containsExactly(7);
        assertThat(copier.calls()).isEqualTo(2);
        journal.update(list -> list.add(8));
        assertThat(journal.get()).as("the copier survives a group's write").containsExactly(7, 8);
    }

    @Test
    void aGroupUpdateThatThrowsChangesNoMember() {
        List<Integer> other = journal.get();
        assertThatExceptionOfType(CountingCopier.Boom.class)
                .isThrownBy(() -> group.update(edit -> {
                    edit.of(cow).clear();
                    edit.of(journal).add(7);
                    throw new CountingCopier.Boom();
                }));
        for (CountingCopier.Failure failure : CountingCopier.Failure.values()) {
            if (failure != CountingCopier.Failure.NONE) {
                copier.failNext(failure);
                assertThatExceptionOfType(CountingCopier.exception(failure))
                        .isThrownBy(() -> group.update(edit -> edit.of(cow).clear()));
            }
        }
        assertThat(cow.get()).isSameAs(first).containsExactly(1, 2, 3);
        assertThat(journal.get()).isSameAs(other).isEmpty();
        group.update(edit -> edit.of(journal).add(8));
        assertThat(journal.get()).containsExactly(8);
    }

    @Test
    void aMemberThatNobodyAsksForIsNotCopied() {
        group.update(edit -> edit.of(journal).add(7));
        assertThat(copier.calls()).isEqualTo(1);
        assertThat(cow.get()).isSameAs(first);
    }

    @Test
    void aMemberWithoutACopierIsReadWithOthersAndStaysInTheirUpdates() {
        AtomicCow<String> name = AtomicCow.of("a");
        SnapshotGroup both = SnapshotGroup.of(name, journal);
        Object version = AtomicCowTest.version(name);
        both.update(edit -> edit.of(journal).add(edit.of(name).length()));
        assertThat(AtomicCowTest.version(name)).isSameAs(version);
        assertThat(both.snapshot().of(name)).isEqualTo("a");
        assertThat(journal.get()).containsExactly(1);
        name.set("b");
        assertThat(both.snapshot().of(name)).isEqualTo("b");
    }

    @Test
    void aGroupIsNeverSeenHalfWritten() throws Exception {
        int rounds = 5_000;
        AtomicCow<int[]> one = AtomicCow.of(new int[1], int[]::clone);
        AtomicCow<int[]> other = AtomicCow.of(new int[1], int[]::clone);
        SnapshotGroup pair = SnapshotGroup.of(one, other);
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger torn = new AtomicInteger();
        Thread reader = new Thread(() -> {
            while (!done.get()) {
                SnapshotGroup.Snapshots now = pair.snapshot();
                if (now.of(one)[0] != now.of(other)[0]) {
                    torn.incrementAndGet();
                }
            }
        });
        reader.start();
        Runnable writer = () -> {
            for (int i = 0; i < rounds; i++) {
                pair.update(edit -> {
                    edit.of(one)[0]++;
                    edit.of(other)[0]++;
                });
            }
        };
        try {
            AtomicCowTest.run(writer, writer);
        } finally {
            done.set(true);
            reader.join();
        }
        assertThat(torn).hasValue(0);
        assertThat(one.get()).containsExactly(2 * rounds);
        assertThat(other.get()).containsExactly(2 * rounds);
    }
}
