package dev.holstein.array;

import dev.holstein.core.Footprint;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pages of references; on the heap only. */
final class ReferencePages extends PageFormat {
    static final ReferencePages FORMAT = new ReferencePages();

    private ReferencePages() {
        super(Footprint.REFERENCE);
    }

    @Override
    Object onHeap(int elements) {
        return new @Nullable Object[elements];
    }

    /** An array of objects whatever the source is: an array of strings would refuse other elements. */
    @Override
    Object copyOnHeap(Object from, int fromIndex, int elements) {
        return Arrays.copyOfRange((Object[]) from, fromIndex, fromIndex + elements, Object[].class);
    }

    @Override
    Object offHeap(int elements) {
        throw new IllegalArgumentException("references cannot be kept in direct memory: use a pool on the heap");
    }

    @Override
    int length(Object memory) {
        return ((Object[]) memory).length;
    }

    @Override
    boolean holdsObjects() {
        return true;
    }

    @Override
    void clear(Object memory, int from, int elements) {
        Arrays.fill((@Nullable Object[]) memory, from, from + elements, null);
    }

    @Override
    void copy(@Nullable Object from, int fromIndex, Object to, int toIndex, int elements) {
        if (from == null) {
            clear(to, toIndex, elements);
        } else {
            System.arraycopy(from, fromIndex, to, toIndex, elements);
        }
    }

    static @Nullable Object get(@Nullable Object memory, int index) {
        return memory == null ? null : ((@Nullable Object[]) memory)[index];
    }

    @Override
    int mismatch(@Nullable Object a, int aIndex, @Nullable Object b, int bIndex, int elements) {
        return find(false, a, aIndex, b, bIndex, elements);
    }

    @Override
    int match(@Nullable Object a, int aIndex, @Nullable Object b, int bIndex, int elements) {
        return find(true, a, aIndex, b, bIndex, elements);
    }

    private static int find(
            boolean equal, @Nullable Object a, int aIndex, @Nullable Object b, int bIndex, int elements) {
        for (int i = 0; i < elements; i++) {
            if (Objects.equals(get(a, aIndex + i), get(b, bIndex + i)) == equal) {
                return i;
            }
        }
        return -1;
    }

    @Override
    int hash(int hash, Object memory, int from, int elements) {
        int result = hash;
        for (int i = from; i < from + elements; i++) {
            result = 31 * result + Objects.hashCode(get(memory, i));
        }
        return result;
    }
}
