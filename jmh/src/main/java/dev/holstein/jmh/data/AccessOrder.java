package dev.holstein.jmh.data;

/** The order in which keys are asked for or inserted. */
public enum AccessOrder {
    /** Each key drawn by itself, all with the same chance. */
    RANDOM,
    /** In the order of the map, from the first key to the last, and again. */
    SEQUENTIAL,
    /**
     * Drawn by Zipf's law with exponent {@value MapKeys#ZIPF_EXPONENT}: the key of rank r has a chance in proportion to
     * 1 / r<sup>{@value MapKeys#ZIPF_EXPONENT}</sup>. Ranks know nothing of the order of the keys or of their place in memory.
     */
    ZIPF
}
