package dev.holstein.btree.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.btree.RankedMap;
import dev.holstein.fault.Fuse;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Collections that lie about themselves as arguments: what their iterators give is what counts, and if those fail, or give what cannot be
 * taken, nothing has happened.
 */
class LyingArgumentsTest {
    private static final int ENTRIES = Math.max(BTreeProbe.LEAF_CAPACITY + 12, 36);

    /** What a collection says of itself beside the truth. */
    enum Lie {
        EMPTY,
        ONE_FEWER,
        ONE_MORE,
        HUGE,
        NEGATIVE,
        CONTAINS_NOTHING,
        CONTAINS_ALL,
        ARRAY_OF_NULLS,
        ARRAY_IS_NULL,
        ARRAY_IS_SHORT,
        /** Says that there is more, and then fails. */
        ENDLESS,
        NULL_AT_THE_END,
        NO_ITERATOR;

        /** Whether the operation may fail, with nothing done. */
        boolean mayFail() {
            return this == ENDLESS || this == NULL_AT_THE_END || this == NO_ITERATOR;
        }

        int size(int truth) {
            return switch (this) {
                case EMPTY -> 0;
                case ONE_FEWER -> truth - 1;
                case ONE_MORE -> truth + 1;
                case HUGE -> Integer.MAX_VALUE;
                case NEGATIVE -> -1;
                default -> truth;
            };
        }

        @Nullable
        <T> Iterator<T> iterator(List<T> truth) {
            return switch (this) {
                case NO_ITERATOR -> null;
                case NULL_AT_THE_END -> {
                    List<T> more = new ArrayList<>(truth);
                    more.add(null);
                    yield more.iterator();
                }
                case ENDLESS ->
                    new Iterator<>() {
                        private final Iterator<T> some = truth.iterator();

                        @Override
                        public boolean hasNext() {
                            return true;
                        }

                        @Override
                        public T next() {
                            return some.next();
                        }
                    };
                default -> truth.iterator();
            };
        }

        boolean contains(boolean truth) {
            return this != CONTAINS_NOTHING && (truth || this == CONTAINS_ALL);
        }

        Object @Nullable [] toArray(List<?> truth) {
            return switch (this) {
                case ARRAY_OF_NULLS -> new Object[truth.size()];
                case ARRAY_IS_NULL -> null;
                case ARRAY_IS_SHORT -> new Object[] {truth.get(0)};
                default -> truth.toArray();
            };
        }
    }

    private static <T> Set<T> set(Lie lie, List<T> truth) {
        return new AbstractSet<>() {
            @Override
            public Iterator<T> iterator() {
                return lie.iterator(truth);
            }

            @Override
            public int size() {
                return lie.size(truth.size());
            }

            @Override
            public boolean contains(Object element) {
                return lie.contains(truth.contains(element));
            }

            @Override
            public Object[] toArray() {
                return lie.toArray(truth);
            }
        };
    }

    private static <T> Collection<T> collection(Lie lie, List<T> truth) {
        Set<T> set = set(lie, truth);
        return new AbstractCollection<>() {
            @Override
            public Iterator<T> iterator() {
                return set.iterator();
            }

            @Override
            public int size() {
                return set.size();
            }

            @Override
            public boolean contains(Object element) {
                return set.contains(element);
            }

            @Override
            public Object[] toArray() {
                return set.toArray();
            }
        };
    }

    private static Map<Integer, String> map(Lie lie, List<Integer> keys) {
        List<Map.Entry<Integer, String>> entries = new ArrayList<>();
        keys.forEach(key -> entries.add(new SimpleImmutableEntry<>(key, "new")));
        return new AbstractMap<>() {
            @Override
            public Set<Entry<Integer, String>> entrySet() {
                return set(lie, entries);
            }

            @Override
            public boolean containsKey(Object key) {
                return lie.contains(keys.contains(key));
            }

            @Override
            public Set<Integer> keySet() {
                return set(lie, keys);
            }
        };
    }

    private static final List<Integer> SOME = List.of(9, 4, 30, 3, 8, 50, 20, 21, 22, 23, 24, 25);

    private static Stream<RankedMap<Integer, String>> maps() {
        CowBTreeMap<Integer, String> own = new CowBTreeMap<>();
        CowBTreeMap<Integer, String> compared = new CowBTreeMap<>((a, b) -> a.compareTo(b));
        IntStream.range(0, ENTRIES).forEach(i -> {
            own.put(2 * i, "old");
            compared.put(2 * i, "old");
        });
        return Stream.of(own.copy(), own, compared, new ConcurrentBTreeMap<>(own.copy()));
    }

    /** A write that gathers what an iterator gives: nobody else is asked, so every lie but that of the iterator is without effect. */
    private record Gathering(String name, BiConsumer<RankedMap<Integer, String>, Lie> run) {}

    private static final List<Gathering> GATHERINGS = List.of(
            new Gathering("putAll", (map, lie) -> map.putAll(map(lie, SOME))),
            new Gathering("putAll of few", (map, lie) -> map.putAll(map(lie, List.of(5, 2)))),
            new Gathering("putAll to a view", (map, lie) -> map.subMap(3, 51).putAll(map(lie, SOME))),
            new Gathering("putAll backwards", (map, lie) -> map.descendingMap().putAll(map(lie, SOME))),
            new Gathering("update", (map, lie) -> {
                if (map instanceof ConcurrentBTreeMap<Integer, String> concurrent) {
                    concurrent.update(copy -> copy.putAll(map(lie, SOME)));
                } else {
                    map.putAll(map(lie, SOME));
                }
            }));

    @ParameterizedTest
    @EnumSource
    void whatIteratorsGiveIsPut(Lie lie) {
        for (Gathering gathering : GATHERINGS) {
            maps().forEach(map -> {
                PersistentBTreeMap<Integer, String> before = map.snapshot();
                RankedMap<Integer, String> expected = before.mutableCopy();
                gathering.run.accept(expected, Lie.CONTAINS_ALL); // which nobody is told here
                RuntimeException thrown = thrown(() -> gathering.run.accept(map, lie));
                outcome(lie, thrown);
                assertThat(BTreeProbe.check(map)).as(gathering.name).isEqualTo(thrown == null ? expected : before);
                assertThat(BTreeProbe.check(before)).hasSize(ENTRIES);
                map.put(-1, "still writable");
            });
        }
    }

    private static @Nullable RuntimeException thrown(Runnable operation) {
        try {
            operation.run();
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** Only an iterator that fails, or gives null, is a reason to fail. */
    private static void outcome(Lie lie, @Nullable RuntimeException thrown) {
        if (lie.mayFail()) {
            assertThat(thrown).isInstanceOfAny(NoSuchElementException.class, NullPointerException.class);
        } else if (thrown != null) {
            throw thrown;
        }
    }

    private static final List<Gathering> REMOVALS = List.of(
            new Gathering("removeAll", (map, lie) -> map.keySet().removeAll(set(lie, SOME))),
            new Gathering(
                    "removeAll of a collection", (map, lie) -> map.keySet().removeAll(collection(lie, SOME))),
            new Gathering(
                    "removeAll of a view",
                    (map, lie) -> map.subMap(3, 51).keySet().removeAll(set(lie, SOME))),
            new Gathering("retainAll", (map, lie) -> map.keySet().retainAll(set(lie, SOME))),
            new Gathering("retainAll of values", (map, lie) -> map.values().retainAll(set(lie, List.of("old")))),
            new Gathering("removeAll of values", (map, lie) -> map.values().removeAll(set(lie, List.of("new")))),
            new Gathering(
                    "removeAll of entries",
                    (map, lie) -> map.entrySet()
                            .removeAll(
                                    set(lie, List.of(Map.entry(4, "old"), Map.entry(8, "new"), Map.entry(9, "old"))))),
            new Gathering(
                    "retainAll of entries",
                    (map, lie) ->
                            map.entrySet().retainAll(set(lie, List.of(Map.entry(4, "old"), Map.entry(8, "new"))))));

    /** The JDK lets {@code size} decide who is asked, and {@code contains} what goes: a lie counts there, for what it is about. */
    @ParameterizedTest
    @EnumSource
    void removalsTakeNothingThatIsNotThere(Lie lie) {
        for (Gathering removal : REMOVALS) {
            maps().forEach(map -> {
                PersistentBTreeMap<Integer, String> before = map.snapshot();
                RuntimeException thrown = thrown(() -> removal.run.accept(map, lie));
                if (!lie.mayFail() && thrown != null) {
                    throw thrown;
                }
                BTreeProbe.check(map);
                assertThat(BTreeProbe.check(before)).hasSize(ENTRIES);
                assertThat(before.entrySet()).containsAll(map.entrySet());
                if (thrown != null) {
                    assertThat(map).isEqualTo(before);
                }
                map.put(-1, "still writable");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void comparisonsWithLiarsEnd(Lie lie) {
        maps().forEach(map -> {
            List<Integer> keys = List.copyOf(map.keySet());
            List<Boolean> answers = new ArrayList<>();
            for (Runnable question : List.<Runnable>of(
                    () -> answers.add(map.equals(map(lie, keys))),
                    () -> answers.add(map.keySet().equals(set(lie, keys))),
                    () -> answers.add(map.entrySet().equals(set(lie, List.copyOf(map.entrySet())))),
                    () -> answers.add(map.keySet().containsAll(collection(lie, keys))),
                    () -> answers.add(map.values().containsAll(collection(lie, List.of("old")))))) {
                RuntimeException thrown = thrown(question);
                assertThat(thrown == null || lie.mayFail()).isTrue();
            }
            assertThat(BTreeProbe.check(map)).hasSize(ENTRIES);
            map.put(-1, "still writable");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIteratorsGiveIsAdded(Lie lie) {
        for (Set<Integer> set : List.of(
                new CowBTreeSet<>(List.of(1, 2, 4)),
                new CowBTreeSet<>(IntStream.range(0, ENTRIES).boxed().toList()),
                new ConcurrentBTreeSet<>(List.of(1, 2, 4)))) {
            List<Integer> before = new ArrayList<>(set);
            Set<Integer> expected = new CowBTreeSet<>(set);
            SOME.forEach(expected::add);
            RuntimeException thrown = thrown(() -> set.addAll(collection(lie, SOME)));
            outcome(lie, thrown);
            assertThat(BTreeProbe.check(set)).isEqualTo(thrown == null ? expected : Set.copyOf(before));
        }
        PersistentBTreeSet<Integer> some = PersistentBTreeSet.of(1, 2, 3);
        for (Runnable maker : List.<Runnable>of(
                () -> assertThat(some.plusAll(collection(lie, SOME))).hasSize(SOME.size() + 2),
                () -> assertThat(some.minusAll(collection(lie, SOME))).hasSize(2),
                () -> assertThat(new CowBTreeSet<>(collection(lie, SOME))).hasSameSizeAs(SOME),
                () -> assertThat(new ConcurrentBTreeSet<>(collection(lie, SOME)))
                        .hasSameSizeAs(SOME),
                () -> assertThat(PersistentBTreeSet.<Integer>copyOf(collection(lie, SOME)))
                        .hasSameSizeAs(SOME),
                () -> assertThat(PersistentBTreeMap.copyOf(map(lie, SOME))).hasSameSizeAs(SOME),
                () -> assertThat(new CowBTreeMap<>(map(lie, SOME))).hasSameSizeAs(SOME),
                () -> assertThat(PersistentBTreeSet.fromSorted(collection(lie, List.of(1, 2, 3, 7))))
                        .hasSize(4))) {
            outcome(lie, thrown(maker));
            assertThat(some).containsExactly(1, 2, 3);
        }
    }

    /** An entry that answers one key when it is asked whether it is meant, and another when it is removed. */
    @Test
    void entriesThatAnswerOneKeyAndThenAnotherRemoveNothingOutsideOfAView() {
        for (int truths = 0; truths < 6; truths++) {
            int truth = truths;
            int[] calls = new int[1];
            Map.Entry<Integer, String> liar = new SimpleImmutableEntry<>(20, "old") {
                private static final long serialVersionUID = 1;

                @Override
                public Integer getKey() {
                    return calls[0]++ <= truth ? 20 : 2;
                }
            };
            maps().forEach(map -> {
                calls[0] = 0;
                map.subMap(10, 40).entrySet().removeAll(List.of(liar));
                assertThat(BTreeProbe.check(map)).containsKey(2);
                calls[0] = 0;
                map.subMap(10, 40).entrySet().remove(liar);
                assertThat(BTreeProbe.check(map)).containsKey(2);
            });
        }
    }

    @Test
    void anIteratorThatIsNotMadeLeavesNoWalkOpen() {
        KeyFuse fuse = new KeyFuse();
        CowBTreeMap<Integer, String> map = new CowBTreeMap<>(fuse.order);
        IntStream.range(0, ENTRIES).forEach(i -> map.put(i, "old"));
        RankedMap<Integer, String> view = map.subMap(3, 30);
        for (Callable<?> walk : List.<Callable<?>>of(
                () -> view.keySet().iterator(),
                () -> view.values().iterator(),
                () -> view.descendingKeySet().iterator(),
                () -> view.entrySet().spliterator().estimateSize(),
                () -> view.containsValue("new"))) {
            fuse.light(1);
            assertThatThrownBy(walk::call).isInstanceOf(Fuse.Boom.class);
            fuse.putOut();
            assertThat(map.isUnique()).isTrue();
        }
    }
}
