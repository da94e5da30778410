package dev.holstein.list.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Random scripts over several mutable lists that share nodes, their live ranges and their unfinished iterators, beside
 * {@link ArrayList}. After every step the lists that were written are compared and their invariants are checked; every snapshot ever
 * taken is kept and checked again at the end.
 */
class ListsModel {
    private static final int MOST_LISTS = 3;
    private static final int LARGEST = Math.max(20 * ListProbe.LEAF, 600);

    /** One step: on which list, or which live range of it, where in it, and how much. */
    record Step(Op op, int who, int view, int at, int size, int number) {}

    enum Op {
        ADD,
        ADD_AT,
        ADD_FIRST,
        ADD_ALL,
        ADD_ALL_AT,
        ADD_SLICE,
        ADD_ITSELF,
        ADD_ABSENT,
        SET,
        REMOVE_AT,
        REMOVE_OBJECT,
        REMOVE_FIRST,
        REMOVE_LAST,
        REMOVE_SOME_LAST,
        REMOVE_RANGE,
        REMOVE_IF,
        REMOVE_ALL,
        RETAIN_ALL,
        REPLACE_ALL,
        REPLACE_FEW,
        SORT,
        CLEAR,
        ROOM,
        SNAPSHOT,
        COPY,
        UPDATE,
        NARROW,
        HOLD,
        ADVANCE,
        HELD_SET,
        HELD_REMOVE,
        WRITE_BY_ITERATOR,
        READ
    }

    /** How the first list comes about. */
    enum Start {
        BY_ADDING,
        OF_ARRAY,
        BY_PREPENDING,
        OF_SLICES,
        FROM_PERSISTENT
    }

    record Setup(boolean concurrent, Start start, int size) {}

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void listsAgreeWithArrayList(@ForAll("setups") Setup setup, @ForAll("scripts") List<Step> script) {
        Run run = new Run(setup);
        for (Step step : script) {
            run.step(step);
        }
        run.recheck();
    }

    @Provide
    Arbitrary<Setup> setups() {
        int leaf = ListProbe.LEAF;
        Arbitrary<Integer> sizes = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(0, 1, 3, leaf - 1, leaf, leaf + 1, 2 * leaf, 3 * leaf + 1)),
                Tuple.of(2, Arbitraries.of(ListProbe.FLAT - 1, ListProbe.FLAT, ListProbe.FLAT + 1)),
                Tuple.of(3, Arbitraries.integers().between(ListProbe.FLAT, Math.max(12 * leaf, 400))));
        return Combinators.combine(Arbitraries.of(false, false, true), Arbitraries.of(Start.class), sizes)
                .as(Setup::new);
    }

    @Provide
    Arbitrary<List<Step>> scripts() {
        Arbitrary<Op> ops = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(Op.ADD, Op.ADD_AT, Op.SET, Op.REMOVE_AT)),
                Tuple.of(1, Arbitraries.of(Op.SNAPSHOT, Op.NARROW, Op.HOLD)),
                Tuple.of(6, Arbitraries.of(Op.class)));
        Arbitrary<Integer> any = Arbitraries.integers().between(0, LARGEST);
        return Combinators.combine(
                        ops,
                        any,
                        Arbitraries.integers().between(0, 5),
                        any,
                        any,
                        Arbitraries.integers().between(0, 60))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private record Frozen(PersistentList<Integer> ours, List<Integer> expected) {}

    private static final class Run {
        private final List<Twin> twins = new ArrayList<>();
        private final List<Frozen> snapshots = new ArrayList<>();

        Run(Setup setup) {
            twins.add(start(setup));
        }

        private static Twin start(Setup setup) {
            Integer[] elements = new Integer[setup.size];
            Arrays.setAll(elements, i -> i % 97);
            List<Integer> expected = new ArrayList<>(Arrays.asList(elements));
            List<Integer> list = setup.concurrent ? new ConcurrentList<>() : new CowList<>();
            switch (setup.start) {
                case BY_ADDING -> expected.forEach(list::add);
                case OF_ARRAY -> list = setup.concurrent ? new ConcurrentList<>(elements) : CowList.of(elements);
                case BY_PREPENDING -> {
                    for (int i = elements.length - 1; i >= 0; i--) {
                        list.add(0, elements[i]);
                    }
                }
                case OF_SLICES -> {
                    int piece = 1 + setup.size / 3;
                    for (int i = 0; i < setup.size; i += piece) {
                        PersistentList<Integer> all = PersistentList.of(elements);
                        list.addAll(all.subList(i, Math.min(setup.size, i + piece)));
                    }
                }
                default -> {
                    PersistentList<Integer> all = PersistentList.empty();
                    for (Integer element : elements) {
                        all = all.plus(element);
                    }
                    PersistentList<Integer> unused = all.plus(-1); // into the tail that the copy shares
                    list = setup.concurrent ? new ConcurrentList<>(all) : all.mutableCopy();
                }
            }
            return new Twin(list, expected);
        }

        void step(Step step) {
            Twin twin = twins.get(step.who % twins.size());
            switch (step.op) {
                case SNAPSHOT -> {
                    PersistentList<Integer> snapshot = twin.snapshot();
                    ListProbe.check(snapshot);
                    snapshots.add(new Frozen(snapshot, List.copyOf(twin.expected)));
                }
                case COPY -> {
                    if (twins.size() == MOST_LISTS) {
                        twins.remove(0);
                    }
                    twins.add(new Twin(twin.copy(step.number), new ArrayList<>(twin.expected)));
                }
                case UPDATE -> update(twin, step);
                case ADD_SLICE -> {
                    Twin other = twins.get(step.number % twins.size());
                    int from = other.expected.isEmpty() ? 0 : step.at % other.expected.size();
                    int to = Math.min(other.expected.size(), from + step.size % (3 * ListProbe.LEAF));
                    PersistentList<Integer> slice = other.snapshot().subList(from, to);
                    ListProbe.check(slice);
                    Collection<Integer> expected = List.copyOf(other.expected.subList(from, to));
                    twin.write(step, true, (ours, model) -> {
                        int at = Math.min(model.size(), step.number);
                        assertThat(ours.addAll(at, slice)).isEqualTo(model.addAll(at, expected));
                    });
                }
                default -> twin.step(step);
            }
            twins.forEach(Twin::agree);
        }

        private static void update(Twin twin, Step step) {
            if (!(twin.ours instanceof ConcurrentList<Integer> list)) {
                return;
            }
            list.update(copy -> {
                Twin inner = new Twin(copy, twin.expected);
                for (int i = 0; i < 3; i++) {
                    Op op = i == 0 ? Op.ADD_AT : i == 1 ? Op.SET : Op.WRITE_BY_ITERATOR;
                    inner.step(new Step(op, 0, 0, step.at + i, step.size, step.number + i));
                }
            });
            twin.dropRanges();
        }

        void recheck() {
            for (Twin twin : twins) {
                twin.agreeInAll(3);
            }
            for (int i = 0; i < snapshots.size(); i++) {
                Frozen each = snapshots.get(i);
                ListProbe.check(each.ours);
                assertThat(each.ours).isEqualTo(each.expected);
                Frozen other = snapshots.get(i * 7 % snapshots.size());
                assertThat(each.ours.equals(other.ours)).isEqualTo(each.expected.equals(other.expected));
                assertThat(each.ours.patch(PersistentList.diff(each.ours, other.ours)))
                        .isEqualTo(other.expected);
            }
        }
    }

    static void refused(Runnable call) {
        assertThatExceptionOfType(java.util.ConcurrentModificationException.class)
                .isThrownBy(call::run);
    }

    static Set<Integer> some(Step step) {
        return Set.of(step.number, step.number + 61, (step.number + 7) % 97);
    }
}
