package dev.holstein.jmh.migration;

import io.vavr.Tuple2;
import io.vavr.control.Option;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.BaseStream;

/**
 * What a call answered or threw, in a form in which libraries can be compared: options as their value or null, pairs as entries,
 * collections as lists, in their order if they have one.
 *
 * @param value what it answered, or the name of the exception
 * @param thrown whether it threw
 */
public record Outcome(Object value, boolean thrown) {
    /** A call without an answer. */
    public interface Statement {
        /** Calls. */
        void run() throws Exception;
    }

    /** What a call answers or throws. */
    public static Outcome of(Callable<?> call) {
        try {
            return new Outcome(plain(call.call()), false);
        } catch (Exception e) {
            return new Outcome(e.getClass().getSimpleName(), true);
        }
    }

    /** What a call without an answer throws, if anything. */
    public static Outcome of(Statement statement) {
        return of(() -> {
            statement.run();
            return null;
        });
    }

    /** A value in the form in which libraries can be compared. */
    public static Object plain(Object value) {
        if (value instanceof Option<?> option) {
            return plain(option.isEmpty() ? null : option.get());
        }
        if (value instanceof Optional<?> optional) {
            return plain(optional.orElse(null));
        }
        if (value instanceof AtomicReference<?> reference) {
            return plain(reference.get());
        }
        if (value instanceof Tuple2<?, ?> pair) {
            return new SimpleImmutableEntry<>(plain(pair._1()), plain(pair._2()));
        }
        if (value instanceof Map.Entry<?, ?> entry) {
            return new SimpleImmutableEntry<>(plain(entry.getKey()), plain(entry.getValue()));
        }
        if (value instanceof Map<?, ?> map) {
            return elements(map.entrySet().iterator(), map instanceof SortedMap);
        }
        if (value instanceof Object[] array) {
            return elements(Arrays.asList(array).iterator(), true);
        }
        if (value instanceof BaseStream<?, ?> stream) {
            return elements(stream.iterator(), true);
        }
        if (value instanceof Iterator<?> iterator) {
            return elements(iterator, true);
        }
        if (value instanceof Iterable<?> iterable) {
            return elements(iterable.iterator(), !unordered(iterable));
        }
        return value;
    }

    private static boolean unordered(Iterable<?> iterable) {
        return iterable instanceof Set && !(iterable instanceof SortedSet)
                || iterable instanceof Collection && !(iterable instanceof List || iterable instanceof Set);
    }

    private static List<Object> elements(Iterator<?> iterator, boolean ordered) {
        List<Object> elements = new ArrayList<>();
        iterator.forEachRemaining(each -> elements.add(plain(each)));
        if (!ordered) {
            elements.sort(Comparator.comparing(Objects::toString));
        }
        return elements;
    }

    @Override
    public String toString() {
        return thrown ? "throws " + value : String.valueOf(value);
    }
}
