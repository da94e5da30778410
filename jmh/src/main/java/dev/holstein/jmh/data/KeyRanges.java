package dev.holstein.jmh.data;

/**
 * Ranges of keys, at random places of the order: each has the same number of keys.
 *
 * @param from the first key of each range
 * @param to the key behind each range
 */
@SuppressWarnings("ArrayRecordComponent") // data of benchmarks, never compared
public record KeyRanges(Object[] from, Object[] to) {}
