package dev.holstein.list.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import dev.holstein.list.model.ListsModel.Op;
import dev.holstein.list.model.ListsModel.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Set;
import java.util.function.BiConsumer;

/** A mutable list, its live ranges and its unfinished iterators, and what they must show. */
final class Twin {
    private static final int MOST_RANGES = 5;
    private static final int MOST_ITERATORS = 3;
    private static final int LARGEST = Math.max(20 * ListProbe.LEAF, 600);

    final List<Integer> ours;
    final List<Integer> expected;
    private final List<Range> ranges = new ArrayList<>();
    private final List<Held> iterators = new ArrayList<>();
    private Range written;

    /** A live range; the parent is null for one of the list itself. */
    private static final class Range {
        final List<Integer> ours;
        final Range parent;
        final int from;
        int to;

        Range(List<Integer> ours, Range parent, int from, int to) {
            this.ours = ours;
            this.parent = parent;
            this.from = from;
            this.to = to;
        }
    }

    /** An iterator of the whole list, and the version that it must walk. */
    private static final class Held {
        final ListIterator<Integer> ours;
        final List<Integer> version;
        int next;
        int last = -1;
        Integer answered;

        Held(ListIterator<Integer> ours, List<Integer> version, int next) {
            this.ours = ours;
            this.version = version;
            this.next = next;
        }
    }

    Twin(List<Integer> ours, List<Integer> expected) {
        this.ours = ours;
        this.expected = expected;
    }

    PersistentList<Integer> snapshot() {
        return ours instanceof CowList<Integer> cow ? cow.snapshot() : ((ConcurrentList<Integer>) ours).snapshot();
    }

    List<Integer> copy(int number) {
        return switch (number % 3) {
            case 0 -> snapshot().mutableCopy();
            case 1 -> ours instanceof CowList<Integer> cow ? cow.copy() : ((ConcurrentList<Integer>) ours).clone();
            default -> new ConcurrentList<>(ours);
        };
    }

    void dropRanges() {
        ranges.clear();
    }

    // ---- writes
    // ---------------------------------------------------------------------------------------------------------

    /** A write to the list or to one of its ranges; those that it was not made through are refused afterwards. */
    void write(Step step, boolean grows, BiConsumer<List<Integer>, List<Integer>> write) {
        if (grows && expected.size() > LARGEST) {
            return;
        }
        written = step.view() < ranges.size() ? ranges.get(step.view()) : null;
        int before = expected.size();
        write.accept(
                written == null ? ours : written.ours,
                written == null ? expected : expected.subList(written.from, written.to));
        settle(before);
    }

    private void settle(int before) {
        int growth = expected.size() - before;
        if (growth == 0) {
            return;
        }
        List<Range> through = new ArrayList<>();
        for (Range range = written; range != null; range = range.parent) {
            range.to += growth;
            through.add(range);
        }
        for (Range range : ranges) {
            if (!through.contains(range)) {
                ListsModel.refused(() -> assertThat(range.ours.size()).isNegative());
                ListsModel.refused(() -> range.ours.add(1));
            }
        }
        ranges.retainAll(through);
    }

    void step(Step step) {
        int number = step.number();
        switch (step.op()) {
            case ADD -> write(step, true, (list, model) -> both(list.add(number), model.add(number)));
            case ADD_AT ->
                write(step, true, (list, model) -> {
                    int at = step.at() % (model.size() + 1);
                    list.add(at, number);
                    model.add(at, number);
                });
            case ADD_FIRST ->
                write(step, true, (list, model) -> {
                    for (int i = 0; i < number; i++) {
                        list.add(0, i);
                        model.add(0, i);
                    }
                });
            case ADD_ALL ->
                write(step, true, (list, model) -> {
                    List<Integer> more = numbers(step.size() % (2 * ListProbe.LEAF), number);
                    both(list.addAll(more), model.addAll(more));
                });
            case ADD_ALL_AT ->
                write(step, true, (list, model) -> {
                    List<Integer> more = numbers(step.size() % (2 * ListProbe.LEAF), number);
                    int at = step.at() % (model.size() + 1);
                    both(list.addAll(at, more), model.addAll(at, more));
                });
            case ADD_ITSELF ->
                write(step, true, (list, model) -> {
                    int at = step.at() % (model.size() + 1);
                    List<Integer> itself = list;
                    both(list.addAll(at, itself), model.addAll(at, List.copyOf(model)));
                });
            case ADD_ABSENT -> addAbsent(number);
            case SET ->
                write(step, false, (list, model) -> {
                    if (!model.isEmpty()) {
                        int at = step.at() % model.size();
                        both(list.set(at, number), model.set(at, number));
                    }
                });
            case REPLACE_ALL ->
                write(step, false, (list, model) -> {
                    list.replaceAll(each -> (each + 1) % 100);
                    model.replaceAll(each -> (each + 1) % 100);
                });
            case REPLACE_FEW ->
                write(step, false, (list, model) -> {
                    list.replaceAll(each -> each == number ? Integer.valueOf(-number) : each);
                    model.replaceAll(each -> each == number ? Integer.valueOf(-number) : each);
                });
            case SORT ->
                write(step, false, (list, model) -> {
                    Comparator<Integer> order = number % 2 == 0 ? null : Comparator.comparing(each -> each % 10);
                    list.sort(order);
                    Integer[] sorted = model.toArray(new Integer[0]);
                    java.util.Arrays.sort(sorted, order); // ArrayList.sort would end the ranges of the model
                    for (int i = 0; i < sorted.length; i++) {
                        model.set(i, sorted[i]);
                    }
                });
            case ROOM -> {
                if (ours instanceof CowList<Integer> cow) {
                    cow.ensureCapacity(step.size());
                    ListProbe.check(cow);
                    if (number % 2 == 0) {
                        cow.trimToSize();
                    }
                }
            }
            case NARROW -> narrow(step);
            case HOLD, ADVANCE, HELD_SET, HELD_REMOVE -> hold(step);
            case WRITE_BY_ITERATOR -> writeByIterator(step);
            case READ -> agreeInAll(number);
            default -> remove(step);
        }
    }

    private void remove(Step step) {
        int number = step.number();
        Set<Integer> some = ListsModel.some(step);
        write(step, false, (list, model) -> {
            int at = model.isEmpty() ? 0 : step.at() % model.size();
            switch (step.op()) {
                case REMOVE_AT -> {
                    if (!model.isEmpty()) {
                        both(list.remove(at), model.remove(at));
                    }
                }
                case REMOVE_OBJECT -> both(list.remove((Object) number), model.remove((Object) number));
                case REMOVE_FIRST -> {
                    for (int i = 0; i < number && !model.isEmpty(); i++) {
                        both(list.remove(0), model.remove(0));
                    }
                }
                case REMOVE_LAST -> {
                    if (!model.isEmpty()) {
                        both(list.remove(model.size() - 1), model.remove(model.size() - 1));
                    }
                }
                case REMOVE_SOME_LAST -> {
                    for (int i = step.size() % (2 * ListProbe.LEAF); i > 0 && !model.isEmpty(); i--) {
                        both(list.remove(model.size() - 1), model.remove(model.size() - 1));
                    }
                }
                case REMOVE_RANGE -> {
                    int to = Math.min(model.size(), at + step.size() % (2 * ListProbe.LEAF));
                    list.subList(at, to).clear();
                    model.subList(at, to).clear();
                }
                case REMOVE_IF ->
                    both(list.removeIf(each -> each % 7 == number % 7), model.removeIf(each -> each % 7 == number % 7));
                case REMOVE_ALL -> both(list.removeAll(some), model.removeAll(some));
                case RETAIN_ALL -> {
                    if (number % 8 == 0) {
                        both(list.retainAll(some), model.retainAll(some));
                    }
                }
                case CLEAR -> {
                    if (number % 4 == 0) {
                        list.clear();
                        model.clear();
                    }
                }
                default -> throw new AssertionError(step.op());
            }
        });
    }

    private void addAbsent(int number) {
        if (!(ours instanceof ConcurrentList<Integer> list)) {
            return;
        }
        written = null;
        int before = expected.size();
        boolean absent = !expected.contains(number);
        both(list.addIfAbsent(number), absent && expected.add(number));
        int added = 0;
        List<Integer> candidates = List.of(number + 300, 1, number + 300, number + 301);
        for (Integer each : candidates) {
            if (!expected.contains(each)) {
                expected.add(each);
                added++;
            }
        }
        both(list.addAllAbsent(candidates), added);
        settle(before);
    }

    private void narrow(Step step) {
        Range parent = step.view() < ranges.size() ? ranges.get(step.view()) : null;
        int base = parent == null ? 0 : parent.from;
        int size = parent == null ? expected.size() : parent.to - parent.from;
        int from = step.at() % (size + 1);
        int to = from + step.size() % (size - from + 1);
        if (ranges.size() == MOST_RANGES) {
            ranges.remove(ranges.size() - 1);
        }
        ranges.add(new Range((parent == null ? ours : parent.ours).subList(from, to), parent, base + from, base + to));
    }

    // ---- iterators
    // ------------------------------------------------------------------------------------------------------

    private void hold(Step step) {
        if (step.op() == Op.HOLD) {
            if (iterators.size() == MOST_ITERATORS) {
                iterators.remove(0);
            }
            int at = step.at() % (expected.size() + 1);
            iterators.add(new Held(ours.listIterator(at), new ArrayList<>(expected), at));
            return;
        }
        if (iterators.isEmpty()) {
            return;
        }
        Held held = iterators.get(step.view() % iterators.size());
        if (step.op() == Op.ADVANCE || !(ours instanceof CowList<Integer>) || held.last < 0) {
            advance(held, step);
            return;
        }
        written = null;
        int before = expected.size();
        boolean isThere = held.last < expected.size() && isSame(expected.get(held.last), held.answered);
        boolean sets = step.op() == Op.HELD_SET;
        if (!isThere) {
            ListsModel.refused(sets ? () -> held.ours.set(-5) : held.ours::remove);
        } else if (sets) {
            Integer element = 10_000 + step.number();
            held.ours.set(element);
            held.version.set(held.last, element);
            expected.set(held.last, element);
            held.answered = element;
        } else {
            held.ours.remove();
            held.version.remove(held.last);
            expected.remove(held.last);
            held.next -= held.last < held.next ? 1 : 0;
            held.last = -1;
        }
        settle(before);
    }

    private static void advance(Held held, Step step) {
        boolean back = step.number() % 3 == 0;
        for (int i = step.size() % 40; i >= 0; i--) {
            assertThat(held.ours.nextIndex()).isEqualTo(held.next);
            if (back ? held.next == 0 : held.next == held.version.size()) {
                assertThat(back ? held.ours.hasPrevious() : held.ours.hasNext()).isFalse();
                return;
            }
            held.last = back ? --held.next : held.next++;
            held.answered = back ? held.ours.previous() : held.ours.next();
            assertThat(held.answered).isEqualTo(held.version.get(held.last));
        }
    }

    /** A walk that writes as it goes, through an iterator of the list or of a range, forward only or both ways. */
    private void writeByIterator(Step step) {
        if (!(ours instanceof CowList<Integer>) || expected.size() > LARGEST) {
            return;
        }
        Range range = step.view() < ranges.size() ? ranges.get(step.view()) : null;
        List<Integer> list = range == null ? ours : range.ours;
        List<Integer> model = new ArrayList<>(range == null ? expected : expected.subList(range.from, range.to));
        int size = model.size();
        if (step.number() % 3 == 0) {
            Iterator<Integer> mine = list.iterator();
            Iterator<Integer> theirs = model.iterator();
            for (int i = 0; theirs.hasNext(); i++) {
                both(mine.next(), theirs.next());
                if (i % 9 == step.at() % 9) {
                    mine.remove();
                    theirs.remove();
                }
            }
            assertThat(mine.hasNext()).isFalse();
        } else {
            int at = step.at() % (size + 1);
            bothWays(step, list.listIterator(at), model.listIterator(at));
        }
        if (range == null) {
            expected.clear();
            expected.addAll(model);
        } else {
            expected.subList(range.from, range.to).clear();
            expected.addAll(range.from, model);
        }
        for (Range through = range; through != null; through = through.parent) {
            through.to += model.size() - size;
        }
        ranges.removeIf(each -> !isOnWay(each, range));
    }

    private static boolean isOnWay(Range range, Range from) {
        for (Range each = from; each != null; each = each.parent) {
            if (each == range) {
                return true;
            }
        }
        return false;
    }

    private static void bothWays(Step step, ListIterator<Integer> mine, ListIterator<Integer> theirs) {
        boolean answered = false;
        for (int i = 0; i < step.size() % 50; i++) {
            both(mine.nextIndex(), theirs.nextIndex());
            both(mine.hasPrevious(), theirs.hasPrevious());
            int choice = (step.number() * 31 + i * 17 + i * i) % 11;
            if (choice < 5 && theirs.hasNext()) {
                both(mine.next(), theirs.next());
                answered = true;
            } else if (choice < 7 && theirs.hasPrevious()) {
                both(mine.previous(), theirs.previous());
                answered = true;
            } else if (choice == 7 && answered) {
                mine.remove();
                theirs.remove();
                answered = false;
            } else if (choice == 8) {
                mine.add(i);
                theirs.add(i);
                answered = false;
            } else if (answered) {
                mine.set(-i);
                theirs.set(-i);
            }
        }
    }

    // ---- reads
    // ----------------------------------------------------------------------------------------------------------

    private static void both(Object ours, Object expected) {
        assertThat(ours).isEqualTo(expected);
    }

    private static boolean isSame(Object one, Object other) {
        return one == other;
    }

    private static List<Integer> numbers(int count, int first) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add((first + i) % 97);
        }
        return numbers;
    }

    void agree() {
        ListProbe.check(ours);
        agree(ours, expected);
        for (Range range : ranges) {
            agree(range.ours, expected.subList(range.from, range.to));
        }
    }

    private static void agree(List<Integer> ours, List<Integer> expected) {
        assertThat(ours.size()).isEqualTo(expected.size());
        assertThat(ours.toArray()).isEqualTo(expected.toArray());
        for (int i = 0; i < expected.size(); i += 1 + expected.size() / 60) {
            assertThat(ours.get(i)).isSameAs(expected.get(i));
        }
    }

    void agreeInAll(int number) {
        agreeInAll(ours, expected, number);
        for (Range range : ranges) {
            agreeInAll(range.ours, expected.subList(range.from, range.to), number);
        }
    }

    private static void agreeInAll(List<Integer> ours, List<Integer> expected, int number) {
        assertThat(ours.equals(expected)).isTrue();
        assertThat(expected.equals(ours)).isTrue();
        both(ours.hashCode(), expected.hashCode());
        both(ours.toString(), expected.toString());
        both(ours.indexOf(number), expected.indexOf(number));
        both(ours.lastIndexOf(number), expected.lastIndexOf(number));
        both(ours.contains(number), expected.contains(number));
        both(ours.stream().toList(), expected);
        both(
                ours.parallelStream().mapToLong(each -> each).sum(),
                expected.stream().mapToLong(each -> each).sum());
        List<Integer> seen = new ArrayList<>();
        ours.forEach(seen::add);
        both(seen, expected);
        for (int i = 0; i < expected.size(); i++) {
            if (!isSame(ours.get(i), expected.get(i))) {
                throw new AssertionError("element " + i + " is " + ours.get(i) + " instead of " + expected.get(i));
            }
        }
    }
}
