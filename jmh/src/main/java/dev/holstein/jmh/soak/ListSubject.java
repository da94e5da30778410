package dev.holstein.jmh.soak;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.PersistentList;
import java.util.List;
import java.util.function.Consumer;

/** A mutable list under test: what its faces have in common, and names for what they do each in their own way. */
interface ListSubject {
    /** The name in the report. */
    String name();

    /** The list; another one after {@link #goOnWithCopy}. */
    List<Integer> list();

    /** The present elements, frozen. */
    List<Integer> snapshot();

    /** Makes a copy, goes on with it, and answers the list so far, which stays as it is. */
    List<Integer> goOnWithCopy();

    /** Makes several writes as one. */
    void atOnce(Consumer<List<Integer>> edit);

    /** Replaces everything by a version, whatever the list was. */
    void replaceBy(PersistentList<Integer> version);

    /** Whether iterators can write. */
    boolean iteratorsWrite();

    /** The list for one thread. Several writes as one are made on a copy. */
    static ListSubject cow() {
        return new Plain();
    }

    /** The list for one thread, open for a fault to be put in. */
    class Plain implements ListSubject {
        private CowList<Integer> list = new CowList<>();

        @Override
        public String name() {
            return "CowList";
        }

        @Override
        public List<Integer> list() {
            return list;
        }

        @Override
        public List<Integer> snapshot() {
            return list.snapshot();
        }

        @Override
        public List<Integer> goOnWithCopy() {
            CowList<Integer> before = list;
            list = before.copy();
            return before;
        }

        @Override
        public void atOnce(Consumer<List<Integer>> edit) {
            CowList<Integer> next = list.clone();
            edit.accept(next);
            list = next;
        }

        @Override
        public void replaceBy(PersistentList<Integer> version) {
            list = version.mutableCopy();
        }

        @Override
        public boolean iteratorsWrite() {
            return true;
        }
    }

    /** The list for all threads. */
    static ListSubject concurrent() {
        return new ListSubject() {
            private ConcurrentList<Integer> list = new ConcurrentList<>();

            @Override
            public String name() {
                return "ConcurrentList";
            }

            @Override
            public List<Integer> list() {
                return list;
            }

            @Override
            public List<Integer> snapshot() {
                return list.snapshot();
            }

            @Override
            public List<Integer> goOnWithCopy() {
                ConcurrentList<Integer> before = list;
                list = before.clone();
                return before;
            }

            @Override
            public void atOnce(Consumer<List<Integer>> edit) {
                list.update(edit);
            }

            @Override
            public void replaceBy(PersistentList<Integer> version) {
                Fault.unless(list.compareAndSet(list.snapshot(), version), "compareAndSet refused its own snapshot");
            }

            @Override
            public boolean iteratorsWrite() {
                return false;
            }
        };
    }
}
