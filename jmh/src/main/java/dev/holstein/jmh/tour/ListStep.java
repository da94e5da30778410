package dev.holstein.jmh.tour;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * The lists: the items of the input as a list of a given length, read from end to end while it is written all over. A view must
 * show what one write has left, all of it and in order ({@link Seal}), and none older than what had been written when it was
 * taken.
 */
final class ListStep {
    /** The options that leave the step out. */
    static final String LEFT_OUT = "--list 0";

    /** What a write needs: two elements, between which an amount can go. */
    static final int FEWEST = 2;

    static final int MOST = 10_000_000;

    /** Lists are written for this part of the time of the maps: it is enough to see tens of thousands of walks or writes. */
    private static final double PART = 0.5;

    private final Plan plan;
    private final List<Element> elements = new ArrayList<>();
    private final Progress progress;

    /**
     * Prepares lists of the items of an input, which begin anew until there are enough.
     *
     * @param size the elements of each list
     */
    ListStep(Plan plan, Input input, int size, Progress progress) {
        this.plan = plan.part(PART);
        this.progress = progress;
        List<Input.Item> items = input.items();
        for (int i = 0; i < size; i++) {
            elements.add(Element.of(items.get(i % items.size()), i));
        }
    }

    /** Writes to every list in turn, each of which is given up before the next begins. */
    ListReport run(List<Function<Collection<Element>, ListSubject>> subjects) throws InterruptedException {
        progress.line("");
        progress.line("Lists: " + Numbers.plural(elements.size(), "element") + ", written for "
                + Numbers.decimal(plan.seconds()) + " s each");
        progress.begin("Rehearsal", Progress.UNKNOWN);
        List<ListVerdict> rehearsals =
                done(subjects, plan.rehearsal(), new Progress(new PrintWriter(Writer.nullWriter())));
        progress.end("every list has been written once, so that none runs on a cold JVM");
        return new ListReport(elements.size(), plan.seconds(), rehearsals, done(subjects, plan, progress));
    }

    private List<ListVerdict> done(
            List<Function<Collection<Element>, ListSubject>> subjects, Plan plan, Progress progress)
            throws InterruptedException {
        List<ListVerdict> verdicts = new ArrayList<>();
        for (Function<Collection<Element>, ListSubject> subject : subjects) {
            verdicts.add(new ListWriting(subject.apply(elements), elements, plan).run(progress));
        }
        return verdicts;
    }
}
