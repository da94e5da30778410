package dev.holstein.list.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains of thousands of steps, each on what the one before has made: fill, height and bytes keep within their bounds. */
class ListChainTest {
    private static final int LEAF = ListProbe.LEAF;
    private static final int FAN = ListProbe.FAN;
    private static final int LARGEST = Math.max(40 * LEAF, 2_000);

    /** Where the steps of a chain go. */
    enum Where {
        FRONT((size, step) -> 0),
        BACK((size, step) -> size),
        MIDDLE((size, step) -> size / 2),
        ALTERNATING((size, step) -> step % 2 == 0 ? 0 : size),
        THIRDS((size, step) -> (int) (size * (step % 3 + 1L) / 4)),
        SWEEPING((size, step) -> (int) (step * 37L % (size + 1))),
        SCATTERED((size, step) -> (int) (step * 0x9E3779B1L >>> 7) % (size + 1));

        private final IntBinaryOperator place;

        Where(IntBinaryOperator place) {
            this.place = place;
        }

        int at(int size, int step) {
            return Math.floorMod(place.applyAsInt(size, step), size + 1);
        }
    }

    /** Checks now and then: always while lists are small. */
    private static boolean isChecked(int step) {
        return LEAF < 16 || step % 64 == 0;
    }

    @ParameterizedTest
    @EnumSource(Where.class)
    void insertingThenRemoving(Where where) {
        CowList<Integer> list = new CowList<>();
        int step = 0;
        for (; list.size() < LARGEST; step++) {
            list.add(where.at(list.size(), step), step);
            if (isChecked(step)) {
                ListShape.check(list, LARGEST);
            }
        }
        ListShape.check(list, LARGEST);
        while (!list.isEmpty()) {
            Integer unused = list.remove(where.at(list.size() - 1, step++));
            if (isChecked(step)) {
                ListShape.check(list, LARGEST);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Where.class)
    void queuesThatStayAsLongAsTheyAre(Where where) {
        PersistentList<Integer> list = PersistentList.of(ListShape.numbers(10 * LEAF));
        for (int step = 0; step < 6_000; step++) {
            list = list.plus(where.at(list.size(), step), step);
            list = list.minus(where.at(list.size() - 1, step * 7 + 3));
            if (isChecked(step)) {
                ListShape.check(list, LARGEST);
            }
        }
        assertThat(list).hasSize(10 * LEAF);
    }

    @ParameterizedTest
    @EnumSource(Where.class)
    void cuttingAndTurning(Where where) {
        PersistentList<Integer> list = PersistentList.of(ListShape.numbers(LARGEST));
        for (int step = 0; step < 5_000; step++) {
            var split = list.split(where.at(list.size(), step));
            ListProbe.check(split.before());
            ListProbe.check(split.after());
            list = split.after().concat(split.before());
            ListShape.check(list, LARGEST);
        }
        assertThat(list.mutableCopy().stream().mapToInt(each -> each).sorted()).hasSize(LARGEST);
    }

    /** Grows by what it is, and is sliced back: from the front, the back, around the middle. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void concatenatedWithItselfAndSlicedBack(long seed) {
        Random random = new Random(seed);
        PersistentList<Integer> list = PersistentList.of(ListShape.numbers(3 * LEAF));
        for (int step = 0; step < 4_000; step++) {
            list = list.concat(list);
            if (list.size() > LARGEST) {
                int size = 1 + random.nextInt(LARGEST / 2);
                int from = step % 3 == 0 ? 0 : step % 3 == 1 ? list.size() - size : (list.size() - size) / 2;
                list = list.subList(from, from + size);
            }
            ListShape.check(list, 2 * LARGEST);
        }
    }

    /** Small pieces from everywhere, which are all edges. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void smallPieces(long seed) {
        Random random = new Random(seed);
        PersistentList<Integer> source = PersistentList.of(ListShape.numbers(LARGEST));
        PersistentList<Integer> list = PersistentList.empty();
        for (int step = 0; step < 3_000; step++) {
            int[] sizes = {1, 2, LEAF / 2 - 1, LEAF / 2, LEAF - 1, LEAF, LEAF + 1, LEAF + 2, 2 * LEAF + 1, FAN};
            int size = Math.min(source.size(), Math.max(1, sizes[random.nextInt(sizes.length)]));
            int border = random.nextInt(source.size() / LEAF) * LEAF + random.nextInt(3) - 1;
            int from = Math.max(0, Math.min(source.size() - size, border - random.nextInt(size + 1)));
            PersistentList<Integer> piece = source.subList(from, from + size);
            int at = switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> list.size();
                default -> random.nextInt(list.size() + 1);
            };
            list = random.nextBoolean()
                    ? list.plusAll(at, piece)
                    : list.subList(0, at).concat(piece).concat(list.subList(at, list.size()));
            if (list.size() > LARGEST) {
                int cut = random.nextInt(list.size());
                list = random.nextBoolean() ? list.subList(cut, list.size()) : list.subList(0, cut);
                source = list.size() > 4 * LEAF ? list : source;
            }
            ListShape.check(list, 2L * LARGEST);
        }
    }

    /** Trees whose edges were worn down to single elements, joined with each other. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void wornEdges(int height) {
        int full = LEAF;
        for (int i = 1; i < height; i++) {
            full *= FAN;
        }
        if (full > 1 << 21) {
            return;
        }
        Random random = new Random(height);
        PersistentList<Integer> whole = PersistentList.of(ListShape.numbers(2 * full + LEAF + 2));
        for (int round = 0; round < 60; round++) {
            int from = Math.max(0, full - 1 - random.nextInt(LEAF));
            CowList<Integer> right =
                    whole.subList(round % 3 == 0 ? from : 0, whole.size()).mutableCopy();
            while (round % 4 == 1 && right.size() > full + LEAF + 2) {
                right.subList(0, right.size() - full - LEAF - 2).clear();
            }
            CowList<Integer> left =
                    whole.subList(0, full + LEAF + 1 + random.nextInt(2)).mutableCopy();
            for (int i = random.nextInt(LEAF); i > 0; i--) {
                left.remove(full);
            }
            ListProbe.check(left);
            ListProbe.check(right);
            ListShape.check(left.snapshot().concat(right.snapshot()), 4L * whole.size());
            left.addAll(right);
            ListShape.check(left, 4L * whole.size());
            right.addAll(right.size() / 2, left);
            ListShape.check(right, 8L * whole.size());
        }
    }

    @Test
    void theLargestOfAll() {
        PersistentList<Integer> one = PersistentList.of(7);
        PersistentList<Integer> list = one;
        while (list.size() < 1 << 30) {
            list = list.concat(list);
        }
        PersistentList<Integer> largest = list.concat(list.subList(0, list.size() - 1));
        assertThat(largest.size()).isEqualTo(Integer.MAX_VALUE);
        if (LEAF >= 128) {
            ListProbe.check(largest);
        }
        for (long i = 0; i < Integer.MAX_VALUE; i += 12_345_678) {
            assertThat(largest.get((int) i)).isEqualTo(7);
        }
        assertThat(largest.get(Integer.MAX_VALUE - 1)).isEqualTo(7);
        PersistentList<Integer> with = largest.with(Integer.MAX_VALUE - 2, 8).with(1 << 30, 9);
        assertThat(with.get(Integer.MAX_VALUE - 2)).isEqualTo(8);
        assertThat(with.get(1 << 30)).isEqualTo(9);
        assertThat(PersistentList.diff(largest, with)).hasSize(2);
        assertThat(with.minus(1 << 30).minus(0).get((1 << 30) - 2)).isEqualTo(7);
        for (Runnable call : new Runnable[] {
            () -> largest.plus(1),
            () -> largest.plus(0, 1),
            () -> largest.plusAll(5, one),
            () -> largest.concat(one),
            () -> largest.mutableCopy().add(1),
            () -> largest.mutableCopy().add(3, 1),
            () -> largest.mutableCopy().addAll(3, java.util.List.of(1, 2))
        }) {
            org.assertj.core.api.Assertions.assertThatIllegalStateException()
                    .isThrownBy(call::run)
                    .withMessageContaining("" + Integer.MAX_VALUE);
        }
    }
}
