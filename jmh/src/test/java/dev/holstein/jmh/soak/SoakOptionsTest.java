package dev.holstein.jmh.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line: what is refused, what can be chosen, and what is repeated. */
class SoakOptionsTest {
    @ParameterizedTest
    @CsvSource({
        "--seconds, 0",
        "--seconds, NaN",
        "--seconds, many",
        "--minutes, -1",
        "--threads, 1",
        "--threads, 65",
        "--tolerance, -1",
        "--entries, 9",
        "--entries, 1000000000",
        "--snapshots, 0",
        "--only, everything",
        "--seed, one"
    })
    void badOptionsAreRefused(String option, String value) {
        SoakRun.of(option, value).isRefused(option.equals("--minutes") ? "--seconds" : option);
    }

    @Test
    void secondsAndMinutesTogetherAreRefused() {
        SoakRun.of("--seconds", "1", "--minutes", "1").isRefused("--seconds", "--minutes");
    }

    @Test
    void helpNamesEveryOptionAndTheExitCodes() {
        SoakRun help = SoakRun.of("--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("--seconds", "--minutes", "--seed", "--threads", "--tolerance", "--entries", "--snapshots")
                .contains("--only", "--version", "Exit code");
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
    }

    /** A type alone is what one asks for to meet a fault again. */
    @Test
    void oneTypeCanBeSoakedAlone() {
        SoakRun run = SoakRun.of("--only", "CowBTreeMap", "--seconds", "1", "--seed", "7");
        run.passes();
        assertThat(run.out()).contains("CowBTreeMap", "seed 7").doesNotContain("ConcurrentBTreeMap", "bytes an entry");
    }
}
