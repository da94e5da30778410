package dev.holstein.list.contract;

import com.google.common.collect.testing.ListTestSuiteBuilder;
import com.google.common.collect.testing.TestStringListGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.features.Feature;
import com.google.common.collect.testing.testers.CollectionSpliteratorTester;
import com.google.common.collect.testing.testers.ListListIteratorTester;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Spliterator;
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
 * Guava's conformance suites for lists, as tests of JUnit 5. From one generator Guava derives the suites of each size, and of what is
 * read back from a stream.
 *
 * <p>Every feature that Guava's own tests claim for the twin in {@code java.util} is claimed, but one: {@code
 * FAILS_FAST_ON_CONCURRENT_MODIFICATION}, because an iterator here walks its version to the end.
 */
final class GuavaListSuites {
    /**
     * What Guava's own tests leave out for {@code CopyOnWriteArrayList}: that a list iterator of a list that can be written can write,
     * and that a spliterator of it is not immutable.
     */
    private static final List<Method> NOT_FOR_COPY_ON_WRITE = List.of(
            ListListIteratorTester.getListIteratorFullyModifiableMethod(),
            CollectionSpliteratorTester.getSpliteratorNotImmutableCollectionAllowsAddMethod(),
            CollectionSpliteratorTester.getSpliteratorNotImmutableCollectionAllowsRemoveMethod());

    private GuavaListSuites() {}

    /**
     * The tests of a list that is made from some elements, which are in a known order and may be null.
     *
     * @param afterEach is run after each of Guava's tests
     */
    static Stream<DynamicNode> children(
            String name, Function<List<String>, List<String>> create, Runnable afterEach, Feature<?>... features) {
        return children(suite(name, create, features), afterEach);
    }

    /** The suite of a list that is made from some elements. */
    static TestSuite suite(String name, Function<List<String>, List<String>> create, Feature<?>... features) {
        List<Feature<?>> all = new ArrayList<>(Arrays.asList(features));
        all.add(CollectionSize.ANY);
        all.add(CollectionFeature.KNOWN_ORDER);
        all.add(CollectionFeature.ALLOWS_NULL_VALUES);
        boolean isCopyOnWrite = create.apply(List.of()).spliterator().hasCharacteristics(Spliterator.IMMUTABLE);
        return ListTestSuiteBuilder.using(new Lists(create))
                .named(name)
                .withFeatures(all)
                .suppressing(isCopyOnWrite ? NOT_FOR_COPY_ON_WRITE : List.of())
                .createTestSuite();
    }

    /**
     * The tests of a suite. There are tens of thousands, so what Guava has as one suite without suites of its own for a range and a size
     * is one test here, that runs all of them and names each that fails.
     */
    private static Stream<DynamicNode> children(TestSuite suite, Runnable afterEach) {
        List<TestCase> cases = new ArrayList<>();
        List<DynamicNode> nodes = new ArrayList<>();
        for (Test test : Collections.list(suite.tests())) {
            if (test instanceof TestCase testCase) {
                cases.add(testCase);
            } else if (casesOf((TestSuite) test).isEmpty()) {
                TestSuite child = (TestSuite) test;
                nodes.add(DynamicContainer.dynamicContainer(child.getName(), children(child, afterEach)));
            } else {
                cases.addAll(casesOf((TestSuite) test));
            }
        }
        if (!cases.isEmpty()) {
            String name = suite.getName() + ": " + cases.size() + " tests";
            nodes.add(0, DynamicTest.dynamicTest(name, () -> runAll(name, cases, afterEach)));
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

    private static void runAll(String name, List<TestCase> cases, Runnable afterEach) {
        List<Throwable> failures = new ArrayList<>();
        for (TestCase testCase : cases) {
            try {
                testCase.runBare();
                afterEach.run();
            } catch (Throwable failure) {
                failures.add(new AssertionError(testCase + ": " + failure, failure));
            }
        }
        if (!failures.isEmpty()) {
            throw new MultipleFailuresError(name, failures);
        }
    }

    private static final class Lists extends TestStringListGenerator {
        private final Function<List<String>, List<String>> create;

        Lists(Function<List<String>, List<String>> create) {
            this.create = create;
        }

        @Override
        protected List<String> create(String[] elements) {
            return create.apply(Arrays.asList(elements));
        }
    }
}
