package dev.holstein.array;

/**
 * What a {@link PagePool} holds and has done.
 *
 * @param livePages pages in use by open handles
 * @param freePages pages kept for their next use
 * @param freeBytes their size in bytes, never above the bound of the pool
 * @param allocated pages made so far
 * @param reused pages handed out again instead
 * @param givenUp pages left to the collector, because the bound was reached, they were shorter than the others, or the pool was
 *     {@linkplain PagePool#trim trimmed}
 */
public record PoolStats(long livePages, long freePages, long freeBytes, long allocated, long reused, long givenUp) {}
