package dev.holstein.jcstress.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a structure legally goes through, each with a name, and the question which of them somebody sees.
 *
 * <p>The answer is the name of a version, or else a word on what is wrong with what was seen; an exception is an answer too. So a
 * promise lists the names it allows and forbids the rest. The versions are kept in the JDK's collections: they owe nothing to what is under
 * test. Immutable.
 *
 * @param <C> the JDK's collection that a version is kept in
 */
public abstract class History<C> {
    private final List<Version<C>> versions;

    History(List<Version<C>> versions) {
        this.versions = List.copyOf(versions);
    }

    /** The versions so far, and one more. */
    final List<Version<C>> with(Version<C> version) {
        List<Version<C>> longer = new ArrayList<>(versions);
        longer.add(version);
        return longer;
    }

    final Version<C> first() {
        return versions.get(0);
    }

    final Version<C> last() {
        return versions.get(versions.size() - 1);
    }

    /**
     * The version that one walk shows, over something that may be written meanwhile.
     *
     * @param walk the elements, or the entries of a map, in the order in which they lie there
     * @return the name of a version, or what is wrong
     */
    public final String iterated(Iterable<? extends @Nullable Object> walk) {
        return named(walk, version -> version.name);
    }

    /** An answer, or the exception that was thrown instead. */
    static String answered(Supplier<String> answer) {
        try {
            return answer.get();
        } catch (RuntimeException e) {
            return "threw " + e.getClass().getSimpleName();
        }
    }

    /** The version that a walk shows, if a closer look confirms it. */
    final String named(Iterable<? extends @Nullable Object> walk, Function<Version<C>, String> look) {
        return answered(() -> {
            Walk seen = Walk.over(walk);
            for (Version<C> version : versions) {
                if (version.walk.equals(seen)) {
                    return look.apply(version);
                }
            }
            return "torn: " + seen.count + " of no version";
        });
    }

    /** A version by name, with one walk over it. */
    record Version<C>(String name, C contents, Walk walk) {}

    /** One walk, summed up; the hash depends on the order, and of entries on which is the key. */
    record Walk(int count, long hash) {
        private static final int FACTOR = 31;

        static Walk over(Iterable<? extends @Nullable Object> walk) {
            int count = 0;
            long hash = 0;
            for (Object element : walk) {
                count++;
                if (element instanceof Map.Entry<?, ?> entry) {
                    hash = FACTOR * (FACTOR * hash + Objects.hashCode(entry.getKey()))
                            + Objects.hashCode(entry.getValue());
                } else {
                    hash = FACTOR * hash + (element == null ? NOTHING : element.hashCode());
                }
            }
            return new Walk(count, hash);
        }

        /** Null is an element that is not there yet. */
        private static final int NOTHING = -1_000;
    }
}
