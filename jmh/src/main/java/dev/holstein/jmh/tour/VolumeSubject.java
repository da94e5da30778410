package dev.holstein.jmh.tour;

import dev.holstein.array.PoolStats;

/** Where the volume of the tour comes from: an array type with a pool of its own, whose balance is exact. */
interface VolumeSubject {
    /** The name in the report. */
    String name();

    /** A volume of zeros, with pages of {@link VolumeFile#BLOCK} bytes. */
    Volume ofLength(long length);

    /** What the pool of its pages holds and has done. */
    PoolStats pool();
}
