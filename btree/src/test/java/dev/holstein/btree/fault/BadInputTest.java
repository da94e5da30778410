package dev.holstein.btree.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.RankedMap;
import dev.holstein.btree.SetChange;
import java.util.AbstractMap.SimpleEntry;
import java.util.Arrays;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The answers of the design's table of bad input; nothing is lost by any of them. */
class BadInputTest {
    @Test
    void aNullAmongManyKeysIsRefusedByName() {
        for (Object other : List.of(1, 1L, "a", 'a')) {
            for (Comparator<?> order : Arrays.asList(null, Comparator.naturalOrder(), Comparator.reverseOrder())) {
                @SuppressWarnings("unchecked") // an order for all that is comparable
                CowBTreeMap<Object, String> map = new CowBTreeMap<>((Comparator<Object>) order);
                Map<Object, String> withNull = new LinkedHashMap<>();
                withNull.put(other, "1");
                withNull.put(null, "2");
                assertThatThrownBy(() -> map.putAll(withNull))
                        .isInstanceOf(NullPointerException.class)
                        .hasMessageContaining("key is null");
                assertThat(BTreeProbe.check(map)).isEmpty();
            }
        }
    }

    @Test
    void nullKeysAndValuesAreRefusedByName() {
        ConcurrentBTreeMap<String, String> map = new ConcurrentBTreeMap<>(Map.of("a", "1"));
        List<Consumer<ConcurrentBTreeMap<String, String>>> keys = List.of(
                m -> m.put(null, "x"),
                m -> m.get(null),
                m -> m.remove(null),
                m -> assertThat(m.containsKey(null)).isFalse(),
                m -> m.merge(null, "x", String::concat),
                m -> m.floorKey(null),
                m -> m.headMap(null),
                m -> m.getOrDefault(null, "x"),
                m -> m.computeIfAbsent(null, k -> "x"));
        for (Consumer<ConcurrentBTreeMap<String, String>> operation : keys) {
            assertThatThrownBy(() -> operation.accept(map))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessageContaining("key");
        }
        List<Consumer<ConcurrentBTreeMap<String, String>>> values = List.of(
                m -> m.put("b", null),
                m -> m.putIfAbsent("b", null),
                m -> m.replace("a", null),
                m -> m.merge("a", null, String::concat),
                m -> m.replaceAll((k, v) -> null),
                m -> m.entrySet().iterator().next().setValue(null));
        for (Consumer<ConcurrentBTreeMap<String, String>> operation : values) {
            assertThatThrownBy(() -> operation.accept(map))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessageContaining("value");
        }
        Map<String, String> withNull = new LinkedHashMap<>();
        withNull.put("c", "3");
        withNull.put("d", null);
        assertThatThrownBy(() -> map.putAll(withNull)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new ConcurrentBTreeMap<>(withNull)).isInstanceOf(NullPointerException.class);
        assertThat(BTreeProbe.check(map)).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void nullKeysAreLeftToAComparatorThatTakesThem() {
        CowBTreeMap<String, String> map = new CowBTreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
        map.put("a", "1");
        map.put(null, "none");
        assertThat(map.put(null, "none")).isEqualTo("none");
        map.put("b", null);
        assertThat(map.firstKey()).isNull();
        assertThat(map.get(null)).isEqualTo("none");
        assertThat(map.containsKey("b")).isTrue();
        assertThat(map.getOrDefault("b", "x")).isNull();
        assertThat(map.containsValue(null)).isTrue();
        assertThat(map.headMap("a").size()).isEqualTo(1);
        assertThat(map.remove(null)).isEqualTo("none");
        assertThat(BTreeProbe.check(map)).hasSize(2);
        assertThatThrownBy(() -> new CowBTreeMap<String, String>().put(null, "x"))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("key");
        assertThatThrownBy(() -> new CowBTreeMap<String, String>(Comparator.reverseOrder()).put(null, "x"))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> PersistentBTreeMap.of("a", 1).minus(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void nullKeysAreRefusedByAConcurrentMapWhoseOrderTakesThem() {
        ConcurrentBTreeMap<String, String> whole =
                new ConcurrentBTreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
        whole.put("a", "1");
        whole.put("b", "2");
        List<Consumer<NavigableMap<String, String>>> reads = List.of(
                m -> m.get(null),
                m -> assertThat(m.containsKey(null)).isFalse(),
                m -> m.getOrDefault(null, "x"),
                m -> m.floorKey(null),
                m -> m.ceilingEntry(null),
                m -> m.lowerKey(null),
                m -> m.higherEntry(null),
                m -> m.headMap(null, true),
                m -> m.tailMap(null, true),
                m -> m.subMap(null, true, "b", true),
                m -> m.subMap("a", true, null, true),
                m -> assertThat(m.keySet().contains(null)).isFalse(),
                m -> m.navigableKeySet().floor(null),
                m -> m.navigableKeySet().headSet(null, true),
                m -> assertThat(m.entrySet().contains(new SimpleEntry<>(null, "1")))
                        .isFalse(),
                m -> ((RankedMap<String, String>) m).indexOfKey(null),
                m -> ((RankedMap<String, String>) m).rank(null, true),
                m -> m.remove(null),
                m -> m.put(null, "x"));
        for (NavigableMap<String, String> map : List.of(whole, whole.headMap("b", true), whole.descendingMap())) {
            for (int i = 0; i < reads.size(); i++) {
                Consumer<NavigableMap<String, String>> read = reads.get(i);
                assertThatThrownBy(() -> read.accept(map))
                        .as("call %s of %s", i, map)
                        .isInstanceOf(NullPointerException.class)
                        .hasMessageContaining("key");
            }
        }
        assertThat(BTreeProbe.check(whole)).isEqualTo(Map.of("a", "1", "b", "2"));
    }

    @Test
    void nullsAmongManyAreRefusedByWhatIsConcurrentThoughItsOrderTakesThem() {
        Comparator<String> order = Comparator.nullsFirst(Comparator.naturalOrder());
        ConcurrentBTreeMap<String, String> map = new ConcurrentBTreeMap<>(order);
        map.put("a", "1");
        map.put("b", "2");
        Map<String, String> nullKey = new LinkedHashMap<>(Map.of("c", "3"));
        nullKey.put(null, "4");
        List<Consumer<NavigableMap<String, String>>> ofKeys = List.of(
                m -> m.putAll(nullKey),
                m -> m.entrySet().removeAll(Arrays.asList(new SimpleEntry<>(null, "1"))),
                m -> map.patch(Stream.of(new MapChange.Removed<>("a", "1"), new MapChange.Added<>(null, "x"))));
        List<Consumer<NavigableMap<String, String>>> ofValues = List.of(
                m -> m.replaceAll((key, value) -> key.equals("b") ? null : value),
                m -> map.patch(Stream.of(new MapChange.Changed<>("a", "1", null))));
        for (NavigableMap<String, String> view : List.of(map, map.headMap("x", true), map.descendingMap())) {
            for (Consumer<NavigableMap<String, String>> write : ofKeys) {
                assertThatThrownBy(() -> write.accept(view))
                        .isInstanceOf(NullPointerException.class)
                        .hasMessageContaining("key");
            }
            for (Consumer<NavigableMap<String, String>> write : ofValues) {
                assertThatThrownBy(() -> write.accept(view))
                        .isInstanceOf(NullPointerException.class)
                        .hasMessageContaining("value");
            }
        }
        assertThat(BTreeProbe.check(map)).isEqualTo(Map.of("a", "1", "b", "2"));
        ConcurrentBTreeSet<String> set = new ConcurrentBTreeSet<>(order);
        set.add("a");
        CowBTreeSet<String> withNull = new CowBTreeSet<>(order);
        withNull.addAll(Arrays.asList("b", null));
        List<Consumer<NavigableSet<String>>> ofElements = List.of(
                s -> s.add(null),
                s -> s.addAll(withNull),
                s -> s.addAll(Arrays.asList("b", null)),
                s -> set.patch(Stream.of(new SetChange.Removed<>("a"), new SetChange.Added<>(null))));
        for (NavigableSet<String> view : List.of(set, set.headSet("x", true), set.descendingSet())) {
            for (Consumer<NavigableSet<String>> write : ofElements) {
                assertThatThrownBy(() -> write.accept(view)).isInstanceOf(NullPointerException.class);
            }
        }
        assertThat(set).containsExactly("a");
    }

    @Test
    void incomparableKeysAreRefusedEvenByAnEmptyMap() {
        CowBTreeMap<Object, String> map = new CowBTreeMap<>();
        assertThatThrownBy(() -> map.put(new Object(), "x")).isInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> map.get(new Object())).isInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> map.compute(new Object(), (k, v) -> "x")).isInstanceOf(ClassCastException.class);
        assertThat(BTreeProbe.check(map)).isEmpty();
        map.put("a", "x");
        assertThatThrownBy(() -> map.put(1, "x")).isInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> map.putAll(Map.of("b", "x", 1, "y"))).isInstanceOf(ClassCastException.class);
        assertThat(BTreeProbe.check(map)).isEqualTo(Map.of("a", "x"));
    }

    @Test
    void mutatorsOfAPersistentMapNameThePersistentMethod() {
        NavigableMap<String, String> map = PersistentBTreeMap.of("a", "1", "b", "2");
        Map<String, Consumer<NavigableMap<String, String>>> operations = Map.of(
                "plus", m -> m.put("c", "3"),
                "minus", m -> m.remove("a"),
                "plusAll", m -> m.putAll(Map.of("c", "3")),
                "empty", Map::clear);
        operations.forEach((method, operation) -> assertThatThrownBy(() -> operation.accept(map))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining(method));
        List<Consumer<NavigableMap<String, String>>> others = List.of(
                m -> m.pollFirstEntry(),
                m -> m.merge("a", "x", String::concat),
                m -> m.replaceAll((k, v) -> v),
                m -> m.headMap("b").clear(),
                m -> m.keySet().remove("a"),
                m -> m.values().clear(),
                m -> m.entrySet().iterator().next().setValue("x"),
                m -> m.compute("a", (k, v) -> null));
        for (Consumer<NavigableMap<String, String>> operation : others) {
            assertThatThrownBy(() -> operation.accept(map)).isInstanceOf(UnsupportedOperationException.class);
        }
        assertThat(map).isEqualTo(Map.of("a", "1", "b", "2"));
    }

    @Test
    void viewsRefuseKeysOutsideTheirRange() {
        CowBTreeMap<Integer, String> map = new CowBTreeMap<>(Map.of(1, "a", 5, "b", 9, "c"));
        NavigableMap<Integer, String> view = map.subMap(2, true, 8, false);
        assertThatThrownBy(() -> view.put(8, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key 8")
                .hasMessageContaining("[2, 8)");
        assertThatThrownBy(() -> view.subMap(0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> map.subMap(5, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.putAll(Map.of(3, "x", 1, "y"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(view.remove(1)).isNull();
        assertThat(view.get(9)).isNull();
        assertThat(BTreeProbe.check(map)).hasSize(3);
    }

    @Test
    void iteratorsAndEmptyMapsSayWhatIsWrong() {
        CowBTreeMap<Integer, String> map = new CowBTreeMap<>();
        assertThatThrownBy(map::firstKey).isInstanceOf(NoSuchElementException.class);
        assertThat(map.firstEntry()).isNull();
        Iterator<Integer> iterator = map.keySet().iterator();
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(iterator::remove).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCowMapUsedByTwoThreadsAtOnceSaysSo() throws InterruptedException {
        CowBTreeMap<Integer, String> map = new CowBTreeMap<>(Map.of(1, "a"));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread writer = new Thread(() -> map.compute(1, (k, v) -> {
            inside.countDown();
            try {
                done.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "b";
        }));
        writer.start();
        inside.await();
        try {
            assertThatThrownBy(() -> map.put(2, "c"))
                    .isInstanceOf(ConcurrentModificationException.class)
                    .hasMessageContaining("two threads");
        } finally {
            done.countDown();
            writer.join();
        }
        assertThat(BTreeProbe.check(map)).isEqualTo(Map.of(1, "b"));
    }

    @Test
    void aRemovedEntryIsNotBroughtBackByItsEntry() {
        for (NavigableMap<Integer, String> map :
                List.of(new CowBTreeMap<>(Map.of(1, "a", 2, "b")), new ConcurrentBTreeMap<>(Map.of(1, "a", 2, "b")))) {
            Map.Entry<Integer, String> entry = map.entrySet().iterator().next();
            entry.setValue("c");
            assertThat(map.get(1)).isEqualTo("c");
            map.remove(1);
            entry.setValue("d");
            assertThat(BTreeProbe.check(map)).isEqualTo(Map.of(2, "b"));
            assertThatThrownBy(() -> map.firstEntry().setValue("x")).isInstanceOf(UnsupportedOperationException.class);
        }
    }
}
