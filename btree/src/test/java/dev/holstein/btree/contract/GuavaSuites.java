package dev.holstein.btree.contract;

import com.google.common.collect.testing.NavigableMapTestSuiteBuilder;
import com.google.common.collect.testing.TestStringSortedMapGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.features.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import junit.framework.Test;
import junit.framework.TestCase;
import junit.framework.TestSuite;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Guava's conformance suites for sorted maps, as tests of JUnit 5. */
final class GuavaSuites {

    private GuavaSuites() {}

    /** The suite of a map that is made from the entries of another. */
    static Stream<DynamicNode> suite(
            String name, Function<Map<String, String>, SortedMap<String, String>> create, Feature<?>... features) {
        List<Feature<?>> all = new ArrayList<>(Arrays.asList(features));
        all.add(CollectionSize.ANY);
        all.add(CollectionFeature.KNOWN_ORDER);
        TestSuite suite = NavigableMapTestSuiteBuilder.using(new TestStringSortedMapGenerator() {
                    @Override
                    protected SortedMap<String, String> create(Map.Entry<String, String>[] entries) {
                        Map<String, String> map = new java.util.LinkedHashMap<>();
                        for (Map.Entry<String, String> entry : entries) {
                            map.put(entry.getKey(), entry.getValue());
                        }
                        return create.apply(map);
                    }
                })
                .named(name)
                .withFeatures(all)
                .createTestSuite();
        return children(suite);
    }

    private static Stream<DynamicNode> children(TestSuite suite) {
        return Collections.list(suite.tests()).stream().map(GuavaSuites::node);
    }

    private static DynamicNode node(Test test) {
        if (test instanceof TestSuite suite) {
            return DynamicContainer.dynamicContainer(suite.getName(), children(suite));
        }
        TestCase testCase = (TestCase) test;
        return DynamicTest.dynamicTest(testCase.toString(), testCase::runBare);
    }
}
