package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ranges that begin at different places of lists: equality walks two of them side by side, passes over nodes that both show at the
 * same places, and must not pass over those that they show at others.
 */
class ListRangesTest {
    private static final int SIZE = 2 * ListProbe.FLAT + 5;
    private static final int LEAF = ListProbe.LEAF;

    /** Repeats after a leaf and a bit, so that some ranges that begin at different places are equal and most are not. */
    private static final int PERIOD = LEAF + 2;

    private static final int[] STARTS = {0, 1, 2, LEAF - 1, LEAF, LEAF + 1, PERIOD, PERIOD + 1, 2 * LEAF, 2 * PERIOD};
    private static final int[] LENGTHS = {0, 1, LEAF - 1, LEAF, 3 * LEAF + 1};

    private static List<Integer> elements() {
        List<Integer> elements = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            elements.add(i % PERIOD == 3 ? null : Integer.valueOf(i % PERIOD));
        }
        return elements;
    }

    static List<List<Integer>> lists() {
        CowList<Integer> uneven = new CowList<>(elements());
        uneven.add(LEAF / 2, -1);
        Object unused = uneven.remove(LEAF / 2);
        return List.of(
                new CowList<>(elements()),
                new ConcurrentList<>(elements()),
                PersistentList.copyOf(elements()),
                uneven,
                uneven.snapshot());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void rangesAreEqualIfTheirElementsAre(List<Integer> list) {
        List<Integer> expected = elements();
        for (List<Integer> other : lists()) {
            for (List<Integer> right : List.of(list, other)) {
                compare(list, right, expected);
            }
        }
    }

    private static void compare(List<Integer> left, List<Integer> right, List<Integer> expected) {
        for (int length : LENGTHS) {
            for (int from : STARTS) {
                List<Integer> range = left.subList(from, from + length);
                List<Integer> same = expected.subList(from, from + length);
                assertThat(range).hasSameHashCodeAs(same).hasToString(same.toString());
                for (int start : STARTS) {
                    boolean equal = same.equals(expected.subList(start, start + length));
                    assertThat(range.equals(right.subList(start, start + length)))
                            .as("%s from %s and from %s", length, from, start)
                            .isEqualTo(equal);
                    assertThat(range.equals(expected.subList(start, start + length)))
                            .isEqualTo(equal);
                }
                assertThat(range.equals(right.subList(from, from + length + 1))).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void oneElementMakesTheDifference(List<Integer> list) {
        int from = LEAF - 1;
        int length = 3 * LEAF;
        for (int at : new int[] {0, 1, LEAF, 2 * LEAF, length - 1}) {
            CowList<Integer> other = new CowList<>(list);
            Object unused = other.set(from + at, -7);
            List<Integer> range = list.subList(from, from + length);
            assertThat(range.equals(other.subList(from, from + length))).isFalse();
            assertThat(other.subList(from, from + length).equals(range)).isFalse();
            assertThat(range.equals(new ArrayList<>(other.subList(from, from + length))))
                    .isFalse();
            assertThat(list.subList(from, from + at).equals(other.subList(from, from + at)))
                    .isTrue();
            assertThat(list.subList(from + at + 1, SIZE).equals(other.subList(from + at + 1, SIZE)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void searchesAndReadsStayWithinTheRange(List<Integer> list) {
        List<Integer> expected = elements();
        for (int from : STARTS) {
            for (int length : LENGTHS) {
                List<Integer> range = list.subList(from, from + length);
                List<Integer> twin = expected.subList(from, from + length);
                for (Integer element : new Integer[] {null, 0, 1, LEAF - 1, LEAF, PERIOD - 1, PERIOD}) {
                    assertThat(range.indexOf(element)).isEqualTo(twin.indexOf(element));
                    assertThat(range.lastIndexOf(element)).isEqualTo(twin.lastIndexOf(element));
                    assertThat(range.contains(element)).isEqualTo(twin.contains(element));
                }
                for (int i = 0; i < length; i++) {
                    assertThat(range.get(i)).isEqualTo(twin.get(i));
                }
                for (int outside : new int[] {-1, length, length + 1, length + from}) {
                    if (outside < 0 || outside >= length) {
                        assertThatThrownBy(() -> range.get(outside))
                                .isInstanceOf(IndexOutOfBoundsException.class)
                                .hasMessageContaining("index " + outside + " out of bounds for length " + length);
                    }
                }
            }
        }
    }
}
