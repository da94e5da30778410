/**
 * The benchmarks: one class per operation, each over every {@link dev.holstein.jmh.subject.MapSubject} that has it, every
 * size and {@link dev.holstein.jmh.data.KeyKind}. Class names select: {@code java -jar benchmarks.jar 'op.Get' -p size=100000}.
 *
 * <p>Every operation is measured from a thousand to a million entries, so that the growth shows what it costs: next to none for
 * what is constant or logarithmic, tenfold with each step for what is linear.
 *
 * <p>All results are nanoseconds per operation, averaged over one second; compare the medians of these seconds
 * ({@code -rf json}, {@code rawData}), for garbage collection spoils single ones. One JMH at a time, nothing else beside it.
 */
@NullMarked
package dev.holstein.jmh.op;

import org.jspecify.annotations.NullMarked;
