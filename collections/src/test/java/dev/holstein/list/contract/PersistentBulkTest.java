package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code minusIf}, {@code withAll} and {@code sorted}: the bulk operations of a persistent list beside those of an ArrayList. */
class PersistentBulkTest {
    static IntStream sizes() {
        int leaf = ListProbe.LEAF;
        return IntStream.of(
                0, 1, leaf - 1, leaf, leaf + 1, ListProbe.FLAT, ListProbe.FLAT + 1, leaf * ListProbe.FAN + 3);
    }

    private static PersistentList<Integer> ofSize(int size) {
        return PersistentList.copyOf(
                IntStream.range(0, size).map(i -> i * 7919 % 1009).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void behaveAsThoseOfAnArrayList(int size) {
        PersistentList<Integer> list = ofSize(size);
        List<Integer> before = new ArrayList<>(list);
        List<Integer> expected = new ArrayList<>(before);
        expected.removeIf(each -> each % 3 == 0);
        assertThat(checked(list.minusIf(each -> each % 3 == 0))).isEqualTo(expected);
        expected = new ArrayList<>(before);
        expected.replaceAll(each -> -each);
        assertThat(checked(list.withAll(each -> -each))).isEqualTo(expected);
        expected = new ArrayList<>(before);
        expected.sort(Comparator.reverseOrder());
        assertThat(checked(list.sorted(Comparator.reverseOrder()))).isEqualTo(expected);
        expected.sort(null);
        assertThat(checked(list.sorted(null))).isEqualTo(expected);
        assertThat(list).isEqualTo(before);
    }

    private static PersistentList<Integer> checked(PersistentList<Integer> list) {
        ListProbe.check(list);
        return list;
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void answerTheListItselfIfTheyChangeNothing(int size) {
        PersistentList<Integer> list = ofSize(size).sorted(null);
        assertThat(list.minusIf(each -> each < 0)).isSameAs(list);
        assertThat(list.withAll(each -> each)).isSameAs(list);
        assertThat(list.sorted(Comparator.naturalOrder())).isSameAs(list);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void refuseNull(int size) {
        PersistentList<Integer> list = ofSize(size);
        assertThatThrownBy(() -> list.minusIf(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("filter is null");
        assertThatThrownBy(() -> list.withAll(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("operator is null");
    }
}
