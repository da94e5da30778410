/**
 * The concurrency promises of the sorted maps and of groups of them, one file each.
 *
 * <p>A promise says what its two actors do and which outcomes it allows; every other outcome is forbidden. What the actors
 * see is told as the name of a version: {@link dev.holstein.jcstress.harness.History} compares whole contents, so that half a
 * write has no name.
 *
 * <p>Each promise has at least one broken twin among the tests of this module: a subclass that replaces the step which makes
 * the promise true by a plausible mistake, and must be caught. The protected methods here are those steps.
 */
@NullMarked
package dev.holstein.jcstress.btree;

import org.jspecify.annotations.NullMarked;
