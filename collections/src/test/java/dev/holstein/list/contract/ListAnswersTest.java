package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.PersistentList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What calls answer about what they did, beside what they did. */
class ListAnswersTest {
    private static List<Integer> numbers(int count) {
        return Stream.iterate(0, each -> each + 1).limit(count).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 300, 3000})
    void compareAndSetAnswersWhetherItReplaced(int count) {
        ConcurrentList<Integer> list = new ConcurrentList<>(numbers(count));
        PersistentList<Integer> before = list.snapshot();
        PersistentList<Integer> next = before.plus(-1);
        assertThat(list.compareAndSet(before, next)).isTrue();
        assertThat(list).isEqualTo(next);
        assertThat(list.compareAndSet(before, before)).isFalse();
        assertThat(list).isEqualTo(next);
        assertThat(list.compareAndSet(list.snapshot(), before)).isTrue();
        assertThat(list).isEqualTo(numbers(count));
    }

    @Test
    void addIfAbsentAnswersWhetherItAdded() {
        ConcurrentList<Integer> list = new ConcurrentList<>(numbers(600));
        assertThat(list.addIfAbsent(599)).isFalse();
        assertThat(list.addIfAbsent(0)).isFalse();
        assertThat(list.addIfAbsent(600)).isTrue();
        assertThat(list.addIfAbsent(600)).isFalse();
        assertThat(list).isEqualTo(numbers(601));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 300, 3000})
    void containsAllAnswersForEachElement(int count) {
        List<Integer> elements = numbers(count);
        for (List<Integer> list : List.of(
                PersistentList.<Integer>copyOf(elements), new CowList<>(elements), new ConcurrentList<>(elements))) {
            for (List<Integer> each : List.of(list, list.subList(0, count), new CowList<>(list).reversed())) {
                assertThat(each.containsAll(List.of())).isTrue();
                assertThat(each.containsAll(List.of(count - 1, 0))).isTrue();
                assertThat(each.containsAll(List.of(0, count))).isFalse();
                assertThat(each.containsAll(Arrays.asList(0, null))).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 300, 3000})
    void writesThroughAReversedListAnswerWhetherTheyChangedIt(int count) {
        for (List<Integer> base :
                List.<List<Integer>>of(new CowList<>(numbers(count)), new ConcurrentList<>(numbers(count)))) {
            List<Integer> reversed =
                    base instanceof CowList<Integer> cow ? cow.reversed() : ((ConcurrentList<Integer>) base).reversed();
            assertThat(reversed.retainAll(numbers(count))).isFalse();
            assertThat(reversed.removeAll(List.of(count))).isFalse();
            assertThat(reversed.remove((Object) count)).isFalse();
            assertThat(reversed.addAll(List.of())).isFalse();
            assertThat(reversed.addAll(1, List.of())).isFalse();
            assertThat(base).isEqualTo(numbers(count));
            assertThat(reversed.addAll(List.of(-1, -2))).isTrue();
            assertThat(base.subList(0, 3)).containsExactly(-2, -1, 0);
            assertThat(reversed.addAll(1, List.of(-3, -4))).isTrue();
            assertThat(base.subList(count + 1, count + 4)).containsExactly(-4, -3, count - 1);
            assertThat(reversed.remove((Object) (-4))).isTrue();
            assertThat(reversed.remove((Object) (-2)))
                    .isTrue(); // the last one seen from here, the first one of the list
            assertThat(reversed.removeAll(List.of(-1, -3))).isTrue();
            assertThat(base).isEqualTo(numbers(count));
            assertThat(reversed.retainAll(List.of(0))).isEqualTo(count > 1);
            assertThat(base).containsExactly(0);
        }
    }
}
