/**
 * The concurrency promises of values that are copied on write, one file each. A value is an array with one number in
 * all of its places, so that half an edit is seen as {@link dev.holstein.jcstress.cow.Filled#TORN}.
 */
@NullMarked
package dev.holstein.jcstress.cow;

import org.jspecify.annotations.NullMarked;
