package dev.holstein.jmh.footprint;

import java.util.SplittableRandom;

/** A collection to be weighed: the one form in which all kinds are filled and changed. */
abstract class Specimen {
    /** Adds one element, or an entry whose key and value it is: to a list at the end. */
    abstract void add(Object element);

    /** Removes a random element, and adds another: in a list both at random indices, else those named. */
    abstract void exchange(Object present, Object absent, SplittableRandom random);

    /** Writes once, by which the size stays: a new value of a key, a new element at a random index, or an {@link #exchange}. */
    abstract void write(Object present, Object absent, SplittableRandom random);

    /** The present contents, safe from later writes: by the cheapest means the collection has. */
    abstract Object snapshot();

    /** The object that holds the present contents. */
    abstract Object held();

    /** What {@link #held} itself weighs, if it is not part of the collection. */
    long bytesOfHolder() {
        return 0;
    }
}
