package dev.holstein.jmh.subject;

import java.util.function.LongConsumer;

/** The JDK's array. */
final class PlainCell extends ArrayCell {
    private final long[] array;
    private long[] frozen;

    PlainCell(long[] numbers) {
        array = numbers;
        frozen = numbers;
    }

    @Override
    public int length() {
        return array.length;
    }

    @Override
    public long get(int index) {
        return array[index];
    }

    @Override
    public void set(int index, long element) {
        array[index] = element;
    }

    @Override
    public void readAll(Object target) {
        System.arraycopy(array, 0, target, 0, array.length);
    }

    @Override
    public void writeAll(Object source) {
        System.arraycopy(source, 0, array, 0, array.length);
    }

    @Override
    public void forEach(LongConsumer action) {
        for (long element : array) {
            action.accept(element);
        }
    }

    @Override
    public void snapshot() {
        frozen = array.clone();
    }

    @Override
    public long frozen(int index) {
        return frozen[index];
    }
}
