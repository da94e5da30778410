package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A {@link CowList} as a value: copies are independent, whichever side is written first; and what only this face has. */
class CowListValueTest {
    private static final int LEAF = ListProbe.LEAF;
    private static final int FLAT = ListProbe.FLAT;

    static IntStream sizes() {
        return IntStream.of(0, 1, LEAF, LEAF + 1, FLAT, FLAT + 1, ListCase.MANY);
    }

    private static CowList<Integer> filled(int size) {
        CowList<Integer> list = new CowList<>();
        list.addAll(ListCase.elements(size));
        return list;
    }

    private static List<Consumer<CowList<Integer>>> writes() {
        return List.of(
                list -> list.add(-1),
                list -> list.add(0, -2),
                list -> list.add(list.size() / 2, -3),
                list -> list.set(0, -4),
                list -> list.set(list.size() / 2, -5),
                list -> list.remove(0),
                list -> list.removeLast(),
                list -> list.addFirst(-6),
                list -> list.addLast(-7),
                list -> list.removeFirst(),
                list -> list.replaceAll(each -> -8),
                list -> list.addAll(1, ListCase.elements(2 * LEAF)),
                list -> list.subList(1, list.size() - 1).clear(),
                list -> list.removeIf(each -> each != null && each % 2 == 0),
                CowList::clear);
    }

    private static void write(CowList<Integer> list, Consumer<CowList<Integer>> write) {
        if (list.size() < 3) {
            list.addAll(List.of(1, 2, 3));
        }
        write.accept(list);
        ListProbe.check(list);
    }

    /** Each kind of write to each side, in either order: the others are as they were. */
    @ParameterizedTest
    @MethodSource("sizes")
    void copiesAreIndependent(int size) {
        List<Integer> elements = ListCase.elements(size);
        for (Consumer<CowList<Integer>> write : writes()) {
            CowList<Integer> original = filled(size);
            CowList<Integer> copy = original.copy();
            CowList<Integer> clone = original.clone();
            PersistentList<Integer> snapshot = original.snapshot();
            CowList<Integer> thawed = snapshot.mutableCopy();
            CowList<Integer> apart = filled(size);
            write(apart, write);
            List<CowList<Integer>> all = List.of(clone, original, thawed, copy);
            for (int i = 0; i < all.size(); i++) {
                assertThat(all.get(i)).isEqualTo(elements);
                write(all.get(i), write);
                assertThat(all.get(i)).isEqualTo(apart);
                all.get(i).add(i); // in place
                ListProbe.check(all.get(i));
            }
            for (int i = 0; i < all.size(); i++) {
                assertThat(all.get(i).removeLast()).isEqualTo(i);
                assertThat(all.get(i)).isEqualTo(apart);
            }
            assertThat(snapshot).isEqualTo(elements);
            ListProbe.check(snapshot);
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aChainOfSnapshotsKeepsEveryState(int size) {
        CowList<Integer> list = filled(size);
        List<PersistentList<Integer>> snapshots = new ArrayList<>();
        List<List<Integer>> expected = new ArrayList<>();
        for (Consumer<CowList<Integer>> write : writes()) {
            snapshots.add(list.snapshot());
            expected.add(new ArrayList<>(list));
            write(list, write);
            write(list, write);
        }
        for (int i = 0; i < snapshots.size(); i++) {
            ListProbe.check(snapshots.get(i));
            assertThat(snapshots.get(i)).isEqualTo(expected.get(i));
        }
        assertThat(list.snapshots()).isEqualTo(snapshots.size());
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void isUniqueUntilItIsShared(int size) {
        CowList<Integer> list = filled(size);
        assertThat(list.isUnique()).isTrue();
        CowList<Integer> copy = list.copy();
        assertThat(list.isUnique()).isEqualTo(size == 0);
        assertThat(copy.isUnique()).isEqualTo(size == 0);
        list.add(1);
        copy.add(2);
        list.set(0, 3);
        copy.set(0, 4);
        assertThat(list.isUnique()).isTrue();
        assertThat(copy.isUnique()).isTrue();
        Iterator<Integer> walk = list.iterator();
        assertThat(list.isUnique()).isFalse();
        walk.forEachRemaining(each -> {});
        assertThat(list.isUnique()).isTrue();
        assertThat(list.equals(copy)).isFalse();
        assertThat(list.isUnique()).isTrue();
    }

    // ---- capacity
    // -------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("sizes")
    void capacityChangesNoElement(int size) {
        CowList<Integer> list = filled(size);
        PersistentList<Integer> snapshot = list.snapshot();
        for (int capacity : new int[] {Integer.MIN_VALUE, -1, 0, 1, LEAF, FLAT, FLAT + 1, Integer.MAX_VALUE}) {
            list.ensureCapacity(capacity);
            ListProbe.check(list);
            assertThat(list).isEqualTo(snapshot);
            list.trimToSize();
            ListProbe.check(list);
            assertThat(list).isEqualTo(snapshot);
            list.add(capacity);
            list.trimToSize();
            assertThat(list.removeLast()).isEqualTo(capacity);
            list.trimToSize();
            assertThat(list).isEqualTo(snapshot);
        }
        list.add(1);
        ListProbe.check(list);
        assertThat(snapshot).isEqualTo(ListCase.elements(size));
    }

    @Test
    void capacityIsAskedForOnce() {
        CowList<Integer> list = new CowList<>(FLAT);
        long copied = list.nodesCopied();
        for (int i = 0; i < FLAT; i++) {
            list.add(i);
        }
        assertThat(list.nodesCopied()).isEqualTo(copied);
        CowList<Integer> small = new CowList<>(5);
        assertThat(small).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new CowList<>(-1)).withMessageContaining("-1");
        assertThat(new CowList<>(Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void refusesNullSources() {
        assertThatNullPointerException().isThrownBy(() -> new CowList<>(null)).withMessage("elements is null");
        assertThatNullPointerException().isThrownBy(() -> CowList.copyOf(null)).withMessage("elements is null");
        assertThatNullPointerException()
                .isThrownBy(() -> CowList.of((Integer[]) null))
                .withMessage("elements is null");
        assertThat(CowList.of((Integer) null)).containsOnlyNulls().hasSize(1);
    }

    // ---- ends
    // -----------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("sizes")
    void ends(int size) {
        CowList<Integer> list = filled(size);
        List<Integer> twin = ListCase.elements(size);
        list.addFirst(-1);
        twin.add(0, -1);
        list.addLast(null);
        twin.add(null);
        assertThat(list.getFirst()).isEqualTo(-1);
        assertThat(list.getLast()).isNull();
        assertThat(list).isEqualTo(twin);
        for (int i = 0; i < Math.min(size + 2, 3 * LEAF); i++) {
            boolean isFirst = i % 2 == 0;
            assertThat(isFirst ? list.removeFirst() : list.removeLast())
                    .isEqualTo(twin.remove(isFirst ? 0 : twin.size() - 1));
        }
        ListProbe.check(list);
        assertThat(list).isEqualTo(twin);
        list.clear();
        List<Runnable> calls = List.of(
                list::removeFirst,
                list::removeLast,
                () -> assertThat(list.getFirst()).isNull(),
                () -> assertThat(list.getLast()).isNull());
        for (Runnable call : calls) {
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(call::run)
                    .withMessageContaining("empty");
        }
    }

    // ---- text
    // -----------------------------------------------------------------------------------------------------------

    static Stream<List<Object>> texts() {
        return Stream.of(
                List.of(),
                List.of(""),
                List.of("", ""),
                List.of("", "", "a"),
                List.of("a", ""),
                Arrays.asList(null, "", null),
                List.of(List.of(), List.of(1)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void printsAsArrayList(List<Object> elements) {
        CowList<Object> list = new CowList<>(elements);
        assertThat(list.toString()).isEqualTo(elements.toString());
        assertThat(list.snapshot().toString()).isEqualTo(elements.toString());
        assertThat(list.subList(0, elements.size()).toString()).isEqualTo(elements.toString());
    }

    @Test
    void printsItselfWithinItself() {
        CowList<Object> list = CowList.of(1);
        List<Object> twin = new ArrayList<>(List.of(1));
        list.add(list);
        twin.add(twin);
        assertThat(list.toString()).isEqualTo(twin.toString()).isEqualTo("[1, (this Collection)]");
        assertThat(list.subList(1, 2).toString()).isEqualTo(twin.subList(1, 2).toString());
        assertThat(list.contains(list)).isTrue();
        assertThat(list.indexOf(list)).isEqualTo(1);
        assertThat(list.equals(list)).isTrue();
        assertThatExceptionOfType(StackOverflowError.class).isThrownBy(list::hashCode);
        list.add(2); // what overflowed has left no trace
        assertThat(list.size()).isEqualTo(3);
        ListProbe.check(list);
    }
}
