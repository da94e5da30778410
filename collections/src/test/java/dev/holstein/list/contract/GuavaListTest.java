package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.Feature;
import com.google.common.collect.testing.features.ListFeature;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import junit.framework.TestSuite;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every list against Guava's conformance suite: alone, sharing all nodes with a snapshot, with an unfinished iterator, and as a range of
 * a list of many leaves, because Guava's own lists have a handful of elements.
 */
class GuavaListTest {
    private static final int LEAF = ListProbe.LEAF;

    /** Where ranges begin: at the border of two leaves, within one, and at the end. */
    private static final int[] PLACES = {LEAF - 1, 2 * LEAF + LEAF / 2, hidden().size()};

    private static final PersistentList<String> HIDDEN = PersistentList.copyOf(hidden());

    private static final Feature<?>[] AS_ARRAY_LIST = {
        ListFeature.GENERAL_PURPOSE, CollectionFeature.SUPPORTS_ITERATOR_REMOVE, CollectionFeature.SERIALIZABLE
    };

    private static final Feature<?>[] AS_RANGE_OF_ARRAY_LIST = {
        ListFeature.GENERAL_PURPOSE, CollectionFeature.SUPPORTS_ITERATOR_REMOVE
    };

    private static final Feature<?>[] AS_RANGE_OF_COPY_ON_WRITE_ARRAY_LIST = {
        ListFeature.SUPPORTS_ADD_WITH_INDEX,
        ListFeature.SUPPORTS_REMOVE_WITH_INDEX,
        ListFeature.SUPPORTS_SET,
        CollectionFeature.SUPPORTS_ADD,
        CollectionFeature.SUPPORTS_REMOVE
    };

    private static final Feature<?>[] AS_COPY_ON_WRITE_ARRAY_LIST = {
        ListFeature.SUPPORTS_ADD_WITH_INDEX,
        ListFeature.SUPPORTS_REMOVE_WITH_INDEX,
        ListFeature.SUPPORTS_SET,
        CollectionFeature.SUPPORTS_ADD,
        CollectionFeature.SUPPORTS_REMOVE,
        CollectionFeature.SERIALIZABLE
    };

    private static final Feature<?>[] IMMUTABLE = {CollectionFeature.SERIALIZABLE};

    /** What shares nodes with a list under test, and must be as it was after the test. */
    private record Kept(List<String> list, List<String> expected) {}

    private final List<Kept> kept = new ArrayList<>();

    /** Iterators that are asked at the end, and what they must answer. */
    private final List<Open> open = new ArrayList<>();

    private record Open(Iterator<String> iterator, List<String> expected) {}

    private void open(List<String> list) {
        if (open.size() >= MOST_KEPT) {
            verifyAndDrop();
        }
        open.add(new Open(list.iterator(), new ArrayList<>(list)));
    }

    /** Guava makes thousands of lists in one test, of which the first are verified on the way. */
    private static final int MOST_KEPT = 100;

    private void keep(List<String> list) {
        if (kept.size() >= MOST_KEPT) {
            verifyAndDrop();
        }
        kept.add(new Kept(list, new ArrayList<>(list)));
    }

    /** Also an iterator that was open all the time walks what was there when it began. */
    private void verifyAndDrop() {
        for (Kept each : kept) {
            ListProbe.check(each.list);
            assertThat(new ArrayList<>(each.list)).isEqualTo(each.expected);
        }
        kept.clear();
        for (Open each : open) {
            List<String> walked = new ArrayList<>();
            each.iterator.forEachRemaining(walked::add);
            assertThat(walked).isEqualTo(each.expected);
        }
        open.clear();
    }

    private Stream<DynamicNode> suite(
            String name, Function<List<String>, List<String>> create, Feature<?>... features) {
        return GuavaListSuites.children(name, create, this::verifyAndDrop, features);
    }

    /** The elements of a list of many leaves, of which a range is tested. */
    private static List<String> hidden() {
        return Collections.nCopies(ListProbe.FLAT + 2 * LEAF + 1, "hidden");
    }

    private static List<String> rangeOf(List<String> whole, int place, List<String> elements) {
        whole.addAll(place, elements);
        return whole.subList(place, place + elements.size());
    }

    private static CowList<String> filled(List<String> elements) {
        CowList<String> list = new CowList<>();
        list.addAll(elements);
        return list;
    }

    private static Stream<DynamicNode> ranges(IntFunction<Stream<DynamicNode>> suiteAt) {
        Stream<DynamicNode> all = Stream.empty();
        for (int place : PLACES) {
            all = Stream.concat(all, suiteAt.apply(place));
        }
        return all;
    }

    // ---- CowList
    // --------------------------------------------------------------------------------------------------------

    @TestFactory
    Stream<DynamicNode> cow() {
        return suite("CowList", GuavaListTest::filled, AS_ARRAY_LIST);
    }

    @TestFactory
    Stream<DynamicNode> cowThatSharesAllNodes() {
        return suite(
                "CowList, shared",
                elements -> {
                    CowList<String> list = filled(elements);
                    keep(list.snapshot());
                    keep(list.copy());
                    return list;
                },
                AS_ARRAY_LIST);
    }

    @TestFactory
    Stream<DynamicNode> cowWithAnOpenIterator() {
        return suite(
                "CowList, iterated",
                elements -> {
                    CowList<String> list = filled(elements);
                    open(list);
                    open(list.subList(0, list.size()));
                    return list;
                },
                AS_ARRAY_LIST);
    }

    @TestFactory
    Stream<DynamicNode> rangesOfCow() {
        return ranges(place -> suite(
                "CowList, from " + place,
                elements -> rangeOf(filled(hidden()), place, elements),
                AS_RANGE_OF_ARRAY_LIST));
    }

    @TestFactory
    Stream<DynamicNode> rangesOfCowThatSharesAllNodes() {
        return ranges(place -> suite(
                "CowList, shared, from " + place,
                elements -> {
                    CowList<String> whole = filled(hidden());
                    List<String> range = rangeOf(whole, place, elements);
                    keep(whole.snapshot());
                    return range;
                },
                AS_RANGE_OF_ARRAY_LIST));
    }

    @TestFactory
    Stream<DynamicNode> rangesOfCowWithAnOpenIterator() {
        return ranges(place -> suite(
                "CowList, iterated, from " + place,
                elements -> {
                    CowList<String> whole = filled(hidden());
                    List<String> range = rangeOf(whole, place, elements);
                    open(whole);
                    open(range);
                    return range.subList(0, range.size());
                },
                AS_RANGE_OF_ARRAY_LIST));
    }

    // ---- ConcurrentList
    // -------------------------------------------------------------------------------------------------

    @TestFactory
    Stream<DynamicNode> concurrent() {
        return suite("ConcurrentList", elements -> new ConcurrentList<String>(elements), AS_COPY_ON_WRITE_ARRAY_LIST);
    }

    @TestFactory
    Stream<DynamicNode> concurrentThatSharesAllNodes() {
        return suite(
                "ConcurrentList, shared",
                elements -> {
                    ConcurrentList<String> list = new ConcurrentList<>();
                    list.addAll(elements);
                    keep(list.snapshot());
                    keep(list.clone());
                    open(list);
                    return list;
                },
                AS_COPY_ON_WRITE_ARRAY_LIST);
    }

    @TestFactory
    Stream<DynamicNode> rangesOfConcurrent() {
        return ranges(place -> suite(
                "ConcurrentList, from " + place,
                elements -> {
                    ConcurrentList<String> whole = new ConcurrentList<>(HIDDEN);
                    List<String> range = rangeOf(whole, place, elements);
                    keep(whole.snapshot());
                    return range;
                },
                AS_RANGE_OF_COPY_ON_WRITE_ARRAY_LIST));
    }

    // ---- PersistentList
    // -------------------------------------------------------------------------------------------------

    @TestFactory
    Stream<DynamicNode> persistent() {
        return suite("PersistentList", elements -> PersistentList.<String>copyOf(elements), IMMUTABLE);
    }

    @TestFactory
    Stream<DynamicNode> persistentThatIsASnapshot() {
        return suite(
                "PersistentList, snapshot",
                elements -> {
                    CowList<String> list = filled(elements);
                    PersistentList<String> snapshot = list.snapshot();
                    list.add("later");
                    list.replaceAll(element -> "replaced");
                    list.clear();
                    return snapshot;
                },
                IMMUTABLE);
    }

    /** Versions that share a tail with later ones. */
    @TestFactory
    Stream<DynamicNode> persistentOfSingleSteps() {
        return suite(
                "PersistentList, by plus",
                elements -> {
                    PersistentList<String> list = PersistentList.empty();
                    for (String element : elements) {
                        list = list.plus(element);
                    }
                    keep(list.plus("later"));
                    keep(list.plus(0, "before"));
                    return list;
                },
                IMMUTABLE);
    }

    @TestFactory
    Stream<DynamicNode> rangesOfPersistent() {
        return ranges(place -> suite(
                "PersistentList, from " + place,
                elements -> {
                    PersistentList<String> whole = HIDDEN.plusAll(place, elements);
                    return whole.subList(place, place + elements.size());
                },
                IMMUTABLE));
    }

    /** A feature that takes part in no suite would be claimed in vain. */
    @Test
    void everyFeatureTakesPart() {
        TestSuite suite = GuavaListSuites.suite("list", GuavaListTest::filled, AS_ARRAY_LIST);
        List<String> derived = namesOf(suite);
        for (String kind : List.of("reserialized", "ListSubListTester", "ListAddAllAtIndexTester", "ListSetTester")) {
            assertThat(derived).as(kind).anyMatch(name -> name.contains(kind));
        }
        assertThat(suite.countTestCases()).isGreaterThan(800);
    }

    private static List<String> namesOf(TestSuite suite) {
        List<String> names = new ArrayList<>();
        names.add(suite.getName());
        for (junit.framework.Test test : Collections.list(suite.tests())) {
            if (test instanceof TestSuite child) {
                names.addAll(namesOf(child));
            }
        }
        return names;
    }
}
