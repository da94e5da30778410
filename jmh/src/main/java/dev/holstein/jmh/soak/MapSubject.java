package dev.holstein.jmh.soak;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.RankedMap;
import java.util.NavigableMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A mutable map under test: what its faces have in common, and names for what they do each in their own way. */
interface MapSubject {
    /** The name in the report. */
    String name();

    /** The map; another one after {@link #goOnWithCopy}. */
    RankedMap<Integer, Long> map();

    /** The present entries, frozen. */
    NavigableMap<Integer, Long> snapshot();

    /** Makes a copy, goes on with it, and answers the map so far, which stays as it is. */
    NavigableMap<Integer, Long> goOnWithCopy();

    /** Makes several writes as one. */
    void atOnce(Consumer<RankedMap<Integer, Long>> edit);

    /** Makes the changes of a diff. */
    void patch(Stream<MapChange<Integer, Long>> changes);

    /** Replaces everything by a version, whatever the map was. */
    void replaceBy(PersistentBTreeMap<Integer, Long> version);

    /** The map for one thread. Several writes as one are made on a copy. */
    static MapSubject cow() {
        return new MapSubject() {
            private CowBTreeMap<Integer, Long> map = new CowBTreeMap<>();

            @Override
            public String name() {
                return "CowBTreeMap";
            }

            @Override
            public RankedMap<Integer, Long> map() {
                return map;
            }

            @Override
            public NavigableMap<Integer, Long> snapshot() {
                return map.snapshot();
            }

            @Override
            public NavigableMap<Integer, Long> goOnWithCopy() {
                CowBTreeMap<Integer, Long> before = map;
                map = before.copy();
                return before;
            }

            @Override
            public void atOnce(Consumer<RankedMap<Integer, Long>> edit) {
                CowBTreeMap<Integer, Long> next = map.clone();
                edit.accept(next);
                map = next;
            }

            @Override
            public void patch(Stream<MapChange<Integer, Long>> changes) {
                map.patch(changes);
            }

            @Override
            public void replaceBy(PersistentBTreeMap<Integer, Long> version) {
                map = version.mutableCopy();
            }
        };
    }

    /** The map for all threads. */
    static MapSubject concurrent() {
        return new MapSubject() {
            private ConcurrentBTreeMap<Integer, Long> map = new ConcurrentBTreeMap<>();

            @Override
            public String name() {
                return "ConcurrentBTreeMap";
            }

            @Override
            public RankedMap<Integer, Long> map() {
                return map;
            }

            @Override
            public NavigableMap<Integer, Long> snapshot() {
                return map.snapshot();
            }

            @Override
            public NavigableMap<Integer, Long> goOnWithCopy() {
                ConcurrentBTreeMap<Integer, Long> before = map;
                map = before.clone();
                return before;
            }

            @Override
            public void atOnce(Consumer<RankedMap<Integer, Long>> edit) {
                map.update(edit);
            }

            @Override
            public void patch(Stream<MapChange<Integer, Long>> changes) {
                map.patch(changes);
            }

            @Override
            public void replaceBy(PersistentBTreeMap<Integer, Long> version) {
                PersistentBTreeMap<Integer, Long> before = map.snapshot();
                Fault.unless(map.compareAndSet(before, version), "compareAndSet refused its own snapshot");
                Fault.unless(
                        before.equals(version) || !map.compareAndSet(before, version),
                        "compareAndSet took a snapshot for the present one that is not");
            }
        };
    }
}
