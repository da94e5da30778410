package dev.holstein.jmh.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The first phase: one writer adds item after item, while readers look at what is there so far. */
final class Indexing {
    /**
     * About how many views each reader takes. It waits between two, for else a map that is copied for each view would
     * hardly get on: its time would grow with the square of the input.
     */
    private static final int VIEWS = 200;

    private static final long WAIT_NANOS = 20_000;

    private final Subject subject;
    private final Ledger ledger;
    private final Crew crew = new Crew();
    private final List<IndexReader> readers = new ArrayList<>();

    /** Items that the map has taken. Written after each, so that whoever reads it may expect to find them. */
    private volatile int added;

    Indexing(Subject subject, Ledger ledger, int readerCount) {
        this.subject = subject;
        this.ledger = ledger;
        for (int i = 0; i < readerCount; i++) {
            IndexReader reader = new IndexReader();
            readers.add(reader);
            crew.hire("index-reader", reader::lookAgainAndAgain);
        }
        crew.hire("index-writer", this::addAll);
    }

    /** Indexes everything. */
    Phase run(Progress progress) throws InterruptedException {
        progress.begin(subject.name() + ", indexing", ledger.items().size());
        double seconds = crew.work(elapsed -> {
            progress.reached(added);
            return false; // the writer knows when it is done
        });
        Sightings seen = new Sightings();
        readers.forEach(reader -> seen.addAll(reader.seen()));
        progress.end(Numbers.plural(added, "item") + " in " + Numbers.decimal(seconds) + " s, "
                + Numbers.plural(seen.views(), "view") + ", " + Verdict.torn(seen));
        return new Phase(seconds, added, seen, crew.failure());
    }

    private void addAll() {
        int count = 0;
        for (Input.Item item : ledger.items()) {
            if (crew.stopped()) {
                return;
            }
            subject.add(item.name(), item.amount());
            added = ++count;
        }
        crew.stop();
    }

    private final class IndexReader extends Reader {
        private long lastMoment;

        IndexReader() {
            super(subject);
        }

        void lookAgainAndAgain() {
            int step = ledger.items().size() / VIEWS + 1;
            while (!crew.stopped()) {
                look();
                int next = added + step;
                while (!crew.stopped() && added < next) {
                    LockSupport.parkNanos(WAIT_NANOS);
                }
            }
            look(); // the whole index
        }

        @Override
        long present() {
            return Math.max(added, lastMoment);
        }

        @Override
        @Nullable
        Defect defectOf(Walk walk, long atLeast) {
            if (!walk.ordered()) {
                return Defect.ORDER;
            }
            if (!walk.agreesWithSize()) {
                return Defect.SIZE;
            }
            int moment = ledger.momentOf(walk);
            if (moment < 0) {
                return Defect.STATE;
            }
            lastMoment = Math.max(moment, lastMoment);
            return moment < atLeast ? Defect.STALE : null;
        }
    }
}
