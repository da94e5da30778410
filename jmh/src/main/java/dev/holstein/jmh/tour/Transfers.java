package dev.holstein.jmh.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The second phase: writers move quantities between names, while readers sum up whole views. */
final class Transfers {
    /** Writers are at work on one part in so many of the names, so that the rest of the map has a chance to stay shared. */
    static final int BUSY_PART = 4;

    private static final int LARGEST_TRANSFER = 1000;

    private final Subject subject;
    private final Ledger ledger;
    private final Plan plan;
    private final Crew crew = new Crew();
    private final List<SumReader> readers = new ArrayList<>();
    private final List<Writer> writers = new ArrayList<>();
    private @Nullable NodeCosts nodeCosts;

    Transfers(Subject subject, Ledger ledger, Plan plan) {
        this.subject = subject;
        this.ledger = ledger;
        this.plan = plan;
        for (int i = 0; i < plan.readers(); i++) {
            SumReader reader = new SumReader();
            readers.add(reader);
            crew.hire("reader", reader::lookAgainAndAgain);
        }
        for (int i = 0; i < plan.writers(); i++) {
            Writer writer = new Writer(i);
            writers.add(writer);
            crew.hire("writer", writer::transferAgainAndAgain);
        }
    }

    /** Lets readers and writers go on for the time of the plan. */
    Phase run(Progress progress) throws InterruptedException {
        Map<String, Long> first = subject.frozen();
        Walk firstWalk = first == null ? null : Walk.through(first);
        OptionalLong copiedBefore = subject.nodesCopied();

        long millis = Math.round(plan.seconds() * 1e3);
        progress.begin(subject.name() + ", transfers", millis);
        double seconds = crew.work(elapsed -> {
            progress.reached(Math.min(Math.round(elapsed * 1e3), millis));
            return elapsed >= plan.seconds();
        });

        Sightings seen = new Sightings();
        readers.forEach(reader -> seen.addAll(reader.seen()));
        if (crew.failure() == null) {
            seen.addAll(atRest(first, firstWalk));
            if (first != null && copiedBefore.isPresent()) {
                nodeCosts = costsSince(first, copiedBefore.getAsLong());
            }
        }
        progress.end(Numbers.count(made()) + " in " + Numbers.decimal(seconds) + " s, "
                + Numbers.plural(seen.views(), "view") + ", " + Verdict.torn(seen));
        return new Phase(seconds, made(), seen, crew.failure());
    }

    /** What the transfers did to the nodes; null before they ran, and for a map that has none to count. */
    @Nullable
    NodeCosts nodeCosts() {
        return nodeCosts;
    }

    private long made() {
        return writers.stream().mapToLong(writer -> writer.made).sum();
    }

    /** Looks once more when nobody writes: the map must be whole now, and the first snapshot still be what it was. */
    private Sightings atRest(@Nullable Map<String, Long> first, @Nullable Walk firstWalk) {
        SumReader reader = new SumReader();
        reader.look();
        if (first != null) {
            Walk again = Walk.through(first);
            reader.seen().add(again.entries(), again.total(), 0, 0, again.equals(firstWalk) ? null : Defect.CHANGED);
        }
        return reader.seen();
    }

    private @Nullable NodeCosts costsSince(Map<String, Long> first, long copiedBefore) {
        Map<String, Long> last = subject.frozen();
        long copied = subject.nodesCopied().orElse(copiedBefore) - copiedBefore;
        return last == null ? null : NodeCosts.between(first, last, copied, made());
    }

    /**
     * The names that a writer moves quantities between. They are nobody else's, which spares all subjects a lock around
     * reading and writing; those of several writers lie side by side, so that they meet in the same nodes.
     */
    private String[] namesOf(int writer) {
        int busy = Math.max(ledger.names().size() / BUSY_PART, 2 * plan.writers());
        List<String> own = new ArrayList<>();
        for (int i = writer; i < busy; i += plan.writers()) {
            own.add(ledger.names().get(i));
        }
        return own.toArray(String[]::new);
    }

    private final class Writer {
        private final String[] names;
        private final SplittableRandom random;
        private long made;

        Writer(int index) {
            names = namesOf(index);
            random = new SplittableRandom(plan.seed() + index);
        }

        /** A quantity may go below zero, as an account may; so every transfer changes both, even if there is little to move. */
        void transferAgainAndAgain() {
            do {
                int from = random.nextInt(names.length);
                int to = (from + 1 + random.nextInt(names.length - 1)) % names.length;
                subject.transfer(names[from], names[to], random.nextInt(LARGEST_TRANSFER) + 1L);
                made++;
            } while (!crew.stopped());
        }
    }

    private final class SumReader extends Reader {
        SumReader() {
            super(subject);
        }

        void lookAgainAndAgain() {
            do {
                look();
            } while (!crew.stopped());
        }

        @Override
        long present() {
            return 0; // a sum does not tell how many transfers it has seen
        }

        @Override
        @Nullable
        Defect defectOf(Walk walk, long atLeast) {
            if (!walk.ordered()) {
                return Defect.ORDER;
            }
            if (!walk.agreesWithSize() || walk.entries() != ledger.names().size()) {
                return Defect.SIZE;
            }
            return walk.total() == ledger.total() ? null : Defect.STATE;
        }
    }
}
