/**
 * Structures of somebody else under {@link dev.holstein.jcstress.harness}: how to stress your own, and whether the harness can tell. Two of
 * them break the promise and must be caught, one keeps it.
 */
@NullMarked
package dev.holstein.jcstress.example;

import org.jspecify.annotations.NullMarked;
