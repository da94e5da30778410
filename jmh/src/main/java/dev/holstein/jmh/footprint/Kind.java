package dev.holstein.jmh.footprint;

import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.jmh.data.SortedEntries;
import dev.holstein.jmh.subject.ListSubject;
import dev.holstein.jmh.subject.MapSubject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;

/**
 * A kind of collection.
 *
 * @param structure {@code map}, {@code list} or {@code set}
 * @param subject its name
 * @param bulk makes one of some elements, in their natural order or none, by the means the kind has for that
 * @param adds up to how many elements it is built one by one in reasonable time
 * @param edits up to how many elements it is edited all over in reasonable time
 */
record Kind(String structure, String subject, Function<List<Object>, Specimen> bulk, int adds, int edits) {
    /** Lists that copy or move half of all elements for each insertion in the middle. */
    private static final Set<ListSubject> MOVING = EnumSet.of(
            ListSubject.ARRAY_LIST,
            ListSubject.COPY_ON_WRITE,
            ListSubject.VAVR,
            ListSubject.KOTLINX,
            ListSubject.KOTLINX_BUILDER,
            ListSubject.SCALA);

    private static final int MOVABLE = 10_000;
    private static final int ANY = Integer.MAX_VALUE;

    /** Every subject of the benchmarks, and sets. */
    static List<Kind> all() {
        List<Kind> kinds = new ArrayList<>();
        for (MapSubject subject : MapSubject.values()) {
            kinds.add(new Kind(
                    "map",
                    subject.name(),
                    sorted -> new CellSpecimen.OfMap(
                            sorted.isEmpty() ? subject.newCell() : subject.copyOf(new SortedEntries(sorted))),
                    ANY,
                    ANY));
        }
        for (ListSubject subject : ListSubject.values()) {
            kinds.add(new Kind(
                    "list",
                    subject.name(),
                    elements -> new CellSpecimen.OfList(subject.copyOf(elements)),
                    subject == ListSubject.COPY_ON_WRITE ? MOVABLE : ANY,
                    MOVING.contains(subject) ? MOVABLE : ANY));
        }
        kinds.addAll(sets());
        return kinds;
    }

    /** Whether the kind looks at its elements, and may keep something of them. */
    boolean isSorted() {
        return !structure.equals("list");
    }

    private static List<Kind> sets() {
        return List.of(
                set(
                        "COW",
                        sorted -> new SetSpecimen.Mutable<>(new CowBTreeSet<>(sorted(sorted)), CowBTreeSet::snapshot)),
                set(
                        "CONCURRENT",
                        sorted -> new SetSpecimen.Mutable<>(
                                new ConcurrentBTreeSet<>(sorted(sorted)), ConcurrentBTreeSet::snapshot)),
                set(
                        "PERSISTENT",
                        sorted -> new SetSpecimen.Persistent<>(
                                PersistentBTreeSet.copyOf(sorted(sorted)),
                                element -> set -> set.plus(element),
                                element -> set -> set.minus(element))),
                set("TREE_SET", sorted -> new SetSpecimen.Mutable<>(sorted(sorted), TreeSet::new)),
                set(
                        "SKIP_LIST",
                        sorted -> new SetSpecimen.Mutable<>(
                                new ConcurrentSkipListSet<>(sorted(sorted)), ConcurrentSkipListSet::clone)),
                set("HASH_SET", sorted -> new SetSpecimen.Mutable<>(new HashSet<>(sorted), HashSet::new)),
                set("VAVR", Kind::vavr));
    }

    private static Kind set(String subject, Function<List<Object>, Specimen> bulk) {
        return new Kind("set", subject, bulk, ANY, ANY);
    }

    private static TreeSet<Object> sorted(List<Object> elements) {
        return new TreeSet<>(elements);
    }

    @SuppressWarnings("unchecked") // an empty set holds no element of any type
    private static Specimen vavr(List<Object> elements) {
        io.vavr.collection.TreeSet<?> empty = io.vavr.collection.TreeSet.<Integer>empty();
        return new SetSpecimen.Persistent<>(
                ((io.vavr.collection.TreeSet<Object>) empty).addAll(elements),
                element -> set -> set.add(element),
                element -> set -> set.remove(element));
    }

    /** Whether a write of what has no values removes an element and adds another. */
    boolean writeExchanges() {
        return structure.equals("set");
    }

    /** One without elements. */
    Specimen empty() {
        return bulk.apply(List.of());
    }

    @Override
    public String toString() {
        return structure + " " + subject;
    }
}
