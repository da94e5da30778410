package dev.holstein.jmh.tour;

import org.jspecify.annotations.Nullable;

/**
 * An element of the list: an item of the input, and what it has now. It is never changed: a write puts another in its place.
 *
 * <p>What a walk needs of it (number and hash) lies in the element itself, so that a walk costs little beside the reading of
 * the list.
 */
final class Element {
    private static final long SPREAD = 0x9E3779B97F4A7C15L; // 2^64 divided by the golden ratio, as in SplittableRandom

    private final String name;
    private final int origin;
    private final long amount;
    private final @Nullable Seal seal;
    private final long number;
    private final long hash;

    private Element(String name, int origin, long amount, @Nullable Seal seal) {
        this.name = name;
        this.origin = origin;
        this.amount = amount;
        this.seal = seal;
        number = seal == null ? 0 : seal.number();
        hash = hashWith(amount, number);
    }

    /**
     * An element that no write has touched.
     *
     * @param origin where it is at first; no other element has the same
     */
    static Element of(Input.Item item, int origin) {
        return new Element(item.name(), origin, item.amount(), null);
    }

    /** The same with another amount, and without a seal. */
    Element with(long newAmount) {
        return new Element(name, origin, newAmount, null);
    }

    /** The same with another amount, and the seal of the write that puts it there. */
    Element with(long newAmount, Seal newSeal) {
        return new Element(name, origin, newAmount, newSeal);
    }

    /** The hash that it has with another amount and the number of a seal. What else the seal says has no part in it. */
    long hashWith(long newAmount, long newNumber) {
        return mixed(mixed(name.hashCode() + SPREAD * origin + newNumber) + newAmount);
    }

    /** What two neighbours, by their hashes, add to the {@linkplain Seal#order order}; an end of the list has the hash 0. */
    static long pair(long left, long right) {
        return mixed(SPREAD * left + right);
    }

    private static long mixed(long bits) {
        long once = (bits ^ (bits >>> Integer.SIZE)) * SPREAD;
        return once ^ (once >>> Integer.SIZE);
    }

    long amount() {
        return amount;
    }

    /** What the write that put it there has said of the whole list; null if it has left its seal elsewhere. */
    @Nullable
    Seal seal() {
        return seal;
    }

    /** The number of its seal; 0 if it has none. */
    long number() {
        return number;
    }

    long hash() {
        return hash;
    }
}
