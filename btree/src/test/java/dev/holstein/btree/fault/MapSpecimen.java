package dev.holstein.btree.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.RankedMap;
import dev.holstein.btree.fault.KeyFuse.Value;
import dev.holstein.fault.Specimen;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A map, and a view of it that operations are called on. Its keys are the even numbers from 0 on, in a tree of several levels.
 *
 * @param <S> the type of what operations are called on
 */
final class MapSpecimen<S> implements Specimen<S> {
    static final int ENTRIES = Math.max(BTreeProbe.LEAF_CAPACITY + 12, 36);

    /** The faces, and the ways to have come by the nodes of one. */
    enum Face {
        /** A map in one thread, all of whose nodes are its own. */
        OWN(true),
        /** One that shares all its nodes, in the natural order of its keys. */
        SHARED(false),
        /** One of numbers, whose nodes have prefixes. */
        NUMBERS(false),
        CONCURRENT(true),
        PERSISTENT(false);

        final boolean isCompared;

        Face(boolean isCompared) {
            this.isCompared = isCompared;
        }
    }

    /** What operations are called on. */
    enum View {
        WHOLE,
        PART,
        DESCENDING,
        DESCENDING_PART;

        boolean isDescending() {
            return this == DESCENDING || this == DESCENDING_PART;
        }
    }

    private final RankedMap<Object, Value> whole;
    private final S subject;
    private final KeyArguments arguments;

    private MapSpecimen(RankedMap<Object, Value> whole, S subject, KeyArguments arguments) {
        this.whole = whole;
        this.subject = subject;
        this.arguments = arguments;
    }

    static KeyArguments arguments(Face face, View view) {
        return new KeyArguments(face == Face.NUMBERS, face.isCompared, view.isDescending());
    }

    /** Makes specimens, one like the other. */
    static Supplier<Specimen<RankedMap<Object, Value>>> of(Face face, View view, KeyArguments arguments) {
        PersistentBTreeMap<Object, Value> all = all(arguments);
        return () -> {
            RankedMap<Object, Value> whole = whole(face, all, arguments);
            return new MapSpecimen<>(whole, seen(whole, view, arguments), arguments);
        };
    }

    /** Makes specimens of an immutable map, which all are the same. */
    static Supplier<Specimen<PersistentBTreeMap<Object, Value>>> versions(KeyArguments arguments) {
        PersistentBTreeMap<Object, Value> all = all(arguments);
        return () -> new MapSpecimen<>(all, all, arguments);
    }

    static PersistentBTreeMap<Object, Value> all(KeyArguments arguments) {
        List<Map.Entry<Object, Value>> entries = new ArrayList<>();
        IntStream.range(0, ENTRIES)
                .forEach(i -> entries.add(new SimpleImmutableEntry<>(arguments.key(2 * i), arguments.value(i))));
        return PersistentBTreeMap.fromSorted(arguments.order, entries);
    }

    private static RankedMap<Object, Value> whole(
            Face face, PersistentBTreeMap<Object, Value> all, KeyArguments arguments) {
        return switch (face) {
            case OWN, NUMBERS -> {
                CowBTreeMap<Object, Value> own = new CowBTreeMap<>(arguments.order);
                all.forEach(own::put);
                yield own;
            }
            case SHARED -> all.mutableCopy();
            case CONCURRENT -> new ConcurrentBTreeMap<>(all);
            case PERSISTENT -> all;
        };
    }

    private static RankedMap<Object, Value> seen(RankedMap<Object, Value> whole, View view, KeyArguments arguments) {
        RankedMap<Object, Value> part = whole.subMap(arguments.key(5), true, arguments.key(2 * ENTRIES - 5), false);
        return switch (view) {
            case WHOLE -> whole;
            case PART -> part;
            case DESCENDING -> whole.descendingMap();
            case DESCENDING_PART -> part.descendingMap();
        };
    }

    @Override
    public S subject() {
        return subject;
    }

    @Override
    public void check() {
        BTreeProbe.check(whole);
    }

    @Override
    public List<Object> contents() {
        return contents(whole);
    }

    static List<Object> contents(Map<Object, Value> map) {
        List<Object> contents = new ArrayList<>();
        map.forEach((key, value) -> {
            contents.add(key);
            contents.add(value);
        });
        assertThat(contents).hasSize(2 * map.size());
        return contents;
    }

    @Override
    public Supplier<List<Object>> freeze() {
        PersistentBTreeMap<Object, Value> snapshot = whole.snapshot();
        return () -> contents(BTreeProbe.check(snapshot));
    }

    @Override
    public Iterator<Object> iterator() {
        Iterator<Map.Entry<Object, Value>> entries = whole.entrySet().iterator();
        return new Iterator<>() {
            private @Nullable Object value;

            @Override
            public boolean hasNext() {
                return value != null || entries.hasNext();
            }

            @Override
            public Object next() {
                Object next = value;
                if (next == null) {
                    Map.Entry<Object, Value> entry = entries.next();
                    value = entry.getValue();
                    return entry.getKey();
                }
                value = null;
                return next;
            }
        };
    }

    @Override
    public List<Runnable> writes() {
        if (whole instanceof PersistentBTreeMap<?, ?>) {
            return List.of();
        }
        return List.of(
                () -> whole.put(arguments.key(-1), arguments.value(-1)),
                () -> whole.remove(arguments.key(14)),
                whole::pollLastEntry,
                () -> whole.put(arguments.key(16), arguments.value(-16)),
                () -> whole.headMap(arguments.key(30)).clear(),
                () -> whole.keySet().removeIf(key -> KeyArguments.number(key) % 3 == 1),
                () -> whole.put(arguments.key(15), arguments.value(-15)),
                whole::clear);
    }

    @Override
    public void use() {
        Object key = arguments.key(-99);
        Value value = arguments.value(-99);
        if (whole instanceof PersistentBTreeMap<Object, Value> version) {
            assertThat(version.plus(key, value).get(key)).isSameAs(value);
            return;
        }
        assertThat(whole.put(key, value)).isNull();
        assertThat(whole.firstKey()).isSameAs(key);
        assertThat(whole.remove(key)).isSameAs(value);
    }
}
