package dev.holstein.btree.contract;

import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.Feature;
import com.google.common.collect.testing.features.MapFeature;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every face against Guava's conformance suite, on maps that are alone and on maps that share all nodes. */
class GuavaMapTest {
    private static final Feature<?>[] AS_TREE_MAP = {
        MapFeature.GENERAL_PURPOSE, MapFeature.ALLOWS_NULL_VALUES, CollectionFeature.SUPPORTS_ITERATOR_REMOVE
    };

    private static final Feature<?>[] AS_SKIP_LIST_MAP = {
        MapFeature.GENERAL_PURPOSE, CollectionFeature.SUPPORTS_ITERATOR_REMOVE
    };

    private static final Feature<?>[] IMMUTABLE = {MapFeature.ALLOWS_NULL_VALUES};

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

    private static CowBTreeMap<String, String> built(Map<String, String> entries) {
        CowBTreeMap<String, String> map = new CowBTreeMap<>();
        entries.forEach(map::put);
        return map;
    }
}
