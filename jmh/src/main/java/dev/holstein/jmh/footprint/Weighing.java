package dev.holstein.jmh.footprint;

import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.cow.SharingReport;
import dev.holstein.jmh.data.KeyKind;
import dev.holstein.jmh.data.MapKeys;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Weighs one kind at one size, in every state. Elements, keys and values are distinct objects that are there anyway; what can be reached from an empty collection of the same kind does not count either, for all share it.
 */
final class Weighing {
    /** Made at once from elements in order. */
    static final String BULK = "bulk";

    /** Elements added one by one in random order; of something persistent, that many versions, of which the last is weighed. */
    static final String ONE_BY_ONE = "one by one";

    /** Then a random element removed and another added, twice as often as there are elements. */
    static final String CHURN = "churn";

    /** Bytes that a snapshot alone keeps alive, taken from a bulk load, after some random writes: of something copied, all. */
    static final String SNAPSHOT = "snapshot+";

    static final List<Integer> WRITES = List.of(1, 100, 10_000);

    private static final int SEED = 20_080_201;

    private final Kind kind;
    private final KeyKind keys;
    private final int size;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Scales scales;

    /** First the elements of a full collection, then as many others. */
    private final Object[] elements;

    private final List<FootprintRow> rows = new ArrayList<>();

    private Weighing(Kind kind, KeyKind keys, int size) {
        this.kind = kind;
        this.keys = keys;
        this.size = size;
        elements = new MapKeys(keys, 2 * size, SEED).insertions(2 * size);
        scales = new Scales(elements.clone(), kind.empty().held());
    }

    /** All weighings of one kind with {@code Integer}s. */
    static List<FootprintRow> of(Kind kind, int size) {
        return of(kind, KeyKind.INTEGER, size);
    }

    /** All weighings of one kind at one size. */
    static List<FootprintRow> of(Kind kind, KeyKind keys, int size) {
        Weighing weighing = new Weighing(kind, keys, size);
        weighing.add(BULK, weighing.bulk());
        weighing.addEdited();
        for (int writes : WRITES) {
            weighing.addSnapshot(writes);
        }
        return weighing.rows;
    }

    private void add(String state, Specimen specimen) {
        rows.add(new FootprintRow(
                kind, keys, state, size, scales.weigh(specimen.held()) - specimen.bytesOfHolder(), null));
    }

    private Specimen bulk() {
        Object[] sorted = Arrays.copyOf(elements, size);
        Arrays.sort(sorted);
        return kind.bulk().apply(Arrays.asList(sorted));
    }

    private void addEdited() {
        if (size > kind.adds()) {
            return;
        }
        Specimen specimen = kind.empty();
        for (int i = 0; i < size; i++) {
            specimen.add(elements[i]);
        }
        add(ONE_BY_ONE, specimen);
        if (size > kind.edits()) {
            return;
        }
        for (int i = 0; i < 2 * size; i++) {
            int present = random.nextInt(size);
            int absent = size + random.nextInt(size);
            specimen.exchange(elements[present], elements[absent], random);
            swap(present, absent);
        }
        add(CHURN, specimen);
    }

    private void swap(int present, int absent) {
        Object removed = elements[present];
        elements[present] = elements[absent];
        elements[absent] = removed;
    }

    private void addSnapshot(int writes) {
        Specimen specimen = bulk();
        Object snapshot = specimen.snapshot();
        for (int i = 0; i < writes; i++) {
            int present = random.nextInt(size);
            int absent = size + random.nextInt(size);
            specimen.write(elements[present], elements[absent], random);
            if (kind.writeExchanges()) {
                swap(present, absent);
            }
        }
        long bytes = scales.with(specimen.held()).weigh(snapshot);
        String state = SNAPSHOT + writes + (writes == 1 ? " write" : " writes");
        rows.add(new FootprintRow(kind, keys, state, size, bytes, reported(snapshot, specimen.snapshot())));
    }

    /** What the library says that the snapshot keeps alive: nodes and their arrays, but not the handle itself. */
    private static @Nullable Long reported(Object snapshot, Object present) {
        boolean ours = snapshot instanceof PersistentBTreeMap
                || snapshot instanceof PersistentBTreeSet
                || snapshot instanceof PersistentList;
        return ours
                ? Long.valueOf(SharingReport.of(snapshot, present)
                        .heldAloneBy(snapshot)
                        .bytes())
                : null;
    }
}
