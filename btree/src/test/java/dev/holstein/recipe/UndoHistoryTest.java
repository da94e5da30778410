package dev.holstein.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.cow.SharingReport;
import dev.holstein.list.ListChange;
import dev.holstein.list.PersistentList;
import dev.holstein.progress.Standstill;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Undo and redo of an editor, whose document is a list: the lines of a text, the shapes of a drawing.
 *
 * <p>A copy of the list before each edit is simple, and takes the whole document each time. Commands that know how to undo themselves take
 * little, but each needs an inverse that is right in every case, and one that is not spoils the document. A list that is kept
 * by reference and edited further is no history at all.
 *
 * <p>The recipe keeps the versions of a {@link PersistentList}. An edit of any kind is a function from a version to the next one; undo
 * and redo go from one reference to another; and versions share all that the edits between them left alone, which {@link SharingReport}
 * shows. As each version is immutable, saving, printing and counting words may go on in other threads while somebody types.
 */
@Timeout(60)
class UndoHistoryTest {
    private static final int LINES = 100_000;
    private static final int EDITS = 100;

    /** The recipe. For one thread, as editors are; what {@link #present} answers may go to any. */
    static final class History<E> {
        private final int limit;
        private final Deque<PersistentList<E>> past = new ArrayDeque<>();
        private final Deque<PersistentList<E>> undone = new ArrayDeque<>();
        private PersistentList<E> present;

        /** Begins with a document, and keeps so many versions before the present one. */
        History(PersistentList<E> document, int limit) {
            present = document;
            this.limit = limit;
        }

        PersistentList<E> present() {
            return present;
        }

        /** Goes on to the next version; an edit without effect answers the version itself, and is no step to be undone. */
        void edit(UnaryOperator<PersistentList<E>> edit) {
            PersistentList<E> next = edit.apply(present);
            if (next == present) {
                return;
            }
            past.push(present);
            if (past.size() > limit) {
                past.removeLast();
            }
            undone.clear();
            present = next;
        }

        boolean undo() {
            return step(past, undone);
        }

        boolean redo() {
            return step(undone, past);
        }

        private boolean step(Deque<PersistentList<E>> from, Deque<PersistentList<E>> to) {
            if (from.isEmpty()) {
                return false;
            }
            to.push(present);
            present = from.pop();
            return true;
        }

        /** All versions that are kept, from the oldest one on. */
        List<PersistentList<E>> versions() {
            List<PersistentList<E>> versions = new ArrayList<>();
            past.descendingIterator().forEachRemaining(versions::add);
            versions.add(present);
            versions.addAll(undone);
            return versions;
        }
    }

    private static PersistentList<String> numbered(int lines) {
        return IntStream.range(0, lines).mapToObj(i -> "line " + i).collect(PersistentList.toPersistentList());
    }

    // ---- what a history does

    @Test
    void undoAndRedoGoThroughTheVersions() {
        History<String> text = new History<>(PersistentList.of("one", "two"), 10);
        text.edit(lines -> lines.plus("three"));
        text.edit(lines -> lines.with(0, "ONE"));
        text.edit(lines -> lines.minus(1));
        assertThat(text.present()).containsExactly("ONE", "three");
        assertThat(text.undo()).isTrue();
        assertThat(text.undo()).isTrue();
        assertThat(text.present()).containsExactly("one", "two", "three");
        assertThat(text.redo()).isTrue();
        assertThat(text.present()).containsExactly("ONE", "two", "three");
        assertThat(text.redo()).isTrue();
        assertThat(text.redo()).isFalse();
        assertThat(text.present()).containsExactly("ONE", "three");
    }

    @Test
    void undoAnswersTheVeryVersionThatWas() {
        PersistentList<String> first = numbered(LINES);
        History<String> text = new History<>(first, 10);
        text.edit(lines -> lines.sorted(null));
        assertThat(text.undo()).isTrue();
        assertThat(text.present()).isSameAs(first);
        assertThat(text.undo()).isFalse();
    }

    @Test
    void aNewEditDropsWhatCouldBeRedone() {
        History<String> text = new History<>(PersistentList.of("one"), 10);
        text.edit(lines -> lines.plus("two"));
        assertThat(text.undo()).isTrue();
        text.edit(lines -> lines.plus("zwei"));
        assertThat(text.redo()).isFalse();
        assertThat(text.present()).containsExactly("one", "zwei");
        assertThat(text.versions()).hasSize(2);
    }

    @Test
    void anEditWithoutEffectIsNoStep() {
        History<String> text = new History<>(PersistentList.of("one"), 10);
        text.edit(lines -> lines.plus("two"));
        assertThat(text.undo()).isTrue();
        text.edit(lines -> lines.with(0, "one").minus("absent"));
        assertThat(text.redo()).as("still there").isTrue();
        assertThat(text.versions()).hasSize(2);
    }

    @Test
    void theOldestVersionsGo() {
        History<Integer> numbers = new History<>(PersistentList.empty(), 3);
        for (int i = 0; i < 10; i++) {
            int number = i;
            numbers.edit(list -> list.plus(number));
        }
        assertThat(numbers.versions()).extracting(List::size).containsExactly(7, 8, 9, 10);
        while (numbers.undo()) {
            assertThat(numbers.present()).hasSizeGreaterThanOrEqualTo(7);
        }
        assertThat(numbers.present()).hasSize(7);
    }

    /** A move of a block is cut and joined from what is there; the editor redraws what differs. */
    @Test
    void anEditMayBeOfManyLines() {
        History<String> text = new History<>(numbered(LINES), 10);
        PersistentList<String> before = text.present();
        text.edit(lines ->
                lines.subList(50_000, 60_000).concat(lines.subList(0, 50_000)).concat(lines.subList(60_000, LINES)));
        assertThat(text.present()).hasSize(LINES).startsWith("line 50000").endsWith("line 99999");
        assertThat(text.undo()).isTrue();
        text.edit(lines -> lines.with(70_000, "changed"));
        List<ListChange<String>> toRedraw =
                PersistentList.diff(before, text.present()).toList();
        assertThat(toRedraw).containsExactly(new ListChange.Changed<>(70_000, "line 70000", "changed"));
    }

    // ---- what it takes

    @Test
    void aHundredVersionsTakeLessThanTwo() {
        History<String> text = new History<>(numbered(LINES), EDITS);
        long one = SharingReport.of(text.present()).total().bytes();
        for (int i = 0; i < EDITS; i++) {
            int line = i * (LINES / EDITS);
            text.edit(lines -> lines.with(line, "edited"));
        }
        List<PersistentList<String>> versions = text.versions();
        assertThat(versions).hasSize(EDITS + 1);
        SharingReport report = SharingReport.of(versions.toArray());
        assertThat(report.total().bytes()).isGreaterThan(one).isLessThan(2 * one);
        assertThat(report.heldAloneBy(versions.get(0)).bytes())
                .as("what dropping the oldest version frees")
                .isPositive()
                .isLessThan(one / 50);

        // The usual way: as many copies share nothing.
        PersistentList<String> copy = PersistentList.copyOf(new ArrayList<>(text.present()));
        assertThat(SharingReport.of(text.present(), copy).shared().nodes()).isZero();
    }

    // ---- a save in the background

    /** A save that stands still after its first line, while the editor goes on. */
    private static String savedWhileEdited(Iterable<String> document, Runnable edit) throws Exception {
        StringBuilder file = new StringBuilder();
        try (Standstill standstill = new Standstill()) {
            Future<?> save = standstill.of(stop -> {
                for (String line : document) {
                    file.append(line).append('\n');
                    stop.run();
                }
            });
            edit.run();
            standstill.goOn();
            Standstill.finish(save);
        }
        return file.toString();
    }

    @Test
    void aSaveWritesTheVersionItWasGiven() throws Exception {
        History<String> text = new History<>(PersistentList.of("one", "two", "three"), 10);
        String file = savedWhileEdited(text.present(), () -> {
            text.edit(lines -> lines.plus(0, "zero"));
            text.edit(lines -> lines.minus("three"));
        });
        assertThat(file).isEqualTo("one\ntwo\nthree\n");
        assertThat(text.present()).containsExactly("zero", "one", "two");
    }

    @Test
    void aSaveOfAListThatIsEditedFails() {
        List<String> text = new ArrayList<>(List.of("one", "two", "three"));
        assertThatThrownBy(() -> savedWhileEdited(text, () -> text.add(0, "zero")))
                .hasRootCauseInstanceOf(ConcurrentModificationException.class);
    }
}
