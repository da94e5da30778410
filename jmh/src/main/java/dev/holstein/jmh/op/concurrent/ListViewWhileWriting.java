package dev.holstein.jmh.op.concurrent;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One thread takes a view of the whole list and reads every element of it, again and again; another one writes without a pause:
 * views and writes per second, and how many of the {@code checked} views were {@code torn}, that is, of no moment.
 *
 * <p>A view is what the list's own {@code forEach} sees, of ours on a snapshot; the locked list is copied first. References to
 * elements are read, the objects behind them are not, except for checks ({@link TornViews}).
 */
public class ListViewWhileWriting extends SharedListOperation {
    /** Its elements. */
    @Param("100000")
    public int size;

    /** Made by JMH. */
    public ListViewWhileWriting() {}

    @Override
    final int size() {
        return size;
    }

    /**
     * One view, read to its end.
     *
     * @param views the thread's
     * @param blackhole takes the elements
     */
    @Benchmark
    @Group("viewAndWrite")
    public void view(TornViews views, Blackhole blackhole) {
        if (views.checksNext()) {
            OneMoment moment = new OneMoment();
            list.view(moment);
            views.found(moment.isWhole(size));
        } else {
            list.view(blackhole::consume);
        }
    }

    /**
     * One {@code set}: all indices in turn, in random order. The element is the number of the write, a new object.
     *
     * @param writes the thread's
     */
    @Benchmark
    @Group("viewAndWrite")
    public void set(NumberedWrites writes) {
        list.set(order[writes.place()], writes.number(size));
        writes.next(size);
    }
}
