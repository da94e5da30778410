package dev.holstein.btree.contract;

import static dev.holstein.btree.contract.SerialStreams.block;
import static dev.holstein.btree.contract.SerialStreams.exchanged;
import static dev.holstein.btree.contract.SerialStreams.read;
import static dev.holstein.btree.contract.SerialStreams.tampered;
import static dev.holstein.btree.contract.SerialStreams.text;
import static dev.holstein.btree.contract.SerialStreams.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.costs.AllocatedBytes;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stream that was tampered with is refused, without a large allocation, and never becomes a damaged collection. */
class SerialTamperTest {
    private static final long LARGE = 16 << 20;

    /** Keys, and values, that no other part of a stream equals. */
    private static final Integer FIRST = 0x71000001;

    private static final Integer SECOND = 0x71000002;
    private static final Integer THIRD = 0x71000003;

    private static final class ByMagnitude implements Comparator<Number>, Serializable {
        private static final long serialVersionUID = 1;

        @Override
        public int compare(Number a, Number b) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
    }

    private static <M extends Map<Integer, String>> M filled(M map) {
        map.put(FIRST, "first");
        map.put(SECOND, "second");
        map.put(THIRD, "third");
        return map;
    }

    private static CowBTreeMap<Integer, String> map() {
        return filled(new CowBTreeMap<>());
    }

    private static ConcurrentBTreeMap<Integer, String> concurrent() {
        return filled(new ConcurrentBTreeMap<>());
    }

    static Stream<Object> maps() {
        return Stream.of(map(), map().snapshot(), concurrent());
    }

    static Stream<Object> sets() {
        CowBTreeSet<Integer> set = new CowBTreeSet<>(List.of(FIRST, SECOND, THIRD));
        return Stream.of(set, set.snapshot(), new ConcurrentBTreeSet<>(set));
    }

    static Stream<Object> faces() {
        return Stream.concat(maps(), sets());
    }

    private static void assertRefused(byte[] bytes) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(InvalidObjectException.class);
    }

    private static UnaryOperator<Object> exchange(Object part, Object other) {
        return present -> part.equals(present) ? other : present;
    }

    /**
     * Any exchange of equal objects for themselves is no tampering: the means of these tests do not refuse by
     * themselves.
     */
    @ParameterizedTest
    @MethodSource("faces")
    void untouchedIsAccepted(Object face) throws Exception {
        assertThat(read(tampered(face, part -> part))).isEqualTo(face);
        assertThat(read(exchanged(written(face), block(3), block(3)))).isEqualTo(face);
        assertThat(read(tampered(face, exchange(SECOND, SECOND)))).isEqualTo(face);
    }

    @ParameterizedTest
    @MethodSource("faces")
    void keysOutOfOrder(Object face) throws Exception {
        assertRefused(tampered(face, exchange(SECOND, THIRD + 1)));
        assertRefused(tampered(face, exchange(THIRD, FIRST - 1)));
        assertRefused(tampered(face, exchange(FIRST, Integer.MAX_VALUE)));
    }

    @ParameterizedTest
    @MethodSource("faces")
    void keysTwice(Object face) throws Exception {
        assertRefused(tampered(face, exchange(SECOND, FIRST)));
        assertRefused(tampered(face, exchange(SECOND, THIRD)));
        assertRefused(tampered(face, exchange(THIRD, FIRST)));
    }

    @ParameterizedTest
    @MethodSource("faces")
    void keysOfNoOrderOrNull(Object face) throws Exception {
        for (Integer key : List.of(FIRST, SECOND, THIRD)) {
            assertRefused(tampered(face, exchange(key, "a string")));
            assertRefused(tampered(face, exchange(key, null)));
            assertRefused(tampered(face, exchange(key, new Random(1)))); // not comparable
        }
    }

    @Test
    void aSingleKeyThatCannotBeCompared() throws Exception {
        CowBTreeMap<Integer, String> map = new CowBTreeMap<>();
        map.put(FIRST, "alone");
        assertRefused(tampered(map, exchange(FIRST, new Random(1))));
        assertRefused(tampered(map, exchange(FIRST, null)));
    }

    /** A null that a cow map may have, in a stream that says it is of a concurrent one. */
    @Test
    void nullsInConcurrentFaces() throws Exception {
        assertRefused(tampered(concurrent(), exchange("second", null)));
        ConcurrentBTreeMap<String, String> map = new ConcurrentBTreeMap<>(GuavaSuites.NULL_FRIENDLY);
        map.put("m", "value");
        assertRefused(tampered(map, exchange("m", null)));
        assertRefused(tampered(map.headMap("m", true), exchange("m", null)));
        ConcurrentBTreeSet<String> set = new ConcurrentBTreeSet<>(GuavaSuites.NULL_FRIENDLY);
        set.add("m");
        assertRefused(tampered(set, exchange("m", null)));
        CowBTreeMap<Integer, String> cow = map();
        cow.put(SECOND, null);
        assertRefused(exchanged(written(cow), text("COW_MAP"), text("CONCURRENT_MAP")));
    }

    /** The empty map has no key to be refused; its bound must be. */
    @Test
    void nullBoundsOfConcurrentViews() throws Exception {
        ConcurrentBTreeMap<String, String> map = new ConcurrentBTreeMap<>(GuavaSuites.NULL_FRIENDLY);
        assertRefused(tampered(map.headMap("m", true), exchange("m", null)));
        ConcurrentBTreeSet<String> set = new ConcurrentBTreeSet<>(GuavaSuites.NULL_FRIENDLY);
        assertRefused(tampered(set.tailSet("m", true), exchange("m", null)));
    }

    @ParameterizedTest
    @MethodSource("faces")
    void noFaceOrAnUnknownOne(Object face) throws Exception {
        assertRefused(tampered(face, part -> part instanceof Enum ? null : part));
        assertThatThrownBy(() -> read(tampered(face, part -> part instanceof Enum ? Thread.State.NEW : part)))
                .isInstanceOf(ObjectStreamException.class);
        String name = face.getClass().getSimpleName().startsWith("Cow") ? "COW" : null;
        if (name != null) {
            name += face instanceof Map ? "_MAP" : "_SET";
            assertRefused(exchanged(written(face), text(name), text("COW_BAG")));
        }
    }

    /** Entries of a map that are read as elements of a set: what follows the last is passed over, or refused. */
    @Test
    void anotherFaceThanWasWritten() throws Exception {
        byte[] bytes = written(map());
        assertThat(read(exchanged(bytes, text("COW_MAP"), text("PERSISTENT_MAP"))))
                .isInstanceOf(PersistentBTreeMap.class)
                .isEqualTo(map());
        assertRefused(exchanged(bytes, text("COW_MAP"), text("COW_SET")));
        byte[] set = written(new CowBTreeSet<>(List.of(FIRST, SECOND, THIRD)));
        assertThatThrownBy(() -> read(exchanged(set, text("COW_SET"), text("COW_MAP"))))
                .isInstanceOf(ObjectStreamException.class);
    }

    @ParameterizedTest
    @MethodSource("faces")
    void negativeSizes(Object face) throws Exception {
        byte[] bytes = written(face);
        assertRefused(exchanged(bytes, block(3), block(-1)));
        assertRefused(exchanged(bytes, block(3), block(Integer.MIN_VALUE)));
    }

    /**
     * A part of a value with a size twice: the stream that reads it throws {@code IllegalStateException: unread block data} into
     * the map that holds it.
     */
    @Test
    void whateverTheStreamItselfThrows() throws Exception {
        CowBTreeMap<Integer, Object> outer = new CowBTreeMap<>();
        outer.put(1, map().headMap(THIRD));
        byte[] twice = Arrays.copyOf(block(3), 12);
        System.arraycopy(block(3), 0, twice, 6, 6);
        assertRefused(exchanged(written(outer), block(3), twice));
    }

    @ParameterizedTest
    @MethodSource("faces")
    void forgedSizesAllocateNothing(Object face) throws Exception {
        byte[] bytes = written(face);
        for (int size : new int[] {4, 1 << 20, Integer.MAX_VALUE}) {
            byte[] forged = exchanged(bytes, block(3), block(size));
            long before = AllocatedBytes.ofThisThread();
            assertRefused(forged);
            assertThat(AllocatedBytes.ofThisThread() - before).isLessThan(LARGE);
        }
    }

    @Test
    void comparatorsOfAWrongClass() throws Exception {
        CowBTreeMap<String, String> map = new CowBTreeMap<>(String.CASE_INSENSITIVE_ORDER);
        map.put("a", "1");
        map.put("B", "2");
        for (Object whole :
                List.of(map, map.snapshot(), new ConcurrentBTreeMap<>(map), new CowBTreeSet<>(map.keySet()))) {
            assertRefused(tampered(whole, exchange(String.CASE_INSENSITIVE_ORDER, "no comparator")));
            // another order, in which the keys do not come as they should; and one for other keys
            assertRefused(tampered(whole, exchange(String.CASE_INSENSITIVE_ORDER, null)));
            assertRefused(tampered(whole, exchange(String.CASE_INSENSITIVE_ORDER, Comparator.naturalOrder())));
            assertRefused(tampered(whole, exchange(String.CASE_INSENSITIVE_ORDER, new ByMagnitude())));
        }
    }

    @Test
    void viewsOfNothingOrWithBoundsThatCross() throws Exception {
        for (NavigableMap<Integer, String> map : List.of(map(), map().snapshot(), concurrent())) {
            Integer lo = 0x71000000;
            Integer hi = 0x71000009;
            NavigableMap<Integer, String> view = map.subMap(lo, true, hi, true);
            assertRefused(tampered(view, exchange(lo, hi + 1)));
            assertRefused(tampered(view, exchange(hi, lo - 1)));
            assertRefused(tampered(view, exchange(lo, null)));
            assertRefused(tampered(view, exchange(hi, new Random(1))));
            assertRefused(
                    tampered(view, part -> part.getClass().getSimpleName().equals("BTreeSerial") ? "none" : part));
            assertRefused(tampered(view, part -> part.getClass().getSimpleName().equals("BTreeSerial") ? null : part));
        }
        CowBTreeSet<Integer> set = new CowBTreeSet<>(List.of(FIRST, THIRD));
        assertRefused(tampered(set.subSet(SECOND, true, THIRD, true), exchange(SECOND, THIRD + 1)));
    }

    @Test
    void aMapThatContainsItself() throws Exception {
        CowBTreeMap<Integer, Object> map = new CowBTreeMap<>();
        map.put(1, map);
        assertRefused(written(map));
        CowBTreeMap<Integer, Object> withView = new CowBTreeMap<>();
        withView.put(1, withView.headMap(9));
        assertRefused(written(withView));
    }

    /** A class of the same name, as its stream would look without the form of its own. */
    private static final class Lookalike implements Serializable {
        private static final long serialVersionUID = 1;
    }

    @Test
    void facesWithoutTheirForm() throws Exception {
        byte[] bytes = written(new Lookalike());
        for (Class<?> face : List.of(
                PersistentBTreeMap.class,
                CowBTreeMap.class,
                ConcurrentBTreeMap.class,
                PersistentBTreeSet.class,
                CowBTreeSet.class,
                ConcurrentBTreeSet.class,
                map().descendingMap().getClass(),
                concurrent().descendingMap().getClass(),
                new CowBTreeSet<Integer>().descendingSet().getClass())) {
            byte[] direct = exchanged(bytes, text(Lookalike.class.getName()), text(face.getName()));
            assertThatThrownBy(() -> read(direct))
                    .isInstanceOfAny(InvalidObjectException.class, InvalidClassException.class)
                    .hasMessageNotContaining("serialVersionUID");
        }
    }

    @ParameterizedTest
    @MethodSource("faces")
    void truncatedAnywhere(Object face) throws Exception {
        byte[] bytes = written(face);
        for (int length = 0; length < bytes.length; length++) {
            byte[] truncated = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(truncated)).isInstanceOf(IOException.class);
        }
    }

    /** Whatever byte is changed: either the stream is refused, or what it gives keeps every invariant. */
    @ParameterizedTest
    @MethodSource("faces")
    void anyByteChanged(Object face) throws Exception {
        byte[] bytes = written(face);
        int refused = 0;
        for (int at = 0; at < bytes.length; at++) {
            for (int change : new int[] {1, 2, 0x10, 0x80, 0xff}) {
                byte[] damaged = bytes.clone();
                damaged[at] ^= (byte) change;
                try {
                    Object back = read(damaged);
                    if (back instanceof Map<?, ?> map) {
                        BTreeProbe.check(map);
                    } else if (back instanceof Set<?> set) {
                        BTreeProbe.check(set);
                    }
                } catch (IOException | ClassNotFoundException | RuntimeException expected) {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(bytes.length);
    }
}
