package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The reversed view on every JDK, where {@link SequencedListTest} needs one that knows sequenced collections: each call beside the
 * same call on an {@link ArrayList} that was reversed, and the list itself must then be that one backwards.
 */
class ReversedListTest {
    private static final int[] SIZES = {0, 1, 2, 5, ListProbe.FLAT + 1};

    /** A list, its reversed view, and what the view must show. */
    private record Case(String name, List<Integer> list, List<Integer> view, List<Integer> twin) {
        @Override
        public String toString() {
            return name + " of " + twin.size();
        }

        /** The answer of a call, or the class of what it throws; the same of the twin, and the same contents after it. */
        Object call(String what, Function<List<Integer>, Object> call) {
            Object answer = outcome(view, call);
            assertThat(answer).as("%s of %s", what, this).isEqualTo(outcome(twin, call));
            ListProbe.check(list);
            assertThat(new ArrayList<>(list)).as("%s of %s", what, this).isEqualTo(reversed(twin));
            return answer;
        }

        private static Object outcome(List<Integer> list, Function<List<Integer>, Object> call) {
            try {
                Object answer = call.apply(list);
                return answer instanceof Object[] array
                        ? List.of(array.getClass(), new ArrayList<>(nulls(array)))
                        : answer;
            } catch (IndexOutOfBoundsException refused) {
                return IndexOutOfBoundsException.class;
            } catch (RuntimeException refused) {
                return refused.getClass();
            }
        }

        private static List<Object> nulls(Object[] array) {
            return Arrays.asList(array);
        }
    }

    private static List<Integer> reversed(List<Integer> list) {
        List<Integer> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    /** With some elements twice, so that the first is not the last. */
    private static List<Integer> elements(int size) {
        List<Integer> elements = ListCase.elements(size);
        for (int i = 0; i + 4 < size; i += 5) {
            elements.set(i + 4, elements.get(i));
        }
        return elements;
    }

    private static Stream<Case> ofSize(int size) {
        CowList<Integer> cow = new CowList<>(elements(size));
        ConcurrentList<Integer> concurrent = new ConcurrentList<>(elements(size));
        return Stream.of(
                new Case("cow", cow, cow.reversed(), reversed(elements(size))),
                new Case("concurrent", concurrent, concurrent.reversed(), reversed(elements(size))));
    }

    static Stream<Case> all() {
        return Arrays.stream(SIZES).boxed().flatMap(ReversedListTest::ofSize);
    }

    private static int[] places(int size) {
        return new int[] {-1, 0, 1, size / 2, size - 1, size, size + 1};
    }

    @ParameterizedTest
    @MethodSource("all")
    void readsAreThoseOfTheListBackwards(Case each) {
        int size = each.twin.size();
        each.call("size", List::size);
        each.call("isEmpty", List::isEmpty);
        each.call("hashCode", List::hashCode);
        each.call("toString", List::toString);
        each.call("toArray", List::toArray);
        each.call("toArray of a short array", list -> list.toArray(new Integer[0]));
        each.call("toArray of as long an array", list -> list.toArray(new Integer[size]));
        each.call("toArray of a longer array", list -> {
            Integer[] array = new Integer[size + 2];
            Arrays.fill(array, -7);
            return list.toArray(array);
        });
        each.call("toArray of nothing", list -> list.toArray((Integer[]) null));
        each.call("stream", list -> list.stream().toList());
        each.call("ordered", list -> list.spliterator().hasCharacteristics(Spliterator.ORDERED));
        each.call("estimate", list -> list.spliterator().estimateSize());
        for (Integer element : new Integer[] {null, 0, 1, 4, 5, 9, size - 1, -1}) {
            each.call("contains " + element, list -> list.contains(element));
            each.call("indexOf " + element, list -> list.indexOf(element));
            each.call("lastIndexOf " + element, list -> list.lastIndexOf(element));
        }
        for (int place : places(size)) {
            each.call("get " + place, list -> list.get(place));
            for (int to : places(size)) {
                each.call("subList " + place + " " + to, list -> new ArrayList<>(list.subList(place, to)));
            }
        }
        assertThat(each.view).isEqualTo(each.twin).isNotEqualTo(List.of(-1));
    }

    private static Map<String, Function<List<Integer>, Object>> writes(int place) {
        Map<String, Function<List<Integer>, Object>> writes = new LinkedHashMap<>();
        writes.put("set", list -> list.set(place, -2));
        writes.put("add", list -> list.add(-3));
        writes.put("add at", list -> {
            list.add(place, -4);
            return list.size();
        });
        writes.put("addAll at", list -> list.addAll(place, List.of(-5, -6)));
        writes.put("addAll", list -> list.addAll(List.of(-7, -8, -9)));
        writes.put("addAll of none", list -> list.addAll(List.of()));
        writes.put("remove at", list -> list.remove(place));
        writes.put("remove", list -> list.remove(Integer.valueOf(0)));
        writes.put("remove null", list -> list.remove(null));
        writes.put("remove what is not there", list -> list.remove(Integer.valueOf(12345)));
        writes.put("removeAll", list -> list.removeAll(List.of(1, -4)));
        writes.put("removeAll of none", list -> list.removeAll(List.of(12345)));
        writes.put("retainAll", list -> list.retainAll(Arrays.asList(null, 1, 2, 5, -3, -5, -6, -8)));
        writes.put("removeIf", list -> list.removeIf(element -> element == null));
        writes.put("removeIf of none", list -> list.removeIf(element -> element == 12345));
        writes.put("replaceAll", list -> {
            list.replaceAll(element -> element + 1);
            return list.size();
        });
        writes.put("sort by what is equal", list -> {
            list.sort(Comparator.comparing(element -> element % 3));
            return list.size();
        });
        writes.put("sort", list -> {
            list.sort(null);
            return list.size();
        });
        writes.put("clear", list -> {
            list.clear();
            return list.isEmpty();
        });
        writes.put("add to none", list -> list.add(1));
        return writes;
    }

    @ParameterizedTest
    @MethodSource("all")
    void writesAreThoseOfTheListBackwards(Case each) {
        for (int place : places(each.twin.size())) {
            writes(place).forEach(each::call);
            each.call("again", list -> list.addAll(elements(7)));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void iteratorsAreThoseOfTheListBackwards(Case each) {
        each.call("forward", list -> {
            List<Object> shown = new ArrayList<>();
            for (Iterator<Integer> walk = list.iterator(); walk.hasNext(); ) {
                shown.add(walk.next());
            }
            return shown;
        });
        for (int place : places(each.twin.size())) {
            each.call("both ways from " + place, list -> {
                List<Object> shown = new ArrayList<>();
                ListIterator<Integer> walk = list.listIterator(place);
                while (walk.hasNext()) {
                    shown.add(List.of(walk.nextIndex(), walk.previousIndex(), String.valueOf(walk.next())));
                }
                while (walk.hasPrevious()) {
                    shown.add(List.of(walk.nextIndex(), walk.previousIndex(), String.valueOf(walk.previous())));
                }
                shown.add(List.of(walk.nextIndex(), walk.previousIndex()));
                return shown;
            });
        }
        Iterator<Integer> ended = each.view.iterator();
        while (ended.hasNext()) {
            Object unused = ended.next();
        }
        assertThatThrownBy(ended::next).isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @MethodSource("all")
    void iteratorsWriteWhereTheListsDo(Case each) {
        if (each.list instanceof ConcurrentList) {
            ListIterator<Integer> walk = each.view.listIterator();
            assertThatThrownBy(() -> walk.add(1)).isInstanceOf(UnsupportedOperationException.class);
            return;
        }
        each.call("write while walking", list -> {
            List<Object> shown = new ArrayList<>();
            ListIterator<Integer> walk = list.listIterator();
            for (int i = 0; walk.hasNext(); i++) {
                shown.add(String.valueOf(walk.next()));
                switch (i % 4) {
                    case 0 -> walk.set(1000 + i);
                    case 1 -> walk.remove();
                    case 2 -> walk.add(2000 + i);
                    default -> shown.add(walk.previousIndex());
                }
                shown.add(walk.nextIndex());
            }
            walk.add(3000);
            shown.add(walk.hasNext());
            shown.add(walk.previous());
            return shown;
        });
        each.call("remove while walking", list -> {
            for (Iterator<Integer> walk = list.iterator(); walk.hasNext(); ) {
                Integer element = walk.next();
                if (element != null && element % 2 == 0) {
                    walk.remove();
                }
            }
            return list.size();
        });
    }

    /** An iterator that has ended says so to the list: a write then copies nothing. */
    @ParameterizedTest
    @MethodSource("all")
    void finishedIteratorsLeaveTheListUnique(Case each) {
        if (each.list instanceof CowList<Integer> cow && !cow.isEmpty()) {
            Object unused = cow.set(0, 0);
            Iterator<Integer> walk = each.view.iterator();
            assertThat(cow.isUnique()).isFalse();
            while (walk.hasNext()) {
                Object alsoUnused = walk.next();
            }
            assertThat(cow.isUnique()).isTrue();
        }
        if (each.list instanceof CowList<Integer> cow && cow.isEmpty()) {
            cow.add(1);
            cow.clear();
            assertThat(each.view.iterator().hasNext()).isFalse();
            assertThat(cow.isUnique()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void searchesLeaveTheListUnique(Case each) {
        if (each.list instanceof CowList<Integer> cow && !cow.isEmpty()) {
            Object unused = cow.set(0, 0);
            assertThat(each.view.indexOf(54321)).isEqualTo(-1);
            assertThat(each.view.lastIndexOf(54321)).isEqualTo(-1);
            assertThat(cow.isUnique()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void rangesAreLive(Case each) {
        int size = each.twin.size();
        if (size >= 5) {
            each.view.subList(1, 3).set(0, -1);
            each.twin.set(1, -1);
            each.call("range", list -> {
                list.subList(2, 4).clear();
                return list.size();
            });
        }
    }
}
