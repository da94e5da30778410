package dev.holstein.btree.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.cow.SnapshotGroup;
import dev.holstein.cow.Updatable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several concurrent collections, read at one moment and written as one. */
@Timeout(60)
class SnapshotGroupTest {
    private final ConcurrentBTreeMap<String, Long> accounts = new ConcurrentBTreeMap<>();
    private final ConcurrentBTreeMap<Integer, String> journal = new ConcurrentBTreeMap<>();
    private final ConcurrentBTreeSet<String> active = new ConcurrentBTreeSet<>();
    private final SnapshotGroup group = SnapshotGroup.of(accounts, journal, active);

    private void pay(String from, String to, long amount) {
        group.update(edit -> {
            edit.of(accounts).merge(from, -amount, Long::sum);
            edit.of(accounts).merge(to, amount, Long::sum);
            edit.of(journal).put(edit.of(journal).size(), from + " to " + to);
            edit.of(active).add(from);
            edit.of(active).add(to);
        });
    }

    private void check() {
        BTreeProbe.check(accounts);
        BTreeProbe.check(journal);
        BTreeProbe.check(active);
    }

    @Test
    void anUpdateIsSeenInAllMembers() {
        pay("alice", "bob", 5);
        check();
        SnapshotGroup.Snapshots before = group.snapshot();
        pay("bob", "carol", 3);
        check();
        assertThat(before.of(accounts)).containsOnlyKeys("alice", "bob").containsEntry("bob", 5L);
        assertThat(before.of(journal)).hasSize(1);
        assertThat(before.of(active)).containsExactly("alice", "bob");
        assertThat(accounts).containsEntry("bob", 2L).containsEntry("carol", 3L);
        assertThat(group.snapshot().of(journal)).isEqualTo(journal).hasSize(2);
    }

    @Test
    void anUpdateThatThrowsChangesNothing() {
        pay("alice", "bob", 5);
        PersistentBTreeMap<String, Long> before = accounts.snapshot();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> group.update(edit -> {
                    edit.of(accounts).clear();
                    edit.of(active).add("mallory");
                    throw new IllegalArgumentException("no");
                }));
        check();
        assertThat(accounts).isEqualTo(before);
        assertThat(active).doesNotContain("mallory");
        pay("bob", "alice", 5);
        assertThat(accounts).containsEntry("bob", 0L);
    }

    @Test
    void aMemberThatDidNotChangeKeepsItsVersion() {
        pay("alice", "bob", 5);
        PersistentBTreeMap<Integer, String> before = journal.snapshot();
        group.update(edit -> edit.of(accounts).put("dave", 1L));
        assertThat(journal.compareAndSet(before, before.plus(9, "x"))).isTrue();
    }

    @Test
    void aWorkingCopyThatIsKeptChangesNoVersion() {
        AtomicReference<CowBTreeMap<String, Long>> kept = new AtomicReference<>();
        group.update(edit -> {
            edit.of(accounts).put("alice", 1L);
            kept.set(edit.of(accounts));
        });
        kept.get().put("alice", 2L);
        kept.get().clear();
        assertThat(accounts).containsOnlyKeys("alice").containsEntry("alice", 1L);
        check();
    }

    @Test
    void nullsAreRefusedInWorkingCopies() {
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> group.update(edit -> edit.of(accounts).put("alice", null)));
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> group.update(edit -> edit.of(active).add(null)));
        assertThat(accounts).isEmpty();
    }

    @Test
    void writesFromInsideAreRefusedAndReadsAreNot() {
        accounts.put("alice", 1L);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> group.update(edit -> journal.put(1, "x")))
                .withMessageContaining("recursive update");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> accounts.compute("alice", (key, value) -> {
                    group.update(edit -> edit.of(accounts).clear());
                    return value;
                }))
                .withMessageContaining("recursive update");
        AtomicInteger seen = new AtomicInteger();
        group.update(edit -> {
            edit.of(accounts).put("bob", 2L);
            seen.set(group.snapshot().of(accounts).size() + accounts.size());
        });
        assertThat(seen).hasValue(2);
        assertThat(accounts).hasSize(2);
        check();
    }

    @Test
    void strangersAndTwinsAreRefused() {
        ConcurrentBTreeMap<String, Long> other = new ConcurrentBTreeMap<>();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> group.snapshot().of(other))
                .withMessageContaining("members of this group");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> SnapshotGroup.of(accounts, accounts));
        Updatable<String> foreign = edit -> {};
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> SnapshotGroup.of(foreign));
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> group.update(null));
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> SnapshotGroup.of(accounts, null));
        SnapshotGroup none = SnapshotGroup.of();
        none.update(edit -> {});
        assertThat(none.snapshot()).isNotNull();
    }

    @Test
    void groupsThatOverlapDoNotWaitForEachOtherForEver() throws Exception {
        SnapshotGroup forwards = SnapshotGroup.of(accounts, journal);
        SnapshotGroup backwards = SnapshotGroup.of(journal, active, accounts);
        List<Thread> threads = new ArrayList<>();
        int rounds = 2_000;
        for (SnapshotGroup each : List.of(forwards, backwards)) {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < rounds; i++) {
                    each.update(edit -> {
                        edit.of(accounts).merge("n", 1L, Long::sum);
                        edit.of(journal).merge(0, "x", (a, b) -> b);
                    });
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(accounts).containsEntry("n", 2L * rounds);
        check();
    }

    @Test
    void aSnapshotWaitsForNoWriterAtWork() throws Exception {
        pay("alice", "bob", 5);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread writer = new Thread(() -> group.update(edit -> {
            edit.of(accounts).put("alice", 100L);
            inside.countDown();
            await(goOn);
        }));
        writer.start();
        await(inside);
        assertThat(group.snapshot().of(accounts)).containsEntry("alice", -5L);
        goOn.countDown();
        writer.join();
        assertThat(group.snapshot().of(accounts)).containsEntry("alice", 100L);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
