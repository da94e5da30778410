package dev.holstein.vavr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.list.PersistentList;
import dev.holstein.twin.SameAnswers;
import io.vavr.collection.IndexedSeq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every method of {@code IndexedSeq} answers on a persistent list what it answers on Vavr's vector. */
class IndexedSeqScriptTest {
    private static final int SCRIPTS = 600;
    private static final int CALLS = 60;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @SuppressWarnings({"unchecked", "rawtypes"})
    void everyMethodAnswersTheSame(boolean nulls) {
        SameAnswers<IndexedSeq<?>> answers = new SameAnswers<>(
                (Class) IndexedSeq.class, ListAsIndexedSeq.class::isInstance, nulls, Set.of("shuffle[]"));
        for (long seed = 0; seed < SCRIPTS; seed++) {
            Random random = new Random(seed);
            List<Integer> elements = new ArrayList<>();
            for (int left = random.nextInt(20); left > 0; left--) {
                elements.add(nulls && random.nextInt(6) == 0 ? null : random.nextInt(12));
            }
            answers.script(
                    Vector.ofAll(elements),
                    VavrInterop.asIndexedSeq(PersistentList.<Integer>copyOf(elements)),
                    seed,
                    CALLS);
        }
        assertThat(answers.unanswered()).isEmpty();
    }
}
