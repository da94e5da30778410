/**
 * The adapters for Vavr beside Vavr's own: what a caller of {@code io.vavr.collection.SortedMap} and {@code IndexedSeq} gets if a
 * {@code PersistentBTreeMap} or a {@code PersistentList} is behind it. Nanoseconds an operation, or an entry of a walk.
 *
 * <pre>java -jar jmh/target/benchmarks.jar 'op.vavr' -prof gc -rf json</pre>
 */
@NullMarked
package dev.holstein.jmh.op.vavr;

import org.jspecify.annotations.NullMarked;
