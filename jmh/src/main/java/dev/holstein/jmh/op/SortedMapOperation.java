package dev.holstein.jmh.op;

import dev.holstein.jmh.subject.MapSubject;
import org.openjdk.jmh.annotations.Param;

/** An operation on a map by the order of its keys: what Vavr's map and Paguro's do only by a walk from the start. */
public abstract class SortedMapOperation extends MapOperation {
    /** The map. */
    @Param({
        "COW",
        "CONCURRENT",
        "PERSISTENT",
        "TREE_MAP",
        "SKIP_LIST",
        "SCALA",
        "PCOLLECTIONS",
        "BIFURCAN",
        "BIFURCAN_LINEAR",
        "CLOJURE",
        "H2"
    })
    @SuppressWarnings("NullAway.Init") // by JMH
    public MapSubject subject;

    SortedMapOperation() {}

    @Override
    final MapSubject subject() {
        return subject;
    }
}
