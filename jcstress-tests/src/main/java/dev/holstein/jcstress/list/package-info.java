/**
 * The concurrency promises of lists, and of groups that have a list and a map, one file each.
 *
 * <p>As in {@link dev.holstein.jcstress.btree}, what the actors see is told as the name of a version: {@link
 * dev.holstein.jcstress.harness.History} compares whole contents, so that half a write has no name. Each promise has a broken twin among
 * the tests of this module; the protected methods here are the steps that it replaces.
 */
@NullMarked
package dev.holstein.jcstress.list;

import org.jspecify.annotations.NullMarked;
