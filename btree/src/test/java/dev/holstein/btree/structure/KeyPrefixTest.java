package dev.holstein.btree.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The encodings keep the natural order of their classes, at the edges of their ranges above all. */
class KeyPrefixTest {
    private static final int SAMPLES = 1_000;

    static List<List<Comparable<Object>>> samples() {
        List<List<Comparable<Object>>> all = new ArrayList<>();
        all.add(sample(r -> r.nextInt(), 0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE));
        all.add(sample(r -> r.nextLong(), 0L, 1L, -1L, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32));
        all.add(sample(r -> (short) r.nextInt(), Short.MIN_VALUE, Short.MAX_VALUE, (short) 0));
        all.add(sample(r -> (byte) r.nextInt(), Byte.MIN_VALUE, Byte.MAX_VALUE, (byte) 0));
        all.add(sample(r -> (char) r.nextInt(), '\0', '\uffff', 'a'));
        all.add(sample(
                r -> Double.longBitsToDouble(r.nextLong()),
                0.0,
                -0.0,
                Double.NaN,
                Double.longBitsToDouble(0xfff8000000000001L),
                Double.MIN_VALUE,
                -Double.MIN_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                1.5,
                -1.5));
        all.add(sample(
                r -> Float.intBitsToFloat(r.nextInt()),
                0f,
                -0f,
                Float.NaN,
                Float.MIN_VALUE,
                -Float.MIN_VALUE,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY));
        all.add(sample(
                KeyPrefixTest::string,
                "",
                "a",
                "a\0",
                "ab",
                "a\u00fe",
                "a\u00ff",
                "a\u00ff\0",
                "a\u0100",
                "a\u20ac",
                "\uffff",
                "12345678",
                "123456789",
                "1234567\u00ff",
                "1234567\u00fe9",
                "\0",
                "\0\0"));
        all.add(sample(
                r -> new UUID(r.nextLong(), r.nextLong()),
                new UUID(0, 0),
                new UUID(0, -1),
                new UUID(-1, 0),
                new UUID(Long.MIN_VALUE, 5),
                new UUID(Long.MAX_VALUE, 5)));
        all.add(sample(
                r -> Instant.ofEpochSecond(r.nextInt(5), r.nextInt(1_000_000_000)),
                Instant.MIN,
                Instant.MAX,
                Instant.EPOCH,
                Instant.EPOCH.minusNanos(1)));
        all.add(sample(r -> LocalDate.ofEpochDay(r.nextInt()), LocalDate.MIN, LocalDate.MAX, LocalDate.EPOCH));
        return all;
    }

    private static String string(Random random) {
        int length = random.nextInt(12);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (random.nextInt(3) == 0 ? 250 + random.nextInt(10) : 'a' + random.nextInt(2)));
        }
        return text.toString();
    }

    @SafeVarargs
    @SuppressWarnings("unchecked")
    private static <T> List<Comparable<Object>> sample(Function<Random, T> make, T... edges) {
        List<Comparable<Object>> keys = new ArrayList<>();
        for (T edge : edges) {
            keys.add((Comparable<Object>) edge);
        }
        Random random = new Random(7);
        for (int i = 0; i < SAMPLES; i++) {
            keys.add((Comparable<Object>) make.apply(random));
        }
        return keys;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void encodingsAreMonotone(List<Comparable<Object>> keys) {
        boolean exact = BTreeProbe.exact(keys.get(0).getClass());
        Random random = new Random(11);
        for (Comparable<Object> a : keys) {
            for (int i = 0; i < 40; i++) {
                Comparable<Object> b = i < 20 ? keys.get(i % keys.size()) : keys.get(random.nextInt(keys.size()));
                int byKey = Integer.signum(a.compareTo(b));
                int byPrefix = Long.compare(BTreeProbe.prefix(a), BTreeProbe.prefix(b));
                assertThat(byPrefix == byKey || byPrefix == 0 && !exact)
                        .as("%s and %s", a, b)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void mapsOfTheseKeysAgreeWithTreeMap(List<Comparable<Object>> keys) {
        for (Comparator<Object> order : orders()) {
            TreeMap<Object, Integer> expected = new TreeMap<>(order);
            CowBTreeMap<Object, Integer> map = new CowBTreeMap<>(order);
            for (int i = 0; i < keys.size(); i++) {
                assertThat(map.put(keys.get(i), i)).isEqualTo(expected.put(keys.get(i), i));
            }
            assertThat(BTreeProbe.check(map).toString()).isEqualTo(expected.toString());
            for (Object key : keys) {
                assertThat(map.get(key)).isEqualTo(expected.get(key));
                assertThat(map.headMap(key).size())
                        .isEqualTo(expected.headMap(key).size());
                assertThat(map.higherKey(key)).isEqualTo(expected.higherKey(key));
                assertThat(map.remove(key)).isEqualTo(expected.remove(key));
            }
            assertThat(BTreeProbe.check(map)).isEmpty();
        }
    }

    private static List<Comparator<Object>> orders() {
        List<Comparator<Object>> orders = new ArrayList<>();
        orders.add(null);
        orders.add(untyped(Comparator.naturalOrder()));
        orders.add(untyped(Comparator.reverseOrder()));
        Comparator<Object> foreign =
                (a, b) -> untyped(Comparator.naturalOrder()).compare(a, b);
        orders.add(foreign);
        return orders;
    }

    @SuppressWarnings("unchecked")
    private static Comparator<Object> untyped(Comparator<? extends Comparable<?>> comparator) {
        return (Comparator<Object>) (Comparator<?>) comparator;
    }

    @Test
    void aMapAdoptsThePrefixOfItsFirstKeyAndForgetsItWhenEmpty() {
        CowBTreeMap<Object, Integer> map = new CowBTreeMap<>();
        map.put(1, 1);
        assertThat(BTreeProbe.prefixBits(map)).isEqualTo(Integer.SIZE);
        assertThatThrownBy(() -> map.put("one", 1)).isInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> map.get("one")).isInstanceOf(ClassCastException.class);
        assertThat(BTreeProbe.check(map)).hasSize(1);
        map.remove(1);
        assertThat(BTreeProbe.prefixBits(map)).isZero();
        map.put("one", 1);
        assertThat(BTreeProbe.prefixBits(map)).isEqualTo(Long.SIZE);
        assertThat(BTreeProbe.prefixBits(new CowBTreeMap<>(map))).isEqualTo(Long.SIZE);
        assertThat(BTreeProbe.prefixBits(PersistentBTreeMap.of(1L, "x"))).isEqualTo(Long.SIZE);
    }

    /** A class whose instances compare with each other and with Integers, but for which Integers care nothing. */
    @SuppressWarnings("ComparableType") // the very point
    private record Between(double number) implements Comparable<Object> {
        @Override
        public int compareTo(Object other) {
            double theirs = other instanceof Between between ? between.number : ((Integer) other).doubleValue();
            return Double.compare(number, theirs);
        }
    }

    @Test
    void aForeignKeyThatComparesTakesThePrefixesAway() {
        CowBTreeMap<Object, Integer> map = new CowBTreeMap<>();
        for (int i = 0; i < 500; i++) {
            map.put(i, i);
        }
        PersistentBTreeMap<Object, Integer> before = map.snapshot();
        assertThat(map.get(new Between(7))).isEqualTo(7);
        assertThat(map.containsKey(new Between(7.5))).isFalse();
        assertThat(map.put(new Between(8), -8)).isEqualTo(8);
        assertThat(map.remove(new Between(9))).isEqualTo(9);
        assertThat(BTreeProbe.prefixBits(BTreeProbe.check(map))).isEqualTo(Integer.SIZE);
        assertThat(map.computeIfAbsent(new Between(9.5), key -> null)).isNull();
        assertThat(BTreeProbe.check(map)).hasSize(499);
        assertThat(BTreeProbe.prefixBits(map)).isEqualTo(Integer.SIZE);
        map.put(new Between(9.5), 95);
        assertThat(BTreeProbe.prefixBits(map)).isZero();
        assertThat(map.get(new Between(9.5))).isEqualTo(95);
        assertThat(map).hasSize(500);
        assertThat(BTreeProbe.check(before)).hasSize(500);
        assertThat(BTreeProbe.prefixBits(before)).isEqualTo(Integer.SIZE);
    }

    @Test
    void sortedInputOfMixedClassesIsLoadedWithoutPrefixes() {
        PersistentBTreeMap<Object, String> map = PersistentBTreeMap.fromSorted(
                (Comparator<Object>) null,
                List.<Map.Entry<Object, String>>of(Map.entry(new Between(0.5), "a"), Map.entry(new Between(1.5), "b")));
        assertThat(BTreeProbe.prefixBits(BTreeProbe.check(map))).isZero();
    }
}
