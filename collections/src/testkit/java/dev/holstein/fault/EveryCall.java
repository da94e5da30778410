package dev.holstein.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.holstein.fault.Fuse.Boom;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs one operation again and again while its user code misbehaves at its first call, at its second, and so on until it is called
 * no more. It throws; it writes to the structure; it reads, freezes and walks over it; it changes the arguments.
 *
 * @param <S> what the operation is called on
 * @param <A> what makes its arguments
 */
public final class EveryCall<S, A extends Arguments<?>> {
    /** Calls of user code that misbehaved so far in this JVM. */
    private static long calls;

    public static long calls() {
        return calls;
    }

    /** Whether all that is done is done at every call of user code: that takes minutes. */
    private static final boolean EVERY_CALL = Boolean.getBoolean("dev.holstein.everyCall");

    private static final int CLOSE = 24;
    private static final int CLOSE_IF_LARGE = 6;

    private static final String REFUSED = "recursive update";

    private final Operation<S, A> operation;
    private final A arguments;
    private final Supplier<Specimen<S>> maker;

    private final Witness witness;

    /** Whether the structure is so large that only some of the calls are tried. */
    private final boolean isLarge;

    /** What the structure is after a write from inside alone, after the operation alone, and after both, one way and the other. */
    private final List<@Nullable List<List<Object>>> expected = new ArrayList<>();

    public EveryCall(
            Operation<S, A> operation, A arguments, Supplier<Specimen<S>> maker, Witness witness, boolean isLarge) {
        this.operation = operation;
        this.arguments = arguments;
        this.maker = maker;
        this.witness = witness;
        this.isLarge = isLarge;
    }

    /** How a run ended. */
    private record Outcome(boolean called, @Nullable RuntimeException thrown) {}

    private Outcome run(S subject, int call, Runnable misbehaviour) {
        arguments.forget();
        arguments.fuse.light(call, misbehaviour);
        RuntimeException thrown = null;
        try {
            Object unused = operation.run().apply(subject, arguments);
        } catch (RuntimeException e) {
            thrown = e;
        } finally {
            arguments.fuse.putOut();
        }
        return new Outcome(arguments.fuse.hasBurnt(), thrown);
    }

    /** Throws at every call; misbehaves in the other ways at every call of the first ones, then in ever larger steps. */
    public void run() {
        int count = 0;
        while (throwing(count)) {
            count = isLarge ? next(count) : count + 1;
            calls++;
        }
        for (int call = 0; call < count && writing(call); call = next(call)) {
            calls++;
        }
        for (int call = 0; call < count && reading(call); call = next(call)) {
            calls++;
        }
        for (int call = 0; call < count && spoiling(call); call = next(call)) {
            calls++;
        }
    }

    private int next(int call) {
        if (EVERY_CALL || call < (isLarge ? CLOSE_IF_LARGE : CLOSE)) {
            return call + 1;
        }
        return call + 1 + call / (isLarge ? 2 : 8);
    }

    /** That no call was as late as this, which is found out step by step in a large structure alone. */
    private boolean isPast() {
        assertThat(isLarge).isTrue();
        return false;
    }

    private static void same(List<Object> present, List<Object> before) {
        assertThat(present.size()).isEqualTo(before.size());
        for (int i = 0; i < before.size(); i++) {
            if (present.get(i) != before.get(i)) {
                assertThat(present.get(i)).as("at %d", i).isSameAs(before.get(i));
            }
        }
    }

    private boolean throwing(int call) {
        Specimen<S> specimen = maker.get();
        List<Object> before = specimen.contents();
        Supplier<List<Object>> kept = call % 2 == 0 ? specimen.freeze() : () -> before;
        Boom boom = new Boom();
        Outcome outcome = run(specimen.subject(), call, () -> {
            if (call < CLOSE || call % 8 == 0) {
                witness.note(operation.group());
            }
            throw boom;
        });
        specimen.check();
        if (!outcome.called) {
            passes(outcome, specimen);
            same(kept.get(), before);
            return false;
        }
        assertThat(outcome.thrown).isSameAs(boom);
        same(specimen.contents(), before);
        specimen.use();
        specimen.check();
        same(kept.get(), before);
        return true;
    }

    /** An operation that is left alone succeeds, unless it is a write and the structure takes none. */
    private void passes(Outcome outcome, Specimen<?> specimen) {
        if (outcome.thrown instanceof UnsupportedOperationException
                && specimen.writes().isEmpty()) {
            witness.noteRefusal(operation.group(), outcome.thrown);
        } else if (outcome.thrown != null) {
            throw outcome.thrown;
        }
    }

    private boolean writing(int call) {
        Specimen<S> specimen = maker.get();
        int count = specimen.writes().size();
        if (count == 0) {
            return false;
        }
        int which = call % count;
        boolean isSwallowed = call / count % 2 == 1;
        List<Object> before = specimen.contents();
        Supplier<List<Object>> kept = call % 2 == 0 ? specimen.freeze() : () -> before;
        IllegalStateException[] refusal = new IllegalStateException[1];
        Outcome outcome = run(specimen.subject(), call, () -> {
            try {
                specimen.writes().get(which).run();
            } catch (IllegalStateException refused) {
                assertThat(refused).hasMessageContaining(REFUSED);
                refusal[0] = refused;
                if (!isSwallowed) {
                    throw refused;
                }
            }
        });
        if (!outcome.called) {
            return isPast();
        }
        specimen.check();
        same(kept.get(), before);
        List<Object> after = specimen.contents();
        if (refusal[0] == null) {
            if (specimen.isRange() && outcome.thrown instanceof ConcurrentModificationException) {
                assertThat(after).isEqualTo(expected(which).get(0));
            } else if (outcome.thrown != null) {
                throw outcome.thrown;
            } else if (!operation.readsItself()) {
                assertThat(after).isIn(expected(which));
            }
        } else if (isSwallowed) {
            assertThat(outcome.thrown).isNull();
            assertThat(after).isEqualTo(expected(which).get(3));
        } else {
            assertThat(outcome.thrown).isSameAs(refusal[0]);
            same(after, before);
        }
        specimen.use();
        specimen.check();
        same(kept.get(), before);
        return true;
    }

    /** What may be there after a write from inside and the operation, in whatever order; the last is the operation alone. */
    private List<List<Object>> expected(int which) {
        while (expected.size() <= which) {
            expected.add(null);
        }
        List<List<Object>> known = expected.get(which);
        if (known == null) {
            Specimen<S> within = maker.get();
            within.writes().get(which).run();
            List<Object> written = within.contents();
            quietly(within);
            Specimen<S> alone = maker.get();
            quietly(alone);
            List<Object> operated = alone.contents();
            alone.writes().get(which).run();
            known = List.of(written, within.contents(), alone.contents(), operated);
            expected.set(which, known);
        }
        return known;
    }

    private void quietly(Specimen<S> specimen) {
        Outcome unused = run(specimen.subject(), Integer.MAX_VALUE, () -> fail("lit"));
    }

    private boolean reading(int call) {
        Specimen<S> specimen = maker.get();
        List<Object> before = specimen.contents();
        List<Supplier<List<Object>>> kept = new ArrayList<>();
        Outcome outcome = run(specimen.subject(), call, () -> {
            same(specimen.contents(), before);
            if (call % 3 != 0) {
                kept.add(specimen.freeze());
            }
            Iterator<Object> iterator = specimen.iterator();
            if (call % 3 != 1) {
                kept.add(() -> {
                    List<Object> rest = new ArrayList<>();
                    iterator.forEachRemaining(rest::add);
                    return rest;
                });
            }
        });
        if (!outcome.called) {
            return isPast();
        }
        passes(outcome, specimen);
        specimen.check();
        List<Object> after = specimen.contents();
        Specimen<S> alone = maker.get();
        quietly(alone);
        assertThat(after).isEqualTo(alone.contents());
        specimen.use();
        specimen.writes().forEach(Runnable::run);
        specimen.check();
        kept.forEach(each -> same(each.get(), before));
        return true;
    }

    /** What is left of an argument that is changed while it is read is its own affair; nothing comes from elsewhere. */
    private boolean spoiling(int call) {
        Specimen<S> specimen = maker.get();
        List<Object> before = specimen.contents();
        Supplier<List<Object>> kept = specimen.freeze();
        Outcome outcome = run(specimen.subject(), call, arguments::spoil);
        boolean isSpoilt = arguments.canSpoil();
        specimen.check();
        same(kept.get(), before);
        if (outcome.thrown != null) {
            same(specimen.contents(), before);
            boolean isOfTheArgument = outcome.thrown instanceof ConcurrentModificationException
                    || outcome.thrown instanceof NoSuchElementException;
            if (!isSpoilt || !isOfTheArgument) {
                passes(outcome, specimen);
            }
        }
        specimen.use();
        return isSpoilt;
    }
}
