package dev.holstein.jcstress.harness;

import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The {@linkplain History versions} of a sorted set.
 *
 * @param <E> the type of the elements, which have a natural order
 */
public final class SetHistory<E> extends History<NavigableSet<E>> {
    private final List<E> writtenElements;

    private SetHistory(List<Version<NavigableSet<E>>> versions) {
        this(versions, writtenElements(versions));
    }

    private SetHistory(List<Version<NavigableSet<E>>> versions, List<E> writtenElements) {
        super(versions);
        this.writtenElements = writtenElements;
    }

    /**
     * A history that starts with some elements.
     *
     * @param <E> the type of the elements
     * @param name their name
     * @param contents the elements
     * @return the history
     */
    public static <E> SetHistory<E> startingAs(String name, SortedSet<E> contents) {
        return new SetHistory<>(List.of(version(name, new TreeSet<>(contents))));
    }

    /**
     * This history, and what a write makes of its last version.
     *
     * @param name the name of the new version
     * @param write makes it
     * @return the longer history
     */
    public SetHistory<E> then(String name, Consumer<? super NavigableSet<E>> write) {
        return new SetHistory<>(with(next(last(), name, write)));
    }

    /**
     * Nothing but what a write makes of the last version.
     *
     * @param name the name of the version
     * @param write makes it
     * @return the history
     */
    public SetHistory<E> only(String name, Consumer<? super NavigableSet<E>> write) {
        SetHistory<E> both = then(name, write);
        return new SetHistory<>(List.of(both.last()), both.writtenElements);
    }

    /**
     * The version that a set shows which should change no more: by one iteration, by its size, and by {@code contains} of every element
     * that was added or removed, which all have to agree.
     *
     * @param set the set
     * @return the name of a version, or what is wrong
     */
    public String shownBy(Set<E> set) {
        return named(set, version -> agreed(version, set));
    }

    private String agreed(Version<NavigableSet<E>> version, Set<E> set) {
        int size = set.size();
        if (size != version.contents().size()) {
            return "torn: size " + size + ", elements of '" + version.name() + "'";
        }
        for (E element : writtenElements) {
            if (set.contains(element) != version.contents().contains(element)) {
                return "torn: " + element + " found or missing, elements of '" + version.name() + "'";
            }
        }
        return version.name();
    }

    private static <E> Version<NavigableSet<E>> version(String name, NavigableSet<E> contents) {
        return new Version<>(name, contents, Walk.over(contents));
    }

    private static <E> Version<NavigableSet<E>> next(
            Version<NavigableSet<E>> before, String name, Consumer<? super NavigableSet<E>> write) {
        NavigableSet<E> next = new TreeSet<>(before.contents());
        write.accept(next);
        return version(name, next);
    }

    /** The elements that some version has and the first has not, or the reverse. */
    private static <E> List<E> writtenElements(List<Version<NavigableSet<E>>> versions) {
        NavigableSet<E> start = versions.get(0).contents();
        TreeSet<E> written = new TreeSet<>();
        for (Version<NavigableSet<E>> version : versions) {
            TreeSet<E> elements = new TreeSet<>(start);
            elements.addAll(version.contents());
            elements.removeIf(
                    element -> start.contains(element) == version.contents().contains(element));
            written.addAll(elements);
        }
        return List.copyOf(written);
    }
}
