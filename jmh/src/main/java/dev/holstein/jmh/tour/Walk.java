package dev.holstein.jmh.tour;

import java.util.Map;

/**
 * What one walk over a view showed.
 *
 * @param entries the entries met
 * @param total the sum of their values
 * @param signature a sum over the entries that tells contents apart, whatever their order
 * @param ordered whether the keys came in strictly ascending order
 * @param sizeBefore what {@code size()} said before the walk
 * @param sizeAfter what it said afterwards
 */
record Walk(long entries, long total, long signature, boolean ordered, long sizeBefore, long sizeAfter) {
    private static final long SPREAD = 0x9E3779B97F4A7C15L; // 2^64 divided by the golden ratio, as in SplittableRandom

    /** Walks over a map once. */
    static Walk through(Map<String, Long> view) {
        int sizeBefore = view.size();
        long entries = 0;
        long total = 0;
        long signature = 0;
        boolean ordered = true;
        String last = null;
        for (Map.Entry<String, Long> entry : view.entrySet()) {
            String key = entry.getKey();
            long value = entry.getValue();
            entries++;
            total += value;
            signature += signatureOfAdding(key, value, true);
            ordered &= last == null || last.compareTo(key) < 0;
            last = key;
        }
        return new Walk(entries, total, signature, ordered, sizeBefore, view.size());
    }

    /**
     * What an amount adds to the signature. It is linear in the amount, so that the signature of a state does not depend on
     * how its amounts came together.
     */
    static long signatureOfAdding(String name, long amount, boolean isNew) {
        long spread = name.hashCode() * SPREAD;
        return ((spread ^ (spread >>> Integer.SIZE)) | 1) * (2 * amount + (isNew ? 1 : 0));
    }

    /**
     * Whether the walk agrees with {@code size()}. Of a view that does not change, both sizes are one number; a live map that
     * only grows may grow during the walk.
     */
    boolean agreesWithSize() {
        return sizeBefore <= entries && entries <= sizeAfter;
    }
}
