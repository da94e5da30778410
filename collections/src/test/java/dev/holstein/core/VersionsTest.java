package dev.holstein.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions of several faces, read and replaced together. */
@Timeout(60)
class VersionsTest {
    private static final int MEMBERS = 300;

    /** A version; each is an object of its own, as faces promise. */
    private static final class Version {
        final int number;

        Version(int number) {
            this.number = number;
        }
    }

    private static Versions<?>[] members(int count) {
        Versions<?>[] members = new Versions<?>[count];
        Arrays.setAll(members, i -> new Versions<>(new Version(0)));
        return members;
    }

    @SuppressWarnings("unchecked")
    private static void set(Versions<?> member, int number) {
        synchronized (member.rights) {
            ((Versions<Version>) member).set(new Version(number));
        }
    }

    private static int number(Object state) {
        return ((Version) state).number;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 64})
    void aReaderThatIsAlwaysDisturbedTakesItsTurn(int mostReads) throws Exception {
        Versions<?>[] members = members(MEMBERS);
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int round = 1; !done.get(); round++) {
                for (Versions<?> member : members) {
                    set(member, round);
                }
            }
        });
        writer.start();
        try {
            for (int i = 0; i < 200; i++) {
                Object[] states = Versions.read(members, mostReads);
                int first = number(states[0]);
                int last = number(states[MEMBERS - 1]);
                assertThat(first - last).isBetween(0, 1);
                for (int member = 1; member < MEMBERS; member++) {
                    assertThat(number(states[member - 1]) - number(states[member]))
                            .isBetween(0, first - last);
                }
            }
        } finally {
            done.set(true);
            writer.join();
        }
    }

    @Test
    void aWriteToSeveralIsSeenWhole() throws Exception {
        Versions<?>[] members = members(3);
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            while (!done.get()) {
                Versions.update(members, before -> {
                    Object[] after = new Object[before.length];
                    Arrays.setAll(after, i -> new Version(number(before[i]) + 1));
                    return after;
                });
            }
        });
        writer.start();
        try {
            for (int i = 0; i < 20_000; i++) {
                Object[] states = Versions.read(members);
                assertThat(number(states[1])).isEqualTo(number(states[0]));
                assertThat(number(states[2])).isEqualTo(number(states[0]));
                assertThat(number(members[1].get())).isGreaterThanOrEqualTo(number(states[0]));
            }
        } finally {
            done.set(true);
            writer.join();
        }
    }

    /** Another reader helps the writer, at any time: also while the write is pending in some of many members only. */
    @Test
    void aWriteIsSeenWholeByReadersOfOtherMembersThanTheHelperHas() throws Exception {
        Versions<?>[] members = members(MEMBERS);
        Versions<?>[] first = {members[0]};
        Versions<?>[] others = {members[1], members[MEMBERS - 1]};
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int round = 1; !done.get(); round++) {
                Object[] after = new Object[MEMBERS];
                int number = round;
                Arrays.setAll(after, i -> new Version(number));
                Versions.update(members, before -> after);
            }
        });
        Thread helper = new Thread(() -> {
            while (!done.get()) {
                Object unused = Versions.read(first);
            }
        });
        writer.start();
        helper.start();
        try {
            for (int i = 0; i < 5_000_000; i++) {
                Object[] states = Versions.read(others);
                assertThat(number(states[1])).isEqualTo(number(states[0]));
            }
        } finally {
            done.set(true);
            writer.join();
            helper.join();
        }
    }

    @Test
    void aWriteThatIsNotPendingEverywhereIsNotHelped() {
        Versions<?>[] members = members(3);
        Object[] before = Versions.read(members);
        Object[] after = {new Version(1), new Version(1), new Version(1)};
        Versions.GroupWrite write = new Versions.GroupWrite(members, before, after);
        members[0].pending = write; // and there the writer stands
        assertThat(Versions.read(members)).isEqualTo(before);
        assertThat(Versions.read(new Versions<?>[] {members[1], members[2]})).containsExactly(before[1], before[2]);
        write.publishInTurn();
        assertThat(Versions.read(members)).isEqualTo(after);
        assertThat(members).allSatisfy(member -> assertThat(member.pending).isNull());
    }

    @Test
    void aReaderThatHasTheTurnOfAMemberDoesNotWaitForAnother() throws Exception {
        Versions<?>[] members = members(2);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread writer = new Thread(() -> {
            synchronized (members[1].rights) {
                held.countDown();
                try {
                    done.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        writer.start();
        held.await();
        synchronized (members[0].rights) {
            assertThat(Versions.read(members, 0)).hasSize(2);
        }
        done.countDown();
        writer.join();
    }

    @Test
    void aWriteThatFailsLeavesAllMembersOpen() {
        Versions<?>[] members = members(3);
        Object[] before = Versions.read(members);
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> Versions.update(members, states -> {
                    throw new StackOverflowError();
                }));
        members[1].rights.enter();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Versions.update(members, states -> states));
        assertThat(members[0].rights.writer).isEqualTo(Ownership.NOBODY);
        members[1].rights.writer = Ownership.NOBODY;
        Versions.update(members, states -> states.clone());
        assertThat(Versions.read(members)).isEqualTo(before);
    }
}
