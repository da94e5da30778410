package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.fail;

import dev.holstein.list.ListProbe;
import dev.holstein.list.contract.ListCase.Past;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every list answers, in every size and with every past: as {@link ArrayList} does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReadContract {
    private static final Integer ABSENT = -1;

    /** What shares nodes with the list of a test, and must be as it was after it. */
    private record Kept(List<Integer> list, List<Integer> expected) {}

    /** A walk begun before the test, and what it has not answered yet. */
    private record Walk(Iterator<Integer> iterator, List<Integer> rest) {}

    private final List<Kept> kept = new ArrayList<>();
    private final List<Walk> walks = new ArrayList<>();

    /** Makes the list of a case. */
    abstract List<Integer> make(List<Integer> elements, Past past);

    final List<Integer> make(ListCase listCase) {
        List<Integer> list = make(listCase.elements(), listCase.past());
        ListProbe.check(list);
        return list;
    }

    final void keep(List<Integer> list) {
        kept.add(new Kept(list, new ArrayList<>(list)));
    }

    /** Begins a walk, and answers the first half. */
    final void beginToWalk(List<Integer> list) {
        Iterator<Integer> iterator = list.iterator();
        int half = list.size() / 2;
        for (int i = 0; i < half; i++) {
            iterator.next();
        }
        walks.add(new Walk(iterator, new ArrayList<>(list.subList(half, list.size()))));
    }

    @AfterEach
    final void whatWasSharedIsUnchanged() {
        for (Kept each : kept) {
            ListProbe.check(each.list);
            assertThat(new ArrayList<>(each.list)).isEqualTo(each.expected);
        }
        kept.clear();
        for (Walk each : walks) {
            List<Integer> walked = new ArrayList<>();
            each.iterator.forEachRemaining(walked::add);
            assertThat(walked).isEqualTo(each.rest);
        }
        walks.clear();
    }

    static Stream<ListCase> cases() {
        return ListCase.all();
    }

    // ---- indices
    // --------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("cases")
    void getsEachElement(ListCase listCase) {
        List<Integer> list = make(listCase);
        List<Integer> expected = listCase.elements();
        assertThat(list.size()).isEqualTo(expected.size());
        assertThat(list.isEmpty()).isEqualTo(expected.isEmpty());
        assertThat(list).isInstanceOf(RandomAccess.class);
        for (int i = 0; i < expected.size(); i++) {
            if (!Objects.equals(list.get(i), expected.get(i))) {
                assertThat(list.get(i)).as("at %s", i).isEqualTo(expected.get(i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesIndicesOutOfBounds(ListCase listCase) {
        List<Integer> list = make(listCase);
        int size = listCase.size();
        for (int index : new int[] {Integer.MIN_VALUE, -1, size, size + 1, Integer.MAX_VALUE}) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> list.get(index))
                    .withMessage("index " + index + " out of bounds for length " + size);
            if (index != size) {
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .isThrownBy(() -> list.listIterator(index))
                        .withMessageStartingWith("index " + index + " out of bounds for length ");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesRangesOutOfBounds(ListCase listCase) {
        List<Integer> list = make(listCase);
        int size = listCase.size();
        for (int[] range : new int[][] {{-1, 0}, {0, size + 1}, {Integer.MIN_VALUE, size}, {size, Integer.MAX_VALUE}}) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> list.subList(range[0], range[1]))
                    .withMessage("range " + range[0] + " to " + range[1] + " out of bounds for length " + size);
        }
        if (size > 0) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> list.subList(size, size - 1))
                    .withMessageContaining("range from " + size + " to " + (size - 1));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rangesReadAsThoseOfArrayList(ListCase listCase) {
        List<Integer> list = make(listCase);
        List<Integer> expected = listCase.elements();
        for (int from : listCase.places()) {
            for (int to : listCase.places()) {
                if (from <= to) {
                    List<Integer> range = list.subList(from, to);
                    List<Integer> twin = expected.subList(from, to);
                    assertThat(range.size()).isEqualTo(to - from);
                    assertThat(range.equals(twin)).isTrue();
                    assertThat(range.hashCode()).isEqualTo(twin.hashCode());
                    assertThat(range.toArray()).isEqualTo(twin.toArray());
                    assertThat(range.indexOf(null)).isEqualTo(twin.indexOf(null));
                    assertThat(range.lastIndexOf(null)).isEqualTo(twin.lastIndexOf(null));
                    assertThat(range.indexOf(from - 1)).isEqualTo(-1);
                    assertThat(range.indexOf(to)).isEqualTo(-1);
                    int length = to - from;
                    assertThat(range.subList(length / 3, length - length / 3))
                            .isEqualTo(twin.subList(length / 3, length - length / 3));
                    assertThatExceptionOfType(IndexOutOfBoundsException.class)
                            .isThrownBy(() -> range.get(length))
                            .withMessage("index " + length + " out of bounds for length " + length);
                }
            }
        }
    }

    // ---- searches
    // -------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("cases")
    void searchesAsArrayList(ListCase listCase) {
        List<Integer> list = make(listCase);
        List<Integer> expected = listCase.elements();
        List<Object> searched = new ArrayList<>(Arrays.asList(null, ABSENT, listCase.size(), "a string"));
        for (int place : listCase.places()) {
            if (place < listCase.size()) {
                searched.add(expected.get(place));
            }
        }
        for (Object each : searched) {
            assertThat(list.indexOf(each)).isEqualTo(expected.indexOf(each));
            assertThat(list.lastIndexOf(each)).isEqualTo(expected.lastIndexOf(each));
            assertThat(list.contains(each)).isEqualTo(expected.contains(each));
        }
        assertThat(list.containsAll(List.of())).isTrue();
        assertThat(list.containsAll(
                        expected.subList(expected.size() / 2, Math.min(expected.size(), expected.size() / 2 + 9))))
                .isTrue();
        assertThat(list.containsAll(Arrays.asList(null, ABSENT))).isFalse();
        assertThatNullPointerException()
                .isThrownBy(() -> list.containsAll(null))
                .withMessageContaining("elements");
    }

    // ---- all elements
    // ---------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("cases")
    @SuppressWarnings("CollectionToArraySafeParameter") // that it is refused is the promise
    void givesArrays(ListCase listCase) {
        List<Integer> list = make(listCase);
        List<Integer> expected = listCase.elements();
        int size = listCase.size();
        Object[] plain = list.toArray();
        assertThat(plain).isEqualTo(expected.toArray()).isExactlyInstanceOf(Object[].class);
        Arrays.fill(plain, "the array is the caller's");
        assertThat(list).isEqualTo(expected);
        Number[] shorter = new Number[size / 2];
        assertThat(list.toArray(shorter)).isEqualTo(expected.toArray()).isExactlyInstanceOf(Number[].class);
        Integer[] fitting = new Integer[size];
        assertThat(list.toArray(fitting)).isSameAs(fitting).isEqualTo(expected.toArray());
        Integer[] longer = new Integer[size + 3];
        Arrays.fill(longer, ABSENT);
        assertThat(list.toArray(longer)).isSameAs(longer);
        assertThat(Arrays.asList(longer).subList(0, size)).isEqualTo(expected);
        assertThat(longer[size]).isNull();
        assertThat(longer[size + 1]).isEqualTo(ABSENT);
        assertThat(list.toArray(Integer[]::new)).isEqualTo(expected.toArray()).isExactlyInstanceOf(Integer[].class);
        assertThatNullPointerException().isThrownBy(() -> list.toArray((Integer[]) null));
        if (size > 0) {
            for (int length : new int[] {0, size, size + 2}) {
                assertThatExceptionOfType(ArrayStoreException.class).isThrownBy(() -> list.toArray(new String[length]));
            }
        } else {
            assertThat(list.toArray(new String[0])).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @SuppressWarnings({"EqualsIncompatibleType", "JdkObsolete"}) // that it is false is the promise
    void isEqualToListsWithTheSameElements(ListCase listCase) {
        List<Integer> list = make(listCase);
        List<Integer> twin = listCase.elements();
        assertThat(list.equals(list)).isTrue();
        assertThat(list.equals(twin)).isTrue();
        assertThat(twin.equals(list)).isTrue();
        assertThat(list.equals(new LinkedList<>(twin))).isTrue();
        assertThat(list.equals(make(twin, Past.STEPWISE))).isTrue();
        assertThat(list.hashCode()).isEqualTo(twin.hashCode());
        assertThat(list.toString()).isEqualTo(twin.toString());
        assertThat(list.equals(null)).isFalse();
        assertThat(list.equals(new HashSet<>(twin))).isFalse();
        for (int place : listCase.places()) {
            List<Integer> other = listCase.elements();
            other.add(place, ABSENT);
            assertUnequal(list, other);
            if (place < listCase.size()) {
                other.remove(place + 1);
                assertUnequal(list, other);
                other.remove(place);
                assertUnequal(list, other);
            }
        }
    }

    private void assertUnequal(List<Integer> list, List<Integer> other) {
        assertThat(list.equals(other)).isFalse();
        assertThat(other.equals(list)).isFalse();
        assertThat(list.equals(make(other, Past.FRESH))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void walksInBothDirections(ListCase listCase) {
        List<Integer> list = make(listCase);
        List<Integer> expected = listCase.elements();
        List<Integer> walked = new ArrayList<>();
        for (Integer element : list) {
            walked.add(element);
        }
        assertThat(walked).isEqualTo(expected);
        walked.clear();
        list.forEach(walked::add);
        assertThat(walked).isEqualTo(expected);
        assertThatNullPointerException().isThrownBy(() -> list.forEach(null)).withMessageContaining("action");

        ListIterator<Integer> walk = list.listIterator();
        ListIterator<Integer> twin = expected.listIterator();
        while (twin.hasNext()) {
            assertStep(walk, twin, true);
        }
        assertAtEnd(walk, twin, true);
        while (twin.hasPrevious()) {
            assertStep(walk, twin, false);
        }
        assertAtEnd(walk, twin, false);
    }

    private static void assertStep(ListIterator<Integer> walk, ListIterator<Integer> twin, boolean forward) {
        int at = twin.nextIndex();
        boolean isSame = walk.nextIndex() == at
                && walk.previousIndex() == at - 1
                && walk.hasNext() == twin.hasNext()
                && walk.hasPrevious() == twin.hasPrevious()
                && Objects.equals(forward ? walk.next() : walk.previous(), forward ? twin.next() : twin.previous());
        if (!isSame) {
            fail("the walk at %s is another than that of ArrayList", at);
        }
    }

    private static void assertAtEnd(ListIterator<Integer> walk, ListIterator<Integer> twin, boolean forward) {
        assertThat(forward ? walk.hasNext() : walk.hasPrevious()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> {
            Integer unused = forward ? walk.next() : walk.previous();
        });
        assertThat(walk.nextIndex()).isEqualTo(twin.nextIndex());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void walksFromEachPlace(ListCase listCase) {
        List<Integer> list = make(listCase);
        List<Integer> expected = listCase.elements();
        for (int place : listCase.places()) {
            List<Integer> after = new ArrayList<>();
            ListIterator<Integer> walk = list.listIterator(place);
            assertThat(walk.nextIndex()).isEqualTo(place);
            walk.forEachRemaining(after::add);
            assertThat(after).isEqualTo(expected.subList(place, expected.size()));
            List<Integer> before = new ArrayList<>();
            for (ListIterator<Integer> back = list.listIterator(place); back.hasPrevious(); ) {
                before.add(back.previous());
            }
            Collections.reverse(before);
            assertThat(before).isEqualTo(expected.subList(0, place));
            Iterator<Integer> partly = list.iterator();
            for (int i = 0; i < place; i++) {
                partly.next();
            }
            after.clear();
            partly.forEachRemaining(after::add);
            assertThat(after).isEqualTo(expected.subList(place, expected.size()));
            assertThat(partly.hasNext()).isFalse();
            assertThatNullPointerException().isThrownBy(() -> partly.forEachRemaining(null));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesBackFromAStream(ListCase listCase) throws Exception {
        List<Integer> list = make(listCase);
        if (list instanceof Serializable) {
            List<Integer> back = ListStreams.copy(list);
            ListProbe.check(back);
            assertThat(back).isEqualTo(listCase.elements()).hasSameClassAs(list);
        } else {
            assertThat(listCase.past()).isEqualTo(Past.RANGE);
        }
    }
}
