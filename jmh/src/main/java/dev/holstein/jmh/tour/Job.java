package dev.holstein.jmh.tour;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The one job, done by every subject in turn on the same input. */
final class Job {
    private final Plan plan;
    private final Input input;
    private final Ledger ledger;
    private final Progress progress;

    /**
     * Prepares the job.
     *
     * @throws BadInput if there are too few names for the writers
     */
    Job(Plan plan, Input input, Progress progress) throws BadInput {
        this.plan = plan;
        this.input = input;
        this.progress = progress;
        ledger = Ledger.of(input, plan.seed());
        int needed = 2 * plan.writers();
        if (ledger.names().size() < needed) {
            throw new BadInput(
                    "the input is too small: transfers with " + Numbers.plural(plan.writers(), "writer") + " need "
                            + needed + " different names to move quantities between, but there are "
                            + ledger.names().size());
        }
    }

    /** Has every subject do it, each on a map of its own that is given up before the next begins. */
    Report run(List<Supplier<Subject>> subjects) throws InterruptedException {
        progress.line("Input: " + Numbers.count(input.items().size()) + " " + input.things() + " of " + input.source()
                + ", that is " + Numbers.plural(ledger.names().size(), "name") + " and "
                + Numbers.count(ledger.total()) + " " + input.quantity());
        progress.line("Plan: " + Numbers.plural(plan.writers(), "writer") + " and "
                + Numbers.plural(plan.readers(), "reader") + ", transfers for " + Numbers.decimal(plan.seconds())
                + " s each, seed " + plan.seed());
        progress.line("");
        progress.begin("Rehearsal", Progress.UNKNOWN);
        List<Verdict> rehearsals = done(subjects, plan.rehearsal(), new Progress(new PrintWriter(Writer.nullWriter())));
        progress.end("every map has done the job once, so that none runs on a cold JVM");
        return new Report(plan, input, ledger, rehearsals, done(subjects, plan, progress));
    }

    private List<Verdict> done(List<Supplier<Subject>> subjects, Plan plan, Progress progress)
            throws InterruptedException {
        List<Verdict> verdicts = new ArrayList<>();
        for (Supplier<Subject> subject : subjects) {
            verdicts.add(done(subject.get(), plan, progress));
        }
        return verdicts;
    }

    private Verdict done(Subject subject, Plan plan, Progress progress) throws InterruptedException {
        Phase indexed = new Indexing(subject, ledger, plan.readers()).run(progress);
        if (indexed.failure() != null) {
            return new Verdict(subject.name(), subject.judged(), indexed, Phase.NONE, null);
        }
        Transfers transfers = new Transfers(subject, ledger, plan);
        Phase transferred = transfers.run(progress);
        return new Verdict(subject.name(), subject.judged(), indexed, transferred, transfers.nodeCosts());
    }
}
