package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Spliterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists of as many elements as there are indices: joining a list with itself makes one of a few hundred nodes. */
class ListLimitsTest {
    private static final int MOST = Integer.MAX_VALUE;
    private static final int PERIOD = 1 << 10;

    /** The list 0, 1, ... {@link #PERIOD}-1, 0, 1, ... with as many elements as can be. */
    private static PersistentList<Integer> full() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < PERIOD; i++) {
            numbers.add(i);
        }
        PersistentList<Integer> list = PersistentList.copyOf(numbers);
        while (list.size() < 1 << 30) {
            list = list.concat(list);
        }
        return list.concat(list.subList(0, (1 << 30) - 1));
    }

    private static final PersistentList<Integer> FULL = full();

    private static final int[] PLACES = {
        0, 1, PERIOD, 12_345, (1 << 20) + 7, (1 << 30) - 1, 1 << 30, (1 << 30) + 1, MOST - PERIOD, MOST - 2, MOST - 1
    };

    private static void assertWhole(List<Integer> list) {
        assertThat(list.size()).isEqualTo(MOST);
        for (int place : PLACES) {
            assertThat(list.get(place)).as("at %s", place).isEqualTo(place % PERIOD);
        }
    }

    @Test
    void readsAtTheEnds() {
        assertWhole(FULL);
        assertThat(FULL.getLast()).isEqualTo(PERIOD - 2);
        assertThat(FULL.indexOf(PERIOD - 1)).isEqualTo(PERIOD - 1);
        assertThat(FULL.lastIndexOf(PERIOD - 1)).isEqualTo(MOST - PERIOD);
        for (int index : new int[] {MOST, -1, Integer.MIN_VALUE, Integer.MIN_VALUE + 1}) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> FULL.get(index))
                    .withMessage("index " + index + " out of bounds for length " + MOST);
        }
        ListIterator<Integer> back = FULL.listIterator(MOST);
        assertThat(back.hasNext()).isFalse();
        assertThat(back.nextIndex()).isEqualTo(MOST);
        assertThat(back.previous()).isEqualTo(PERIOD - 2);
        assertThat(back.previousIndex()).isEqualTo(MOST - 2);
        assertThat(FULL.subList(MOST - 3, MOST)).containsExactly(PERIOD - 4, PERIOD - 3, PERIOD - 2);
    }

    @Test
    void splitsIntoHalves() {
        Spliterator<Integer> rest = FULL.spliterator();
        assertThat(rest.estimateSize()).isEqualTo(MOST);
        Spliterator<Integer> first = rest.trySplit();
        assertThat(first.estimateSize() + rest.estimateSize()).isEqualTo(MOST);
        assertThat(first.estimateSize()).isGreaterThan(MOST / 3);
        long next = first.estimateSize();
        rest.tryAdvance(element -> assertThat(element).isEqualTo((int) (next % PERIOD)));
    }

    private static void assertNoRoom(Runnable write) {
        assertThatIllegalStateException().isThrownBy(write::run).withMessageContaining(String.valueOf(MOST));
    }

    @Test
    void takesNoMoreThanThereAreIndices() {
        PersistentList<Integer> one = PersistentList.of(1);
        PersistentList<Integer> many = PersistentList.copyOf(ListCase.elements(ListCase.MANY));
        assertNoRoom(() -> assertThat(FULL.plus(1)).isNull());
        assertNoRoom(() -> assertThat(FULL.plus(0, 1)).isNull());
        assertNoRoom(() -> assertThat(FULL.plus(MOST / 2, 1)).isNull());
        assertNoRoom(() -> assertThat(FULL.plus(MOST, 1)).isNull());
        assertNoRoom(() -> assertThat(FULL.plusAll(List.of(1))).isNull());
        assertNoRoom(() -> assertThat(FULL.plusAll(5, List.of(1, 2))).isNull());
        assertNoRoom(() -> assertThat(FULL.plusAll(5, many)).isNull());
        assertNoRoom(() -> assertThat(FULL.concat(one)).isNull());
        assertNoRoom(() -> assertThat(one.concat(FULL)).isNull());
        assertNoRoom(() -> assertThat(FULL.concat(FULL)).isNull());
        PersistentList<Integer> withSlack =
                FULL.minus(MOST - 1).plus(PERIOD - 2); // its tail has room, the list has none
        assertNoRoom(() -> assertThat(withSlack.plus(1)).isNull());
        assertWhole(withSlack);
        assertWhole(FULL);
    }

    @Test
    @SuppressWarnings("ModifyingCollectionWithItself") // that it is refused is the promise
    void nothingChangesInAListThatIsFull() {
        PersistentList<Integer> many = PersistentList.copyOf(ListCase.elements(ListCase.MANY));
        CowList<Integer> cow = FULL.mutableCopy();
        ConcurrentList<Integer> concurrent = new ConcurrentList<>(FULL);
        for (List<Integer> list : List.of(cow, concurrent)) {
            assertThat(list.remove(MOST - 1)).isEqualTo(PERIOD - 2);
            assertThat(list.add(PERIOD - 2)).isTrue();
            for (List<Integer> each : List.of(list, list.subList(0, MOST))) {
                assertNoRoom(() -> each.add(1));
                assertNoRoom(() -> each.add(0, 1));
                assertNoRoom(() -> each.add(MOST - 1, 1));
                assertNoRoom(() -> each.addAll(List.of(1)));
                assertNoRoom(() -> each.addAll(7, List.of(1)));
                assertNoRoom(() -> each.addAll(many));
                assertNoRoom(() -> each.addAll(7, many));
                assertNoRoom(() -> each.addAll(each));
                assertWhole(each);
            }
            ListIterator<Integer> walk = list.listIterator(5);
            assertNoRoom(() -> {
                if (list instanceof CowList) {
                    walk.add(1);
                } else {
                    list.subList(1, 3).add(1);
                }
            });
            assertThat(walk.next()).isEqualTo(5);
            assertWhole(list);
        }
        assertNoRoom(() -> cow.addFirst(1));
        assertWhole(FULL);
    }

    @Test
    void editsInTheMiddleOfAHugeList() {
        CowList<Integer> list = FULL.mutableCopy();
        int middle = 1_500_000_123;
        Integer removed = list.remove(middle);
        list.add(middle, -7);
        assertThat(list.get(middle)).isEqualTo(-7);
        assertThat(list.set(middle, removed)).isEqualTo(-7);
        list.subList(1 << 29, MOST - 5).clear();
        assertThat(list.size()).isEqualTo((1 << 29) + 5);
        assertThat(list.getLast()).isEqualTo(PERIOD - 2);
        list.clear();
        assertThat(list).isEmpty();
        ListProbe.check(list);
        assertWhole(FULL);
    }

    /** A sum of sizes that overflows an int is noticed by every path. */
    @Test
    void sumsOfSizesDoNotOverflow() {
        PersistentList<Integer> half = FULL.subList(0, 1 << 30);
        Stream.<List<Integer>>of(half.mutableCopy(), new ConcurrentList<>(half)).forEach(list -> {
            assertNoRoom(() -> list.addAll(half));
            assertNoRoom(() -> list.addAll(12, half));
            assertNoRoom(() -> list.subList(3, 9).addAll(2, half));
            assertThat(list.size()).isEqualTo(1 << 30);
            assertThat(list.addAll(0, half.subList(1, 1 << 30))).isTrue();
            assertThat(list.size()).isEqualTo(MOST);
            assertThat(list.get((1 << 30) - 1)).isEqualTo(0);
        });
    }
}
