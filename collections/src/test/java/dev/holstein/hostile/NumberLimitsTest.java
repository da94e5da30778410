package dev.holstein.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.array.ArrayLeak;
import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayRange;
import dev.holstein.array.ArrayStats;
import dev.holstein.array.ByteAccess;
import dev.holstein.array.ByteView;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.CowDoubleArray;
import dev.holstein.array.CowIntArray;
import dev.holstein.array.CowLongArray;
import dev.holstein.array.PagePool;
import dev.holstein.array.PagedArray;
import dev.holstein.array.PoolStats;
import dev.holstein.cow.SharingReport;
import dev.holstein.hostile.NumberLimits.Subject;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListChange;
import dev.holstein.list.PersistentList;
import dev.holstein.vavr.VavrInterop;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the calls with numbers at the limits forget no type, and see what is to be seen. */
class NumberLimitsTest {
    /** Called by {@link ArrayNumbersTest} and {@link ListNumbersTest}. */
    private static final Set<Class<?>> CALLED = Set.of(
            CowArray.class,
            CowByteArray.class,
            CowDoubleArray.class,
            CowIntArray.class,
            CowLongArray.class,
            ByteView.class,
            ArrayOptions.class,
            PagePool.class,
            CowList.class,
            ConcurrentList.class,
            PersistentList.class);

    /** Called as one of those above. */
    private static final Set<Class<?>> ABSTRACT = Set.of(PagedArray.class, ByteAccess.class);

    /** What they are told is what they say: accounts, and the steps of a difference, which the list that takes them looks at. */
    private static final Set<Class<?>> RECORDS = Set.of(
            ArrayLeak.class,
            ArrayRange.class,
            ArrayStats.class,
            PoolStats.class,
            SharingReport.Amount.class,
            ListChange.Added.class,
            ListChange.Removed.class,
            ListChange.Changed.class);

    /** It answers at the limits, that there is nothing: VavrInteropTest. */
    private static final Set<Class<?>> ANSWERING = Set.of(VavrInterop.class);

    @Test
    void noTypeIsLeftOut() {
        List<Class<?>> left = new ArrayList<>(LibraryClasses.beside(CowList.class));
        left.removeIf(type ->
                !LibraryClasses.isPublic(type) || NumberLimits.withNumbers(type).isEmpty());
        assertThat(left)
                .containsAll(CALLED)
                .containsAll(ABSTRACT)
                .containsAll(RECORDS)
                .containsAll(ANSWERING);
        left.removeIf(type -> Stream.of(CALLED, ABSTRACT, RECORDS, ANSWERING).anyMatch(types -> types.contains(type)));
        assertThat(left).isEmpty();
        assertThat(RECORDS).allMatch(Class::isRecord);
    }

    @Test
    void rangesThatAreEmptyOrReversedAreRefused() {
        long[] limits = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE};
        for (long from : limits) {
            for (long to : limits) {
                if (0 <= from && from < to) {
                    assertThat(new ArrayRange(from, to).length()).isEqualTo(to - from);
                } else {
                    assertThatExceptionOfType(IllegalArgumentException.class)
                            .isThrownBy(() -> new ArrayRange(from, to))
                            .withMessage("range [%s, %s) is empty or begins below 0", from, to);
                }
            }
        }
    }

    /** Five elements, and each mistake that the calls are to see. */
    public static final class Careless {
        private final int[] elements = {1, 2, 3, 4, 5};
        private int writes;

        public int ignores(int index) {
            return elements[Math.floorMod(index, 5)];
        }

        public int refusesTooMuch(int index) {
            if (index <= 0) {
                throw new IndexOutOfBoundsException("index " + index + " out of bounds for length 5");
            }
            return elements[index];
        }

        public int namesNothing(int index) {
            if (index < 0 || index >= 5) {
                throw new IndexOutOfBoundsException();
            }
            return elements[index];
        }

        public void writesFirst(int index) {
            writes++;
            elements[index]++;
        }

        public int[] allocatesFirst(int index) {
            int[] copy = new int[1 << 20];
            copy[0] = elements[index];
            return copy;
        }

        public int throwsAnother(int index) {
            if (index < 0) {
                throw new NegativeArraySizeException("index " + index + " out of bounds for length 5");
            }
            return elements[index];
        }

        /** Without a rule. */
        public void isNew(long index) {}
    }

    private static void assertFound(String method, String verdict) {
        NumberLimits limits = new NumberLimits();
        for (String each : List.of(
                "ignores", "refusesTooMuch", "namesNothing", "writesFirst", "allocatesFirst", "throwsAnother")) {
            limits.rule((n, size) -> 0 <= n[0] && n[0] < size, "length 5", each + "(int)");
        }
        Subject subject =
                new Subject("careless", Careless.class, Careless::new, careless -> ((Careless) careless).writes, 5);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> limits.check(subject, method))
                .withMessageContaining(verdict);
    }

    @Test
    void carelessMethodsAreFound() {
        assertFound("ignores", "is not refused");
        assertFound("refusesTooMuch", "is legal");
        assertFound("namesNothing", "refused by java.lang.IndexOutOfBoundsException");
        assertFound("writesFirst", "something has changed");
        assertFound("allocatesFirst", "bytes allocated");
        assertFound("throwsAnother", "refused by java.lang.NegativeArraySizeException");
        assertFound("isNew", "no rule for careless: isNew(long)");
    }
}
