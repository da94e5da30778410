package dev.holstein.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/** Direct memory, seen as elements of one type. */
final class DirectMemory {
    private DirectMemory() {}

    static DoubleBuffer doubles(ByteBuffer memory, ByteOrder order) {
        return memory.order(order).asDoubleBuffer();
    }

    static LongBuffer longs(ByteBuffer memory, ByteOrder order) {
        return memory.order(order).asLongBuffer();
    }

    static IntBuffer ints(ByteBuffer memory, ByteOrder order) {
        return memory.order(order).asIntBuffer();
    }

    /** Bytes have no order among themselves: the buffer keeps the one that buffers start with, whoever reads numbers from it. */
    static ByteBuffer bytes(ByteBuffer memory, ByteOrder ignored) {
        return memory;
    }
}
