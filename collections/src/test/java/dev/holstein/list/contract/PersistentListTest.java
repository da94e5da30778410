package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.holstein.list.CowList;
import dev.holstein.list.ListChange;
import dev.holstein.list.ListProbe;
import dev.holstein.list.ListSplit;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The methods that only {@link PersistentList} has, and what it says to those of {@code java.util} that write. */
class PersistentListTest {
    private static final int LEAF = ListProbe.LEAF;
    private static final Integer NEW = -1;

    static Stream<ListCase> cases() {
        return ListCase.all().filter(each -> each.past() == ListCase.Past.FRESH || each.past() == ListCase.Past.EDITED);
    }

    /** With sizes in its branches, if it was edited. */
    private static PersistentList<Integer> make(ListCase listCase) {
        PersistentList<Integer> list = PersistentList.copyOf(listCase.elements());
        if (listCase.past() == ListCase.Past.EDITED) {
            for (int i = 0; i < listCase.size(); i += 1 + listCase.size() / 30) {
                list = list.minus(i).plus(i, listCase.elements().get(i));
            }
        }
        return list;
    }

    private static void assertIs(PersistentList<Integer> list, List<Integer> expected) {
        ListProbe.check(list);
        assertThat(list.toArray()).isEqualTo(expected.toArray());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachStepIsAVersionOfItsOwn(ListCase listCase) {
        PersistentList<Integer> list = make(listCase);
        List<Integer> elements = listCase.elements();
        for (int place : listCase.places()) {
            List<Integer> twin = new ArrayList<>(elements);
            twin.add(place, NEW);
            assertIs(list.plus(place, NEW), twin);
            assertThat(list.plus(place, NEW).minus(NEW)).isEqualTo(list);
            if (place < elements.size()) {
                twin.remove(place + 1);
                assertIs(list.with(place, NEW), twin);
                twin.remove(place);
                assertIs(list.minus(place), twin);
            }
            for (List<Integer> added : List.of(List.of(NEW, NEW), PersistentList.copyOf(ListCase.elements(3 * LEAF)))) {
                List<Integer> more = new ArrayList<>(elements);
                more.addAll(place, added);
                assertIs(list.plusAll(place, added), more);
                assertIs(list.plusAll(place, added::iterator), more);
            }
            ListSplit<Integer> split = list.split(place);
            assertIs(split.before(), elements.subList(0, place));
            assertIs(split.after(), elements.subList(place, elements.size()));
            assertIs(split.before().concat(split.after()), elements);
            List<Integer> turned = new ArrayList<>(elements.subList(place, elements.size()));
            turned.addAll(elements.subList(0, place));
            assertIs(split.after().concat(split.before()), turned);
            assertIs(list.slice(place / 2, place), elements.subList(place / 2, place));
        }
        List<Integer> backwards = new ArrayList<>(elements);
        Collections.reverse(backwards);
        assertIs(list.reversed(), backwards);
        assertIs(list.plus(NEW).plus(null), concat(elements, Arrays.asList(NEW, null)));
        assertIs(list.concat(list), concat(elements, elements));
        assertIs(list, elements);
    }

    private static List<Integer> concat(List<Integer> first, List<Integer> second) {
        List<Integer> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void stepsWithoutEffectAnswerTheListItself(ListCase listCase) {
        PersistentList<Integer> list = make(listCase);
        int size = list.size();
        assertThat(list.snapshot()).isSameAs(list);
        assertThat(PersistentList.copyOf(list)).isSameAs(list);
        assertThat(list.plusAll(List.of())).isSameAs(list);
        assertThat(list.plusAll(size / 2, PersistentList.empty())).isSameAs(list);
        assertThat(list.concat(PersistentList.empty())).isSameAs(list);
        assertThat(PersistentList.<Integer>empty().concat(list)).isSameAs(list);
        assertThat(list.subList(0, size)).isSameAs(list);
        assertThat(list.slice(0, size)).isSameAs(list);
        assertThat(list.split(0).after()).isSameAs(list);
        assertThat(list.split(size).before()).isSameAs(list);
        assertThat(list.minus(NEW)).isSameAs(list);
        assertThat(list.minusAll(Collections.singletonList(NEW))).isSameAs(list);
        assertThat(list.patch(Stream.empty())).isSameAs(list);
        for (int place : listCase.places()) {
            if (place < size) {
                assertThat(list.with(place, list.get(place))).isSameAs(list);
            }
            assertThat(list.subList(place, place)).isSameAs(PersistentList.empty());
        }
        assertThat(list.minusAll(new HashSet<>(list))).isSameAs(PersistentList.empty());
        assertThat(PersistentList.copyOf(new ArrayList<>())).isSameAs(PersistentList.empty());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesIndicesOutOfBounds(ListCase listCase) {
        PersistentList<Integer> list = make(listCase);
        int size = list.size();
        for (int index : new int[] {Integer.MIN_VALUE, -1, size, size + 1, Integer.MAX_VALUE}) {
            String message = "index " + index + " out of bounds for length ";
            refused(() -> assertThat(list.with(index, NEW)).isNull(), message + size);
            refused(() -> assertThat(list.minus(index)).isNull(), message + size);
            if (index != size) {
                refused(() -> assertThat(list.plus(index, NEW)).isNull(), message);
                refused(() -> assertThat(list.plusAll(index, List.of())).isNull(), message);
                refused(() -> assertThat(list.split(index)).isNull(), message);
            }
        }
        refused(() -> assertThat(list.slice(0, size + 1)).isNull(), "range 0 to " + (size + 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> list.slice(size, size - 1).size());
    }

    private static void refused(Runnable step, String message) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(step::run)
                .withMessageStartingWith(message);
    }

    @Test
    void refusesNullArguments() {
        PersistentList<Integer> list = PersistentList.of(1, 2, 3);
        List<Runnable> steps = List.of(
                () -> assertThat(list.plusAll(null)).isNull(),
                () -> assertThat(list.plusAll(1, null)).isNull(),
                () -> assertThat(list.minusAll(null)).isNull(),
                () -> assertThat(list.concat(null)).isNull(),
                () -> assertThat(list.patch(null)).isNull(),
                () -> assertThat(list.patch(Stream.of((ListChange<Integer>) null)))
                        .isNull(),
                () -> assertThat(PersistentList.diff(list, null)).isNull(),
                () -> assertThat(PersistentList.diff(null, list)).isNull(),
                () -> assertThat(PersistentList.copyOf(null)).isNull(),
                () -> assertThat(PersistentList.of((Object[]) null)).isNull());
        for (Runnable step : steps) {
            assertThatNullPointerException().isThrownBy(step::run).withMessageContaining(" is null");
        }
    }

    /** What java.util would change, and the method to use instead. */
    private static Map<String, Consumer<PersistentList<Integer>>> writes() {
        Map<String, Consumer<PersistentList<Integer>>> writes = new LinkedHashMap<>();
        writes.put("add: plus", list -> list.add(1));
        writes.put("add: plus,", list -> list.add(0, 1));
        writes.put("addAll: plusAll", list -> list.addAll(List.of(1)));
        writes.put("addAll: plusAll,", list -> list.addAll(0, List.of()));
        writes.put("set: with", list -> list.set(0, 1));
        writes.put("remove: minus", list -> list.remove(0));
        writes.put("remove: minus,", list -> list.remove((Object) 0));
        writes.put("removeAll: minusAll", list -> list.removeAll(List.of()));
        writes.put("retainAll: minusIf", list -> list.retainAll(List.of()));
        writes.put("removeIf: minusIf", list -> list.removeIf(each -> false));
        writes.put("replaceAll: withAll", list -> list.replaceAll(each -> each));
        writes.put("sort: sorted", list -> list.sort(null));
        writes.put("clear: empty", PersistentList::clear);
        return writes;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesTheWritesOfJavaUtil(ListCase listCase) {
        PersistentList<Integer> list = make(listCase);
        writes().forEach((names, write) -> {
            String[] name = names.replace(",", "").split(": ");
            for (PersistentList<Integer> each : List.of(list, list.subList(0, list.size() / 2))) {
                assertThatExceptionOfType(UnsupportedOperationException.class)
                        .as(names)
                        .isThrownBy(() -> write.accept(each))
                        .withMessageStartingWith(name[0] + ": ")
                        .withMessageContaining(name[1])
                        .withMessageContaining("mutableCopy()");
            }
        });
        assertIs(list, listCase.elements());
    }

    /** The table of bad input: what would change a persistent list names the method of its own. */
    @Test
    void iteratorsNameThePersistentMethods() {
        PersistentList<Integer> list = PersistentList.of(1, 2, 3);
        Map<String, Runnable> writes = Map.of(
                "minus", () -> list.listIterator(1).remove(),
                "with", () -> list.listIterator(1).set(1),
                "plus", () -> list.listIterator(1).add(1));
        writes.forEach((name, write) -> assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(write::run)
                .withMessageContaining(name));
    }

    @Test
    void endsOfNoneAreRefused() {
        PersistentList<Integer> none = PersistentList.empty();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> assertThat(none.getFirst()).isNull());
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> assertThat(none.getLast()).isNull());
        assertThat(none.plus(null).getFirst()).isNull();
        assertThat(PersistentList.of(1, 2).getLast()).isEqualTo(2);
        assertThat(PersistentList.of(1).reversed()).containsExactly(1);
    }

    /** Two versions that were made from one share its tail, and each has its own elements. */
    @ParameterizedTest
    @MethodSource("cases")
    void versionsBranch(ListCase listCase) {
        PersistentList<Integer> trunk = make(listCase);
        PersistentList<Integer> left = trunk;
        PersistentList<Integer> right = trunk;
        List<Integer> expectedLeft = listCase.elements();
        List<Integer> expectedRight = listCase.elements();
        for (int i = 0; i < LEAF + 3; i++) {
            left = left.plus(i);
            expectedLeft.add(i);
            right = right.plus(-i);
            expectedRight.add(-i);
        }
        CowList<Integer> copy = left.mutableCopy();
        copy.add(77);
        copy.set(0, 78);
        assertIs(left, expectedLeft);
        assertIs(right, expectedRight);
        assertIs(trunk, listCase.elements());
    }
}
