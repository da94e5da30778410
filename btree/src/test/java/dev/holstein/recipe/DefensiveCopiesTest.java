package dev.holstein.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.CowBTreeMap;
import dev.holstein.cow.SharingReport;
import dev.holstein.list.CowList;
import dev.holstein.progress.Standstill;
import java.util.ArrayList;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A class whose getters answer its lists and maps, and whose callers are neither to change them nor to see them change.
 *
 * <p>A getter that answers {@code new ArrayList<>(list)} or {@code new TreeMap<>(map)} is safe, and copies everything at each call,
 * most of the time for a caller that reads one element ({@link CopyingAccount}). An unmodifiable view copies nothing, and changes under
 * the caller, whose loop fails if the class is written to meanwhile ({@link ViewAccount}).
 *
 * <p>The recipe replaces the fields by {@link CowList} and {@link CowBTreeMap} and the copies by {@code snapshot()}. The types of the
 * getters stay. A call copies nothing, however long the list is; the first write after it copies a path of nodes, if anybody called at
 * all; and what was answered is immutable, so that it may go to any thread. The class itself is for one thread at a time, as it was
 * before.
 */
@Timeout(60)
class DefensiveCopiesTest {
    private static final int BOOKINGS = 50_000;
    private static final int CALLS = 500;

    /** What the class was, is, and had better not be, have in common. */
    private interface Account {
        void book(int day, long amount);

        List<Long> bookings();

        NavigableMap<Integer, Long> balances();
    }

    /** Before. */
    private static final class CopyingAccount implements Account {
        private final List<Long> bookings = new ArrayList<>();
        private final NavigableMap<Integer, Long> balances = new TreeMap<>();

        @Override
        public void book(int day, long amount) {
            bookings.add(amount);
            balances.merge(day, amount, Long::sum);
        }

        @Override
        public List<Long> bookings() {
            return new ArrayList<>(bookings);
        }

        @Override
        public NavigableMap<Integer, Long> balances() {
            return new TreeMap<>(balances);
        }
    }

    /** The recipe: after. */
    static final class SnapshotAccount implements Account {
        private final CowList<Long> bookings = new CowList<>();
        private final CowBTreeMap<Integer, Long> balances = new CowBTreeMap<>();

        @Override
        public void book(int day, long amount) {
            bookings.add(amount);
            balances.merge(day, amount, Long::sum);
        }

        @Override
        public List<Long> bookings() {
            return bookings.snapshot();
        }

        @Override
        public NavigableMap<Integer, Long> balances() {
            return balances.snapshot();
        }
    }

    /** The cheap way that is wrong. */
    private static final class ViewAccount implements Account {
        private final List<Long> bookings = new ArrayList<>();
        private final NavigableMap<Integer, Long> balances = new TreeMap<>();

        @Override
        public void book(int day, long amount) {
            bookings.add(amount);
            balances.merge(day, amount, Long::sum);
        }

        @Override
        public List<Long> bookings() {
            return Collections.unmodifiableList(bookings);
        }

        @Override
        public NavigableMap<Integer, Long> balances() {
            return Collections.unmodifiableNavigableMap(balances);
        }
    }

    private static <A extends Account> A filled(A account, int bookings) {
        for (int i = 0; i < bookings; i++) {
            account.book(i, i);
        }
        return account;
    }

    private static Stream<Account> beforeAndAfter() {
        return Stream.of(new CopyingAccount(), new SnapshotAccount());
    }

    // ---- what callers rely on, before and after

    /** Whether what a caller was given stays as it was when the account is written to. */
    private static boolean answersStay(Account account) {
        List<Long> bookings = account.bookings();
        NavigableMap<Integer, Long> balances = account.balances();
        List<Long> expectedBookings = new ArrayList<>(bookings);
        NavigableMap<Integer, Long> expectedBalances = new TreeMap<>(balances);
        account.book(0, 1);
        account.book(1_000_000, 2);
        return bookings.equals(expectedBookings) && balances.equals(expectedBalances);
    }

    @ParameterizedTest
    @MethodSource("beforeAndAfter")
    void callersSeeNoLaterWrites(Account account) {
        assertThat(answersStay(filled(account, 1_000))).isTrue();
        assertThat(account.bookings()).hasSize(1_002).endsWith(1L, 2L);
        assertThat(account.balances()).hasSize(1_001).containsEntry(0, 1L);
    }

    @Test
    void callersOfAViewSeeLaterWrites() {
        assertThat(answersStay(filled(new ViewAccount(), 1_000))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("beforeAndAfter")
    void callersMayWriteInALoopOverWhatTheyWereGiven(Account account) {
        for (long amount : filled(account, 3).bookings()) {
            account.book(7, amount);
        }
        assertThat(account.bookings()).containsExactly(0L, 1L, 2L, 0L, 1L, 2L);
    }

    @Test
    void callersCannotChangeTheAccount() {
        Account before = filled(new CopyingAccount(), 3);
        before.bookings().clear(); // in vain, and nobody says so
        assertThat(before.bookings()).hasSize(3);

        Account after = filled(new SnapshotAccount(), 3);
        assertThatThrownBy(() -> after.bookings().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> after.balances().put(1, 1L)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> after.balances().headMap(2).clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(after.bookings()).hasSize(3);
    }

    // ---- what a call costs

    @Test
    void aCallCopiesNoNode() {
        SnapshotAccount account = filled(new SnapshotAccount(), BOOKINGS);
        long copied = account.bookings.nodesCopied() + account.balances.nodesCopied();
        List<Object> answers = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            answers.add(account.bookings());
            answers.add(account.balances());
        }
        assertThat(account.bookings.nodesCopied() + account.balances.nodesCopied())
                .isEqualTo(copied);

        SharingReport all = SharingReport.of(answers.toArray());
        assertThat(all.total())
                .as("what so many answers hold")
                .isEqualTo(
                        SharingReport.of(account.bookings(), account.balances()).total());
        assertThat(all.heldAloneBy(answers.get(0)).bytes()).isZero();
    }

    /** Before, each answer holds a list of its own; the report, which knows the types of this library, shows it of two copies. */
    @Test
    void copiesShareNothing() {
        Account account = filled(new CopyingAccount(), 1_000);
        SharingReport two = SharingReport.of(new CowList<>(account.bookings()), new CowList<>(account.bookings()));
        assertThat(two.shared().nodes()).isZero();
    }

    @Test
    void theFirstWriteAfterACallCopiesAPathAndTheNextNothing() {
        SnapshotAccount account = filled(new SnapshotAccount(), BOOKINGS);
        for (int i = 0; i < CALLS; i++) {
            assertThat(account.balances()).hasSize(BOOKINGS);
        }
        NavigableMap<Integer, Long> answer = account.balances();
        long nodes = SharingReport.of(answer).total().nodes();
        long before = account.balances.nodesCopied();
        account.book(500, 1);
        long path = account.balances.nodesCopied() - before;
        assertThat(path).isPositive().isLessThan(nodes / 100);
        assertThat(SharingReport.of(answer, account.balances)
                        .heldAloneBy(answer)
                        .nodes())
                .as("what the answer alone holds now")
                .isEqualTo(path);
        account.book(500, 1);
        assertThat(account.balances.nodesCopied()).as("in place").isEqualTo(before + path);
    }

    // ---- answers in other threads

    /** The sum that a thread finds in the bookings it was given, standing still after the first one while its owner books. */
    private static long summedWhileBooked(Account account) throws Exception {
        long[] sum = new long[1];
        try (Standstill standstill = new Standstill()) {
            List<Long> answer = account.bookings();
            Future<?> reader = standstill.of(stop -> {
                for (long amount : answer) {
                    sum[0] += amount;
                    stop.run();
                }
            });
            account.book(1, 1_000_000);
            standstill.goOn();
            Standstill.finish(reader);
        }
        return sum[0];
    }

    @ParameterizedTest
    @MethodSource("beforeAndAfter")
    void anAnswerMayBeReadByAnotherThread(Account account) throws Exception {
        assertThat(summedWhileBooked(filled(account, 100))).isEqualTo(99 * 100 / 2);
    }

    @Test
    void aViewMayNot() {
        assertThatThrownBy(() -> summedWhileBooked(filled(new ViewAccount(), 100)))
                .hasRootCauseInstanceOf(ConcurrentModificationException.class);
    }

    /** The owner books and hands out answers under its lock; the others look at them for as long as they like, without one. */
    @Test
    void answersAreWholeWhileTheOwnerBooks() throws Exception {
        SnapshotAccount account = new SnapshotAccount();
        Supplier<List<Long>> answer = () -> {
            synchronized (account) {
                return account.bookings();
            }
        };
        int looks = WhileWritten.check(
                () -> {
                    List<Long> bookings = answer.get();
                    int size = bookings.size();
                    long sum = bookings.stream().mapToLong(Long::longValue).sum();
                    assertThat(sum).isEqualTo((long) size * (size - 1) / 2);
                },
                () -> {
                    for (int i = 0; i < 10_000; i++) {
                        synchronized (account) {
                            account.book(i, i);
                        }
                    }
                });
        assertThat(looks).isPositive();
    }
}
