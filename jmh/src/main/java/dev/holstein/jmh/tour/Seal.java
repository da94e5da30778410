package dev.holstein.jmh.tour;

/**
 * What a write says of the whole list as it leaves it, in one of the elements that it puts there. So each version of the list
 * says itself what it must be: the seal with the highest number in a walk is that of the write that made the version, and a
 * walk that mixes two versions agrees with neither.
 *
 * @param number the number of the write, from 1; 0 stands for the list before the first
 * @param contents the sum of the hashes of all elements, wherever they are
 * @param order the sum over all neighbours, from the front of the first element to the end of the last, of {@link Element#pair}
 */
record Seal(long number, long contents, long order) {}
