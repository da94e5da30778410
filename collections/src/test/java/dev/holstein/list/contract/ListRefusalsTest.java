package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes within writes of one list, and by two threads at once: refused with a message, and nothing changes. */
class ListRefusalsTest {
    private static final int SIZE = ListProbe.FLAT + 3;

    static Stream<List<Integer>> lists() {
        return Stream.of(new CowList<>(numbers()), new ConcurrentList<>(numbers()));
    }

    private static List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    /** Every write, by which a function within another write tries to change the same list. */
    private static List<Consumer<List<Integer>>> writes() {
        return List.of(
                list -> list.add(-1),
                list -> list.add(0, -1),
                list -> list.set(0, -1),
                list -> list.set(SIZE - 1, -1),
                list -> list.remove(0),
                list -> list.remove((Object) 1),
                list -> list.addAll(List.of(-1)),
                list -> list.addAll(1, List.of(-1)),
                list -> list.removeIf(each -> true),
                list -> list.removeAll(List.of(1)),
                list -> list.retainAll(List.of(1)),
                list -> list.replaceAll(each -> -1),
                list -> list.sort(Comparator.reverseOrder()),
                list -> list.subList(0, 3).clear(),
                list -> list.subList(0, 3).add(1),
                List::clear);
    }

    /** Every write that calls functions of users. */
    private static List<RecursiveWrite> callers() {
        return List.of(
                (list, inner) -> list.removeIf(each -> run(inner)),
                (list, inner) -> list.replaceAll(each -> run(inner) ? 1 : each),
                (list, inner) -> list.sort((a, b) -> run(inner) ? 1 : 0),
                (list, inner) -> list.removeAll(containing(inner)),
                (list, inner) -> list.retainAll(containing(inner)),
                (list, inner) -> list.remove(equalling(inner)),
                (list, inner) -> list.subList(1, 9).removeIf(each -> run(inner)),
                (list, inner) -> list.subList(1, 9).sort((a, b) -> run(inner) ? 1 : 0));
    }

    private interface RecursiveWrite {
        void on(List<Integer> list, Runnable inner);
    }

    private static boolean run(Runnable inner) {
        inner.run();
        return false;
    }

    private static Collection<Integer> containing(Runnable inner) {
        return new ArrayList<>() {
            @Override
            public boolean contains(Object element) {
                return run(inner);
            }
        };
    }

    private static Object equalling(Runnable inner) {
        return new Object() {
            @Override
            public boolean equals(Object other) {
                return run(inner);
            }

            @Override
            public int hashCode() {
                return 0;
            }
        };
    }

    @ParameterizedTest
    @MethodSource("lists")
    void writesWithinWritesAreRefused(List<Integer> list) {
        for (RecursiveWrite caller : callers()) {
            for (Consumer<List<Integer>> write : writes()) {
                assertThatIllegalStateException()
                        .isThrownBy(() -> caller.on(list, () -> write.accept(list)))
                        .withMessageContaining("recursive update");
                ListProbe.check(list);
                assertThat(list).isEqualTo(numbers());
            }
        }
        list.add(7); // the list is as good as ever
        assertThat(list).hasSize(SIZE + 1);
    }

    /** A function that catches the refusal goes on; what it was called for is done. */
    @ParameterizedTest
    @MethodSource("lists")
    void aRefusalThatIsCaughtHarmsNothing(List<Integer> list) {
        for (Consumer<List<Integer>> write : writes()) {
            list.replaceAll(each -> {
                assertThatIllegalStateException().isThrownBy(() -> write.accept(list));
                return each;
            });
            assertThat(list).isEqualTo(numbers());
        }
        list.removeIf(each -> {
            assertThatIllegalStateException().isThrownBy(() -> list.add(1));
            return each % 2 == 0;
        });
        ListProbe.check(list);
        assertThat(list).hasSize(SIZE / 2).startsWith(1, 3, 5);
    }

    /** Reads, snapshots and walks are no writes. */
    @ParameterizedTest
    @MethodSource("lists")
    void functionsMayRead(List<Integer> list) {
        List<Object> kept = new ArrayList<>();
        list.replaceAll(each -> {
            if (each < 3) {
                kept.add(list instanceof CowList<Integer> cow ? cow.snapshot() : PersistentList.copyOf(list));
                kept.add(new ArrayList<>(list.subList(0, SIZE)));
                assertThat(list.iterator().next()).isZero();
                assertThat(list.indexOf(SIZE - 1)).isEqualTo(SIZE - 1);
            }
            return -each;
        });
        ListProbe.check(list);
        assertThat(list).startsWith(0, -1, -2).endsWith(1 - SIZE);
        for (Object each : kept) {
            assertThat(each).isEqualTo(numbers());
        }
    }

    /** The argument is read before the turn of the write begins. */
    @ParameterizedTest
    @MethodSource("lists")
    void argumentsMayWriteWhileTheyAreRead(List<Integer> list) {
        Collection<Integer> writes = new ArrayList<>(List.of(-1, -2)) {
            @Override
            public Object[] toArray() {
                list.remove(0);
                return super.toArray();
            }
        };
        list.addAll(writes);
        list.addAll(0, writes);
        ListProbe.check(list);
        assertThat(list).hasSize(SIZE + 2).startsWith(-1, -2, 2).endsWith(-1, -2);
    }

    @Test
    void writesFromWithinUpdatesAreRefused() {
        ConcurrentList<Integer> list = new ConcurrentList<>(numbers());
        PersistentList<Integer> before = list.snapshot();
        for (Consumer<List<Integer>> write : writes()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> list.update(copy -> {
                        copy.clear();
                        write.accept(list);
                    }))
                    .withMessageContaining("recursive update");
        }
        assertThatIllegalStateException().isThrownBy(() -> list.update(copy -> list.addIfAbsent(-1)));
        assertThatIllegalStateException().isThrownBy(() -> list.update(copy -> list.addAllAbsent(List.of(-1))));
        assertThatIllegalStateException().isThrownBy(() -> list.update(copy -> list.compareAndSet(before, before)));
        assertThatIllegalStateException().isThrownBy(() -> list.update(copy -> list.update(List::clear)));
        assertThat(list.compareAndSet(before, before.plus(1))).isTrue();
    }

    @Test
    void capacityCannotChangeWithinAWrite() {
        CowList<Integer> list = CowList.of(1, 2, 3);
        assertThatIllegalStateException()
                .isThrownBy(() -> list.removeIf(each -> {
                    list.ensureCapacity(ListProbe.FLAT);
                    return true;
                }))
                .withMessageContaining("recursive update");
        assertThat(list).containsExactly(1, 2, 3);
    }

    /** A thread that writes while another is in the middle of a write is told so; the other is not harmed. */
    @Test
    void aSecondThreadIsTold() throws Exception {
        CowList<Integer> list = new CowList<>(numbers());
        PersistentList<Integer> snapshot = list.snapshot();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch tried = new CountDownLatch(1);
        AtomicBoolean released = new AtomicBoolean();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread first = new Thread(() -> {
            try {
                list.replaceAll(each -> {
                    inside.countDown();
                    await(tried, released);
                    return -each;
                });
            } catch (Throwable thrown) {
                failure.set(thrown);
            }
        });
        first.start();
        assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
        for (Consumer<List<Integer>> write : writes()) {
            assertThatExceptionOfType(ConcurrentModificationException.class)
                    .isThrownBy(() -> write.accept(list))
                    .withMessageContaining("two threads at once")
                    .withMessageContaining("copy()");
        }
        assertThatExceptionOfType(ConcurrentModificationException.class).isThrownBy(list::snapshot);
        tried.countDown();
        first.join(30_000);
        assertThat(failure.get()).isNull();
        assertThat(released).isTrue();
        ListProbe.check(list);
        assertThat(list.get(SIZE - 1)).isEqualTo(1 - SIZE);
        assertThat(snapshot).isEqualTo(numbers());
    }

    private static void await(CountDownLatch latch, AtomicBoolean released) {
        try {
            released.set(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
