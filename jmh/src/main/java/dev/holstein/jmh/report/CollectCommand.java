package dev.holstein.jmh.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Several files of JMH as one that is kept. */
@Command(
        name = "collect",
        mixinStandardHelpOptions = true,
        description = {
            "Makes one file of several, in JMH's format, without anything that names a machine's paths.",
            "Of two results of one benchmark with the same parameters the one of the later file is kept."
        })
final class CollectCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "JSON", description = "What JMH wrote with -rf json.")
    @SuppressWarnings("NullAway.Init") // by picocli
    private List<Path> files;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
    @SuppressWarnings("NullAway.Init") // by picocli
    private Path target;

    @Option(
            names = "--elsewhere",
            description = "The files were measured on another machine: says nothing of this one.")
    private boolean elsewhere;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws BadInput {
        Collection<ObjectNode> results = ResultFile.merged(files);
        if (!elsewhere) {
            Machine here = Machine.here();
            results.stream()
                    .filter(result -> !result.has(KeptResult.MACHINE))
                    .forEach(result -> result.set(KeptResult.MACHINE, here.toJson()));
        }
        ResultFile.write(target, results);
        PrintWriter out = spec.commandLine().getOut();
        out.println(results.size() + " results: " + target);
        return 0;
    }
}
