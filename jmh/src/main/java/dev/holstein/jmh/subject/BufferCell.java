package dev.holstein.jmh.subject;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;

/** The JDK's buffer of bytes, seen as numbers. */
final class BufferCell extends ArrayCell {
    private final boolean direct;
    private final LongBuffer buffer;
    private LongBuffer frozen;

    BufferCell(long[] numbers, boolean direct) {
        this.direct = direct;
        buffer = allocate(numbers.length);
        buffer.put(0, numbers);
        frozen = buffer;
    }

    private LongBuffer allocate(int length) {
        int bytes = length * Long.BYTES;
        ByteBuffer memory = direct ? ByteBuffer.allocateDirect(bytes) : ByteBuffer.allocate(bytes);
        return memory.order(ByteOrder.nativeOrder()).asLongBuffer();
    }

    @Override
    public int length() {
        return buffer.capacity();
    }

    @Override
    public long get(int index) {
        return buffer.get(index);
    }

    @Override
    public void set(int index, long element) {
        buffer.put(index, element);
    }

    @Override
    public void readAll(Object target) {
        buffer.get(0, (long[]) target);
    }

    @Override
    public void writeAll(Object source) {
        buffer.put(0, (long[]) source);
    }

    @Override
    public void snapshot() {
        LongBuffer copy = allocate(length());
        frozen = copy.put(0, buffer, 0, length());
    }

    @Override
    public long frozen(int index) {
        return frozen.get(index);
    }
}
