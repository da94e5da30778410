package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * From JDK 21 on lists are sequenced collections. What they get by that is compared with {@link ArrayList} and
 * {@link CopyOnWriteArrayList} call by call; by reflection, because these tests are compiled for an older JDK.
 */
@EnabledForJreRange(min = JRE.JAVA_21)
class SequencedListTest {
    private static final int SIZE = 3 * ListProbe.FLAT + 1;

    private static List<Integer> elements() {
        return ListCase.elements(SIZE);
    }

    static Stream<List<Integer>> faces() {
        return Stream.concat(written(), Stream.of(PersistentList.copyOf(elements())));
    }

    static Stream<List<Integer>> written() {
        return Stream.of(
                new CowList<>(elements()),
                new CowList<>(elements()).subList(0, SIZE),
                new ConcurrentList<>(elements()),
                new ConcurrentList<>(elements()).subList(0, SIZE));
    }

    private static List<Integer> twinOf(List<Integer> list) {
        return list instanceof ConcurrentList ? new CopyOnWriteArrayList<>(elements()) : elements();
    }

    /** What a list's method answers, or the class of what it throws. */
    private static Object call(List<?> target, String name, Object... arguments) throws Exception {
        for (Method method : List.class.getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                try {
                    return method.invoke(target, arguments);
                } catch (InvocationTargetException thrown) {
                    return thrown.getCause().getClass();
                }
            }
        }
        throw new NoSuchMethodException(name);
    }

    @SuppressWarnings("unchecked") // a list of the same elements
    private static List<Integer> reversed(List<Integer> list) throws Exception {
        return (List<Integer>) call(list, "reversed");
    }

    @ParameterizedTest
    @MethodSource("written")
    void endsAreThoseOfTheTwin(List<Integer> list) throws Exception {
        List<Integer> twin = twinOf(list);
        assertThat(Class.forName("java.util.SequencedCollection")).isAssignableFrom(list.getClass());
        for (String name : List.of("getFirst", "getLast", "removeFirst", "removeLast", "removeLast", "removeFirst")) {
            assertThat(call(list, name)).as(name).isEqualTo(call(twin, name));
            ListProbe.check(list);
        }
        for (Integer element : new Integer[] {7, null}) {
            for (String name : List.of("addFirst", "addLast")) {
                Object unused = call(list, name, element);
                Object alsoUnused = call(twin, name, element);
            }
        }
        ListProbe.check(list);
        assertThat(list).isEqualTo(twin);
        list.clear();
        for (String name : List.of("getFirst", "getLast", "removeFirst", "removeLast")) {
            assertThat(call(list, name)).as(name).isEqualTo(NoSuchElementException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("faces")
    void reversedReadsBackwards(List<Integer> list) throws Exception {
        List<Integer> reversed = reversed(list);
        List<Integer> expected = reversed(elements());
        assertThat(reversed).isEqualTo(expected).hasSameHashCodeAs(expected).hasToString(expected.toString());
        assertThat(reversed.get(0)).isEqualTo(SIZE - 1);
        assertThat(reversed.indexOf(null)).isEqualTo(expected.indexOf(null));
        assertThat(reversed.subList(3, 9)).isEqualTo(expected.subList(3, 9));
        assertThat(reversed.toArray()).isEqualTo(expected.toArray());
        assertThat(reversed.stream().toList()).isEqualTo(expected.stream().toList());
        assertThat(reversed.parallelStream().filter(each -> each != null).count())
                .isEqualTo(expected.stream().filter(each -> each != null).count());
        assertThat(reversed(reversed)).isEqualTo(list);
        assertThat(new ArrayList<>(reversed)).isEqualTo(expected);
    }

    private static Map<String, Consumer<List<Integer>>> writes() {
        Map<String, Consumer<List<Integer>>> writes = new LinkedHashMap<>();
        writes.put("set", list -> list.set(1, -1));
        writes.put("add", list -> list.add(-2));
        writes.put("add at", list -> list.add(5, -3));
        writes.put("remove at", list -> list.remove(7));
        writes.put("remove", list -> list.remove((Object) 5));
        writes.put("remove null", list -> list.remove(null));
        writes.put("addAll", list -> list.addAll(List.of(1, 2, 3)));
        writes.put("addAll at", list -> list.addAll(9, List.of(4, 5, 6)));
        writes.put("removeIf", list -> list.removeIf(each -> each == null));
        writes.put("removeAll", list -> list.removeAll(new ArrayList<>(List.of(1, 2, 3, 20))));
        writes.put("retainAll", list -> list.retainAll(ListCase.elements(SIZE / 2)));
        writes.put("replaceAll", list -> list.replaceAll(each -> -each));
        writes.put("sort", list -> list.sort(Comparator.comparing(each -> each % 10)));
        writes.put("range", list -> list.subList(2, 4).clear());
        writes.put("clear", List::clear);
        return writes;
    }

    /** Of a concurrent list as well, whose iterators cannot write: so the JDK's own reversed view would not do. */
    @ParameterizedTest
    @MethodSource("written")
    void reversedIsLive(List<Integer> list) throws Exception {
        List<Integer> twin = twinOf(list);
        for (Map.Entry<String, Consumer<List<Integer>>> write : writes().entrySet()) {
            List<Object> outcomes = new ArrayList<>();
            for (List<Integer> each : List.of(list, twin)) {
                outcomes.add(outcome(reversed(each), write.getValue()));
            }
            assertThat(outcomes.get(0)).as(write.getKey()).isEqualTo(outcomes.get(1));
            ListProbe.check(list);
            assertThat(new ArrayList<>(list)).as(write.getKey()).isEqualTo(new ArrayList<>(twin));
        }
        List<Integer> view = reversed(list);
        list.add(1);
        list.add(2);
        assertThat(view).containsExactly(2, 1);
    }

    private static Object outcome(List<Integer> list, Consumer<List<Integer>> write) {
        try {
            write.accept(list);
            return "done";
        } catch (RuntimeException refused) {
            return refused.getClass();
        }
    }

    @ParameterizedTest
    @MethodSource("faces")
    void reversedOfOneOrNone(List<Integer> list) throws Exception {
        Function<List<Integer>, List<Integer>> of = elements -> list instanceof PersistentList
                ? PersistentList.copyOf(elements)
                : list instanceof ConcurrentList ? new ConcurrentList<>(elements) : new CowList<>(elements);
        assertThat(reversed(of.apply(List.of()))).isEmpty();
        assertThat(reversed(of.apply(List.of(1)))).containsExactly(1);
    }

    /**
     * What a persistent list refuses. By way of {@code List}, it is reversed by the JDK's view: a method that was compiled for an older
     * JDK and answers a {@code PersistentList} overrides nothing there.
     */
    @ParameterizedTest
    @MethodSource("faces")
    void persistentListsRefuse(List<Integer> list) throws Exception {
        if (list instanceof PersistentList) {
            assertThat(reversed(list)).isEqualTo(((PersistentList<Integer>) list).reversed());
            for (Map.Entry<String, Consumer<List<Integer>>> write : writes().entrySet()) {
                assertThat(outcome(reversed(list), write.getValue()))
                        .as(write.getKey())
                        .isEqualTo(UnsupportedOperationException.class);
            }
            for (String name : List.of("removeFirst", "removeLast")) {
                assertThat(call(list, name)).isEqualTo(UnsupportedOperationException.class);
            }
            for (String name : List.of("addFirst", "addLast")) {
                assertThat(call(list, name, 1)).isEqualTo(UnsupportedOperationException.class);
            }
            assertThat(call(list, "getFirst")).isEqualTo(0);
            assertThat(call(list, "getLast")).isEqualTo(SIZE - 1);
            assertThat(list).isEqualTo(elements());
        }
    }
}
