package dev.holstein.jmh.soak;

import dev.holstein.array.ArrayOptions;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.RankedMap;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Twins of what is soaked, each with one fault that the soak must find. */
final class BrokenSoaks {
    /** What some twins never let go of; see {@link #letGo}. */
    static final List<Object> HELD = Collections.synchronizedList(new ArrayList<>());

    private BrokenSoaks() {}

    /** Loses the last element of each copy. */
    static final class Forgetful extends ListSubject.Plain {
        @Override
        public void atOnce(Consumer<List<Integer>> edit) {
            super.atOnce(list -> {
                edit.accept(list);
                list.remove(list.size() - 1);
            });
        }
    }

    /** Shows the list itself where a snapshot was asked for. */
    static final class Thawing extends ListSubject.Plain {
        @Override
        public List<Integer> snapshot() {
            return Collections.unmodifiableList(list());
        }
    }

    /** Holds on to the first snapshot with elements that is taken after some others. */
    static final class Holding extends ListSubject.Plain {
        private final int after;
        private int taken;

        Holding(int after) {
            this.after = after;
        }

        @Override
        public List<Integer> snapshot() {
            List<Integer> snapshot = super.snapshot();
            // not the empty constant, which is everybody's
            if (++taken > after && !snapshot.isEmpty() && HELD.isEmpty()) {
                HELD.add(snapshot);
            }
            return snapshot;
        }
    }

    /** Makes memory its own whenever it is used, but not faster than the heap of a test allows, and gives none back. */
    static final class Growing extends ListSubject.Plain {
        private static final int BYTES = 4 << 20;
        private static final long PAUSE_NANOS = 25_000_000;

        private final boolean direct;
        private long last = System.nanoTime();

        Growing(boolean direct) {
            this.direct = direct;
        }

        @Override
        public List<Integer> list() {
            if (System.nanoTime() - last > PAUSE_NANOS) {
                HELD.add(direct ? ByteBuffer.allocateDirect(BYTES) : new byte[BYTES]);
                last = System.nanoTime();
            }
            return super.list();
        }
    }

    /** Passes on to a map, but for what a twin does otherwise. */
    static class Passing implements MapSubject {
        private final MapSubject to = MapSubject.concurrent();

        @Override
        public String name() {
            return getClass().getSimpleName();
        }

        @Override
        public RankedMap<Integer, Long> map() {
            return to.map();
        }

        @Override
        public NavigableMap<Integer, Long> snapshot() {
            return to.snapshot();
        }

        @Override
        public NavigableMap<Integer, Long> goOnWithCopy() {
            return to.goOnWithCopy();
        }

        @Override
        public void atOnce(Consumer<RankedMap<Integer, Long>> edit) {
            to.atOnce(edit);
        }

        @Override
        public void patch(Stream<MapChange<Integer, Long>> changes) {
            to.patch(changes);
        }

        @Override
        public void replaceBy(PersistentBTreeMap<Integer, Long> version) {
            to.replaceBy(version);
        }
    }

    /** Goes on with the map that should have stayed as it was. */
    static final class Confusing extends Passing {
        @Override
        public NavigableMap<Integer, Long> goOnWithCopy() {
            return map();
        }
    }

    /** Does not make the last change of a patch. */
    static final class HalfPatching extends Passing {
        @Override
        public void patch(Stream<MapChange<Integer, Long>> changes) {
            List<MapChange<Integer, Long>> all = changes.toList();
            super.patch(all.stream().limit(Math.max(0, all.size() - 1)));
        }
    }

    /** Makes the last change of an update with the next one only, so that no reader can miss it. */
    static final class Owing extends SharedMap {
        private final Deque<MapChange<Integer, Long>> owed = new ArrayDeque<>();

        @Override
        synchronized void update(Consumer<? super CowBTreeMap<Integer, Long>> edit) {
            map.patch(owed.stream());
            owed.clear();
            PersistentBTreeMap<Integer, Long> before = map.snapshot();
            CowBTreeMap<Integer, Long> copy = before.mutableCopy();
            edit.accept(copy);
            owed.addAll(PersistentBTreeMap.diff(before, copy.snapshot()).toList());
            if (!owed.isEmpty()) {
                map.patch(Stream.of(owed.removeFirst()));
            }
        }
    }

    /** Makes an update without a turn, so that the writes of others are lost meanwhile. */
    static final class Overwriting extends SharedMap {
        @Override
        void update(Consumer<? super CowBTreeMap<Integer, Long>> edit) {
            CowBTreeMap<Integer, Long> copy = map.snapshot().mutableCopy();
            edit.accept(copy);
            Thread.yield();
            map.update(present -> {
                present.clear();
                present.putAll(copy);
            });
        }
    }

    /** Makes a handle on an array, and another on its page that nobody closes. */
    static ArrayHandle<?> unclosed(long length, ArrayOptions options) {
        ArrayHandle<?> handle = ArrayHandle.Kind.LONG.make(length, options);
        handle.set(0, 1);
        handle.set(0, 0);
        HELD.add(handle.snapshot());
        return handle;
    }

    /** Makes a handle on an array, and the first time another that nobody closes or keeps. */
    static ArrayHandle<?> dropped(long length, ArrayOptions options) {
        ArrayHandle<?> handle = ArrayHandle.Kind.LONG.make(length, options);
        if (HELD.isEmpty()) {
            HELD.add("once");
            handle.snapshot();
        }
        return handle;
    }

    /** Ends what twins have left. */
    static void letGo() {
        for (Object held : HELD) {
            if (held instanceof ArrayHandle<?> handle) {
                handle.close();
            }
        }
        HELD.clear();
    }

    /** Shows the moment before, once in a thousand. */
    static final class Late extends MapHistory {
        private PersistentBTreeMap<Integer, Long> before = PersistentBTreeMap.empty();

        @Override
        PersistentBTreeMap<Integer, Long> take(int i) {
            PersistentBTreeMap<Integer, Long> now = super.take(i);
            PersistentBTreeMap<Integer, Long> shown = i % 1_000 == 999 ? before : now;
            before = now;
            return shown;
        }
    }

    /** Needs memory with each snapshot as if it were a copy: for as long as it is there, or for ever. */
    static final class Fat extends MapHistory {
        private final int bytes;

        Fat(int bytes) {
            this.bytes = bytes;
        }

        @Override
        PersistentBTreeMap<Integer, Long> take(int i) {
            HELD.add(new byte[bytes]);
            return super.take(i);
        }
    }

    /** Holds on to one snapshot of many. */
    static final class Collecting extends MapHistory {
        @Override
        PersistentBTreeMap<Integer, Long> take(int i) {
            PersistentBTreeMap<Integer, Long> taken = super.take(i);
            if (i == 1_000) {
                HELD.add(taken);
            }
            return taken;
        }
    }

    /** A map that does not get to know one key. */
    @SuppressWarnings("unchecked") // it passes everything else on
    static RankedMap<Integer, Integer> deafFor(int key) {
        CowBTreeMap<Integer, Integer> map = new CowBTreeMap<>();
        return (RankedMap<Integer, Integer>) Proxy.newProxyInstance(
                RankedMap.class.getClassLoader(), new Class<?>[] {RankedMap.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("put") && arguments[0].equals(key)) {
                        return null;
                    }
                    try {
                        return method.invoke(map, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** A map that comes with much memory that it has no use for. */
    static RankedMap<Integer, Integer> fat(int bytes) {
        HELD.add(new byte[bytes]);
        return new CowBTreeMap<>();
    }
}
