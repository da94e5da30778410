package dev.holstein.btree.contract;

import com.google.common.collect.testing.ConcurrentNavigableMapTestSuiteBuilder;
import com.google.common.collect.testing.NavigableMapTestSuiteBuilder;
import com.google.common.collect.testing.NavigableSetTestSuiteBuilder;
import com.google.common.collect.testing.TestStringSortedMapGenerator;
import com.google.common.collect.testing.TestStringSortedSetGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.features.Feature;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Stream;
import junit.framework.Test;
import junit.framework.TestCase;
import junit.framework.TestSuite;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.MultipleFailuresError;

/**
 * Guava's conformance suites for sorted maps and sets, as tests of JUnit 5. From one generator Guava derives the suites
 * of the head, tail, sub and descending views, of the key sets, entries and values of each, and of what is read back
 * from a stream.
 *
 * <p>Every feature that Guava's own tests claim for the twin in {@code java.util} is claimed, but one: {@code
 * FAILS_FAST_ON_CONCURRENT_MODIFICATION}, because an iterator here walks its version to the end.
 */
final class GuavaSuites {
    /** The natural order, with null as the string "null": the order of Guava's own suites with a comparator. */
    static final Comparator<String> NULL_FRIENDLY =
            (Comparator<String> & Serializable) (a, b) -> String.valueOf(a).compareTo(String.valueOf(b));

    /** The one comparator whose maps have key prefixes as those in natural order do. */
    static final Comparator<String> REVERSED = Collections.reverseOrder();

    private GuavaSuites() {}

    /** The suite of a map in natural order, that is made from the entries of another. */
    static Stream<DynamicNode> suite(
            String name, Function<Map<String, String>, SortedMap<String, String>> create, Feature<?>... features) {
        return children(mapSuite(name, false, create, features));
    }

    /** The suite of a map that is made from the entries of another. */
    static TestSuite mapSuite(
            String name,
            boolean reversed,
            Function<Map<String, String>, SortedMap<String, String>> create,
            Feature<?>... features) {
        TestStringSortedMapGenerator generator = reversed ? new ReversedMaps(create) : new Maps(create);
        NavigableMapTestSuiteBuilder<String, String> builder = create.apply(Map.of()) instanceof ConcurrentMap
                ? ConcurrentNavigableMapTestSuiteBuilder.using(generator)
                : NavigableMapTestSuiteBuilder.using(generator);
        return builder.named(name).withFeatures(all(features)).createTestSuite();
    }

    /** The suite of a set that is made from elements in the order in which they were given, some of them equal. */
    static TestSuite setSuite(
            String name, boolean reversed, Function<List<String>, SortedSet<String>> create, Feature<?>... features) {
        return NavigableSetTestSuiteBuilder.using(reversed ? new ReversedSets(create) : new Sets(create))
                .named(name)
                .withFeatures(all(features))
                .createTestSuite();
    }

    private static List<Feature<?>> all(Feature<?>... features) {
        List<Feature<?>> all = new ArrayList<>(Arrays.asList(features));
        all.add(CollectionSize.ANY);
        all.add(CollectionFeature.KNOWN_ORDER);
        all.add(CollectionFeature.SERIALIZABLE);
        return all;
    }

    /**
     * The tests of a suite. There are hundreds of thousands, so what Guava has as one suite without suites of its own
     * for a view and a size is one test here, that runs all of them and names each that fails.
     */
    static Stream<DynamicNode> children(TestSuite suite) {
        List<TestCase> cases = new ArrayList<>();
        List<DynamicNode> nodes = new ArrayList<>();
        for (Test test : Collections.list(suite.tests())) {
            if (test instanceof TestCase testCase) {
                cases.add(testCase);
            } else if (casesOf((TestSuite) test).isEmpty()) {
                TestSuite child = (TestSuite) test;
                nodes.add(DynamicContainer.dynamicContainer(child.getName(), children(child)));
            } else {
                cases.addAll(casesOf((TestSuite) test));
            }
        }
        if (!cases.isEmpty()) {
            String name = suite.getName() + ": " + cases.size() + " tests";
            nodes.add(0, DynamicTest.dynamicTest(name, () -> runAll(name, cases)));
        }
        return nodes.stream();
    }

    /** The tests of a suite that has nothing else; empty if it has suites. */
    private static List<TestCase> casesOf(TestSuite suite) {
        List<Test> tests = Collections.list(suite.tests());
        return tests.stream().allMatch(TestCase.class::isInstance)
                ? tests.stream().map(TestCase.class::cast).toList()
                : List.of();
    }

    private static void runAll(String name, List<TestCase> cases) {
        List<Throwable> failures = new ArrayList<>();
        for (TestCase testCase : cases) {
            try {
                testCase.runBare();
            } catch (Throwable failure) {
                failures.add(new AssertionError(testCase + ": " + failure, failure));
            }
        }
        if (!failures.isEmpty()) {
            throw new MultipleFailuresError(name, failures);
        }
    }

    private static class Maps extends TestStringSortedMapGenerator {
        private final Function<Map<String, String>, SortedMap<String, String>> create;

        Maps(Function<Map<String, String>, SortedMap<String, String>> create) {
            this.create = create;
        }

        @Override
        protected SortedMap<String, String> create(Map.Entry<String, String>[] entries) {
            Map<String, String> map = new LinkedHashMap<>();
            for (Map.Entry<String, String> entry : entries) {
                map.put(entry.getKey(), entry.getValue());
            }
            return create.apply(map);
        }
    }

    /** What Guava takes for less is more here. */
    private static final class ReversedMaps extends Maps {
        ReversedMaps(Function<Map<String, String>, SortedMap<String, String>> create) {
            super(create);
        }

        @Override
        public Map.Entry<String, String> belowSamplesLesser() {
            return super.aboveSamplesGreater();
        }

        @Override
        public Map.Entry<String, String> belowSamplesGreater() {
            return super.aboveSamplesLesser();
        }

        @Override
        public Map.Entry<String, String> aboveSamplesLesser() {
            return super.belowSamplesGreater();
        }

        @Override
        public Map.Entry<String, String> aboveSamplesGreater() {
            return super.belowSamplesLesser();
        }

        @Override
        public Iterable<Map.Entry<String, String>> order(List<Map.Entry<String, String>> insertionOrder) {
            List<Map.Entry<String, String>> ordered = new ArrayList<>(insertionOrder);
            ordered.sort(Map.Entry.comparingByKey(REVERSED));
            return ordered;
        }
    }

    private static class Sets extends TestStringSortedSetGenerator {
        private final Function<List<String>, SortedSet<String>> create;

        Sets(Function<List<String>, SortedSet<String>> create) {
            this.create = create;
        }

        @Override
        protected SortedSet<String> create(String[] elements) {
            return create.apply(Arrays.asList(elements));
        }

        @Override
        public List<String> order(List<String> insertionOrder) {
            insertionOrder.sort(NULL_FRIENDLY);
            return insertionOrder;
        }
    }

    /** What Guava takes for less is more here. */
    private static final class ReversedSets extends Sets {
        ReversedSets(Function<List<String>, SortedSet<String>> create) {
            super(create);
        }

        @Override
        public String belowSamplesLesser() {
            return super.aboveSamplesGreater();
        }

        @Override
        public String belowSamplesGreater() {
            return super.aboveSamplesLesser();
        }

        @Override
        public String aboveSamplesLesser() {
            return super.belowSamplesGreater();
        }

        @Override
        public String aboveSamplesGreater() {
            return super.belowSamplesLesser();
        }

        @Override
        public List<String> order(List<String> insertionOrder) {
            insertionOrder.sort(REVERSED);
            return insertionOrder;
        }
    }
}
