package dev.holstein.jmh.tour;

import dev.holstein.array.PagePool;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the tour. */
@Command(
        name = "tour",
        mixinStandardHelpOptions = true,
        versionProvider = Tour.Version.class,
        sortOptions = false,
        headerHeading = "Holstein tour: what a whole view of a concurrent map or list is worth.%n%n",
        description = {
            "%nIndexes the input into a ConcurrentBTreeMap while readers look at it; then writers move quantities between "
                    + "its names while readers sum whole views. Every view is checked for order, size and total. The "
                    + "same job then runs on a ConcurrentSkipListMap and on a synchronized TreeMap that is copied for "
                    + "each view.%n%nReads a ConcurrentList of the input from end to end while it is written all over, then a "
                    + "CopyOnWriteArrayList and a synchronized ArrayList. Every view is checked for content and order.%n%nLoads a file of over 100 MB into a CowByteArray, takes snapshots while its blocks are "
                    + "rewritten, saves one meanwhile, and compares every byte, delta and reclaimed page.%n"
        },
        footer = {
            "%nWriters are at work on the first quarter of the names in order, each on names of its own; in a list everywhere.",
            "This is a demonstration, not a benchmark: its speeds are those of one run after a short rehearsal.",
            "%nExit code: 0 if every view of the library and its volume was whole, 1 if one was not, 2 for bad options or "
                    + "input."
        })
public final class Tour implements Callable<Integer> {
    /** The exit code if a view of the library was torn, or something was wrong with its volume. */
    static final int TORN = 1;

    private static final int MOST_THREADS = 256;
    private static final long POOL_BYTES = 16L << 20;
    private static final int MOST_SECONDS = 24 * 60 * 60;

    @Option(
            names = "--input",
            paramLabel = "PATH",
            description = "A folder (its files), a text file or - for standard input (their words). "
                    + "Default: the class files of the JDK that runs this.")
    private @Nullable String inputName;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Seconds of transfers for each map, fractions allowed; half as long for each list. "
                    + "Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--readers",
            paramLabel = "N",
            description = "Threads that read. Default: one for each core but one, at least 1 and at most 4.")
    private int readers = Math.min(Math.max(Platform.cores() - 1, 1), 4);

    @Option(
            names = "--writers",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads that write. Default: ${DEFAULT-VALUE}.")
    private int writers;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The order of indexing and the choice of writes. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--list",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Elements of each list: the items of the input, again and again; 0 leaves this out. "
                    + "Default: ${DEFAULT-VALUE}.")
    private int listSize;

    @Option(
            names = "--volume",
            paramLabel = "FILE",
            description = "The file that is loaded as a volume, or " + VolumeFile.NONE + " to leave this out. "
                    + "Default: lib/modules of the JDK that runs this.")
    private @Nullable String volumeName;

    @Option(names = "--off-heap", description = "Keeps the volume in direct memory.")
    private boolean offHeap;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes all figures to a file, too.")
    private @Nullable String jsonName;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    private final List<Supplier<Subject>> subjects;
    private final List<Function<Collection<Element>, ListSubject>> lists;
    private final Function<PagePool, VolumeSubject> volumes;
    private final InputStream standardInput;
    private final Progress progress;

    Tour(
            List<Supplier<Subject>> subjects,
            List<Function<Collection<Element>, ListSubject>> lists,
            Function<PagePool, VolumeSubject> volumes,
            InputStream standardInput,
            Progress progress) {
        this.subjects = subjects;
        this.lists = lists;
        this.volumes = volumes;
        this.standardInput = standardInput;
        this.progress = progress;
    }

    /**
     * Runs the tour and ends the JVM with its exit code.
     *
     * @param arguments see {@code --help}
     */
    @SuppressWarnings("DefaultCharset") // what the streams of the terminal use
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        Progress progress = BarProgress.hasTerminal() ? new BarProgress(out, System.out) : new Progress(out);
        List<Supplier<Subject>> subjects = List.of(BTreeSubject::new, SkipListSubject::new, LockedTreeSubject::new);
        List<Function<Collection<Element>, ListSubject>> lists =
                List.of(ConcurrentListSubject::new, CopyOnWriteListSubject::new, LockedListSubject::new);
        System.exit(new Tour(subjects, lists, CowVolumes::new, System.in, progress).run(out, err, arguments));
    }

    /** Runs the tour on some command line, and answers the exit code. */
    int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(this)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((bad, unused) -> {
                    progress.abandon();
                    String line = String.valueOf(bad.getMessage()).replaceAll("\\p{Cntrl}+", " ");
                    bad.getCommandLine().getErr().println("tour: " + line);
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(arguments);
    }

    /** The tour itself, once the options are read. */
    @Override
    public Integer call() throws InterruptedException {
        try {
            Plan plan = plan();
            VolumeFile.Choice choice = VolumeFile.chosen(volumeName, offHeap);
            JsonFile jsonFile = jsonName == null ? null : JsonFile.writable(jsonName);
            progress.line("Holstein tour " + Platform.version() + " on Java " + Platform.java() + ", " + Platform.os()
                    + ", " + Numbers.plural(Platform.cores(), "core"));
            progress.begin("Reading the input", Progress.UNKNOWN);
            Input input = Input.read(inputName, standardInput);
            progress.abandon();
            Report report = new Job(plan, input, progress).run(subjects);
            ListReport list =
                    listSize == 0 ? ListReport.LEFT_OUT : new ListStep(plan, input, listSize, progress).run(lists);
            VolumeReport volume = volume(choice);
            progress.line("");
            report.table().forEach(progress::line);
            progress.line("");
            list.table().forEach(progress::line);
            list.sentences().forEach(progress::line);
            progress.line("");
            volume.table().forEach(progress::line);
            volume.sentences().forEach(progress::line);
            progress.line("");
            report.sentences().forEach(progress::line);
            if (jsonFile != null) {
                jsonFile.write(JsonReport.of(report, list, volume));
            }
            return report.passed() && list.passed() && volume.passed() ? CommandLine.ExitCode.OK : TORN;
        } catch (BadInput e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (OutOfMemoryError e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the input does not fit into the heap: take a smaller one, a smaller --list, or java -Xmx",
                    e);
        }
    }

    private VolumeReport volume(VolumeFile.Choice choice) throws BadInput, InterruptedException {
        VolumeFile file = choice.file();
        if (file == null) {
            return VolumeReport.leftOut(choice.reason());
        }
        PagePool pool = offHeap ? PagePool.direct(POOL_BYTES) : PagePool.heap(POOL_BYTES);
        return VolumeStep.run(volumes.apply(pool), file, seed, progress);
    }

    private Plan plan() throws BadInput {
        if (!(seconds > 0 && seconds <= MOST_SECONDS)) { // also refuses NaN
            throw new BadInput("--seconds must be above 0 and at most " + MOST_SECONDS + ", but is " + seconds);
        }
        if (listSize != 0 && (listSize < ListStep.FEWEST || listSize > ListStep.MOST)) {
            throw new BadInput(
                    "--list must be from " + ListStep.FEWEST + " to " + ListStep.MOST + ", or 0, but is " + listSize);
        }
        return new Plan(seconds, threads("--readers", readers), threads("--writers", writers), seed);
    }

    private static int threads(String option, int count) throws BadInput {
        if (count < 1 || count > MOST_THREADS) {
            throw new BadInput(option + " must be from 1 to " + MOST_THREADS + ", but is " + count);
        }
        return count;
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Holstein tour " + Platform.version()};
        }
    }
}
