/**
 * The broken twins of the promises in {@link dev.holstein.jcstress.btree}, {@link dev.holstein.jcstress.cow}, {@link
 * dev.holstein.jcstress.array} and {@link dev.holstein.jcstress.list}: each replaces one step of its promise by a plausible
 * mistake, and the build fails if the promise's own test does not catch it.
 *
 * <p>A twin inherits the outcomes and the state of its promise. Its actors it has to repeat, for JCStress finds only those that
 * a class itself declares.
 */
@NullMarked
package dev.holstein.jcstress.broken;

import org.jspecify.annotations.NullMarked;
