/**
 * Sorted maps and sets beside <a href="https://vavr.io">Vavr</a>'s: conversions both ways that keep the order, accessors that
 * answer an {@code Option} or a {@code Tuple2}, collectors, and a {@link dev.holstein.btree.PersistentBTreeMap} <em>as</em> an
 * {@code io.vavr.collection.SortedMap}, a {@link dev.holstein.btree.PersistentBTreeSet} <em>as</em> a {@code SortedSet}.
 *
 * <p>Vavr is optional: 0.10.x or 1.0.x on the path makes this package work, and without it all others do, since no other mentions
 * a type of Vavr's. Both are tested.
 *
 * <p>An adapter is one object around a persistent map or set, and its results are adapters again. What takes or drops from an end
 * cuts the tree, in O(log n), where Vavr's own build a new one; filters and new values are one bulk write that keeps what it
 * can. Values and exceptions are those of Vavr's own {@code TreeMap} and {@code TreeSet} in random scripts over every method of
 * the interfaces, but for these:
 *
 * <ul>
 *   <li>{@code replaceAll} with a function keeps the order of the map, where Vavr's answers one in the natural order.
 *   <li>{@code union}, {@code intersect} and {@code diff} with any sorted set go by the order of the set they are called on; Vavr's
 *       trees do so only if both have the same.
 *   <li>A key that cannot be compared, and null in the natural order, are refused when the first one comes, not the second one.
 *   <li>A {@code put} leaves a key object that {@code equals} the new one where it is, and takes the new one if they are equal by the order
 *       alone; Vavr's always takes the new one.
 *   <li>Functions that make new keys or elements are asked for all of them before the first comparison, where Vavr's asks and
 *       compares by turns; {@code values} are not lazy.
 *   <li>Counts at the limits of {@code int} ({@code takeRight}, {@code dropRight}, {@code sliding}) do what they say, where Vavr's overflow.
 *   <li>{@code toJavaMap} and {@code toJavaSet} answer a {@code CowBTreeMap} and a {@code CowBTreeSet}, copied in O(1);
 *       {@code toString} and {@code stringPrefix} say {@code PersistentBTreeMap} and {@code PersistentBTreeSet}.
 * </ul>
 *
 * <p>Each adapter is one long file: the interfaces have seventy to eighty abstract methods, and one or two statements each are not
 * worth a second place to look for them.
 */
@NullMarked
package dev.holstein.btree.vavr;

import org.jspecify.annotations.NullMarked;
