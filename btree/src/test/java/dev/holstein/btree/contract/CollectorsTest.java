package dev.holstein.btree.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The collectors of every face, in sequential and in parallel streams. */
class CollectorsTest {
    private static final int SIZE = 30 * BTreeProbe.LEAF_CAPACITY;

    private static final Comparator<Integer> BY_TENS = Comparator.comparing(element -> element / 10);

    /** The collectors of a map and of a set of the same face. */
    enum Face {
        PERSISTENT {
            @Override
            <T> Collector<T, ?, ? extends NavigableMap<Integer, String>> toMap(
                    Function<T, Integer> key, Function<T, String> value) {
                return PersistentBTreeMap.toPersistentBTreeMap(key, value);
            }

            @Override
            <T> Collector<T, ?, ? extends NavigableMap<Integer, String>> toMap(
                    Comparator<Integer> order,
                    Function<T, Integer> key,
                    Function<T, String> value,
                    BinaryOperator<String> merge) {
                return PersistentBTreeMap.toPersistentBTreeMap(order, key, value, merge);
            }

            @Override
            Collector<Integer, ?, ? extends NavigableSet<Integer>> toSet() {
                return PersistentBTreeSet.toPersistentBTreeSet();
            }

            @Override
            Collector<Integer, ?, ? extends NavigableSet<Integer>> toSet(Comparator<Integer> order) {
                return PersistentBTreeSet.toPersistentBTreeSet(order);
            }
        },
        COW {
            @Override
            <T> Collector<T, ?, ? extends NavigableMap<Integer, String>> toMap(
                    Function<T, Integer> key, Function<T, String> value) {
                return CowBTreeMap.toCowBTreeMap(key, value);
            }

            @Override
            <T> Collector<T, ?, ? extends NavigableMap<Integer, String>> toMap(
                    Comparator<Integer> order,
                    Function<T, Integer> key,
                    Function<T, String> value,
                    BinaryOperator<String> merge) {
                return CowBTreeMap.toCowBTreeMap(order, key, value, merge);
            }

            @Override
            Collector<Integer, ?, ? extends NavigableSet<Integer>> toSet() {
                return CowBTreeSet.toCowBTreeSet();
            }

            @Override
            Collector<Integer, ?, ? extends NavigableSet<Integer>> toSet(Comparator<Integer> order) {
                return CowBTreeSet.toCowBTreeSet(order);
            }
        },
        CONCURRENT {
            @Override
            <T> Collector<T, ?, ? extends NavigableMap<Integer, String>> toMap(
                    Function<T, Integer> key, Function<T, String> value) {
                return ConcurrentBTreeMap.toConcurrentBTreeMap(key, value);
            }

            @Override
            <T> Collector<T, ?, ? extends NavigableMap<Integer, String>> toMap(
                    Comparator<Integer> order,
                    Function<T, Integer> key,
                    Function<T, String> value,
                    BinaryOperator<String> merge) {
                return ConcurrentBTreeMap.toConcurrentBTreeMap(order, key, value, merge);
            }

            @Override
            Collector<Integer, ?, ? extends NavigableSet<Integer>> toSet() {
                return ConcurrentBTreeSet.toConcurrentBTreeSet();
            }

            @Override
            Collector<Integer, ?, ? extends NavigableSet<Integer>> toSet(Comparator<Integer> order) {
                return ConcurrentBTreeSet.toConcurrentBTreeSet(order);
            }
        };

        abstract <T> Collector<T, ?, ? extends NavigableMap<Integer, String>> toMap(
                Function<T, Integer> key, Function<T, String> value);

        abstract <T> Collector<T, ?, ? extends NavigableMap<Integer, String>> toMap(
                Comparator<Integer> order,
                Function<T, Integer> key,
                Function<T, String> value,
                BinaryOperator<String> merge);

        abstract Collector<Integer, ?, ? extends NavigableSet<Integer>> toSet();

        abstract Collector<Integer, ?, ? extends NavigableSet<Integer>> toSet(Comparator<Integer> order);
    }

    private static List<Integer> ascending(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    private static List<Integer> shuffled(int size) {
        List<Integer> elements = new ArrayList<>(ascending(size));
        Collections.shuffle(elements, new Random(size));
        return elements;
    }

    private static Stream<Stream<Integer>> streams(List<Integer> elements) {
        return Stream.of(elements.stream(), elements.parallelStream());
    }

    @ParameterizedTest
    @EnumSource
    void collectsAllInOrder(Face face) {
        for (int size : new int[] {0, 1, 2, BTreeProbe.LEAF_CAPACITY + 1, SIZE}) {
            TreeMap<Integer, String> expected = new TreeMap<>();
            ascending(size).forEach(element -> expected.put(element, "v" + element));
            for (List<Integer> elements : List.of(ascending(size), shuffled(size))) {
                streams(elements).forEach(stream -> {
                    NavigableMap<Integer, String> map =
                            BTreeProbe.check(stream.collect(face.<Integer>toMap(i -> i, i -> "v" + i)));
                    assertThat(List.copyOf(map.entrySet())).isEqualTo(List.copyOf(expected.entrySet()));
                    assertThat((Object) map.comparator()).isNull();
                });
                streams(elements).forEach(stream -> {
                    NavigableSet<Integer> set = BTreeProbe.check(stream.collect(face.toSet()));
                    assertThat(List.copyOf(set)).isEqualTo(List.copyOf(expected.keySet()));
                    assertThat((Object) set.comparator()).isNull();
                });
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheComparator(Face face) {
        Comparator<Integer> reversed = Collections.reverseOrder();
        List<Integer> descending = new ArrayList<>(ascending(SIZE));
        Collections.reverse(descending);
        streams(shuffled(SIZE)).forEach(stream -> {
            NavigableMap<Integer, String> map = BTreeProbe.check(
                    stream.collect(face.<Integer>toMap(reversed, i -> i, i -> "v" + i, (before, after) -> after)));
            assertThat(List.copyOf(map.keySet())).isEqualTo(descending);
            assertThat((Object) map.comparator()).isSameAs(reversed);
        });
        streams(shuffled(SIZE)).forEach(stream -> {
            NavigableSet<Integer> set = BTreeProbe.check(stream.collect(face.toSet(reversed)));
            assertThat(List.copyOf(set)).isEqualTo(descending);
            assertThat((Object) set.comparator()).isSameAs(reversed);
        });
    }

    @ParameterizedTest
    @EnumSource
    void refusesEqualKeysWithoutAMerge(Face face) {
        List<Integer> elements = new ArrayList<>(shuffled(SIZE));
        elements.add(SIZE / 2, 77);
        streams(elements)
                .forEach(stream -> assertThatIllegalStateException()
                        .isThrownBy(() -> stream.collect(face.<Integer>toMap(i -> i, i -> "v" + i)))
                        .withMessageContaining("77"));
    }

    /**
     * The values of a key are joined in the order in which they came; what joins them is called once for each but the
     * first.
     */
    @ParameterizedTest
    @EnumSource
    void mergesInEncounterOrder(Face face) {
        int keys = 100;
        TreeMap<Integer, String> expected = new TreeMap<>();
        shuffled(SIZE).forEach(element -> expected.merge(element % keys, element + ";", String::concat));
        streams(shuffled(SIZE)).forEach(stream -> {
            List<String> calls = Collections.synchronizedList(new ArrayList<>());
            NavigableMap<Integer, String> map = BTreeProbe.check(
                    stream.collect(face.<Integer>toMap(null, i -> i % keys, i -> i + ";", (before, after) -> {
                        calls.add(after);
                        return before + after;
                    })));
            assertThat(List.copyOf(map.entrySet())).isEqualTo(List.copyOf(expected.entrySet()));
            assertThat(calls).hasSize(SIZE - keys);
        });
    }

    /** Of equal elements, and of equal keys, the object that came first stays. */
    @ParameterizedTest
    @EnumSource
    void keepsTheFirstOfEqualOnes(Face face) {
        TreeSet<Integer> expected = new TreeSet<>(BY_TENS);
        expected.addAll(shuffled(SIZE));
        streams(shuffled(SIZE))
                .forEach(stream -> assertThat(List.copyOf(BTreeProbe.check(stream.collect(face.toSet(BY_TENS)))))
                        .isEqualTo(List.copyOf(expected)));
        streams(shuffled(SIZE)).forEach(stream -> {
            NavigableMap<Integer, String> map = BTreeProbe.check(
                    stream.collect(face.<Integer>toMap(BY_TENS, i -> i, i -> "v" + i, (before, after) -> after)));
            assertThat(List.copyOf(map.keySet())).isEqualTo(List.copyOf(expected));
        });
    }

    @ParameterizedTest
    @EnumSource
    void fillsNodesWhateverTheOrderOfComing(Face face) {
        for (List<Integer> elements : List.of(ascending(SIZE), shuffled(SIZE))) {
            streams(elements).forEach(stream -> {
                Map<?, ?> map = stream.collect(face.<Integer>toMap(i -> i, i -> "v"));
                assertThat(BTreeProbe.leafCounts(map)).hasSize(30).containsOnly(BTreeProbe.LEAF_CAPACITY);
            });
            streams(elements).forEach(stream -> {
                Map<?, ?> map = BTreeProbe.mapOf(stream.collect(face.toSet()));
                assertThat(BTreeProbe.leafCounts(map)).hasSize(30).containsOnly(BTreeProbe.LEAF_CAPACITY);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesNullsAsItsFaceDoes(Face face) {
        Collector<Integer, ?, ? extends NavigableMap<Integer, String>> nullValue =
                face.toMap(i -> i, i -> i == 2 ? null : "v" + i);
        Collector<Integer, ?, ? extends NavigableMap<Integer, String>> nullMerged =
                face.toMap(null, i -> 1, i -> "v" + i, (before, after) -> null);
        Comparator<Integer> nullsFirst = Comparator.nullsFirst(Comparator.naturalOrder());
        List<Integer> withNull = Arrays.asList(1, null, 3);
        if (face == Face.CONCURRENT) {
            assertThatNullPointerException().isThrownBy(() -> Stream.of(1, 2, 3).collect(nullValue));
            assertThatNullPointerException().isThrownBy(() -> Stream.of(1, 2).collect(nullMerged));
            assertThatNullPointerException().isThrownBy(() -> withNull.stream().collect(face.toSet(nullsFirst)));
            assertThatNullPointerException()
                    .isThrownBy(() -> withNull.stream()
                            .collect(face.<Integer>toMap(nullsFirst, i -> i, i -> "v", (before, after) -> after)));
        } else {
            assertThat(BTreeProbe.check(Stream.of(1, 2, 3).collect(nullValue)))
                    .hasSize(3)
                    .containsEntry(2, null);
            assertThat(BTreeProbe.check(Stream.of(1, 2).collect(nullMerged)))
                    .hasSize(1)
                    .containsEntry(1, null);
            assertThat(BTreeProbe.check(withNull.stream().collect(face.toSet(nullsFirst))))
                    .containsExactly(null, 1, 3);
            NavigableMap<Integer, String> map = BTreeProbe.check(withNull.stream()
                    .collect(face.<Integer>toMap(nullsFirst, i -> i, i -> "v", (before, after) -> after)));
            assertThat(map).hasSize(3).containsEntry(null, "v");
        }
        // in natural order no face takes a null key
        assertThatNullPointerException().isThrownBy(() -> withNull.stream().collect(face.toSet()));
        assertThatNullPointerException()
                .isThrownBy(() -> withNull.stream().collect(face.<Integer>toMap(i -> i, i -> "v")));
        assertThatNullPointerException()
                .isThrownBy(
                        () -> Collections.<Integer>singletonList(null).stream().collect(face.toSet()));
    }

    @ParameterizedTest
    @EnumSource
    void refusesNullFunctions(Face face) {
        assertThatNullPointerException().isThrownBy(() -> face.<Integer>toMap(null, i -> "v"));
        assertThatNullPointerException().isThrownBy(() -> face.<Integer>toMap(i -> i, null));
        assertThatNullPointerException().isThrownBy(() -> face.<Integer>toMap(null, i -> i, i -> "v", null));
    }

    @ParameterizedTest
    @EnumSource
    void passesOnWhatAFunctionThrows(Face face) {
        streams(shuffled(SIZE))
                .forEach(stream -> assertThatExceptionOfType(UnsupportedOperationException.class)
                        .isThrownBy(() -> stream.collect(face.<Integer>toMap(null, i -> i % 9, i -> "v", (a, b) -> {
                            throw new UnsupportedOperationException("merge");
                        })))
                        .withMessage("merge"));
    }

    /** What is collected is a map of its own: a collector used twice gives two, and both can be written. */
    @ParameterizedTest
    @EnumSource
    void canBeUsedAgain(Face face) {
        Collector<Integer, ?, ? extends NavigableMap<Integer, String>> collector = face.toMap(i -> i, i -> "v" + i);
        NavigableMap<Integer, String> first = ascending(SIZE).stream().collect(collector);
        NavigableMap<Integer, String> second = shuffled(SIZE).stream().collect(collector);
        if (face != Face.PERSISTENT) {
            first.put(SIZE, "new");
            BTreeProbe.check(first);
            assertThat(first.remove(0)).isEqualTo("v0");
            BTreeProbe.check(first);
            assertThat(first).hasSize(SIZE);
        }
        assertThat(BTreeProbe.check(second)).hasSize(SIZE).containsKey(0).doesNotContainKey(SIZE);
    }
}
