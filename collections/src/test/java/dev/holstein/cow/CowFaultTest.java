package dev.holstein.cow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** User code that throws, answers nonsense or comes back leaves a handle as it was. */
class CowFaultTest {
    private final CountingCopier copier = new CountingCopier();

    private static List<Integer> list(Integer... elements) {
        return new ArrayList<>(Arrays.asList(elements));
    }

    private Cow<List<Integer>> owned(Integer... elements) {
        return Cow.owned(list(elements), copier);
    }

    // ---- user code that fails

    private enum Write {
        TO_MUT(Cow::toMut),
        MUTATE(cow -> cow.mutate(value -> value.add(9))),
        INTO_OWNED(Cow::intoOwned);

        final Consumer<Cow<List<Integer>>> call;

        Write(Consumer<Cow<List<Integer>>> call) {
            this.call = call;
        }
    }

    @TestFactory
    Stream<DynamicTest> aCopierThatFailsChangesNothing() {
        return Stream.of(Write.values())
                .flatMap(write -> Stream.of(CountingCopier.Failure.values())
                        .filter(failure -> failure != CountingCopier.Failure.NONE)
                        .map(failure -> DynamicTest.dynamicTest(
                                write + " " + failure, () -> aCopierThatFailsChangesNothing(write, failure))));
    }

    private static void aCopierThatFailsChangesNothing(Write write, CountingCopier.Failure failure) {
        CountingCopier copier = new CountingCopier();
        List<Integer> lent = list(1);
        Cow<List<Integer>> borrowed = Cow.borrowed(lent, copier);
        Cow<List<Integer>> shared = Cow.owned(lent, copier);
        Cow<List<Integer>> other = shared.share();
        for (Cow<List<Integer>> cow : List.of(borrowed, shared)) {
            boolean wasBorrowed = cow.isBorrowed();
            int handles = cow.refCount();
            copier.failNext(failure);
            assertThatExceptionOfType(CountingCopier.exception(failure))
                    .isThrownBy(() -> write.call.accept(cow))
                    .satisfies(thrown -> {
                        if (failure != CountingCopier.Failure.THROWS) {
                            assertThat(thrown).hasMessageContaining("copier");
                        }
                    });
            assertThat(cow.get()).isSameAs(lent);
            assertThat(cow.isBorrowed()).isEqualTo(wasBorrowed);
            assertThat(cow.refCount()).isEqualTo(handles);
            write.call.accept(cow); // the handle is not stuck
        }
        assertThat(other.get()).isSameAs(lent).containsExactly(1);
        assertThat(other.refCount()).isOne();
        assertThat(copier.calls()).isEqualTo(4);
    }

    @Test
    void aConsumerThatThrowsOnACopyLeavesTheHandleAsItWas() {
        Cow<List<Integer>> cow = owned(1);
        Cow<List<Integer>> other = cow.share();
        List<Integer> before = cow.get();
        assertThatExceptionOfType(CountingCopier.Boom.class)
                .isThrownBy(() -> cow.mutate(value -> {
                    value.add(2);
                    throw new CountingCopier.Boom();
                }));
        assertThat(cow.get()).isSameAs(before).isSameAs(other.get()).containsExactly(1);
        assertThat(cow.refCount()).isEqualTo(2);
        cow.mutate(value -> value.add(3));
        assertThat(cow.get()).containsExactly(1, 3);
    }

    @Test
    void aConsumerThatThrowsInPlaceKeepsWhatItDid() {
        Cow<List<Integer>> cow = owned(1);
        assertThatExceptionOfType(CountingCopier.Boom.class)
                .isThrownBy(() -> cow.mutate(value -> {
                    value.add(2);
                    throw new CountingCopier.Boom();
                }));
        assertThat(cow.get()).containsExactly(1, 2);
        cow.toMut().add(3);
        assertThat(cow.get()).containsExactly(1, 2, 3);
    }

    @Test
    void aMapWhoseFunctionThrowsChangesNothing() {
        Cow<List<Integer>> cow = owned(1);
        assertThatExceptionOfType(CountingCopier.Boom.class)
                .isThrownBy(() -> cow.map(value -> {
                    throw new CountingCopier.Boom();
                }));
        assertThat(cow.refCount()).isOne();
        assertThat(cow.map(value -> value)).isSameAs(cow);
    }

    // ---- user code that comes back

    /** What a handle can be used for, but for reading. */
    static Map<String, Consumer<Cow<List<Integer>>>> uses() {
        Map<String, Consumer<Cow<List<Integer>>>> uses = new LinkedHashMap<>();
        uses.put("toMut", Cow::toMut);
        uses.put("mutate", cow -> cow.mutate(value -> value.add(9)));
        uses.put("map", cow -> cow.map(value -> value));
        uses.put("share", Cow::share);
        uses.put("intoOwned", Cow::intoOwned);
        uses.put("close", Cow::close);
        return uses;
    }

    @TestFactory
    Stream<DynamicTest> userCodeThatUsesItsHandleIsRefused() {
        return uses().entrySet().stream()
                .map(use -> DynamicTest.dynamicTest(
                        use.getKey(), () -> userCodeThatUsesItsHandleIsRefused(use.getValue())));
    }

    private static void userCodeThatUsesItsHandleIsRefused(Consumer<Cow<List<Integer>>> use) {
        AtomicReference<Cow<List<Integer>>> self = new AtomicReference<>();
        Cow<List<Integer>> cow = Cow.borrowed(list(1), value -> {
            use.accept(self.get());
            return new ArrayList<>(value);
        });
        self.set(cow);
        List<Runnable> calls = List.of(
                cow::toMut,
                () -> cow.mutate(value -> {}),
                cow::intoOwned,
                () -> cow.map(value -> {
                    use.accept(cow);
                    return list(2);
                }));
        for (Runnable call : calls) {
            refused(call);
            assertThat(cow.get()).containsExactly(1);
            assertThat(cow.refCount()).isOne();
            assertThat(cow.isBorrowed()).isTrue();
        }

        Cow<List<Integer>> inPlace = Cow.owned(list(1), ArrayList::new);
        refused(() -> inPlace.mutate(value -> use.accept(inPlace)));
        Cow<List<Integer>> other = inPlace.share();
        refused(() -> inPlace.mutate(value -> use.accept(inPlace)));
        assertThat(inPlace.get()).isSameAs(other.get()).containsExactly(1);
        assertThat(inPlace.refCount()).isEqualTo(2);
        inPlace.mutate(value -> use.accept(other)); // another handle is another matter
        other.close();
        inPlace.close();
    }

    private static void refused(Runnable call) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(call::run)
                .withMessageContaining("recursive update")
                .withMessageContaining("share()");
    }

    @Test
    void userCodeMayRead() {
        Cow<List<Integer>> cow = owned(1);
        cow.mutate(value -> value.add(cow.get().size() + cow.refCount() + (cow.isOwned() ? 10 : 0)));
        assertThat(cow.get()).containsExactly(1, 12);
    }
}
