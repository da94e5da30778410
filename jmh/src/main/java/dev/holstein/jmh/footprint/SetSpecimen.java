package dev.holstein.jmh.footprint;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Sets, which are no subject of the benchmarks: they have the trees and tables of the maps. */
final class SetSpecimen {
    private SetSpecimen() {}

    /**
     * A mutable set.
     *
     * @param <S> its type
     */
    static final class Mutable<S extends Set<Object>> extends Specimen {
        private final S set;
        private final Function<S, Object> snapshot;

        Mutable(S set, Function<S, Object> snapshot) {
            this.set = set;
            this.snapshot = snapshot;
        }

        @Override
        void add(Object element) {
            set.add(element);
        }

        @Override
        void exchange(Object present, Object absent, SplittableRandom random) {
            set.remove(present);
            set.add(absent);
        }

        @Override
        void write(Object present, Object absent, SplittableRandom random) {
            exchange(present, absent, random);
        }

        @Override
        Object snapshot() {
            return snapshot.apply(set);
        }

        @Override
        Object held() {
            return set;
        }
    }

    /**
     * The present version of a persistent set.
     *
     * @param <S> its type
     */
    static final class Persistent<S> extends Specimen {
        private final Function<Object, UnaryOperator<S>> plus;
        private final Function<Object, UnaryOperator<S>> minus;
        private S set;

        Persistent(S set, Function<Object, UnaryOperator<S>> plus, Function<Object, UnaryOperator<S>> minus) {
            this.set = set;
            this.plus = plus;
            this.minus = minus;
        }

        @Override
        void add(Object element) {
            set = plus.apply(element).apply(set);
        }

        @Override
        void exchange(Object present, Object absent, SplittableRandom random) {
            set = plus.apply(absent).apply(minus.apply(present).apply(set));
        }

        @Override
        void write(Object present, Object absent, SplittableRandom random) {
            exchange(present, absent, random);
        }

        @Override
        Object snapshot() {
            return set;
        }

        @Override
        Object held() {
            return set;
        }
    }
}
