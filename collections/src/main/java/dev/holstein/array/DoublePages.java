package dev.holstein.array;

import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Pages of double: arrays, or buffers over direct memory. */
final class DoublePages extends PageFormat {
    static final DoublePages FORMAT = new DoublePages();

    private static final double ZERO = 0;

    /** In a buffer; then what is filled is copied behind itself. */
    private static final int FILLED_ONE_BY_ONE = 64;

    private DoublePages() {
        super(Double.BYTES);
    }

    @Override
    Object onHeap(int elements) {
        return new double[elements];
    }

    @Override
    Object copyOnHeap(Object from, int fromIndex, int elements) {
        if (from instanceof double[] array) {
            return Arrays.copyOfRange(array, fromIndex, fromIndex + elements);
        }
        double[] copy = new double[elements];
        ((DoubleBuffer) from).get(fromIndex, copy);
        return copy;
    }

    @Override
    Object offHeap(int elements) {
        return DirectMemory.doubles(direct(elements, Double.BYTES), ByteOrder.nativeOrder());
    }

    @Override
    int length(Object memory) {
        return memory instanceof double[] array ? array.length : ((DoubleBuffer) memory).capacity();
    }

    @Override
    void clear(Object memory, int from, int elements) {
        fill(memory, from, elements, ZERO);
    }

    static void fill(Object memory, int from, int elements, double value) {
        if (memory instanceof double[] array) {
            Arrays.fill(array, from, from + elements, value);
        } else {
            DoubleBuffer buffer = (DoubleBuffer) memory;
            int done = Math.min(elements, FILLED_ONE_BY_ONE);
            for (int i = from; i < from + done; i++) {
                buffer.put(i, value);
            }
            while (done < elements) {
                int more = Math.min(done, elements - done);
                buffer.put(from + done, buffer, from, more);
                done += more;
            }
        }
    }

    @Override
    void copy(@Nullable Object from, int fromIndex, Object to, int toIndex, int elements) {
        if (from == null) {
            clear(to, toIndex, elements);
        } else if (from instanceof double[] source) {
            if (to instanceof double[] target) {
                System.arraycopy(source, fromIndex, target, toIndex, elements);
            } else {
                ((DoubleBuffer) to).put(toIndex, source, fromIndex, elements);
            }
        } else if (to instanceof double[] target) {
            ((DoubleBuffer) from).get(fromIndex, target, toIndex, elements);
        } else {
            ((DoubleBuffer) to).put(toIndex, (DoubleBuffer) from, fromIndex, elements);
        }
    }

    static double get(@Nullable Object memory, int index) {
        if (memory instanceof double[] array) {
            return array[index];
        }
        return memory == null ? ZERO : ((DoubleBuffer) memory).get(index);
    }

    @Override
    int mismatch(@Nullable Object a, int aIndex, @Nullable Object b, int bIndex, int elements) {
        if (a instanceof double[] left && b instanceof double[] right) {
            return Arrays.mismatch(left, aIndex, aIndex + elements, right, bIndex, bIndex + elements);
        }
        return find(false, a, aIndex, b, bIndex, elements);
    }

    @Override
    int match(@Nullable Object a, int aIndex, @Nullable Object b, int bIndex, int elements) {
        return find(true, a, aIndex, b, bIndex, elements);
    }

    private static int find(
            boolean equal, @Nullable Object a, int aIndex, @Nullable Object b, int bIndex, int elements) {
        for (int i = 0; i < elements; i++) {
            if ((Double.compare(get(a, aIndex + i), get(b, bIndex + i)) == 0) == equal) {
                return i;
            }
        }
        return -1;
    }

    @Override
    int hash(int hash, Object memory, int from, int elements) {
        int result = hash;
        for (int i = from; i < from + elements; i++) {
            result = 31 * result + Double.hashCode(get(memory, i));
        }
        return result;
    }
}
