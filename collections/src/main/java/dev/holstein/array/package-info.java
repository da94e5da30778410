/** Copy-on-write arrays. */
@NullMarked
package dev.holstein.array;

import org.jspecify.annotations.NullMarked;
