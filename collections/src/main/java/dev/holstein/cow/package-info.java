/**
 * Sharing as a capability: what can be frozen in O(1), together with others, and how much of it is shared; and
 * copy-on-write for values of any type, by handles ({@link dev.holstein.cow.Cow}) or for all threads at once
 * ({@link dev.holstein.cow.AtomicCow}).
 */
@NullMarked
package dev.holstein.cow;

import org.jspecify.annotations.NullMarked;
