package dev.holstein.cow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Copies lists, counts its calls, and can be told to fail at the next one. */
final class CountingCopier implements UnaryOperator<List<Integer>> {
    enum Failure {
        NONE,
        THROWS,
        ANSWERS_NULL,
        ANSWERS_THE_VALUE
    }

    static final class Boom extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final AtomicInteger calls = new AtomicInteger();
    private Failure next = Failure.NONE;

    void failNext(Failure failure) {
        next = failure;
    }

    int calls() {
        return calls.get();
    }

    @Override
    public List<Integer> apply(List<Integer> value) {
        calls.incrementAndGet();
        Failure failure = next;
        next = Failure.NONE;
        return switch (failure) {
            case NONE -> new ArrayList<>(value);
            case THROWS -> throw new Boom();
            case ANSWERS_NULL -> null;
            case ANSWERS_THE_VALUE -> value;
        };
    }

    /** The exception that a failure leads to. */
    static Class<? extends RuntimeException> exception(Failure failure) {
        return switch (failure) {
            case NONE -> throw new IllegalArgumentException("no failure");
            case THROWS -> Boom.class;
            case ANSWERS_NULL -> NullPointerException.class;
            case ANSWERS_THE_VALUE -> IllegalStateException.class;
        };
    }
}
