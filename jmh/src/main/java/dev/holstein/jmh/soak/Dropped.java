package dev.holstein.jmh.soak;

import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.list.PersistentList;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What was dropped, and must be collected: a snapshot that somebody still holds would keep its nodes for ever. */
final class Dropped {
    private static final long PAUSE_MILLIS = 10;

    /** What lives as long as its class: by identity, for another empty collection is to be collected as any. */
    private static final List<Object> CONSTANTS =
            List.of(PersistentBTreeMap.empty(), PersistentBTreeSet.empty(), PersistentList.empty());

    private final Queue<Trace> traces = new ConcurrentLinkedQueue<>();
    private final AtomicLong total = new AtomicLong();
    private final long patienceMillis;

    /**
     * Nothing has been dropped yet.
     *
     * @param patienceMillis how long collections are tried before what is left counts as held
     */
    Dropped(long patienceMillis) {
        this.patienceMillis = patienceMillis;
    }

    private static final class Trace extends WeakReference<Object> {
        final String of;

        Trace(String of, Object object) {
            super(object);
            this.of = of;
        }
    }

    /** Follows an object that the caller drops now. Any thread. */
    void add(String of, Object object) {
        if (CONSTANTS.stream().noneMatch(constant -> constant == object)) {
            traces.add(new Trace(of, object));
            total.incrementAndGet();
        }
    }

    /** How many were dropped so far. */
    long total() {
        return total.get();
    }

    /**
     * Collects garbage until all that was dropped is gone. Nobody else is at work, or what is on a stack might not go.
     *
     * @throws Fault if something is still there at the end of all patience
     */
    void expectGone() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        System.gc();
        while (!sweep()) {
            if (System.nanoTime() > end) {
                throw new Fault("dropped, but still reachable: " + left());
            }
            Thread.sleep(PAUSE_MILLIS);
            System.gc();
        }
    }

    private boolean sweep() {
        traces.removeIf(trace -> trace.refersTo(null));
        return traces.isEmpty();
    }

    private Map<String, Integer> left() {
        Map<String, Integer> left = new TreeMap<>();
        traces.forEach(trace -> left.merge(trace.of, 1, Integer::sum));
        return left;
    }
}
