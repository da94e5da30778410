package dev.holstein.list.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Random;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * A call of some method of a list with arguments that a seed decides, legal ones and others: the same seed makes the same call of two
 * lists. Functions among the arguments write down what they are called with, and throw now and then.
 */
final class ConcurrentRandomCall {
    private static final int MOST_DIFFERENT = 40;

    /** One in so many functions throws. */
    private static final int THROWING = 8;

    private final Random random;
    private final List<@Nullable Integer> target;
    private final List<@Nullable Object> log = new ArrayList<>();

    private ConcurrentRandomCall(long seed, List<@Nullable Integer> target) {
        random = new Random(seed);
        this.target = target;
    }

    /** What came of a call: a result, or the class of an exception; and what functions were called with. */
    record Outcome(@Nullable Object result, List<@Nullable Object> log) {}

    /** What a function throws. */
    private static final class Boom extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    static Outcome of(Method method, long seed, List<@Nullable Integer> target) {
        ConcurrentRandomCall call = new ConcurrentRandomCall(seed, target);
        return new Outcome(call.result(method), call.log);
    }

    static @Nullable Integer element(Random random) {
        return random.nextInt(MOST_DIFFERENT) == 0 ? null : Integer.valueOf(random.nextInt(MOST_DIFFERENT));
    }

    private @Nullable Object result(Method method) {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            boolean mayBeNull = types.length == 1 && !types[i].isPrimitive() && random.nextInt(30) == 0;
            arguments[i] = mayBeNull ? null : argument(types[i], method.getName());
        }
        try {
            return seen(method.invoke(target, arguments));
        } catch (InvocationTargetException e) {
            return thrown(e.getCause(), method.getName().equals("subList"));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * An index is refused by one exception or a subclass of it; a range that ends before it begins as the JDK's array lists do it, by
     * another.
     */
    private static Object thrown(Throwable thrown, boolean isRange) {
        return thrown instanceof IndexOutOfBoundsException || isRange && thrown instanceof IllegalArgumentException
                ? IndexOutOfBoundsException.class
                : thrown.getClass();
    }

    private @Nullable Object argument(Class<?> type, String method) {
        if (type == int.class) {
            return random.nextInt(target.size() + 3) - 1;
        }
        if (type == Object.class) {
            return method.equals("equals") ? equalOrNot() : element(random);
        }
        if (type == Collection.class) {
            return collection();
        }
        if (type == Object[].class) {
            return array(target.size() + random.nextInt(5) - 2);
        }
        return function(type);
    }

    private Object equalOrNot() {
        List<@Nullable Integer> copy = new ArrayList<>(target);
        return switch (random.nextInt(6)) {
            case 0 -> target;
            case 1 -> new HashSet<>(copy);
            case 2 -> copy.subList(0, copy.size() / 2);
            case 3 -> {
                copy.add(element(random));
                yield copy;
            }
            default -> copy;
        };
    }

    private Collection<?> collection() {
        List<@Nullable Integer> some = new ArrayList<>();
        for (int i = random.nextInt(random.nextInt(10) == 0 ? 600 : 6); i > 0; i--) {
            some.add(element(random));
        }
        return switch (random.nextInt(8)) {
            case 0 -> target;
            case 1 -> new ArrayList<>(target.subList(target.size() / 2, target.size()));
            case 2 -> List.of(3, 5, 7); // does not take the question whether it contains null
            case 3 -> List.of();
            default -> some;
        };
    }

    private Object[] array(int length) {
        return switch (random.nextInt(4)) {
            case 0 -> new Integer[Math.max(0, length)];
            case 1 -> new Number[0];
            case 2 -> new String[Math.max(0, length)];
            default -> filled(new Object[Math.max(0, length)]);
        };
    }

    private static Object[] filled(Object[] array) {
        Arrays.fill(array, "before");
        return array;
    }

    private Object function(Class<?> type) {
        int rest = random.nextInt(5);
        int left = random.nextInt(THROWING) == 0 ? random.nextInt(target.size() + 1) : Integer.MAX_VALUE;
        int[] calls = new int[1];
        Consumer<@Nullable Object> called = argument -> {
            log.add(argument);
            if (calls[0]++ == left) {
                throw new Boom();
            }
        };
        if (type == Predicate.class) {
            return (Predicate<@Nullable Integer>) each -> {
                called.accept(each);
                return each == null || each % 5 == rest;
            };
        }
        if (type == UnaryOperator.class) {
            return (UnaryOperator<@Nullable Integer>) each -> {
                called.accept(each);
                return each == null || each % 5 != rest ? each : Integer.valueOf(each + 1);
            };
        }
        if (type == Consumer.class) {
            return called;
        }
        if (type == IntFunction.class) {
            return (IntFunction<Object[]>) Integer[]::new;
        }
        if (type == Comparator.class) {
            return rest == 0 ? null : rest == 1 ? Comparator.<Integer>naturalOrder() : nullsLast(rest == 2);
        }
        throw new AssertionError("no argument of " + type);
    }

    /** Many equal elements, so that a sort which is not stable shows. */
    private static Comparator<@Nullable Integer> nullsLast(boolean reversed) {
        Comparator<Integer> byTens = Comparator.comparing(each -> each / 10);
        return Comparator.nullsLast(reversed ? byTens.reversed() : byTens);
    }

    /** What can be seen of a result. */
    private @Nullable Object seen(@Nullable Object result) {
        List<@Nullable Object> seen = new ArrayList<>();
        if (result instanceof List<?> list) {
            seen.addAll(list);
            seen.add(list.size());
        } else if (result instanceof Iterator<?> iterator) {
            walk(iterator, seen);
        } else if (result instanceof Spliterator<?> spliterator) {
            seen.add(spliterator.characteristics());
            seen.add(spliterator.getExactSizeIfKnown());
            spliterator.forEachRemaining(seen::add);
        } else if (result instanceof BaseStream<?, ?> stream) {
            stream.iterator().forEachRemaining(seen::add);
        } else if (result instanceof Object[] array) {
            seen.add(array.getClass());
            seen.addAll(Arrays.asList(array));
        } else {
            return result;
        }
        return seen;
    }

    /** To the end and back, and whatever an iterator may refuse. */
    private static void walk(Iterator<?> iterator, List<@Nullable Object> seen) {
        while (iterator.hasNext()) {
            seen.add(iterator.next());
        }
        seen.add(refusal(iterator::next));
        seen.add(refusal(iterator::remove));
        if (iterator instanceof ListIterator<?> both) {
            seen.add(both.nextIndex());
            while (both.hasPrevious()) {
                seen.add(both.previous());
            }
            seen.add(both.previousIndex());
            seen.add(refusal(both::previous));
            seen.add(refusal(() -> both.set(null)));
            seen.add(refusal(() -> both.add(null)));
        }
    }

    private static @Nullable Class<?> refusal(Runnable step) {
        try {
            step.run();
            return null;
        } catch (RuntimeException e) {
            return e.getClass();
        }
    }
}
