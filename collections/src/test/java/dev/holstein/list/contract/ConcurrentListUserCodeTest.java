package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a {@link ConcurrentList} promises to and of the functions it is given: how often they run, and what they may do. */
@Timeout(60)
class ConcurrentListUserCodeTest {
    private static final int SIZE = 600;
    private static final int ROUNDS = 300;

    private final ConcurrentList<Integer> list =
            new ConcurrentList<>(IntStream.range(0, SIZE).boxed().toList());
    private final List<Integer> before = List.copyOf(list);

    /** Every kind of write. */
    private enum Write {
        ADD(list -> list.add(1)),
        ADD_AT(list -> list.add(3, 1)),
        ADD_FIRST(list -> list.addFirst(1)),
        ADD_LAST(list -> list.addLast(1)),
        ADD_ALL(list -> list.addAll(List.of(1, 2))),
        ADD_ALL_AT(list -> list.addAll(3, List.of(1, 2))),
        ADD_IF_ABSENT(list -> list.addIfAbsent(-1)),
        ADD_ALL_ABSENT(list -> list.addAllAbsent(List.of(-1, -2))),
        SET(list -> list.set(3, -1)),
        REMOVE_AT(list -> list.remove(3)),
        REMOVE(list -> list.remove(Integer.valueOf(3))),
        REMOVE_FIRST(ConcurrentList::removeFirst),
        REMOVE_LAST(ConcurrentList::removeLast),
        REMOVE_ALL(list -> list.removeAll(List.of(3))),
        RETAIN_ALL(list -> list.retainAll(List.of(3))),
        REMOVE_IF(list -> list.removeIf(each -> each == 3)),
        REPLACE_ALL(list -> list.replaceAll(each -> each + 1)),
        SORT(list -> list.sort((one, other) -> other - one)),
        CLEAR(ConcurrentList::clear),
        RANGE_ADD(list -> list.subList(3, 5).add(1)),
        RANGE_CLEAR(list -> list.subList(3, 5).clear()),
        UPDATE(list -> list.update(copy -> copy.add(1))),
        COMPARE_AND_SET(list -> list.compareAndSet(list.snapshot(), PersistentList.of(1)));

        private final Consumer<ConcurrentList<Integer>> write;

        Write(Consumer<ConcurrentList<Integer>> write) {
            this.write = write;
        }
    }

    /** Does something inside each write that calls functions. */
    private static List<Runnable> inside(ConcurrentList<Integer> list, Runnable action) {
        Object evil = new Object() {
            @Override
            @SuppressWarnings("EqualsUnsafeCast") // is nobody's key
            public boolean equals(Object other) {
                action.run();
                return false;
            }

            @Override
            public int hashCode() {
                return 0;
            }
        };
        return List.of(
                () -> list.removeIf(each -> {
                    action.run();
                    return true;
                }),
                () -> list.replaceAll(each -> {
                    action.run();
                    return each + 1;
                }),
                () -> list.sort((one, other) -> {
                    action.run();
                    return other - one;
                }),
                () -> list.update(copy -> {
                    copy.clear();
                    action.run();
                }),
                () -> list.subList(1, 5).removeIf(each -> {
                    action.run();
                    return true;
                }),
                () -> list.remove(evil));
    }

    @ParameterizedTest
    @EnumSource(Write.class)
    void aWriteInsideAWriteIsRefusedAndChangesNothing(Write write) {
        for (Runnable outer : inside(list, () -> write.write.accept(list))) {
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(outer::run);
            assertThat(list).isEqualTo(before);
        }
        write.write.accept(list);
        assertThat(list).as("the list can be written again").isNotEqualTo(before);
        ListProbe.check(list);
    }

    @Test
    void aFunctionMayReadTheListAndWriteAnother() {
        ConcurrentList<Integer> other = new ConcurrentList<>();
        List<Runnable> outers = inside(list, () -> {
            assertThat(list.subList(7, SIZE)).isEqualTo(list.snapshot().subList(7, SIZE));
            other.add(list.size());
        });
        for (Runnable outer : outers) {
            outer.run();
            list.clear();
            list.addAll(before);
        }
        assertThat(other).containsOnly(SIZE).hasSizeGreaterThan(4 * SIZE);
    }

    @Test
    void aFunctionThatThrowsLeavesTheListAsItWas() {
        PersistentList<Integer> snapshot = list.snapshot();
        AtomicInteger calls = new AtomicInteger();
        for (Runnable outer : inside(list, () -> {
            if (calls.incrementAndGet() % 5 == 1) {
                throw new ArithmeticException();
            }
        })) {
            calls.set(0);
            assertThatExceptionOfType(ArithmeticException.class).isThrownBy(outer::run);
            assertThat(list).isEqualTo(before);
        }
        assertThat(list.compareAndSet(snapshot, snapshot))
                .as("not even a version")
                .isTrue();
    }

    /** Under two writers that are in each other's way all the time. */
    @Test
    void functionsAreCalledExactlyOnce() throws Exception {
        AtomicInteger updates = new AtomicInteger();
        AtomicInteger replacements = new AtomicInteger();
        AtomicInteger questions = new AtomicInteger();
        Callable<Boolean> writer = () -> {
            for (int i = 0; i < ROUNDS; i++) {
                list.update(copy -> copy.set(0, copy.get(0) + updates.incrementAndGet() / updates.get()));
                list.replaceAll(each -> each + 1 + 0 * replacements.incrementAndGet());
                list.removeIf(each -> questions.incrementAndGet() < 0);
            }
            return true;
        };
        onTwoThreads(writer, writer);
        assertThat(updates).hasValue(2 * ROUNDS);
        assertThat(replacements).hasValue(2 * ROUNDS * SIZE);
        assertThat(questions).hasValue(2 * ROUNDS * SIZE);
        assertThat(list.get(0)).isEqualTo(4 * ROUNDS);
        assertThat(list.get(SIZE - 1)).isEqualTo(SIZE - 1 + 2 * ROUNDS);
    }

    /** A thread that comes in while a function runs waits: there is no second attempt. */
    @Test
    void aWriterThatComesInBetweenWaits() throws Exception {
        AtomicReference<Thread> second = new AtomicReference<>();
        AtomicInteger calls = new AtomicInteger();
        list.removeIf(each -> {
            if (calls.getAndIncrement() == 0) {
                Thread thread = new Thread(() -> list.add(-1));
                second.set(thread);
                thread.start();
                while (thread.getState() != Thread.State.BLOCKED && thread.isAlive()) {
                    Thread.onSpinWait();
                }
            }
            return each % 2 == 0;
        });
        second.get().join();
        assertThat(calls).hasValue(SIZE);
        assertThat(list).hasSize(SIZE / 2 + 1).endsWith(SIZE - 1, -1);
    }

    static void onTwoThreads(Callable<?> one, Callable<?> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> first = threads.submit(one);
            Object unused = threads.submit(other).get();
            unused = first.get();
        } finally {
            threads.shutdownNow();
        }
    }

    // ---- the working copy
    // ------------------------------------------------------------------------------------------------

    @Test
    void aCopyThatLeaksOutOfAnUpdateWritesNothingLater() {
        List<CowList<Integer>> leaked = new ArrayList<>();
        list.update(copy -> {
            copy.add(-1);
            copy.set(3, -1);
            copy.add(300, -1);
            leaked.add(copy);
        });
        List<Integer> published = List.copyOf(list);
        PersistentList<Integer> snapshot = list.snapshot();

        CowList<Integer> copy = leaked.get(0);
        for (int i = 0; i < copy.size(); i++) {
            copy.set(i, -7);
        }
        copy.add(-7);
        copy.replaceAll(each -> -8);
        copy.sort(null);

        assertThat(list).isEqualTo(published);
        assertThat(snapshot).isEqualTo(published);
        list.add(-2);
        copy.add(-9);
        assertThat(list).hasSize(published.size() + 1).endsWith(-1, -2);
        assertThat(copy).doesNotContain(-2).endsWith(-8, -9);
        ListProbe.check(list);
        ListProbe.check(copy);
    }

    @Test
    void aRangeOrAnIteratorOfTheCopyWritesNothingLater() {
        List<List<Integer>> ranges = new ArrayList<>();
        List<ListIterator<Integer>> walks = new ArrayList<>();
        list.update(copy -> {
            copy.set(3, -1);
            ranges.add(copy.subList(2, 5));
        });
        list.update(copy -> {
            ListIterator<Integer> walk = copy.listIterator();
            walk.next();
            walk.set(-2);
            walks.add(walk);
        });
        List<Integer> published = List.copyOf(list);
        ranges.get(0).set(0, -7);
        ranges.get(0).add(-7);
        walks.get(0).set(-7);
        walks.get(0).remove();
        assertThat(list).isEqualTo(published).hasSize(SIZE).startsWith(-2, 1, 2, -1, 4);
    }

    @Test
    void aCopyThatLeaksOutOfAFailedUpdateWritesNothing() {
        List<CowList<Integer>> leaked = new ArrayList<>();
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> list.update(copy -> {
                    copy.set(0, -1);
                    leaked.add(copy);
                    throw new ArithmeticException();
                }));
        leaked.get(0).replaceAll(each -> -7);
        assertThat(list).isEqualTo(before);
    }

    @Test
    void aCopyMayBeWrittenDuringTheNextUpdate() {
        List<CowList<Integer>> leaked = new ArrayList<>();
        list.update(copy -> {
            copy.set(0, -1);
            leaked.add(copy);
        });
        assertThatNoException()
                .isThrownBy(() -> list.update(copy -> {
                    leaked.get(0).set(0, -7);
                    leaked.get(0).set(1, -7);
                    copy.set(2, -2);
                }));
        assertThat(list.subList(0, 3)).containsExactly(-1, 1, -2);
    }

    /** The elements of the copy, taken inside, belong to the copy's history; they do not follow it. */
    @Test
    void aSnapshotOfTheCopyIsFrozen() {
        AtomicReference<PersistentList<Integer>> middle = new AtomicReference<>(PersistentList.empty());
        list.update(copy -> {
            copy.add(-1);
            middle.set(copy.snapshot());
            copy.add(-2);
            copy.set(0, -3);
        });
        assertThat(middle.get()).hasSize(SIZE + 1).startsWith(0).endsWith(-1);
        assertThat(list).hasSize(SIZE + 2).startsWith(-3).endsWith(-1, -2);
    }

    @Test
    void anUpdateWithoutEffectMakesNoVersion() {
        PersistentList<Integer> snapshot = list.snapshot();
        list.update(copy -> {});
        list.update(copy -> copy.set(3, copy.get(3)));
        assertThat(list.compareAndSet(snapshot, PersistentList.of(1))).isTrue();
    }

    // ---- compareAndSet
    // ---------------------------------------------------------------------------------------------------

    @Test
    void compareAndSetGoesByTheVersionNotByElements() {
        PersistentList<Integer> snapshot = list.snapshot();
        assertThat(list.compareAndSet(PersistentList.copyOf(before), PersistentList.of(1)))
                .isFalse();
        list.set(0, -1);
        list.set(0, 0);
        assertThat(list.compareAndSet(snapshot, PersistentList.of(1)))
                .as("equal again, but not the same")
                .isFalse();
        assertThat(list).isEqualTo(before);
        assertThat(list.compareAndSet(list.snapshot(), PersistentList.of(1))).isTrue();
        assertThat(list).containsExactly(1);
    }

    @Test
    void aVersionThatWasReplacedDoesNotComeBack() {
        PersistentList<Integer> first = list.snapshot();
        PersistentList<Integer> second = first.plus(-1);
        assertThat(list.compareAndSet(first, second)).isTrue();
        assertThat(list.compareAndSet(second, first))
                .as("what was set is no snapshot")
                .isFalse();
        assertThat(list.compareAndSet(list.snapshot(), first)).isTrue();
        assertThat(list.compareAndSet(first, second))
                .as("the same elements in another version")
                .isFalse();
        list.update(copy -> {
            copy.clear();
            copy.addAll(first);
        });
        assertThat(list.compareAndSet(first, second)).isFalse();
        assertThat(list).isEqualTo(before);
    }

    @Test
    void compareAndSetOfEmptyLists() {
        ConcurrentList<Integer> fresh = new ConcurrentList<>();
        PersistentList<Integer> empty = fresh.snapshot();
        assertThat(fresh.compareAndSet(empty, PersistentList.of(1))).isTrue();
        fresh.clear();
        assertThat(fresh.compareAndSet(empty, PersistentList.of(2)))
                .as("it was written and emptied since")
                .isFalse();
        assertThat(fresh.compareAndSet(fresh.snapshot(), PersistentList.of(3)))
                .as("an emptied list has a snapshot too")
                .isTrue();
        assertThat(fresh).containsExactly(3);
    }

    @Test
    void twoThreadsThatTryAgainLoseNothing() throws Exception {
        Callable<Boolean> counter = () -> {
            for (int i = 0; i < ROUNDS; i++) {
                while (true) {
                    PersistentList<Integer> seen = list.snapshot();
                    if (list.compareAndSet(seen, seen.with(0, seen.get(0) + 1).plus(i))) {
                        break;
                    }
                }
            }
            return true;
        };
        onTwoThreads(counter, counter);
        assertThat(list.get(0)).isEqualTo(2 * ROUNDS);
        assertThat(list).hasSize(SIZE + 2 * ROUNDS);
        ListProbe.check(list);
    }
}
