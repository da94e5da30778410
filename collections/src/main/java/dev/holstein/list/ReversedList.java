package dev.holstein.list;

import dev.holstein.core.Checks;
import dev.holstein.core.Owner;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A live list in the opposite order. Each read is of one version, and each write is one write of the list itself. It is
 * read by index as fast as the list, and the JDK's tools are told so: else they write by iterators, which a concurrent list refuses.
 *
 * @param <E> the type of the elements
 */
final class ReversedList<E extends @Nullable Object> extends AbstractList<E> implements RandomAccess {
    private final ListView<E> list;

    ReversedList(ListView<E> list) {
        this.list = list;
    }

    /** The list itself. */
    public List<E> reversed() {
        return list;
    }

    // ---- reads
    // ----------------------------------------------------------------------------------------------------------

    @Override
    public int size() {
        return list.size();
    }

    @Override
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    public E get(int index) {
        ListWindow window = list.window();
        return (E) window.get(opposite(index, window.size()));
    }

    private static int opposite(int index, int size) {
        return size - 1 - Checks.index(index, size);
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return list.contains(element);
    }

    @Override
    public int indexOf(@Nullable Object element) {
        Owner started = list.iteratorStarted();
        try {
            ListWindow window = list.window();
            int index = window.lastIndexOf(element, window.size() - 1);
            return index < 0 ? index : window.size() - 1 - index;
        } finally {
            list.iteratorFinished(started);
        }
    }

    @Override
    public int lastIndexOf(@Nullable Object element) {
        Owner started = list.iteratorStarted();
        try {
            ListWindow window = list.window();
            int index = window.indexOf(element, 0);
            return index < 0 ? index : window.size() - 1 - index;
        } finally {
            list.iteratorFinished(started);
        }
    }

    @Override
    public Object[] toArray() {
        Object[] elements = list.toArray();
        Collections.reverse(Arrays.asList(elements));
        return elements;
    }

    @Override
    public <T extends @Nullable Object> T[] toArray(T[] array) {
        Object[] elements = toArray();
        T[] target = Checks.notNull(array, "array").length >= elements.length
                ? array
                : Arrays.copyOf(array, elements.length);
        System.arraycopy(elements, 0, target, 0, elements.length);
        if (target.length > elements.length) {
            target[elements.length] = null;
        }
        return target;
    }

    @Override
    public Iterator<E> iterator() {
        return walk(0, true);
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        return walk(index, false);
    }

    private ListIterator<E> walk(int index, boolean onlyForward) {
        ListWalk<E> walk = list.walk(0, false);
        walk.moveTo(walk.size() - Checks.position(index, walk.size()));
        if (onlyForward && !walk.hasPrevious()) {
            walk.finish();
        }
        return new Walk<>(walk, onlyForward);
    }

    @Override
    public Spliterator<E> spliterator() {
        return Spliterators.spliterator(toArray(), Spliterator.ORDERED);
    }

    /** A walk in the opposite direction; one that only goes forward has ended when it has answered the last element. */
    private record Walk<E extends @Nullable Object>(ListWalk<E> walk, boolean onlyForward) implements ListIterator<E> {
        @Override
        public boolean hasNext() {
            return walk.hasPrevious();
        }

        @Override
        public E next() {
            E element = walk.previous();
            if (onlyForward && !walk.hasPrevious()) {
                walk.finish();
            }
            return element;
        }

        @Override
        public boolean hasPrevious() {
            return walk.hasNext();
        }

        @Override
        public E previous() {
            return walk.next();
        }

        @Override
        public int nextIndex() {
            return walk.size() - walk.nextIndex();
        }

        @Override
        public int previousIndex() {
            return nextIndex() - 1;
        }

        @Override
        public void remove() {
            walk.remove();
        }

        @Override
        public void set(E element) {
            walk.set(element);
        }

        @Override
        public void add(E element) {
            walk.add(element);
            walk.moveTo(walk.nextIndex() - 1);
        }
    }

    // ---- writes
    // ---------------------------------------------------------------------------------------------------------

    @Override
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    public E set(int index, E element) {
        return list.write((draft, from, to) -> {
            int at = from + opposite(index, to - from);
            return (E) draft.edit().set(at, element);
        });
    }

    @Override
    public boolean add(E element) {
        list.addFirst(element);
        return true;
    }

    @Override
    public void add(int index, E element) {
        boolean unused = list.write((draft, from, to) -> {
            int at = to - Checks.position(index, to - from);
            draft.edit().insert(at, element);
            return true;
        });
    }

    @Override
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    public E remove(int index) {
        return list.write((draft, from, to) -> {
            int at = from + opposite(index, to - from);
            return (E) draft.edit().remove(at);
        });
    }

    @Override
    public boolean remove(@Nullable Object element) {
        return list.write((draft, from, to) -> {
            int index = new ListWindow(draft.before(), from, to).lastIndexOf(element, to - from - 1);
            if (index < 0) {
                return false;
            }
            Object unused = draft.edit().remove(from + index);
            return true;
        });
    }

    @Override
    public boolean addAll(Collection<? extends E> elements) {
        return list.addAll(0, opposite(elements));
    }

    @Override
    public boolean addAll(int index, Collection<? extends E> elements) {
        Object[] added = opposite(elements).toArray();
        return list.write((draft, from, to) -> {
            int at = to - Checks.position(index, to - from);
            return ListBulk.add(draft, at, added);
        });
    }

    @SuppressWarnings("unchecked") // the elements of a collection of E
    private List<E> opposite(Collection<? extends E> elements) {
        List<E> copy = (List<E>)
                Arrays.asList(Checks.notNull(elements, "elements").toArray().clone());
        Collections.reverse(copy);
        return copy;
    }

    @Override
    public boolean removeAll(Collection<?> elements) {
        return list.removeAll(elements);
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
        return list.retainAll(elements);
    }

    @Override
    public boolean removeIf(Predicate<? super E> filter) {
        return list.removeIf(filter);
    }

    @Override
    public void replaceAll(UnaryOperator<E> operator) {
        list.replaceAll(operator);
    }

    @Override
    public void sort(@Nullable Comparator<? super E> order) {
        list.sort(Collections.reverseOrder(order));
    }

    @Override
    public void clear() {
        list.clear();
    }

    @Override
    public List<E> subList(int from, int to) {
        ListWindow window = list.window();
        ListView.checkRange(from, to, window.size());
        return new SubList<>(list, window, window.size() - to, window.size() - from).reversed();
    }
}
