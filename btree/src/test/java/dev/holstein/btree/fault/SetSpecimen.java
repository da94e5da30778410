package dev.holstein.btree.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.btree.RankedSet;
import dev.holstein.btree.fault.MapSpecimen.Face;
import dev.holstein.btree.fault.MapSpecimen.View;
import dev.holstein.fault.Specimen;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A set, and a view of it that operations are called on; as {@link MapSpecimen}.
 *
 * @param <S> the type of what operations are called on
 */
final class SetSpecimen<S> implements Specimen<S> {
    private final RankedSet<Object> whole;
    private final S subject;
    private final KeyArguments arguments;

    private SetSpecimen(RankedSet<Object> whole, S subject, KeyArguments arguments) {
        this.whole = whole;
        this.subject = subject;
        this.arguments = arguments;
    }

    /** Makes specimens, one like the other. */
    static Supplier<Specimen<RankedSet<Object>>> of(Face face, View view, KeyArguments arguments) {
        PersistentBTreeSet<Object> all = all(arguments);
        return () -> {
            RankedSet<Object> whole = whole(face, all, arguments);
            return new SetSpecimen<>(whole, seen(whole, view, arguments), arguments);
        };
    }

    /** Makes specimens of an immutable set, which all are the same. */
    static Supplier<Specimen<PersistentBTreeSet<Object>>> versions(KeyArguments arguments) {
        PersistentBTreeSet<Object> all = all(arguments);
        return () -> new SetSpecimen<>(all, all, arguments);
    }

    private static PersistentBTreeSet<Object> all(KeyArguments arguments) {
        return PersistentBTreeSet.fromSorted(
                arguments.order,
                IntStream.range(0, MapSpecimen.ENTRIES)
                        .mapToObj(i -> arguments.key(2 * i))
                        .toList());
    }

    private static RankedSet<Object> whole(Face face, PersistentBTreeSet<Object> all, KeyArguments arguments) {
        return switch (face) {
            case OWN, NUMBERS -> {
                CowBTreeSet<Object> own = new CowBTreeSet<>(arguments.order);
                all.forEach(own::add);
                yield own;
            }
            case SHARED -> all.mutableCopy();
            case CONCURRENT -> new ConcurrentBTreeSet<>(all);
            case PERSISTENT -> all;
        };
    }

    private static RankedSet<Object> seen(RankedSet<Object> whole, View view, KeyArguments arguments) {
        RankedSet<Object> part =
                whole.subSet(arguments.key(5), true, arguments.key(2 * MapSpecimen.ENTRIES - 5), false);
        return switch (view) {
            case WHOLE -> whole;
            case PART -> part;
            case DESCENDING -> whole.descendingSet();
            case DESCENDING_PART -> part.descendingSet();
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

    private static List<Object> contents(Set<Object> set) {
        List<Object> contents = new ArrayList<>();
        set.iterator().forEachRemaining(contents::add);
        assertThat(contents).hasSize(set.size());
        return contents;
    }

    @Override
    public Supplier<List<Object>> freeze() {
        PersistentBTreeSet<Object> snapshot = whole.snapshot();
        return () -> contents(BTreeProbe.check(snapshot));
    }

    @Override
    public Iterator<Object> iterator() {
        return whole.iterator();
    }

    @Override
    public List<Runnable> writes() {
        if (whole instanceof PersistentBTreeSet<?>) {
            return List.of();
        }
        return List.of(
                () -> whole.add(arguments.key(-1)),
                () -> whole.remove(arguments.key(14)),
                whole::pollLast,
                () -> whole.headSet(arguments.key(30)).clear(),
                () -> whole.removeIf(key -> KeyArguments.number(key) % 3 == 1),
                () -> whole.add(arguments.key(15)),
                whole::clear);
    }

    @Override
    public void use() {
        Object key = arguments.key(-99);
        if (whole instanceof PersistentBTreeSet<Object> version) {
            assertThat(version.plus(key).first()).isSameAs(key);
            return;
        }
        assertThat(whole.add(key)).isTrue();
        assertThat(whole.first()).isSameAs(key);
        assertThat(whole.remove(key)).isTrue();
    }
}
