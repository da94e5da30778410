package dev.holstein.jcstress.harness;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The {@linkplain History versions} of a sorted map.
 *
 * @param <K> the type of the keys, which have a natural order
 * @param <V> the type of the values
 */
public final class MapHistory<K, V> extends History<NavigableMap<K, V>> {
    private final List<K> writtenKeys;

    private MapHistory(List<Version<NavigableMap<K, V>>> versions) {
        this(versions, writtenKeys(versions));
    }

    private MapHistory(List<Version<NavigableMap<K, V>>> versions, List<K> writtenKeys) {
        super(versions);
        this.writtenKeys = writtenKeys;
    }

    /**
     * A history that starts with some entries.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param name their name
     * @param contents the entries
     * @return the history
     */
    public static <K, V> MapHistory<K, V> startingAs(String name, SortedMap<K, V> contents) {
        return new MapHistory<>(List.of(version(name, new TreeMap<>(contents))));
    }

    /**
     * This history, and what a write makes of its last version.
     *
     * @param name the name of the new version
     * @param write makes it
     * @return the longer history
     */
    public MapHistory<K, V> then(String name, Consumer<? super NavigableMap<K, V>> write) {
        return new MapHistory<>(with(next(last(), name, write)));
    }

    /**
     * This history, and what a write makes of its first version.
     *
     * @param name the name of the new version
     * @param write makes it
     * @return the longer history
     */
    public MapHistory<K, V> or(String name, Consumer<? super NavigableMap<K, V>> write) {
        return new MapHistory<>(with(next(first(), name, write)));
    }

    /**
     * Nothing but what a write makes of the first version.
     *
     * @param name the name of the version
     * @param write makes it
     * @return the history
     */
    public MapHistory<K, V> only(String name, Consumer<? super NavigableMap<K, V>> write) {
        MapHistory<K, V> both = or(name, write);
        return new MapHistory<>(List.of(both.last()), both.writtenKeys);
    }

    /**
     * The version that one iteration shows, over a map that may be written meanwhile.
     *
     * @param map the map
     * @return the name of a version, or what is wrong
     */
    public String iterated(Map<K, V> map) {
        return iterated(map.entrySet());
    }

    /**
     * The version that a map shows which should change no more: by one iteration, by its size, and by {@code get} of every key
     * that was written, which all have to agree.
     *
     * @param map the map
     * @return the name of a version, or what is wrong
     */
    public String shownBy(Map<K, V> map) {
        return named(map.entrySet(), version -> agreed(version, map));
    }

    private String agreed(Version<NavigableMap<K, V>> version, Map<K, V> map) {
        int size = map.size();
        if (size != version.contents().size()) {
            return "torn: size " + size + ", entries of '" + version.name() + "'";
        }
        for (K key : writtenKeys) {
            V value = map.get(key);
            if (!Objects.equals(value, version.contents().get(key))) {
                return "torn: " + value + " at " + key + ", entries of '" + version.name() + "'";
            }
        }
        return version.name();
    }

    private static <K, V> Version<NavigableMap<K, V>> version(String name, NavigableMap<K, V> contents) {
        return new Version<>(name, contents, Walk.over(contents.entrySet()));
    }

    private static <K, V> Version<NavigableMap<K, V>> next(
            Version<NavigableMap<K, V>> before, String name, Consumer<? super NavigableMap<K, V>> write) {
        NavigableMap<K, V> next = new TreeMap<>(before.contents());
        write.accept(next);
        return version(name, next);
    }

    /** The keys in which any version differs from the first. */
    private static <K, V> List<K> writtenKeys(List<Version<NavigableMap<K, V>>> versions) {
        NavigableMap<K, V> start = versions.get(0).contents();
        TreeSet<K> written = new TreeSet<>();
        for (Version<NavigableMap<K, V>> version : versions) {
            TreeSet<K> keys = new TreeSet<>(start.keySet());
            keys.addAll(version.contents().keySet());
            keys.removeIf(
                    key -> Objects.equals(start.get(key), version.contents().get(key)));
            written.addAll(keys);
        }
        return List.copyOf(written);
    }
}
