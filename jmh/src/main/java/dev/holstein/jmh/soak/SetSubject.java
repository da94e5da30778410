package dev.holstein.jmh.soak;

import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.btree.RankedSet;
import dev.holstein.btree.SetChange;
import java.util.NavigableSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A mutable set under test: what its faces have in common, and names for what they do each in their own way. */
interface SetSubject {
    /** The name in the report. */
    String name();

    /** The set; another one after {@link #goOnWithCopy}. */
    RankedSet<Integer> set();

    /** Makes a copy, goes on with it, and answers the set so far, which stays as it is. */
    NavigableSet<Integer> goOnWithCopy();

    /** Makes several writes as one. */
    void atOnce(Consumer<RankedSet<Integer>> edit);

    /** Makes the changes of a diff. */
    void patch(Stream<SetChange<Integer>> changes);

    /** Replaces everything by a version, whatever the set was. */
    void replaceBy(PersistentBTreeSet<Integer> version);

    /** The set for one thread. Several writes as one are made on a copy. */
    static SetSubject cow() {
        return new SetSubject() {
            private CowBTreeSet<Integer> set = new CowBTreeSet<>();

            @Override
            public String name() {
                return "CowBTreeSet";
            }

            @Override
            public RankedSet<Integer> set() {
                return set;
            }

            @Override
            public NavigableSet<Integer> goOnWithCopy() {
                CowBTreeSet<Integer> before = set;
                set = before.copy();
                return before;
            }

            @Override
            public void atOnce(Consumer<RankedSet<Integer>> edit) {
                CowBTreeSet<Integer> next = set.clone();
                edit.accept(next);
                set = next;
            }

            @Override
            public void patch(Stream<SetChange<Integer>> changes) {
                set.patch(changes);
            }

            @Override
            public void replaceBy(PersistentBTreeSet<Integer> version) {
                set = version.mutableCopy();
            }
        };
    }

    /** The set for all threads. */
    static SetSubject concurrent() {
        return new SetSubject() {
            private ConcurrentBTreeSet<Integer> set = new ConcurrentBTreeSet<>();

            @Override
            public String name() {
                return "ConcurrentBTreeSet";
            }

            @Override
            public RankedSet<Integer> set() {
                return set;
            }

            @Override
            public NavigableSet<Integer> goOnWithCopy() {
                ConcurrentBTreeSet<Integer> before = set;
                set = before.clone();
                return before;
            }

            @Override
            public void atOnce(Consumer<RankedSet<Integer>> edit) {
                set.update(edit);
            }

            @Override
            public void patch(Stream<SetChange<Integer>> changes) {
                set.patch(changes);
            }

            @Override
            public void replaceBy(PersistentBTreeSet<Integer> version) {
                Fault.unless(set.compareAndSet(set.snapshot(), version), "compareAndSet refused its own snapshot");
            }
        };
    }
}
