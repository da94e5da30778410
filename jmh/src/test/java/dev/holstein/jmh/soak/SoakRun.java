package dev.holstein.jmh.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.jmh.tour.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** One run of the soak as from a command line, with what it printed. */
record SoakRun(int exitCode, String out, String err) {
    private static final long PATIENCE_MILLIS = 5_000;
    private static final long SHORT_PATIENCE_MILLIS = 300;
    private static final String PLENTY_OF_SECONDS = "60";
    private static final String FEW_SECONDS = "2";

    /** Runs it on all that a user meets. */
    static SoakRun of(String... arguments) {
        return of(Subjects.all(), PATIENCE_MILLIS, arguments);
    }

    private static SoakRun of(Subjects subjects, long patienceMillis, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter printer = new PrintWriter(out);
        int exitCode =
                new Soak(subjects, new Progress(printer), patienceMillis).run(printer, new PrintWriter(err), arguments);
        return new SoakRun(exitCode, out.toString(), err.toString());
    }

    /** Runs one type until its fault is found: the time is so long that none is left to chance on a busy machine. */
    static SoakRun mixed(Function<Setting, Steps<?, ?>> steps) {
        return mixed(PLENTY_OF_SECONDS, steps);
    }

    /** Runs one type to the end, where some faults can be told only. */
    static SoakRun mixedToTheEnd(Function<Setting, Steps<?, ?>> steps) {
        return mixed(FEW_SECONDS, steps);
    }

    private static SoakRun mixed(String seconds, Function<Setting, Steps<?, ?>> steps) {
        Subjects subjects = new Subjects(List.of(steps), List.of(), List.of(), List.of());
        return of(subjects, SHORT_PATIENCE_MILLIS, "--seconds", seconds);
    }

    /** Runs several threads at one type until its fault is found. */
    static SoakRun together(Function<Setting, Together> together) {
        Subjects subjects = new Subjects(List.of(), List.of(together), List.of(), List.of());
        return of(subjects, SHORT_PATIENCE_MILLIS, "--seconds", PLENTY_OF_SECONDS);
    }

    static SoakRun large(Supplier<Large> large) {
        return of(
                new Subjects(List.of(), List.of(), List.of(large), List.of()),
                SHORT_PATIENCE_MILLIS,
                "--entries",
                "100000");
    }

    static SoakRun history(Supplier<History<?, ?>> history) {
        Subjects subjects = new Subjects(List.of(), List.of(), List.of(), List.of(history));
        return of(subjects, SHORT_PATIENCE_MILLIS, "--snapshots", "6000");
    }

    /** Expects a soak without a fault. */
    SoakRun passes() {
        assertThat(exitCode).as(out + err).isZero();
        assertThat(err).isEmpty();
        assertThat(out).endsWith("All was as it must be." + System.lineSeparator());
        return this;
    }

    /** Expects a fault whose message has all of these words. */
    void finds(String... words) {
        assertThat(exitCode).as(out).isEqualTo(Soak.FAULT).isEqualTo(1);
        assertThat(err.lines().findFirst().orElse("")).contains(words);
        assertThat(out).contains("FAILED: ", "Again: --seed ").doesNotContain("All was as");
    }

    /** Expects a refusal: one line on standard error that says all of this, and the exit code 2. */
    void isRefused(String... words) {
        assertThat(exitCode).as(out + err).isEqualTo(2);
        assertThat(err.lines()).hasSize(1);
        assertThat(err).startsWith("soak: ").contains(words);
    }
}
