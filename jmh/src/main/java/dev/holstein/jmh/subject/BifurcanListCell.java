package dev.holstein.jmh.subject;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The list of Bifurcan: the present version of a persistent one ("forked"), or one that is edited in place
 * ("linear"). Either answers a write with the list to go on with. For a write in the middle its users cut and join,
 * which makes a new list anyway.
 */
final class BifurcanListCell extends ListCell {
    private final boolean linear;
    private io.lacuna.bifurcan.List<Object> list;

    BifurcanListCell(io.lacuna.bifurcan.List<Object> list) {
        this.list = list;
        linear = list.isLinear();
    }

    @Override
    public int size() {
        return (int) list.size();
    }

    @Override
    public Object get(int index) {
        return list.nth(index);
    }

    /**
     * {@code set} of a forked list does not do: all forked lists have the same token of ownership, so that a second
     * one would write into nodes that the version before still has (0.2.0-rc1, and all releases before).
     */
    @Override
    public void set(int index, Object element) {
        list = linear
                ? list.set(index, element)
                : list.linear().set(index, element).forked();
    }

    @Override
    public void add(Object element) {
        list = list.addLast(element);
    }

    @Override
    public void insert(int index, Object element) {
        io.lacuna.bifurcan.List<Object> all = list.forked();
        become(joined(all.slice(0, index).addLast(element), all.slice(index, all.size())));
    }

    @Override
    public void remove(int index) {
        removeRange(index, index + 1);
    }

    @Override
    public void insertAll(int index, List<Object> elements) {
        io.lacuna.bifurcan.List<Object> all = list.forked();
        io.lacuna.bifurcan.List<Object> first = joined(all.slice(0, index), io.lacuna.bifurcan.List.from(elements));
        become(joined(first, all.slice(index, all.size())));
    }

    @Override
    public void removeRange(int from, int to) {
        io.lacuna.bifurcan.List<Object> all = list.forked();
        become(joined(all.slice(0, from), all.slice(to, all.size())));
    }

    /** Of lists of this class {@code concat} makes one of this class. */
    private static io.lacuna.bifurcan.List<Object> joined(
            io.lacuna.bifurcan.List<Object> first, io.lacuna.bifurcan.List<Object> second) {
        return (io.lacuna.bifurcan.List<Object>) first.concat(second);
    }

    private void become(io.lacuna.bifurcan.List<Object> forked) {
        list = linear ? forked.linear() : forked;
    }

    @Override
    public Iterator<Object> iterator() {
        return list.iterator();
    }

    @Override
    public void forEach(Consumer<Object> sink) {
        list.forEach(sink);
    }

    /** After {@code forked} a linear list is not to be written any more: another takes its place. */
    @Override
    public Object snapshot() {
        if (!linear) {
            return list;
        }
        io.lacuna.bifurcan.List<Object> frozen = list.forked();
        list = frozen.linear();
        return frozen;
    }

    @Override
    public BifurcanListCell copy() {
        io.lacuna.bifurcan.List<Object> frozen = list.forked();
        become(frozen);
        return new BifurcanListCell(linear ? frozen.linear() : frozen);
    }

    @Override
    public Object concat(ListCell other) {
        return joined(list.forked(), ((BifurcanListCell) other).list.forked());
    }

    @Override
    public Object slice(int from, int to) {
        return list.forked().slice(from, to);
    }

    @Override
    public boolean isEqualTo(ListCell other) {
        return list.equals(((BifurcanListCell) other).list);
    }
}
