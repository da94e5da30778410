package dev.holstein.jmh.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Weights that are known from the layout of HotSpot with compressed references: headers of 12 bytes, of arrays 16. */
class ScalesTest {
    private static final int SIZE = 1001;
    private static final long ARRAY = aligned(16 + 4 * SIZE);

    private final Object[] elements = IntStream.range(0, SIZE)
            .mapToObj(i -> (Object) Integer.valueOf(1_000_000 + i))
            .toArray();

    private static long aligned(long bytes) {
        return (bytes + 7) / 8 * 8;
    }

    @Test
    void aListIsItsHeaderAndItsArray() {
        ArrayList<Object> list = new ArrayList<>(Arrays.asList(elements));
        list.trimToSize();
        Object empty = new ArrayList<>(List.of());
        assertThat(new Scales(elements, empty).weigh(list)).isEqualTo(24 + ARRAY);
    }

    @Test
    void aTreeMapHasFortyBytesAnEntry() {
        TreeMap<Object, Object> map = new TreeMap<>();
        for (Object element : elements) {
            map.put(element, element);
        }
        assertThat(new Scales(elements, new TreeMap<>()).weigh(map)).isEqualTo(48 + 40L * SIZE);
    }

    @Test
    void aHashMapHasThirtyTwoBytesAnEntryAndATable() {
        HashMap<Object, Object> map = new HashMap<>();
        for (Object element : elements) {
            map.put(element, element);
        }
        assertThat(new Scales(elements, new HashMap<>()).weigh(map)).isEqualTo(48 + 32L * SIZE + 16 + 4 * 2048);
    }

    @Test
    void elementsCountUnlessTheyAreOutside() {
        assertThat(new Scales(new Object()).weigh(elements)).isEqualTo(ARRAY + 16L * SIZE);
        assertThat(new Scales((Object) elements.clone()).weigh(elements)).isEqualTo(ARRAY);
    }

    @Test
    void whatIsSharedDoesNotCount() {
        CopyOnWriteArrayList<Object> list = new CopyOnWriteArrayList<>(elements);
        Object clone = list.clone(); // shares the array, not the lock
        Scales scales = new Scales((Object) elements);
        long whole = scales.weigh(list);
        assertThat(whole).isGreaterThan(ARRAY);
        assertThat(scales.weigh(clone)).isEqualTo(whole);
        assertThat(scales.with(list).weigh(clone)).isEqualTo(whole - ARRAY);
        list.set(0, elements[1]);
        assertThat(scales.with(list).weigh(clone)).isEqualTo(whole);
    }

    /** The fields of records and lambdas are followed, too. */
    @Test
    void recordsAndLambdasCountWithWhatTheyHold() {
        record Pair(Object left, Object right) {}
        long[] numbers = new long[100];
        Object lambda = (Runnable) () -> numbers[0]++;
        assertThat(new Scales(new Object()).weigh(new Pair(numbers, numbers))).isEqualTo(24 + 16 + 800);
        assertThat(new Scales(new Object()).weigh(lambda)).isEqualTo(16 + 16 + 800);
    }

    @Test
    void aShallowWeightIsThatOfOneObject() {
        assertThat(Scales.shallow(new ArrayList<>(Arrays.asList(elements)))).isEqualTo(24);
        assertThat(Scales.shallow(elements)).isEqualTo(ARRAY);
    }
}
