package dev.holstein.jmh.report;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line of the report: {@code java -cp benchmarks.jar dev.holstein.jmh.report.Report}.
 *
 * <p>Exit code: 0 if it was done, 1 if a benchmark failed, 2 for bad options or input; then one line says what is wrong. A
 * target that is missed is a finding, not an error.
 */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Runs the benchmarks that targets are set for, and turns results of JMH into a page.",
        subcommands = {
            QuickCommand.class,
            FullCommand.class,
            CollectCommand.class,
            RenderCommand.class,
            TargetsCommand.class
        })
public final class Report implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    Report() {}

    /**
     * Runs a command and ends the JVM with its exit code.
     *
     * @param arguments see {@code --help}
     */
    @SuppressWarnings("DefaultCharset") // what the streams of the terminal use
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /** Runs a command, and answers the exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Report())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((bad, unused) -> complain(err, bad))
                .setExecutionExceptionHandler((bad, command, unused) -> {
                    if (bad instanceof BadInput) {
                        return complain(err, bad);
                    }
                    throw bad;
                })
                .execute(arguments);
    }

    private static int complain(PrintWriter err, Exception bad) {
        err.println("report: " + String.valueOf(bad.getMessage()).replaceAll("\\p{Cntrl}+", " "));
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: quick, full, collect, render or targets (--help tells of them)");
    }
}
