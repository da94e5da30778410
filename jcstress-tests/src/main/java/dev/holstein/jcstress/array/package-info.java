/**
 * The concurrency promises of copy-on-write arrays, one file each: several handles of the same pages, each in the hands
 * of one thread.
 *
 * <p>A promise says what its two actors do and which outcomes it allows; every other outcome is forbidden. What a
 * handle shows is told as the name of its {@link dev.holstein.jcstress.array.Contents}. Each state has a {@link
 * dev.holstein.jcstress.array.Pool} of its own, and each promise ends with all handles closed and the balance of that
 * pool: no page in use, and as many that wait as were ever made. A page that was lost, or freed twice, is seen there.
 *
 * <p>Each promise has a broken twin among the tests of this module, which must be caught: the same actors upon a pool
 * that makes a plausible mistake in one step. The arrays under test are those of {@code long}; the counts, the
 * directories and the pool are the same for all types.
 */
@NullMarked
package dev.holstein.jcstress.array;

import org.jspecify.annotations.NullMarked;
