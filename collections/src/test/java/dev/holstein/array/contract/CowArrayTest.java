package dev.holstein.array.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.ArrayRange;
import dev.holstein.array.CowArray;
import dev.holstein.array.PagePool;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays of references: elements and nulls, their types, iteration, and what must not be kept alive. */
class CowArrayTest {
    private static final int[] PAGE_SIZES = {1, 2, 4, 64};

    private static ArrayOptions paged(int pageSize) {
        return ArrayOptions.defaults().withPageSize(pageSize);
    }

    private static String[] strings(int length) {
        String[] strings = new String[length];
        for (int i = 0; i < length; i++) {
            strings[i] = i % 7 == 3 ? null : "s" + i;
        }
        return strings;
    }

    // ---- elements

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 63, 64, 65, 300})
    void writtenAndWrappedArraysHoldTheirElementsAndNulls(int length) {
        for (int pageSize : PAGE_SIZES) {
            String[] expected = strings(length);
            for (boolean wrapped : new boolean[] {false, true}) {
                try (CowArray<String> array = wrapped
                                ? CowArray.wrap(expected.clone(), paged(pageSize))
                                : CowArray.copyOf(expected, paged(pageSize));
                        CowArray<String> other = array.snapshot()) {
                    for (int i = 0; i < length; i++) {
                        assertThat(array.get(i)).isSameAs(expected[i]);
                    }
                    assertThat(array.toArray()).isEqualTo(expected).isInstanceOf(Object[].class);
                    assertThat(array.toArray(String[]::new)).isEqualTo(expected).isInstanceOf(String[].class);
                    assertThat(array).hasSameHashCodeAs(Arrays.asList(expected)).isEqualTo(other);
                    if (length <= 100) {
                        assertThat(array).hasToString(Arrays.toString(expected));
                    }
                    for (int i = 0; i < length; i += Math.max(1, length / 9)) {
                        assertThat(array.getAndSet(i, "x" + i)).isSameAs(expected[i]);
                        assertThat(other.get(i)).isSameAs(expected[i]);
                        array.set(i, null);
                        assertThat(array.get(i)).isNull();
                        ArrayProbe.check(array, other);
                    }
                    assertThat(other.toArray()).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void unwrittenElementsAreNull() {
        try (CowArray<String> array = CowArray.ofLength(1L << 40)) {
            assertThat(array.get(1L << 39)).isNull();
            array.set(1L << 39, "x");
            assertThat(array.get(1L << 39)).isEqualTo("x");
            assertThat(array.get((1L << 39) + 1)).isNull();
            ArrayProbe.check(array);
            array.fill(null);
            assertThat(array.stats().pages()).isZero();
            ArrayProbe.check(array);
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(array::toArray);
        }
    }

    @Test
    void fillClearCopyAndRead() {
        for (int pageSize : PAGE_SIZES) {
            String[] expected = strings(150);
            try (CowArray<String> array = CowArray.wrap(expected.clone(), paged(pageSize));
                    CowArray<String> first = array.snapshot()) {
                Arrays.fill(expected, 10, 90, "f");
                array.fill(10, 90, "f");
                ArrayProbe.check(array, first);
                Arrays.fill(expected, 60, 140, null);
                array.clear(60, 140);
                ArrayProbe.check(array, first);
                System.arraycopy(expected, 5, expected, 9, 120);
                array.copyFrom(array, 5, 9, 120);
                System.arraycopy(expected, 9, expected, 2, 120);
                array.copyFrom(array, 9, 2, 120);
                array.write(70, new String[] {"a", null, "b"});
                expected[70] = "a";
                expected[71] = null;
                expected[72] = "b";
                array.write(148, new String[] {"q", "r", "s", "t"}, 1, 2);
                expected[148] = "r";
                expected[149] = "s";
                assertThat(array.toArray()).isEqualTo(expected);
                assertThat(first.toArray()).isEqualTo(strings(150));
                String[] part = new String[7];
                array.read(68, part, 1, 5);
                assertThat(part).containsExactly(null, expected[68], expected[69], "a", null, "b", null);
                ArrayProbe.check(array, first);
            }
        }
    }

    @Test
    void equalityIsThatOfTheElements() {
        String[] one = strings(20);
        String[] same =
                Arrays.stream(one).map(s -> s == null ? null : new String(s)).toArray(String[]::new);
        try (CowArray<String> a = CowArray.copyOf(one, paged(4));
                CowArray<String> b = CowArray.wrap(same, paged(8))) {
            assertThat(a).isEqualTo(b).hasSameHashCodeAs(b);
            assertThat(a.diff(b)).isEmpty();
            b.set(3, "not null");
            b.set(4, null);
            b.set(19, "z");
            assertThat(a).isNotEqualTo(b);
            assertThat(a.mismatch(b)).isEqualTo(3);
            assertThat(a.diff(b)).containsExactly(new ArrayRange(3, 5), new ArrayRange(19, 20));
            ArrayProbe.check(a, b);
        }
    }

    @Test
    void anArrayThatHoldsItselfCanBeShown() {
        try (CowArray<Object> array = CowArray.ofLength(2)) {
            array.set(0, array);
            assertThat(array).hasToString("[(this array), null]");
            array.clear(0, 2);
        }
    }

    // ---- types

    @Test
    void pagesTakeAnyElementWhateverTheTypeOfTheArrayThatCame() {
        String[] strings = {"a", "b", "c", "d", "e"};
        for (int pageSize : PAGE_SIZES) {
            try (CowArray<Object> copied = CowArray.<Object>copyOf(strings, paged(pageSize));
                    CowArray<Object> wrapped = CowArray.<Object>wrap(strings, paged(pageSize))) {
                for (CowArray<Object> array : List.of(copied, wrapped)) {
                    array.set(1, 7);
                    array.write(2, new Integer[] {8, 9});
                    assertThat(array.toArray()).containsExactly("a", 7, 8, 9, "e");
                    ArrayProbe.check(array);
                }
            }
        }
        assertThat(strings).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void anArrayOfTheWrongTypeCannotBeFilled() {
        try (CowArray<Object> array = CowArray.copyOf(new Object[] {"a", 1, "b"})) {
            assertThatExceptionOfType(ArrayStoreException.class).isThrownBy(() -> array.toArray(String[]::new));
            String[] target = new String[3];
            assertThatExceptionOfType(ArrayStoreException.class).isThrownBy(() -> array.read(0, target));
            assertThat(target).containsExactly("a", null, null);
            assertThat(array.toArray()).containsExactly("a", 1, "b");
            ArrayProbe.check(array);
        }
    }

    @Test
    void nullArgumentsAreNamed() {
        try (CowArray<String> array = CowArray.ofLength(3)) {
            refusesNull("options", () -> CowArray.ofLength(3, null));
            refusesNull("elements", () -> CowArray.copyOf(null));
            refusesNull("elements", () -> CowArray.wrap(null));
            refusesNull("options", () -> CowArray.wrap(new String[1], null));
            refusesNull("target", () -> array.read(0, null));
            refusesNull("target", () -> array.read(0, null, 0, 0));
            refusesNull("source", () -> array.write(0, null));
            refusesNull("source", () -> array.write(0, null, 0, 0));
            refusesNull("action", () -> array.forEach(null));
            refusesNull("generator", () -> array.toArray(null));
            refusesNull("array", () -> array.toArray(length -> (String[]) null));
            refusesNull("action", () -> array.spliterator().tryAdvance(null));
        }
    }

    private static void refusesNull(String name, ThrowingCallable call) {
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(call).withMessage(name + " is null");
    }

    @Test
    void referencesStayOnTheHeap() {
        for (ArrayOptions options : List.of(
                ArrayOptions.defaults().offHeap(), ArrayOptions.defaults().withPool(PagePool.direct(0)))) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> CowArray.ofLength(3, options))
                    .withMessage("references cannot be kept in direct memory: use a pool on the heap");
        }
    }

    @Test
    void aClosedHandleSaysSo() {
        CowArray<String> closed = CowArray.ofLength(3);
        Iterator<String> iterator = closed.iterator();
        closed.close();
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> closed.get(0),
                () -> closed.set(0, "x"),
                () -> closed.getAndSet(0, "x"),
                () -> closed.fill(null),
                () -> closed.fill("x"),
                () -> closed.read(0, new String[0]),
                () -> closed.write(0, new String[0]),
                () -> closed.forEach(x -> {}),
                closed::iterator,
                closed::stream,
                closed::toArray,
                closed::snapshot,
                iterator::next)) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(call)
                    .withMessageContaining("used after close()");
        }
        assertThat(closed).hasToString("CowArray (closed)");
    }

    @Test
    void indicesOutsideAreNamed() {
        try (CowArray<String> array = CowArray.ofLength(3)) {
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> array.get(3), () -> array.set(3, "x"), () -> array.getAndSet(3, "x"))) {
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .isThrownBy(call)
                        .withMessage("index 3 out of bounds for length 3");
            }
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> array.read(2, new String[2]),
                    () -> array.write(2, new String[2]),
                    () -> array.fill(2, 4, "x"),
                    () -> array.fill(2, 4, null))) {
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .isThrownBy(call)
                        .withMessage("range of 2 from 2 out of bounds for length 3");
            }
            assertThat(array.stats().pages()).isZero();
        }
    }

    // ---- iteration

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 130})
    void iteratorsForEachAndStreamsShowAllInOrder(int length) {
        String[] expected = strings(length);
        try (CowArray<String> array = CowArray.copyOf(expected, paged(4))) {
            List<String> seen = new ArrayList<>();
            for (String s : array) {
                seen.add(s);
            }
            assertThat(seen).containsExactly(expected);
            seen.clear();
            array.forEach(seen::add);
            assertThat(seen).containsExactly(expected);
            assertThat(array.stream()).containsExactly(expected);
            assertThat(array.stream().parallel().map(String::valueOf).toList())
                    .isEqualTo(Arrays.stream(expected).map(String::valueOf).toList());
            seen.clear();
            tile(array.spliterator(), seen);
            assertThat(seen).containsExactly(expected);
            Iterator<String> iterator = array.iterator();
            for (int i = 0; i < length; i++) {
                assertThat(iterator.next()).isSameAs(expected[i]);
            }
            assertThat(iterator.hasNext()).isFalse();
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(iterator::remove);
        }
    }

    @Test
    void anEmptyArrayIsClosedAsAnyOther() {
        CowArray<String> closed = CowArray.ofLength(0);
        closed.close();
        for (ThrowingCallable call : new ThrowingCallable[] {
            () -> closed.forEach(element -> {}), closed::iterator, closed::spliterator, closed::stream, closed::snapshot
        }) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(call)
                    .withMessageContaining("close()");
        }
    }

    @Test
    void whatIsCopiedFromAPageWithoutMemoryIsNull() {
        try (CowArray<String> sparse = CowArray.ofLength(12, paged(4));
                CowArray<String> array = CowArray.copyOf(strings(12), paged(4))) {
            array.copyFrom(sparse, 0, 1, 2);
            array.copyFrom(sparse, 4, 4, 4);
            String[] expected = strings(12);
            Arrays.fill(expected, 1, 3, null);
            Arrays.fill(expected, 4, 8, null);
            assertThat(array).containsExactly(expected);
            assertThat(array.stats().pages()).isEqualTo(2);
            ArrayProbe.check(array, sparse);
        }
    }

    private static void tile(Spliterator<String> whole, List<String> seen) {
        assertThat(whole.characteristics()).isEqualTo(Spliterator.ORDERED | Spliterator.SIZED | Spliterator.SUBSIZED);
        long size = whole.estimateSize();
        Spliterator<String> left = whole.trySplit();
        if (left != null) {
            assertThat(left.estimateSize() + whole.estimateSize()).isEqualTo(size);
            tile(left, seen);
            tile(whole, seen);
        } else {
            whole.forEachRemaining(seen::add);
        }
    }

    @Test
    void iterationWhileWritingShowsWhatWasWrittenFurtherOn() {
        try (CowArray<Integer> array = CowArray.ofLength(20, paged(4))) {
            List<CowArray<Integer>> open = new ArrayList<>(List.of(array));
            int[] seen = {0};
            array.forEach(x -> {
                assertThat(x).isEqualTo(seen[0] == 0 ? null : seen[0]);
                seen[0]++;
                if (seen[0] < 20) {
                    open.add(array.snapshot());
                    array.set(seen[0], seen[0]);
                    ArrayProbe.check(open);
                }
            });
            assertThat(seen[0]).isEqualTo(20);
            open.forEach(CowArray::close);
        }
    }

    // ---- what is kept alive

    @Test
    void whatIsReplacedIsNotKept() throws InterruptedException {
        unreachable(array -> {
            array.set(0, null);
            return array;
        });
    }

    @Test
    void whatIsClearedIsNotKept() throws InterruptedException {
        unreachable(array -> {
            array.clear(0, array.length());
            return array;
        });
    }

    @Test
    void whatAClosedHandleHeldIsNotKeptByItNorByThePool() throws InterruptedException {
        unreachable(array -> {
            array.close();
            return array;
        });
    }

    @Test
    void whatOnlyAClosedSnapshotShowedIsNotKept() throws InterruptedException {
        unreachable(array -> {
            CowArray<Object> snapshot = array.snapshot();
            array.set(0, "other");
            snapshot.close();
            return List.of(array, snapshot);
        });
    }

    @Test
    void whatASnapshotThatLivesOnDoesNotShowIsNotKept() throws InterruptedException {
        unreachable(array -> {
            CowArray<Object> snapshot = array.snapshot();
            snapshot.set(0, null);
            array.close();
            return List.of(array, snapshot);
        });
    }

    private static void unreachable(Function<CowArray<Object>, Object> use) throws InterruptedException {
        for (PagePool pool : List.of(PagePool.heap(1 << 20), PagePool.heap(0))) {
            for (int pageSize : PAGE_SIZES) {
                CowArray<Object> array = CowArray.ofLength(64, paged(pageSize).withPool(pool));
                WeakReference<Object> element = put(array);
                Object kept = use.apply(array);
                Collector.awaits(() -> element.get() == null, "the element is unreachable");
                assertThat(List.of(kept, array, pool)).isNotEmpty(); // all are reachable up to here
            }
        }
    }

    private static WeakReference<Object> put(CowArray<Object> array) {
        Object element = new Object();
        IntStream.range(0, (int) array.length()).forEach(i -> array.set(i, "other"));
        array.set(0, element);
        return new WeakReference<>(element);
    }
}
