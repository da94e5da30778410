package dev.holstein.twin;

import io.vavr.Function1;
import io.vavr.PartialFunction;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.Value;
import io.vavr.collection.Map;
import io.vavr.collection.Ordered;
import io.vavr.collection.Set;
import io.vavr.collection.Traversable;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** What a call answered, as plain lists, sets and values: whichever class it was, and when it was worked out. */
final class Answer {
    private static final int LONG = 5_000;

    private Answer() {}

    /** The plain form of an answer, or the class of what was thrown while it was worked out. */
    static @Nullable Object of(Supplier<@Nullable Object> call) {
        try {
            return plain(call.get());
        } catch (RuntimeException | StackOverflowError thrown) {
            return "throws " + thrown.getClass().getName();
        }
    }

    static @Nullable Object plain(@Nullable Object answer) {
        if (answer instanceof Tuple tuple) {
            return plain(tuple.toSeq().iterator(), "tuple");
        }
        if (answer instanceof Map<?, ?> map) {
            return map.isOrdered() ? plain(map.iterator(), "ordered map") : counted(map.iterator(), "map");
        }
        if (answer instanceof Set<?> set) {
            return set instanceof Ordered ? plain(set.iterator(), "ordered set") : counted(set.iterator(), "set");
        }
        if (answer instanceof Iterator<?> iterator) {
            return plain(iterator, "iterator");
        }
        if (answer instanceof Traversable<?> elements) {
            return plain(elements.iterator(), "elements");
        }
        if (answer instanceof Value<?> value) {
            return plain(value.iterator(), value.getClass().getSimpleName());
        }
        return plainJava(answer);
    }

    private static @Nullable Object plainJava(@Nullable Object answer) {
        if (answer instanceof java.util.Map<?, ?> map) {
            return counted(map.entrySet().iterator(), "java map");
        }
        if (answer instanceof java.util.Map.Entry<?, ?> entry) {
            return List.of("entry", Option.of(plain(entry.getKey())), Option.of(plain(entry.getValue())));
        }
        if (answer instanceof java.util.Set<?> set) {
            return counted(set.iterator(), "java set");
        }
        if (answer instanceof Collection<?> elements) {
            return plain(elements.iterator(), "java collection");
        }
        if (answer instanceof Object[] array) {
            return plain(Arrays.asList(array).iterator(), "array");
        }
        if (answer instanceof BaseStream<?, ?> stream) {
            return plain(stream.iterator(), "stream");
        }
        if (answer instanceof Spliterator<?> spliterator) {
            List<Object> elements = new ArrayList<>();
            spliterator.forEachRemaining(elements::add);
            return plain(elements.iterator(), "spliterator");
        }
        if (answer instanceof Optional<?> optional) {
            return List.of("optional", Option.of(plain(optional.orElse(null))));
        }
        if (answer instanceof CompletableFuture<?> future) {
            return Arrays.asList("future", plain(future.join()));
        }
        return plainFunction(answer);
    }

    /** A function is what it answers. */
    @SuppressWarnings("unchecked")
    private static @Nullable Object plainFunction(@Nullable Object answer) {
        if (answer instanceof Comparator<?> comparator) {
            return samples(each -> Integer.signum(((Comparator<Object>) comparator).compare(each, 7)));
        }
        if (answer instanceof PartialFunction<?, ?> partial) {
            return samples(each -> ((PartialFunction<Object, Object>) partial).isDefinedAt(each)
                    ? ((PartialFunction<Object, Object>) partial).apply(each)
                    : "undefined");
        }
        if (answer instanceof Function1<?, ?> function) {
            return samples(((Function1<Object, Object>) function)::apply);
        }
        return answer;
    }

    private static List<Object> samples(Function<Object, @Nullable Object> function) {
        List<Object> answers = new ArrayList<>();
        for (int sample = -1; sample < 12; sample++) {
            Object each = sample;
            answers.add(of(() -> function.apply(each)));
        }
        return answers;
    }

    private static List<Object> plain(Iterator<?> elements, String kind) {
        List<Object> plain = new ArrayList<>();
        plain.add(kind);
        while (elements.hasNext() && plain.size() < LONG) {
            plain.add(plain(elements.next()));
        }
        return plain;
    }

    /** Elements without their order: each with its number. */
    private static Object counted(Iterator<?> elements, String kind) {
        HashMap<Object, Integer> counts = new HashMap<>();
        while (elements.hasNext()) {
            counts.merge(plain(elements.next()), 1, Integer::sum);
        }
        return new Tuple2<>(kind, counts);
    }
}
