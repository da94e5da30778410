package dev.holstein.btree.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * From JDK 21 on sorted maps and sets are sequenced ones. What they get by that is compared with {@link TreeMap} and
 * {@link TreeSet} call by call; by reflection, because these tests are compiled for an older JDK.
 */
@EnabledForJreRange(min = JRE.JAVA_21)
class SequencedTest {
    private static final int SIZE = 3 * BTreeProbe.LEAF_CAPACITY;

    private static NavigableMap<Integer, String> twin() {
        NavigableMap<Integer, String> twin = new TreeMap<>();
        for (int i = 0; i < SIZE; i++) {
            twin.put(i, "v" + i);
        }
        return twin;
    }

    static Stream<NavigableMap<Integer, String>> maps() {
        return Stream.of(
                new CowBTreeMap<>(twin()), PersistentBTreeMap.copyOf(twin()), new ConcurrentBTreeMap<>(twin()));
    }

    static Stream<NavigableSet<Integer>> sets() {
        return Stream.of(
                new CowBTreeSet<>(twin().keySet()),
                PersistentBTreeSet.copyOf(twin().keySet()),
                new ConcurrentBTreeSet<>(twin().keySet()));
    }

    private static Map<String, UnaryOperator<NavigableMap<Integer, String>>> views() {
        Map<String, UnaryOperator<NavigableMap<Integer, String>>> views = new LinkedHashMap<>();
        views.put("whole", map -> map);
        views.put("sub", map -> map.subMap(5, true, SIZE - 5, false));
        views.put("descending", NavigableMap::descendingMap);
        views.put("tail of descending", map -> map.descendingMap().tailMap(SIZE - 3, false));
        views.put("one", map -> map.subMap(5, true, 6, false));
        views.put("empty", map -> map.headMap(0, false));
        return views;
    }

    /**
     * What an interface's method answers: a value as it prints, a collection as a list, or the class of what is thrown.
     */
    private static Object call(Object target, Class<?> type, String name, Object... arguments) throws Exception {
        for (Method method : type.getMethods()) {
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

    private static Class<?> sequenced(String kind) throws ClassNotFoundException {
        return Class.forName("java.util.Sequenced" + kind);
    }

    private static Object answer(Object target, String kind, String name, Object... arguments) throws Exception {
        Object answer = call(target, sequenced(kind), name, arguments);
        if (answer instanceof Map<?, ?> map) {
            return new ArrayList<>(map.entrySet());
        }
        return answer instanceof Collection<?> collection ? new ArrayList<>(collection) : answer;
    }

    private static NavigableMap<Integer, String> twinOf(NavigableMap<Integer, String> map) {
        return map instanceof ConcurrentBTreeMap ? new ConcurrentSkipListMap<>(twin()) : twin();
    }

    /** Runs all calls on the views of a map and of its twin. */
    private static void assertAsTwin(
            NavigableMap<Integer, String> map, UnaryOperator<NavigableMap<Integer, String>> view, List<String> calls)
            throws Exception {
        NavigableMap<Integer, String> twin = twinOf(map);
        for (String name : calls) {
            assertThat(answer(view.apply(map), "Map", name)).as(name).isEqualTo(answer(view.apply(twin), "Map", name));
            BTreeProbe.check(map);
            assertThat(new ArrayList<>(map.entrySet())).as(name).isEqualTo(new ArrayList<>(twin.entrySet()));
        }
    }

    @ParameterizedTest
    @MethodSource("maps")
    void mapsAnswerAsTreeMaps(NavigableMap<Integer, String> map) throws Exception {
        assertThat(sequenced("Map")).isAssignableFrom(map.getClass());
        for (UnaryOperator<NavigableMap<Integer, String>> view : views().values()) {
            assertAsTwin(
                    map,
                    view,
                    List.of(
                            "reversed",
                            "firstEntry",
                            "lastEntry",
                            "sequencedKeySet",
                            "sequencedValues",
                            "sequencedEntrySet"));
        }
    }

    @ParameterizedTest
    @MethodSource("maps")
    void mapsArePolledAtBothEnds(NavigableMap<Integer, String> map) throws Exception {
        List<String> polls = List.of("pollFirstEntry", "pollLastEntry", "pollLastEntry", "pollFirstEntry");
        for (UnaryOperator<NavigableMap<Integer, String>> view : views().values()) {
            if (map instanceof PersistentBTreeMap) {
                for (String poll : polls) {
                    assertThat(answer(view.apply(map), "Map", poll)).isEqualTo(UnsupportedOperationException.class);
                }
            } else {
                map.putAll(twin());
                assertAsTwin(map, view, polls);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("maps")
    void mapsRefuseToPutAtAnEnd(NavigableMap<Integer, String> map) throws Exception {
        List<Map.Entry<Integer, String>> before = new ArrayList<>(map.entrySet());
        for (UnaryOperator<NavigableMap<Integer, String>> view : views().values()) {
            for (String put : List.of("putFirst", "putLast")) {
                assertThat(answer(view.apply(map), "Map", put, -1, "first"))
                        .isEqualTo(UnsupportedOperationException.class);
            }
        }
        assertThat(new ArrayList<>(BTreeProbe.check(map).entrySet())).isEqualTo(before);
    }

    /** The reversed map, and the sequenced collections and their reverses, are live views. */
    @ParameterizedTest
    @MethodSource("maps")
    void reversedMapsAndCollectionsAreLive(NavigableMap<Integer, String> map) throws Exception {
        NavigableMap<Integer, String> twin = twinOf(map);
        for (String name : List.of("sequencedKeySet", "sequencedValues", "sequencedEntrySet")) {
            Object ours = call(map, sequenced("Map"), name);
            Object theirs = call(twin, sequenced("Map"), name);
            assertThat(answer(ours, "Collection", "reversed")).isEqualTo(answer(theirs, "Collection", "reversed"));
            for (String end : List.of("getFirst", "getLast", "removeFirst", "removeLast")) {
                boolean refused = map instanceof PersistentBTreeMap && end.startsWith("remove");
                assertThat(answer(ours, "Collection", end))
                        .as(name + " " + end)
                        .isEqualTo(refused ? UnsupportedOperationException.class : answer(theirs, "Collection", end));
                BTreeProbe.check(map);
            }
            assertThat(new ArrayList<>(map.entrySet())).isEqualTo(new ArrayList<>(twin.entrySet()));
        }
        NavigableMap<?, ?> reversed = (NavigableMap<?, ?>) call(map, sequenced("Map"), "reversed");
        assertThat(reversed.firstKey()).isEqualTo(map.lastKey());
        if (!(map instanceof PersistentBTreeMap)) {
            map.put(SIZE, "new");
            BTreeProbe.check(map);
            assertThat(reversed.firstKey()).isEqualTo(SIZE);
            assertThat(reversed.remove(SIZE)).isEqualTo("new");
            assertThat(BTreeProbe.check(map)).doesNotContainKey(SIZE);
        }
        assertThat(call(reversed, sequenced("Map"), "reversed")).isEqualTo(map);
    }

    private static List<UnaryOperator<NavigableSet<Integer>>> setViews() {
        return List.of(
                set -> set,
                set -> set.subSet(5, true, SIZE - 5, false),
                NavigableSet::descendingSet,
                set -> set.descendingSet().tailSet(SIZE - 3, false),
                set -> set.subSet(5, true, 6, false),
                set -> set.headSet(0, false));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void setsAnswerAsTreeSets(NavigableSet<Integer> set) throws Exception {
        assertThat(sequenced("Set")).isAssignableFrom(set.getClass());
        for (UnaryOperator<NavigableSet<Integer>> view : setViews()) {
            NavigableSet<Integer> twin =
                    set instanceof ConcurrentBTreeSet ? new ConcurrentSkipListSet<>(set) : new TreeSet<>(set);
            for (String name : List.of("reversed", "getFirst", "getLast", "removeFirst", "removeLast", "removeLast")) {
                Object expected = answer(view.apply(twin), "Set", name);
                boolean refused = set instanceof PersistentBTreeSet
                        && name.startsWith("remove")
                        && !view.apply(set).isEmpty();
                assertThat(answer(view.apply(set), "Set", name))
                        .as(name)
                        .isEqualTo(refused ? UnsupportedOperationException.class : expected);
                if (!refused) {
                    assertThat(new ArrayList<>(BTreeProbe.check(set))).isEqualTo(new ArrayList<>(twin));
                }
            }
            for (String add : List.of("addFirst", "addLast")) {
                assertThat(answer(view.apply(set), "Set", add, 7)).isEqualTo(UnsupportedOperationException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void reversedSetsAreLive(NavigableSet<Integer> set) throws Exception {
        NavigableSet<?> reversed = (NavigableSet<?>) call(set, sequenced("Set"), "reversed");
        assertThat(reversed.first()).isEqualTo(SIZE - 1);
        assertThat(call(reversed, sequenced("Set"), "reversed")).isEqualTo(set);
        if (!(set instanceof PersistentBTreeSet)) {
            set.add(SIZE);
            BTreeProbe.check(set);
            assertThat(reversed.first()).isEqualTo(SIZE);
            assertThat(call(reversed, sequenced("Set"), "removeFirst")).isEqualTo(SIZE);
            assertThat(BTreeProbe.check(set)).doesNotContain(SIZE);
            set.clear();
            BTreeProbe.check(set);
            assertThat(call(set, sequenced("Set"), "getFirst")).isEqualTo(NoSuchElementException.class);
            assertThat(call(reversed, sequenced("Set"), "removeLast")).isEqualTo(NoSuchElementException.class);
        }
        assertThatThrownBy(() -> set.iterator().remove())
                .isInstanceOfAny(IllegalStateException.class, UnsupportedOperationException.class);
    }
}
