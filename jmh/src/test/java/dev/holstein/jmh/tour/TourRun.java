package dev.holstein.jmh.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.array.PagePool;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** One run of the tour as from a command line, with what it printed. */
record TourRun(int exitCode, String out, String err) {
    static final List<Supplier<Subject>> ALL = List.of(BTreeSubject::new, SkipListSubject::new, LockedTreeSubject::new);
    static final List<Function<Collection<Element>, ListSubject>> LISTS =
            List.of(ConcurrentListSubject::new, CopyOnWriteListSubject::new, LockedListSubject::new);

    /** Runs it on the subjects that a user meets. */
    static TourRun of(String... arguments) {
        return of(ALL, "", arguments);
    }

    /** Runs it without lists and a volume, which is what most tests look at the rest of. */
    static TourRun of(List<Supplier<Subject>> subjects, String standardInput, String... arguments) {
        String[] all = new String[arguments.length + 4];
        all[0] = "--volume";
        all[1] = VolumeFile.NONE;
        all[2] = "--list";
        all[3] = "0";
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return of(subjects, LISTS, CowVolumes::new, standardInput, all);
    }

    static TourRun of(
            List<Supplier<Subject>> subjects,
            List<Function<Collection<Element>, ListSubject>> lists,
            Function<PagePool, VolumeSubject> volumes,
            String standardInput,
            String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter printer = new PrintWriter(out);
        ByteArrayInputStream in = new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8));
        int exitCode = new Tour(subjects, lists, volumes, in, new Progress(printer))
                .run(printer, new PrintWriter(err), arguments);
        return new TourRun(exitCode, out.toString(), err.toString());
    }

    /** Expects a tour without fault. */
    TourRun passes() {
        assertThat(err).isEmpty();
        assertThat(exitCode).as(out).isZero();
        return this;
    }

    /** Expects a refusal: one line on standard error that says all of this, and the exit code 2. */
    TourRun isRefused(String... words) {
        assertThat(exitCode).as(out + err).isEqualTo(2);
        assertThat(err.lines()).hasSize(1);
        assertThat(err).startsWith("tour: ").contains(words);
        return this;
    }
}
