package dev.holstein.btree.contract;

import static dev.holstein.btree.contract.GuavaSuites.NULL_FRIENDLY;
import static dev.holstein.btree.contract.GuavaSuites.REVERSED;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.Feature;
import com.google.common.collect.testing.features.MapFeature;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import junit.framework.TestSuite;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every map against Guava's conformance suite, alone and sharing all nodes, in natural order and with comparators. */
class GuavaMapTest {
    private static final String SEVERAL = " [collection size: several]";

    private static final Feature<?>[] AS_TREE_MAP = {
        MapFeature.GENERAL_PURPOSE, MapFeature.ALLOWS_NULL_VALUES, CollectionFeature.SUPPORTS_ITERATOR_REMOVE
    };

    private static final Feature<?>[] AS_SKIP_LIST_MAP = {
        MapFeature.GENERAL_PURPOSE, CollectionFeature.SUPPORTS_ITERATOR_REMOVE
    };

    private static final Feature<?>[] IMMUTABLE = {MapFeature.ALLOWS_NULL_VALUES};

    private static final Feature<?>[] AS_TREE_MAP_WITH_COMPARATOR = {
        MapFeature.GENERAL_PURPOSE,
        MapFeature.ALLOWS_NULL_KEYS,
        MapFeature.ALLOWS_NULL_VALUES,
        MapFeature.ALLOWS_ANY_NULL_QUERIES,
        CollectionFeature.SUPPORTS_ITERATOR_REMOVE
    };

    private static final Feature<?>[] IMMUTABLE_WITH_COMPARATOR = {
        MapFeature.ALLOWS_NULL_KEYS, MapFeature.ALLOWS_NULL_VALUES, MapFeature.ALLOWS_ANY_NULL_QUERIES
    };

    /** Keeps what shares nodes with a map under test reachable. */
    private final List<Object> kept = new ArrayList<>();

    @TestFactory
    Stream<DynamicNode> cow() {
        return GuavaSuites.suite("CowBTreeMap", GuavaMapTest::built, AS_TREE_MAP);
    }

    @TestFactory
    Stream<DynamicNode> cowThatSharesAllNodes() {
        return GuavaSuites.suite(
                "CowBTreeMap, shared",
                entries -> {
                    CowBTreeMap<String, String> map = built(entries);
                    kept.add(map.snapshot());
                    return map;
                },
                AS_TREE_MAP);
    }

    @TestFactory
    Stream<DynamicNode> cowWithAnOpenIterator() {
        return GuavaSuites.suite(
                "CowBTreeMap, iterated",
                entries -> {
                    CowBTreeMap<String, String> map = built(entries);
                    kept.add(map.entrySet().iterator());
                    return map;
                },
                AS_TREE_MAP);
    }

    @TestFactory
    Stream<DynamicNode> concurrent() {
        return GuavaSuites.suite(
                "ConcurrentBTreeMap",
                entries -> {
                    ConcurrentBTreeMap<String, String> map = new ConcurrentBTreeMap<>();
                    map.putAll(entries);
                    return map;
                },
                AS_SKIP_LIST_MAP);
    }

    @TestFactory
    Stream<DynamicNode> concurrentThatSharesAllNodes() {
        return GuavaSuites.suite(
                "ConcurrentBTreeMap, shared",
                entries -> {
                    ConcurrentBTreeMap<String, String> map = new ConcurrentBTreeMap<>(entries);
                    kept.add(map.snapshot());
                    return map;
                },
                AS_SKIP_LIST_MAP);
    }

    @TestFactory
    Stream<DynamicNode> persistent() {
        return GuavaSuites.suite("PersistentBTreeMap", PersistentBTreeMap::copyOf, IMMUTABLE);
    }

    @TestFactory
    Stream<DynamicNode> persistentThatIsASnapshot() {
        return GuavaSuites.suite(
                "PersistentBTreeMap, snapshot",
                entries -> {
                    CowBTreeMap<String, String> map = built(entries);
                    SortedMap<String, String> snapshot = map.snapshot();
                    map.put("zzz", "written later");
                    map.keySet().removeAll(new TreeMap<>(entries).keySet());
                    return snapshot;
                },
                IMMUTABLE);
    }

    @TestFactory
    Stream<DynamicNode> cowWithComparator() {
        return GuavaSuites.suite(
                "CowBTreeMap, with comparator", entries -> built(entries, NULL_FRIENDLY), AS_TREE_MAP_WITH_COMPARATOR);
    }

    @TestFactory
    Stream<DynamicNode> cowWithComparatorThatSharesAllNodes() {
        return GuavaSuites.suite(
                "CowBTreeMap, with comparator, shared",
                entries -> built(entries, NULL_FRIENDLY).copy(),
                AS_TREE_MAP_WITH_COMPARATOR);
    }

    @TestFactory
    Stream<DynamicNode> cowReversed() {
        return GuavaSuites.children(
                GuavaSuites.mapSuite("CowBTreeMap, reversed", true, entries -> built(entries, REVERSED), AS_TREE_MAP));
    }

    @TestFactory
    Stream<DynamicNode> concurrentWithComparator() {
        return GuavaSuites.suite(
                "ConcurrentBTreeMap, with comparator",
                entries -> {
                    ConcurrentBTreeMap<String, String> map = new ConcurrentBTreeMap<>(NULL_FRIENDLY);
                    map.putAll(entries);
                    return map;
                },
                AS_SKIP_LIST_MAP);
    }

    @TestFactory
    Stream<DynamicNode> concurrentReversedThatSharesAllNodes() {
        return GuavaSuites.children(GuavaSuites.mapSuite(
                "ConcurrentBTreeMap, reversed, shared",
                true,
                entries -> {
                    ConcurrentBTreeMap<String, String> map = new ConcurrentBTreeMap<>(built(entries, REVERSED));
                    kept.add(map.snapshot());
                    return map;
                },
                AS_SKIP_LIST_MAP));
    }

    @TestFactory
    Stream<DynamicNode> persistentWithComparator() {
        return GuavaSuites.suite(
                "PersistentBTreeMap, with comparator",
                entries ->
                        PersistentBTreeMap.<String, String>empty(NULL_FRIENDLY).plusAll(entries),
                IMMUTABLE_WITH_COMPARATOR);
    }

    @TestFactory
    Stream<DynamicNode> persistentReversed() {
        return GuavaSuites.children(GuavaSuites.mapSuite(
                "PersistentBTreeMap, reversed",
                true,
                entries -> PersistentBTreeMap.<String, String>empty(REVERSED).plusAll(entries),
                IMMUTABLE));
    }

    /**
     * A feature that takes part in no suite would be claimed in vain. Guava calls a head map one without a lower bound.
     */
    @Test
    void everyKindOfViewIsDerived() {
        TestSuite suite = GuavaSuites.mapSuite("map", false, GuavaMapTest::built, AS_TREE_MAP);
        Set<String> names = names(suite).collect(Collectors.toSet());
        List<String> maps = new ArrayList<>(List.of("", " descending"));
        for (String lo : List.of("NO_BOUND", "INCLUSIVE", "EXCLUSIVE")) {
            for (String hi : List.of("NO_BOUND", "INCLUSIVE", "EXCLUSIVE")) {
                if (!lo.equals("NO_BOUND") || !hi.equals("NO_BOUND")) {
                    maps.add(" subMap " + lo + "-" + hi);
                    maps.add(" subMap " + lo + "-" + hi + SEVERAL + " descending");
                }
            }
        }
        for (String map : maps) {
            for (String derived : List.of(" keys", " values", " entrySet", " reserialized")) {
                assertThat(names).contains("map" + SEVERAL + map + (map.isEmpty() ? "" : SEVERAL) + derived);
            }
        }
        assertThat(suite.countTestCases()).isGreaterThan(50_000);
    }

    private static Stream<String> names(TestSuite suite) {
        return Collections.list(suite.tests()).stream()
                .filter(TestSuite.class::isInstance)
                .map(TestSuite.class::cast)
                .flatMap(child -> Stream.concat(Stream.of(child.getName()), names(child)));
    }

    private static CowBTreeMap<String, String> built(Map<String, String> entries) {
        return built(entries, null);
    }

    private static CowBTreeMap<String, String> built(Map<String, String> entries, Comparator<String> comparator) {
        CowBTreeMap<String, String> map = new CowBTreeMap<>(comparator);
        entries.forEach(map::put);
        return map;
    }
}
