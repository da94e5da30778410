package dev.holstein.jmh.tour;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The JDK's copy-on-write list. Its iterators and {@code forEach} show one moment, and so does {@code clone()}, which shares the
 * array: no view of it is ever a mixture. But it has no write of several steps, so each step copies the array and is seen alone:
 * a view is torn if it was taken between two, by its contract, not by a fault. (As long as the size stays, {@code replaceAll} with
 * a function that counts its calls could make any change one step; the tour uses the methods that are there for it.)
 *
 * <p>Its writers take turns by a lock of their own, for what one has read another may have changed before it writes.
 */
final class CopyOnWriteListSubject implements ListSubject {
    private final Object turn = new Object();
    private final CopyOnWriteArrayList<Element> list;

    CopyOnWriteListSubject(Collection<Element> elements) {
        list = new CopyOnWriteArrayList<>(elements);
    }

    @Override
    public String name() {
        return "CopyOnWriteArrayList";
    }

    @Override
    public boolean judged() {
        return false;
    }

    @Override
    public void write(Consumer<List<Element>> edit) {
        synchronized (turn) {
            edit.accept(list);
        }
    }

    @Override
    public List<Element> view(ListWalk.Way way) {
        return way == ListWalk.Way.GET ? frozen() : list;
    }

    @Override
    @SuppressWarnings("unchecked") // a clone has the same elements
    public List<Element> frozen() {
        return (List<Element>) list.clone();
    }
}
