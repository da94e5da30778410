package dev.holstein.btree.contract;

import static dev.holstein.btree.contract.GuavaSuites.NULL_FRIENDLY;
import static dev.holstein.btree.contract.GuavaSuites.REVERSED;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.Feature;
import com.google.common.collect.testing.features.SetFeature;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import junit.framework.TestSuite;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every set against Guava's conformance suite, alone and sharing all nodes, in natural order and with comparators. */
class GuavaSetTest {
    private static final Feature<?>[] AS_TREE_SET = {
        SetFeature.GENERAL_PURPOSE, CollectionFeature.SUPPORTS_ITERATOR_REMOVE
    };

    private static final Feature<?>[] AS_TREE_SET_WITH_COMPARATOR = {
        SetFeature.GENERAL_PURPOSE, CollectionFeature.SUPPORTS_ITERATOR_REMOVE, CollectionFeature.ALLOWS_NULL_VALUES
    };

    private static final Feature<?>[] AS_SKIP_LIST_SET = AS_TREE_SET;

    private static final Feature<?>[] IMMUTABLE = {};

    private static final Feature<?>[] IMMUTABLE_WITH_COMPARATOR = {CollectionFeature.ALLOWS_NULL_VALUES};

    /** Keeps what shares nodes with a set under test reachable. */
    private final List<Object> kept = new ArrayList<>();

    @TestFactory
    Stream<DynamicNode> cow() {
        return suite("CowBTreeSet", GuavaSetTest::built, AS_TREE_SET);
    }

    @TestFactory
    Stream<DynamicNode> cowThatSharesAllNodes() {
        return suite(
                "CowBTreeSet, shared",
                elements -> {
                    CowBTreeSet<String> set = built(elements);
                    kept.add(set.snapshot());
                    return set;
                },
                AS_TREE_SET);
    }

    @TestFactory
    Stream<DynamicNode> cowWithAnOpenIterator() {
        return suite(
                "CowBTreeSet, iterated",
                elements -> {
                    CowBTreeSet<String> set = built(elements);
                    kept.add(set.iterator());
                    return set;
                },
                AS_TREE_SET);
    }

    @TestFactory
    Stream<DynamicNode> cowWithComparator() {
        return suite(
                "CowBTreeSet, with comparator",
                elements -> built(elements, NULL_FRIENDLY),
                AS_TREE_SET_WITH_COMPARATOR);
    }

    @TestFactory
    Stream<DynamicNode> cowWithComparatorThatSharesAllNodes() {
        return suite(
                "CowBTreeSet, with comparator, shared",
                elements -> built(elements, NULL_FRIENDLY).copy(),
                AS_TREE_SET_WITH_COMPARATOR);
    }

    @TestFactory
    Stream<DynamicNode> cowReversed() {
        return reversedSuite("CowBTreeSet, reversed", elements -> built(elements, REVERSED), AS_TREE_SET);
    }

    @TestFactory
    Stream<DynamicNode> concurrent() {
        return suite("ConcurrentBTreeSet", elements -> new ConcurrentBTreeSet<String>(elements), AS_SKIP_LIST_SET);
    }

    @TestFactory
    Stream<DynamicNode> concurrentThatSharesAllNodes() {
        return suite(
                "ConcurrentBTreeSet, shared",
                elements -> {
                    ConcurrentBTreeSet<String> set = new ConcurrentBTreeSet<>();
                    elements.forEach(set::add);
                    kept.add(set.snapshot());
                    return set;
                },
                AS_SKIP_LIST_SET);
    }

    @TestFactory
    Stream<DynamicNode> concurrentWithComparator() {
        return suite(
                "ConcurrentBTreeSet, with comparator",
                elements -> {
                    ConcurrentBTreeSet<String> set = new ConcurrentBTreeSet<>(NULL_FRIENDLY);
                    set.addAll(elements);
                    return set;
                },
                AS_SKIP_LIST_SET);
    }

    @TestFactory
    Stream<DynamicNode> concurrentReversedThatSharesAllNodes() {
        return reversedSuite(
                "ConcurrentBTreeSet, reversed, shared",
                elements -> {
                    CowBTreeSet<String> set = built(elements, REVERSED);
                    kept.add(set);
                    return new ConcurrentBTreeSet<>(set);
                },
                AS_SKIP_LIST_SET);
    }

    @TestFactory
    Stream<DynamicNode> persistent() {
        return suite("PersistentBTreeSet", elements -> PersistentBTreeSet.<String>copyOf(elements), IMMUTABLE);
    }

    @TestFactory
    Stream<DynamicNode> persistentThatIsASnapshot() {
        return suite(
                "PersistentBTreeSet, snapshot",
                elements -> {
                    CowBTreeSet<String> set = built(elements);
                    SortedSet<String> snapshot = set.snapshot();
                    set.add("zzz");
                    set.removeAll(new TreeSet<>(elements));
                    return snapshot;
                },
                IMMUTABLE);
    }

    @TestFactory
    Stream<DynamicNode> persistentWithComparator() {
        return suite(
                "PersistentBTreeSet, with comparator",
                elements -> PersistentBTreeSet.<String>empty(NULL_FRIENDLY).plusAll(elements),
                IMMUTABLE_WITH_COMPARATOR);
    }

    @TestFactory
    Stream<DynamicNode> persistentReversed() {
        return reversedSuite(
                "PersistentBTreeSet, reversed",
                elements -> PersistentBTreeSet.<String>empty(REVERSED).plusAll(elements),
                IMMUTABLE);
    }

    /** A feature that takes part in no suite would be claimed in vain. */
    @Test
    void everyKindOfViewIsDerived() {
        TestSuite suite = GuavaSuites.setSuite("set", false, GuavaSetTest::built, AS_TREE_SET);
        for (String view : List.of(
                "descending",
                "reserialized",
                "subSet NO_BOUND-INCLUSIVE",
                "subSet INCLUSIVE-EXCLUSIVE",
                "subSet EXCLUSIVE-NO_BOUND")) {
            assertThat(Collections.list(((TestSuite) suite.testAt(0)).tests()).stream()
                            .map(Object::toString)
                            .filter(name -> name.endsWith(view)))
                    .as(view)
                    .hasSize(1);
        }
        assertThat(suite.countTestCases()).isGreaterThan(5_000);
    }

    private static Stream<DynamicNode> suite(
            String name, Function<List<String>, SortedSet<String>> create, Feature<?>... features) {
        return GuavaSuites.children(GuavaSuites.setSuite(name, false, create, features));
    }

    private static Stream<DynamicNode> reversedSuite(
            String name, Function<List<String>, SortedSet<String>> create, Feature<?>... features) {
        return GuavaSuites.children(GuavaSuites.setSuite(name, true, create, features));
    }

    private static CowBTreeSet<String> built(List<String> elements) {
        return built(elements, null);
    }

    private static CowBTreeSet<String> built(List<String> elements, Comparator<String> comparator) {
        CowBTreeSet<String> set = new CowBTreeSet<>(comparator);
        set.addAll(elements);
        return set;
    }
}
