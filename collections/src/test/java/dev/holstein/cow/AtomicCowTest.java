package dev.holstein.cow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.core.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** One value for many threads: what is published, what is not, and who waits for whom. */
@Timeout(60)
class AtomicCowTest {
    private final CountingCopier copier = new CountingCopier();
    private final List<Integer> first = new ArrayList<>(List.of(1, 2, 3));
    private final AtomicCow<List<Integer>> cow = AtomicCow.of(first, copier);

    // ---- one writer

    @Test
    void anUpdateEditsACopyAndPublishesIt() {
        List<Integer> before = cow.get();
        assertThat(before).isSameAs(first).isSameAs(cow.snapshot());
        AtomicReference<List<Integer>> working = new AtomicReference<>();
        cow.update(list -> {
            list.add(4);
            working.set(list);
            assertThat(cow.get()).as("nothing is published yet").isSameAs(first);
        });
        assertThat(before).containsExactly(1, 2, 3);
        assertThat(cow.get()).isSameAs(working.get()).isSameAs(cow.snapshot()).containsExactly(1, 2, 3, 4);
        assertThat(copier.calls()).isOne();
    }

    @Test
    void functionsReplaceTheValueAndCopyNothing() {
        List<Integer> second = List.of(2);
        List<Integer> third = List.of(3);
        assertThat(cow.updateAndGet(list -> second)).isSameAs(second).isSameAs(cow.get());
        assertThat(cow.getAndUpdate(list -> third)).isSameAs(second);
        assertThat(cow.get()).isSameAs(third);
        assertThat(cow.getAndSet(second)).isSameAs(third);
        assertThat(cow.get()).isSameAs(second);
        cow.set(third);
        assertThat(cow.get()).isSameAs(third);
        assertThat(copier.calls()).isZero();
    }

    @Test
    void functionsAreGivenThePresentValueOnce() {
        List<Object> arguments = new ArrayList<>();
        UnaryOperator<List<Integer>> function = list -> {
            arguments.add(list);
            return List.of(9);
        };
        List<Integer> after = cow.updateAndGet(function);
        List<Integer> before = cow.getAndUpdate(function);
        assertThat(arguments).hasSize(2);
        assertThat(arguments.get(0)).isSameAs(first);
        assertThat(arguments.get(1)).isSameAs(after).isSameAs(before);
    }

    @Test
    void compareAndSetComparesByIdentity() {
        List<Integer> next = List.of(4);
        assertThat(cow.compareAndSet(new ArrayList<>(first), next))
                .as("equal only")
                .isFalse();
        assertThat(cow.get()).isSameAs(first);
        assertThat(cow.compareAndSet(first, next)).isTrue();
        assertThat(cow.get()).isSameAs(next);
        assertThat(cow.compareAndSet(first, next)).isFalse();
        assertThat(cow.compareAndSet(next, next)).isTrue();
        assertThat(cow.get()).isSameAs(next);
        assertThat(copier.calls()).isZero();
    }

    @Test
    void aValueThatComesBackIsANewVersion() {
        Object version = version(cow);
        cow.set(List.of(4));
        cow.set(first);
        assertThat(cow.get()).isSameAs(first);
        assertThat(version(cow)).isNotSameAs(version);
    }

    @Test
    void immutableValuesNeedNoCopier() {
        AtomicCow<String> text = AtomicCow.of("a");
        assertThat(text.updateAndGet(value -> value + "b")).isEqualTo("ab");
        assertThat(text.getAndUpdate(value -> value + "c")).isEqualTo("ab");
        assertThat(text.compareAndSet(text.get(), "d")).isTrue();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> text.update(value -> {}))
                .withMessageContaining("AtomicCow.of(value, copier)")
                .withMessageContaining("updateAndGet");
        assertThat(text.snapshot()).isEqualTo("d");
        assertThat(text).hasToString("d");
        text.set("e");
        assertThat(text.get()).isEqualTo("e");
    }

    @Test
    void equalityIsIdentity() {
        assertThat(cow.equals(cow)).isTrue();
        assertThat(cow.equals(AtomicCow.of(first, copier))).isFalse();
        assertThat(cow).hasToString("[1, 2, 3]");
    }

    // ---- what must not be published

    @Test
    void nullsAreRefusedByNameAndChangeNothing() {
        Map<Runnable, String> calls = new LinkedHashMap<>();
        calls.put(() -> AtomicCow.of(null), "value");
        calls.put(() -> AtomicCow.of(null, copier), "value");
        calls.put(() -> AtomicCow.of(first, null), "copier");
        calls.put(() -> cow.update(null), "edit");
        calls.put(() -> cow.updateAndGet(null), "function");
        calls.put(() -> cow.getAndUpdate(null), "function");
        calls.put(() -> cow.updateAndGet(list -> null), "result of the function");
        calls.put(() -> cow.getAndUpdate(list -> null), "result of the function");
        calls.put(() -> cow.set(null), "next");
        calls.put(() -> cow.getAndSet(null), "next");
        calls.put(() -> cow.compareAndSet(null, first), "expected");
        calls.put(() -> cow.compareAndSet(first, null), "next");
        calls.forEach((call, name) -> assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(call::run)
                .withMessage(name + " is null"));
        assertThat(cow.get()).isSameAs(first);
        assertOpen();
    }

    private void assertOpen() {
        cow.update(list -> list.add(99));
        assertThat(cow.get()).endsWith(99);
    }

    @Test
    void anExceptionPublishesNothing() {
        List<Runnable> calls = List.of(
                () -> cow.update(list -> {
                    list.clear();
                    throw new CountingCopier.Boom();
                }),
                () -> cow.updateAndGet(list -> {
                    throw new CountingCopier.Boom();
                }),
                () -> cow.getAndUpdate(list -> {
                    throw new CountingCopier.Boom();
                }));
        for (Runnable call : calls) {
            assertThatExceptionOfType(CountingCopier.Boom.class).isThrownBy(call::run);
            assertThat(cow.get()).isSameAs(first).containsExactly(1, 2, 3);
        }
        assertOpen();
    }

    @ParameterizedTest
    @EnumSource(value = CountingCopier.Failure.class, mode = Mode.EXCLUDE, names = "NONE")
    void aCopierThatFailsPublishesNothing(CountingCopier.Failure failure) {
        copier.failNext(failure);
        AtomicBoolean edited = new AtomicBoolean();
        assertThatExceptionOfType(CountingCopier.exception(failure))
                .isThrownBy(() -> cow.update(list -> edited.set(true)));
        assertThat(edited).isFalse();
        assertThat(cow.get()).isSameAs(first).containsExactly(1, 2, 3);
        assertOpen();
    }

    @Test
    void aFunctionThatAnswersTheSameReferencePublishesNothing() {
        AtomicCow<List<Integer>> other = AtomicCow.of(List.of(), copier);
        Object version = version(cow);
        assertThat(cow.updateAndGet(list -> list)).isSameAs(first);
        assertThat(cow.getAndUpdate(list -> list)).isSameAs(first);
        assertThat(cow.getAndSet(first)).isSameAs(first);
        assertThat(cow.compareAndSet(first, first)).isTrue();
        assertThat(version(cow)).isSameAs(version);
        assertThat(cow.updateAndGet(list -> other.get())).isEmpty();
        assertThat(version(cow)).isNotSameAs(version);
    }

    static Object version(AtomicCow<?> cow) {
        return Groups.member(cow).versions(cow).get();
    }

    private static Map<String, Consumer<AtomicCow<List<Integer>>>> writes() {
        Map<String, Consumer<AtomicCow<List<Integer>>>> writes = new LinkedHashMap<>();
        writes.put("update", cow -> cow.update(copy -> copy.add(9)));
        writes.put("updateAndGet", cow -> cow.updateAndGet(value -> List.of(9)));
        writes.put("getAndUpdate", cow -> cow.getAndUpdate(value -> List.of(9)));
        writes.put("set", cow -> cow.set(List.of(9)));
        writes.put("getAndSet", cow -> cow.getAndSet(List.of(9)));
        writes.put("compareAndSet", cow -> cow.compareAndSet(cow.get(), List.of(9)));
        writes.put("compareAndSet of another", cow -> cow.compareAndSet(List.of(9), List.of(9)));
        writes.put(
                "group",
                cow -> SnapshotGroup.of(cow).update(edit -> edit.of(cow).add(9)));
        return writes;
    }

    @TestFactory
    Stream<DynamicTest> writesInsideAWriteAreRefused() {
        return writes().entrySet().stream()
                .map(write ->
                        DynamicTest.dynamicTest(write.getKey(), () -> writesInsideAWriteAreRefused(write.getValue())));
    }

    private static void writesInsideAWriteAreRefused(Consumer<AtomicCow<List<Integer>>> write) {
        List<Integer> value = new ArrayList<>(List.of(1));
        AtomicCow<List<Integer>> cow = AtomicCow.of(value, ArrayList::new);
        UnaryOperator<List<Integer>> function = list -> {
            write.accept(cow);
            return List.of();
        };
        List<Runnable> calls = List.of(
                () -> cow.update(list -> write.accept(cow)),
                () -> cow.updateAndGet(function),
                () -> cow.getAndUpdate(function),
                () -> SnapshotGroup.of(cow).update(edit -> write.accept(cow)));
        for (Runnable call : calls) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(call::run)
                    .withMessageContaining("recursive update");
            assertThat(cow.get()).isSameAs(value).containsExactly(1);
        }
        AtomicCow<List<Integer>> other = AtomicCow.of(value, ArrayList::new);
        cow.update(list -> write.accept(other)); // another object is another matter
        assertThat(cow.get()).isNotSameAs(value).containsExactly(1);
    }

    @Test
    void aCopierThatWritesIsRefused() {
        AtomicReference<AtomicCow<List<Integer>>> self = new AtomicReference<>();
        AtomicCow<List<Integer>> recursive = AtomicCow.of(first, list -> {
            self.get().set(List.of());
            return new ArrayList<>(list);
        });
        self.set(recursive);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> recursive.update(list -> {}))
                .withMessageContaining("recursive update");
        assertThat(recursive.get()).isSameAs(first);
    }

    // ---- many threads

    /** Runs all at once, and fails if one does. */
    static void run(Runnable... bodies) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (Runnable body : bodies) {
            Thread thread = new Thread(body);
            thread.setUncaughtExceptionHandler((where, thrown) -> failure.compareAndSet(null, thrown));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failure).hasValue(null);
    }

    @Test
    void noWriteIsLostAndFunctionsAreCalledOnce() throws Exception {
        int rounds = 5_000;
        AtomicCow<int[]> counter = AtomicCow.of(new int[8], int[]::clone);
        AtomicInteger calls = new AtomicInteger();
        Runnable writer = () -> {
            for (int i = 0; i < rounds; i++) {
                switch (i % 3) {
                    case 0 ->
                        counter.update(array -> {
                            calls.incrementAndGet();
                            Arrays.setAll(array, at -> array[at] + 1);
                        });
                    case 1 ->
                        counter.updateAndGet(array -> {
                            calls.incrementAndGet();
                            return Arrays.stream(array).map(x -> x + 1).toArray();
                        });
                    default -> {
                        int[] seen;
                        do {
                            seen = counter.get();
                        } while (!counter.compareAndSet(
                                seen, Arrays.stream(seen).map(x -> x + 1).toArray()));
                    }
                }
            }
        };
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger torn = new AtomicInteger();
        Thread reader = new Thread(() -> {
            int last = 0;
            while (!done.get()) {
                int[] seen = counter.get();
                int expected = seen[0];
                if (expected < last || Arrays.stream(seen).anyMatch(x -> x != expected)) {
                    torn.incrementAndGet();
                }
                last = expected;
            }
        });
        reader.start();
        try {
            run(writer, writer);
        } finally {
            done.set(true);
            reader.join();
        }
        assertThat(counter.get()).containsOnly(2 * rounds);
        assertThat(calls).hasValue(2 * (rounds - rounds / 3));
        assertThat(torn).hasValue(0);
    }

    @Test
    void readersDoNotWaitForAWriterAndAnotherWriterDoes() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread writer = new Thread(() -> cow.update(list -> {
            list.add(4);
            inside.countDown();
            await(goOn);
        }));
        Thread next = new Thread(() -> cow.update(list -> list.add(5)));
        writer.start();
        await(inside);
        next.start();
        assertThat(cow.get()).isSameAs(first);
        assertThat(cow.snapshot()).containsExactly(1, 2, 3);
        assertThat(SnapshotGroup.of(cow).snapshot().of(cow)).isSameAs(first);
        try {
            while (next.getState() != Thread.State.BLOCKED) {
                assertThat(next.isAlive()).as("it waits for its turn").isTrue();
            }
        } finally {
            goOn.countDown();
        }
        writer.join();
        next.join();
        assertThat(cow.get()).containsExactly(1, 2, 3, 4, 5);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
