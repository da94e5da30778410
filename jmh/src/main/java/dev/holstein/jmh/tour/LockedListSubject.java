package dev.holstein.jmh.tour;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** A synchronized {@link ArrayList}, copied for every view: whole views, paid with O(n) time during which nobody writes. */
final class LockedListSubject implements ListSubject {
    private final List<Element> list;

    LockedListSubject(Collection<Element> elements) {
        list = Collections.synchronizedList(new ArrayList<>(elements));
    }

    @Override
    public String name() {
        return "synchronized ArrayList";
    }

    @Override
    public boolean judged() {
        return false;
    }

    @Override
    public void write(Consumer<List<Element>> edit) {
        synchronized (list) {
            edit.accept(list);
        }
    }

    @Override
    public List<Element> view(ListWalk.Way way) {
        return frozen();
    }

    @Override
    public List<Element> frozen() {
        return new ArrayList<>(list); // one call of toArray, which takes the lock
    }
}
