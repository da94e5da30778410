package dev.holstein.array.contract;

import static dev.holstein.array.contract.DoubleSubject.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.CowDoubleArray;
import dev.holstein.array.PagePool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Spliterator;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** {@code forEach}, streams and their splits. */
class DoubleArrayStreamTest {
    @Test
    void forEachShowsAllInOrder() {
        forAll(s -> {
            Collected collected = new Collected(s.length);
            s.array.forEach(x -> collected.add((double) x));
            assertThat(collected.elements()).isEqualTo(s.expected);
        });
    }

    @Test
    void streamsShowAllInOrder() {
        forAll(s -> {
            assertThat(collected(s.array.stream(), s.length)).isEqualTo(s.expected);
            assertThat(collected(s.array.stream().parallel(), s.length)).isEqualTo(s.expected);
            assertThat(s.array.stream().filter(x -> x != 0).count())
                    .isEqualTo(nonZero(s.expected))
                    .isEqualTo(s.array.stream().parallel().filter(x -> x != 0).count());
            assertThat(s.array.stream().count()).isEqualTo(s.length);
        });
    }

    private static double[] collected(DoubleStream stream, int length) {
        Collected collected = new Collected(length);
        stream.forEachOrdered(x -> collected.add((double) x));
        return collected.elements();
    }

    private static long nonZero(double[] elements) {
        long count = 0;
        for (double element : elements) {
            count += element != 0 ? 1 : 0;
        }
        return count;
    }

    @Test
    void splitsTileTheArray() {
        forAll(s -> {
            Spliterator.OfDouble all = s.array.spliterator();
            assertThat(all.hasCharacteristics(Spliterator.SIZED | Spliterator.SUBSIZED | Spliterator.ORDERED))
                    .isTrue();
            List<Spliterator.OfDouble> leaves = new ArrayList<>();
            split(all, leaves);
            Collected collected = new Collected(s.length);
            boolean one = false;
            for (Spliterator.OfDouble leaf : leaves) {
                assertThat(leaf.estimateSize()).isLessThanOrEqualTo(1);
                one = !one;
                if (one) {
                    leaf.forEachRemaining((DoubleConsumer) x -> collected.add((double) x));
                } else {
                    leaf.tryAdvance((DoubleConsumer) x -> collected.add((double) x));
                }
                assertThat(leaf.tryAdvance((DoubleConsumer) x -> collected.add((double) x)))
                        .isFalse();
                leaf.forEachRemaining((DoubleConsumer) x -> collected.add((double) x));
                assertThat(leaf.estimateSize()).isZero();
            }
            assertThat(collected.elements()).isEqualTo(s.expected);
        });
    }

    private static void split(Spliterator.OfDouble whole, List<Spliterator.OfDouble> leaves) {
        long size = whole.estimateSize();
        Spliterator.OfDouble left = whole.trySplit();
        if (left == null) {
            leaves.add(whole);
            return;
        }
        assertThat(left.estimateSize() + whole.estimateSize()).isEqualTo(size);
        assertThat(left.estimateSize()).isPositive();
        split(left, leaves);
        split(whole, leaves);
    }

    @Test
    void splitsLieBetweenPagesWhereTheyCan() {
        try (CowDoubleArray array =
                CowDoubleArray.ofLength(64, ArrayOptions.defaults().withPageSize(16))) {
            Spliterator.OfDouble all = array.spliterator();
            all.tryAdvance((DoubleConsumer) x -> {});
            Spliterator.OfDouble left = all.trySplit();
            assertThat(left.estimateSize()).isEqualTo(31);
            assertThat(all.estimateSize()).isEqualTo(32);
            assertThat(all.trySplit().estimateSize()).isEqualTo(16);
        }
    }

    @Test
    void anAdvancedSpliteratorShowsTheRest() {
        forAll(s -> {
            Spliterator.OfDouble rest = s.array.spliterator();
            Collected collected = new Collected(s.length);
            for (int i = 0; i < s.length / 2; i++) {
                assertThat(rest.tryAdvance((DoubleConsumer) x -> collected.add((double) x)))
                        .isTrue();
            }
            rest.forEachRemaining((DoubleConsumer) x -> collected.add((double) x));
            assertThat(collected.elements()).isEqualTo(s.expected);
        });
    }

    @Test
    void aFunctionThatWritesIsShownWhatItWroteFurtherOn() {
        forAll(s -> {
            boolean share = s.length < 20;
            Collected seen = new Collected(s.length);
            s.array.forEach(x -> {
                int i = seen.count;
                seen.add((double) x);
                if (share && i % 2 == 0) {
                    s.share();
                }
                if (i + 1 < s.length) {
                    s.expected[i + 1] = (double) (x == 7 ? 8 : 7);
                    s.array.set(i + 1, s.expected[i + 1]);
                }
            });
            assertThat(seen.elements()).isEqualTo(s.expected);
        });
    }

    @Test
    void aFunctionThatClearsIsShownZeros() {
        forAll(s -> {
            Collected seen = new Collected(s.length);
            s.array.forEach(x -> {
                int i = seen.count;
                seen.add((double) x);
                if (i == s.length / 3) {
                    Arrays.fill(s.expected, i + 1, s.length, (double) 0);
                    s.array.clear(i + 1, s.length);
                }
            });
            assertThat(seen.elements()).isEqualTo(s.expected);
        });
    }

    @Test
    void aFunctionThatClosesTheHandleStopsIt() {
        for (PagePool pool : List.of(PagePool.heap(1 << 16), PagePool.direct(1 << 16))) {
            for (int at : new int[] {0, 1, 3, 4, 5}) {
                CowDoubleArray array = CowDoubleArray.copyOf(
                        new double[12], ArrayOptions.defaults().withPool(pool).withPageSize(4));
                int[] seen = {0};
                assertThatExceptionOfType(IllegalStateException.class)
                        .isThrownBy(() -> array.forEach(x -> {
                            if (seen[0]++ == at) {
                                array.close();
                            }
                        }));
                assertThat(seen[0]).isEqualTo(at + 1);
                assertThat(pool.stats().livePages()).isZero();
            }
        }
    }

    @Test
    void aStreamOfAHandleClosedMeanwhileIsRefused() {
        CowDoubleArray array = CowDoubleArray.ofLength(10);
        DoubleStream stream = array.stream();
        Spliterator.OfDouble spliterator = array.spliterator();
        array.close();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> stream.forEach(x -> {}));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> spliterator.tryAdvance((DoubleConsumer) x -> {}));
    }

    @Test
    void whatIsReadIsNotCopied() {
        try (CowDoubleArray array = CowDoubleArray.copyOf(new double[100]);
                CowDoubleArray other = array.snapshot()) {
            assertThat(array.stream().parallel().count()).isEqualTo(100);
            array.forEach(x -> {});
            assertThat(array.stats().copiedPages()).isZero();
            assertThat(array.stats().sharedPages()).isEqualTo(array.stats().pages());
            ArrayProbe.check(array, other);
        }
    }

    /** What was shown so far. */
    private static final class Collected {
        private final double[] elements;
        private int count;

        Collected(int most) {
            elements = new double[most];
        }

        void add(double element) {
            elements[count++] = element;
        }

        double[] elements() {
            return Arrays.copyOf(elements, count);
        }
    }
}
