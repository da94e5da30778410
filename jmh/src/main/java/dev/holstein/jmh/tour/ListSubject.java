package dev.holstein.jmh.tour;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * A list on the tour: how several changes are made to it, and how it is read whole while others write. Any number of threads may
 * call any of its methods.
 */
interface ListSubject {
    /** The name in the report. */
    String name();

    /** Whether the exit code depends on it: the list of this library, not those it is compared with. */
    boolean judged();

    /**
     * Makes the changes of one write, while no other writer is at work: in one atomic step, if this list has one.
     *
     * @param edit makes the changes to the list that it is given, and reads there what it needs
     */
    void write(Consumer<List<Element>> edit);

    /**
     * The list, as it offers itself to a reader that must not stop the writers and wants to see one moment of it.
     *
     * @param way how it will be read, from one end to the other
     */
    List<Element> view(ListWalk.Way way);

    /** The present contents for keeps, which no later write changes. */
    List<Element> frozen();

    /** The nodes that writes have copied or made so far; empty if this list is none of the library's. */
    default OptionalLong nodesCopied() {
        return OptionalLong.empty();
    }
}
