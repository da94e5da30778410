package dev.holstein.list.fault;

import dev.holstein.fault.Arguments;
import dev.holstein.fault.Fuse;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** Elements and collections that burn a fuse, and can be changed behind an operation's back. */
final class ItemArguments extends Arguments<Fuse> {
    ItemArguments() {
        super(new Fuse());
    }

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

    /** A list that burns when it is asked or walked over. */
    List<Object> burningOf(List<Object> elements) {
        List<Object> open = new ArrayList<>(elements);
        List<Object> list = new AbstractList<>() {
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
        return spoiltBy(list, open::clear);
    }
}
