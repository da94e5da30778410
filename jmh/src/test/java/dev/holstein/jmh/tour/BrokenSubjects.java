package dev.holstein.jmh.tour;

import dev.holstein.btree.ConcurrentBTreeMap;
import java.util.AbstractMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Twins of the library's subject, each with one fault that the tour must find. */
final class BrokenSubjects {
    private BrokenSubjects() {}

    /** Without a fault, so that what a test finds is the fault of the twin. */
    static class Sound implements Subject {
        final ConcurrentBTreeMap<String, Long> map = new ConcurrentBTreeMap<>();

        @Override
        public String name() {
            return getClass().getSimpleName();
        }

        @Override
        public boolean judged() {
            return true;
        }

        @Override
        public void add(String name, long amount) {
            map.merge(name, amount, Long::sum);
        }

        @Override
        public void transfer(String from, String to, long amount) {
            map.putAll(Map.of(from, map.get(from) - amount, to, map.get(to) + amount));
        }

        @Override
        public Map<String, Long> view(long turn) {
            return turn % 2 == 0 ? map : map.snapshot();
        }

        @Override
        public Map<String, Long> frozen() {
            return map.snapshot();
        }

        @Override
        public OptionalLong nodesCopied() {
            return OptionalLong.of(map.nodesCopied());
        }
    }

    /** Makes two versions of one transfer. */
    static final class TwoPuts extends Sound {
        @Override
        public void transfer(String from, String to, long amount) {
            map.put(from, map.get(from) - amount);
            map.put(to, map.get(to) + amount);
        }
    }

    /** As {@link TwoPuts}, with so long between the two that no reader can miss it: the second comes with the next transfer. */
    static class Owing extends Sound {
        private Runnable rest = () -> {};

        @Override
        public void transfer(String from, String to, long amount) {
            rest.run();
            map.merge(from, -amount, Long::sum);
            rest = () -> map.merge(to, amount, Long::sum);
        }
    }

    /** As {@link Owing}, but nobody promised otherwise. */
    static final class OwingUnjudged extends Owing {
        @Override
        public boolean judged() {
            return false;
        }
    }

    /** Loses a part of every amount on the way. */
    static final class Leaking extends Sound {
        @Override
        public void transfer(String from, String to, long amount) {
            super.transfer(from, to, amount);
            map.merge(to, -1L, Long::sum);
        }
    }

    /** Makes two versions of one item: the name now, the amount with the next item. */
    static final class HalfAdds extends Sound {
        private Runnable rest = () -> {};

        @Override
        public void add(String name, long amount) {
            rest.run();
            super.add(name, 0);
            rest = () -> super.add(name, amount);
        }
    }

    /** Shows the first version for ever. */
    static final class Stale extends Sound {
        private final Map<String, Long> first = map.snapshot();

        @Override
        public Map<String, Long> view(long turn) {
            return first;
        }
    }

    /** Walks backwards. */
    static final class Backwards extends Sound {
        @Override
        public Map<String, Long> view(long turn) {
            return map.snapshot().descendingMap();
        }
    }

    /** Says another size than it has. */
    static final class Miscounted extends Sound {
        @Override
        public Map<String, Long> view(long turn) {
            Map<String, Long> right = map.snapshot();
            return new AbstractMap<>() {
                @Override
                public Set<Map.Entry<String, Long>> entrySet() {
                    return right.entrySet();
                }

                @Override
                public int size() {
                    return right.size() + 1;
                }
            };
        }
    }

    /** Gives a snapshot that later writes change. */
    static final class Thawing extends Sound {
        @Override
        public Map<String, Long> frozen() {
            return map;
        }
    }

    /** Throws at a reader. */
    static final class ThrowingView extends Sound {
        @Override
        public Map<String, Long> view(long turn) {
            throw new IllegalStateException("no view today");
        }
    }

    /** Throws at a writer, when the index is complete. */
    static final class ThrowingTransfer extends Sound {
        @Override
        public void transfer(String from, String to, long amount) {
            throw new AssertionError("no transfer today");
        }
    }

    /** Throws at the writer of the index. */
    static final class ThrowingAdd extends Sound {
        @Override
        public void add(String name, long amount) {
            throw new AssertionError("no item today");
        }
    }
}
