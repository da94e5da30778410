/**
 * The benchmarks of arrays: one class per operation, each over every {@link dev.holstein.jmh.subject.ArraySubject} and from a
 * thousand to a hundred million bytes.
 */
@NullMarked
package dev.holstein.jmh.op.array;

import org.jspecify.annotations.NullMarked;
