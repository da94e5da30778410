package dev.holstein.hostile;

import dev.holstein.costs.AllocatedBytes;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Calls every public method of a type that takes an int or a long with the numbers at the limits, in all combinations. What is legal is
 * said by a rule for each signature; a method without a rule is a failure, so none is forgotten. A legal call must pass. Any other must
 * throw {@link IndexOutOfBoundsException} or {@link IllegalArgumentException} with a message that has one of its numbers and the legal
 * limit, leave everything as it was, and allocate next to nothing.
 */
public final class NumberLimits {
    /** What one call may allocate: a stack trace, a message, a page; and what a JDK needs to link a method that is reflected upon. */
    private static final long MOST_BYTES = 3 << 20;

    /** Which numbers are legal, given the size, and what message tells the legal range. */
    public interface Legal {
        boolean test(long[] numbers, long size);
    }

    /**
     * What is known of a signature.
     *
     * @param legal which numbers are legal
     * @param limit what the refusal must say beside a number: "length", say; "" for nothing
     */
    public record Rule(Legal legal, String limit) {}

    /**
     * Something to call.
     *
     * @param name what failures call it
     * @param type whose public methods are called
     * @param make makes it anew for each call
     * @param contents what a refused call must leave as it was
     * @param size its size or length
     */
    public record Subject(String name, Class<?> type, Supplier<?> make, Function<Object, Object> contents, long size) {}

    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<Class<?>, Supplier<?>> arguments = new LinkedHashMap<>();
    private final Set<String> unused = new TreeSet<>();
    private int calls;
    private int refusals;

    /** Gives rules for signatures: {@code "name(type,type)"}, with simple names of types. */
    public void rule(Legal legal, String limit, String... signatures) {
        for (String signature : signatures) {
            rules.put(signature, new Rule(legal, limit));
            unused.add(signature);
        }
    }

    /** Gives what is passed for a parameter that is no number. */
    public void argument(Class<?> type, Supplier<?> make) {
        arguments.put(type, make);
    }

    /** How many calls were made, and how many of them refused. */
    public String counts() {
        return calls + " calls, " + refusals + " refused";
    }

    /** Rules that no method was found for. */
    public Set<String> unusedRules() {
        return unused;
    }

    /** Says of methods that they are always refused in another way: what they throw is looked at no further. */
    public interface Refused {
        boolean test(Throwable thrown);
    }

    /** Calls all methods, and for a class all constructors. */
    public void check(Subject subject) {
        check(subject, thrown -> false);
    }

    /** Calls all methods of a name. */
    void check(Subject subject, String name) {
        check(subject, thrown -> false, name);
    }

    /** Calls all methods, and for a class all constructors; some are refused whatever the numbers. */
    public void check(Subject subject, Refused always) {
        check(subject, always, "");
    }

    private void check(Subject subject, Refused always, String name) {
        Map<String, Executable> found = new LinkedHashMap<>();
        for (Executable executable : withNumbers(subject.type)) {
            String signature = signature(executable);
            if (signature.startsWith(name)) {
                Executable unusedToo = found.putIfAbsent(signature, executable);
            }
        }
        found.forEach((signature, executable) -> {
            Rule rule = rules.get(signature);
            if (rule == null) {
                throw new AssertionError("no rule for " + subject.name + ": " + signature);
            }
            boolean unusedToo = unused.remove(signature);
            callAll(subject, executable, rule, always);
        });
    }

    private static boolean isNumber(Class<?> type) {
        return type == int.class || type == long.class;
    }

    /** The public methods and constructors of a type that take a number; of the JDK's, those that are called on an object. */
    public static List<Executable> withNumbers(Class<?> type) {
        List<Executable> all = new ArrayList<>();
        for (Method method : type.getMethods()) {
            String declaring = method.getDeclaringClass().getName();
            boolean isOfTheJdk = declaring.startsWith("java.");
            if (!declaring.startsWith("java.lang.") && !(isOfTheJdk && Modifier.isStatic(method.getModifiers()))) {
                all.add(method);
            }
        }
        all.addAll(List.of(type.getConstructors()));
        all.removeIf(executable -> Arrays.stream(executable.getParameterTypes()).noneMatch(NumberLimits::isNumber));
        return all;
    }

    private static String signature(Executable executable) {
        StringBuilder text = new StringBuilder();
        text.append(
                executable instanceof Constructor
                        ? executable.getDeclaringClass().getSimpleName()
                        : executable.getName());
        List<String> types = new ArrayList<>();
        for (Class<?> type : executable.getParameterTypes()) {
            types.add(type.getSimpleName());
        }
        return text.append('(').append(String.join(",", types)).append(')').toString();
    }

    private static long[] limits(Class<?> type, long size) {
        if (type == int.class) {
            int n = (int) size;
            return new long[] {
                Integer.MIN_VALUE,
                Integer.MIN_VALUE + 1,
                -1,
                0,
                1,
                n - 1,
                n,
                n + 1,
                Integer.MAX_VALUE - 1,
                Integer.MAX_VALUE
            };
        }
        return new long[] {
            Long.MIN_VALUE,
            Long.MIN_VALUE + 1,
            -1,
            0,
            1,
            size - 1,
            size,
            size + 1,
            Integer.MAX_VALUE,
            1L << 32,
            (1L << 32) + 1,
            (1L << 62) + 1,
            Long.MAX_VALUE - 1,
            Long.MAX_VALUE
        };
    }

    private void callAll(Subject subject, Executable executable, Rule rule, Refused always) {
        List<long[]> combinations = new ArrayList<>();
        combinations.add(new long[0]);
        for (Class<?> type : executable.getParameterTypes()) {
            if (isNumber(type)) {
                List<long[]> longer = new ArrayList<>();
                for (long[] numbers : combinations) {
                    for (long next : limits(type, subject.size)) {
                        long[] more = Arrays.copyOf(numbers, numbers.length + 1);
                        more[numbers.length] = next;
                        longer.add(more);
                    }
                }
                combinations = longer;
            }
        }
        for (long[] numbers : combinations) {
            call(subject, executable, rule, numbers, always);
        }
    }

    private void call(Subject subject, Executable executable, Rule rule, long[] numbers, Refused always) {
        Object target = subject.make.get();
        Object[] values = values(executable, numbers);
        try {
            call(subject, target, executable, values, rule, numbers, always);
        } finally {
            close(target);
            for (Object value : values) {
                close(value);
            }
        }
    }

    private static void close(Object object) {
        if (object instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    private void call(
            Subject subject,
            Object target,
            Executable executable,
            Object[] values,
            Rule rule,
            long[] numbers,
            Refused always) {
        Object before = subject.contents.apply(target);
        String call = subject.name + "." + signature(executable) + " with " + Arrays.toString(numbers);
        calls++;
        long bytes = AllocatedBytes.ofThisThread();
        Throwable thrown = null;
        try {
            Object answer;
            if (executable instanceof Method method) {
                boolean unusedToo = method.trySetAccessible();
                answer = method.invoke(Modifier.isStatic(method.getModifiers()) ? null : target, values);
            } else {
                answer = ((Constructor<?>) executable).newInstance(values);
            }
            bytes = AllocatedBytes.ofThisThread() - bytes;
            close(answer);
        } catch (InvocationTargetException e) {
            bytes = AllocatedBytes.ofThisThread() - bytes;
            thrown = e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(call, e);
        }
        if (bytes > MOST_BYTES) {
            throw new AssertionError(call + ": " + bytes + " bytes allocated");
        }
        if (thrown == null || !always.test(thrown)) {
            if (rule.legal.test(numbers, subject.size)) {
                if (thrown != null) {
                    throw new AssertionError(call + ": is legal", thrown);
                }
                return;
            }
            if (thrown == null) {
                throw new AssertionError(call + ": is not refused");
            }
            checkRefusal(call, thrown, rule, numbers);
        }
        refusals++;
        if (!subject.contents.apply(target).equals(before)) {
            throw new AssertionError(call + ": something has changed");
        }
    }

    private static void checkRefusal(String call, Throwable thrown, Rule rule, long[] numbers) {
        String message = String.valueOf(thrown.getMessage());
        boolean isOfKind = thrown instanceof IndexOutOfBoundsException || thrown instanceof IllegalArgumentException;
        boolean namesOne =
                Arrays.stream(numbers).anyMatch(number -> message.matches("(?s).*(?<![\\d-])" + number + "(?!\\d).*"));
        if (!isOfKind || !namesOne || !message.contains(rule.limit)) {
            throw new AssertionError(call + ": refused by " + thrown, thrown);
        }
    }

    private Object[] values(Executable executable, long[] numbers) {
        Class<?>[] types = executable.getParameterTypes();
        Object[] values = new Object[types.length];
        int next = 0;
        for (int i = 0; i < types.length; i++) {
            if (types[i] == int.class) {
                values[i] = (int) numbers[next++];
            } else if (types[i] == long.class) {
                values[i] = numbers[next++];
            } else {
                Supplier<?> make = arguments.get(types[i]);
                if (make == null) {
                    throw new AssertionError("no argument for a parameter of " + types[i]);
                }
                values[i] = make.get();
            }
        }
        return values;
    }
}
