package dev.holstein.btree.contract;

import static dev.holstein.btree.contract.SerialStreams.copy;
import static dev.holstein.btree.contract.SerialStreams.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is written to a stream comes back as it was: of the same class, in the same order, independent, and writable.
 */
class SerialFormTest {
    private static final Comparator<Integer> BY_LAST_DIGIT =
            (Comparator<Integer> & Serializable) (a, b) -> a % 10 == b % 10 ? a - b : a % 10 - b % 10;

    private static final List<Comparator<Integer>> ORDERS =
            Collections.unmodifiableList(Arrays.asList(null, Collections.reverseOrder(), BY_LAST_DIGIT));

    private static final int[] SIZES = {0, 1, 2, BTreeProbe.LEAF_CAPACITY + 1, 100_000};

    static Stream<Arguments> maps() {
        List<Arguments> maps = new ArrayList<>();
        for (Comparator<Integer> order : ORDERS) {
            for (int size : SIZES) {
                CowBTreeMap<Integer, String> map = new CowBTreeMap<>(order);
                for (int i = 0; i < size; i++) {
                    map.put(i * 7919 % 1_000_003, "v" + i % 100);
                }
                maps.add(Arguments.of(size, map));
                maps.add(Arguments.of(size, map.snapshot()));
                maps.add(Arguments.of(size, new ConcurrentBTreeMap<>(map)));
            }
        }
        return maps.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("maps")
    void mapsComeBack(int size, NavigableMap<Integer, String> map) throws Exception {
        NavigableMap<Integer, String> back = copy(map);
        assertThat((Object) back).hasSameClassAs(map);
        assertThat(BTreeProbe.check(back)).hasSize(size);
        assertThat(List.copyOf(back.entrySet())).isEqualTo(List.copyOf(map.entrySet()));
        assertSameOrder(back.comparator(), map.comparator());
        assertThat(BTreeProbe.prefixBits(back)).isEqualTo(BTreeProbe.prefixBits(map));
        assertIndependent(back, map);
    }

    /** A comparator that is a lambda comes back as another object of the same order. */
    private static void assertSameOrder(Comparator<? super Integer> back, Comparator<? super Integer> original) {
        if (original == BY_LAST_DIGIT) {
            assertThat(back.compare(19, 21)).isPositive();
            assertThat(back.compare(11, 22)).isNegative();
        } else {
            assertThat((Object) back).isEqualTo(original);
        }
    }

    private static void assertIndependent(NavigableMap<Integer, String> back, NavigableMap<Integer, String> map) {
        List<Map.Entry<Integer, String>> before = frozen(map);
        if (back instanceof PersistentBTreeMap<Integer, String> persistent) {
            PersistentBTreeMap<Integer, String> next = BTreeProbe.check(persistent.plus(-1, "new"));
            assertThat(next).hasSize(before.size() + 1).containsEntry(-1, "new");
        } else {
            back.put(-1, "new");
            BTreeProbe.check(back);
            assertThat(back).hasSize(before.size() + 1).containsEntry(-1, "new");
            if (!before.isEmpty()) {
                back.remove(before.get(0).getKey());
                BTreeProbe.check(back);
                back.put(before.get(before.size() - 1).getKey(), "replaced");
                BTreeProbe.check(back);
            }
        }
        BTreeProbe.check(map);
        assertThat(frozen(map)).isEqualTo(before);
    }

    private static List<Map.Entry<Integer, String>> frozen(SortedMap<Integer, String> map) {
        return List.copyOf(new TreeMap<>(map).entrySet());
    }

    static Stream<Arguments> sets() {
        List<Arguments> sets = new ArrayList<>();
        for (Comparator<Integer> order : ORDERS) {
            for (int size : SIZES) {
                CowBTreeSet<Integer> set = new CowBTreeSet<>(order);
                for (int i = 0; i < size; i++) {
                    set.add(i * 7919 % 1_000_003);
                }
                sets.add(Arguments.of(size, set));
                sets.add(Arguments.of(size, set.snapshot()));
                sets.add(Arguments.of(size, new ConcurrentBTreeSet<>(set)));
            }
        }
        return sets.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    void setsComeBack(int size, NavigableSet<Integer> set) throws Exception {
        NavigableSet<Integer> back = copy(set);
        assertThat((Object) back).hasSameClassAs(set);
        assertThat(BTreeProbe.check(back)).hasSize(size);
        List<Integer> before = List.copyOf(set);
        assertThat(List.copyOf(back)).isEqualTo(before);
        assertSameOrder(back.comparator(), set.comparator());
        if (back instanceof PersistentBTreeSet<Integer> persistent) {
            assertThat(BTreeProbe.check(persistent.plus(-1))).hasSize(size + 1).contains(-1);
        } else {
            assertThat(back.add(-1)).isTrue();
            BTreeProbe.check(back);
            assertThat(back.removeAll(before)).isEqualTo(size > 0);
            assertThat(BTreeProbe.check(back)).containsExactly(-1);
        }
        assertThat(List.copyOf(BTreeProbe.check(set))).isEqualTo(before);
    }

    /** What is read is packed: nodes as full as a bulk load makes them. */
    @Test
    void nodesComeBackFull() throws Exception {
        CowBTreeMap<Integer, Integer> sparse = new CowBTreeMap<>();
        int leaf = BTreeProbe.LEAF_CAPACITY;
        for (int i = 0; i < 20 * leaf; i++) {
            sparse.put(i, i);
        }
        sparse.keySet().removeIf(key -> key % 3 == 0);
        assertThat(BTreeProbe.leafCounts(copy(sparse)).stream().limit(8)).containsOnly(leaf);
    }

    static Stream<Function<TreeMap<Integer, String>, NavigableMap<Integer, String>>> mapFaces() {
        return Stream.of(
                PersistentBTreeMap::copyOf,
                twin -> new CowBTreeMap<Integer, String>(twin),
                twin -> new ConcurrentBTreeMap<Integer, String>(twin));
    }

    private static List<UnaryOperator<NavigableMap<Integer, String>>> mapViews() {
        return List.of(
                NavigableMap::descendingMap,
                map -> map.subMap(100, true, 300, true),
                map -> map.subMap(100, false, 300, false),
                map -> map.headMap(150, true),
                map -> map.headMap(150, false),
                map -> map.tailMap(150, true),
                map -> map.tailMap(150, false).descendingMap(),
                map -> map.descendingMap().subMap(300, true, 100, false),
                map -> map.subMap(7, true, 7, false),
                map -> map.descendingMap().descendingMap());
    }

    @ParameterizedTest
    @MethodSource("mapFaces")
    void viewsOfMapsComeBack(Function<TreeMap<Integer, String>, NavigableMap<Integer, String>> face) throws Exception {
        TreeMap<Integer, String> twin = new TreeMap<>();
        for (int i = 0; i < 400; i++) {
            twin.put(i, "v" + i);
        }
        for (UnaryOperator<NavigableMap<Integer, String>> view : mapViews()) {
            NavigableMap<Integer, String> map = face.apply(twin);
            NavigableMap<Integer, String> ours = view.apply(map);
            TreeMap<Integer, String> twins = new TreeMap<>(twin);
            NavigableMap<Integer, String> theirs = copy(view.apply(twins));
            NavigableMap<Integer, String> back = copy(ours);
            assertThat((Object) back).hasSameClassAs(ours);
            assertThat(List.copyOf(back.entrySet())).isEqualTo(List.copyOf(theirs.entrySet()));
            assertThat((Object) back.comparator()).isEqualTo(theirs.comparator());
            if (map instanceof PersistentBTreeMap) {
                continue;
            }
            for (int key : new int[] {-1, 7, 99, 100, 101, 149, 150, 151, 299, 300, 301, 999}) {
                String expected = put(theirs, key);
                assertThat(put(back, key)).isEqualTo(expected);
            }
            assertThat(List.copyOf(back.entrySet())).isEqualTo(List.copyOf(theirs.entrySet()));
            assertThat(BTreeProbe.check(map)).isEqualTo(twin);
        }
    }

    private static String put(Map<Integer, String> map, int key) {
        try {
            return map.put(key, "new");
        } catch (IllegalArgumentException outside) {
            return "outside";
        }
    }

    @Test
    void viewsOfSetsComeBack() throws Exception {
        CowBTreeSet<Integer> set = new CowBTreeSet<>(List.of(1, 3, 5, 7, 9));
        for (NavigableSet<Integer> whole : List.of(set, set.snapshot(), new ConcurrentBTreeSet<>(set))) {
            NavigableSet<Integer> part = copy(whole.subSet(3, true, 9, false));
            assertThat(part).containsExactly(3, 5, 7);
            assertThat(copy(whole.descendingSet())).containsExactly(9, 7, 5, 3, 1);
            assertThat(copy(whole.descendingSet().headSet(3, false))).containsExactly(9, 7, 5);
            if (!(whole instanceof PersistentBTreeSet)) {
                assertThatIllegalArgumentException().isThrownBy(() -> part.add(9));
                part.add(4);
                assertThat(part).containsExactly(3, 4, 5, 7);
                assertThat(BTreeProbe.check(whole)).containsExactly(1, 3, 5, 7, 9);
            }
        }
    }

    /** Views written together with their map are views of it when they are read. */
    @Test
    void aMapAndItsViewsStayTogether() throws Exception {
        for (NavigableMap<Integer, String> map :
                List.of(new CowBTreeMap<Integer, String>(), new ConcurrentBTreeMap<Integer, String>())) {
            for (int i = 0; i < 10; i++) {
                map.put(i, "v" + i);
            }
            ArrayList<NavigableMap<Integer, String>> back =
                    copy(new ArrayList<>(List.of(map.descendingMap(), map, map.headMap(5, false), map)));
            assertThat((Object) back.get(1)).isSameAs(back.get(3));
            back.get(2).put(-1, "new");
            BTreeProbe.check(back.get(1));
            for (NavigableMap<Integer, String> part : back) {
                assertThat(part).containsEntry(-1, "new");
            }
            assertThat(BTreeProbe.check(map)).doesNotContainKey(-1);
        }
    }

    @Test
    void nullsComeBack() throws Exception {
        CowBTreeMap<String, String> map = new CowBTreeMap<>(GuavaSuites.NULL_FRIENDLY);
        map.put("a", null);
        map.put(null, "value of null");
        map.put("z", null);
        for (NavigableMap<String, String> whole : List.of(map, map.snapshot())) {
            NavigableMap<String, String> back = copy(whole);
            assertThat(BTreeProbe.check(back))
                    .hasSize(3)
                    .containsEntry("a", null)
                    .containsEntry(null, "value of null");
            assertThat(copy(whole.headMap(null, true))).hasSize(2).containsKey(null);
            assertThat(copy(whole.tailMap(null, false))).hasSize(1).containsKey("z");
        }
        CowBTreeSet<String> set = new CowBTreeSet<>(GuavaSuites.NULL_FRIENDLY);
        set.addAll(Arrays.asList("z", null, "a"));
        assertThat(BTreeProbe.check(copy(set))).containsExactly("a", null, "z");
        assertThat(copy(set.snapshot().tailSet(null, true))).containsExactly(null, "z");
    }

    @Test
    void whatCannotBeSerializedIsNamedAsByTreeMap() throws Exception {
        Comparator<Integer> order = (a, b) -> b - a; // a lambda that is not serializable
        TreeMap<Integer, Object> twin = new TreeMap<>(order);
        CowBTreeMap<Integer, Object> map = new CowBTreeMap<>(order);
        List<Object> refused = new ArrayList<>(List.of(
                twin,
                map,
                map.snapshot(),
                map.descendingMap(),
                new ConcurrentBTreeMap<Integer, Object>(order),
                new CowBTreeSet<>(order),
                PersistentBTreeSet.empty(order),
                new ConcurrentBTreeSet<>(order).headSet(1)));
        CowBTreeMap<Integer, Object> withValue = new CowBTreeMap<>();
        withValue.put(1, new Object());
        refused.add(withValue);
        for (Object collection : refused) {
            assertThatThrownBy(() -> written(collection)).isInstanceOf(NotSerializableException.class);
        }
        withValue.put(1, "serializable");
        assertThat(copy(BTreeProbe.check(withValue))).isEqualTo(withValue);
    }

    /** A value that writes to the map while it is written itself. */
    private static final class Meddler implements Serializable {
        private static final long serialVersionUID = 1;
        private static Runnable write = () -> {};

        private void writeObject(ObjectOutputStream out) throws IOException {
            write.run();
            out.defaultWriteObject();
        }
    }

    @Test
    void oneVersionIsWrittenWhateverHappensMeanwhile() throws Exception {
        for (NavigableMap<Integer, Object> map :
                List.of(new CowBTreeMap<Integer, Object>(), new ConcurrentBTreeMap<Integer, Object>())) {
            for (int i = 0; i < 300; i++) {
                map.put(i, "v" + i);
            }
            map.put(10, new Meddler());
            Meddler.write = () -> {
                for (int i = 0; i < 300; i += 2) {
                    map.remove(i);
                    map.put(1000 + i, "late");
                    BTreeProbe.check(map);
                }
            };
            NavigableMap<Integer, Object> back = copy(map);
            Meddler.write = () -> {};
            assertThat(BTreeProbe.check(back))
                    .hasSize(300)
                    .containsEntry(298, "v298")
                    .doesNotContainKey(1000);
            assertThat(BTreeProbe.check(map)).hasSize(300).containsKey(1000).doesNotContainKey(298);
        }
    }

    /** A stream written by this version is to be read by the next. */
    @Test
    void everyFaceHasAFixedVersion() {
        for (Class<?> face : List.of(
                PersistentBTreeMap.class,
                CowBTreeMap.class,
                ConcurrentBTreeMap.class,
                PersistentBTreeSet.class,
                CowBTreeSet.class,
                ConcurrentBTreeSet.class)) {
            assertThat(ObjectStreamClass.lookup(face).getSerialVersionUID()).isEqualTo(1);
        }
    }
}
