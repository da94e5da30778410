/**
 * A heap that is full in the middle of a write: what the tests of several modules need for it. Compiled into the tests of each of them,
 * since none sees the tests of another.
 */
package dev.holstein.hostile;
