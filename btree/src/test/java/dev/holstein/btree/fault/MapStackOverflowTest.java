package dev.holstein.btree.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.RankedMap;
import dev.holstein.fault.DeepStack;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A single write that overflows the stack has happened, or it has not: at all depths, each kind of it in code that is compiled for it. The
 * first to run: after the tests that damage streams an overflow takes the JVM five times as long.
 */
@Order(1)
class MapStackOverflowTest {
    private static final int WARM_UP = 20_000;
    private static final int ATTEMPTS = Integer.getInteger("dev.holstein.overflows", 2_000);
    private static final int KEYS = 2_000;

    /** Writes after which the map is made anew, and those after which a snapshot is taken. */
    private static final int WRITES = 200;

    private static final int WRITES_OF_A_SNAPSHOT = 50;

    enum Face {
        COW,
        COW_COMPARED,
        CONCURRENT;

        RankedMap<Integer, Integer> copyOf(PersistentBTreeMap<Integer, Integer> all) {
            return switch (this) {
                case COW -> all.mutableCopy();
                case CONCURRENT -> new ConcurrentBTreeMap<>(all);
                case COW_COMPARED -> {
                    CowBTreeMap<Integer, Integer> map =
                            new CowBTreeMap<>(Comparator.<Integer>naturalOrder().thenComparing(i -> i));
                    map.putAll(all);
                    yield map;
                }
            };
        }
    }

    enum Write {
        PUT {
            @Override
            void to(NavigableMap<Integer, Integer> map, Integer key) {
                Integer unused = map.put(key, -key);
            }
        },
        REMOVE {
            @Override
            void to(NavigableMap<Integer, Integer> map, Integer key) {
                Integer unused = map.remove(key);
            }
        },
        PUT_IF_ABSENT {
            @Override
            void to(NavigableMap<Integer, Integer> map, Integer key) {
                Integer unused = map.putIfAbsent(key, 0);
            }
        },
        COMPUTE {
            @Override
            void to(NavigableMap<Integer, Integer> map, Integer key) {
                Integer unused = map.compute(key, (k, v) -> v == null ? k : null);
            }
        },
        POLL {
            @Override
            void to(NavigableMap<Integer, Integer> map, Integer key) {
                Object unused = map.pollFirstEntry();
            }
        },
        REMOVE_BY_ITERATOR {
            @Override
            void to(NavigableMap<Integer, Integer> map, Integer key) {
                Iterator<Integer> keys = map.tailMap(key, true).keySet().iterator();
                if (keys.hasNext()) {
                    Integer unused = keys.next();
                    keys.remove();
                }
            }
        };

        abstract void to(NavigableMap<Integer, Integer> map, Integer key);
    }

    static Stream<Arguments> facesAndWrites() {
        return Stream.of(Face.values())
                .flatMap(face -> Stream.of(Write.values()).map(write -> Arguments.of(face, write)));
    }

    @ParameterizedTest
    @MethodSource("facesAndWrites")
    void aWriteThatOverflowsIsWholeOrNotThere(Face face, Write write) throws InterruptedException {
        Random random = new Random();
        PersistentBTreeMap<Integer, Integer> all = filled(random);
        int warm = 0;
        while (warm < WARM_UP) {
            RankedMap<Integer, Integer> map = face.copyOf(all);
            for (int i = 0; i < KEYS; i++) {
                write.to(map, random.nextInt(KEYS));
            }
            warm += KEYS;
        }
        int[] overflows = new int[1];
        DeepStack.run(random, ATTEMPTS, new DeepStack.Attempt() {
            private RankedMap<Integer, Integer> map = face.copyOf(all);
            private TreeMap<Integer, Integer> model = new TreeMap<>(all);
            private PersistentBTreeMap<Integer, Integer> kept = map.snapshot();
            private TreeMap<Integer, Integer> modelOfKept = model;
            private TreeMap<Integer, Integer> after = model;

            @Override
            public Runnable prepare(int number) {
                if (number % WRITES == 0) {
                    map = face.copyOf(all);
                    model = new TreeMap<>(all);
                }
                if (number % WRITES_OF_A_SNAPSHOT == 0) {
                    kept = map.snapshot();
                    modelOfKept = model;
                }
                Integer key = random.nextInt(KEYS);
                after = new TreeMap<>(model);
                write.to(after, key);
                RankedMap<Integer, Integer> present = map;
                return () -> write.to(present, key);
            }

            @Override
            public void check(boolean overflowed) {
                if (!overflowed) {
                    model = after; // is looked at after the next one that overflows: every other one does
                    return;
                }
                overflows[0]++;
                BTreeProbe.check(map);
                boolean isDone = map.equals(after);
                assertThat(isDone || map.equals(model)).isTrue();
                assertThat(kept.equals(modelOfKept)).isTrue();
                model = isDone ? after : model;
            }
        });
        assertThat(overflows[0]).isGreaterThan(ATTEMPTS / 100);
    }

    private static PersistentBTreeMap<Integer, Integer> filled(Random random) {
        CowBTreeMap<Integer, Integer> map = new CowBTreeMap<>();
        for (int i = 0; i < KEYS; i++) {
            map.put(random.nextInt(KEYS), i);
        }
        return map.snapshot();
    }
}
