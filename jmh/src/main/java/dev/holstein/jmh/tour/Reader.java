package dev.holstein.jmh.tour;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One reader: takes views, walks over them, and judges what it saw. Used by one thread at a time. */
abstract class Reader {
    private final Subject subject;
    private final Sightings seen = new Sightings();

    Reader(Subject subject) {
        this.subject = subject;
    }

    /** How far the writers have come; asked before a view is taken, which must not be older. */
    abstract long present();

    /**
     * Judges a view.
     *
     * @param atLeast what {@link #present} answered before the view was taken
     * @return what is wrong with it; null if nothing is
     */
    abstract @Nullable Defect defectOf(Walk walk, long atLeast);

    /** Takes a view and walks over it. */
    final void look() {
        long atLeast = present();
        long start = System.nanoTime();
        Map<String, Long> view = subject.view(seen.views());
        long taken = System.nanoTime();
        Walk walk = Walk.through(view);
        long walked = System.nanoTime();
        seen.add(walk.entries(), walk.total(), taken - start, walked - taken, defectOf(walk, atLeast));
    }

    final Sightings seen() {
        return seen;
    }
}
