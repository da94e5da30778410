package dev.holstein.jmh.report;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** All files of a report. */
final class Rendering {
    private Rendering() {}

    /**
     * Writes them.
     *
     * @param results what they show
     * @param targets the targets they judge
     * @param folder where they go
     * @param out is told
     * @throws BadInput if a file cannot be written, or nothing is there to show
     */
    static void write(Results results, List<Target> targets, Path folder, PrintWriter out) throws BadInput {
        if (results.isEmpty()) {
            throw new BadInput("there is no result in these files");
        }
        List<Verdict> verdicts = Verdict.all(targets, results);
        boolean drawn = Drawing.isPossible();
        Function<Operation, List<Drawing>> drawings = drawn ? Drawing::all : operation -> List.of();
        if (!drawn) {
            out.println(
                    "No charts: this machine has no font to write on them with. Install one, such as fonts-dejavu-core.");
        }
        for (Operation operation : results.operations()) {
            for (Drawing drawing : drawings.apply(operation)) {
                ResultFile.write(folder.resolve("charts").resolve(drawing.name() + ".svg"), drawing.file());
            }
        }
        ResultFile.write(folder.resolve("index.html"), Page.of(results, verdicts, drawings));
        ResultFile.write(folder.resolve("summary.md"), Summary.of(results, verdicts));
        out.println("Targets: " + Page.counts(verdicts));
        out.println("Report: " + folder.resolve("index.html"));
    }
}
