/**
 * The benchmarks of lists: one class per operation, each over every {@link dev.holstein.jmh.subject.ListSubject} that
 * has it and from a thousand to a million elements. What many threads do is measured by the classes whose names begin
 * with {@code Concurrent}, with one thread; {@code -t 2} runs two.
 */
@NullMarked
package dev.holstein.jmh.op.list;

import org.jspecify.annotations.NullMarked;
