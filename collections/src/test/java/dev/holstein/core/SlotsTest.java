package dev.holstein.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every window of every small insertion, removal and concatenation, against lists. */
class SlotsTest {
    private static final int LARGEST = 6;

    private static List<Object> list(int from, int count) {
        return new ArrayList<>(IntStream.range(from, from + count).boxed().toList());
    }

    private static int[] ints(List<Object> list) {
        return list.stream().mapToInt(x -> x == null ? 0 : (Integer) x).toArray();
    }

    private static long[] longs(List<Object> list) {
        return list.stream().mapToLong(x -> x == null ? 0 : (Integer) x).toArray();
    }

    private static void agree(Object[] objects, int[] ints, long[] longs, List<Object> expected) {
        assertThat(objects).containsExactlyElementsOf(expected);
        assertThat(ints).containsExactly(ints(expected));
        assertThat(longs).containsExactly(longs(expected));
    }

    private static List<Object> window(List<Object> sequence, int from, int to, int slack) {
        List<Object> window = new ArrayList<>(sequence.subList(from, to));
        for (int i = 0; i < slack; i++) {
            window.add(null);
        }
        return window;
    }

    @Test
    void insertsInEveryWindow() {
        for (int count = 0; count <= LARGEST; count++) {
            for (int slot = 0; slot <= count; slot++) {
                List<Object> source = list(1, count);
                List<Object> sequence = new ArrayList<>(source);
                sequence.add(slot, 99);
                for (int from = 0; from <= count + 1; from++) {
                    for (int to = from; to <= count + 1; to++) {
                        int capacity = to - from + slot % 2;
                        agree(
                                Slots.inserted(source.toArray(), slot, 99, from, to, capacity),
                                Slots.inserted(ints(source), slot, 99, from, to, capacity),
                                Slots.inserted(longs(source), slot, 99, from, to, capacity),
                                window(sequence, from, to, slot % 2));
                    }
                }
            }
        }
    }

    @Test
    void removesEverySlot() {
        for (int count = 1; count <= LARGEST; count++) {
            for (int slot = 0; slot < count; slot++) {
                List<Object> source = list(1, count);
                List<Object> sequence = new ArrayList<>(source);
                sequence.remove(slot);
                agree(
                        Slots.removed(source.toArray(), count, slot, count),
                        Slots.removed(ints(source), count, slot, count),
                        Slots.removed(longs(source), count, slot, count),
                        window(sequence, 0, count - 1, 1));
            }
        }
    }

    @Test
    void joinsInEveryWindow() {
        for (int left = 0; left <= LARGEST; left++) {
            for (int right = 0; right <= LARGEST; right++) {
                List<Object> first = list(1, left);
                List<Object> second = list(50, right);
                List<Object> sequence = new ArrayList<>(first);
                sequence.addAll(second);
                List<Object> padded = window(first, 0, left, 1); // slots past the count are not looked at
                for (int from = 0; from <= left + right; from++) {
                    for (int to = from; to <= left + right; to++) {
                        agree(
                                Slots.joined(padded.toArray(), left, second.toArray(), from, to, to - from),
                                Slots.joined(ints(padded), left, ints(second), from, to, to - from),
                                Slots.joined(longs(padded), left, longs(second), from, to, to - from),
                                window(sequence, from, to, 0));
                    }
                }
            }
        }
    }
}
