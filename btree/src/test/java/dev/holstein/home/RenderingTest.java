package dev.holstein.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayRange;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.CowDoubleArray;
import dev.holstein.array.CowIntArray;
import dev.holstein.array.CowLongArray;
import dev.holstein.array.PagePool;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.btree.SetChange;
import dev.holstein.cow.AtomicCow;
import dev.holstein.cow.Cow;
import dev.holstein.cow.SharingReport;
import dev.holstein.cow.SnapshotGroup;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListChange;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a log, a message or a debugger shows: elements, and never a node or a class with a hash. A debugger takes {@code
 * toString()}, and for the types of {@code java.util} {@code entrySet()} and {@code toArray()}.
 */
class RenderingTest {
    /** Everything that a user gets into the hands, with the text that is expected. */
    private static Map<Object, String> shown() {
        Map<Object, String> shown = new IdentityHashMap<>();
        Map<Integer, String> entries = new TreeMap<>(Map.of(1, "a", 2, "b"));
        for (NavigableMap<Integer, String> map : List.of(
                new CowBTreeMap<>(entries), new ConcurrentBTreeMap<>(entries), PersistentBTreeMap.copyOf(entries))) {
            shown.put(map, "{1=a, 2=b}");
            shown.put(map.descendingMap(), "{2=b, 1=a}");
            shown.put(map.headMap(2), "{1=a}");
            shown.put(map.tailMap(2), "{2=b}");
            shown.put(map.keySet(), "[1, 2]");
            shown.put(map.descendingKeySet(), "[2, 1]");
            shown.put(map.values(), "[a, b]");
            shown.put(map.entrySet(), "[1=a, 2=b]");
            shown.put(map.firstEntry(), "1=a");
            shown.put(map.entrySet().iterator().next(), "1=a");
        }
        for (NavigableSet<Integer> set : List.of(
                new CowBTreeSet<>(entries.keySet()),
                new ConcurrentBTreeSet<>(entries.keySet()),
                PersistentBTreeSet.copyOf(entries.keySet()))) {
            shown.put(set, "[1, 2]");
            shown.put(set.descendingSet(), "[2, 1]");
            shown.put(set.headSet(2), "[1]");
        }
        List<Integer> elements = Arrays.asList(1, null);
        for (List<Integer> list :
                List.of(new CowList<>(elements), new ConcurrentList<>(elements), PersistentList.copyOf(elements))) {
            shown.put(list, "[1, null]");
            shown.put(list.subList(1, 2), "[null]");
        }
        shown.put(new CowList<>(elements).reversed(), "[null, 1]");
        shown.put(new ConcurrentList<>(elements).reversed(), "[null, 1]");
        shown.put(PersistentList.of(1, 2).split(1), "ListSplit[before=[1], after=[2]]");
        shown.put(PersistentBTreeSet.of(1, 2).split(2), "Split[below=[1], from=[2]]");
        shown.put(new MapChange.Added<>(1, "a"), "Added[key=1, value=a]");
        shown.put(new MapChange.Removed<>(1, "a"), "Removed[key=1, value=a]");
        shown.put(new MapChange.Changed<>(1, "a", "b"), "Changed[key=1, before=a, after=b]");
        shown.put(new SetChange.Added<>("x"), "Added[element=x]");
        shown.put(new SetChange.Removed<>("x"), "Removed[element=x]");
        shown.put(Cow.owned(PersistentList.of(1)), "Cow.owned([1])");
        shown.put(Cow.borrowed("x"), "Cow.borrowed(x)");
        shown.put(AtomicCow.of("x"), "x");
        shown.put(CowArray.copyOf(new String[] {"x", null}), "[x, null]");
        shown.put(CowByteArray.copyOf(new byte[] {1, -1}), "[1, -1]");
        shown.put(CowIntArray.copyOf(new int[] {1}), "[1]");
        shown.put(CowLongArray.copyOf(new long[] {1}), "[1]");
        shown.put(CowDoubleArray.copyOf(new double[] {1}), "[1.0]");
        shown.put(new ArrayRange(1, 2), "ArrayRange[from=1, to=2]");
        return shown;
    }

    @Test
    void everythingShowsItsElements() {
        shown().forEach((object, text) ->
                assertThat(object).as(object.getClass().getName()).asString().isEqualTo(text));
    }

    /** What is no collection: numbers and names, and no class with a hash. */
    @Test
    void accountsAndGroupsAndStepsSayWhatTheyHold() {
        ConcurrentBTreeMap<Integer, String> map = new ConcurrentBTreeMap<>(Map.of(1, "a"));
        ConcurrentList<Integer> list = new ConcurrentList<>(List.of(1));
        SnapshotGroup group = SnapshotGroup.of(map, list);
        CowIntArray array = CowIntArray.ofLength(3);
        PersistentList<Integer> ints = PersistentList.of(1, 2);
        List<Object> objects = new ArrayList<>(List.of(
                group,
                group.snapshot(),
                SharingReport.of(map.snapshot()),
                array.stats(),
                ArrayOptions.defaults(),
                PagePool.heap(1000),
                PagePool.heap(1000).stats(),
                PersistentBTreeSet.of(1).split(1)));
        PersistentList.diff(ints, ints.minus(0).plus(3)).forEach(objects::add);
        assertThat(objects).hasAtLeastOneElementOfType(ListChange.class);
        List<String> hashed = objects.stream()
                .filter(object ->
                        object.toString().contains("@") || object.toString().contains("Node"))
                .map(object -> object.getClass().getName())
                .toList();
        assertThat(hashed).isEmpty();
        assertThat(group.snapshot()).hasToString("[{1=a}, [1]]");
    }

    @Test
    void whatContainsItselfIsShownAsTheJdkShowsIt() {
        for (List<Object> list : List.<List<Object>>of(new CowList<>(), new ConcurrentList<>())) {
            List<Object> twin = new ArrayList<>();
            for (List<Object> each : List.of(list, twin)) {
                each.add(1);
                each.add(each);
            }
            assertThat(list.toString()).isEqualTo(twin.toString()).isEqualTo("[1, (this Collection)]");
            assertThat(list.subList(0, 2).toString())
                    .isEqualTo(twin.subList(0, 2).toString());
        }
        for (Map<String, Object> map : List.<Map<String, Object>>of(new CowBTreeMap<>(), new ConcurrentBTreeMap<>())) {
            Map<String, Object> twin = new TreeMap<>();
            for (Map<String, Object> each : List.of(map, twin)) {
                each.put("a", each);
                each.put("b", List.of(1));
            }
            assertThat(map.toString()).isEqualTo(twin.toString()).isEqualTo("{a=(this Map), b=[1]}");
            assertThat(map.values().toString()).isEqualTo(twin.values().toString());
        }
        Comparator<Object> byHash = Comparator.comparingInt(System::identityHashCode);
        for (Collection<Object> set :
                List.<Collection<Object>>of(new CowBTreeSet<>(byHash), new ConcurrentBTreeSet<>(byHash))) {
            set.add(set);
            assertThat(set.toString()).isEqualTo("[(this Collection)]");
        }
        CowArray<Object> array = CowArray.ofLength(1);
        array.set(0, array);
        assertThat(array.toString()).isEqualTo("[(this array)]");
    }

    /** A view of a debugger: the entries of maps, and the elements of collections as an array. */
    @Test
    void whatDebuggersAskFor() {
        Faces.maps().forEach((name, make) -> {
            NavigableMap<Integer, String> map = make.get();
            Map<Object, Object> seen = new LinkedHashMap<>();
            for (Object entry : map.entrySet().toArray()) {
                Map.Entry<?, ?> pair = (Map.Entry<?, ?>) entry;
                seen.put(pair.getKey(), pair.getValue());
            }
            assertThat(seen).as(name).isEqualTo(Faces.ENTRIES);
            assertThat(map.keySet().toArray()).as(name).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
            assertThat(map.values().toArray(new String[0]))
                    .as(name)
                    .containsExactlyElementsOf(new TreeMap<>(Faces.ENTRIES).values());
            assertThat(new HashMap<>(map)).as(name).hasSize(map.size());
        });
        Stream.concat(Faces.lists().entrySet().stream(), Faces.sets().entrySet().stream())
                .forEach(entry -> {
                    Collection<Integer> each = entry.getValue().get();
                    assertThat(each.toArray()).as(entry.getKey()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
                    assertThat(each.size()).isEqualTo(9);
                    assertThat(each.iterator().next()).isEqualTo(1);
                });
    }
}
