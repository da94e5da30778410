package dev.holstein.list.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.list.CowList;
import dev.holstein.list.ListChange;
import dev.holstein.list.ListProbe;
import dev.holstein.list.ListSplit;
import dev.holstein.list.PersistentList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Random scripts that make versions of persistent lists from others, all of which share nodes, beside {@link ArrayList}. Every version
 * ever made is kept, and checked again at the end; the differences of any two lead from one to the other.
 */
class PersistentListModel {
    private static final int LARGEST = Math.max(30 * ListProbe.LEAF, 900);
    private static final int LIVE = 6;

    record Step(Op op, int one, int other, int at, int size, int number) {}

    enum Op {
        PLUS,
        PLUS_MANY,
        PLUS_AT,
        PLUS_FIRST,
        PLUS_ALL,
        PLUS_ALL_AT,
        PLUS_LIST_AT,
        WITH,
        WITH_SAME,
        MINUS,
        MINUS_LAST,
        MINUS_FIRST,
        MINUS_ELEMENT,
        MINUS_ALL,
        CONCAT,
        SUB_LIST,
        SPLIT,
        REVERSED,
        WRITTEN,
        PATCH,
        OF
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void versionsAgreeWithArrayList(@ForAll("sizes") List<Integer> sizes, @ForAll("scripts") List<Step> script) {
        Run run = new Run(sizes);
        for (Step step : script) {
            run.step(step);
        }
        run.recheck();
    }

    @Provide
    Arbitrary<List<Integer>> sizes() {
        int leaf = ListProbe.LEAF;
        return Arbitraries.oneOf(
                        Arbitraries.of(0, 1, leaf - 1, leaf, leaf + 1, 2 * leaf, 4 * leaf + 1),
                        Arbitraries.integers().between(0, Math.max(9 * leaf, 300)))
                .list()
                .ofSize(LIVE);
    }

    @Provide
    Arbitrary<List<Step>> scripts() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, LARGEST);
        return Combinators.combine(
                        Arbitraries.of(Op.class),
                        Arbitraries.integers().between(0, LIVE - 1),
                        Arbitraries.integers().between(0, LIVE - 1),
                        any,
                        any,
                        Arbitraries.integers().between(0, 60))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(50);
    }

    private record Version(PersistentList<Integer> ours, List<Integer> expected) {
        void check() {
            ListProbe.check(ours);
            assertThat(ours.toArray()).isEqualTo(expected.toArray());
            assertThat(ours.size()).isEqualTo(expected.size());
        }
    }

    private static final class Run {
        private final List<Version> live = new ArrayList<>();
        private final List<Version> all = new ArrayList<>();

        Run(List<Integer> sizes) {
            sizes.forEach(size -> live.add(of(size, size)));
            all.addAll(live);
        }

        private static Version of(int size, int first) {
            Integer[] elements = new Integer[size];
            Arrays.setAll(elements, i -> (first + i) % 113);
            return new Version(PersistentList.of(elements), new ArrayList<>(Arrays.asList(elements)));
        }

        void step(Step step) {
            Version one = live.get(step.one);
            Version other = live.get(step.other);
            if (one.expected.size() + other.expected.size() > LARGEST) {
                return;
            }
            List<Integer> model = new ArrayList<>(one.expected);
            PersistentList<Integer> next = next(step, one, other, model);
            Version made = new Version(next, model);
            made.check();
            one.check();
            other.check();
            live.set(step.size % LIVE, made);
            all.add(made);
        }

        private PersistentList<Integer> next(Step step, Version one, Version other, List<Integer> model) {
            PersistentList<Integer> ours = one.ours;
            int number = step.number;
            int inside = model.isEmpty() ? 0 : step.at % model.size();
            int between = step.at % (model.size() + 1);
            switch (step.op) {
                case PLUS -> {
                    model.add(number);
                    return ours.plus(number);
                }
                case PLUS_MANY -> {
                    PersistentList<Integer> grown = ours;
                    for (int i = step.size % (2 * ListProbe.LEAF); i >= 0; i--) {
                        grown = grown.plus(i);
                        model.add(i);
                    }
                    return grown;
                }
                case PLUS_AT -> {
                    model.add(between, number);
                    return ours.plus(between, number);
                }
                case PLUS_FIRST -> {
                    PersistentList<Integer> grown = ours;
                    for (int i = step.size % (2 * ListProbe.LEAF); i >= 0; i--) {
                        grown = grown.plus(0, i);
                        model.add(0, i);
                    }
                    return grown;
                }
                case PLUS_ALL -> {
                    List<Integer> more = new ArrayList<>(other.expected);
                    model.addAll(more);
                    return ours.plusAll(number % 2 == 0 ? more : new ArrayDeque<>(more)::iterator);
                }
                case PLUS_ALL_AT -> {
                    List<Integer> more = Collections.nCopies(step.size % (2 * ListProbe.LEAF), number);
                    model.addAll(between, more);
                    return ours.plusAll(between, more);
                }
                case PLUS_LIST_AT -> {
                    model.addAll(between, other.expected);
                    return ours.plusAll(between, number % 2 == 0 ? other.ours : other.ours.mutableCopy());
                }
                case WITH -> {
                    if (model.isEmpty()) {
                        return ours;
                    }
                    model.set(inside, number);
                    return ours.with(inside, number);
                }
                case WITH_SAME -> {
                    if (!model.isEmpty()) {
                        assertThat(ours.with(inside, ours.get(inside))).isSameAs(ours);
                    }
                    assertThat(ours.plusAll(List.of())).isSameAs(ours);
                    assertThat(ours.minusAll(Set.of(-7))).isSameAs(ours);
                    assertThat(ours.minus((Object) (-7))).isSameAs(ours);
                    assertThat(ours.subList(0, model.size())).isSameAs(ours);
                    assertThat(ours.concat(PersistentList.empty())).isSameAs(ours);
                    assertThat(PersistentList.<Integer>empty().concat(ours)).isSameAs(ours);
                    assertThat(ours.patch(Stream.empty())).isSameAs(ours);
                    return ours;
                }
                case MINUS -> {
                    if (model.isEmpty()) {
                        return ours;
                    }
                    model.remove(inside);
                    return ours.minus(inside);
                }
                case MINUS_LAST -> {
                    PersistentList<Integer> rest = ours;
                    for (int i = step.size % (2 * ListProbe.LEAF); i > 0 && !model.isEmpty(); i--) {
                        rest = rest.minus(rest.size() - 1);
                        model.remove(model.size() - 1);
                    }
                    return rest;
                }
                case MINUS_FIRST -> {
                    PersistentList<Integer> rest = ours;
                    for (int i = step.size % (2 * ListProbe.LEAF); i > 0 && !model.isEmpty(); i--) {
                        rest = rest.minus(0);
                        model.remove(0);
                    }
                    return rest;
                }
                case MINUS_ELEMENT -> {
                    model.remove((Object) number);
                    return ours.minus((Object) number);
                }
                case MINUS_ALL -> {
                    Set<Integer> some = Set.of(number, number + 100);
                    model.removeAll(some);
                    return ours.minusAll(some);
                }
                case CONCAT -> {
                    model.addAll(other.expected);
                    return ours.concat(other.ours);
                }
                case SUB_LIST -> {
                    int to = between + step.size % (model.size() - between + 1);
                    PersistentList<Integer> part = ours.subList(between, to);
                    model.subList(to, model.size()).clear();
                    model.subList(0, between).clear();
                    return part;
                }
                case SPLIT -> {
                    ListSplit<Integer> split = ours.split(between);
                    assertThat(split.before()).isEqualTo(model.subList(0, between));
                    ListProbe.check(split.after());
                    Collections.rotate(model, -between);
                    return split.after().concat(split.before());
                }
                case REVERSED -> {
                    Collections.reverse(model);
                    return ours.reversed();
                }
                case WRITTEN -> {
                    CowList<Integer> copy = ours.mutableCopy();
                    for (int i = 0; i < step.size % 30; i++) {
                        int at = (step.at + i * step.number) % (model.size() + 1);
                        if (i % 3 == 0 && at < model.size()) {
                            copy.remove(at);
                            model.remove(at);
                        } else if (i % 3 == 1 && at < model.size()) {
                            copy.set(at, i);
                            model.set(at, i);
                        } else {
                            copy.add(at, i);
                            model.add(at, i);
                        }
                        ListProbe.check(copy);
                    }
                    return copy.snapshot();
                }
                case PATCH -> {
                    model.clear();
                    model.addAll(other.expected);
                    return ours.patch(PersistentList.diff(ours, other.ours));
                }
                default -> {
                    Version made = of(step.size % (3 * ListProbe.LEAF), step.number);
                    model.clear();
                    model.addAll(made.expected);
                    return made.ours;
                }
            }
        }

        void recheck() {
            for (int i = 0; i < all.size(); i++) {
                Version version = all.get(i);
                version.check();
                Version other = all.get((i * 7 + 1) % all.size());
                leadsTo(version, other);
                assertThat(version.ours.equals(other.ours)).isEqualTo(version.expected.equals(other.expected));
            }
        }

        private static void leadsTo(Version older, Version newer) {
            List<ListChange<Integer>> changes =
                    PersistentList.diff(older.ours, newer.ours).toList();
            List<Integer> patched = new ArrayList<>(older.expected);
            int last = 0;
            for (ListChange<Integer> change : changes) {
                assertThat(change.index()).isGreaterThanOrEqualTo(last);
                last = change.index();
                if (change instanceof ListChange.Added<Integer> added) {
                    patched.add(added.index(), added.element());
                } else if (change instanceof ListChange.Removed<Integer> removed) {
                    assertThat(patched.remove(removed.index())).isEqualTo(removed.element());
                } else if (change instanceof ListChange.Changed<Integer> changed) {
                    assertThat(patched.set(changed.index(), changed.after())).isEqualTo(changed.before());
                    assertThat(Objects.equals(changed.before(), changed.after()))
                            .isFalse();
                }
            }
            assertThat(patched).isEqualTo(newer.expected);
        }
    }
}
