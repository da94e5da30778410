package dev.holstein.btree.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.RankedMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Spliterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Orders that are none: whatever a comparator says, no call hangs or fails from inside, size and iteration agree, the tree keeps its
 * shape, and no snapshot or other map changes.
 */
class BadOrderTest {
    private static final int STEPS = 1_500;
    private static final int KEYS = 6 * BTreeProbe.LEAF_CAPACITY;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** A key whose place in the order can change. */
    static final class Ticket implements Comparable<Ticket> {
        final int id;
        int number;

        Ticket(int id) {
            this.id = id;
            number = id;
        }

        @Override
        public String toString() {
            return "ticket " + id + ", number " + number;
        }

        @Override
        public int compareTo(Ticket other) {
            return Integer.compare(number, other.number);
        }
    }

    enum Order {
        RANDOM,
        CYCLIC,
        ALWAYS_ABOVE,
        ALWAYS_BELOW,
        ALWAYS_EQUAL,
        CHANGES,
        ONE_WAY,
        EXTREME,
        KEYS_CHANGE;

        Comparator<Ticket> comparator(Random random) {
            int[] calls = new int[1];
            return switch (this) {
                case RANDOM -> (a, b) -> random.nextInt(3) - 1;
                case CYCLIC -> (a, b) -> (a.number - b.number + 4 * KEYS) % 3 - 1;
                case ALWAYS_ABOVE -> (a, b) -> 1;
                case ALWAYS_BELOW -> (a, b) -> -1;
                case ALWAYS_EQUAL -> (a, b) -> 0;
                case CHANGES -> (a, b) -> (calls[0]++ / 500 % 2 == 0) ? a.compareTo(b) : b.compareTo(a);
                case ONE_WAY -> (a, b) -> a.number < b.number ? -1 : a == b ? 0 : -1;
                case EXTREME -> (a, b) -> a.number % 5 == 0 ? Integer.MIN_VALUE : a.compareTo(b);
                case KEYS_CHANGE -> Comparator.naturalOrder();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingHangsOrFailsFromInside(Order order) {
        for (int seed = 0; seed < 3; seed++) {
            int present = seed;
            assertTimeoutPreemptively(
                    LIMIT, () -> new Run(order, present, false).run(), () -> order + ", seed " + present);
            assertTimeoutPreemptively(
                    LIMIT, () -> new Run(order, present, true).run(), () -> order + ", seed " + present);
        }
    }

    /** One map, and what must not change with it. */
    private static final class Run {
        private final Order order;
        private final Random random;
        private final Ticket[] tickets = new Ticket[KEYS];
        private final RankedMap<Ticket, Integer> map;
        private final List<PersistentBTreeMap<Ticket, Integer>> kept = new ArrayList<>();
        private final List<List<Ticket>> keysOfKept = new ArrayList<>();
        private final RankedMap<Ticket, Integer> good = new CowBTreeMap<>(Comparator.comparingInt(ticket -> ticket.id));

        Run(Order order, int seed, boolean concurrent) {
            this.order = order;
            random = new Random(seed);
            for (int i = 0; i < KEYS; i++) {
                tickets[i] = new Ticket(i);
                good.put(tickets[i], i);
            }
            Comparator<Ticket> comparator = order.comparator(new Random(seed + 1));
            map = concurrent ? new ConcurrentBTreeMap<>(comparator) : new CowBTreeMap<>(comparator);
        }

        void run() {
            List<Ticket> goodKeys = List.copyOf(good.keySet());
            for (int i = 0; i < KEYS / 2; i++) {
                map.put(any(), i);
            }
            for (int step = 0; step < STEPS; step++) {
                if (order == Order.KEYS_CHANGE && step % 7 == 0) {
                    any().number = random.nextInt(KEYS);
                }
                int kind = random.nextInt(40);
                try {
                    step(kind);
                } catch (NoSuchElementException | IllegalArgumentException documented) {
                    assertThat(documented.getMessage()).isNotNull();
                } catch (IndexOutOfBoundsException documented) {
                    assertThat(documented.getClass()).isEqualTo(IndexOutOfBoundsException.class);
                }
                consistent(kind);
            }
            for (int i = 0; i < kept.size(); i++) {
                assertThat(walked(BTreeProbe.checkAllButOrder(kept.get(i)))).isEqualTo(keysOfKept.get(i));
            }
            assertThat(List.copyOf(BTreeProbe.check(good).keySet())).isEqualTo(goodKeys);
        }

        private Ticket any() {
            return tickets[random.nextInt(KEYS)];
        }

        private List<Ticket> some() {
            return IntStream.range(0, random.nextInt(60)).mapToObj(i -> any()).toList();
        }

        private static List<Ticket> walked(Map<Ticket, Integer> map) {
            List<Ticket> keys = new ArrayList<>();
            map.keySet().iterator().forEachRemaining(keys::add);
            return keys;
        }

        private void consistent(int kind) {
            int size = map.size();
            int[] count = new int[1];
            map.forEach((key, value) -> count[0]++);
            assertThat(count[0]).as("entries after %d", kind).isEqualTo(size);
            BTreeProbe.checkAllButOrder(map);
            if (kind == 0) {
                PersistentBTreeMap<Ticket, Integer> snapshot = map.snapshot();
                List<Ticket> keys = walked(snapshot);
                assertThat(keys).hasSize(size);
                kept.add(snapshot);
                keysOfKept.add(keys);
            }
        }

        private void step(int kind) {
            if (kind < 16) {
                write(kind);
            } else if (kind < 28) {
                read(kind);
            } else {
                versions(kind);
            }
        }

        private void write(int kind) {
            switch (kind) {
                case 1, 2, 3 -> map.put(any(), kind);
                case 4, 5 -> map.remove(any());
                case 6 -> map.merge(any(), 1, Integer::sum);
                case 7 -> map.putAll(good.subMap(good.keyAt(random.nextInt(10)), good.keyAt(40)));
                case 8 -> map.keySet().removeAll(some());
                case 9 -> map.keySet().retainAll(new CowBTreeSet<>(good.navigableKeySet()));
                case 10 -> view().clear();
                case 11 -> {
                    RankedMap<Ticket, Integer> view = view();
                    view.put(any(), kind);
                }
                case 12 -> view().keySet().removeIf(ticket -> ticket.number % 11 == 0);
                case 13 -> view().replaceAll((key, value) -> value + 1);
                case 14 -> {
                    Iterator<Ticket> keys = view().keySet().iterator();
                    if (keys.hasNext()) {
                        Ticket unused = keys.next();
                        keys.remove();
                    }
                }
                default -> view().pollLastEntry();
            }
        }

        private RankedMap<Ticket, Integer> view() {
            return switch (random.nextInt(4)) {
                case 0 -> map;
                case 1 -> map.headMap(any(), random.nextBoolean());
                case 2 -> map.tailMap(any(), random.nextBoolean()).descendingMap();
                default -> map.subMap(any(), random.nextBoolean(), any(), random.nextBoolean());
            };
        }

        private void read(int kind) {
            switch (kind) {
                case 16 -> map.get(any());
                case 17 -> assertThat(view().size()).isBetween(0, map.size());
                case 18 -> {
                    int count = 0;
                    Iterator<Ticket> keys = view().descendingKeySet().iterator();
                    while (keys.hasNext()) {
                        assertThat(keys.next()).isNotNull();
                        count++;
                    }
                    assertThat(count).isBetween(0, map.size());
                }
                case 19 -> view().floorEntry(any());
                case 20 -> view().firstKey();
                case 21 -> assertThat(view().rank(any(), true)).isBetween(0, map.size());
                case 22 -> assertThat(view().indexOfKey(any())).isBetween(-1, map.size());
                case 23 -> view().keyAt(random.nextInt(map.size() + 1));
                case 24 -> {
                    Spliterator<Integer> values = view().values().spliterator();
                    Spliterator<Integer> first = values.trySplit();
                    long size = values.getExactSizeIfKnown() + (first == null ? 0 : first.getExactSizeIfKnown());
                    int[] count = new int[1];
                    values.forEachRemaining(value -> count[0]++);
                    if (first != null) {
                        first.forEachRemaining(value -> count[0]++);
                    }
                    assertThat(size).isEqualTo(count[0]).isBetween(0L, (long) map.size());
                }
                case 25 -> assertThat(view().containsValue(-1)).isFalse();
                case 26 -> {
                    boolean unused = map.equals(good);
                }
                default -> {
                    int unused = view().hashCode();
                }
            }
        }

        private void versions(int kind) {
            PersistentBTreeMap<Ticket, Integer> version = map.snapshot();
            PersistentBTreeMap<Ticket, Integer> other =
                    kept.isEmpty() ? version : kept.get(random.nextInt(kept.size()));
            PersistentBTreeMap<Ticket, Integer> next = switch (kind) {
                case 28 -> version.plus(any(), kind).minus(any());
                case 29 -> version.union(other, Integer::sum);
                case 30 -> version.intersection(other);
                case 31 -> version.difference(other);
                case 32 -> version.symmetricDifference(other);
                case 33 -> version.split(any()).below();
                case 34 ->
                    version.split(any()).below().join(version.split(any()).from());
                case 35 -> view().snapshot();
                case 36 -> version.plusAll(good.headMap(good.keyAt(30)));
                case 37 -> version.patch(PersistentBTreeMap.diff(version, other));
                case 38 ->
                    version.patch(some().stream()
                            .map(key -> random.nextBoolean()
                                    ? new MapChange.Added<>(key, 1)
                                    : new MapChange.Removed<>(key, 1)));
                default ->
                    Stream.concat(version.entrySet().stream(), other.entrySet().stream())
                            .collect(PersistentBTreeMap.toPersistentBTreeMap(
                                    version.comparator(), Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
            };
            BTreeProbe.checkAllButOrder(next);
            assertThat(walked(next)).hasSize(next.size());
        }
    }
}
