package dev.holstein.list.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders that are none, elements that are equal or not as they like, and collections that lie: a list stays a list of what it has. */
class LyingElementsTest {
    private static final int SIZE = ListProbe.FLAT + ListProbe.LEAF + 5;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** An element that says now and then that it is equal to another. */
    private record Moody(int number, Random random) {
        @Override
        public boolean equals(Object other) {
            return random.nextInt(4) == 0;
        }

        @Override
        public int hashCode() {
            return random.nextInt();
        }
    }

    private static Stream<List<Moody>> lists(Random random) {
        CowList<Moody> own = new CowList<>();
        IntStream.range(0, SIZE).forEach(i -> own.add(new Moody(i, random)));
        CowList<Moody> relaxed = own.copy();
        relaxed.add(SIZE / 2, relaxed.remove(SIZE / 2));
        return Stream.of(own.copy(), own, relaxed, new CowList<>(own.subList(0, 12)), new ConcurrentList<>(own));
    }

    private static int[] numbers(Collection<Moody> list) {
        List<Integer> numbers = new ArrayList<>();
        list.forEach(each -> numbers.add(each.number));
        return numbers.stream().mapToInt(i -> i).toArray();
    }

    enum Order implements Comparator<Moody> {
        RANDOM,
        CYCLIC,
        ALWAYS_ABOVE,
        ALWAYS_BELOW,
        ALWAYS_EQUAL,
        EXTREME;

        @Override
        public int compare(Moody a, Moody b) {
            return switch (this) {
                case RANDOM -> a.random.nextInt(3) - 1;
                case CYCLIC -> (a.number - b.number + 3 * SIZE) % 3 - 1;
                case ALWAYS_ABOVE -> 1;
                case ALWAYS_BELOW -> -1;
                case ALWAYS_EQUAL -> 0;
                case EXTREME -> Integer.MIN_VALUE;
            };
        }
    }

    /** What the JDK's sort says of such an order is passed on, and then nothing is moved. */
    @ParameterizedTest
    @EnumSource
    void sortingByNoOrderKeepsAllElements(Order order) {
        assertTimeoutPreemptively(
                LIMIT,
                () -> lists(new Random(1)).forEach(list -> {
                    PersistentList<Moody> before = PersistentList.copyOf(list);
                    int[] numbers = numbers(before);
                    for (int from = 0; from < 3; from++) {
                        List<Moody> range = from == 0 ? list : list.subList(from, list.size() - from);
                        int[] present = numbers(list);
                        try {
                            range.sort(order);
                        } catch (IllegalArgumentException contract) {
                            assertThat(contract).hasMessageContaining("contract");
                            assertThat(numbers(list)).isEqualTo(present);
                        }
                        ListProbe.check(list);
                        assertThat(numbers(list)).containsExactlyInAnyOrder(numbers);
                        assertThat(numbers(before)).isEqualTo(numbers);
                    }
                    try {
                        assertThat(numbers(before.sorted(order))).containsExactlyInAnyOrder(numbers);
                    } catch (IllegalArgumentException contract) {
                        assertThat(contract).hasMessageContaining("contract");
                    }
                }));
    }

    @Test
    void elementsThatAreEqualAsTheyLike() {
        assertTimeoutPreemptively(LIMIT, () -> {
            for (int seed = 0; seed < 5; seed++) {
                Random random = new Random(seed);
                lists(random).forEach(list -> {
                    PersistentList<Moody> before = PersistentList.copyOf(list);
                    Moody probe = new Moody(-1, random);
                    List<BiFunction<List<Moody>, List<Moody>, Object>> calls = List.of(
                            (l, others) -> l.remove(probe),
                            (l, others) -> l.removeAll(others),
                            (l, others) -> l.retainAll(others),
                            (l, others) -> l.indexOf(probe),
                            (l, others) -> l.lastIndexOf(probe),
                            (l, others) -> l.contains(probe),
                            (l, others) -> l.containsAll(others),
                            (l, others) -> l.equals(new ArrayList<>(l)),
                            (l, others) -> l.equals(
                                    PersistentList.copyOf(new ArrayList<>(l)).plus(probe)),
                            (l, others) -> {
                                if (l instanceof ConcurrentList<Moody> concurrent) {
                                    concurrent.addIfAbsent(probe);
                                    concurrent.addAllAbsent(List.of(probe, probe, new Moody(-2, random)));
                                }
                                return true;
                            },
                            (l, others) -> {
                                PersistentList<Moody> now = PersistentList.copyOf(l);
                                List<Moody> patched = before.patch(PersistentList.diff(before, now));
                                ListProbe.check(patched);
                                return assertThat(patched).hasSameSizeAs(now);
                            });
                    calls.forEach(call -> {
                        Object unused = call.apply(list, before.subList(1, 4));
                        ListProbe.check(list);
                        int[] numbers = numbers(list);
                        assertThat(numbers).hasSize(list.size());
                        assertThat(IntStream.of(numbers).filter(number -> number >= 0))
                                .isSorted();
                    });
                    assertThat(numbers(before)).hasSize(before.size()).isSorted();
                });
            }
        });
    }

    /** What a collection says of itself beside the truth. */
    enum Lie {
        EMPTY,
        ONE_MORE,
        HUGE,
        NEGATIVE,
        CONTAINS_NOTHING,
        CONTAINS_ALL,
        ENDLESS;

        <T> List<T> about(List<T> truth) {
            return new AbstractList<>() {
                @Override
                public T get(int index) {
                    return truth.get(index);
                }

                @Override
                public int size() {
                    return switch (Lie.this) {
                        case EMPTY -> 0;
                        case ONE_MORE -> truth.size() + 1;
                        case HUGE -> Integer.MAX_VALUE;
                        case NEGATIVE -> -1;
                        default -> truth.size();
                    };
                }

                @Override
                public boolean contains(Object element) {
                    return Lie.this != CONTAINS_NOTHING && (Lie.this == CONTAINS_ALL || truth.contains(element));
                }

                @Override
                public Object[] toArray() {
                    if (Lie.this == ENDLESS) {
                        throw new NoSuchElementException("endless");
                    }
                    return truth.toArray();
                }

                @Override
                public Iterator<T> iterator() {
                    Iterator<T> all = truth.iterator();
                    return new Iterator<>() {
                        @Override
                        public boolean hasNext() {
                            return Lie.this == ENDLESS || all.hasNext();
                        }

                        @Override
                        public T next() {
                            return all.next();
                        }
                    };
                }
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void collectionsThatLie(Lie lie) {
        List<Integer> some = List.of(5, 3, SIZE);
        List<Integer> numbers = IntStream.range(0, SIZE).boxed().toList();
        List<BiFunction<List<Integer>, Lie, Object>> calls = List.of(
                (list, l) -> list.addAll(l.about(some)),
                (list, l) -> list.addAll(2, l.about(some)),
                (list, l) -> list.removeAll(l.about(some)),
                (list, l) -> list.retainAll(l.about(some)),
                (list, l) -> list.containsAll(l.about(some)),
                (list, l) -> list.equals(l.about(numbers)),
                (list, l) -> list instanceof ConcurrentList<Integer> concurrent
                        ? concurrent.addAllAbsent(l.about(some))
                        : list.subList(1, 9).addAll(l.about(some)),
                (list, l) -> assertThat(PersistentList.copyOf(list).plusAll(l.about(some)))
                        .hasSize(SIZE + 3),
                (list, l) -> assertThat(PersistentList.copyOf(list).plusAll(1, l.about(some)))
                        .hasSize(SIZE + 3),
                (list, l) -> assertThat(new CowList<>(l.about(some))).hasSize(3),
                (list, l) -> assertThat(new ConcurrentList<>(l.about(some))).hasSize(3),
                (list, l) -> assertThat(PersistentList.copyOf(list).minusAll(l.about(some)))
                        .isNotNull());
        for (BiFunction<List<Integer>, Lie, Object> call : calls) {
            for (List<Integer> list : List.of(new CowList<>(numbers), new ConcurrentList<>(numbers))) {
                RuntimeException thrown = null;
                try {
                    Object unused = call.apply(list, lie);
                } catch (NoSuchElementException e) {
                    thrown = e;
                }
                ListProbe.check(list);
                expected(list, numbers, some, lie, thrown);
                list.add(-1);
                assertThat(list.get(list.size() - 1)).isEqualTo(-1);
            }
        }
    }

    /** Nothing if it failed; else every element comes from the list or from the collection. */
    private static void expected(
            List<Integer> list, List<Integer> before, List<Integer> some, Lie lie, @Nullable RuntimeException thrown) {
        if (thrown != null) {
            assertThat(lie).isEqualTo(Lie.ENDLESS);
            assertThat(new ArrayList<>(list)).isEqualTo(before);
        }
        for (Integer each : list) {
            assertThat(each < SIZE || some.contains(each)).isTrue();
        }
    }
}
