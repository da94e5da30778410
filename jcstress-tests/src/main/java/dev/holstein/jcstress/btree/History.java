package dev.holstein.jcstress.btree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a map legally goes through, each with a name, and the question which of them somebody sees.
 *
 * <p>The answer is the name of a version, or else a word on what is wrong with what was seen; an exception is an answer too.
 * So a promise lists the names it allows and forbids the rest. The versions are kept in a {@link TreeMap}: they owe nothing
 * to the maps under test.
 */
public final class History {
    private final List<Version> versions;
    private final int[] writtenKeys;

    private History(List<Version> versions) {
        this.versions = List.copyOf(versions);
        writtenKeys = writtenKeys(versions);
    }

    /** A history that starts with the entries of {@link Prefilled}. */
    static History startingAs(String name) {
        return new History(List.of(new Version(name, Prefilled.contents())));
    }

    /** A history of nothing but the entries of {@link Prefilled} after a write. */
    static History only(String name, Consumer<? super NavigableMap<Integer, Integer>> write) {
        return new History(List.of(startingAs("").last().next(name, write)));
    }

    /** This history, and what a write makes of its last version. */
    History then(String name, Consumer<? super NavigableMap<Integer, Integer>> write) {
        List<Version> longer = new ArrayList<>(versions);
        longer.add(last().next(name, write));
        return new History(longer);
    }

    private Version last() {
        return versions.get(versions.size() - 1);
    }

    /**
     * The version that one iteration shows, over a map that may be written meanwhile.
     *
     * @param map the map
     * @return the name of a version, or what is wrong
     */
    public String iterated(Map<Integer, Integer> map) {
        return named(map, version -> version.name);
    }

    /**
     * The version that a map shows which should change no more: by one iteration, by its size, and by {@code get} of every key
     * that was written, which all have to agree.
     *
     * @param map the map
     * @return the name of a version, or what is wrong
     */
    public String shownBy(Map<Integer, Integer> map) {
        return named(map, version -> version.agreed(map, writtenKeys));
    }

    private String named(Map<Integer, Integer> map, Function<Version, String> name) {
        try {
            Iteration seen = Iteration.of(map);
            Version version = versionOf(seen);
            return version == null ? "torn: " + seen.count + " entries of no version" : name.apply(version);
        } catch (RuntimeException e) {
            return "threw " + e.getClass().getSimpleName();
        }
    }

    private @Nullable Version versionOf(Iteration seen) {
        for (Version version : versions) {
            if (version.iteration.equals(seen)) {
                return version;
            }
        }
        return null;
    }

    /** The keys in which a version differs from {@link Prefilled}. */
    private static int[] writtenKeys(List<Version> versions) {
        Map<Integer, Integer> prefilled = Prefilled.contents();
        TreeSet<Integer> written = new TreeSet<>();
        for (Version version : versions) {
            TreeSet<Integer> keys = new TreeSet<>(prefilled.keySet());
            keys.addAll(version.contents.keySet());
            keys.removeIf(key -> Objects.equals(prefilled.get(key), version.contents.get(key)));
            written.addAll(keys);
        }
        return written.stream().mapToInt(Integer::intValue).toArray();
    }

    private record Version(String name, NavigableMap<Integer, Integer> contents, Iteration iteration) {
        Version(String name, NavigableMap<Integer, Integer> contents) {
            this(name, contents, Iteration.of(contents));
        }

        Version next(String nextName, Consumer<? super NavigableMap<Integer, Integer>> write) {
            TreeMap<Integer, Integer> next = new TreeMap<>(contents);
            write.accept(next);
            return new Version(nextName, next);
        }

        /** The name of this version if size and values agree with the iteration that showed it. */
        String agreed(Map<Integer, Integer> map, int[] keys) {
            int size = map.size();
            if (size != contents.size()) {
                return "torn: size " + size + ", entries of '" + name + "'";
            }
            for (int key : keys) {
                Integer value = map.get(key);
                if (!Objects.equals(value, contents.get(key))) {
                    return "torn: " + value + " at " + key + ", entries of '" + name + "'";
                }
            }
            return name;
        }
    }

    /** One iteration, summed up; the hash depends on the order. */
    private record Iteration(int count, long hash) {
        static Iteration of(Map<Integer, Integer> map) {
            int count = 0;
            long hash = 0;
            for (Map.Entry<Integer, Integer> entry : map.entrySet()) {
                count++;
                hash = 31 * (31 * hash + entry.getKey()) + entry.getValue();
            }
            return new Iteration(count, hash);
        }
    }
}
