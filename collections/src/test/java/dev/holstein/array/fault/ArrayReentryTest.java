package dev.holstein.array.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.CowArray;
import dev.holstein.array.PagePool;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Elements and functions that come back to their array at every call: they write, share, or close it. Other handles keep what they show,
 * and no page is lost or given back twice.
 */
class ArrayReentryTest {
    private static final int LENGTH = 11;

    /** An element that does something once when it is asked for anything. */
    private static final class Element {
        private final int number;
        private final Runnable inner;

        Element(int number, Runnable inner) {
            this.number = number;
            this.inner = inner;
        }

        @Override
        public boolean equals(Object other) {
            inner.run();
            return other instanceof Element element && element.number == number;
        }

        @Override
        public int hashCode() {
            inner.run();
            return number;
        }

        @Override
        public String toString() {
            inner.run();
            return "element " + number;
        }
    }

    /** Each call of user code of an array, and of another with equal elements. */
    private static final List<BiFunction<CowArray<Element>, CowArray<Element>, Object>> CALLS = List.of(
            (array, other) -> array.equals(other),
            (array, other) -> array.mismatch(other),
            (array, other) -> array.diff(other).count(),
            (array, other) -> array.hashCode(),
            (array, other) -> array.toString(),
            telling(array -> array.forEach(ArrayReentryTest::ask)),
            telling(array -> array.iterator().forEachRemaining(ArrayReentryTest::ask)),
            telling(array -> array.spliterator().forEachRemaining(ArrayReentryTest::ask)),
            telling(array -> array.stream().forEach(ArrayReentryTest::ask)),
            (array, other) -> array.toArray(length -> {
                ask(array.get(0));
                return new Element[length];
            }));

    private static BiFunction<CowArray<Element>, CowArray<Element>, Object> telling(Consumer<CowArray<Element>> call) {
        return (array, other) -> {
            call.accept(array);
            return true;
        };
    }

    private static void ask(Element element) {
        assertThat(element.hashCode()).isEqualTo(element.number);
    }

    private static final Element NEW = new Element(-1, () -> {});

    private static final List<Consumer<CowArray<Element>>> INNER = List.of(
            array -> array.set(3, NEW),
            array -> array.fill(NEW),
            array -> array.set(LENGTH - 1, null),
            array -> array.snapshot().close(),
            array -> array.write(2, new Element[] {NEW, NEW, NEW, NEW}),
            CowArray::close);

    /** The array that elements come back to; which of their calls does. */
    private static final class Trigger implements Runnable {
        private int length = Integer.MAX_VALUE;
        private Runnable action = () -> {};

        @Override
        public void run() {
            if (--length == -1) {
                action.run();
            }
        }
    }

    private static Element[] elements(Trigger trigger) {
        Element[] elements = new Element[LENGTH];
        Arrays.setAll(elements, i -> new Element(i, trigger));
        return elements;
    }

    @Test
    void comingBackAtEveryCall() {
        int comings = 0;
        for (BiFunction<CowArray<Element>, CowArray<Element>, Object> call : CALLS) {
            for (Consumer<CowArray<Element>> inner : INNER) {
                boolean came = true;
                for (int at = 0; came; at++) {
                    came = comesBack(call, inner, at);
                    comings += came ? 1 : 0;
                }
            }
        }
        System.out.println("Faults in arrays: user code came back " + comings + " times");
        assertThat(comings).isGreaterThan(400);
    }

    private static boolean comesBack(
            BiFunction<CowArray<Element>, CowArray<Element>, Object> call, Consumer<CowArray<Element>> inner, int at) {
        PagePool pool = PagePool.heap(1 << 12);
        ArrayOptions options = ArrayOptions.defaults().withPageSize(4).withPool(pool);
        Trigger trigger = new Trigger();
        boolean[] came = new boolean[1];
        Element[] elements = elements(trigger);
        try (CowArray<Element> array = CowArray.copyOf(elements, options);
                CowArray<Element> other = CowArray.copyOf(elements(trigger), options);
                CowArray<Element> kept = array.snapshot()) {
            trigger.length = at;
            trigger.action = () -> {
                came[0] = true;
                inner.accept(array);
            };
            @Nullable RuntimeException thrown = null;
            try {
                Object unused = call.apply(array, other);
            } catch (IllegalStateException closed) {
                thrown = closed;
            } catch (NullPointerException ofTheElement) {
                thrown = ofTheElement; // the consumers above ask an element that was taken away
            }
            trigger.length = Integer.MAX_VALUE;
            if (thrown instanceof IllegalStateException) {
                assertThat(array.isClosed()).isTrue();
                assertThat(thrown).hasMessageContaining("closed");
            } else if (thrown != null) {
                assertThat(array.isClosed() || array.get(LENGTH - 1) == null).isTrue();
            }
            for (int i = 0; i < LENGTH; i++) {
                assertThat(kept.get(i)).isSameAs(elements[i]);
            }
            List<CowArray<?>> open = new ArrayList<>(List.of(other, kept));
            if (!array.isClosed()) {
                array.set(0, NEW);
                assertThat(array.get(0)).isSameAs(NEW);
                open.add(array);
            }
            ArrayProbe.check(open.toArray(new CowArray<?>[0]));
        }
        assertThat(pool.stats().livePages()).isZero();
        return came[0];
    }

    /** Every method that takes an object runs user code in a test of this room, or none. */
    @Test
    void noMethodIsForgotten() {
        Set<String> known = Set.of(
                "equals", // here and in ArrayFaultTest
                "mismatch",
                "diff",
                "forEach",
                "toArray",
                "copyFrom", // moves references
                "fill",
                "set",
                "getAndSet",
                "read",
                "write",
                "copyOf",
                "ofLength",
                "wrap");
        Set<String> present = new TreeSet<>();
        for (Method method : CowArray.class.getMethods()) {
            if (method.getDeclaringClass() != Object.class
                    && Arrays.stream(method.getParameterTypes()).anyMatch(type -> !type.isPrimitive())) {
                present.add(method.getName());
            }
        }
        assertThat(present).isSubsetOf(known);
    }
}
