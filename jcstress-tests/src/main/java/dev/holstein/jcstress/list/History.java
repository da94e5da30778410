package dev.holstein.jcstress.list;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a list legally goes through, each with a name, and the question which of them somebody sees.
 *
 * <p>The answer is the name of a version, or else a word on what is wrong with what was seen; an exception is an answer too. So a
 * promise lists the names it allows and forbids the rest. The versions are kept as arrays: they owe nothing to the lists under test.
 */
public final class History {
    /** Every so many elements one is asked for by its index too. */
    private static final int STRIDE = 61;

    private final List<Version> versions;

    private History(List<Version> versions) {
        this.versions = List.copyOf(versions);
    }

    /** A history that starts with the elements of {@link Prefilled}. */
    static History startingAs(String name) {
        return startingAs(name, Prefilled.contents());
    }

    /** A history that starts with some elements. */
    static History startingAs(String name, List<Integer> contents) {
        return new History(List.of(new Version(name, contents)));
    }

    /** A history of nothing but the elements of {@link Prefilled} after a write. */
    static History only(String name, Consumer<? super List<Integer>> write) {
        return new History(List.of(startingAs("").last().next(name, write)));
    }

    /** This history, and what a write makes of its last version. */
    History then(String name, Consumer<? super List<Integer>> write) {
        return with(last().next(name, write));
    }

    /** This history, and what a write makes of its first version. */
    History or(String name, Consumer<? super List<Integer>> write) {
        return with(versions.get(0).next(name, write));
    }

    private History with(Version version) {
        List<Version> longer = new ArrayList<>(versions);
        longer.add(version);
        return new History(longer);
    }

    private Version last() {
        return versions.get(versions.size() - 1);
    }

    /**
     * The version that one iteration shows, over a list that may be written meanwhile.
     *
     * @param list the list
     * @return the name of a version, or what is wrong
     */
    public String iterated(Iterable<Integer> list) {
        try {
            Version version = versionOf(list);
            return version == null ? "torn" : version.name;
        } catch (RuntimeException e) {
            return "threw " + e.getClass().getSimpleName();
        }
    }

    /**
     * The version that a list shows which should change no more: by one iteration, by its size, and by {@code get}, which all have to
     * agree.
     *
     * @param list the list
     * @return the name of a version, or what is wrong
     */
    public String shownBy(List<Integer> list) {
        try {
            Version version = versionOf(list);
            return version == null ? "torn: size " + list.size() : version.agreed(list);
        } catch (RuntimeException e) {
            return "threw " + e.getClass().getSimpleName();
        }
    }

    private @Nullable Version versionOf(Iterable<Integer> list) {
        Iteration seen = Iteration.of(list);
        for (Version version : versions) {
            if (version.iteration.equals(seen)) {
                return version;
            }
        }
        return null;
    }

    private record Version(String name, List<Integer> contents, Iteration iteration) {
        Version(String name, List<Integer> contents) {
            this(name, List.copyOf(contents), Iteration.of(contents));
        }

        Version next(String nextName, Consumer<? super List<Integer>> write) {
            List<Integer> next = new ArrayList<>(contents);
            write.accept(next);
            return new Version(nextName, next);
        }

        /** The name of this version if size and elements agree with the iteration that showed it. */
        String agreed(List<Integer> list) {
            int size = list.size();
            if (size != contents.size()) {
                return "torn: size " + size + ", elements of '" + name + "'";
            }
            for (int i = size - 1; i >= 0; i -= i > STRIDE || i == 0 ? STRIDE : i) {
                Integer element = list.get(i);
                if (!contents.get(i).equals(element)) {
                    return "torn: " + element + " at " + i + ", elements of '" + name + "'";
                }
            }
            return name;
        }
    }

    /** One iteration, summed up; the hash depends on the order. */
    private record Iteration(int count, long hash) {
        private static final int NOTHING = -1_000;

        static Iteration of(Iterable<? extends @Nullable Integer> list) {
            int count = 0;
            long hash = 0;
            for (Integer element : list) {
                count++;
                hash = 31 * hash + (element == null ? NOTHING : element); // null is an element that is not there yet
            }
            return new Iteration(count, hash);
        }
    }
}
