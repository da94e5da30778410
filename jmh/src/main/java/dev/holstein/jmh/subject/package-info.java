/**
 * What is measured: ours, the JDK's and the rivals', each behind one adapter, so that an operation is written once
 * for all. {@link dev.holstein.jmh.subject.MapSubject} lists the maps, {@link dev.holstein.jmh.subject.ArraySubject}
 * the arrays, {@link dev.holstein.jmh.subject.ListSubject} the lists. Nothing here knows JMH.
 */
@NullMarked
package dev.holstein.jmh.subject;

import org.jspecify.annotations.NullMarked;
