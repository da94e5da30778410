package dev.holstein.jmh.soak;

import java.util.SplittableRandom;

/**
 * What all subjects of a run have in common.
 *
 * @param seed where all choices come from
 * @param threads how many are at work at once, 2 or more
 * @param dropped follows what is dropped
 */
record Setting(long seed, int threads, Dropped dropped) {
    /** The choices of one subject, which depend on nothing that the others do. */
    SplittableRandom randomOf(String name) {
        return new SplittableRandom(31 * seed + name.hashCode());
    }
}
