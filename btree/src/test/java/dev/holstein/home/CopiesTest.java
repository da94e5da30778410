package dev.holstein.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.PersistentList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Copies of ours into the JDK's collections and back, and collectors of both sides. */
class CopiesTest {
    private static final Comparator<Integer> DOWN = Comparator.reverseOrder();

    @Test
    void immutableCopiesOfOurs() {
        Faces.lists().values().forEach(list -> {
            List<Integer> copy = List.copyOf(list.get());
            assertThat(copy).isEqualTo(Faces.listTwin()).isEqualTo(list.get());
            assertThat(list.get()).isEqualTo(copy);
            assertThat(list.get().hashCode()).isEqualTo(copy.hashCode());
        });
        Faces.maps().values().forEach(map -> {
            Map<Integer, String> copy = Map.copyOf(map.get());
            assertThat(copy.equals(map.get()) && map.get().equals(copy)).isTrue();
            assertThat(map.get().hashCode()).isEqualTo(copy.hashCode());
        });
        Faces.sets().values().forEach(set -> {
            Set<Integer> copy = Set.copyOf(set.get());
            assertThat(copy.equals(set.get()) && set.get().equals(copy)).isTrue();
            assertThat(set.get().hashCode()).isEqualTo(copy.hashCode());
        });
    }

    @Test
    void theJdksCollectionsFilledWithOurs() {
        Stream.concat(Faces.lists().values().stream(), Faces.sets().values().stream())
                .map(Supplier::get)
                .forEach((Collection<Integer> each) -> {
                    for (Collection<Integer> copy : List.of(
                            new ArrayList<>(each),
                            new LinkedList<>(each),
                            new ArrayDeque<>(each),
                            new LinkedHashSet<>(each),
                            new TreeSet<>(each),
                            new CopyOnWriteArrayList<>(each),
                            new LinkedBlockingQueue<>(each),
                            new PriorityQueue<>(each),
                            new PriorityBlockingQueue<>(each))) {
                        assertThat(copy).containsExactlyElementsOf(each);
                    }
                });
        Faces.maps().values().stream().map(Supplier::get).forEach(map -> {
            for (Map<Integer, String> copy : List.of(
                    new HashMap<>(map),
                    new LinkedHashMap<>(map),
                    new TreeMap<>(map),
                    new ConcurrentSkipListMap<>(map))) {
                assertThat(copy.equals(map)).isTrue();
            }
        });
    }

    private static List<NavigableMap<Integer, String>> mapsDown() {
        PersistentBTreeMap<Integer, String> frozen =
                PersistentBTreeMap.<Integer, String>empty(DOWN).plusAll(Faces.ENTRIES);
        return List.of(
                frozen,
                frozen.mutableCopy(),
                new ConcurrentBTreeMap<>(frozen),
                frozen.headMap(0),
                frozen.mutableCopy().subMap(20, -1));
    }

    private static List<NavigableSet<Integer>> setsDown() {
        PersistentBTreeSet<Integer> frozen =
                PersistentBTreeSet.<Integer>empty(DOWN).plusAll(Faces.listTwin());
        return List.of(frozen, frozen.mutableCopy(), new ConcurrentBTreeSet<>(frozen), frozen.headSet(0));
    }

    /** By the constructors that take a sorted collection; the queue too. */
    @Test
    void copiesKeepTheOrderAndTheComparator() {
        for (NavigableMap<Integer, String> map : mapsDown()) {
            List<SortedMap<Integer, String>> copies = List.of(
                    new TreeMap<>((SortedMap<Integer, String>) map),
                    new ConcurrentSkipListMap<>((SortedMap<Integer, String>) map),
                    new CowBTreeMap<>((SortedMap<Integer, String>) map),
                    new ConcurrentBTreeMap<>((SortedMap<Integer, String>) map),
                    PersistentBTreeMap.copyOf((SortedMap<Integer, String>) map));
            for (SortedMap<Integer, String> copy : copies) {
                assertThat(copy.comparator()).isEqualTo(DOWN);
                assertThat(copy).asString().isEqualTo(map.toString()).startsWith("{9=v9, 8=v8,");
            }
        }
        for (NavigableSet<Integer> set : setsDown()) {
            List<SortedSet<Integer>> copies = List.of(
                    new TreeSet<>((SortedSet<Integer>) set),
                    new ConcurrentSkipListSet<>((SortedSet<Integer>) set),
                    new CowBTreeSet<>((SortedSet<Integer>) set),
                    new ConcurrentBTreeSet<>((SortedSet<Integer>) set),
                    PersistentBTreeSet.copyOf((SortedSet<Integer>) set));
            for (SortedSet<Integer> copy : copies) {
                assertThat(copy.comparator()).isEqualTo(DOWN);
                assertThat(copy).containsExactlyElementsOf(set).startsWith(9, 8);
            }
            PriorityQueue<Integer> queue = new PriorityQueue<>((SortedSet<Integer>) set);
            assertThat(queue.comparator()).isEqualTo(DOWN);
            assertThat(queue.poll()).isEqualTo(9);
            PriorityQueue<Integer> ofAny = new PriorityQueue<>((Collection<Integer>) set);
            assertThat(ofAny.poll()).isEqualTo(9);
        }
    }

    @Test
    void oursFilledWithTheJdks() {
        NavigableMap<Integer, String> down = Faces.mapTwin().descendingMap();
        assertThat(new CowBTreeMap<>(down)).asString().isEqualTo(down.toString());
        assertThat(new CowBTreeMap<>((Map<Integer, String>) new HashMap<>(down)))
                .asString()
                .isEqualTo(Faces.mapTwin().toString());
        assertThat(PersistentBTreeSet.copyOf(down.navigableKeySet())).containsExactlyElementsOf(down.keySet());
        assertThat(new CowList<>(down.values())).containsExactlyElementsOf(down.values());
    }

    @Test
    void collectorsOfTheJdkAndOurs() {
        List<String> words = List.of("pear", "fig", "apple", "kiwi", "plum", "date");
        Map<Integer, CowList<String>> byLength = words.stream()
                .collect(
                        Collectors.groupingBy(String::length, CowBTreeMap::new, Collectors.toCollection(CowList::new)));
        assertThat(byLength).asString().isEqualTo("{3=[fig], 4=[pear, kiwi, plum, date], 5=[apple]}");
        ConcurrentBTreeMap<Integer, Long> counts = words.parallelStream()
                .collect(Collectors.groupingByConcurrent(
                        String::length, ConcurrentBTreeMap::new, Collectors.counting()));
        assertThat(counts).asString().isEqualTo("{3=1, 4=4, 5=1}");
        CowBTreeMap<String, Integer> lengths =
                words.stream().collect(Collectors.toMap(word -> word, String::length, Integer::sum, CowBTreeMap::new));
        assertThat(lengths.firstKey()).isEqualTo("apple");
        Map<Boolean, CowBTreeSet<String>> parts = words.stream()
                .collect(Collectors.partitioningBy(
                        word -> word.length() > 3, Collectors.toCollection(CowBTreeSet::new)));
        assertThat(parts.get(true)).containsExactly("apple", "date", "kiwi", "pear", "plum");
        Map<Character, PersistentBTreeSet<String>> byLetter = words.stream()
                .collect(Collectors.groupingBy(
                        word -> word.charAt(0), CowBTreeMap::new, PersistentBTreeSet.toPersistentBTreeSet()));
        assertThat(byLetter.get('p')).containsExactly("pear", "plum");
        int size = words.stream().collect(Collectors.collectingAndThen(PersistentList.toPersistentList(), List::size));
        assertThat(size).isEqualTo(6);
        PersistentBTreeMap<Integer, String> longest = words.stream()
                .collect(PersistentBTreeMap.toPersistentBTreeMap(
                        Comparator.<Integer>naturalOrder(), String::length, word -> word, (a, b) -> a));
        assertThat(longest).asString().isEqualTo("{3=fig, 4=pear, 5=apple}");
    }

    @Test
    void streamsOfOursEndInTheJdks() {
        Faces.lists().values().stream().map(Supplier::get).forEach(list -> {
            assertThat(list.stream().toList()).isEqualTo(list);
            assertThat(list.stream().collect(Collectors.toUnmodifiableSet())).containsExactlyInAnyOrderElementsOf(list);
            assertThat(list.parallelStream().sorted(DOWN).toList().get(0)).isEqualTo(9);
        });
        PersistentList<Integer> ofStream =
                PersistentList.copyOf(IntStream.range(0, 5).boxed().toList());
        assertThat(ofStream).containsExactly(0, 1, 2, 3, 4);
        assertThat(ofStream.plusAll(Stream.of(5, 6).toList())).hasSize(7);
        assertThat(new ConcurrentList<>(Stream.of(1, null).toList())).containsExactly(1, null);
    }
}
