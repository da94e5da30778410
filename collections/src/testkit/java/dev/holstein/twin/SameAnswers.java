package dev.holstein.twin;

import io.vavr.Tuple2;
import io.vavr.collection.Map;
import io.vavr.collection.Traversable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Random scripts over every method of an interface of Vavr's, called on a collection of Vavr's own and on its twin: each answer
 * must be the same, and what the twin answers in place of a collection of its kind must be a twin again.
 *
 * @param <S> the interface
 */
public final class SameAnswers<S extends Traversable<?>> {
    private static final Set<String> NOT_CALLED =
            Set.of("getClass", "notify", "notifyAll", "wait", "stderr", "stdout", "toString", "stringPrefix");
    private static final Set<String> EXPONENTIAL = Set.of("combinations", "permutations", "crossProduct");
    /** Conversions; and what may be empty under an order of pairs or nothings, which no number fits. */
    private static final Pattern OF_OTHERS = Pattern.compile("to[A-Z]|zip|mapToVoid");

    private static final int MOST_ELEMENTS = 60;

    private final Class<S> type;
    private final Predicate<Object> isTwin;
    private final boolean nulls;
    private final Set<String> orderMayDiffer;
    private final List<Method> methods = new ArrayList<>();
    private final java.util.Map<String, Integer> answered = new LinkedHashMap<>();

    /**
     * Scripts for an interface.
     *
     * @param type the interface
     * @param isTwin whether an object is one of ours
     * @param nulls whether elements, or values of a map, may be null
     * @param orderMayDiffer signatures of methods that may answer the same elements in another order
     */
    public SameAnswers(Class<S> type, Predicate<Object> isTwin, boolean nulls, Set<String> orderMayDiffer) {
        this.type = type;
        this.isTwin = isTwin;
        this.nulls = nulls;
        this.orderMayDiffer = orderMayDiffer;
        java.util.Map<String, Method> bySignature = new HashMap<>();
        for (Method method : type.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers())
                    && !method.isBridge()
                    && !NOT_CALLED.contains(method.getName())) {
                bySignature.merge(signature(method), method, SameAnswers::narrower);
            }
        }
        methods.addAll(bySignature.values());
        methods.sort(Comparator.comparing(SameAnswers::signature));
        methods.forEach(each -> answered.put(signature(each), 0));
    }

    private static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .toList();
    }

    /** Of two declarations of one method the one whose types say more. */
    private static Method narrower(Method a, Method b) {
        return a.getDeclaringClass().isAssignableFrom(b.getDeclaringClass()) ? b : a;
    }

    /**
     * Runs one script.
     *
     * @param reference a collection of Vavr's own
     * @param twin ours, with the same elements
     * @param seed what the calls and their arguments follow from
     * @param calls how many
     */
    @SuppressWarnings("unchecked")
    public void script(S reference, S twin, long seed, int calls) {
        Random random = new Random(seed);
        S theirs = reference;
        S ours = twin;
        for (int call = 0; call < calls; call++) {
            Method method = methods.get(random.nextInt(methods.size()));
            if (EXPONENTIAL.contains(method.getName()) && theirs.size() > 5) {
                continue;
            }
            long argumentSeed = random.nextLong();
            Object[] results = new Object[2];
            ArgumentMaker forTheirs = new ArgumentMaker(argumentSeed, theirs, nulls);
            ArgumentMaker forOurs = new ArgumentMaker(argumentSeed, theirs, nulls);
            S theirsNow = theirs;
            S oursNow = ours;
            Object expected = Answer.of(() -> results[0] = call(method, theirsNow, forTheirs));
            Object actual = Answer.of(() -> results[1] = call(method, oursNow, forOurs));
            boolean isOrdered = !orderMayDiffer.contains(signature(method));
            if (!isOrdered) {
                expected = sorted(expected);
                actual = sorted(actual);
            }
            if (!Objects.equals(expected, actual) || !forTheirs.log.equals(forOurs.log)) {
                throw new AssertionError(signature(method) + " of " + theirs + " with "
                        + Arrays.toString(new ArgumentMaker(argumentSeed, theirs, nulls).of(method)) + " and seed "
                        + seed + ":\n  theirs " + expected + " " + forTheirs.log + "\n  ours   " + actual + " "
                        + forOurs.log);
            }
            if (!(expected instanceof String text && text.startsWith("throws "))) {
                answered.merge(signature(method), 1, Integer::sum);
            }
            if (type.isInstance(results[0])
                    && !OF_OTHERS.matcher(method.getName()).lookingAt()) {
                if (results[0].getClass() == theirs.getClass() && !isTwin.test(results[1])) {
                    throw new AssertionError(signature(method) + " left the structure: " + results[1].getClass());
                }
                if (isOrdered && isFit((S) results[0]) && isTwin.test(results[1])) {
                    theirs = (S) results[0];
                    ours = (S) results[1];
                }
            }
        }
    }

    /** Methods that never answered but by an exception. */
    public List<String> unanswered() {
        return answered.entrySet().stream()
                .filter(each -> each.getValue() == 0)
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    private static @Nullable Object call(Method method, Object subject, ArgumentMaker arguments) {
        try {
            return method.invoke(subject, arguments.of(method));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw new AssertionError(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable Object sorted(@Nullable Object answer) {
        if (!(answer instanceof List<?> list)) {
            return answer;
        }
        List<Object> sorted = new ArrayList<>(list);
        sorted.sort(Comparator.comparing(String::valueOf));
        return sorted;
    }

    /** Whether a script can go on with it: few elements, all of them integers, or pairs of integers in a map. */
    private boolean isFit(S elements) {
        return elements.size() <= MOST_ELEMENTS
                && elements.forAll(each -> Map.class.isAssignableFrom(type)
                        ? each instanceof Tuple2<?, ?> entry
                                && isNumber(entry._1)
                                && (isNumber(entry._2) || entry._2 == null)
                        : isNumber(each) || each == null && nulls);
    }

    private static boolean isNumber(@Nullable Object value) {
        return value instanceof Integer;
    }
}
