package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.ListProbe;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@link ConcurrentList} is a drop-in for {@link CopyOnWriteArrayList}: it has every public method of it, of this JDK whichever it is,
 * and random calls of all of them, found by reflection, do the same to both.
 */
class ConcurrentListAsCopyOnWriteTest {
    private static final int STEPS = 1_500;

    /** Sizes of a list that a script begins with: none, one leaf, several. */
    private static final int[] FIRST_SIZES = {0, 7, 300, 800};

    /** Beyond this, a script begins anew. */
    private static final int MOST = 1_500;

    private static Stream<Method> methodsOf(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
                .sorted(Comparator.comparing(Method::toGenericString));
    }

    @Test
    void hasEveryPublicMethod() {
        List<String> missing = new ArrayList<>();
        methodsOf(CopyOnWriteArrayList.class).forEach(method -> {
            try {
                Method own = ConcurrentList.class.getMethod(method.getName(), method.getParameterTypes());
                if (!method.getReturnType().isAssignableFrom(own.getReturnType())
                        || Modifier.isStatic(own.getModifiers())
                        || !own.isBridge() && !generic(method).equals(generic(own))) {
                    missing.add(method + " is " + own);
                }
            } catch (NoSuchMethodException e) {
                missing.add(method.toString());
            }
        });
        assertThat(missing).isEmpty();
        assertThat(methodsOf(CopyOnWriteArrayList.class)).hasSizeGreaterThan(35);
    }

    private static List<String> generic(Method method) {
        return Arrays.stream(method.getGenericParameterTypes())
                .map(Object::toString)
                .toList();
    }

    @Test
    void hasEveryPublicConstructorAndInterface() throws Exception {
        for (Constructor<?> constructor : CopyOnWriteArrayList.class.getConstructors()) {
            assertThat(ConcurrentList.class.getConstructor(constructor.getParameterTypes()))
                    .isNotNull();
        }
        for (Class<?> type : CopyOnWriteArrayList.class.getInterfaces()) {
            assertThat(type).isAssignableFrom(ConcurrentList.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void doesTheSame(long seed) {
        Method[] methods = methodsOf(CopyOnWriteArrayList.class).toArray(Method[]::new);
        Random random = new Random(seed);
        Twins lists = begun(random);
        for (int step = 0; step < STEPS; step++) {
            lists.call(methods[random.nextInt(methods.length)], random.nextLong(), "seed " + seed + " step " + step);
            assertThat(lists.own()).as("seed %s step %s", seed, step).isEqualTo(lists.model());
            ListProbe.check(lists.own());
            if (lists.model().size() > MOST || random.nextInt(60) == 0) {
                lists = begun(random);
            }
        }
    }

    /** What is written through a range, and through ranges of it, until another write has refused all of them. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void itsRangesDoTheSame(long seed) {
        Method[] methods = methodsOf(List.class).toArray(Method[]::new);
        Random random = new Random(seed);
        Twins lists = begun(random);
        Twins range = rangeOf(lists, random);
        int depth = 1;
        for (int step = 0; step < STEPS; step++) {
            range.call(methods[random.nextInt(methods.length)], random.nextLong(), "seed " + seed + " step " + step);
            assertThat(range.own()).as("seed %s step %s", seed, step).isEqualTo(range.model());
            assertThat(lists.own()).as("seed %s step %s", seed, step).isEqualTo(lists.model());
            ListProbe.check(lists.own());
            if (lists.model().size() > MOST || random.nextInt(100) == 0) {
                lists = begun(random);
                range = rangeOf(lists, random);
                depth = 1;
            } else if (random.nextInt(20) == 0) {
                depth = depth == 3 ? 1 : depth + 1;
                range = rangeOf(depth == 1 ? lists : range, random);
            } else if (random.nextInt(40) == 0) {
                lists.own().add(0, 0);
                lists.model().add(0, 0);
                range.call(size(), 0, "seed " + seed + " step " + step + ": refused");
                range = rangeOf(lists, random);
                depth = 1;
            }
        }
    }

    private static Method size() {
        try {
            return List.class.getMethod("size");
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private static Twins begun(Random random) {
        int size = FIRST_SIZES[random.nextInt(FIRST_SIZES.length)];
        List<@Nullable Integer> first = new ArrayList<>();
        IntStream.range(0, size).forEach(i -> first.add(ConcurrentRandomCall.element(random)));
        return new Twins(new ConcurrentList<>(first), new CopyOnWriteArrayList<>(first));
    }

    private static Twins rangeOf(Twins lists, Random random) {
        int size = lists.model().size();
        int from = random.nextInt(size + 1);
        int to = from + random.nextInt(size - from + 1);
        return new Twins(lists.own().subList(from, to), lists.model().subList(from, to));
    }

    /** Two lists to which the same is done. */
    private record Twins(List<@Nullable Integer> own, List<@Nullable Integer> model) {
        void call(Method method, long seed, String where) {
            ConcurrentRandomCall.Outcome expected = ConcurrentRandomCall.of(method, seed, model);
            ConcurrentRandomCall.Outcome got = ConcurrentRandomCall.of(ofOwn(method), seed, own);
            assertThat(got).as("%s: %s, %s", where, method, seed).isEqualTo(expected);
        }

        /** The method of the interface where there is one: classes of this library inherit some from a class that is not public. */
        private static Method ofOwn(Method method) {
            for (Class<?> type : List.<Class<?>>of(List.class, Object.class, ConcurrentList.class)) {
                try {
                    return type.getMethod(method.getName(), method.getParameterTypes());
                } catch (NoSuchMethodException e) {
                    continue;
                }
            }
            throw new AssertionError("no " + method);
        }
    }
}
