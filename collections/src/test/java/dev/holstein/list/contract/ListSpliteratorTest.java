package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spliterators: what they say of themselves, that their parts are together the whole in order, and which version they walk. */
class ListSpliteratorTest {
    private static final int LEAF = ListProbe.LEAF;
    private static final int[] SIZES = {0, 1, 2, LEAF, LEAF + 1, ListProbe.FLAT + 1, ListCase.MANY};

    /** A list, the numbers from 0 on that it has, and what else its spliterators say of themselves. */
    private record Walk(List<Integer> list, int size, int flags) {
        @Override
        public String toString() {
            return list.getClass().getSimpleName() + " " + size;
        }
    }

    private static List<Integer> numbers(int size) {
        return IntStream.range(0, size).boxed().collect(Collectors.toCollection(ArrayList::new));
    }

    /** Also with sizes in their branches, and ranges. */
    static Stream<Walk> walks() {
        List<Walk> walks = new ArrayList<>();
        for (int size : SIZES) {
            CowList<Integer> cow = new CowList<>(numbers(size));
            CowList<Integer> edited = new CowList<>(numbers(size));
            for (int i = size / 2; i < size; i += LEAF) {
                Integer removed = edited.remove(i);
                edited.add(i, removed);
            }
            List<Integer> around = new ArrayList<>(numbers(size));
            around.add(0, -1);
            around.add(-2);
            walks.add(new Walk(cow, size, 0));
            walks.add(new Walk(edited, size, 0));
            walks.add(new Walk(new CowList<>(around).subList(1, size + 1), size, 0));
            walks.add(new Walk(new ConcurrentList<>(numbers(size)), size, Spliterator.IMMUTABLE));
            walks.add(new Walk(new ConcurrentList<>(around).subList(1, size + 1), size, Spliterator.IMMUTABLE));
            walks.add(new Walk(edited.snapshot(), size, Spliterator.IMMUTABLE));
        }
        return walks.stream();
    }

    @ParameterizedTest
    @MethodSource("walks")
    void saysWhatItIs(Walk walk) {
        Spliterator<Integer> spliterator = walk.list.spliterator();
        int every = Spliterator.ORDERED | Spliterator.SIZED | Spliterator.SUBSIZED | walk.flags;
        assertThat(spliterator.characteristics()).isEqualTo(every);
        assertThat(spliterator.estimateSize()).isEqualTo(walk.size);
        assertThat(spliterator.getExactSizeIfKnown()).isEqualTo(walk.size);
        assertThatIllegalStateException().isThrownBy(spliterator::getComparator);
        assertThatNullPointerException().isThrownBy(() -> spliterator.tryAdvance(null));
        assertThatNullPointerException().isThrownBy(() -> spliterator.forEachRemaining(null));
        assertThat(spliterator.estimateSize()).isEqualTo(walk.size);
    }

    @ParameterizedTest
    @MethodSource("walks")
    void advancesThroughAll(Walk walk) {
        List<Integer> walked = new ArrayList<>();
        Spliterator<Integer> spliterator = walk.list.spliterator();
        while (spliterator.tryAdvance(walked::add)) {
            if (walked.size() == walk.size / 2) {
                spliterator.forEachRemaining(walked::add);
                assertThat(spliterator.estimateSize()).isZero();
            }
        }
        assertThat(walked).isEqualTo(numbers(walk.size));
        assertThat(spliterator.tryAdvance(walked::add)).isFalse();
        assertThat(spliterator.trySplit()).isNull();
    }

    @ParameterizedTest
    @MethodSource("walks")
    void partsAreTheWholeInOrder(Walk walk) {
        List<Integer> walked = new ArrayList<>();
        split(walk.list.spliterator(), walked);
        assertThat(walked).isEqualTo(numbers(walk.size));
        Spliterator<Integer> begun = walk.list.spliterator();
        walked.clear();
        begun.tryAdvance(walked::add);
        split(begun, walked);
        assertThat(walked).isEqualTo(numbers(walk.size));
    }

    /** Splits to the last, where both parts have something, and neither is much the larger. */
    private static void split(Spliterator<Integer> spliterator, List<Integer> walked) {
        long before = spliterator.estimateSize();
        Spliterator<Integer> first = spliterator.trySplit();
        if (first == null) {
            assertThat(before).isLessThanOrEqualTo(1);
            spliterator.forEachRemaining(walked::add);
            return;
        }
        assertThat(first.estimateSize()).isPositive();
        assertThat(spliterator.estimateSize()).isPositive();
        assertThat(first.estimateSize() + spliterator.estimateSize()).isEqualTo(before);
        assertThat(first.characteristics()).isEqualTo(spliterator.characteristics());
        if (before > 4L * LEAF) {
            assertThat(Math.min(first.estimateSize(), spliterator.estimateSize()))
                    .isGreaterThanOrEqualTo(before / 4);
        }
        split(first, walked);
        split(spliterator, walked);
    }

    @ParameterizedTest
    @MethodSource("walks")
    void parallelStreams(Walk walk) {
        long sum = walk.list.parallelStream().mapToLong(each -> each).sum();
        assertThat(sum).isEqualTo((long) walk.size * (walk.size - 1) / 2);
        assertThat(walk.list.parallelStream().map(each -> each + 1).toList())
                .isEqualTo(walk.list.stream().map(each -> each + 1).toList());
        assertThat(walk.list.parallelStream().filter(each -> each % 3 == 0).collect(Collectors.toList()))
                .isEqualTo(numbers(walk.size).stream()
                        .filter(each -> each % 3 == 0)
                        .toList());
        assertThat(walk.list.parallelStream()
                        .sorted(java.util.Comparator.reverseOrder())
                        .findFirst()
                        .orElse(-1))
                .isEqualTo(walk.size - 1);
        assertThat(walk.list.stream().count()).isEqualTo(walk.size);
        assertThat(walk.list.stream().skip(walk.size / 2).limit(3).toList())
                .isEqualTo(
                        numbers(walk.size).stream().skip(walk.size / 2).limit(3).toList());
    }

    // ---- versions
    // -------------------------------------------------------------------------------------------------------

    @Test
    void ofACowListWalksWhatIsThereWhenItIsFirstAsked() {
        for (int size : SIZES) {
            CowList<Integer> list = new CowList<>(numbers(size));
            Spliterator<Integer> late = list.spliterator();
            Stream<Integer> stream = list.stream();
            list.add(size);
            assertThat(late.estimateSize()).isEqualTo(size + 1);
            list.add(size + 1);
            list.set(0, -1);
            assertThat(stream.toList()).hasSize(size + 2).startsWith(-1);
            List<Integer> walked = new ArrayList<>();
            late.forEachRemaining(walked::add);
            assertThat(walked).isEqualTo(numbers(size + 1));
            ListProbe.check(list);
        }
    }

    @Test
    void ofAConcurrentListWalksWhatWasThereWhenItWasMade() {
        for (int size : SIZES) {
            ConcurrentList<Integer> list = new ConcurrentList<>(numbers(size));
            Spliterator<Integer> early = list.spliterator();
            Spliterator<Integer> ofRange = list.subList(size / 2, size).spliterator();
            list.add(0, -1);
            list.replaceAll(each -> -each);
            list.clear();
            List<Integer> walked = new ArrayList<>();
            early.forEachRemaining(walked::add);
            assertThat(walked).isEqualTo(numbers(size));
            walked.clear();
            ofRange.forEachRemaining(walked::add);
            assertThat(walked).isEqualTo(numbers(size).subList(size / 2, size));
        }
    }

    /** Every part of a walk that has begun stays with its version, whatever is written between its steps. */
    @Test
    void writesBetweenStepsAndSplitsAreNotSeen() {
        for (int size : new int[] {LEAF + 1, ListProbe.FLAT + 1, ListCase.MANY}) {
            CowList<Integer> list = new CowList<>(numbers(size));
            list.add(size);
            Spliterator<Integer> rest = list.spliterator();
            List<Integer> walked = new ArrayList<>();
            rest.tryAdvance(walked::add);
            list.set(1, -1);
            Spliterator<Integer> first = rest.trySplit();
            list.replaceAll(each -> -7);
            Spliterator<Integer> second = rest.trySplit();
            list.remove(0);
            first.forEachRemaining(each -> {
                walked.add(each);
                list.add(each);
            });
            list.clear();
            second.forEachRemaining(walked::add);
            rest.forEachRemaining(walked::add);
            assertThat(walked).isEqualTo(numbers(size + 1));
            ListProbe.check(list);
        }
    }

    /** A walk that has ended gives the list back the right to its nodes. */
    @Test
    void aFinishedWalkCostsNothing() {
        CowList<Integer> list = new CowList<>();
        list.addAll(numbers(ListCase.MANY));
        assertThat(list.isUnique()).isTrue();
        Spliterator<Integer> walk = list.spliterator();
        walk.tryAdvance(each -> {});
        assertThat(list.isUnique()).isFalse();
        Spliterator<Integer> first = walk.trySplit();
        walk.forEachRemaining(each -> {});
        assertThat(list.isUnique()).isFalse();
        first.forEachRemaining(each -> {});
        assertThat(list.isUnique()).isTrue();
        assertThat(list.parallelStream().mapToLong(each -> each).sum()).isPositive();
        assertThat(list.isUnique()).isTrue();
        PersistentList<Integer> snapshot = list.snapshot();
        assertThat(list.isUnique()).isFalse();
        assertThat(snapshot).hasSize(ListCase.MANY);
    }
}
