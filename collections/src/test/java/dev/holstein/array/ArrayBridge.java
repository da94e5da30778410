package dev.holstein.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/** What is not public and yet asked for by tests in other packages. */
public final class ArrayBridge {
    /** One handle in so many is traced by {@link LeakDetection#SAMPLED}. */
    public static final int SAMPLE = LeakDetection.SAMPLE;

    private ArrayBridge() {}

    /** Direct memory as elements of one type. */
    public static DoubleBuffer doubles(ByteBuffer memory, ByteOrder order) {
        return DirectMemory.doubles(memory, order);
    }

    /** Direct memory as elements of one type. */
    public static LongBuffer longs(ByteBuffer memory, ByteOrder order) {
        return DirectMemory.longs(memory, order);
    }

    /** Direct memory as elements of one type. */
    public static IntBuffer ints(ByteBuffer memory, ByteOrder order) {
        return DirectMemory.ints(memory, order);
    }

    /** Direct memory as elements of one type. */
    public static ByteBuffer bytes(ByteBuffer memory, ByteOrder order) {
        return DirectMemory.bytes(memory, order);
    }

    /** The level that a value of the system property stands for. */
    public static LeakDetection leakDetection(String property) {
        return LeakDetection.named(property);
    }
}
