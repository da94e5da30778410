package dev.holstein.cow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Random scripts over many handles against plain lists. The reference knows for each handle which value it points to,
 * counts the handles of a value by looking at all of them, and so says after every step how many copies must have been
 * made: no more, no less.
 */
class CowModel {
    /** One step of a script: on the handle at {@code who}, modulo how many there are. */
    record Step(Op op, int who, int number) {}

    enum Op {
        OWN,
        BORROW,
        SHARE,
        TO_MUT,
        MUTATE,
        MUTATE_THROWING,
        MAP_TO_SAME,
        MAP_TO_OTHER,
        MAP_THROWING,
        INTO_OWNED,
        CLOSE,
        FORGET,
        COPIER_FAILS,
        RECURSE
    }

    /** A value as the reference sees it. */
    private static final class Value {
        final List<Integer> contents;
        final boolean borrowed;

        Value(List<Integer> contents, boolean borrowed) {
            this.contents = contents;
            this.borrowed = borrowed;
        }
    }

    /** A handle and what it must point to; a forgotten one is never used again, nor closed. */
    private static final class Handle {
        final Cow<List<Integer>> cow;
        Value value;
        boolean closed;
        boolean forgotten;

        Handle(Cow<List<Integer>> cow, Value value) {
            this.cow = cow;
            this.value = value;
        }
    }

    /** A list that is not in any handle, or no longer, and what it must contain for ever. */
    private record Outside(List<Integer> list, List<Integer> contents) {}

    private final CountingCopier copier = new CountingCopier();
    private final List<Handle> handles = new ArrayList<>();
    private final List<Outside> outside = new ArrayList<>();
    private int copies;

    @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
    void handlesAgreeWithPlainLists(@ForAll("scripts") List<Step> script) {
        CowModel run = new CowModel();
        run.add(Cow.owned(new ArrayList<>(List.of(0)), run.copier), List.of(0), false);
        for (Step step : script) {
            run.step(step);
            run.check();
        }
    }

    @Provide
    Arbitrary<List<Step>> scripts() {
        Arbitrary<Op> ops = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(Op.SHARE)),
                Tuple.of(2, Arbitraries.of(Op.TO_MUT, Op.MUTATE)),
                Tuple.of(4, Arbitraries.of(Op.class)));
        return Combinators.combine(
                        ops,
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.integers().between(1, 99))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(80);
    }

    private void add(Cow<List<Integer>> cow, List<Integer> contents, boolean borrowed) {
        handles.add(new Handle(cow, new Value(new ArrayList<>(contents), borrowed)));
    }

    private void step(Step step) {
        switch (step.op) {
            case OWN -> add(Cow.owned(new ArrayList<>(List.of(step.number)), copier), List.of(step.number), false);
            case BORROW -> {
                List<Integer> lent = new ArrayList<>(List.of(step.number));
                outside.add(new Outside(lent, List.of(step.number)));
                add(Cow.borrowed(lent, copier), lent, true);
            }
            default -> {
                List<Handle> usable =
                        handles.stream().filter(handle -> !handle.forgotten).toList();
                if (!usable.isEmpty()) {
                    use(usable.get(step.who % usable.size()), step);
                }
            }
        }
    }

    private void use(Handle handle, Step step) {
        if (handle.closed) {
            handle.cow.close();
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> call(handle, step));
            return;
        }
        switch (step.op) {
            case SHARE -> handles.add(share(handle));
            case TO_MUT, MUTATE -> {
                makeOwn(handle);
                handle.value.contents.add(step.number);
                call(handle, step);
            }
            case MUTATE_THROWING -> {
                if (needsCopy(handle)) {
                    copies++;
                } else {
                    handle.value.contents.add(step.number);
                }
                assertThatExceptionOfType(CountingCopier.Boom.class).isThrownBy(() -> call(handle, step));
            }
            case MAP_TO_SAME -> assertThat(handle.cow.map(list -> list)).isSameAs(handle.cow);
            case MAP_TO_OTHER -> {
                List<Integer> other = new ArrayList<>(List.of(step.number));
                add(handle.cow.map(list -> other), other, false);
            }
            case MAP_THROWING ->
                assertThatExceptionOfType(CountingCopier.Boom.class).isThrownBy(() -> call(handle, step));
            case INTO_OWNED -> {
                copies += needsCopy(handle) ? 1 : 0;
                handle.closed = true;
                List<Integer> out = handle.cow.intoOwned();
                assertThat(out).isEqualTo(handle.value.contents);
                out.add(-1); // nobody else has it
                outside.add(new Outside(out, List.copyOf(out)));
            }
            case CLOSE -> {
                handle.closed = true;
                handle.cow.close();
            }
            case FORGET -> handle.forgotten = true;
            case COPIER_FAILS -> failingCopier(handle, step);
            case RECURSE -> {
                boolean copy = needsCopy(handle);
                copies += copy ? 1 : 0;
                assertThatExceptionOfType(IllegalStateException.class)
                        .isThrownBy(() -> handle.cow.mutate(list -> handle.cow.toMut()))
                        .withMessageContaining("recursive");
            }
            default -> throw new AssertionError(step.op);
        }
    }

    private static Handle share(Handle handle) {
        return new Handle(handle.cow.share(), handle.value);
    }

    /** Calls the handle, and nothing in the reference. */
    private static void call(Handle handle, Step step) {
        switch (step.op) {
            case MUTATE -> handle.cow.mutate(list -> list.add(step.number));
            case MUTATE_THROWING ->
                handle.cow.mutate(list -> {
                    list.add(step.number);
                    throw new CountingCopier.Boom();
                });
            case MAP_TO_SAME, MAP_TO_OTHER -> handle.cow.map(list -> list);
            case MAP_THROWING ->
                handle.cow.map(list -> {
                    throw new CountingCopier.Boom();
                });
            case SHARE -> handle.cow.share();
            case INTO_OWNED -> handle.cow.intoOwned();
            case CLOSE -> handle.cow.refCount();
            default -> handle.cow.toMut().add(step.number);
        }
    }

    private void failingCopier(Handle handle, Step step) {
        if (!needsCopy(handle)) {
            return;
        }
        CountingCopier.Failure failure = CountingCopier.Failure.values()[1 + step.number % 3];
        copier.failNext(failure);
        copies++;
        assertThatExceptionOfType(CountingCopier.exception(failure)).isThrownBy(() -> {
            switch (step.who % 3) {
                case 0 -> handle.cow.toMut();
                case 1 -> handle.cow.mutate(list -> list.add(step.number));
                default -> handle.cow.intoOwned();
            }
        });
    }

    private long handlesOn(Value value) {
        return handles.stream()
                .filter(handle -> handle.value == value && !handle.closed)
                .count();
    }

    private boolean needsCopy(Handle handle) {
        return handle.value.borrowed || handlesOn(handle.value) > 1;
    }

    private void makeOwn(Handle handle) {
        if (needsCopy(handle)) {
            copies++;
            handle.value = new Value(new ArrayList<>(handle.value.contents), false);
        }
    }

    private void check() {
        assertThat(copier.calls()).as("copies").isEqualTo(copies);
        for (Handle handle : handles) {
            if (handle.closed) {
                assertThat(handle.cow).hasToString("Cow.closed");
                continue;
            }
            assertThat(handle.cow.get()).isEqualTo(handle.value.contents);
            assertThat(handle.cow.refCount()).isEqualTo((int) handlesOn(handle.value));
            assertThat(handle.cow.isBorrowed()).isEqualTo(handle.value.borrowed);
            assertThat(handle.cow.isOwned()).isNotEqualTo(handle.value.borrowed);
        }
        for (Handle one : handles) {
            for (Handle other : handles) {
                if (!one.closed && !other.closed) {
                    assertThat(one.cow.get() == other.cow.get()).isEqualTo(one.value == other.value);
                    assertThat(one.cow.equals(other.cow)).isEqualTo(one.value.contents.equals(other.value.contents));
                }
            }
        }
        for (Outside each : outside) {
            assertThat(each.list).isEqualTo(each.contents);
        }
    }
}
