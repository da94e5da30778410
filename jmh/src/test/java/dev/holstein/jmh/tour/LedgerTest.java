package dev.holstein.jmh.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The ledger knows every state that the map goes through, and no other. */
class LedgerTest {
    private static final Input WORDS = new Input(
            "a test",
            "words",
            "occurrences",
            List.of("a", "b", "a", "c", "b", "a", "d").stream()
                    .map(word -> new Input.Item(word, 1))
                    .toList());

    @Test
    void everyMomentIsKnownByItsState() {
        for (int seed = 0; seed < 50; seed++) {
            Ledger ledger = Ledger.of(WORDS, seed);
            Map<String, Long> map = new TreeMap<>();
            assertThat(ledger.momentOf(Walk.through(map))).isZero();
            for (int moment = 1; moment <= ledger.items().size(); moment++) {
                map.merge(ledger.items().get(moment - 1).name(), 1L, Long::sum);
                assertThat(ledger.momentOf(Walk.through(map))).isEqualTo(moment);
            }
            assertThat(ledger.names()).containsExactly("a", "b", "c", "d");
            assertThat(ledger.total()).isEqualTo(7);
        }
    }

    @Test
    void otherStatesAreNone() {
        Ledger ledger = Ledger.of(WORDS, 0);
        assertThat(ledger.momentOf(Walk.through(new TreeMap<>(Map.of("a", 3L, "b", 2L, "c", 1L, "d", 1L)))))
                .isEqualTo(7);
        // As many names and occurrences as at the end, but others.
        assertThat(ledger.momentOf(Walk.through(new TreeMap<>(Map.of("a", 2L, "b", 3L, "c", 1L, "d", 1L)))))
                .isNegative();
        assertThat(ledger.momentOf(Walk.through(new TreeMap<>(Map.of("a", 3L, "b", 2L, "c", 1L, "e", 1L)))))
                .isNegative();
        assertThat(ledger.momentOf(Walk.through(new TreeMap<>(Map.of("a", 4L, "b", 2L, "c", 1L, "d", 1L)))))
                .isNegative();
    }

    @Test
    void emptyFilesCount() {
        Input files = new Input("a test", "files", "bytes", List.of(new Input.Item("x", 0), new Input.Item("y", 0)));
        Ledger ledger = Ledger.of(files, 0);
        String first = ledger.items().get(0).name();
        String second = ledger.items().get(1).name();
        assertThat(ledger.momentOf(Walk.through(Map.of(first, 0L)))).isEqualTo(1);
        assertThat(ledger.momentOf(Walk.through(Map.of(second, 0L)))).isNegative();
        assertThat(ledger.momentOf(Walk.through(Map.of(first, 0L, second, 0L)))).isEqualTo(2);
    }

    @Test
    void theSeedDecidesTheOrder() {
        assertThat(Ledger.of(WORDS, 3).items()).isEqualTo(Ledger.of(WORDS, 3).items());
        assertThat(Ledger.of(WORDS, 3).items()).isNotEqualTo(Ledger.of(WORDS, 4).items());
    }
}
