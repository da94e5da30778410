package dev.holstein.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.RankedMap;
import dev.holstein.cow.SnapshotGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * An order book: what is bid and what is asked, by price, matched by one thread or several, while others show its depth, which is the best
 * levels of both sides with the quantity of each.
 *
 * <p>Two sorted maps that are each safe for threads are not a book. Between reading the bids and reading the asks the market moves, and the
 * depth shows a bid at the price of an offer, or above it, which no matching engine leaves behind ({@link OrderBook#depthInTwoSteps}). A
 * lock around both keeps the matching waiting while depth is read and sent.
 *
 * <p>The recipe is two {@link ConcurrentBTreeMap} in a {@link SnapshotGroup}: an order is one update of the group, whatever number of
 * levels it takes out, and depth is read from a snapshot of the group, which is of one moment, costs a few volatile reads, and is looked
 * at without a lock for as long as that takes. The bids are in ascending order as the asks are; the best ones come first in their
 * descending view.
 */
@Timeout(60)
class OrderBookTest {
    private static final int ORDERS = 4_000;

    private enum Side {
        BUY,
        SELL
    }

    /**
     * All that is bid or asked at a price.
     *
     * @param price in ticks
     * @param quantity the total
     */
    private record Level(long price, long quantity) {}

    /**
     * The best levels of both sides, the best one first.
     *
     * @param bids the highest prices that somebody pays
     * @param asks the lowest prices for which somebody sells
     */
    private record Depth(List<Level> bids, List<Level> asks) {
        boolean isCrossed() {
            return !bids.isEmpty()
                    && !asks.isEmpty()
                    && bids.get(0).price() >= asks.get(0).price();
        }
    }

    /** The recipe. */
    static final class OrderBook {
        private final ConcurrentBTreeMap<Long, Long> bids = new ConcurrentBTreeMap<>();
        private final ConcurrentBTreeMap<Long, Long> asks = new ConcurrentBTreeMap<>();
        private final SnapshotGroup book = SnapshotGroup.of(bids, asks);

        /** Matches an order against the other side, best price first, and leaves what remains of it in the book, as one change. */
        void place(Side side, long limit, long quantity) {
            if (quantity <= 0) {
                throw new IllegalArgumentException("quantity " + quantity + " is not positive");
            }
            book.update(edit -> {
                CowBTreeMap<Long, Long> mine = edit.of(side == Side.BUY ? bids : asks);
                CowBTreeMap<Long, Long> theirs = edit.of(side == Side.BUY ? asks : bids);
                long left = match(
                        side == Side.BUY
                                ? theirs.headMap(limit, true)
                                : theirs.tailMap(limit, true).descendingMap(),
                        quantity);
                if (left > 0) {
                    mine.merge(limit, left, Long::sum);
                }
            });
        }

        /** Takes quantity out of levels, the first one first; answers what they did not have. */
        private static long match(RankedMap<Long, Long> levels, long quantity) {
            long left = quantity;
            while (left > 0 && !levels.isEmpty()) {
                Map.Entry<Long, Long> best = levels.firstEntry();
                long traded = Math.min(left, best.getValue());
                left -= traded;
                levels.computeIfPresent(
                        best.getKey(), (price, available) -> available == traded ? null : available - traded);
            }
            return left;
        }

        /** Takes back what was left in the book; answers false, and does nothing, if there is no longer as much. */
        boolean cancel(Side side, long price, long quantity) {
            boolean[] cancelled = new boolean[1];
            (side == Side.BUY ? bids : asks).computeIfPresent(price, (same, available) -> {
                cancelled[0] = available >= quantity;
                long left = cancelled[0] ? available - quantity : available;
                return left == 0 ? null : left;
            });
            return cancelled[0];
        }

        /** The best levels of both sides at one moment. */
        Depth depth(int levels) {
            SnapshotGroup.Snapshots now = book.snapshot();
            return new Depth(best(now.of(bids).descendingMap(), levels), best(now.of(asks), levels));
        }

        private static List<Level> best(RankedMap<Long, Long> side, int levels) {
            return side.entrySet().stream()
                    .limit(levels)
                    .map(level -> new Level(level.getKey(), level.getValue()))
                    .toList();
        }

        /** The usual way: one side after the other, each of them whole. */
        Depth depthInTwoSteps(int levels, Runnable betweenSteps) {
            List<Level> best = best(bids.snapshot().descendingMap(), levels);
            betweenSteps.run();
            return new Depth(best, best(asks.snapshot(), levels));
        }
    }

    private static OrderBook bookAround(long middle) {
        OrderBook book = new OrderBook();
        for (int i = 1; i <= 10; i++) {
            book.place(Side.BUY, middle - i, 10L * i);
            book.place(Side.SELL, middle + i, 10L * i);
        }
        return book;
    }

    private static List<Level> levels(long... pricesAndQuantities) {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < pricesAndQuantities.length; i += 2) {
            levels.add(new Level(pricesAndQuantities[i], pricesAndQuantities[i + 1]));
        }
        return levels;
    }

    // ---- what a book does

    @Test
    void depthShowsTheBestLevelsWithTheirTotals() {
        OrderBook book = bookAround(100);
        book.place(Side.BUY, 98, 5);
        assertThat(book.depth(3))
                .isEqualTo(new Depth(levels(99, 10, 98, 25, 97, 30), levels(101, 10, 102, 20, 103, 30)));
        assertThat(book.depth(50).asks()).hasSize(10);
        assertThat(new OrderBook().depth(3)).isEqualTo(new Depth(List.of(), List.of()));
    }

    @Test
    void anOrderTakesTheBestLevelsAndLeavesItsRest() {
        OrderBook book = bookAround(100);
        book.place(Side.BUY, 102, 37); // 10 at 101, 20 at 102, and 7 are left
        assertThat(book.depth(2)).isEqualTo(new Depth(levels(102, 7, 99, 10), levels(103, 30, 104, 40)));
        book.place(Side.SELL, 99, 10); // 7 at 102, 3 of the 10 at 99
        assertThat(book.depth(2)).isEqualTo(new Depth(levels(99, 7, 98, 20), levels(103, 30, 104, 40)));
        assertThatThrownBy(() -> book.place(Side.BUY, 99, 0)).hasMessageContaining("not positive");
    }

    @Test
    void whatIsLeftCanBeCancelled() {
        OrderBook book = bookAround(100);
        assertThat(book.cancel(Side.BUY, 99, 11)).isFalse();
        assertThat(book.cancel(Side.BUY, 99, 4)).isTrue();
        assertThat(book.cancel(Side.SELL, 101, 10)).isTrue();
        assertThat(book.cancel(Side.SELL, 101, 10)).isFalse();
        assertThat(book.depth(1)).isEqualTo(new Depth(levels(99, 6), levels(102, 20)));
    }

    @Test
    void depthStaysWhatItWas() {
        OrderBook book = bookAround(100);
        Depth before = book.depth(5);
        book.place(Side.SELL, 90, 10_000);
        assertThat(before).isEqualTo(bookAround(100).depth(5));
        assertThat(book.depth(5).bids()).isEmpty();
    }

    // ---- both sides of one moment

    /** The price falls: the best bid is taken, and what remains of the order is offered at its price. */
    private static void fall(OrderBook book) {
        book.place(Side.SELL, 99, 15);
    }

    @Test
    void depthOfTwoMomentsIsCrossed() {
        OrderBook book = bookAround(100);
        Depth torn = book.depthInTwoSteps(5, () -> fall(book));
        assertThat(torn.isCrossed()).isTrue();
        assertThat(book.depth(5).isCrossed()).isFalse();
    }

    @Test
    void depthIsNeverCrossedWhileTheMarketMoves() throws Exception {
        OrderBook book = bookAround(100);
        AtomicInteger shown = new AtomicInteger();
        int views = WhileWritten.check(
                () -> {
                    Depth depth = book.depth(5);
                    assertThat(depth.isCrossed()).as("%s", depth).isFalse();
                    assertThat(depth.bids()).allMatch(level -> level.quantity() > 0);
                    assertThat(depth.asks()).allMatch(level -> level.quantity() > 0);
                    shown.addAndGet(depth.bids().size() + depth.asks().size());
                },
                () -> trade(book, 1),
                () -> trade(book, 2));
        assertThat(views).isPositive();
        assertThat(shown).hasPositiveValue();
    }

    /** Orders on both sides of a price that goes to and fro, most of which take out a level or two. */
    private static void trade(OrderBook book, int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ORDERS; i++) {
            long middle = 100 + Math.round(10 * Math.sin(i / 20.0));
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            book.place(side, middle + random.nextInt(-3, 4), random.nextInt(1, 20));
        }
    }

    /** What is placed is in the book or was traded with as much of the other side: a lost level would show. */
    @Test
    void nothingIsLostAmongWriters() throws Exception {
        OrderBook book = new OrderBook();
        assertThat(WhileWritten.check(
                        () -> assertThat(book.depth(1).isCrossed()).isFalse(),
                        () -> placeMany(book, Side.BUY),
                        () -> placeMany(book, Side.SELL)))
                .isPositive();
        assertThat(book.depth(10)).isEqualTo(new Depth(List.of(), List.of()));
    }

    private static void placeMany(OrderBook book, Side side) {
        for (int i = 0; i < ORDERS; i++) {
            book.place(side, 100, 1 + i % 5);
        }
    }
}
