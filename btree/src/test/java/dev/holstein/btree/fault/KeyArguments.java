package dev.holstein.btree.fault;

import dev.holstein.btree.fault.KeyFuse.Key;
import dev.holstein.btree.fault.KeyFuse.Value;
import dev.holstein.fault.Arguments;
import java.util.AbstractMap;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Keys, values and collections that burn a fuse, and can be changed behind an operation's back. */
final class KeyArguments extends Arguments<KeyFuse> {
    /** Keys between which most operations are at work; a view that is tested reaches farther. */
    private static final int LOW = 12;

    private static final int HIGH = 24;

    /** The order of the keys; null for the natural one. */
    final @Nullable Comparator<Object> order;

    private final boolean numbers;
    private final boolean descending;

    KeyArguments(boolean numbers, boolean compared, boolean descending) {
        super(new KeyFuse());
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
        return spoiltBy(fuse.burning((Collection<T>) open), open::clear);
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
}
