package dev.holstein.jmh.tour;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The one phase of a list: writers change it all over, while readers walk over the whole of it. */
final class ListWriting {
    private final ListSubject subject;
    private final int size;
    private final Plan plan;
    private final ListWalk original;
    private final Seal first;
    private final ListWrites writes;
    private final Crew crew = new Crew();
    private final List<ListReader> readers = new ArrayList<>();
    private final List<PaidWriter> writers = new ArrayList<>();

    /**
     * Prepares the phase.
     *
     * @param elements what the list has now
     */
    ListWriting(ListSubject subject, List<Element> elements, Plan plan) {
        this.subject = subject;
        this.plan = plan;
        size = elements.size();
        original = ListWalk.through(elements, ListWalk.Way.ITERATOR);
        first = new Seal(0, original.contents(), original.order());
        writes = new ListWrites(subject, size, first);
        for (int i = 0; i < plan.readers(); i++) {
            ListReader reader = new ListReader();
            readers.add(reader);
            crew.hire("list-reader", reader::lookAgainAndAgain);
        }
        for (int i = 0; i < plan.writers(); i++) {
            PaidWriter writer = new PaidWriter(i);
            writers.add(writer);
            crew.hire("list-writer", writer::writeAgainAndAgain);
        }
    }

    /** Lets readers and writers go on for the time of the plan. */
    ListVerdict run(Progress progress) throws InterruptedException {
        List<Element> frozen = subject.frozen();
        ListWalk frozenWalk = ListWalk.through(frozen, ListWalk.Way.ITERATOR);
        OptionalLong copiedBefore = subject.nodesCopied();

        long millis = Math.round(plan.seconds() * 1e3);
        progress.begin(subject.name() + ", writing", millis);
        double seconds = crew.work(elapsed -> {
            progress.reached(Math.min(Math.round(elapsed * 1e3), millis));
            return elapsed >= plan.seconds();
        });

        Sightings seen = new Sightings();
        readers.forEach(reader -> seen.addAll(reader.seen));
        Map<ListWrites.Kind, Long> made = made();
        long count = made.values().stream().mapToLong(Long::longValue).sum();
        ListCosts costs = null;
        if (crew.failure() == null) {
            seen.addAll(atRest(frozen, frozenWalk));
            if (copiedBefore.isPresent()) {
                long copied = subject.nodesCopied().orElse(0) - copiedBefore.getAsLong();
                costs = ListCosts.of(subject.frozen(), copied, count);
            }
        }
        progress.end(Numbers.count(count) + " writes in " + Numbers.decimal(seconds) + " s, "
                + Numbers.plural(seen.views(), "view") + ", " + Verdict.torn(seen));
        Phase phase = new Phase(seconds, count, seen, crew.failure());
        return new ListVerdict(subject.name(), subject.judged(), phase, made, bytesPerWrite(count), costs);
    }

    private Map<ListWrites.Kind, Long> made() {
        Map<ListWrites.Kind, Long> made = new EnumMap<>(ListWrites.Kind.class);
        for (ListWrites.Kind kind : ListWrites.Kind.values()) {
            made.put(kind, 0L);
        }
        writers.forEach(paid -> paid.writer.made().forEach((kind, count) -> made.merge(kind, count, Long::sum)));
        return made;
    }

    private double bytesPerWrite(long count) {
        boolean known = writers.stream().allMatch(paid -> paid.bytes >= 0);
        long bytes = writers.stream().mapToLong(paid -> paid.bytes).sum();
        return known && count > 0 ? (double) bytes / count : Double.NaN;
    }

    /**
     * Looks once more in every way when nobody writes: the list must now be what the last write has left, and what was frozen
     * before the first must still be what it was.
     */
    private Sightings atRest(List<Element> frozen, ListWalk frozenWalk) {
        ListReader reader = new ListReader();
        for (ListWalk.Way unused : ListWalk.Way.values()) {
            reader.look();
        }
        ListWalk again = ListWalk.through(frozen, ListWalk.Way.ITERATOR);
        reader.seen.add(again.elements(), again.total(), 0, 0, again.equals(frozenWalk) ? null : Defect.CHANGED);
        return reader.seen;
    }

    /** A writer, and the memory that its writes took. */
    private final class PaidWriter {
        private final ListWrites.Writer writer;
        private long bytes = Platform.UNKNOWN;

        PaidWriter(int index) {
            writer = writes.new Writer(plan.seed() + index);
        }

        void writeAgainAndAgain() {
            long before = Platform.allocatedBytes();
            do {
                writer.write();
            } while (!crew.stopped());
            long after = Platform.allocatedBytes();
            bytes = before == Platform.UNKNOWN ? Platform.UNKNOWN : after - before;
        }
    }

    /** A reader: takes a view, walks over it in one way after the other, and judges what it saw. Used by one thread. */
    private final class ListReader {
        private final Sightings seen = new Sightings();
        private long lastNumber;

        void lookAgainAndAgain() {
            do {
                look();
            } while (!crew.stopped());
        }

        void look() {
            ListWalk.Way way = ListWalk.Way.of(seen.views());
            long atLeast = Math.max(writes.finished(), lastNumber);
            long start = System.nanoTime();
            List<Element> view = subject.view(way);
            long taken = System.nanoTime();
            ListWalk walk = ListWalk.through(view, way);
            long walked = System.nanoTime();
            seen.add(walk.elements(), walk.total(), taken - start, walked - taken, defectOf(walk, atLeast));
        }

        private @Nullable Defect defectOf(ListWalk walk, long atLeast) {
            if (!walk.agreesWithSize() || walk.elements() != size) {
                return Defect.SIZE;
            }
            Seal seal = walk.seal() == null ? first : walk.seal();
            if (walk.total() != original.total() || walk.contents() != seal.contents()) {
                return Defect.STATE;
            }
            if (walk.order() != seal.order()) {
                return Defect.ORDER;
            }
            lastNumber = Math.max(seal.number(), lastNumber);
            return seal.number() < atLeast ? Defect.STALE : null;
        }
    }
}
