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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Other people's collections as arguments of ours, ours as arguments of ours, and each as its own. */
@SuppressWarnings("ModifyingCollectionWithItself") // that is what is tested
class ArgumentsTest {
    private static List<List<Integer>> lists(Integer... elements) {
        return List.of(new CowList<>(Arrays.asList(elements)), new ConcurrentList<>(Arrays.asList(elements)));
    }

    private static List<Collection<Integer>> arguments() {
        Map<Integer, String> hashed = new HashMap<>(Map.of(2, "b", 3, "c"));
        return List.of(
                Arrays.asList(2, 3),
                List.of(2, 3),
                Set.of(2, 3),
                new HashSet<>(List.of(2, 3)),
                hashed.keySet(),
                new TreeMap<>(hashed).descendingKeySet(),
                Collections.unmodifiableCollection(hashed.keySet()),
                new ArrayDeque<>(List.of(2, 3)),
                Stream.of(2, 3).toList(),
                new CowList<>(List.of(2, 3)),
                PersistentList.of(3, 2),
                new ConcurrentList<>(List.of(2, 3)),
                PersistentBTreeSet.of(2, 3),
                new CowBTreeMap<>(hashed).keySet(),
                new ConcurrentBTreeMap<>(hashed).descendingKeySet());
    }

    @Test
    void collectionsOfOthersInLists() {
        for (Collection<Integer> argument : arguments()) {
            String name = argument.getClass().getName();
            for (List<Integer> list : lists(1, 2, 3, 4)) {
                List<Integer> twin = new ArrayList<>(list);
                assertThat(list.containsAll(argument)).as(name).isTrue();
                assertThat(list.addAll(1, argument)).as(name).isEqualTo(twin.addAll(1, argument));
                assertThat(list).as(name).isEqualTo(twin);
                assertThat(list.removeAll(argument)).as(name).isEqualTo(twin.removeAll(argument));
                assertThat(list).as(name).isEqualTo(twin).containsExactly(1, 4);
                assertThat(list.addAll(argument)).as(name).isTrue();
                assertThat(list.retainAll(argument)).as(name).isTrue();
                assertThat(list).as(name).containsExactlyInAnyOrder(2, 3);
            }
            assertThat(PersistentList.of(1, 2, 3).minusAll(argument)).as(name).containsExactly(1);
            assertThat(PersistentList.of(1).plusAll(argument)).as(name).containsExactlyInAnyOrder(1, 2, 3);
        }
    }

    @Test
    void collectionsOfOthersInSetsAndKeys() {
        for (Collection<Integer> argument : arguments()) {
            String name = argument.getClass().getName();
            for (NavigableSet<Integer> set :
                    List.of(new CowBTreeSet<>(List.of(1, 2)), new ConcurrentBTreeSet<>(List.of(1, 2)))) {
                assertThat(set.addAll(argument)).as(name).isTrue();
                assertThat(set.containsAll(argument)).as(name).isTrue();
                assertThat(set.removeAll(argument)).as(name).isTrue();
                assertThat(set).as(name).containsExactly(1);
                assertThat(set.retainAll(argument)).as(name).isTrue();
                assertThat(set).as(name).isEmpty();
            }
            for (NavigableMap<Integer, String> map :
                    List.of(new CowBTreeMap<>(Faces.mapTwin()), new ConcurrentBTreeMap<>(Faces.mapTwin()))) {
                map.keySet().retainAll(argument);
                assertThat(map).as(name).asString().isEqualTo("{2=v2, 3=v3}");
                map.keySet().removeAll(argument);
                assertThat(map).as(name).isEmpty();
            }
            assertThat(PersistentBTreeSet.of(1, 2, 3).minusAll(argument))
                    .as(name)
                    .containsExactly(1);
        }
    }

    /** {@code List.of(..).contains(null)} throws, so what asks it passes that on, as the JDK's lists do; and nothing is changed. */
    @Test
    void listsThatRefuseToBeAskedForNull() {
        for (List<Integer> list : lists(1, null, 2)) {
            assertThatThrownBy(() -> list.removeAll(List.of(1))).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> list.retainAll(Set.of(1))).isInstanceOf(NullPointerException.class);
            assertThat(list).containsExactly(1, null, 2);
            assertThat(list.containsAll(List.of(1, 2))).isTrue();
            assertThat(list.equals(List.of(1, 5, 2))).isFalse();
            assertThat(List.of(1, 5, 2).equals(list)).isFalse();
        }
        PersistentList<Integer> frozen = PersistentList.of(1, null);
        assertThatThrownBy(() -> frozen.minusAll(List.of(1))).isInstanceOf(NullPointerException.class);
        Comparator<Integer> nulls = Comparator.nullsFirst(Comparator.naturalOrder());
        CowBTreeSet<Integer> set = new CowBTreeSet<>(nulls);
        set.addAll(Arrays.asList(null, 1));
        assertThat(set.equals(Set.of(1, 2)) || Set.of(1, 2).equals(set)).isFalse();
        CowBTreeMap<Integer, String> map = new CowBTreeMap<>(nulls);
        map.put(null, "none");
        assertThat(map.equals(Map.of(1, "one")) || Map.of(1, "one").equals(map)).isFalse();
        map.put(1, null);
        assertThat(map.values().containsAll(List.of("none"))).isTrue();
        assertThat(map.equals(Map.of(1, "one", 2, "two"))).isFalse();
    }

    @Test
    void emptyAndRepeatedAndEnumerated() {
        for (List<Integer> list : lists(1)) {
            assertThat(list.addAll(Collections.emptyList())).isFalse();
            assertThat(list.removeAll(Collections.emptySet())).isFalse();
            assertThat(list.addAll(Collections.nCopies(1000, 7))).isTrue();
            assertThat(list).hasSize(1001).endsWith(7, 7);
            assertThat(list.removeAll(Collections.singleton(7))).isTrue();
            assertThat(list.retainAll(Collections.emptyList())).isTrue();
            assertThat(list).isEmpty();
        }
        assertThat(new CowList<>(Collections.nCopies(3, "x"))).containsExactly("x", "x", "x");
        EnumSet<TimeUnit> units = EnumSet.of(TimeUnit.DAYS, TimeUnit.SECONDS);
        assertThat(new CowBTreeSet<>(units)).containsExactlyElementsOf(units).isEqualTo(units);
        assertThat(PersistentList.copyOf(units)).containsExactlyElementsOf(units);
        EnumMap<TimeUnit, String> names = new EnumMap<>(Map.of(TimeUnit.DAYS, "d", TimeUnit.SECONDS, "s"));
        assertThat(new ConcurrentBTreeMap<>(names).equals(names)).isTrue();
        assertThat(PersistentBTreeMap.copyOf(names).plusAll(Map.of(TimeUnit.HOURS, "h")))
                .asString()
                .isEqualTo("{SECONDS=s, HOURS=h, DAYS=d}");
        assertThat(PersistentBTreeMap.copyOf(Map.of()).plusAll(Collections.emptyMap()))
                .isEmpty();
        assertThat(new CowBTreeMap<>(Collections.singletonMap("a", null))).containsEntry("a", null);
    }

    @Test
    void aListAsItsOwnArgument() {
        for (List<Integer> list : lists(1, 2, 3)) {
            assertThat(list.addAll(list)).isTrue();
            assertThat(list).containsExactly(1, 2, 3, 1, 2, 3);
            assertThat(list.addAll(1, list.subList(1, 3))).isTrue();
            assertThat(list).containsExactly(1, 2, 3, 2, 3, 1, 2, 3);
            assertThat(list.containsAll(list)).isTrue();
            assertThat(list.retainAll(list)).isFalse();
            assertThat(list.removeAll(list.subList(1, 2))).isTrue();
            assertThat(list).containsExactly(1, 3, 3, 1, 3);
            assertThat(list.equals(list)).isTrue();
            assertThat(list.removeAll(list)).isTrue();
            assertThat(list).isEmpty();
        }
        CowList<Integer> cow = CowList.of(1, 2);
        cow.addAll(cow.reversed());
        assertThat(cow).containsExactly(1, 2, 2, 1);
        PersistentList<Integer> frozen = PersistentList.of(1, 2);
        assertThat(frozen.plusAll(frozen).concat(frozen)).containsExactly(1, 2, 1, 2, 1, 2);
        assertThat(frozen.minusAll(frozen)).isEmpty();
    }

    @Test
    void aMapAsItsOwnArgument() {
        for (NavigableMap<Integer, String> map :
                List.of(new CowBTreeMap<>(Faces.mapTwin()), new ConcurrentBTreeMap<>(Faces.mapTwin()))) {
            map.putAll(map);
            map.putAll(map.descendingMap());
            map.putAll(map.subMap(2, 5));
            assertThat(map.equals(Faces.mapTwin())).isTrue();
            assertThat(map.keySet().retainAll(map.keySet())).isFalse();
            assertThat(map.entrySet().containsAll(map.descendingMap().entrySet()))
                    .isTrue();
            assertThat(map.values().removeAll(map.headMap(3).values())).isTrue();
            assertThat(map.keySet().removeAll(map.tailMap(8).keySet())).isTrue();
            assertThat(map.keySet()).containsExactly(3, 4, 5, 6, 7);
            assertThat(map.entrySet().removeAll(map.entrySet())).isTrue();
            assertThat(map).isEmpty();
        }
        PersistentBTreeMap<Integer, String> frozen = PersistentBTreeMap.copyOf(Faces.ENTRIES);
        assertThat(frozen.plusAll(frozen)).isSameAs(frozen);
        assertThat(frozen.union(frozen, (mine, theirs) -> mine)).isSameAs(frozen);
        assertThat(frozen.minusAll(frozen.keySet())).isEmpty();
    }

    @Test
    void aSetAsItsOwnArgument() {
        for (NavigableSet<Integer> set :
                List.of(new CowBTreeSet<>(Faces.setTwin()), new ConcurrentBTreeSet<>(Faces.setTwin()))) {
            assertThat(set.addAll(set)).isFalse();
            assertThat(set.addAll(set.descendingSet())).isFalse();
            assertThat(set.retainAll(set)).isFalse();
            assertThat(set.removeAll(set.headSet(4))).isTrue();
            assertThat(set).containsExactlyElementsOf(new TreeSet<>(Faces.setTwin()).tailSet(4));
            assertThat(set.removeAll(set)).isTrue();
            assertThat(set).isEmpty();
        }
        PersistentBTreeSet<Integer> frozen = PersistentBTreeSet.copyOf(Faces.setTwin());
        assertThat(frozen.plusAll(frozen)).isSameAs(frozen);
        assertThat(frozen.minusAll(frozen)).isEmpty();
    }
}
