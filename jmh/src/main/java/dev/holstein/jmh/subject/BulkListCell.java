package dev.holstein.jmh.subject;

import java.util.Comparator;
import java.util.function.Predicate;

/** A variable that holds a list which can be sorted and sifted as a whole. */
public abstract class BulkListCell extends ListCell {
    BulkListCell() {}

    @Override
    public abstract BulkListCell copy();

    /**
     * Sorts all elements.
     *
     * @param order their order
     */
    public abstract void sort(Comparator<Object> order);

    /**
     * Removes the elements that answer a question with yes.
     *
     * @param question the question
     */
    public abstract void removeIf(Predicate<Object> question);
}
