/**
 * The benchmarks of maps and lists that threads share: one class per shape of work, each over every
 * {@link dev.holstein.jmh.op.concurrent.SharedMapSubject} or {@link dev.holstein.jmh.op.concurrent.SharedListSubject}.
 *
 * <p>Where both sides count, threads form a group of JMH: the result has the throughput of each of its methods beside the sum of
 * all, and the sum says nothing. Latencies are samples of single calls, of which the percentiles count.
 *
 * <p>Every thread works without a pause, and the groups of two have a core each on two cores. Four and eight threads show whether
 * throughput holds when threads exceed cores.
 */
@NullMarked
package dev.holstein.jmh.op.concurrent;

import org.jspecify.annotations.NullMarked;
