package dev.holstein.jmh.soak;

import dev.holstein.jmh.tour.BarProgress;
import dev.holstein.jmh.tour.Numbers;
import dev.holstein.jmh.tour.Platform;
import dev.holstein.jmh.tour.Progress;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the soak. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        versionProvider = Soak.Version.class,
        sortOptions = false,
        headerHeading = "Holstein soak: does it hold for long, for much, and for all of it?%n%n",
        description = {
            "%nmixed: random operations on every type, each compared with a model, snapshots rechecked, several threads at "
                    + "the concurrent types; after each round all that was dropped must have been collected, and in the end "
                    + "heap and direct memory must not have grown.%n%nlarge: one collection with very many entries."
                    + "%n%nhistory: very many snapshots of one collection, all alive.%n"
        },
        footer = {
            "%nlarge takes about 100 bytes of heap an entry, history about 3,000 a snapshot: give java an -Xmx, 2g for the "
                    + "defaults.",
            "%nExit code: 0 if all was as it must be, 1 if something was not, 2 for bad options."
        })
public final class Soak implements Callable<Integer> {
    /** The exit code if something was not as it must be. */
    static final int FAULT = 1;

    private static final double DEFAULT_SECONDS = 60;
    private static final int SECONDS_A_MINUTE = 60;
    private static final double MOST_SECONDS = 30.0 * 24 * 60 * 60;
    private static final int MOST_THREADS = 64;
    private static final int MOST_ENTRIES = 1 << 28;
    private static final int FEWEST = 10;
    private static final long PATIENCE_MILLIS = 20_000;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long mixed operations go on; large and history take what they take. Default: 60.")
    private @Nullable Double seconds;

    @Option(names = "--minutes", paramLabel = "N", description = "The same in minutes.")
    private @Nullable Double minutes;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Where all choices come from. Default: another one each time, which is printed.")
    private @Nullable Long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "3",
            description = "Threads at work at once; a third of them read. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--tolerance",
            paramLabel = "N",
            defaultValue = "15",
            description = "Percent by which memory in use may be higher in the end. Default: ${DEFAULT-VALUE}.")
    private double tolerance;

    @Option(
            names = "--entries",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "Entries of each large collection. Default: ${DEFAULT-VALUE}.")
    private int entries;

    @Option(
            names = "--snapshots",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Snapshots in the history of a map; a tenth of it for lists. Default: ${DEFAULT-VALUE}.")
    private int snapshots;

    @Option(
            names = "--only",
            paramLabel = "PART",
            split = ";",
            description =
                    "mixed, large, history, or a type as the table names it, which then does its mixed operations alone; "
                            + "several are separated by ;")
    private List<String> only = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    private final Subjects subjects;
    private final Progress progress;
    private final long patienceMillis;

    /**
     * Prepares it.
     *
     * @param subjects what is soaked
     * @param progress is told how far it is
     * @param patienceMillis how long the collector is asked again for what was dropped, before it counts as held
     */
    Soak(Subjects subjects, Progress progress, long patienceMillis) {
        this.subjects = subjects;
        this.progress = progress;
        this.patienceMillis = patienceMillis;
    }

    /**
     * Runs the soak and ends the JVM with its exit code.
     *
     * @param arguments see {@code --help}
     */
    @SuppressWarnings("DefaultCharset") // what the streams of the terminal use
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        Progress progress = BarProgress.hasTerminal() ? new BarProgress(out, System.out) : new Progress(out);
        System.exit(new Soak(Subjects.all(), progress, PATIENCE_MILLIS).run(out, err, arguments));
    }

    /** Runs the soak on some command line, and answers the exit code. */
    int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(this)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((bad, unused) -> {
                    progress.abandon();
                    String line = String.valueOf(bad.getMessage()).replaceAll("\\p{Cntrl}+", " ");
                    bad.getCommandLine().getErr().println("soak: " + line);
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(arguments);
    }

    /** The soak itself, once the options are read. */
    @Override
    public Integer call() throws InterruptedException {
        Plan plan = plan();
        progress.line("Holstein soak " + Platform.version() + " on Java " + Platform.java() + ", " + Platform.os()
                + ", " + Numbers.plural(Platform.cores(), "core"));
        progress.line("Plan: " + Numbers.decimal(plan.seconds()) + " s of mixed operations, " + plan.threads()
                + " threads, " + Numbers.count(plan.entries()) + " entries, " + Numbers.count(plan.snapshots())
                + " snapshots, seed " + plan.seed());
        try {
            mixed(plan);
            large(plan);
            history(plan);
        } catch (Fault fault) {
            progress.abandon();
            PrintWriter err = spec.commandLine().getErr();
            err.println("soak: " + fault.getMessage());
            fault.printStackTrace(err);
            err.flush();
            progress.line("FAILED: " + fault.getMessage());
            progress.line("Again: --seed " + plan.seed() + " --threads " + plan.threads() + " --entries "
                    + plan.entries() + " --snapshots " + plan.snapshots());
            return FAULT;
        }
        progress.line("All was as it must be.");
        return CommandLine.ExitCode.OK;
    }

    private void mixed(Plan plan) throws InterruptedException {
        Dropped dropped = new Dropped(patienceMillis);
        Rounds rounds = new Rounds(plan, subjects, new Setting(plan.seed(), plan.threads(), dropped));
        if (rounds.isEmpty()) {
            return;
        }
        try {
            rounds.run(progress);
        } finally {
            progress.end(Numbers.count(dropped.total()) + " snapshots and handles dropped");
            Summary.ofTallies(rounds.tallies()).forEach(progress::line);
            rounds.neverDone().forEach(each -> progress.line("never done: " + each));
            progress.line("");
            if (rounds.gauge().readings() > 0) {
                Summary.ofGauge(rounds.gauge(), dropped).forEach(progress::line);
                progress.line("");
            }
        }
    }

    /** One part that goes from collection to collection. */
    private interface Visit<T> {
        void run(T subject, Figures figures) throws InterruptedException;
    }

    private void large(Plan plan) throws InterruptedException {
        Setting setting = new Setting(plan.seed(), plan.threads(), new Dropped(patienceMillis));
        if (plan.has(Plan.LARGE)) {
            visit("Large", subjects.large(), subject -> subject.name, (subject, figures) -> {
                subject.run(plan.entries(), setting.randomOf(subject.name), setting.dropped(), figures);
                setting.dropped().expectGone();
            });
        }
    }

    private void history(Plan plan) throws InterruptedException {
        Setting setting = new Setting(plan.seed(), plan.threads(), new Dropped(patienceMillis));
        if (plan.has(Plan.HISTORY)) {
            visit(
                    "History",
                    subjects.histories(),
                    subject -> subject.name,
                    (subject, figures) ->
                            subject.run(plan.snapshots(), setting.randomOf(subject.name), setting.dropped(), figures));
        }
    }

    private <T> void visit(
            String part, List<? extends Supplier<? extends T>> makers, Naming<T> name, Visit<? super T> visit)
            throws InterruptedException {
        List<Figures> figures = new ArrayList<>();
        try {
            for (Supplier<? extends T> maker : makers) {
                T subject = maker.get();
                figures.add(new Figures(name.of(subject)));
                progress.begin(part + ", " + name.of(subject), Progress.UNKNOWN);
                try {
                    visit.run(subject, figures.get(figures.size() - 1));
                } catch (Fault fault) {
                    throw new Fault(part + ", " + name.of(subject) + ": " + fault.getMessage(), fault);
                }
                progress.abandon();
            }
        } finally {
            if (!figures.isEmpty()) {
                Summary.ofFigures(part, figures).forEach(progress::line);
                progress.line("");
            }
        }
    }

    /** What a subject is called. */
    private interface Naming<T> {
        String of(T subject);
    }

    private Plan plan() {
        if (seconds != null && minutes != null) {
            throw bad("--seconds and --minutes say the same: give one of them");
        }
        double wanted = seconds != null ? seconds : minutes != null ? minutes * SECONDS_A_MINUTE : DEFAULT_SECONDS;
        if (!(wanted > 0 && wanted <= MOST_SECONDS)) { // also refuses NaN
            throw bad("--seconds must be above 0 and at most 30 days, but is " + wanted);
        }
        if (threads < 2 || threads > MOST_THREADS) {
            throw bad("--threads must be from 2 to " + MOST_THREADS + ", but is " + threads);
        }
        if (!(tolerance >= 0)) {
            throw bad("--tolerance must not be negative, but is " + tolerance);
        }
        if (entries < FEWEST || entries > MOST_ENTRIES) {
            throw bad("--entries must be from " + FEWEST + " to " + MOST_ENTRIES + ", but is " + entries);
        }
        if (snapshots < FEWEST) {
            throw bad("--snapshots must be at least " + FEWEST + ", but is " + snapshots);
        }
        long chosen = seed != null ? seed : System.nanoTime();
        return new Plan(wanted, threads, chosen, tolerance / 100, entries, snapshots, parts());
    }

    private Set<String> parts() {
        Set<String> known = new TreeSet<>(List.of(Plan.MIXED, Plan.LARGE, Plan.HISTORY));
        Setting setting = new Setting(0, threads, new Dropped(0));
        subjects.mixed().forEach(maker -> known.add(maker.apply(setting).name()));
        subjects.together().forEach(maker -> known.add(maker.apply(setting).name()));
        for (String part : only) {
            if (!known.contains(part)) {
                throw bad("--only knows " + String.join("; ", known) + ", but not " + part);
            }
        }
        return new LinkedHashSet<>(only);
    }

    private ParameterException bad(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Holstein soak " + Platform.version()};
        }
    }
}
