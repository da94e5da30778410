package dev.holstein.jcstress.list;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the lists of all promises start from: several leaves, so that writes at the end, in the middle and at the start meet in the
 * root only. Built once; every state shares its nodes.
 */
public final class Prefilled {
    /** Elements of {@link #LIST}: two leaves and a tail; height five and a tail with nodes of 4. */
    public static final int ELEMENTS = 600;

    /** An index in the first leaf. */
    public static final int FIRST = 3;

    /** An index in the second leaf. */
    public static final int MIDDLE = ELEMENTS / 2;

    /** What writers add. No list has it at the start. */
    public static final int NEW = -1;

    /** What other writers add. */
    public static final int NEWER = -2;

    /** The elements: at each index the index. */
    public static final PersistentList<Integer> LIST = PersistentList.copyOf(contents());

    private Prefilled() {}

    /** A list for many threads with these elements. */
    static ConcurrentList<Integer> concurrent() {
        return new ConcurrentList<>(LIST);
    }

    /** The same, with an end of its own, and room behind it into which the first who appends may write. */
    static PersistentList<Integer> withRoom() {
        return LIST.plus(ELEMENTS);
    }

    /** A history that starts with these elements. */
    static ListHistory<Integer> startingAs(String name) {
        return ListHistory.startingAs(name, contents());
    }

    /** A history of nothing but these elements after a write. */
    static ListHistory<Integer> only(String name, Consumer<? super List<Integer>> write) {
        return startingAs("").only(name, write);
    }

    /** The elements once more, in a list that owes nothing to this library. */
    static List<Integer> contents() {
        List<Integer> contents = new ArrayList<>();
        for (int i = 0; i < ELEMENTS; i++) {
            contents.add(i);
        }
        return contents;
    }
}
