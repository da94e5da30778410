package dev.holstein.jmh.op;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.jmh.subject.BulkListCell;
import dev.holstein.jmh.subject.ListCell;
import dev.holstein.jmh.subject.ListSubject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scala.jdk.javaapi.CollectionConverters;

/** All lists do the same: what is compared by time gives equal answers. */
class ListSubjectsTest {
    private static final int SIZE = 3_000;
    private static final int STEPS = 6_000;
    private static final int SEED = 7;

    /** What Paguro 3.10.3 appends after a removal may come out at the front; no benchmark does both. */
    private static final Set<ListSubject> APPENDS_WRONG_AFTER_A_REMOVAL =
            EnumSet.of(ListSubject.PAGURO, ListSubject.PAGURO_MUTABLE);

    private final SplittableRandom random = new SplittableRandom(SEED);
    private int lastElement;

    private List<Object> fresh(int size) {
        return IntStream.range(0, size).<Object>mapToObj(i -> freshElement()).collect(Collectors.toList());
    }

    private Object freshElement() {
        return ++lastElement;
    }

    /** A list of any family, as it is now. */
    private static List<Object> javaList(Object list) {
        if (list instanceof io.vavr.collection.Vector<?> vavr) {
            return new ArrayList<>(vavr.asJava());
        }
        if (list instanceof io.lacuna.bifurcan.IList<?> bifurcan) {
            return new ArrayList<>(bifurcan.toList());
        }
        if (list instanceof scala.collection.immutable.Vector<?> scala) {
            return new ArrayList<>(CollectionConverters.asJava(scala));
        }
        return new ArrayList<>((List<?>) list);
    }

    private static void assertHolds(ListCell cell, List<Object> model) {
        assertThat(cell.size()).isEqualTo(model.size());
        List<Object> iterated = new ArrayList<>();
        cell.iterate(iterated::add);
        assertThat(iterated).isEqualTo(model);
        List<Object> handedOver = new ArrayList<>();
        cell.forEach(handedOver::add);
        assertThat(handedOver).isEqualTo(model);
        List<Object> walked = new ArrayList<>();
        cell.iterator().forEachRemaining(walked::add);
        assertThat(walked).isEqualTo(model);
        for (int i = 0; i < model.size(); i += 17) {
            assertThat(cell.get(i)).isSameAs(model.get(i));
        }
        assertThat(javaList(cell.snapshot())).isEqualTo(model);
    }

    @ParameterizedTest
    @EnumSource
    void aRandomScriptGivesTheAnswersOfAModel(ListSubject subject) {
        List<Object> model = new ArrayList<>();
        ListCell cell = subject.newCell();
        List<Object> snapshots = new ArrayList<>();
        List<ListCell> copies = new ArrayList<>();
        List<List<Object>> models = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            Object element = freshElement();
            int choice = random.nextInt(8);
            if (choice < 4 || model.isEmpty()) {
                if (APPENDS_WRONG_AFTER_A_REMOVAL.contains(subject)) {
                    cell.insert(model.size(), element);
                } else {
                    cell.add(element);
                }
                model.add(element);
            } else if (choice == 4) {
                int index = random.nextInt(model.size() + 1);
                cell.insert(index, element);
                model.add(index, element);
            } else if (choice == 5) {
                int index = random.nextInt(model.size());
                cell.remove(index);
                model.remove(index);
            } else {
                int index = random.nextInt(model.size());
                assertThat(cell.get(index)).isSameAs(model.get(index));
                cell.set(index, element);
                model.set(index, element);
            }
            if (step % 500 == 0) {
                assertHolds(cell, model);
                snapshots.add(cell.snapshot());
                copies.add(cell.copy());
                models.add(new ArrayList<>(model));
            }
        }
        assertHolds(cell, model);
        for (int i = 0; i < models.size(); i++) {
            assertThat(javaList(snapshots.get(i)))
                    .as("snapshot after later writes")
                    .isEqualTo(models.get(i));
            assertHolds(copies.get(i), models.get(i));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCopyAndItsOriginalAreWrittenApart(ListSubject subject) {
        List<Object> all = fresh(SIZE);
        ListCell cell = subject.copyOf(all);
        ListCell copy = cell.copy();
        Object element = freshElement();
        cell.set(7, element);
        copy.add(element);
        List<Object> written = new ArrayList<>(all);
        written.set(7, element);
        assertHolds(cell, written);
        List<Object> longer = new ArrayList<>(all);
        longer.add(element);
        assertHolds(copy, longer);
    }

    @ParameterizedTest
    @EnumSource
    void partsAreInsertedAndRemoved(ListSubject subject) {
        List<Object> model = fresh(SIZE);
        ListCell cell = subject.copyOf(model);
        Object before = cell.snapshot();
        List<Object> first = new ArrayList<>(model);
        for (int round = 0; round < 30; round++) {
            List<Object> added = fresh(SIZE / 10);
            int index = round == 0 ? 0 : random.nextInt(model.size());
            cell.insertAll(index, added);
            model.addAll(index, added);
            int from = round == 1 ? 0 : random.nextInt(model.size() - added.size());
            cell.removeRange(from, from + added.size());
            model.subList(from, from + added.size()).clear();
            assertHolds(cell, model);
        }
        assertThat(javaList(before)).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void slicesAndConcatenationsAreListsOfTheirOwn(ListSubject subject) {
        List<Object> all = fresh(SIZE);
        ListCell left = subject.copyOf(all.subList(0, SIZE / 2));
        ListCell right = subject.copyOf(all.subList(SIZE / 2, SIZE));
        Object both = left.concat(right);
        Object slice = left.slice(100, 1_400);
        for (ListCell half : List.of(left, right)) {
            half.set(0, freshElement());
            half.set(500, freshElement());
            half.remove(700);
            half.insert(3, freshElement());
        }
        assertThat(javaList(both)).isEqualTo(all);
        assertThat(javaList(slice)).isEqualTo(all.subList(100, 1_400));
        assertThat(left.size()).isEqualTo(SIZE / 2);
        assertThat(right.size()).isEqualTo(SIZE / 2);
        assertThat(left.get(600)).isSameAs(all.get(599));
        assertThat(left.get(1_400)).isSameAs(all.get(1_400));
    }

    @ParameterizedTest
    @EnumSource
    void differencesAreCountedAndEqualListsAreEqual(ListSubject subject) {
        List<Object> all = fresh(SIZE);
        ListCell older = subject.copyOf(all);
        ListCell newer = older.copy();
        assertThat(older.differences(newer)).isZero();
        assertThat(older.isEqualTo(newer)).isTrue();
        Set<Integer> changed = Set.of(0, 7, 8, 1_500, SIZE - 1);
        changed.forEach(index -> newer.set(index, freshElement()));
        assertThat(older.differences(newer)).isEqualTo(changed.size());
        assertThat(newer.differences(older)).isEqualTo(changed.size());
        assertThat(older.isEqualTo(newer)).isFalse();
        changed.forEach(index -> newer.set(index, all.get(index)));
        assertThat(older.differences(newer)).isZero();
        assertThat(older.isEqualTo(newer)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "COW_LIST",
                "PERSISTENT_LIST",
                "CONCURRENT_LIST",
                "ARRAY_LIST",
                "COPY_ON_WRITE",
                "VAVR",
                "KOTLINX_BUILDER",
                "SCALA"
            })
    void aListIsSortedAndSifted(ListSubject subject) {
        Comparator<Object> order = Comparator.comparing(element -> -(Integer) element);
        List<Object> all = fresh(SIZE);
        BulkListCell original = (BulkListCell) subject.copyOf(all);
        BulkListCell cell = original.copy();
        cell.sort(order);
        List<Object> model = new ArrayList<>(all);
        model.sort(order);
        assertHolds(cell, model);
        cell.removeIf(element -> (Integer) element % 3 == 0);
        model.removeIf(element -> (Integer) element % 3 == 0);
        assertHolds(cell, model);
        cell.removeIf(element -> (Integer) element < 0);
        assertHolds(cell, model);
        assertHolds(original, all);
    }

    @Test
    void theListsThatCanBeSortedAreThoseThatAreTested() {
        Set<ListSubject> bulk = EnumSet.noneOf(ListSubject.class);
        for (ListSubject subject : ListSubject.values()) {
            if (subject.newCell() instanceof BulkListCell) {
                bulk.add(subject);
            }
        }
        assertThat(bulk).isEqualTo(ListBenchmarksTest.BULK);
    }
}
