package dev.holstein.list.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.fault.DeepStack;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
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
class ListStackOverflowTest {
    private static final int WARM_UP = 20_000;
    private static final int ATTEMPTS = Integer.getInteger("dev.holstein.overflows", 1_500);

    /** Writes after which the list is made anew. */
    private static final int WRITES = 300;

    enum Face {
        COW,
        CONCURRENT;

        List<Integer> copyOf(PersistentList<Integer> all) {
            return this == COW ? all.mutableCopy() : new ConcurrentList<>(all);
        }
    }

    enum Write {
        INSERT {
            @Override
            void to(List<Integer> list, int index) {
                list.add(index, -1);
            }
        },
        REMOVE {
            @Override
            void to(List<Integer> list, int index) {
                Integer unused = list.remove(index);
            }
        },
        SET {
            @Override
            void to(List<Integer> list, int index) {
                Integer unused = list.set(index, -2);
            }
        },
        APPEND {
            @Override
            void to(List<Integer> list, int index) {
                boolean unused = list.add(-3);
            }
        },
        REMOVE_LAST {
            @Override
            void to(List<Integer> list, int index) {
                Integer unused = list.remove(list.size() - 1);
            }
        };

        abstract void to(List<Integer> list, int index);
    }

    static Stream<Arguments> facesAndWrites() {
        return IntStream.of(60, 3_000)
                .boxed()
                .flatMap(size -> Stream.of(Face.values())
                        .flatMap(face -> Stream.of(Write.values()).map(write -> Arguments.of(face, write, size))));
    }

    @ParameterizedTest
    @MethodSource("facesAndWrites")
    void aWriteThatOverflowsIsWholeOrNotThere(Face face, Write write, int size) throws InterruptedException {
        Random random = new Random();
        PersistentList<Integer> all = relaxed(size, random);
        int warm = 0;
        while (warm < WARM_UP) {
            List<Integer> list = face.copyOf(all);
            for (int i = 0; i < size / 2; i++) {
                write.to(list, random.nextInt(list.size()));
            }
            warm += size / 2;
        }
        int[] overflows = new int[1];
        DeepStack.run(random, ATTEMPTS, new DeepStack.Attempt() {
            private List<Integer> list = face.copyOf(all);
            private List<Integer> model = new ArrayList<>(all);
            private List<Integer> after = model;

            @Override
            public Runnable prepare(int number) {
                if (number % WRITES == 0 || model.size() < size / 2) {
                    list = face.copyOf(all);
                    model = new ArrayList<>(all);
                }
                int index = random.nextInt(model.size());
                after = new ArrayList<>(model);
                write.to(after, index);
                List<Integer> present = list;
                return () -> write.to(present, index);
            }

            @Override
            public void check(boolean overflowed) {
                if (!overflowed) {
                    model = after; // is looked at after the next one that overflows: every other one does
                    return;
                }
                overflows[0]++;
                ListProbe.check(list);
                boolean isDone = list.equals(after);
                assertThat(isDone || list.equals(model)).isTrue();
                model = isDone ? after : model;
            }
        });
        assertThat(overflows[0]).isGreaterThan(ATTEMPTS / 100);
    }

    private static PersistentList<Integer> relaxed(int size, Random random) {
        CowList<Integer> list = new CowList<>();
        for (int i = 0; i < size; i++) {
            list.add(random.nextInt(list.size() + 1), i);
        }
        return list.snapshot();
    }
}
