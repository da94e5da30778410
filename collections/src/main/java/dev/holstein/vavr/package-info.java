/**
 * Lists and arrays beside <a href="https://vavr.io">Vavr</a>'s: conversions both ways, accessors that answer an {@code Option} or
 * a {@code Tuple2}, collectors, and a {@link dev.holstein.list.PersistentList} <em>as</em> an {@code io.vavr.collection.IndexedSeq}.
 *
 * <p>Vavr is optional: 0.10.x or 1.0.x on the path makes this package work, and without it all others do, since no other mentions
 * a type of Vavr's. Both are tested.
 *
 * <p>An adapter is one object around a persistent list. Its operations are ours: what cuts, joins, inserts or removes shares
 * nodes, in O(log n); its results are adapters again, so that a chain of calls never leaves the structure, and {@link
 * dev.holstein.vavr.VavrInterop#fromVavr} takes the list out in O(1). Values and exceptions are those of Vavr's own {@code Vector}
 * in random scripts over every method of the interface, but for these: negative start indexes of {@code indexOf} count as 0; an
 * index out of bounds has a message of ours; counts at the limits of {@code int} do what they say, where some of Vavr's overflow; {@code span} and {@code sortBy} ask their
 * function once an element; {@code toString} and {@code stringPrefix} say {@code PersistentList};
 * {@code combinations}, {@code permutations} and {@code crossProduct} are made by Vavr and then copied.
 *
 * <p>The adapter is one long file: the interface has a hundred abstract methods, and one or two statements each are not worth a
 * second place to look for them.
 */
@NullMarked
package dev.holstein.vavr;

import org.jspecify.annotations.NullMarked;
