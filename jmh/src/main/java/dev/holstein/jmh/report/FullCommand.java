package dev.holstein.jmh.report;

import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The run of all targets. */
@Command(
        name = "full",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures all targets, in two hours, and writes the report of them.")
final class FullCommand extends RunCommand {
    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "600",
            description = "After this time no further benchmark is begun. Default: ${DEFAULT-VALUE}.")
    private int minutes;

    @Override
    Stream<Target> planned() {
        return Targets.all().stream();
    }

    @Override
    int minutes() {
        return minutes;
    }
}
