/**
 * What an enemy, or a bad disk, may hand to the library: streams of serialized objects damaged in every way, sizes and positions at the
 * limits of their types, and a heap that is full in the middle of a write. The streams of lists are read here too, so that the means to
 * damage and to judge a stream are in one place.
 */
package dev.holstein.btree.hostile;
