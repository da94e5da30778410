package dev.holstein.jmh.report;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Files of JMH as a page. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description =
                "Writes index.html (all in one file), summary.md and charts/*.svg. Of two results of one benchmark with "
                        + "the same parameters the one of the later file is shown.")
final class RenderCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "JSON", description = "What JMH or collect wrote.")
    @SuppressWarnings("NullAway.Init") // by picocli
    private List<Path> files;

    @Option(names = "--footprint", paramLabel = "JSON", description = "What the command Footprints wrote.")
    private @Nullable Path footprint;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "The folder to write into.")
    @SuppressWarnings("NullAway.Init") // by picocli
    private Path folder;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws BadInput {
        List<Measurement> footprints = footprint == null ? List.of() : ResultFile.footprints(footprint);
        Results results = new Results(ResultFile.merged(files), footprints);
        Rendering.write(results, Targets.all(), folder, spec.commandLine().getOut());
        return 0;
    }
}
