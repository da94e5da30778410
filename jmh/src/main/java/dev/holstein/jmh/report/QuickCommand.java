package dev.holstein.jmh.report;

import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The short run, beside the peers that were best in long ones: enough to see that the figures of the README hold here, too. */
@Command(
        name = "quick",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures the targets that are marked quick, in under 15 minutes, and writes the report of them.")
final class QuickCommand extends RunCommand {
    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "13",
            description = "After this time no further benchmark is begun. Default: ${DEFAULT-VALUE}.")
    private int minutes;

    @Override
    Stream<Target> planned() {
        return Targets.quick().stream();
    }

    @Override
    int minutes() {
        return minutes;
    }
}
