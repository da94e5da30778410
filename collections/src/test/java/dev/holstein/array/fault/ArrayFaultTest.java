package dev.holstein.array.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowIntArray;
import dev.holstein.array.PagePool;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Functions and elements that throw, at every index: the arrays stay as they were, and can be written and closed. */
class ArrayFaultTest {
    private static final int LENGTH = 11;

    private static final class Fault extends RuntimeException {}

    /** An element that throws when it is asked for anything, once it is told to. */
    private static final class Trap {
        private final int number;
        private final boolean[] armed;

        Trap(int number, boolean[] armed) {
            this.number = number;
            this.armed = armed;
        }

        private void spring() {
            if (armed[number]) {
                throw new Fault();
            }
        }

        @Override
        public boolean equals(Object other) {
            spring();
            return other instanceof Trap trap && trap.number == number;
        }

        @Override
        public int hashCode() {
            spring();
            return number;
        }

        @Override
        public String toString() {
            spring();
            return "trap " + number;
        }
    }

    private static ArrayOptions paged(PagePool pool) {
        return ArrayOptions.defaults().withPageSize(4).withPool(pool);
    }

    private static Trap[] traps(boolean[] armed) {
        Trap[] traps = new Trap[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            traps[i] = new Trap(i, armed);
        }
        return traps;
    }

    @Test
    void elementsThatThrowWhenCompared() {
        PagePool pool = PagePool.heap(1 << 12);
        for (int at = 0; at < LENGTH; at++) {
            boolean[] armed = new boolean[LENGTH];
            try (CowArray<Trap> array = CowArray.copyOf(traps(armed), paged(pool));
                    CowArray<Trap> other =
                            CowArray.copyOf(traps(armed), paged(pool).withPageSize(8));
                    CowArray<Trap> snapshot = array.snapshot()) {
                armed[at] = true;
                for (ThrowingCallable call : List.<ThrowingCallable>of(
                        () -> array.equals(other),
                        () -> array.mismatch(other),
                        () -> array.diff(other).count(),
                        array::hashCode,
                        array::toString)) {
                    assertThatExceptionOfType(Fault.class).isThrownBy(call);
                }
                assertThat(array.equals(snapshot))
                        .as("shared pages are not looked at")
                        .isTrue();
                array.set(at, null);
                assertThat(array.mismatch(snapshot)).isEqualTo(at);
                ArrayProbe.check(array, other, snapshot);
                assertThat(snapshot.get(at)).isNotNull();
            }
            assertThat(pool.stats().livePages()).isZero();
        }
    }

    @Test
    void functionsThatThrow() {
        PagePool pool = PagePool.heap(1 << 12);
        for (int at = 0; at < LENGTH; at++) {
            int last = at;
            int[] numbers = new int[LENGTH];
            Arrays.setAll(numbers, i -> i);
            try (CowIntArray array = CowIntArray.copyOf(numbers, paged(pool));
                    CowIntArray snapshot = array.snapshot()) {
                for (ThrowingCallable call : List.<ThrowingCallable>of(
                        () -> array.forEach(x -> fail(x == last)),
                        () -> array.stream().forEach(x -> fail(x == last)),
                        () -> array.stream().parallel().forEach(x -> fail(x == last)),
                        () -> array.spliterator().forEachRemaining((int x) -> fail(x == last)),
                        () -> array.forEach(x -> {
                            array.set(x, x + 100);
                            fail(x == last);
                        }))) {
                    assertThatExceptionOfType(Fault.class).isThrownBy(call);
                    ArrayProbe.check(array, snapshot);
                }
                for (int i = 0; i < LENGTH; i++) {
                    assertThat(array.get(i)).isEqualTo(i <= last ? i + 100 : i);
                }
                assertThat(snapshot.toArray()).isEqualTo(numbers);
                array.set(last, 1);
                array.clear(0, LENGTH);
                ArrayProbe.check(array, snapshot);
            }
            assertThat(pool.stats().livePages()).isZero();
        }
    }

    private static void fail(boolean here) {
        if (here) {
            throw new Fault();
        }
    }

    @Test
    void aFunctionThatThrowsMayHaveClosedTheHandle() {
        PagePool pool = PagePool.direct(1 << 12);
        CowIntArray array = CowIntArray.copyOf(new int[LENGTH], paged(pool));
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> array.forEach(x -> {
                    array.close();
                    throw new Fault();
                }));
        assertThat(array.isClosed()).isTrue();
        assertThat(pool.stats().livePages()).isZero();
    }

    @Test
    void consumersOfReferencesThatThrow() {
        boolean[] armed = new boolean[LENGTH];
        for (int at = 0; at < LENGTH; at++) {
            int last = at;
            try (CowArray<Trap> array = CowArray.wrap(traps(armed), paged(PagePool.heap(0)))) {
                Consumer<Trap> action = trap -> fail(trap.number == last);
                for (ThrowingCallable call : List.<ThrowingCallable>of(
                        () -> array.forEach(action),
                        () -> array.iterator().forEachRemaining(action),
                        () -> array.stream().forEach(action),
                        () -> array.toArray(length -> {
                            throw new Fault();
                        }))) {
                    assertThatExceptionOfType(Fault.class).isThrownBy(call);
                }
                array.set(at, null);
                ArrayProbe.check(array);
            }
        }
    }

    @Test
    void differencesOfListenersThatThrowCanBeReadAgain() {
        try (CowIntArray array = CowIntArray.ofLength(LENGTH, paged(PagePool.heap(0)));
                CowIntArray other = array.snapshot()) {
            other.fill(0, 3, 1);
            other.fill(5, 9, 1);
            assertThatExceptionOfType(Fault.class)
                    .isThrownBy(() -> array.diff(other).forEach(range -> fail(range.from() == 5)));
            assertThat(array.diff(other)).hasSize(2);
            ArrayProbe.check(array, other);
        }
    }
}
