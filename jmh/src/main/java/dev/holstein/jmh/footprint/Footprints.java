package dev.holstein.jmh.footprint;

import dev.holstein.jmh.data.KeyKind;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Weighs all collections and writes an array of JSON: for each kind, state and size the bytes of structure, in all and for each
 * element. The states:
 *
 * <ul>
 *   <li>{@code bulk}: made at once from elements in order;
 *   <li>{@code one by one}: elements added in random order (to lists at the end), by a persistent kind as so many versions; up to
 *       10,000 of them where each costs a copy of all;
 *   <li>{@code churn}: after that, a random element removed and another added, twice as often as there are elements (in lists
 *       both at random indices; lists that move half their elements for that, up to 10,000 of them only);
 *   <li>{@code snapshot+m writes}: what a snapshot alone keeps alive after m random writes; for the collections of this library
 *       with {@code reportedBytes}, what {@link dev.holstein.cow.SharingReport} says of the same, without the handle.
 * </ul>
 *
 * <p>{@code java -Xmx6g -Djdk.attach.allowAttachSelf --add-opens java.base/java.util=ALL-UNNAMED --add-opens
 * java.base/java.util.concurrent=ALL-UNNAMED -cp jmh/target/benchmarks.jar dev.holstein.jmh.footprint.Footprints --out
 * footprint.json}. Without {@code --add-opens} the figures are the same, but the fields of the JDK's maps are read much slower.
 */
@Command(
        name = "footprints",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Weighs the structure of all collections, object by object, and writes JSON.")
public final class Footprints implements Callable<Integer> {
    private static final int MOST = 100_000_000;
    private static final int COLUMNS = 79;
    private static final int UPDATE_MILLIS = 1000;

    @Option(
            names = "--sizes",
            paramLabel = "N",
            split = ",",
            defaultValue = "1000,100000,1000000",
            description = "Elements of each collection. Default: ${DEFAULT-VALUE}.")
    private int[] sizes = {};

    @Option(
            names = "--only",
            paramLabel = "REGEX",
            defaultValue = ".*",
            description = "Kinds to weigh, part of a name such as 'map TREE_MAP' or 'set VAVR'. Default: all.")
    private String only = ".*";

    @Option(
            names = "--keys",
            paramLabel = "KIND",
            split = ",",
            defaultValue = "INTEGER",
            description =
                    "Keys of the maps, of natural order: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}. Lists look at none.")
    private KeyKind[] keys = {};

    @Option(names = "--out", paramLabel = "FILE", description = "Where the JSON goes. Default: standard output.")
    private @Nullable String out;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    private final PrintStream terminal;

    Footprints(PrintStream terminal) {
        this.terminal = terminal;
    }

    /**
     * Weighs, and ends the JVM with the exit code: 0, or 2 for options that cannot be obeyed.
     *
     * @param arguments see {@code --help}
     */
    @SuppressWarnings("DefaultCharset") // what the streams of the terminal use
    public static void main(String[] arguments) {
        System.exit(run(System.err, new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /** Weighs by some command line, and answers the exit code. */
    static int run(PrintStream terminal, PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Footprints(terminal))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((bad, unused) -> {
                    String line = String.valueOf(bad.getMessage()).replaceAll("\\p{Cntrl}+", " ");
                    bad.getCommandLine().getErr().println("footprints: " + line);
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(arguments);
    }

    /** Weighs, once the options are read. */
    @Override
    public Integer call() {
        try {
            List<Kind> kinds = kinds();
            for (KeyKind kind : keys) {
                if (kind.comparator() != null) {
                    throw new BadOption("--keys must have a natural order, but " + kind + " have a comparator");
                }
            }
            for (int size : sizes) {
                if (size < 1 || size > MOST) {
                    throw new BadOption("--sizes must be from 1 to " + MOST + ", but one is " + size);
                }
            }
            Path file = out == null ? null : writable(out);
            String json = FootprintRow.json(weighed(kinds));
            if (file == null) {
                spec.commandLine().getOut().print(json);
                spec.commandLine().getOut().flush();
            } else {
                Files.writeString(file, json, StandardCharsets.UTF_8);
            }
            return CommandLine.ExitCode.OK;
        } catch (BadOption e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "cannot write --out " + out + ": " + e.getMessage(), e);
        } catch (OutOfMemoryError e) {
            throw new ParameterException(
                    spec.commandLine(), "the heap is too small for this: take smaller --sizes, or java -Xmx", e);
        }
    }

    private List<Kind> kinds() throws BadOption {
        try {
            Pattern pattern = Pattern.compile(only);
            List<Kind> kinds = Kind.all().stream()
                    .filter(kind -> pattern.matcher(kind.toString()).find())
                    .toList();
            if (kinds.isEmpty()) {
                throw new BadOption("--only " + only + " is in none of: " + Kind.all());
            }
            return kinds;
        } catch (PatternSyntaxException e) {
            throw new BadOption("--only is not a regular expression: " + e.getDescription(), e);
        }
    }

    /** Better to hear of it before the weighing than after. */
    private static Path writable(String name) throws BadOption {
        Path path;
        try {
            path = Path.of(name).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new BadOption("--out is not a path: " + e.getReason(), e);
        }
        Path folder = path.getParent();
        boolean can = Files.exists(path)
                ? Files.isRegularFile(path) && Files.isWritable(path)
                : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
        if (!can) {
            throw new BadOption("cannot write --out " + name);
        }
        return path;
    }

    private List<FootprintRow> weighed(List<Kind> kinds) {
        List<FootprintRow> rows = new ArrayList<>();
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("Weighing")
                .setInitialMax((long) sizes.length * keys.length * kinds.size())
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(terminal, COLUMNS))
                .build()) {
            for (int size : sizes) {
                for (KeyKind kindOfKeys : keys) {
                    for (Kind kind : kinds) {
                        bar.setExtraMessage(kind + " " + size);
                        if (kind.isSorted() || kindOfKeys == keys[0]) {
                            rows.addAll(Weighing.of(kind, kindOfKeys, size));
                        }
                        bar.step();
                    }
                }
            }
        }
        return rows;
    }
}
