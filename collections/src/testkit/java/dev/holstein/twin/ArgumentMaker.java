package dev.holstein.twin;

import io.vavr.CheckedFunction0;
import io.vavr.Function1;
import io.vavr.PartialFunction;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Ordered;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Traversable;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Try;
import io.vavr.control.Validation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Arguments for any method of Vavr's collections, by the types of its parameters: the same seed makes the same arguments twice,
 * one for each twin. All values are integers of a small range, so that each function fits each parameter, and hits are many. A
 * function's answers follow from its seed and its argument.
 */
final class ArgumentMaker {
    private static final int RANGE = 12;

    private final Random random;
    private final Object reference;
    private final boolean ofEntries;
    private final boolean nulls;

    /** What consumers were given. */
    final List<Object> log = new ArrayList<>();

    /**
     * A maker of arguments.
     *
     * @param seed what follows from it is made
     * @param reference the collection of Vavr's that the twin is compared with
     * @param nulls whether elements may be null
     */
    ArgumentMaker(long seed, Object reference, boolean nulls) {
        random = new Random(seed);
        this.reference = reference;
        ofEntries = reference instanceof Map;
        this.nulls = nulls;
    }

    Object[] of(Method method) {
        String name = method.getName();
        if (name.equals("collect") && method.getParameterCount() == 3) {
            BiConsumer<List<Object>, Object> add = List::add;
            BiConsumer<List<Object>, List<Object>> addAll = List::addAll;
            return new Object[] {(Supplier<List<Object>>) ArrayList::new, add, addAll};
        }
        boolean inMap = Map.class.isAssignableFrom(method.getDeclaringClass());
        Object[] arguments = Arrays.stream(method.getGenericParameterTypes())
                .map(type -> make(type, inMap))
                .toArray();
        if (name.startsWith("toJava") && arguments.length > 0) {
            arguments[0] = factory(method.getReturnType(), arguments[0]);
        } else if (name.startsWith("indexOf") && arguments.length == 2) {
            arguments[1] = Math.abs((int) arguments[1]); // the one difference: ours takes a negative index for 0
        }
        return arguments;
    }

    /** What makes an empty Java collection, where that is what is asked for. */
    private static Object factory(Class<?> made, Object otherwise) {
        Supplier<Object> supplier = made == java.util.Map.class
                ? java.util.HashMap::new
                : made == java.util.Set.class ? java.util.HashSet::new : ArrayList::new;
        return otherwise instanceof Supplier
                ? supplier
                : otherwise instanceof Function ? (Function<Object, Object>) size -> supplier.get() : otherwise;
    }

    private @Nullable Object make(Type type, boolean inMap) {
        if (type instanceof WildcardType wildcard) {
            Type[] lower = wildcard.getLowerBounds();
            return make(lower.length > 0 ? lower[0] : wildcard.getUpperBounds()[0], inMap);
        }
        if (type instanceof TypeVariable<?> variable) {
            return variable(variable.getName(), inMap);
        }
        if (type instanceof ParameterizedType generic) {
            Type[] types = generic.getActualTypeArguments();
            return made((Class<?>) generic.getRawType(), types, inMap);
        }
        return made((Class<?>) type, new Type[0], inMap);
    }

    private @Nullable Object variable(String name, boolean inMap) {
        boolean mayBeNull = nulls && random.nextInt(8) == 0;
        if (name.equals("T") && ofEntries && !inMap) {
            return Tuple.of(random.nextInt(RANGE), mayBeNull ? null : random.nextInt(RANGE));
        }
        boolean isKey = name.startsWith("K") || name.equals("C");
        return mayBeNull && !isKey && (!ofEntries || name.startsWith("V")) ? null : random.nextInt(RANGE);
    }

    private @Nullable Object made(Class<?> type, Type[] types, boolean inMap) {
        if (type == int.class || type == Integer.class) {
            return random.nextInt(RANGE + 4) - 2;
        }
        if (type == String.class || type == CharSequence.class) {
            return "text " + random.nextInt(3);
        }
        if (type == Object.class) {
            return random.nextBoolean() ? reference : random.nextInt(RANGE);
        }
        if (type == Class.class) {
            return Object.class;
        }
        if (type == PrintStream.class) {
            return new PrintStream(new ByteArrayOutputStream());
        }
        if (type == PrintWriter.class) {
            return new PrintWriter(new StringWriter());
        }
        Object made = function(type, types, inMap);
        return made != null ? made : collection(type, types, inMap);
    }

    private @Nullable Object function(Class<?> type, Type[] types, boolean inMap) {
        long seed = random.nextLong();
        Type last = types.length == 0 ? Object.class : types[types.length - 1];
        if (type == Function.class || type == Function1.class) {
            return (Function1<Object, Object>) a -> answer(seed, last, inMap, a);
        }
        if (type == UnaryOperator.class) {
            return (UnaryOperator<Object>) a -> answer(seed, last, inMap, a);
        }
        if (type == BiFunction.class) {
            return (BiFunction<Object, Object, Object>) (a, b) -> answer(seed, last, inMap, a, b);
        }
        if (type == BinaryOperator.class) {
            return (BinaryOperator<Object>) (a, b) -> answer(seed, last, inMap, a, b);
        }
        if (type == Supplier.class) {
            return (Supplier<Object>) () -> answer(seed, last, inMap);
        }
        if (type == Predicate.class) {
            return (Predicate<Object>) a -> holds(seed, a);
        }
        if (type == BiPredicate.class) {
            return (BiPredicate<Object, Object>) (a, b) -> holds(seed, a, b);
        }
        if (type == ToDoubleFunction.class) {
            return (ToDoubleFunction<Object>) a -> Objects.hashCode(Answer.plain(a));
        }
        if (type == IntFunction.class) {
            return (IntFunction<Object[]>) Object[]::new;
        }
        if (type == Consumer.class) {
            return (Consumer<Object>) this::take;
        }
        if (type == BiConsumer.class) {
            return (BiConsumer<Object, Object>) (a, b) -> take(Tuple.of(a, b));
        }
        if (type == ObjIntConsumer.class) {
            return (ObjIntConsumer<Object>) (each, index) -> take(Tuple.of(each, index));
        }
        if (type == CheckedFunction0.class) {
            return (CheckedFunction0<Object>) () -> answer(seed, last, inMap);
        }
        if (type == Comparator.class) {
            return comparator(random.nextInt(3));
        }
        if (type == Collector.class) {
            return Collectors.toList();
        }
        if (type == PartialFunction.class) {
            return partial(seed, last, inMap);
        }
        return null;
    }

    private PartialFunction<Object, Object> partial(long seed, Type last, boolean inMap) {
        return new PartialFunction<>() {
            @Override
            public Object apply(Object argument) {
                return answer(seed, last, inMap, argument);
            }

            @Override
            public boolean isDefinedAt(Object argument) {
                return holds(seed, argument);
            }
        };
    }

    private @Nullable Object answer(long seed, Type type, boolean inMap, Object... arguments) {
        ArgumentMaker inner = new ArgumentMaker(seed ^ hash(arguments), reference, nulls);
        return inner.make(type, inMap);
    }

    private static boolean holds(long seed, Object... arguments) {
        return new Random(seed ^ hash(arguments)).nextInt(3) > 0;
    }

    private static int hash(Object... arguments) {
        int hash = 1;
        for (Object each : arguments) {
            hash = 31 * hash + Objects.hashCode(Answer.plain(each));
        }
        return hash * 0x9E3779B9;
    }

    /** What an action is given is kept; a list is written to. */
    private void take(Object given) {
        log.add(Answer.plain(given));
        if (given instanceof List<?> && random.nextBoolean()) {
            @SuppressWarnings("unchecked")
            List<Object> list = (List<Object>) given;
            list.add(random.nextInt(RANGE));
            list.add(0, random.nextInt(RANGE));
            list.remove(list.size() / 2);
            list.set(0, random.nextInt(RANGE));
        }
    }

    /** By value, in reverse, or by what is left of a division: elements that are equal by the order alone. */
    private static Comparator<Object> comparator(int which) {
        Comparator<Object> byValue = Comparator.comparingInt(ArgumentMaker::weight);
        return which == 0
                ? byValue
                : which == 1 ? byValue.reversed() : Comparator.comparingInt(each -> weight(each) % 5);
    }

    private static int weight(@Nullable Object value) {
        if (value instanceof Tuple2<?, ?> tuple) {
            return 100 * weight(tuple._1) + weight(tuple._2);
        }
        return value instanceof Integer number ? number : -1;
    }

    private @Nullable Object collection(Class<?> type, Type[] types, boolean inMap) {
        if (type == Tuple2.class) {
            return Tuple.of(make(types[0], inMap), make(types[1], inMap));
        }
        if (type == io.vavr.Tuple3.class) {
            return Tuple.of(make(types[0], inMap), make(types[1], inMap), make(types[2], inMap));
        }
        if (type == Option.class) {
            return random.nextBoolean() ? Option.none() : Option.some(make(types[0], inMap));
        }
        if (type == Either.class || type == Validation.class || type == Try.class) {
            return Try.success(make(types[types.length - 1], inMap));
        }
        boolean ordered = random.nextBoolean();
        if (type == Map.class) {
            List<Tuple2<Object, Object>> entries = new ArrayList<>();
            elements(() -> Tuple.of(make(types[0], inMap), make(types[1], inMap)), entries);
            Comparator<Object> order = comparator(random.nextInt(3));
            return ordered ? TreeMap.ofEntries(order, entries) : HashMap.ofEntries(entries);
        }
        List<Object> elements = new ArrayList<>();
        elements(() -> make(types[0], inMap), elements);
        if (type == Set.class) {
            return ordered && !elements.contains(null) ? TreeSet.ofAll(order(), elements) : HashSet.ofAll(elements);
        }
        if (type == Seq.class || type == Traversable.class) {
            return ordered ? Vector.ofAll(elements) : io.vavr.collection.List.ofAll(elements);
        }
        if (type == Iterable.class) {
            return ordered ? elements : io.vavr.collection.Iterator.ofAll(elements.iterator());
        }
        throw new IllegalArgumentException("no argument of type " + type + " " + Arrays.toString(types));
    }

    /** Sorted sets meet sorted sets of their own order. */
    @SuppressWarnings("unchecked")
    private Comparator<Object> order() {
        return reference instanceof Ordered<?> ordered
                ? ((Ordered<Object>) ordered).comparator()
                : comparator(random.nextInt(3));
    }

    private <X> void elements(Supplier<? extends X> each, List<X> into) {
        for (int left = random.nextInt(6); left > 0; left--) {
            into.add(each.get());
        }
    }
}
