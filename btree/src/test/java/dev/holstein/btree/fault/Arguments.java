package dev.holstein.btree.fault;

import dev.holstein.btree.fault.Fuse.Key;
import dev.holstein.btree.fault.Fuse.Value;
import java.util.AbstractMap;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes what operations are given: keys, values and collections that burn a fuse, and can be changed behind an operation's back. */
final class Arguments {
    /** Keys between which most operations are at work; a view that is tested reaches farther. */
    private static final int LOW = 12;

    private static final int HIGH = 24;

    final Fuse fuse = new Fuse();

    /** The order of the keys; null for the natural one. */
    final @Nullable Comparator<Object> order;

    private final boolean numbers;
    private final boolean descending;
    private final List<Runnable> spoilers = new ArrayList<>();

    Arguments(boolean numbers, boolean compared, boolean descending) {
        this.numbers = numbers;
        this.descending = descending;
        order = compared ? fuse.orderOfKeys() : null;
    }

    /** A key that burns, or a number. */
    Object key(int number) {
        return numbers ? (Object) number : new Key(fuse, number);
    }

    static int number(Object key) {
        return key instanceof Key burning ? burning.number() : (Integer) key;
    }

    Value value(int number) {
        return new Value(fuse, number);
    }

    /** The lower of two bounds in the order of the subject, and the upper one. */
    Object lower() {
        return key(descending ? HIGH : LOW);
    }

    Object upper() {
        return key(descending ? LOW : HIGH);
    }

    <T> T burning(T answer) {
        return fuse.burning(answer);
    }

    <T> T quietly(Supplier<T> made) {
        return fuse.quietly(made);
    }

    /** Different keys in no order, some of them present. */
    List<Object> keys(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> key(8 + i * 37 % (count | 1)))
                .toList();
    }

    /** New values for some keys. */
    List<Map.Entry<Object, Value>> entries(int count) {
        List<Map.Entry<Object, Value>> entries = new ArrayList<>();
        keys(count).forEach(key -> entries.add(new SimpleImmutableEntry<>(key, value(-number(key)))));
        return entries;
    }

    /** A collection that burns when it is asked or walked over. */
    <T> Set<T> burningOf(List<T> elements) {
        List<T> open = new ArrayList<>(elements);
        spoilers.add(open::clear);
        return fuse.burning((Collection<T>) open);
    }

    /** A map that burns when it is asked or walked over. */
    Map<Object, Value> burningMap(List<Map.Entry<Object, Value>> entries) {
        Set<Map.Entry<Object, Value>> burning = burningOf(entries);
        Map<Integer, Value> values = new HashMap<>();
        entries.forEach(entry -> values.put(number(entry.getKey()), entry.getValue()));
        return new AbstractMap<>() {
            @Override
            public @Nullable Value get(Object key) {
                return burning(values.get(number(key)));
            }

            @Override
            public Set<Entry<Object, Value>> entrySet() {
                return burning;
            }
        };
    }

    /** Remembers how to change an argument. */
    <T> T spoiltBy(T argument, Runnable spoiler) {
        spoilers.add(spoiler);
        return argument;
    }

    boolean canSpoil() {
        return !spoilers.isEmpty();
    }

    /** Changes all arguments of the operation that runs. */
    void spoil() {
        spoilers.forEach(Runnable::run);
    }

    void forget() {
        spoilers.clear();
    }
}
