package dev.holstein.btree.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.btree.RankedMap;
import dev.holstein.btree.RankedSet;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a map no longer shows it no longer holds: replaced keys and values, removed entries, all that lies outside a slice. */
class RetentionTest {
    private static final int ENTRIES = 4 * BTreeProbe.LEAF_CAPACITY + 11;

    /** A key that nothing else holds. */
    private static final class Key implements Comparable<Key> {
        private final int number;

        Key(int number) {
            this.number = number;
        }

        @Override
        public int compareTo(Key other) {
            return Integer.compare(number, other.number);
        }

        @Override
        public boolean equals(Object object) {
            return object instanceof Key other && other.number == number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    /** The keys and values that went into a map. */
    private static final class Watched {
        private final List<WeakReference<Object>> keys = new ArrayList<>();
        private final List<WeakReference<Object>> values = new ArrayList<>();

        Key key(int number) {
            Key key = new Key(number);
            keys.add(new WeakReference<>(key));
            return key;
        }

        Object value() {
            Object value = new Object();
            values.add(new WeakReference<>(value));
            return value;
        }

        PersistentBTreeMap<Key, Object> map() {
            List<Map.Entry<Key, Object>> entries = new ArrayList<>();
            for (int i = 0; i < ENTRIES; i++) {
                entries.add(Map.entry(key(i), value()));
            }
            return PersistentBTreeMap.fromSorted(entries);
        }

        PersistentBTreeSet<Key> set() {
            return PersistentBTreeSet.fromSorted(
                    IntStream.range(0, ENTRIES).mapToObj(this::key).toList());
        }
    }

    /** All but some of the references are cleared, and those some are not. */
    private static void checkCleared(List<WeakReference<Object>> references, Predicate<Integer> kept, String what) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < end && !cleared(references, kept)) {
            System.gc();
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        for (int i = 0; i < references.size(); i++) {
            assertThat(references.get(i).get() != null)
                    .as("%s %d is held", what, i)
                    .isEqualTo(kept.test(i));
        }
    }

    private static boolean cleared(List<WeakReference<Object>> references, Predicate<Integer> kept) {
        return IntStream.range(0, references.size())
                .allMatch(i -> kept.test(i) || references.get(i).get() == null);
    }

    private record Case(String name, Consumer<RankedMap<Key, Object>> write, Predicate<Integer> stays) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> removals() {
        return Stream.of(
                new Case(
                        "remove",
                        map -> IntStream.range(10, 60).forEach(i -> map.remove(new Key(i))),
                        i -> i < 10 || i >= 60),
                new Case(
                        "remove all but one",
                        map -> IntStream.range(1, ENTRIES).forEach(i -> map.remove(new Key(i))),
                        i -> i == 0),
                new Case(
                        "poll",
                        map -> IntStream.range(0, ENTRIES - 3).forEach(i -> map.pollFirstEntry()),
                        i -> i >= ENTRIES - 3),
                new Case("removeIf", map -> map.keySet().removeIf(key -> key.number % 2 == 0), i -> i % 2 == 1),
                new Case(
                        "removeIf of most",
                        map -> map.entrySet().removeIf(entry -> entry.getKey().number != 5),
                        i -> i == 5),
                new Case(
                        "clear of a range",
                        map -> map.subMap(new Key(3), new Key(ENTRIES - 3)).clear(),
                        i -> i < 3 || i >= ENTRIES - 3),
                new Case(
                        "clear of a head",
                        map -> map.headMap(new Key(ENTRIES - 1)).clear(),
                        i -> i == ENTRIES - 1),
                new Case("clear", Map::clear, i -> false),
                new Case(
                        "removeAll",
                        map -> map.keySet()
                                .removeAll(IntStream.range(1, ENTRIES)
                                        .mapToObj(Key::new)
                                        .toList()),
                        i -> i == 0),
                new Case("retainAll", map -> map.keySet().retainAll(List.of(new Key(7))), i -> i == 7),
                new Case(
                        "iterator",
                        map -> {
                            var keys = map.keySet().iterator();
                            for (int i = 0; i < 100 && keys.hasNext(); i++) {
                                keys.next();
                                keys.remove();
                            }
                        },
                        i -> i >= 100));
    }

    @ParameterizedTest
    @MethodSource("removals")
    void removedEntriesAreNotHeld(Case removal) {
        for (boolean concurrent : new boolean[] {false, true}) {
            Watched watched = new Watched();
            RankedMap<Key, Object> map = concurrent
                    ? new ConcurrentBTreeMap<>(watched.map())
                    : watched.map().mutableCopy();
            removal.write.accept(map);
            BTreeProbe.check(map);
            checkCleared(watched.keys, removal.stays, "key");
            checkCleared(watched.values, removal.stays, "value");
            Reference.reachabilityFence(map);
        }
    }

    @Test
    void entriesRemovedInPlaceAreNotHeld() {
        Watched watched = new Watched();
        CowBTreeMap<Key, Object> map = new CowBTreeMap<>();
        for (int i = 0; i < ENTRIES; i++) {
            map.put(watched.key(i), watched.value());
        }
        for (int i = 0; i < ENTRIES; i++) {
            if (i % 3 != 0) {
                map.remove(new Key(i));
                BTreeProbe.check(map);
            }
        }
        checkCleared(watched.keys, i -> i % 3 == 0, "key");
        checkCleared(watched.values, i -> i % 3 == 0, "value");
        map.keySet().removeIf(key -> key.number != 3);
        checkCleared(watched.keys, i -> i == 3, "key");
        map.pollFirstEntry();
        checkCleared(watched.keys, i -> false, "key");
        checkCleared(watched.values, i -> false, "value");
        Reference.reachabilityFence(map);
    }

    static Stream<Case> replacements() {
        return Stream.of(
                new Case(
                        "put", map -> IntStream.range(0, ENTRIES).forEach(i -> map.put(new Key(i), "new")), i -> false),
                new Case(
                        "putAll",
                        map -> {
                            Map<Key, Object> entries = new HashMap<>();
                            IntStream.range(0, ENTRIES).forEach(i -> entries.put(new Key(i), "new"));
                            map.putAll(entries);
                        },
                        i -> false),
                new Case(
                        "putAll of ours",
                        map -> {
                            TreeMap<Key, Object> entries = new TreeMap<>();
                            IntStream.range(0, ENTRIES).forEach(i -> entries.put(new Key(i), "new"));
                            map.putAll(PersistentBTreeMap.copyOf(entries));
                        },
                        i -> false),
                new Case(
                        "replaceAll",
                        map -> map.replaceAll((key, value) -> key.number < 9 ? value : "new"),
                        i -> i < 9),
                new Case("setValue", map -> map.entrySet().forEach(entry -> entry.setValue("new")), i -> false),
                new Case(
                        "compute",
                        map -> IntStream.range(0, ENTRIES).forEach(i -> map.compute(new Key(i), (key, value) -> "new")),
                        i -> false));
    }

    @ParameterizedTest
    @MethodSource("replacements")
    void replacedValuesAreNotHeldAndKeysStay(Case replacement) {
        for (boolean concurrent : new boolean[] {false, true}) {
            Watched watched = new Watched();
            RankedMap<Key, Object> map = concurrent
                    ? new ConcurrentBTreeMap<>(watched.map())
                    : watched.map().mutableCopy();
            replacement.write.accept(map);
            BTreeProbe.check(map);
            checkCleared(watched.keys, i -> true, "key");
            checkCleared(watched.values, replacement.stays, "value");
            Reference.reachabilityFence(map);
        }
    }

    @Test
    void aKeyThatWasNotTakenIsNotHeld() {
        Watched watched = new Watched();
        CowBTreeMap<Key, Object> map = PersistentBTreeMap.fromSorted(IntStream.range(0, ENTRIES)
                        .mapToObj(i -> Map.entry(new Key(i), (Object) "v"))
                        .toList())
                .mutableCopy();
        for (int i = 0; i < ENTRIES; i++) {
            map.put(watched.key(i), "w");
        }
        Map<Key, Object> entries = new HashMap<>();
        for (int i = 0; i < ENTRIES; i++) {
            entries.put(watched.key(i), "x");
        }
        map.putAll(entries);
        entries.clear();
        checkCleared(watched.keys, i -> false, "key");
        // a key that comes again after its removal is the new one, in the separators too
        for (int i = 0; i < ENTRIES; i++) {
            map.remove(new Key(i));
            map.put(watched.key(i), "y");
            BTreeProbe.check(map);
        }
        checkCleared(watched.keys, i -> i >= 2 * ENTRIES, "key");
        Reference.reachabilityFence(map);
    }

    private record Part(String name, UnaryOperator<PersistentBTreeMap<Key, Object>> make, Predicate<Integer> keeps) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static PersistentBTreeMap<Key, Object> numbers(int from, int to) {
        return PersistentBTreeMap.fromSorted(IntStream.range(from, to)
                .mapToObj(i -> Map.entry(new Key(i), (Object) "new"))
                .toList());
    }

    static Stream<Part> parts() {
        int middle = 2 * BTreeProbe.LEAF_CAPACITY + 1;
        return Stream.of(
                new Part("split, below", map -> map.split(new Key(middle)).below(), i -> i < middle),
                new Part("split, from", map -> map.split(new Key(middle)).from(), i -> i >= middle),
                new Part(
                        "a small slice",
                        map -> map.subMap(new Key(middle), new Key(middle + 5)).snapshot(),
                        i -> i >= middle && i < middle + 5),
                new Part(
                        "a slice over a leaf boundary",
                        map -> map.subMap(new Key(middle - 4), new Key(middle + 3))
                                .snapshot(),
                        i -> i >= middle - 4 && i < middle + 3),
                new Part(
                        "a large slice",
                        map -> map.subMap(new Key(1), new Key(ENTRIES - 1)).snapshot(),
                        i -> i >= 1 && i < ENTRIES - 1),
                new Part(
                        "a descending slice",
                        map -> map.subMap(new Key(5), true, new Key(middle), true)
                                .descendingMap()
                                .snapshot(),
                        i -> i >= 5 && i <= middle),
                new Part("minusAll", map -> map.minusAll(numbers(0, middle).keySet()), i -> i >= middle),
                new Part("difference", map -> map.difference(numbers(5, middle)), i -> i < 5 || i >= middle),
                new Part("intersection", map -> map.intersection(numbers(5, middle)), i -> i >= 5 && i < middle),
                new Part(
                        "symmetricDifference",
                        map -> map.symmetricDifference(numbers(5, middle)),
                        i -> i < 5 || i >= middle),
                new Part(
                        "minus and plus",
                        map -> map.minus(new Key(middle)).plus(new Key(middle), "new"),
                        i -> i != middle),
                new Part(
                        "a slice of a slice",
                        map -> map.tailMap(new Key(5))
                                .snapshot()
                                .headMap(new Key(9))
                                .snapshot(),
                        i -> i >= 5 && i < 9),
                new Part(
                        "join of parts",
                        map -> map.split(new Key(3))
                                .below()
                                .join(map.split(new Key(ENTRIES - 3)).from()),
                        i -> i < 3 || i >= ENTRIES - 3));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void aPartHoldsNothingOutsideIt(Part part) {
        Watched watched = new Watched();
        PersistentBTreeMap<Key, Object> result = BTreeProbe.check(part.make.apply(watched.map()));
        checkCleared(watched.keys, part.keeps, "key");
        checkCleared(watched.values, part.keeps, "value");
        Reference.reachabilityFence(result);
    }

    @Test
    void aUnionHoldsNoReplacedValueAndNoKeyThatItDoesNotShow() {
        Watched mine = new Watched();
        Watched theirs = new Watched();
        PersistentBTreeMap<Key, Object> union = BTreeProbe.check(
                mine.map().union(theirs.map().headMap(new Key(20)).snapshot()));
        checkCleared(mine.keys, i -> true, "key");
        checkCleared(mine.values, i -> i >= 20, "value");
        checkCleared(theirs.keys, i -> false, "other key");
        checkCleared(theirs.values, i -> i < 20, "other value");
        Reference.reachabilityFence(union);
    }

    @Test
    void setsHoldNoRemovedElement() {
        List<Consumer<RankedSet<Key>>> removals = List.of(
                set -> set.tailSet(new Key(3)).clear(),
                set -> set.removeIf(element -> element.number >= 3),
                set -> set.retainAll(List.of(new Key(0), new Key(1), new Key(2))),
                set -> set.removeAll(numbers(3, ENTRIES).keySet()),
                set -> IntStream.range(3, ENTRIES).forEach(i -> set.remove(new Key(i))),
                set -> IntStream.range(3, ENTRIES).forEach(i -> set.pollLast()));
        for (Consumer<RankedSet<Key>> removal : removals) {
            for (boolean concurrent : new boolean[] {false, true}) {
                Watched watched = new Watched();
                RankedSet<Key> set = concurrent
                        ? new ConcurrentBTreeSet<>(watched.set())
                        : watched.set().mutableCopy();
                removal.accept(set);
                BTreeProbe.check(set);
                checkCleared(watched.keys, i -> i < 3, "element");
                Reference.reachabilityFence(set);
            }
        }
        Watched watched = new Watched();
        PersistentBTreeSet<Key> part = watched.set().split(new Key(4)).below().minus(new Key(0));
        checkCleared(watched.keys, i -> i >= 1 && i < 4, "element");
        Reference.reachabilityFence(BTreeProbe.check(part));
        CowBTreeSet<Key> slice =
                watched.set().subSet(new Key(9), new Key(12)).snapshot().mutableCopy();
        checkCleared(watched.keys, i -> (i >= 1 && i < 4) || (i >= ENTRIES + 9 && i < ENTRIES + 12), "element");
        Reference.reachabilityFence(part);
        Reference.reachabilityFence(BTreeProbe.check(slice));
    }

    /** What strings have in common is kept by nodes: as a string of its own, even if all of them were the same one. */
    @Test
    void aRemovedStringIsNoStem() {
        List<WeakReference<Object>> strings = new ArrayList<>();
        Supplier<String> fresh = () -> {
            String string = String.valueOf("a string of some length".toCharArray());
            strings.add(new WeakReference<>(string));
            return string;
        };
        PersistentBTreeSet<String> collected = same(fresh.get(), 2)
                .collect(PersistentBTreeSet.toPersistentBTreeSet())
                .plus("z")
                .minus("a string of some length");
        PersistentBTreeSet<String> added = PersistentBTreeSet.<String>empty()
                .plusAll(same(fresh.get(), 9).toList())
                .plus("z")
                .minus("a string of some length");
        assertThat(BTreeProbe.check(collected)).containsExactly("z");
        assertThat(BTreeProbe.check(added)).containsExactly("z");
        checkCleared(strings, i -> false, "string");
        Reference.reachabilityFence(collected);
        Reference.reachabilityFence(added);
    }

    private static Stream<String> same(String string, int times) {
        return Collections.nCopies(times, string).stream();
    }
}
