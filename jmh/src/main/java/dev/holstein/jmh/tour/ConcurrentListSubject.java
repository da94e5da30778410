package dev.holstein.jmh.tour;

import dev.holstein.list.ConcurrentList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The list of this library. A write is one {@code update}: one new version. An iterator and {@code forEach} walk the version that
 * was present when they began; by index a snapshot is read.
 */
final class ConcurrentListSubject implements ListSubject {
    private final ConcurrentList<Element> list;

    ConcurrentListSubject(Collection<Element> elements) {
        list = new ConcurrentList<>(elements);
    }

    @Override
    public String name() {
        return "ConcurrentList";
    }

    @Override
    public boolean judged() {
        return true;
    }

    @Override
    public void write(Consumer<List<Element>> edit) {
        list.update(edit);
    }

    @Override
    public List<Element> view(ListWalk.Way way) {
        return way == ListWalk.Way.GET ? list.snapshot() : list;
    }

    @Override
    public List<Element> frozen() {
        return list.snapshot();
    }

    @Override
    public OptionalLong nodesCopied() {
        return OptionalLong.of(list.nodesCopied());
    }
}
