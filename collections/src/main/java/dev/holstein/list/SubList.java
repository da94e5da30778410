package dev.holstein.list;

import dev.holstein.core.Owner;
import java.util.ConcurrentModificationException;
import org.jspecify.annotations.Nullable;

/**
 * A live range of a list. It knows by the structure of a version whether others have added or removed elements; what is written
 * through it, or through a range of it, moves its bounds and those of the lists it is a range of.
 *
 * @param <E> the type of the elements
 */
final class SubList<E extends @Nullable Object> extends ListView<E> {
    private final ListView<E> parent;
    private final ListView<E> face;

    /** Written in the turn of a writer only, before the version that it belongs to is published. */
    private volatile Bounds bounds;

    /** The bounds of a range that is good for nothing any more. */
    private static final Bounds REFUSED = new Bounds(Integer.MIN_VALUE, 0, 0);

    /** Where the range lies in versions of one structure. */
    private record Bounds(int structure, int from, int to) {}

    SubList(ListView<E> parent, ListWindow window, int from, int to) {
        this.parent = parent;
        face = parent.face();
        bounds = new Bounds(window.state().structure, window.from() + from, window.from() + to);
    }

    @Override
    ListView<E> face() {
        return face;
    }

    @Override
    ListState present() {
        return face.present();
    }

    @Override
    ListState presentInTurn() {
        return face.presentInTurn();
    }

    @Override
    ListWindow window() {
        ListState present = face.present();
        Bounds here = bounds;
        while (here.structure != REFUSED.structure && here.structure - present.structure > 0) {
            present = face.presentInTurn(); // a write through this range is on its way, and then perhaps the next
            here = bounds;
        }
        check(here, present);
        return new ListWindow(present, here.from, here.to);
    }

    private static void check(Bounds here, ListState present) {
        if (here.structure != present.structure) {
            throw new ConcurrentModificationException(
                    "elements were added to the list or taken out of it, not through this range: take a new one, or a range of a snapshot()");
        }
    }

    @Override
    ListState frozen() {
        ListWindow window = window();
        ListState unused = face.frozen(); // it may be a later version already: the range lies in the one before
        ListState all = window.state();
        ListEdit edit = all.edit();
        edit.drop(window.from());
        edit.take(window.size());
        return edit.state(all);
    }

    @Override
    <R extends @Nullable Object> R write(Write<R> write) {
        boolean[] moved = {false};
        boolean done = false;
        try {
            R result = face.write((draft, first, end) -> {
                Bounds here = bounds;
                check(here, draft.before());
                R answer = write.on(draft, here.from, here.to);
                int growth = draft.growth();
                if (growth != 0) {
                    moved[0] = true;
                    moveEnd(draft.before().structure + 1, growth);
                }
                return answer;
            });
            done = true;
            return result;
        } finally {
            if (!done && moved[0]) {
                refuse();
            }
        }
    }

    private void moveEnd(int structure, int growth) {
        for (ListView<E> list = this; list instanceof SubList<E> range; list = range.parent) {
            Bounds here = range.bounds;
            range.bounds = new Bounds(structure, here.from, here.to + growth);
        }
    }

    /** After a failure, of memory, between two steps of a write: whether the version was published is not known here. */
    private void refuse() {
        for (ListView<E> list = this; list instanceof SubList<E> range; list = range.parent) {
            range.bounds = REFUSED;
        }
    }

    @Override
    int characteristics() {
        return face.characteristics();
    }

    @Override
    boolean bindsEarly() {
        return face.bindsEarly();
    }

    @Override
    ListWalk<E> walk(int index, boolean onlyForward) {
        return face.walkOf(this, index, onlyForward);
    }

    @Override
    @Nullable
    Owner iteratorStarted() {
        return face.iteratorStarted();
    }

    @Override
    void iteratorFinished(@Nullable Owner started) {
        face.iteratorFinished(started);
    }
}
