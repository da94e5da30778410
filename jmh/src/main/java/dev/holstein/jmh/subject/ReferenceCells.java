package dev.holstein.jmh.subject;

import dev.holstein.array.CowArray;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Arrays of references to numbers. What is written is one of a few objects, so that no write makes one. */
abstract class ReferenceCells extends ArrayCell {
    private static final int OBJECTS = 256;

    private final Long[] objects = new Long[OBJECTS];

    ReferenceCells() {
        Arrays.setAll(objects, i -> Long.valueOf(i));
    }

    final Long object(long number) {
        return objects[(int) number & OBJECTS - 1];
    }

    static Long[] boxed(long[] numbers) {
        Long[] elements = new Long[numbers.length];
        Arrays.setAll(elements, i -> numbers[i]);
        return elements;
    }

    static long unboxed(@Nullable Long element) {
        return element == null ? 0 : element;
    }

    @Override
    public final Object newTarget() {
        return new Long[length()];
    }

    /** Ours. */
    static final class Cow extends ReferenceCells {
        private final CowArray<Long> array;
        private CowArray<Long> frozen;

        Cow(long[] numbers) {
            array = CowArray.copyOf(boxed(numbers));
            frozen = array.snapshot();
            frozen.close();
        }

        @Override
        public int length() {
            return (int) array.length();
        }

        @Override
        public long get(int index) {
            return unboxed(array.get(index));
        }

        @Override
        public void set(int index, long element) {
            array.set(index, object(element));
        }

        @Override
        public void readAll(Object target) {
            array.read(0, (Long[]) target);
        }

        @Override
        public void writeAll(Object source) {
            array.write(0, (Long[]) source);
        }

        @Override
        public void snapshot() {
            frozen.close();
            frozen = array.snapshot();
        }

        @Override
        public long frozen(int index) {
            return unboxed(frozen.get(index));
        }

        @Override
        public void close() {
            frozen.close();
            array.close();
        }
    }

    /** The JDK's. */
    static final class Atomic extends ReferenceCells {
        private final AtomicReferenceArray<Long> array;
        private AtomicReferenceArray<Long> frozen;

        Atomic(long[] numbers) {
            array = new AtomicReferenceArray<>(boxed(numbers));
            frozen = array;
        }

        @Override
        public int length() {
            return array.length();
        }

        @Override
        public long get(int index) {
            return unboxed(array.get(index));
        }

        @Override
        public void set(int index, long element) {
            array.set(index, object(element));
        }

        @Override
        public void readAll(Object target) {
            Long[] elements = (Long[]) target;
            for (int i = 0; i < elements.length; i++) {
                elements[i] = array.get(i);
            }
        }

        @Override
        public void writeAll(Object source) {
            Long[] elements = (Long[]) source;
            for (int i = 0; i < elements.length; i++) {
                array.set(i, elements[i]);
            }
        }

        @Override
        public void snapshot() {
            Long[] elements = new Long[length()];
            readAll(elements);
            frozen = new AtomicReferenceArray<>(elements);
        }

        @Override
        public long frozen(int index) {
            return unboxed(frozen.get(index));
        }
    }
}
