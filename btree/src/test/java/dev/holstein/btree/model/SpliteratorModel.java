package dev.holstein.btree.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Spliterator;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Spliterators under random scripts of splits, single steps and walks to the end, in any order, over any face and view, while
 * the map is written: their parts, put together, show each entry of one version once, in order.
 */
class SpliteratorModel {
    private static final int MOST_ENTRIES = 3_000;

    /** What one part has shown so far. */
    private static final class Part {
        final Spliterator<Object> spliterator;
        final List<Object> shown = new ArrayList<>();

        Part(Spliterator<Object> spliterator) {
            this.spliterator = spliterator;
        }

        void checkSize(int expected) {
            assertThat(spliterator.estimateSize()).isEqualTo(expected);
            assertThat(spliterator.getExactSizeIfKnown()).isEqualTo(expected);
        }
    }

    @Property(tries = 300)
    void partsPutTogetherAreOneVersion(
            @ForAll Subject.Face face,
            @ForAll @IntRange(max = MOST_ENTRIES) int entries,
            @ForAll boolean descending,
            @ForAll boolean cut,
            @ForAll boolean ofKeys,
            @ForAll long seed) {
        Subject<Object, Object> subject = face.create(null);
        TreeMap<Object, Object> model = new TreeMap<>();
        for (int i = 0; i < entries; i++) {
            model.put(2 * i, i);
        }
        subject.putAll(model);
        Random random = new Random(seed);
        NavigableMap<Object, Object> view = view(subject.map(), descending, cut, entries);
        NavigableMap<Object, Object> expected = view(model, descending, cut, entries);
        List<Object> all = ofKeys ? new ArrayList<>(expected.keySet()) : new ArrayList<>(expected.values());
        Spliterator<Object> whole =
                ofKeys ? view.navigableKeySet().spliterator() : view.values().spliterator();
        Part first = new Part(whole);
        first.checkSize(all.size());
        List<Part> parts = new LinkedList<>(List.of(first));
        for (int step = 0; step < 40; step++) {
            ListIterator<Part> at = parts.listIterator(random.nextInt(parts.size()));
            Part part = at.next();
            long before = part.spliterator.estimateSize();
            switch (random.nextInt(4)) {
                case 0 -> {
                    Spliterator<Object> prefix = part.spliterator.trySplit();
                    if (prefix != null) {
                        assertThat(part.shown).isEmpty();
                        assertThat(prefix.estimateSize()).isPositive();
                        assertThat(prefix.estimateSize() + part.spliterator.estimateSize())
                                .isEqualTo(before);
                        at.previous();
                        at.add(new Part(prefix));
                    }
                }
                case 1 -> {
                    boolean more = part.spliterator.tryAdvance(part.shown::add);
                    assertThat(more).isEqualTo(before > 0);
                    part.checkSize((int) before - (more ? 1 : 0));
                }
                case 2 -> {
                    if (random.nextInt(6) == 0) {
                        part.spliterator.forEachRemaining(part.shown::add);
                        part.checkSize(0);
                    }
                }
                default -> {
                    subject.put(random.nextInt(2 * MOST_ENTRIES), "written while it is walked");
                    subject.remove(2 * random.nextInt(MOST_ENTRIES));
                }
            }
        }
        List<Object> shown = new ArrayList<>();
        for (Part part : parts) {
            part.spliterator.forEachRemaining(part.shown::add);
            shown.addAll(part.shown);
        }
        assertThat(shown).isEqualTo(all);
    }

    private static NavigableMap<Object, Object> view(
            NavigableMap<Object, Object> map, boolean descending, boolean cut, int entries) {
        NavigableMap<Object, Object> part = cut ? map.subMap(entries / 2, true, entries + entries / 3, false) : map;
        return descending ? part.descendingMap() : part;
    }
}
