package dev.holstein.hostile;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Random;

/** All writes of lists, to run out of memory in. */
final class ListWrites {
    /** Longer than one array, and than one leaf of a tree. */
    private static final int MOST_ELEMENTS = Math.max(ListProbe.FLAT + 2 * ListProbe.LEAF, 60);

    /** Writes of one element are made one after the other, until one fails: so all their allocations are met. */
    private static final int IN_A_ROW = 30;

    private ListWrites() {}

    /** A write; it does the same to a list of the JDK. */
    private interface ListWrite {
        void to(List<Integer> list, int index, List<Integer> others);
    }

    static List<WriteCase> all(Random random) {
        List<WriteCase> cases = new ArrayList<>();
        addCases(cases, random, "cow list: ", writes(), IN_A_ROW, false);
        addCases(cases, random, "concurrent list: ", writes(), IN_A_ROW, true);
        addCases(cases, random, "cow list: ", cowWrites(), IN_A_ROW, false);
        addCases(cases, random, "cow list: ", bulkWrites(), 1, false);
        addCases(cases, random, "concurrent list: ", bulkWrites(), 1, true);
        addCases(cases, random, "concurrent list: ", concurrentWrites(), 1, true);
        return cases;
    }

    private static void addCases(
            List<WriteCase> cases,
            Random random,
            String face,
            Map<String, ListWrite> writes,
            int times,
            boolean concurrent) {
        writes.forEach((name, write) ->
                cases.add(new WriteCase(face + name, () -> new ListTrial(random, write, times, concurrent))));
    }

    /** Many writes of one element come in a row, which changes the size. */
    private static int at(List<Integer> list, int index) {
        return index % list.size();
    }

    private static Map<String, ListWrite> writes() {
        Map<String, ListWrite> writes = new LinkedHashMap<>();
        writes.put("add", (list, index, others) -> list.add(index));
        writes.put("add at", (list, index, others) -> list.add(at(list, index), 7));
        writes.put("set", (list, index, others) -> list.set(at(list, index), 1_000_000));
        writes.put("remove at", (list, index, others) -> list.remove(at(list, index)));
        writes.put("remove", (list, index, others) -> list.remove(list.get(at(list, index))));
        writes.put("remove last", (list, index, others) -> list.remove(list.size() - 1));
        writes.put(
                "subList.add",
                (list, index, others) -> list.subList(0, at(list, index)).add(7));
        return writes;
    }

    private static Map<String, ListWrite> bulkWrites() {
        Map<String, ListWrite> writes = new LinkedHashMap<>();
        writes.put("addAll", (list, index, others) -> list.addAll(others));
        writes.put("addAll at", (list, index, others) -> list.addAll(index, others));
        writes.put("addAll of ours", (list, index, others) -> list.addAll(index, PersistentList.copyOf(others)));
        writes.put("removeIf", (list, index, others) -> list.removeIf(each -> each % 7 < 3));
        writes.put("removeIf few", (list, index, others) -> list.removeIf(each -> each == index));
        writes.put("removeAll", (list, index, others) -> list.removeAll(others));
        writes.put("retainAll", (list, index, others) -> list.retainAll(others));
        writes.put("replaceAll", (list, index, others) -> list.replaceAll(each -> each < index ? each + 1 : each));
        writes.put("sort", (list, index, others) -> list.sort((a, b) -> Integer.compare(b % 97, a % 97)));
        writes.put("clear", (list, index, others) -> list.clear());
        writes.put(
                "subList.clear",
                (list, index, others) -> list.subList(index / 2, index).clear());
        writes.put(
                "subList.sort",
                (list, index, others) -> list.subList(index / 2, index).sort((a, b) -> b - a));
        return writes;
    }

    private static Map<String, ListWrite> cowWrites() {
        Map<String, ListWrite> writes = new LinkedHashMap<>();
        writes.put(
                "listIterator.add",
                (list, index, others) -> list.listIterator(at(list, index)).add(7));
        writes.put("listIterator.remove", (list, index, others) -> {
            ListIterator<Integer> elements = list.listIterator(at(list, index));
            Integer unused = elements.next();
            elements.remove();
        });
        writes.put("ensureCapacity", (list, index, others) -> {
            if (list instanceof CowList<Integer> cow) {
                cow.ensureCapacity(list.size() + index);
            }
            list.add(index); // where there is a tree, nothing need be made room for
        });
        writes.put("trimToSize", (list, index, others) -> {
            if (list instanceof CowList<Integer> cow) {
                cow.trimToSize();
            }
            list.add(index);
        });
        return writes;
    }

    private static Map<String, ListWrite> concurrentWrites() {
        Map<String, ListWrite> writes = new LinkedHashMap<>();
        writes.put("update", (list, index, others) -> {
            if (list instanceof ConcurrentList<Integer> concurrent) {
                concurrent.update(copy -> several(copy, index, others));
            } else {
                several(list, index, others);
            }
        });
        writes.put("addIfAbsent", (list, index, others) -> {
            if (list instanceof ConcurrentList<Integer> concurrent) {
                boolean unused = concurrent.addIfAbsent(-index);
            } else if (!list.contains(-index)) {
                list.add(-index);
            }
        });
        writes.put("addAllAbsent", (list, index, others) -> {
            List<Integer> distinct = new ArrayList<>();
            others.stream().limit(9).map(each -> -each).distinct().forEach(distinct::add);
            if (list instanceof ConcurrentList<Integer> concurrent) {
                int unused = concurrent.addAllAbsent(distinct);
            } else {
                distinct.removeIf(list::contains);
                list.addAll(distinct);
            }
        });
        return writes;
    }

    private static void several(List<Integer> list, int index, Collection<Integer> others) {
        list.remove(index);
        list.add(index / 2, 7);
        list.addAll(others);
        list.set(index, 8);
    }

    private static final class ListTrial implements WriteCase.Trial {
        private final ListWrite write;
        private final List<Integer> list;
        private final PersistentList<Integer> kept;
        private final List<Integer> keptTwin;
        private final List<Integer> before;
        private final int[] indices;
        private final List<Integer> others = new ArrayList<>();
        private int done;

        ListTrial(Random random, ListWrite write, int times, boolean concurrent) {
            this.write = write;
            CowList<Integer> cow = new CowList<>();
            int size = random.nextBoolean() ? nearALimit(random) : 2 * IN_A_ROW + random.nextInt(MOST_ELEMENTS);
            for (int i = 0; i < size; i++) {
                cow.add(i);
            }
            for (int i = random.nextInt(9) - 4; i > 0; i--) { // then it is no longer regular
                cow.add(random.nextInt(cow.size()), i);
            }
            list = concurrent ? new ConcurrentList<>(cow) : cow;
            if (random.nextBoolean()) {
                kept = list instanceof ConcurrentList<Integer> shared ? shared.snapshot() : cow.snapshot();
            } else {
                kept = PersistentList.empty();
            }
            keptTwin = new ArrayList<>(kept);
            for (int i = random.nextInt(5); i > 0; i--) { // some nodes are the list's alone again
                list.set(random.nextInt(list.size()), i);
            }
            before = twin();
            indices = new int[times];
            boolean isRun = random.nextBoolean();
            for (int i = 0; i < times; i++) {
                indices[i] = isRun && i > 0 ? indices[i - 1] : 1 + random.nextInt(size - 1);
            }
            for (int i = 1 + random.nextInt(size); i > 0; i--) {
                others.add(random.nextInt(size));
            }
        }

        /** The writes make a tree of one array, or a leaf of a tail, or the reverse. */
        private static int nearALimit(Random random) {
            int limit = random.nextBoolean() ? ListProbe.FLAT : ListProbe.LEAF * (1 + random.nextInt(5));
            return Math.max(2 * IN_A_ROW, limit + random.nextInt(IN_A_ROW) - IN_A_ROW / 2);
        }

        /** By iterating, which leaves the list the right to its nodes. */
        private List<Integer> twin() {
            List<Integer> twin = new ArrayList<>();
            for (Integer element : list) {
                twin.add(element);
            }
            return twin;
        }

        @Override
        public void write() {
            for (done = 0; done < indices.length; done++) {
                write.to(list, indices[done], others);
            }
        }

        @Override
        public void check(boolean failed) {
            ListProbe.check(list);
            for (int i = 0; i < done; i++) {
                write.to(before, indices[i], others);
            }
            List<Integer> after = new ArrayList<>(before);
            if (failed) {
                write.to(after, indices[done], others);
            }
            List<Integer> present = twin();
            WrittenTwice.eitherOr(failed, present, before, after);
            checkReads(present);
            WrittenTwice.same("kept", new ArrayList<>(kept), keptTwin);
            present.addAll(before); // so that all indices are there again
            list.addAll(before);
            present.addAll(keptTwin);
            list.addAll(keptTwin);
            present.addAll(others);
            list.addAll(others);
            for (int index : indices) {
                write.to(present, index, others);
            }
            if (list instanceof ConcurrentList) {
                WrittenTwice.fromAnotherThread(this::write);
            } else {
                write();
            }
            ListProbe.check(list);
            checkReads(present);
            WrittenTwice.same("kept", new ArrayList<>(kept), keptTwin);
            ListProbe.check(kept);
        }

        private void checkReads(List<Integer> expected) {
            WrittenTwice.same("size", list.size(), expected.size());
            WrittenTwice.same("elements", twin(), expected);
            for (int i = 0; i < expected.size(); i++) {
                WrittenTwice.same("element", list.get(i), expected.get(i));
            }
        }
    }
}
