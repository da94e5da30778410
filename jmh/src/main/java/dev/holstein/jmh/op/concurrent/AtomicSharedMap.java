package dev.holstein.jmh.op.concurrent;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The present version of a persistent map, in an {@link AtomicReference}: a snapshot is one volatile read; a writer that comes
 * second does its work again.
 *
 * @param <M> the type of the map
 */
abstract class AtomicSharedMap<M> extends SharedMap {
    final AtomicReference<M> version;

    AtomicSharedMap(M empty) {
        version = new AtomicReference<>(empty);
    }

    @SuppressWarnings("NullAway") // it never holds null
    final M present() {
        return version.get();
    }

    @Override
    final Object snapshot() {
        return present();
    }

    /** Vavr's. */
    static final class Vavr extends AtomicSharedMap<io.vavr.collection.TreeMap<Object, Object>> {
        Vavr() {
            super(empty());
        }

        /** The natural order as Vavr itself makes it for keys that are known to be comparable. */
        @SuppressWarnings("unchecked") // an empty map holds no key of any type
        private static io.vavr.collection.TreeMap<Object, Object> empty() {
            io.vavr.collection.TreeMap<?, ?> empty = io.vavr.collection.TreeMap.<Integer, Object>empty();
            return (io.vavr.collection.TreeMap<Object, Object>) empty;
        }

        @Override
        @Nullable
        Object get(Object key) {
            return present().get(key).getOrNull();
        }

        @Override
        void put(Object key, Object value) {
            version.updateAndGet(map -> map.put(key, value));
        }

        @Override
        @SuppressWarnings("unchecked") // what snapshot() has made
        void forEach(Object snapshot, BiConsumer<Object, Object> sink) {
            ((io.vavr.collection.TreeMap<Object, Object>) snapshot).forEach(sink);
        }
    }

    /** Scala's. */
    static final class Scala extends AtomicSharedMap<scala.collection.immutable.TreeMap<Object, Object>> {
        Scala() {
            super(new scala.collection.immutable.TreeMap<>(ScalaEntries.INTEGERS));
        }

        @Override
        @Nullable
        Object get(Object key) {
            return ScalaEntries.orNull(present().get(key));
        }

        @Override
        void put(Object key, Object value) {
            version.updateAndGet(map -> map.updated(key, value));
        }

        @Override
        @SuppressWarnings("unchecked") // what snapshot() has made
        void forEach(Object snapshot, BiConsumer<Object, Object> sink) {
            ((scala.collection.immutable.TreeMap<Object, Object>) snapshot).foreachEntry(ScalaEntries.to(sink));
        }
    }
}
