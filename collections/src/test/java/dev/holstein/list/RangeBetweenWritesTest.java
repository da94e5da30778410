package dev.holstein.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A reader of a shared range that meets a write, waits for it, and meets the next one before it goes on. Threads do that once in
 * millions of reads, so the face of this test does it by itself.
 */
class RangeBetweenWritesTest {
    private final ConcurrentList<Integer> list = new ConcurrentList<>(List.of(1, 2, 3, 4));

    /** Shows an old version once, and lets a write come first whenever a turn is waited for, a few times. */
    private final class Overtaken extends ListView<Integer> {
        private ListState shown = list.present();
        private int toCome;
        private List<Integer> range = List.of();

        @Override
        ListView<Integer> face() {
            return this;
        }

        @Override
        ListState present() {
            ListState answer = shown;
            shown = list.present();
            return toCome > 0 ? answer : shown;
        }

        @Override
        ListState presentInTurn() {
            ListState answer = list.presentInTurn();
            if (toCome > 0) {
                toCome--;
                range.add(9);
            }
            return answer;
        }

        @Override
        <R> R write(Write<R> write) {
            return list.write(write);
        }
    }

    @Test
    void itIsNotRefused() {
        Overtaken face = new Overtaken();
        face.range = face.subList(1, 2);
        face.range.add(9);
        face.toCome = 3;
        assertThat(face.range).hasSize(5);
        assertThat(face.toCome).as("all have come").isZero();
        assertThat(list).containsExactly(1, 2, 9, 9, 9, 9, 3, 4);
    }
}
