package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Collectors and the ways to make a list from others. */
class ListCollectorsTest {
    private static final int[] SIZES = {0, 1, ListProbe.LEAF, ListProbe.FLAT, ListProbe.FLAT + 1, ListCase.MANY};

    static Stream<Collector<Integer, ?, ? extends List<Integer>>> collectors() {
        return Stream.of(CowList.toCowList(), ConcurrentList.toConcurrentList(), PersistentList.toPersistentList());
    }

    @ParameterizedTest
    @MethodSource("collectors")
    void collectInOrder(Collector<Integer, ?, ? extends List<Integer>> collector) {
        for (int size : SIZES) {
            List<Integer> elements = ListCase.elements(size);
            List<Integer> one = elements.stream().collect(collector);
            List<Integer> parallel = elements.parallelStream().collect(collector);
            List<Integer> filtered = IntStream.range(0, size)
                    .parallel()
                    .boxed()
                    .filter(each -> each % 3 == 0)
                    .collect(collector);
            ListProbe.check(one);
            ListProbe.check(parallel);
            ListProbe.check(filtered);
            assertThat(one).isEqualTo(elements).hasSameClassAs(parallel);
            assertThat(parallel).isEqualTo(elements);
            assertThat(filtered)
                    .isEqualTo(IntStream.range(0, size)
                            .filter(each -> each % 3 == 0)
                            .boxed()
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("collectors")
    void collectGroups(Collector<Integer, ?, ? extends List<Integer>> collector) {
        Map<Integer, List<Integer>> groups = IntStream.range(0, 1_000)
                .boxed()
                .parallel()
                .collect(Collectors.groupingBy(
                        each -> each % 3, Collectors.collectingAndThen(collector, list -> (List<Integer>) list)));
        assertThat(groups).hasSize(3);
        groups.forEach((rest, group) -> {
            ListProbe.check(group);
            assertThat(group.get(1)).isEqualTo(3 + rest);
        });
    }

    /** What is collected is mutable, and nobody else's. */
    @Test
    void collectedListsAreIndependent() {
        List<CowList<Integer>> both = ListCase.elements(ListCase.MANY).parallelStream()
                .collect(Collectors.teeing(CowList.toCowList(), CowList.toCowList(), List::of));
        both.get(0).clear();
        assertThat(both.get(1)).isEqualTo(ListCase.elements(ListCase.MANY));
    }

    @Test
    void copiesOfEveryKindOfSource() {
        for (int size : SIZES) {
            List<Integer> elements = ListCase.elements(size);
            CowList<Integer> cow = new CowList<>(elements);
            List<Iterable<Integer>> sources = List.of(
                    elements,
                    elements::iterator,
                    cow,
                    cow.subList(0, size),
                    cow.snapshot(),
                    new ConcurrentList<>(elements),
                    new ConcurrentList<>(elements).subList(0, size));
            for (Iterable<Integer> source : sources) {
                List<List<Integer>> copies = List.of(CowList.copyOf(source), PersistentList.copyOf(source));
                for (List<Integer> copy : copies) {
                    ListProbe.check(copy);
                    assertThat(copy).isEqualTo(elements);
                }
                if (source instanceof List<Integer> list) {
                    assertThat(new CowList<>(list)).isEqualTo(elements);
                    assertThat(new ConcurrentList<>(list)).isEqualTo(elements);
                }
            }
            Integer[] array = elements.toArray(new Integer[0]);
            List<List<Integer>> ofArray =
                    List.of(CowList.of(array), PersistentList.of(array), new ConcurrentList<>(array));
            if (size > 0) {
                array[0] = -1;
            }
            for (List<Integer> list : ofArray) {
                assertThat(list).isEqualTo(elements);
            }
        }
    }

    @Test
    void sourcesMayBeWrittenAfterwards() {
        for (int size : SIZES) {
            List<Integer> elements = ListCase.elements(size);
            for (List<Integer> source :
                    List.of(new ArrayList<>(elements), new CowList<>(elements), new ConcurrentList<>(elements))) {
                List<List<Integer>> copies =
                        List.of(PersistentList.copyOf(source), new CowList<>(source), new ConcurrentList<>(source));
                source.add(1);
                source.set(0, -1);
                source.removeIf(each -> each == null);
                for (List<Integer> copy : copies) {
                    ListProbe.check(copy);
                    assertThat(copy).isEqualTo(elements);
                }
            }
        }
    }
}
