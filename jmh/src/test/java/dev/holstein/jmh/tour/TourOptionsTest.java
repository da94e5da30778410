package dev.holstein.jmh.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options other than the input. */
class TourOptionsTest {
    private static final String TEXT = "one two three four five six seven eight nine ten";

    private static TourRun onText(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--input";
        all[1] = "-";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return TourRun.of(TourRun.ALL, TEXT, all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "NaN", "Infinity", "-Infinity", "1e300", "abc", "", "1,5", "1s"})
    void badSecondsAreRefused(String seconds) {
        onText("--seconds", seconds).isRefused("--seconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "257", "1.5", "many", "99999999999"})
    void badThreadCountsAreRefused(String count) {
        onText("--readers", count).isRefused("--readers");
        onText("--writers", count).isRefused("--writers");
    }

    @Test
    void otherBadOptionsAreRefused() {
        onText("--seed", "one").isRefused("--seed");
        onText("--sede", "1").isRefused("--sede");
        onText("--seconds").isRefused("--seconds");
        onText("--seed", "1", "--seed", "2").isRefused("--seed");
        TourRun.of("stray").isRefused("stray");
    }

    @Test
    void helpNamesEveryOptionAndTheExitCodes() {
        TourRun help = TourRun.of("--help").passes();
        assertThat(help.out())
                .contains(
                        "--input",
                        "--seconds",
                        "--readers",
                        "--writers",
                        "--seed",
                        "--list",
                        "--volume",
                        "--off-heap",
                        "--json",
                        "--version",
                        "Exit code");
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void versionIsOneLine() {
        TourRun version = TourRun.of("--version").passes();
        assertThat(version.out().strip()).startsWith("Holstein tour ").doesNotContain("\n");
    }

    @Test
    void severalReadersAndWritersShareTheWork() {
        assertThat(onText("--seconds", "0.2", "--readers", "2", "--writers", "3")
                        .passes()
                        .out())
                .contains("Plan: 3 writers and 2 readers");
    }

    @Test
    void theTableIsAlignedAndFitsATerminal() {
        TourRun run = onText("--seconds", "0.1").passes();
        String[] table = run.out()
                .lines()
                .dropWhile(line -> !line.contains("BTreeMap  SkipListMap"))
                .takeWhile(line -> !line.isEmpty())
                .toArray(String[]::new);
        assertThat(table).hasSizeGreaterThan(10).allMatch(line -> line.length() == table[0].length());
        assertThat(table[0].length()).isLessThanOrEqualTo(80);
        assertThat(String.join("\n", table))
                .contains("views taken", "entries read per second", "(writes) per second", "torn views")
                .contains("Nodes copied per transfer", "shared with the first", "Bytes of");
    }

    @Test
    void numbersAreTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"ar-EG-u-nu-arab", "tr-TR"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Numbers.count(1_234_567)).isEqualTo("1,234,567");
                assertThat(Numbers.decimal(1234.5)).isEqualTo("1,234.50");
                assertThat(onText("--seconds", "0.1").passes().out()).contains("Transfers: seconds", "0.10 s each");
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
