package dev.holstein.btree.vavr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.twin.SameAnswers;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every method of {@code SortedMap} and {@code SortedSet} answers on ours what it answers on Vavr's trees. */
class SortedScriptTest {
    private static final int SCRIPTS = 600;
    private static final int CALLS = 60;

    /** The natural order, its reverse, and one that holds numbers for equal that are not. */
    private static Comparator<Integer> order(long seed) {
        return switch ((int) (seed % 4)) {
            case 0 -> Comparator.reverseOrder();
            case 1 -> Comparator.comparingInt(number -> number % 7);
            default -> Comparator.naturalOrder();
        };
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void everyMethodOfSetsAnswersTheSame() {
        SameAnswers<SortedSet<?>> answers =
                new SameAnswers<>((Class) SortedSet.class, SetAsSortedSet.class::isInstance, false, Set.of());
        for (long seed = 0; seed < SCRIPTS; seed++) {
            Random random = new Random(seed);
            List<Integer> elements = new ArrayList<>();
            for (int left = random.nextInt(20); left > 0; left--) {
                elements.add(random.nextInt(12));
            }
            SortedSet<Integer> theirs = seed % 4 == 3 ? TreeSet.ofAll(elements) : TreeSet.ofAll(order(seed), elements);
            answers.script(theirs, BTreeVavrInterop.asSortedSet(BTreeVavrInterop.fromVavr(theirs)), seed, CALLS);
        }
        assertThat(answers.unanswered()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @SuppressWarnings({"unchecked", "rawtypes"})
    void everyMethodOfMapsAnswersTheSame(boolean nulls) {
        SameAnswers<SortedMap<?, ?>> answers = new SameAnswers<>(
                (Class) SortedMap.class, MapAsSortedMap.class::isInstance, nulls, Set.of("replaceAll[BiFunction]"));
        for (long seed = 0; seed < SCRIPTS; seed++) {
            Random random = new Random(seed);
            List<Tuple2<Integer, Integer>> entries = new ArrayList<>();
            for (int left = random.nextInt(20); left > 0; left--) {
                Integer value = nulls && random.nextInt(6) == 0 ? null : random.nextInt(12);
                entries.add(Tuple.of(random.nextInt(12), value));
            }
            SortedMap<Integer, Integer> theirs =
                    seed % 4 == 3 ? TreeMap.ofEntries(entries) : TreeMap.ofEntries(order(seed), entries);
            answers.script(theirs, BTreeVavrInterop.asSortedMap(BTreeVavrInterop.fromVavr(theirs)), seed, CALLS);
        }
        assertThat(answers.unanswered()).isEmpty();
    }
}
