package dev.holstein.jmh.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The seals of writes say what the list is: no more, no less. */
class ListWritesTest {
    private static List<Element> elements(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> Element.of(new Input.Item("name " + i % 3, i % 5), i))
                .toList();
    }

    private static ListWalk walk(List<Element> list) {
        return ListWalk.through(list, ListWalk.Way.ITERATOR);
    }

    private static Seal whole(List<Element> list) {
        ListWalk walk = walk(list);
        return new Seal(0, walk.contents(), walk.order());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7, 60, 1000})
    void everySealIsRight(int size) {
        for (int seed = 0; seed < 20; seed++) {
            List<Element> elements = elements(size);
            LockedListSubject subject = new LockedListSubject(elements);
            ListWrites writes = new ListWrites(subject, size, whole(elements));
            ListWrites.Writer writer = writes.new Writer(seed);
            for (int number = 1; number <= 300; number++) {
                writer.write();
                List<Element> list = subject.frozen();
                ListWalk walk = walk(list);
                assertThat(walk.seal()).isEqualTo(new Seal(number, walk.contents(), walk.order()));
                assertThat(walk.elements()).isEqualTo(size);
                assertThat(walk.total()).isEqualTo(walk(elements).total());
                assertThat(writes.finished()).isEqualTo(number);
            }
            assertThat(writer.made()).containsOnlyKeys(ListWrites.Kind.values());
            assertThat(writer.made().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(300);
        }
    }

    @Test
    void writersTakeTheNumbersInTurn() {
        List<Element> elements = elements(50);
        LockedListSubject subject = new LockedListSubject(elements);
        ListWrites writes = new ListWrites(subject, 50, whole(elements));
        List<ListWrites.Writer> writers = List.of(writes.new Writer(1), writes.new Writer(2), writes.new Writer(3));
        for (int number = 1; number <= 300; number++) {
            writers.get(number % 3).write();
            ListWalk walk = walk(subject.frozen());
            assertThat(walk.seal()).isEqualTo(new Seal(number, walk.contents(), walk.order()));
        }
    }

    @Test
    void theSeedDecidesTheWrites() {
        assertThat(afterwards(5)).isEqualTo(afterwards(5));
        assertThat(afterwards(5)).isNotEqualTo(afterwards(6));
    }

    private static ListWalk afterwards(long seed) {
        List<Element> elements = elements(500);
        LockedListSubject subject = new LockedListSubject(elements);
        ListWrites.Writer writer = new ListWrites(subject, 500, whole(elements)).new Writer(seed);
        for (int i = 0; i < 100; i++) {
            writer.write();
        }
        return walk(subject.frozen());
    }

    /** A write does what its kind says, and reaches the whole list. */
    @Test
    void everyKindChangesWhatItSays() {
        int size = 40;
        List<Element> elements = elements(size);
        LockedListSubject subject = new LockedListSubject(elements);
        ListWrites.Writer writer = new ListWrites(subject, size, whole(elements)).new Writer(3);
        Set<Integer> reached = new HashSet<>();
        Map<ListWrites.Kind, Long> before = new EnumMap<>(ListWrites.Kind.class);
        for (int i = 0; i < 1000; i++) {
            List<Element> older = subject.frozen();
            writer.write();
            List<Element> newer = subject.frozen();
            List<Element> put = new ArrayList<>(newer);
            put.removeAll(older);
            boolean amounts =
                    writer.made().getOrDefault(ListWrites.Kind.SET, 0L) > before.getOrDefault(ListWrites.Kind.SET, 0L);
            assertThat(put).hasSize(amounts ? 2 : 1);
            put.forEach(element -> reached.add(newer.indexOf(element)));
            if (amounts) {
                int same = 0;
                for (int at = 0; at < size; at++) {
                    same += older.get(at) == newer.get(at) ? 1 : 0;
                }
                assertThat(same).isEqualTo(size - 2);
            }
            before.putAll(writer.made());
        }
        assertThat(reached).hasSize(size);
        assertThat(before.get(ListWrites.Kind.SET)).isGreaterThan(before.get(ListWrites.Kind.MOVE));
        assertThat(before.get(ListWrites.Kind.MOVE)).isGreaterThan(before.get(ListWrites.Kind.RUN));
    }

    // ---- walks ----

    @Test
    void everyWayOfReadingShowsTheSame() {
        List<Element> elements = elements(100);
        for (ListWalk.Way way : ListWalk.Way.values()) {
            assertThat(ListWalk.through(elements, way)).isEqualTo(walk(elements));
        }
        assertThat(IntStream.range(0, 7).mapToObj(ListWalk.Way::of)).startsWith(ListWalk.Way.values());
        assertThat(walk(List.of()).order()).isEqualTo(Element.pair(0, 0));
    }

    @Test
    void orderAndContentsTellListsApart() {
        List<Element> elements = elements(20);
        ListWalk walk = walk(elements);
        for (int i = 0; i < 20; i++) {
            for (int j = i + 1; j < 20; j++) {
                List<Element> other = new ArrayList<>(elements);
                Collections.swap(other, i, j);
                assertThat(walk(other).contents()).isEqualTo(walk.contents());
                assertThat(walk(other).order()).isNotEqualTo(walk.order());
            }
            List<Element> twice = new ArrayList<>(elements);
            twice.set(i, elements.get((i + 1) % 20));
            assertThat(walk(twice).contents()).isNotEqualTo(walk.contents());
            List<Element> changed = new ArrayList<>(elements);
            changed.set(i, elements.get(i).with(elements.get(i).amount() + 1));
            assertThat(walk(changed).contents()).isNotEqualTo(walk.contents());
        }
        List<Element> backwards = new ArrayList<>(elements);
        Collections.reverse(backwards);
        assertThat(walk(backwards).order()).isNotEqualTo(walk.order());
    }

    @Test
    void hashesAreWhatTheySay() {
        Element element = elements(2).get(1);
        Element sealed = element.with(17, new Seal(4, 5, 6));
        assertThat(sealed.hash()).isEqualTo(element.hashWith(17, 4));
        assertThat(element.with(17).hash()).isEqualTo(element.hashWith(17, 0)).isNotEqualTo(sealed.hash());
        assertThat(sealed.number()).isEqualTo(4);
        assertThat(sealed.with(1).number()).isZero();
        assertThatThrownBy(() -> Element.of(null, 0)).isInstanceOf(NullPointerException.class);
    }
}
