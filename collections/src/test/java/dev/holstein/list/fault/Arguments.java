package dev.holstein.list.fault;

import dev.holstein.list.fault.Fuse.Item;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Makes what operations are given: elements and collections that burn a fuse, and can be changed behind an operation's back. */
final class Arguments {
    final Fuse fuse = new Fuse();
    private final List<Runnable> spoilers = new ArrayList<>();

    /** An element that burns when it is asked for anything. */
    Object item(int number) {
        return new Item(fuse, number);
    }

    static int number(Object item) {
        return ((Item) item).number();
    }

    List<Object> items(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(this::item).toList();
    }

    <T> T burning(T answer) {
        return fuse.burning(answer);
    }

    <T> T quietly(Supplier<T> made) {
        return fuse.quietly(made);
    }

    /** A list that burns when it is asked or walked over. */
    List<Object> burningOf(List<Object> elements) {
        List<Object> open = new ArrayList<>(elements);
        spoilers.add(open::clear);
        return new AbstractList<>() {
            @Override
            public Object get(int index) {
                return burning(open.get(index));
            }

            @Override
            public int size() {
                return burning(open.size());
            }

            @Override
            public Iterator<Object> iterator() {
                Iterator<Object> all = open.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return burning(all.hasNext());
                    }

                    @Override
                    public Object next() {
                        return burning(all.next());
                    }
                };
            }

            @Override
            public Object[] toArray() {
                return burning(open.toArray());
            }
        };
    }

    /** Remembers how to change an argument. */
    <T> T spoiltBy(T argument, Runnable spoiler) {
        spoilers.add(spoiler);
        return argument;
    }

    boolean canSpoil() {
        return !spoilers.isEmpty();
    }

    /** Changes all arguments of the operation that runs. */
    void spoil() {
        spoilers.forEach(Runnable::run);
    }

    void forget() {
        spoilers.clear();
    }
}
