package dev.holstein.jmh.subject;

import java.util.function.LongConsumer;

/** An array of numbers behind one adapter; one subject in a JVM, so that the calls are inlined. */
public abstract class ArrayCell {
    ArrayCell() {}

    /**
     * How many elements.
     *
     * @return elements
     */
    public abstract int length();

    /**
     * An element.
     *
     * @param index its index
     * @return the element
     */
    public abstract long get(int index);

    /**
     * Replaces an element. (References: by one of a few numbers made before.)
     *
     * @param index its index
     * @param element the new element
     */
    public abstract void set(int index, long element);

    /**
     * Copies all elements out, in bulk where the subject can.
     *
     * @param target what {@link #newTarget} made
     */
    public abstract void readAll(Object target);

    /**
     * Replaces all elements, in bulk where the subject can.
     *
     * @param source what {@link #newTarget} made, filled
     */
    public abstract void writeAll(Object source);

    /**
     * An array that takes all elements.
     *
     * @return the array
     */
    public Object newTarget() {
        return new long[length()];
    }

    /**
     * Shows all elements, by the subject's own loop.
     *
     * @param action is shown each
     */
    public void forEach(LongConsumer action) {
        for (int i = 0; i < length(); i++) {
            action.accept(get(i));
        }
    }

    /** Freezes the contents, and lets go of what was frozen before. */
    public abstract void snapshot();

    /**
     * An element of what was frozen last.
     *
     * @param index its index
     * @return the element
     */
    public abstract long frozen(int index);

    /** Gives back what needs to be given back. */
    public void close() {}
}
