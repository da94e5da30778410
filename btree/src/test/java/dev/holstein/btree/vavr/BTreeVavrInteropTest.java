package dev.holstein.btree.vavr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.btree.RankedMap;
import dev.holstein.btree.RankedSet;
import dev.holstein.cow.SharingReport;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BTreeVavrInteropTest {
    private static PersistentBTreeMap<Integer, String> map(int count) {
        PersistentBTreeMap<Integer, String> none = PersistentBTreeMap.empty();
        CowBTreeMap<Integer, String> map = none.mutableCopy();
        IntStream.range(0, count).forEach(each -> map.put(each, "v" + each));
        return map.snapshot();
    }

    private static SortedMap<Integer, String> seen(int count) {
        return BTreeVavrInterop.asSortedMap(map(count));
    }

    /** The run "older-vavr" is one with the older Vavr. */
    @Test
    void vavrIsOfTheVersionThatTheRunSays() {
        String wanted = System.getProperty("dev.holstein.vavr.version", "1.");
        URL from = SortedMap.class.getProtectionDomain().getCodeSource().getLocation();
        assertThat(from.getPath()).contains("vavr-" + wanted);
    }

    // Conversions

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 63, 64, 65, 5000})
    void mapsOfEveryFaceGoThereAndBack(int count) {
        PersistentBTreeMap<Integer, String> persistent = map(count);
        for (java.util.SortedMap<Integer, String> each : List.of(
                persistent,
                persistent.mutableCopy(),
                new ConcurrentBTreeMap<>(persistent),
                new java.util.TreeMap<>(persistent))) {
            TreeMap<Integer, String> theirs = BTreeVavrInterop.toVavrTreeMap(each);
            assertThat(theirs.toJavaMap()).isEqualTo(each);
            assertThat(BTreeVavrInterop.<Integer, String>toVavrVector(each)).isEqualTo(theirs.toVector());
            assertThat(BTreeVavrInterop.fromVavr(theirs)).isEqualTo(each);
            CowBTreeMap<Integer, String> mutable = BTreeVavrInterop.fromVavrMutable(theirs);
            ConcurrentBTreeMap<Integer, String> concurrent = BTreeVavrInterop.fromVavrConcurrent(theirs);
            mutable.put(-1, "new");
            concurrent.put(-1, "new");
            assertThat(mutable).hasSize(count + 1).isEqualTo(concurrent);
            assertThat(each).hasSize(count);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 63, 64, 65, 5000})
    void setsOfEveryFaceGoThereAndBack(int count) {
        PersistentBTreeSet<Integer> persistent =
                PersistentBTreeSet.copyOf(map(count).keySet());
        for (java.util.SortedSet<Integer> each : List.of(
                persistent,
                persistent.mutableCopy(),
                new ConcurrentBTreeSet<>(persistent),
                new java.util.TreeSet<>(persistent))) {
            TreeSet<Integer> theirs = BTreeVavrInterop.toVavrTreeSet(each);
            assertThat(theirs.toJavaSet()).isEqualTo(each);
            assertThat(BTreeVavrInterop.fromVavr(theirs)).isEqualTo(each);
            CowBTreeSet<Integer> mutable = BTreeVavrInterop.fromVavrMutable(theirs);
            ConcurrentBTreeSet<Integer> concurrent = BTreeVavrInterop.fromVavrConcurrent(theirs);
            mutable.add(-1);
            concurrent.add(-1);
            assertThat(mutable).hasSize(count + 1).isEqualTo(concurrent);
            assertThat(each).hasSize(count);
        }
    }

    @Test
    void ordersAreKeptOnEveryWay() {
        Comparator<String> order = String.CASE_INSENSITIVE_ORDER.reversed();
        CowBTreeMap<String, Integer> ours = new CowBTreeMap<>(order);
        ours.putAll(Map.of("a", 1, "B", 2, "c", 3));
        TreeMap<String, Integer> theirs = BTreeVavrInterop.toVavrTreeMap(ours);
        assertThat(theirs.keySet().mkString()).isEqualTo("cBa");
        assertThat(theirs.comparator()).isSameAs(order);
        PersistentBTreeMap<String, Integer> back = BTreeVavrInterop.fromVavr(theirs);
        assertThat(back.comparator()).isSameAs(order);
        assertThat(back.get("b")).isEqualTo(2);
        assertThat(BTreeVavrInterop.toVavrTreeSet(ours.navigableKeySet()).comparator())
                .isSameAs(order);
        assertThat(BTreeVavrInterop.asSortedMap(back).comparator()).isSameAs(order);
        assertThat(BTreeVavrInterop.asSortedMap(back).keySet().comparator()).isSameAs(order);
    }

    @Test
    void eitherNaturalOrderBecomesTheOther() {
        assertThat(BTreeVavrInterop.fromVavr(TreeMap.of(1, 2)).comparator()).isNull();
        assertThat(BTreeVavrInterop.fromVavr(TreeSet.of(1, 2)).comparator()).isNull();
        assertThat(BTreeVavrInterop.fromVavr(BTreeVavrInterop.toVavrTreeMap(map(3)))
                        .comparator())
                .isNull();
        assertThat(BTreeVavrInterop.asSortedMap(map(3)).comparator().compare(1, 2))
                .isNegative();
        assertThat(seen(3).map((key, value) -> Tuple.of(-key, value)).keySet()).isEqualTo(TreeSet.of(-2, -1, 0));
        assertThat(BTreeVavrInterop.fromVavr(seen(3).mapKeys(String::valueOf)).comparator())
                .isNull();
    }

    @Test
    void unsortedOnesAreSorted() {
        assertThat(BTreeVavrInterop.<Integer, String>fromVavr(HashMap.of(3, "c", 1, "a"), Comparator.reverseOrder())
                        .keySet())
                .containsExactly(3, 1);
        assertThat(BTreeVavrInterop.<String>fromVavr(Vector.of("b", "A", "a", "B"), String.CASE_INSENSITIVE_ORDER))
                .containsExactly("a", "B");
        assertThat(BTreeVavrInterop.<String, Integer>fromVavr(
                                LinkedHashMap.of("b", 1, "A", 2, "a", 3), String.CASE_INSENSITIVE_ORDER)
                        .toString())
                .isEqualTo("{a=3, b=1}");
    }

    @Test
    void anAdapterIsUnwrappedAndItsMapSharesNodes() {
        PersistentBTreeMap<Integer, String> map = map(100_000);
        SortedMap<Integer, String> seen = BTreeVavrInterop.asSortedMap(map);
        assertThat(BTreeVavrInterop.fromVavr(seen)).isSameAs(map);
        PersistentBTreeMap<Integer, String> changed = BTreeVavrInterop.fromVavr(
                seen.put(500, "x").remove(70_000).drop(10).dropRight(10).put(-1, "y"));
        SharingReport report = SharingReport.of(map, changed);
        assertThat(report.heldAloneBy(changed).bytes())
                .isLessThan(report.total().bytes() / 20);
        PersistentBTreeSet<Integer> set = PersistentBTreeSet.copyOf(map.keySet());
        assertThat(BTreeVavrInterop.fromVavr(BTreeVavrInterop.asSortedSet(set))).isSameAs(set);
        PersistentBTreeSet<Integer> part = BTreeVavrInterop.fromVavr(
                BTreeVavrInterop.asSortedSet(set).take(50_000).union(TreeSet.of(-1, 70_000)));
        SharingReport ofSets = SharingReport.of(set, part);
        assertThat(ofSets.heldAloneBy(part).bytes()).isLessThan(ofSets.total().bytes() / 20);
    }

    @Test
    void nullIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> BTreeVavrInterop.asSortedMap(null));
        assertThatNullPointerException().isThrownBy(() -> BTreeVavrInterop.asSortedSet(null));
        assertThatNullPointerException().isThrownBy(() -> seen(3).put(null, "x"));
    }

    // Accessors

    @Test
    void accessorsOfMapsAnswerOptions() {
        PersistentBTreeMap<Integer, String> map = PersistentBTreeMap.of(1, "a", 3, "c", 5, "e");
        assertThat(BTreeVavrInterop.getOption(map.plus(5, null), 5)).isEqualTo(Option.some(null));
        for (RankedMap<Integer, String> each : List.of(map, map.mutableCopy(), new ConcurrentBTreeMap<>(map))) {
            assertThat(BTreeVavrInterop.getOption(each, 1)).isEqualTo(Option.some("a"));
            assertThat(BTreeVavrInterop.getOption(each, 2)).isEqualTo(Option.none());
            assertThat(BTreeVavrInterop.firstOption(each)).isEqualTo(Option.some(Tuple.of(1, "a")));
            assertThat(BTreeVavrInterop.lastOption(each)).isEqualTo(Option.some(Tuple.of(5, "e")));
            assertThat(BTreeVavrInterop.lowerOption(each, 3)).isEqualTo(Option.some(Tuple.of(1, "a")));
            assertThat(BTreeVavrInterop.lowerOption(each, 1)).isEqualTo(Option.none());
            assertThat(BTreeVavrInterop.floorOption(each, 4)).isEqualTo(Option.some(Tuple.of(3, "c")));
            assertThat(BTreeVavrInterop.ceilingOption(each, 2)).isEqualTo(Option.some(Tuple.of(3, "c")));
            assertThat(BTreeVavrInterop.higherOption(each, 5)).isEqualTo(Option.none());
            assertThat(BTreeVavrInterop.entryAtOption(each, 1)).isEqualTo(Option.some(Tuple.of(3, "c")));
            assertThat(BTreeVavrInterop.entryAtOption(each, 3)).isEqualTo(Option.none());
            for (int index : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
                assertThat(BTreeVavrInterop.entryAtOption(each, index)).isEqualTo(Option.none());
            }
        }
        CowBTreeMap<Integer, String> written = map.mutableCopy();
        assertThat(BTreeVavrInterop.pollFirstOption(written)).isEqualTo(Option.some(Tuple.of(1, "a")));
        assertThat(BTreeVavrInterop.pollLastOption(written)).isEqualTo(Option.some(Tuple.of(5, "e")));
        written.clear();
        assertThat(BTreeVavrInterop.pollFirstOption(written)).isEqualTo(Option.none());
        assertThat(BTreeVavrInterop.split(map, 3)).isEqualTo(Tuple.of(Map.of(1, "a"), map.minus(1)));
    }

    @Test
    void accessorsOfSetsAnswerOptions() {
        PersistentBTreeSet<Integer> set = PersistentBTreeSet.of(1, 3, 5);
        for (RankedSet<Integer> each : List.of(set, set.mutableCopy(), new ConcurrentBTreeSet<>(set))) {
            assertThat(BTreeVavrInterop.firstOption(each)).isEqualTo(Option.some(1));
            assertThat(BTreeVavrInterop.lastOption(each)).isEqualTo(Option.some(5));
            assertThat(BTreeVavrInterop.lowerOption(each, 3)).isEqualTo(Option.some(1));
            assertThat(BTreeVavrInterop.floorOption(each, 3)).isEqualTo(Option.some(3));
            assertThat(BTreeVavrInterop.ceilingOption(each, 4)).isEqualTo(Option.some(5));
            assertThat(BTreeVavrInterop.higherOption(each, 5)).isEqualTo(Option.none());
            assertThat(BTreeVavrInterop.elementAtOption(each, 2)).isEqualTo(Option.some(5));
            assertThat(BTreeVavrInterop.elementAtOption(each, 3)).isEqualTo(Option.none());
            for (int index : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
                assertThat(BTreeVavrInterop.elementAtOption(each, index)).isEqualTo(Option.none());
            }
        }
        assertThat(BTreeVavrInterop.firstOption(PersistentBTreeSet.<Integer>empty()))
                .isEqualTo(Option.none());
        assertThat(BTreeVavrInterop.lastOption(new ConcurrentBTreeSet<Integer>()))
                .isEqualTo(Option.none());
        assertThat(BTreeVavrInterop.split(set, 3)).isEqualTo(Tuple.of(Set.of(1), Set.of(3, 5)));
    }

    /** Each accessor asks one question, so that what another thread does between two cannot show. */
    @Test
    void accessorsOfViewsThatOthersWriteTo() throws Exception {
        ConcurrentBTreeMap<Integer, String> map = new ConcurrentBTreeMap<>();
        ConcurrentBTreeSet<Integer> set = new ConcurrentBTreeSet<>();
        AtomicBoolean isOver = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            while (!isOver.get()) {
                map.put(5, "five");
                set.add(5);
                map.remove(5);
                set.remove(5);
            }
        });
        writer.start();
        try {
            long end = System.nanoTime() + 400_000_000;
            while (System.nanoTime() < end) {
                for (RankedMap<Integer, String> each : List.of(map, map.headMap(100, true), map.descendingMap())) {
                    assertThat(BTreeVavrInterop.getOption(each, 5)).isIn(Option.none(), Option.some("five"));
                    assertThat(BTreeVavrInterop.entryAtOption(each, 0))
                            .isIn(Option.none(), Option.some(Tuple.of(5, "five")));
                }
                for (RankedSet<Integer> each : List.of(set, set.headSet(100, true), set.descendingSet())) {
                    assertThat(BTreeVavrInterop.elementAtOption(each, 0)).isIn(Option.none(), Option.some(5));
                }
            }
        } finally {
            isOver.set(true);
            writer.join();
        }
    }

    @Test
    void collectorsTakeStreamsOfEitherSide() {
        Stream<Tuple2<Integer, String>> pairs = Stream.of(Tuple.of(2, "b"), Tuple.of(1, "a"), Tuple.of(2, "c"));
        assertThat(pairs.collect(BTreeVavrInterop.toSortedMap())).isEqualTo(TreeMap.of(1, "a", 2, "c"));
        assertThat(TreeMap.of(1, "a", 2, "b")
                        .collect(BTreeVavrInterop.toSortedMap(Comparator.<Integer>reverseOrder()))
                        .head())
                .isEqualTo(Tuple.of(2, "b"));
        assertThat(Stream.of(3, 1, 3).collect(BTreeVavrInterop.toSortedSet())).isEqualTo(TreeSet.of(1, 3));
        assertThat(Vector.of("b", "A", "B")
                        .collect(BTreeVavrInterop.toSortedSet(String.CASE_INSENSITIVE_ORDER))
                        .mkString())
                .isEqualTo("AB");
        assertThat(IntStream.range(0, 5000).boxed().parallel().collect(BTreeVavrInterop.toSortedSet()))
                .isEqualTo(TreeSet.range(0, 5000));
    }

    // The adapters

    @Test
    void equalityGoesBothWays() {
        TreeMap<Integer, String> tree = BTreeVavrInterop.toVavrTreeMap(map(300));
        for (io.vavr.collection.Map<Integer, String> other : List.<io.vavr.collection.Map<Integer, String>>of(
                tree, HashMap.ofEntries(tree), LinkedHashMap.ofEntries(tree))) {
            assertThat(seen(300).equals(other)).isTrue();
            assertThat(other.equals(seen(300))).isTrue();
            assertThat(seen(300).hashCode()).isEqualTo(other.hashCode());
            assertThat(seen(300).put(7, "x").equals(other)).isFalse();
            assertThat(other.equals(seen(299))).isFalse();
        }
        SortedSet<Integer> keys = seen(300).keySet();
        for (io.vavr.collection.Set<Integer> other :
                List.<io.vavr.collection.Set<Integer>>of(TreeSet.range(0, 300), HashSet.range(0, 300))) {
            assertThat(keys.equals(other)).isTrue();
            assertThat(other.equals(keys)).isTrue();
            assertThat(keys.hashCode()).isEqualTo(other.hashCode());
            assertThat(keys.add(-1).remove(0).equals(other)).isFalse();
        }
        assertThat(seen(1).equals(Map.of(0, "v0"))).isFalse();
        assertThat(seen(1).equals(TreeMap.of("text", "v0"))).isFalse();
        assertThat(keys.equals(TreeSet.of("text").addAll(List.of()))).isFalse();
    }

    @Test
    void aCallWithoutEffectAnswersTheSameObject() {
        SortedMap<Integer, String> map = seen(300);
        List<Function<SortedMap<Integer, String>, SortedMap<Integer, String>>> calls = List.of(
                each -> each.take(300),
                each -> each.drop(0),
                each -> each.filterKeys(key -> true),
                each -> each.remove(-1),
                each -> each.put(7, each.get(7).get()),
                each -> each.merge(each.take(100)),
                each -> each.distinct());
        for (int call = 0; call < calls.size(); call++) {
            assertThat(calls.get(call).apply(map)).as("call " + call).isSameAs(map);
        }
        SortedSet<Integer> set = map.keySet();
        List<Function<SortedSet<Integer>, SortedSet<Integer>>> ofSets = List.of(
                each -> each.take(300),
                each -> each.drop(0),
                each -> each.filter(element -> true),
                each -> each.remove(-1),
                each -> each.add(7),
                each -> each.addAll(List.of(1, 2)),
                each -> each.distinct());
        for (int call = 0; call < ofSets.size(); call++) {
            assertThat(ofSets.get(call).apply(set)).as("call " + call).isSameAs(set);
        }
    }

    /** By Vavr's rule the key goes in with its value, though one is there that is equal by the order. */
    @Test
    void anEqualKeyIsReplaced() {
        SortedMap<String, Integer> map =
                BTreeVavrInterop.asSortedMap(PersistentBTreeMap.<String, Integer>empty(String.CASE_INSENSITIVE_ORDER)
                        .plus("a", 1)
                        .plus("b", 2));
        assertThat(map.put("A", 1).mkString()).isEqualTo("(A, 1)(b, 2)");
        assertThat(map.keySet().add("A").mkString()).isEqualTo("ab");
        assertThat(map.keySet().replace("a", "B").mkString()).isEqualTo("B");
    }

    @Test
    void theOrderOfNewValuesStays() {
        SortedMap<Integer, String> descending =
                BTreeVavrInterop.asSortedMap(PersistentBTreeMap.<Integer, String>empty(Comparator.reverseOrder())
                        .plusAll(map(3)));
        assertThat(descending.replaceAll((key, value) -> "x").mkString()).isEqualTo("(2, x)(1, x)(0, x)");
        assertThat(descending.mapValues(String::length).mkString()).isEqualTo("(2, 2)(1, 2)(0, 2)");
    }

    @Test
    void javaCollectionsOfAdaptersAreCopiesToBeWritten() {
        SortedMap<Integer, String> map = seen(3);
        java.util.SortedMap<Integer, String> copy = map.toJavaMap();
        copy.put(9, "nine");
        assertThat(copy).isInstanceOf(CowBTreeMap.class).hasSize(4);
        assertThat(map.size()).isEqualTo(3);
        java.util.SortedSet<Integer> keys = map.keySet().toJavaSet();
        keys.clear();
        assertThat(map.keySet().size()).isEqualTo(3);
    }

    @Test
    void theySayWhatTheyAre() {
        assertThat(seen(2).mkString(", ")).isEqualTo("(0, v0), (1, v1)");
        assertThat(seen(2).toString()).isEqualTo("PersistentBTreeMap((0, v0), (1, v1))");
        assertThat(seen(2).keySet().toString()).isEqualTo("PersistentBTreeSet(0, 1)");
        assertThat(seen(2).stringPrefix()).isEqualTo("PersistentBTreeMap");
        assertThat(seen(2).keySet().stringPrefix()).isEqualTo("PersistentBTreeSet");
        assertThatThrownBy(() -> seen(0).head()).hasMessage("head of empty PersistentBTreeMap");
        assertThatThrownBy(() -> seen(0).keySet().init()).hasMessage("init of empty PersistentBTreeSet");
    }

    @Test
    void theyAreSerializable() throws Exception {
        for (Object each : List.of(seen(1000), seen(1000).keySet())) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(each);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                Object read = in.readObject();
                assertThat(read.equals(each)).isTrue();
                assertThat((Object) read.getClass()).isEqualTo(each.getClass());
            }
        }
    }

    @Test
    void aFunctionThatThrowsLeavesNothingBehind() {
        SortedMap<Integer, String> map = seen(1000);
        IllegalStateException thrown = new IllegalStateException("stop");
        Function<Integer, Integer> stops = each -> {
            if (each == 500) {
                throw thrown;
            }
            return each;
        };
        for (Runnable call : List.<Runnable>of(
                () -> map.filterKeys(key -> stops.apply(key) > 0),
                () -> map.mapKeys(stops),
                () -> map.replaceAll((key, value) -> "" + stops.apply(key)),
                () -> map.keySet().filter(key -> stops.apply(key) > 0),
                () -> map.groupBy(entry -> stops.apply(entry._1)))) {
            assertThatThrownBy(call::run).isSameAs(thrown);
            assertThat(BTreeVavrInterop.fromVavr(map)).isEqualTo(map(1000));
        }
    }

    @Test
    void emptyOnesKeepTheirOrder() {
        SortedMap<Integer, String> none = BTreeVavrInterop.asSortedMap(
                        PersistentBTreeMap.<Integer, String>empty(Collections.reverseOrder())
                                .plus(1, "a"))
                .drop(1);
        assertThat(none.put(2, "b").put(3, "c").head()).isEqualTo(Tuple.of(3, "c"));
        assertThat(none.keySet().add(2).add(3).head()).isEqualTo(3);
    }
}
