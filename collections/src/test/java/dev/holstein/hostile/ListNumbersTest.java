package dev.holstein.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.hostile.NumberLimits.Legal;
import dev.holstein.hostile.NumberLimits.Subject;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListChange;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Indices, ranges and capacities of lists at the limits of int. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ListNumbersTest {
    private static final List<Integer> SIZES = List.of(0, 1, 5, ListProbe.FLAT + ListProbe.LEAF + 3);

    private static final Legal INDEX = (n, size) -> 0 <= n[0] && n[0] < size;
    private static final Legal POSITION = (n, size) -> 0 <= n[0] && n[0] <= size;
    private static final Legal RANGE = (n, size) -> 0 <= n[0] && n[0] <= n[1] && n[1] <= size;

    private static NumberLimits limits(int size) {
        NumberLimits limits = new NumberLimits();
        String length = "length " + size;
        limits.rule(INDEX, length, "get(int)", "set(int,Object)", "remove(int)", "minus(int)", "with(int,Object)");
        limits.rule(POSITION, length, "add(int,Object)", "addAll(int,Collection)", "listIterator(int)");
        limits.rule(POSITION, length, "plus(int,Object)", "plusAll(int,Iterable)", "split(int)");
        limits.rule(RANGE, "", "subList(int,int)", "slice(int,int)");
        limits.rule((n, s) -> n[0] >= 0, length, "indexOf(Object,int)");
        limits.rule((n, s) -> n[0] < s, length, "lastIndexOf(Object,int)");
        limits.rule((n, s) -> true, "", "ensureCapacity(int)");
        limits.rule((n, s) -> n[0] >= 0, "negative", "CowList(int)");
        limits.argument(Object.class, () -> 7);
        limits.argument(Collection.class, () -> List.of(8, 9));
        limits.argument(Iterable.class, () -> List.of(8, 9));
        return limits;
    }

    private static List<Integer> elements(int size) {
        List<Integer> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            elements.add(i);
        }
        return elements;
    }

    private static void check(NumberLimits limits, String name, Class<?> type, int size, Supplier<?> make) {
        limits.check(new Subject(name, type, make, list -> new ArrayList<>((Collection<?>) list), size));
    }

    @Test
    void everyFaceAndEveryPart() {
        for (int size : SIZES) {
            NumberLimits limits = limits(size);
            List<Integer> elements = elements(size);
            check(limits, "cow list", CowList.class, size, () -> new CowList<>(elements));
            check(limits, "concurrent list", ConcurrentList.class, size, () -> new ConcurrentList<>(elements));
            List<Integer> longer = elements(size + 6);
            check(limits, "part of a cow list", List.class, size, () -> new CowList<>(longer).subList(2, 2 + size));
            check(
                    limits,
                    "part of a concurrent list",
                    List.class,
                    size,
                    () -> new ConcurrentList<>(longer).subList(2, 2 + size));
            check(limits, "reversed cow list", List.class, size, () -> new CowList<>(elements).reversed());
            check(
                    limits,
                    "reversed concurrent list",
                    List.class,
                    size,
                    () -> new ConcurrentList<>(elements).reversed());
            PersistentList<Integer> persistent = PersistentList.copyOf(elements);
            checkPersistent(limits, persistent);
            System.out.println("lists of " + size + ": " + limits.counts());
            assertThat(limits.unusedRules()).isEmpty();
        }
    }

    /** Reads and the persistent verbs; the mutators of java.util are refused whatever the index, as everywhere. */
    private static void checkPersistent(NumberLimits limits, PersistentList<Integer> list) {
        limits.check(
                new Subject("persistent list", PersistentList.class, () -> list, Object::toString, list.size()),
                thrown -> thrown instanceof UnsupportedOperationException);
        assertThat(list).isEqualTo(elements(list.size()));
    }

    /** The steps of a patch carry indices of their own. */
    @Test
    void patchesWithIndicesOutOfBounds() {
        for (int size : SIZES) {
            PersistentList<Integer> list = PersistentList.copyOf(elements(size));
            for (int index : new int[] {Integer.MIN_VALUE, -1, size, size + 1, Integer.MAX_VALUE}) {
                List<ListChange<Integer>> steps = new ArrayList<>(
                        List.of(new ListChange.Removed<>(index, 1), new ListChange.Changed<>(index, 1, 2)));
                if (index != size) {
                    steps.add(new ListChange.Added<>(index, 1));
                }
                for (ListChange<Integer> step : steps) {
                    assertThatExceptionOfType(IndexOutOfBoundsException.class)
                            .as("%s of %s", step, size)
                            .isThrownBy(() -> list.patch(Stream.of(step)))
                            .withMessageStartingWith("index " + index + " out of bounds for length " + size);
                }
            }
            assertThat(list).isEqualTo(elements(size));
        }
    }
}
