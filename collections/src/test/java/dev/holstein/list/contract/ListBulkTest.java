package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes of many elements that touch a part of a list only: what is before and behind that part stays, and the answer is right. */
class ListBulkTest {
    /** So many that taking few of them out goes one by one, whatever the size of the leaves. */
    private static final int SIZE = 2_000;

    private static final int[] PLACES = {0, 1, ListProbe.LEAF, SIZE / 2, SIZE - ListProbe.LEAF - 1, SIZE - 1};

    private static List<Integer> elements() {
        return ListCase.elements(SIZE);
    }

    static List<List<Integer>> lists() {
        return List.of(new CowList<>(elements()), new ConcurrentList<>(elements()));
    }

    private static void agree(List<Integer> list, List<Integer> expected) {
        ListProbe.check(list);
        assertThat(new ArrayList<>(list)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void fewOfManyAreTakenOut(List<Integer> list) {
        List<Integer> expected = elements();
        for (int place : PLACES) {
            Integer only = expected.get(Math.min(place, expected.size() - 1));
            assertThat(list.removeIf(element -> Objects.equals(element, only))).isTrue();
            expected.removeIf(element -> Objects.equals(element, only));
            agree(list, expected);
            assertThat(list.removeIf(element -> element != null && element == -1))
                    .isFalse();
        }
        Set<Integer> some = new HashSet<>(List.of(7, 8, 900, 1_900));
        assertThat(list.removeAll(some)).isTrue();
        expected.removeAll(some);
        agree(list, expected);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void fewOfARangeAreTakenOut(List<Integer> list) {
        List<Integer> expected = elements();
        for (int from : new int[] {0, 1, ListProbe.LEAF + 1, SIZE / 2}) {
            int to = from + SIZE / 3;
            for (int gone : new int[] {from, from + 1, (from + to) / 2, to - 1}) {
                Integer only = expected.get(gone);
                if (only != null) {
                    assertThat(list.subList(from, to).removeIf(only::equals)).isTrue();
                    assertThat(expected.subList(from, to).removeIf(only::equals))
                            .isTrue();
                    agree(list, expected);
                }
                assertThat(list.subList(from, to).removeIf(Integer.valueOf(-1)::equals))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void sortingARangeLeavesTheRest(List<Integer> list) {
        List<Integer> expected = elements();
        Comparator<Integer> backwards = Comparator.nullsLast(Comparator.reverseOrder());
        for (int from : new int[] {0, 3, ListProbe.LEAF, SIZE / 2}) {
            for (int to : new int[] {from + 1, from + ListProbe.LEAF, SIZE - 1, SIZE}) {
                list.subList(from, to).sort(backwards);
                expected.subList(from, to).sort(backwards);
                agree(list, expected);
                list.subList(from, to).sort(backwards);
                agree(list, expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void listsOfThisLibraryAreAddedAsOthersAre(List<Integer> list) {
        List<Integer> expected = elements();
        for (int count : new int[] {0, 1, ListProbe.LEAF - 1, ListProbe.LEAF, ListProbe.LEAF + 1, ListProbe.FLAT + 1}) {
            List<Integer> more = ListCase.elements(count);
            for (List<Integer> added : List.of(PersistentList.copyOf(more), new CowList<>(more), more)) {
                for (int place : new int[] {0, 1, expected.size() / 2, expected.size()}) {
                    assertThat(list.addAll(place, added)).isEqualTo(expected.addAll(place, more));
                }
                assertThat(list.addAll(added)).isEqualTo(expected.addAll(more));
                agree(list, expected);
            }
        }
    }
}
