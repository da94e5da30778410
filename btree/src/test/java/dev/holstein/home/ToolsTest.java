package dev.holstein.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.PersistentList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.RandomAccess;
import java.util.Set;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The static tools of the JDK, strings, bridges between iterators, and the forms in which code is written. */
class ToolsTest {
    @Test
    void toolsForListsDoWhatTheyDoToAnArrayList() {
        List<Consumer<List<Integer>>> tools = List.of(
                list -> Collections.shuffle(list, new Random(5)),
                Collections::sort,
                list -> Collections.sort(list, Comparator.reverseOrder()),
                Collections::reverse,
                list -> Collections.swap(list, 1, 3),
                list -> Collections.rotate(list, 2),
                list -> Collections.rotate(list.subList(1, 5), -1),
                list -> Collections.replaceAll(list, 4, 44),
                list -> Collections.copy(list, List.of(9, 8, 7)),
                list -> Collections.addAll(list, 1, 2, 3),
                list -> Collections.fill(list.subList(0, 2), 0),
                list -> Collections.fill(list, 5));
        Faces.mutableLists().forEach((name, make) -> {
            List<Integer> list = make.get();
            List<Integer> twin = Faces.listTwin();
            for (int i = 0; i < tools.size(); i++) {
                tools.get(i).accept(list);
                tools.get(i).accept(twin);
                assertThat(list).as("%s after tool %s", name, i).isEqualTo(twin);
            }
        });
    }

    @Test
    void toolsThatReadAnswerTheSame() {
        List<Function<List<Integer>, Object>> tools = List.of(
                list -> Collections.binarySearch(list, 4),
                list -> Collections.binarySearch(list, 44),
                Collections::max,
                Collections::min,
                list -> Collections.frequency(list, 3),
                list -> Collections.disjoint(list, List.of(33)),
                list -> Collections.indexOfSubList(list, List.of(3, 4)),
                list -> Collections.lastIndexOfSubList(list, List.of(9)),
                list -> Collections.list(Collections.enumeration(list)),
                list -> String.join("-", list.stream().map(String::valueOf).toList()),
                list -> String.format("%s %5.5s", list, list),
                list -> String.valueOf(list),
                list -> new StringBuilder().append(list).toString());
        Faces.lists().forEach((name, make) -> {
            assertThat(make.get()).isInstanceOf(RandomAccess.class);
            for (Function<List<Integer>, Object> tool : tools) {
                assertThat(tool.apply(make.get())).as(name).isEqualTo(tool.apply(Faces.listTwin()));
            }
        });
        assertThat(String.join(",", new CowList<>(List.of("a", "b")))).isEqualTo("a,b");
        assertThat(String.join(",", new ConcurrentBTreeSet<>(List.of("b", "a"))))
                .isEqualTo("a,b");
    }

    @Test
    void writingToolsAreRefusedByPersistentLists() {
        PersistentList<Integer> list = PersistentList.of(2, 1);
        for (Consumer<List<Integer>> tool : List.<Consumer<List<Integer>>>of(
                Collections::sort,
                Collections::reverse,
                each -> Collections.shuffle(each, new Random(1)),
                each -> Collections.swap(each, 0, 1),
                each -> Collections.addAll(each, 3))) {
            assertThatThrownBy(() -> tool.accept(list))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("persistent");
        }
        assertThat(list).containsExactly(2, 1);
    }

    @Test
    void setsFromMapsAndViewsOfTools() {
        Set<String> fromMap = Collections.newSetFromMap(new CowBTreeMap<>());
        assertThat(fromMap.add("b") && fromMap.add("a") && !fromMap.add("a")).isTrue();
        assertThat(fromMap).containsExactly("a", "b");
        Set<Integer> fromConcurrent = Collections.newSetFromMap(new ConcurrentBTreeMap<>());
        Collections.addAll(fromConcurrent, 3, 1, 2);
        assertThat(fromConcurrent).containsExactly(1, 2, 3);
        assertThat(new AbstractMap.SimpleEntry<>(1, "v1").equals(firstEntry(new CowBTreeMap<>(Faces.ENTRIES))))
                .isTrue();
        assertThat(Map.entry(1, "v1").equals(firstEntry(PersistentBTreeMap.copyOf(Faces.ENTRIES))))
                .isTrue();
        assertThat(firstEntry(new ConcurrentBTreeMap<>(Faces.ENTRIES)).equals(Map.entry(1, "v1")))
                .isTrue();
        List<Map.Entry<Integer, String>> entries = new ArrayList<>(new CowBTreeMap<>(Faces.ENTRIES).entrySet());
        entries.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        assertThat(entries.get(0).getValue()).isEqualTo("v9");
    }

    private static Map.Entry<Integer, String> firstEntry(Map<Integer, String> map) {
        return map.entrySet().iterator().next();
    }

    @Test
    void bridgesBetweenIterators() {
        Faces.lists().forEach((name, make) -> {
            List<Integer> list = make.get();
            Enumeration<Integer> enumeration = Collections.enumeration(list);
            List<Integer> seen = new ArrayList<>();
            enumeration.asIterator().forEachRemaining(seen::add);
            assertThat(seen).as(name).isEqualTo(Faces.listTwin());
            List<Integer> backwards = new ArrayList<>();
            for (ListIterator<Integer> iterator = list.listIterator(list.size()); iterator.hasPrevious(); ) {
                backwards.add(0, iterator.previous());
            }
            assertThat(backwards).as(name).isEqualTo(Faces.listTwin());
            assertThat(StreamSupport.stream(Spliterators.spliterator(list.iterator(), 9, 0), false)
                            .toList())
                    .isEqualTo(list);
            Iterable<Integer> lambda = list::iterator;
            assertThat(lambda).containsExactlyElementsOf(list);
        });
        Faces.sets().forEach((name, make) -> {
            Iterator<Integer> bridged = Spliterators.iterator(make.get().spliterator());
            List<Integer> seen = new ArrayList<>();
            bridged.forEachRemaining(seen::add);
            assertThat(seen).as(name).isEqualTo(Faces.listTwin());
        });
    }

    @Test
    void loopsThatAreLeftEarlyAndVar() {
        Faces.lists().forEach((name, make) -> {
            var list = make.get();
            var sum = 0;
            for (var each : list) {
                if (each > 4) {
                    break;
                }
                sum += each;
            }
            assertThat(sum).as(name).isEqualTo(10);
        });
        Faces.mutableMaps().forEach((name, make) -> {
            var map = make.get();
            for (var entry : map.entrySet()) {
                if (entry.getKey() == 3) {
                    entry.setValue("three");
                    break;
                }
            }
            assertThat(map.put(3, "3")).as(name).isEqualTo("three");
            for (var key : map.keySet()) {
                if (key == 5) {
                    map.remove(key);
                    break;
                }
            }
            assertThat(map).as(name).hasSize(8);
        });
    }

    @Test
    void methodReferencesAndOptionals() {
        NavigableMap<String, Integer> map = new CowBTreeMap<>(Map.of("a", 1, "b", 2));
        Function<Object, Integer> get = map::get;
        BiFunction<String, Integer, Integer> put = map::put;
        Predicate<Object> has = map::containsKey;
        Supplier<NavigableMap<String, Integer>> maker = CowBTreeMap::new;
        assertThat(put.apply("c", 3)).isNull();
        assertThat(get.andThen(i -> i + 1).apply("c")).isEqualTo(4);
        assertThat(has.negate().test("z")).isTrue();
        assertThat(maker.get()).isEmpty();
        assertThat(Optional.of(map)
                        .map(CowBTreeMap::new)
                        .map(CowBTreeMap::snapshot)
                        .map(PersistentBTreeMap::firstEntry)
                        .map(Map.Entry::getValue))
                .contains(1);
        assertThat(Optional.ofNullable(map.floorKey("A")).or(() -> Optional.of("none")))
                .contains("none");
        assertThat(Optional.of(PersistentList.of(1, 2))
                        .map(list -> list.plus(3))
                        .filter(list -> !list.isEmpty()))
                .hasValueSatisfying(list -> assertThat(list).hasSize(3));
        List<String> words = new ConcurrentList<>();
        List.of("x", "y").forEach(words::add);
        words.removeIf("x"::equals);
        assertThat(words).containsExactly("y");
    }

    /** A class of an application that declares what everybody declares. */
    private static final class Shop {
        List<String> names = new CowList<>();
        Map<String, Integer> prices = new ConcurrentBTreeMap<>();
        Collection<String> log = new ConcurrentList<>();
        Set<String> tags = new CowBTreeSet<>();
        NavigableSet<Integer> numbers = new ConcurrentBTreeSet<>();
        Iterable<String> anything = PersistentBTreeSet.of("b", "a");
    }

    @Test
    void fieldsOfTheJdksTypesHoldThem() {
        Shop shop = new Shop();
        shop.names.add("bread");
        shop.prices.merge("bread", 1, Integer::sum);
        shop.log.add("opened");
        shop.tags.add("fresh");
        shop.numbers.add(7);
        shop.anything.forEach(shop.log::add);
        assertThat(shop.log).containsExactly("opened", "a", "b");
        List<String> before = shop.names;
        shop.names = new ArrayList<>(shop.names);
        assertThat(shop.names.equals(before) && before.equals(shop.names)).isTrue();
        shop.names = PersistentList.copyOf(before);
        shop.prices = Map.copyOf(shop.prices);
        assertThat(shop.names.get(0) + shop.prices + shop.tags + shop.numbers.first())
                .isEqualTo("bread{bread=1}[fresh]7");
    }
}
