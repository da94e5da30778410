package dev.holstein.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.cow.SnapshotGroup;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A leaderboard: the rank of a player, a page of the ranking, who is next to somebody, and who has moved since last week.
 *
 * <p>A sorted map of the JDK knows no positions: {@code headMap(score).size()} counts entry by entry, and so does a page far down. Two
 * collections, from player to score and from score to player, are needed anyway, and who reads them one after the other while points
 * are scored finds players at scores that they no longer have, or not at all ({@link Leaderboard#boardInTwoSteps}).
 *
 * <p>The recipe is a {@link ConcurrentBTreeMap} of scores and a {@link ConcurrentBTreeSet} of standings in a {@link SnapshotGroup}.
 * Ranks and positions are O(log n). Whatever is shown is asked of a {@link Board}, a snapshot of both at one moment, so that all pages
 * of one board fit together. A board that is kept is last week's, and costs the nodes that have changed since; the diff to it finds who
 * scored.
 */
@Timeout(60)
class LeaderboardTest {
    private static final int PLAYERS = 20;
    private static final int GAMES = 10_000;

    /**
     * A place in the order: higher scores first, players of one score by name.
     *
     * @param score the points
     * @param player who has them
     */
    private record Standing(long score, String player) implements Comparable<Standing> {
        private static final Comparator<Standing> ORDER =
                Comparator.comparingLong(Standing::score).reversed().thenComparing(Standing::player);

        /** What comes before all players of a score. */
        static Standing first(long score) {
            return new Standing(score, "");
        }

        @Override
        public int compareTo(Standing other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * A line of a page.
     *
     * @param rank one more than the number of players with a higher score: 1, 2, 2, 4
     * @param player the name
     * @param score the points
     */
    private record Place(int rank, String player, long score) {}

    /**
     * A player whose score has changed.
     *
     * @param player the name
     * @param before the rank before, empty for a new player
     * @param after the rank after
     */
    private record Move(String player, OptionalInt before, OptionalInt after) {}

    /** The recipe: what threads write. */
    static final class Leaderboard {
        private final ConcurrentBTreeMap<String, Long> scores = new ConcurrentBTreeMap<>();
        private final ConcurrentBTreeSet<Standing> ranking = new ConcurrentBTreeSet<>();
        private final SnapshotGroup both = SnapshotGroup.of(scores, ranking);

        void score(String player, long points) {
            both.update(edit -> {
                CowBTreeMap<String, Long> scored = edit.of(scores);
                CowBTreeSet<Standing> ranked = edit.of(ranking);
                Long before = scored.get(player);
                if (before != null) {
                    ranked.remove(new Standing(before, player));
                }
                long after = (before == null ? 0 : before) + points;
                scored.put(player, after);
                ranked.add(new Standing(after, player));
            });
        }

        /** Scores and ranking of one moment. O(1). */
        Board board() {
            SnapshotGroup.Snapshots now = both.snapshot();
            return new Board(now.of(scores), now.of(ranking));
        }

        /** The usual way: one after the other, each of them whole. */
        Board boardInTwoSteps(Runnable betweenSteps) {
            PersistentBTreeMap<String, Long> first = scores.snapshot();
            betweenSteps.run();
            return new Board(first, ranking.snapshot());
        }
    }

    /**
     * The recipe: what is shown. Immutable.
     *
     * @param scores the points of each player
     * @param ranking the players in order
     */
    private record Board(PersistentBTreeMap<String, Long> scores, PersistentBTreeSet<Standing> ranking) {
        /** Empty if there is no such player. */
        OptionalInt rank(String player) {
            Long score = scores.get(player);
            return score == null ? OptionalInt.empty() : OptionalInt.of(rankOf(score));
        }

        private int rankOf(long score) {
            return ranking.rank(Standing.first(score), false) + 1;
        }

        /** As many lines as there are from a position on, counted from 0. */
        List<Place> page(int from, int lines) {
            return IntStream.range(from, from + Math.min(lines, Math.max(0, ranking.size() - from)))
                    .mapToObj(ranking::elementAt)
                    .map(standing -> new Place(rankOf(standing.score()), standing.player(), standing.score()))
                    .toList();
        }

        /** A player, and so many before and after. */
        List<Place> around(String player, int neighbours) {
            Long score = Objects.requireNonNull(scores.get(player), () -> "no player " + player);
            int position = ranking.indexOf(new Standing(score, player));
            int before = Math.min(position, neighbours);
            int after = Math.min(ranking.size() - 1 - position, neighbours);
            return page(position - before, before + 1 + after);
        }

        /** Whose score has changed since an earlier board, by name; in time for these, not for all players. */
        List<Move> movesSince(Board earlier) {
            return PersistentBTreeMap.diff(earlier.scores, scores)
                    .map(change -> new Move(change.key(), earlier.rank(change.key()), rank(change.key())))
                    .toList();
        }

        /** Whether both sides say the same. */
        boolean agrees() {
            return ranking.size() == scores.size()
                    && ranking.stream()
                            .allMatch(standing -> Objects.equals(scores.get(standing.player()), standing.score()));
        }
    }

    private static Leaderboard ofFive() {
        Leaderboard leaderboard = new Leaderboard();
        leaderboard.score("ann", 50);
        leaderboard.score("bob", 70);
        leaderboard.score("cyd", 50);
        leaderboard.score("dee", 90);
        leaderboard.score("eve", 10);
        return leaderboard;
    }

    // ---- what a board shows

    @Test
    void playersOfOneScoreShareARank() {
        Board board = ofFive().board();
        assertThat(board.page(0, 10))
                .containsExactly(
                        new Place(1, "dee", 90),
                        new Place(2, "bob", 70),
                        new Place(3, "ann", 50),
                        new Place(3, "cyd", 50),
                        new Place(5, "eve", 10));
        assertThat(board.rank("cyd")).hasValue(3);
        assertThat(board.rank("eve")).hasValue(5);
        assertThat(board.rank("zoe")).isEmpty();
    }

    @Test
    void pagesFollowEachOther() {
        Board board = ofFive().board();
        assertThat(board.page(2, 2)).extracting(Place::player).containsExactly("ann", "cyd");
        assertThat(board.page(4, 2)).extracting(Place::player).containsExactly("eve");
        assertThat(board.page(6, 2)).isEmpty();
        assertThat(board.page(3, Integer.MAX_VALUE)).extracting(Place::player).containsExactly("cyd", "eve");
    }

    @Test
    void neighboursOfAPlayer() {
        Board board = ofFive().board();
        assertThat(board.around("ann", 1)).extracting(Place::player).containsExactly("bob", "ann", "cyd");
        assertThat(board.around("dee", 1)).extracting(Place::player).containsExactly("dee", "bob");
        assertThat(board.around("eve", 2)).extracting(Place::player).containsExactly("ann", "cyd", "eve");
        assertThat(board.around("bob", Integer.MAX_VALUE)).isEqualTo(board.page(0, 5));
        assertThatThrownBy(() -> board.around("zoe", 1)).hasMessage("no player zoe");
    }

    @Test
    void ranksAreThoseThatCountingFinds() {
        Leaderboard leaderboard = new Leaderboard();
        play(leaderboard, 7);
        Board board = leaderboard.board();
        assertThat(board.agrees()).isTrue();
        board.scores().forEach((player, score) -> {
            long higher = board.scores().values().stream()
                    .filter(other -> other > score)
                    .count();
            assertThat(board.rank(player)).hasValue((int) higher + 1);
        });
        assertThat(board.page(0, PLAYERS)).isSortedAccordingTo(Comparator.comparingInt(Place::rank));
    }

    // ---- last week

    @Test
    void aBoardThatIsKeptTellsWhoHasMoved() {
        Leaderboard leaderboard = ofFive();
        Board lastWeek = leaderboard.board();
        leaderboard.score("eve", 100);
        leaderboard.score("bob", 5);
        leaderboard.score("zoe", 60);
        Board now = leaderboard.board();
        assertThat(now.movesSince(lastWeek))
                .containsExactly(
                        new Move("bob", OptionalInt.of(2), OptionalInt.of(3)),
                        new Move("eve", OptionalInt.of(5), OptionalInt.of(1)),
                        new Move("zoe", OptionalInt.empty(), OptionalInt.of(4)));
        assertThat(lastWeek.page(0, 1)).containsExactly(new Place(1, "dee", 90));
        assertThat(now.movesSince(now)).isEmpty();
    }

    @Test
    void theNextPageFitsTheFirstWhoeverScoresBetween() {
        Leaderboard leaderboard = ofFive();
        Board shown = leaderboard.board();
        List<Place> first = shown.page(0, 2);
        leaderboard.score("eve", 1_000);
        assertThat(first).extracting(Place::player).containsExactly("dee", "bob");
        assertThat(shown.page(2, 2)).extracting(Place::player).containsExactly("ann", "cyd");
        // The usual way asks for the present ranking each time, and shows bob twice.
        assertThat(leaderboard.board().page(2, 2)).extracting(Place::player).startsWith("bob");
    }

    // ---- scores and ranking of one moment

    @Test
    void aBoardOfTwoMomentsContradictsItself() {
        Leaderboard leaderboard = ofFive();
        assertThat(leaderboard.boardInTwoSteps(() -> {}).agrees()).isTrue();
        Board torn = leaderboard.boardInTwoSteps(() -> leaderboard.score("eve", 100));
        assertThat(torn.agrees()).isFalse();
        assertThat(torn.ranking().indexOf(new Standing(torn.scores().get("eve"), "eve")))
                .as("where eve is looked for")
                .isNegative();
    }

    @Test
    void boardsAgreeWhilePointsAreScored() throws Exception {
        Leaderboard leaderboard = ofFive();
        int views = WhileWritten.check(
                () -> {
                    Board board = leaderboard.board();
                    assertThat(board.agrees()).isTrue();
                    assertThat(board.around("ann", 1)).extracting(Place::player).contains("ann");
                },
                () -> play(leaderboard, 1),
                () -> play(leaderboard, 2));
        assertThat(views).isPositive();
        long points = leaderboard.board().scores().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        assertThat(points).as("none is lost").isEqualTo(270 + 2 * GAMES);
    }

    /** One point for somebody, again and again. */
    private static void play(Leaderboard leaderboard, int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < GAMES; i++) {
            leaderboard.score("player " + random.nextInt(PLAYERS), 1);
        }
    }
}
