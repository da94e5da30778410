package dev.holstein.hostile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Writes as they must not be, which show that the checks see it. */
final class BrokenWrites {
    private BrokenWrites() {}

    public static void main(String[] arguments) {
        OutOfMemory.run(
                List.of(
                        new WriteCase("counts first", () -> new GrowingTrial(new CountsFirst())),
                        new WriteCase("keeps its lock", () -> new GrowingTrial(new KeepsItsLock())),
                        new WriteCase("shifts first", () -> new GrowingTrial(new ShiftsFirst())),
                        new WriteCase("forgets its error", () -> new GrowingTrial(new ForgetsItsError())),
                        new WriteCase("as it should be", () -> new GrowingTrial(new Growing()))),
                Long.parseLong(arguments[1]));
    }

    /** An array that has grown by one element in front. */
    private static class Growing {
        Object[] elements = {1, 2, 3};
        int size = 3;

        void addFirst(Object element) {
            Object[] more = Arrays.copyOf(elements, size + 1);
            System.arraycopy(more, 0, more, 1, size);
            more[0] = element;
            elements = more;
            size++;
        }

        List<Object> contents() {
            return Arrays.asList(Arrays.copyOf(elements, size));
        }
    }

    /** The size is changed before there is memory. */
    private static final class CountsFirst extends Growing {
        @Override
        void addFirst(Object element) {
            size++;
            Object[] more = new Object[size];
            System.arraycopy(elements, 0, more, 1, size - 1);
            more[0] = element;
            elements = more;
        }
    }

    /** Edited in place before there is memory for all of it. */
    private static final class ShiftsFirst extends Growing {
        @Override
        void addFirst(Object element) {
            Object last = elements[size - 1];
            System.arraycopy(elements, 0, elements, 1, size - 1);
            elements[0] = element;
            elements = Arrays.copyOf(elements, size + 1);
            elements[size++] = last;
        }
    }

    /** A lock that is not given back in a finally. */
    private static final class KeepsItsLock extends Growing {
        private final ReentrantLock lock = new ReentrantLock();

        @Override
        void addFirst(Object element) {
            lock.lock();
            super.addFirst(element);
            lock.unlock();
        }
    }

    /** An error that is swallowed: the caller believes that it has written. */
    private static final class ForgetsItsError extends Growing {
        private boolean isFirst = true;

        @Override
        void addFirst(Object element) {
            try {
                super.addFirst(element);
            } catch (OutOfMemoryError e) {
                if (isFirst) {
                    isFirst = false;
                    return;
                }
                throw e;
            }
        }
    }

    private static final class GrowingTrial implements WriteCase.Trial {
        private final Growing growing;
        private final List<Object> before;

        GrowingTrial(Growing growing) {
            this.growing = growing;
            before = growing.contents();
        }

        @Override
        public void write() {
            growing.addFirst(0);
        }

        @Override
        public void check(boolean failed) {
            List<Object> after = new ArrayList<>(before);
            after.add(0, 0);
            WrittenTwice.eitherOr(failed, growing.contents(), before, after);
            WrittenTwice.fromAnotherThread(this::write, 500);
        }
    }
}
