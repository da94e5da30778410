package dev.holstein.jcstress.array;

import java.util.Arrays;

/**
 * What some elements of an array should be, under a name; and the question whether a handle shows that.
 *
 * <p>The answer is the name, or else the first element that is wrong; an exception is an answer too. So a promise lists
 * the names it allows and forbids the rest.
 */
public final class Contents {
    private final String name;
    private final long[] indices;
    private final long[] elements;

    private Contents(String name, long[] indices, long[] elements) {
        this.name = name;
        this.indices = indices;
        this.elements = elements;
    }

    /** At each of these indices an element that is found nowhere else, and is not zero. */
    static Contents distinct(String name, long... indices) {
        return new Contents(
                name, indices, Arrays.stream(indices).map(index -> index + 1).toArray());
    }

    /** At the first so many indices the same element. */
    static Contents all(String name, int length, long element) {
        long[] indices = new long[length];
        long[] elements = new long[length];
        Arrays.setAll(indices, i -> i);
        Arrays.fill(elements, element);
        return new Contents(name, indices, elements);
    }

    /** These contents after the write of an element. */
    Contents with(String newName, long index, long element) {
        long[] changed = elements.clone();
        changed[Arrays.binarySearch(indices, index)] = element;
        return new Contents(newName, indices, changed);
    }

    /** Writes all but zeros. */
    void writeTo(Handle handle) {
        for (int i = 0; i < indices.length; i++) {
            if (elements[i] != 0) {
                handle.set(indices[i], elements[i]);
            }
        }
    }

    /**
     * Whether a handle shows these contents.
     *
     * @param handle the handle
     * @return the name, or what is wrong
     */
    public String shownBy(Handle handle) {
        try {
            for (int i = 0; i < indices.length; i++) {
                long element = handle.get(indices[i]);
                if (element != elements[i]) {
                    return "wrong: " + element + " at " + indices[i] + " of '" + name + "'";
                }
            }
            return name;
        } catch (RuntimeException e) {
            return "threw " + e.getClass().getSimpleName();
        }
    }
}
