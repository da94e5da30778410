package dev.holstein.jmh.op.concurrent;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One thread takes a view of the whole map and reads every entry of it, again and again; another one writes without a pause:
 * views and writes per second, and how many of the {@code checked} views were {@code torn}, that is, of no moment.
 *
 * <p>A view is a snapshot and a walk over it; of the skip list, which has no better, a walk over the map itself. References to
 * keys and values are read, the objects behind them are not, except for checks ({@link TornViews}).
 */
public class ViewWhileWriting extends SharedMapOperation {
    /** Its entries. */
    @Param("100000")
    public int size;

    /** Made by JMH. */
    public ViewWhileWriting() {}

    @Override
    final int size() {
        return size;
    }

    /**
     * One view, read to its end.
     *
     * @param views the thread's
     * @param blackhole takes keys and values
     */
    @Benchmark
    @Group("viewAndWrite")
    public void view(TornViews views, Blackhole blackhole) {
        if (views.checksNext()) {
            OneMoment moment = new OneMoment();
            map.view(moment);
            views.found(moment.isWhole(size));
        } else {
            map.view((key, value) -> {
                blackhole.consume(key);
                blackhole.consume(value);
            });
        }
    }

    /**
     * One {@code put} to a key that is present: the keys in turn, in their random order of insertion. The value is the number of
     * the write, a new object.
     *
     * @param writes the thread's
     */
    @Benchmark
    @Group("viewAndWrite")
    public void put(NumberedWrites writes) {
        map.put(insertions[writes.place()], writes.number(size));
        writes.next(size);
    }
}
