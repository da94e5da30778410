package dev.holstein.jcstress.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The {@linkplain History versions} of a list.
 *
 * @param <E> the type of the elements
 */
public final class ListHistory<E> extends History<List<E>> {
    /** Every so many elements one is asked for by its index too. */
    private static final int STRIDE = 61;

    private ListHistory(List<Version<List<E>>> versions) {
        super(versions);
    }

    /**
     * A history that starts with some elements.
     *
     * @param <E> the type of the elements
     * @param name their name
     * @param contents the elements
     * @return the history
     */
    public static <E> ListHistory<E> startingAs(String name, List<E> contents) {
        return new ListHistory<>(List.of(version(name, contents)));
    }

    /**
     * This history, and what a write makes of its last version.
     *
     * @param name the name of the new version
     * @param write makes it
     * @return the longer history
     */
    public ListHistory<E> then(String name, Consumer<? super List<E>> write) {
        return new ListHistory<>(with(next(last(), name, write)));
    }

    /**
     * This history, and what a write makes of its first version.
     *
     * @param name the name of the new version
     * @param write makes it
     * @return the longer history
     */
    public ListHistory<E> or(String name, Consumer<? super List<E>> write) {
        return new ListHistory<>(with(next(first(), name, write)));
    }

    /**
     * Nothing but what a write makes of the first version.
     *
     * @param name the name of the version
     * @param write makes it
     * @return the history
     */
    public ListHistory<E> only(String name, Consumer<? super List<E>> write) {
        return new ListHistory<>(List.of(next(first(), name, write)));
    }

    /**
     * The version that a list shows which should change no more: by one iteration, by its size, and by {@code get}, which all have to
     * agree.
     *
     * @param list the list
     * @return the name of a version, or what is wrong
     */
    public String shownBy(List<E> list) {
        return named(list, version -> agreed(version, list));
    }

    private static <E> String agreed(Version<List<E>> version, List<E> list) {
        int size = list.size();
        if (size != version.contents().size()) {
            return "torn: size " + size + ", elements of '" + version.name() + "'";
        }
        for (int i = size - 1; i >= 0; i -= i > STRIDE || i == 0 ? STRIDE : i) {
            E element = list.get(i);
            if (!version.contents().get(i).equals(element)) {
                return "torn: " + element + " at " + i + ", elements of '" + version.name() + "'";
            }
        }
        return version.name();
    }

    private static <E> Version<List<E>> version(String name, List<E> contents) {
        return new Version<>(name, List.copyOf(contents), Walk.over(contents));
    }

    private static <E> Version<List<E>> next(Version<List<E>> before, String name, Consumer<? super List<E>> write) {
        List<E> next = new ArrayList<>(before.contents());
        write.accept(next);
        return version(name, next);
    }
}
