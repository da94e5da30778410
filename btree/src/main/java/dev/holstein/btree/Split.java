package dev.holstein.btree;

/**
 * A collection in two parts, cut before a key: {@code below.join(from)} is the whole again.
 *
 * @param <T> the type of the collection
 * @param below what comes before the key
 * @param from the key itself, if it is present, and what comes after it
 */
public record Split<T>(T below, T from) {}
