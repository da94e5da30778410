package dev.holstein.jmh.subject;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.CowLongArray;
import java.util.function.LongConsumer;

/** Ours, of numbers. */
final class CowCell extends ArrayCell {
    private final CowLongArray array;
    private CowLongArray frozen;

    CowCell(long[] numbers, ArrayOptions options) {
        array = CowLongArray.copyOf(numbers, options);
        frozen = array.snapshot();
        frozen.close();
    }

    @Override
    public int length() {
        return (int) array.length();
    }

    @Override
    public long get(int index) {
        return array.get(index);
    }

    @Override
    public void set(int index, long element) {
        array.set(index, element);
    }

    @Override
    public void readAll(Object target) {
        array.read(0, (long[]) target);
    }

    @Override
    public void writeAll(Object source) {
        array.write(0, (long[]) source);
    }

    @Override
    public void forEach(LongConsumer action) {
        array.forEach(action);
    }

    @Override
    public void snapshot() {
        frozen.close();
        frozen = array.snapshot();
    }

    @Override
    public long frozen(int index) {
        return frozen.get(index);
    }

    @Override
    public void close() {
        frozen.close();
        array.close();
    }
}
