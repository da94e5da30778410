package dev.holstein.list.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.costs.AllocatedBytes;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.PersistentList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is O(1) in memory allocates the same for lists of a thousand elements and of a million. */
class ListAllocationTest {
    private static final int[] SIZES = {1_000, 10_000, 100_000, 1_000_000};
    private static final int RUNS = 30;
    private static final long HANDLE = 256;
    private static int kept;

    private static long[] bytes(ToIntFunction<Integer[]> action) {
        return IntStream.of(SIZES)
                .mapToLong(size -> action.applyAsInt(ListShape.numbers(size)))
                .toArray();
    }

    private static int allocated(Runnable action) {
        return (int) AllocatedBytes.of(RUNS, action);
    }

    private static void keep(Object object) {
        kept += System.identityHashCode(object);
    }

    private static void isConstant(long[] bytes) {
        assertThat(bytes).as("bytes for lists of 10^3 to 10^6").containsOnly(bytes[0]);
        assertThat(bytes[0]).isLessThanOrEqualTo(HANDLE);
    }

    @Test
    void snapshotsOfAListOfOneThread() {
        isConstant(bytes(numbers -> {
            CowList<Integer> list = CowList.of(numbers);
            return allocated(() -> keep(list.snapshot()));
        }));
    }

    @Test
    void copies() {
        isConstant(bytes(numbers -> {
            CowList<Integer> list = CowList.of(numbers);
            return allocated(() -> keep(list.copy()));
        }));
        isConstant(bytes(numbers -> {
            PersistentList<Integer> list = PersistentList.of(numbers);
            return allocated(() -> keep(list.mutableCopy()));
        }));
    }

    @Test
    void snapshotsOfAConcurrentList() {
        long[] bytes = bytes(numbers -> {
            ConcurrentList<Integer> list = new ConcurrentList<>(numbers);
            return allocated(() -> keep(list.snapshot()));
        });
        isConstant(bytes);
        assertThat(bytes[0]).as("the handle and nothing else").isLessThanOrEqualTo(24);
    }

    @Test
    void readsAllocateNothing() {
        for (int size : SIZES) {
            Integer[] numbers = ListShape.numbers(size);
            for (List<Integer> list :
                    List.of(CowList.of(numbers), PersistentList.of(numbers), new ConcurrentList<>(numbers))) {
                assertThat(AllocatedBytes.of(RUNS, () -> {
                            for (int i = 0; i < list.size(); i += 97) {
                                kept += list.get(i);
                            }
                        }))
                        .isZero();
            }
        }
    }

    @Test
    void writesInPlaceAllocateNothing() {
        CowList<Integer> list = CowList.of(ListShape.numbers(100_000));
        Integer element = 7;
        for (int i = 0; i < list.size(); i++) {
            list.set(i, element);
        }
        assertThat(AllocatedBytes.of(RUNS, () -> {
                    for (int i = 0; i < 100_000; i += 97) {
                        kept += list.set(i, element);
                    }
                }))
                .isZero();
    }
}
