package dev.holstein.jmh.report;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The list of targets, for people. */
@Command(
        name = "targets",
        mixinStandardHelpOptions = true,
        description = "Lists all targets; quick ones are marked by q.")
final class TargetsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        for (Target target : Targets.all()) {
            out.println(String.format(
                    Locale.ROOT,
                    "%s %-48s %-28s %-40s %9s  %s against %s",
                    target.quick() ? "q" : " ",
                    target.row(),
                    target.where(),
                    target.shortName(),
                    target.rule().showLimit(target.limit()),
                    target.ours(),
                    target.references().isEmpty() ? "-" : String.join(", ", target.references())));
        }
    }
}
