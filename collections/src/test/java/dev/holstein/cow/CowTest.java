package dev.holstein.cow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openjdk.jol.info.GraphLayout;

/** What one thread may rely on, line by line of the documentation. */
class CowTest {
    private final CountingCopier copier = new CountingCopier();

    private static List<Integer> list(Integer... elements) {
        return new ArrayList<>(Arrays.asList(elements));
    }

    private Cow<List<Integer>> owned(Integer... elements) {
        return Cow.owned(list(elements), copier);
    }

    // ---- when a value is copied

    @Test
    void aBorrowedValueIsCopiedBeforeTheFirstWriteAndNotAgain() {
        List<Integer> lent = list(1, 2);
        Cow<List<Integer>> cow = Cow.borrowed(lent, copier);
        assertThat(cow.isBorrowed()).isTrue();
        assertThat(cow.isOwned()).isFalse();
        assertThat(cow.get()).isSameAs(lent);
        assertThat(copier.calls()).isZero();

        List<Integer> mine = cow.toMut();
        mine.add(3);
        assertThat(mine).isNotSameAs(lent).isSameAs(cow.get());
        assertThat(cow.isBorrowed()).isFalse();
        assertThat(cow.isOwned()).isTrue();
        assertThat(cow.refCount()).isOne();
        assertThat(cow.toMut()).isSameAs(mine);
        cow.mutate(value -> value.add(4));
        assertThat(copier.calls()).isOne();
        assertThat(lent).containsExactly(1, 2);
        assertThat(cow.get()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void anOwnedValueIsEditedInPlaceByTheHandleThatIsAlone() {
        List<Integer> given = list(1);
        Cow<List<Integer>> cow = Cow.owned(given, copier);
        assertThat(cow.isOwned()).isTrue();
        cow.toMut().add(2);
        cow.mutate(value -> value.add(3));
        assertThat(cow.get()).isSameAs(given).containsExactly(1, 2, 3);
        assertThat(copier.calls()).isZero();
    }

    @Test
    void aSharedValueIsCopiedByWhoeverWritesFirst() {
        Cow<List<Integer>> first = owned(1);
        Cow<List<Integer>> second = first.share();
        Cow<List<Integer>> third = second.share();
        assertThat(second.get()).isSameAs(first.get()).isSameAs(third.get());
        assertThat(Stream.of(first, second, third).map(Cow::refCount)).containsExactly(3, 3, 3);
        assertThat(copier.calls()).isZero();

        second.mutate(value -> value.add(2));
        assertThat(copier.calls()).isOne();
        assertThat(Stream.of(first, second, third).map(Cow::refCount)).containsExactly(2, 1, 2);
        first.toMut().add(3);
        assertThat(copier.calls()).isEqualTo(2);
        third.toMut().add(4);
        assertThat(copier.calls()).as("third is alone").isEqualTo(2);
        assertThat(first.get()).containsExactly(1, 3);
        assertThat(second.get()).containsExactly(1, 2);
        assertThat(third.get()).containsExactly(1, 4);
    }

    @Test
    void closingTheOtherHandleBringsWritesInPlaceBack() {
        Cow<List<Integer>> first = owned(1);
        List<Integer> value = first.get();
        Cow<List<Integer>> second = first.share();
        second.close();
        assertThat(first.refCount()).isOne();
        assertThat(first.toMut()).isSameAs(value);
        assertThat(copier.calls()).isZero();
    }

    @Test
    void aHandleNeverClosedCostsOneCopy() {
        Cow<List<Integer>> first = owned(1);
        Cow<List<Integer>> dropped = first.share();
        first.mutate(value -> value.add(2));
        first.mutate(value -> value.add(3));
        assertThat(copier.calls()).isOne();
        assertThat(dropped.get()).containsExactly(1);
    }

    @Test
    void sharesOfABorrowedValueAreBorrowed() {
        List<Integer> lent = list(1);
        Cow<List<Integer>> first = Cow.borrowed(lent, copier);
        Cow<List<Integer>> second = first.share();
        assertThat(second.isBorrowed()).isTrue();
        first.close();
        second.toMut().add(2);
        assertThat(copier.calls()).as("alone, but borrowed").isOne();
        assertThat(lent).containsExactly(1);
    }

    // ---- map

    @Test
    void aMapThatAnswersTheSameReferenceAnswersThisHandle() {
        Cow<List<Integer>> cow = owned(1);
        assertThat(cow.map(value -> value)).isSameAs(cow);
        assertThat(cow.refCount()).isOne();
        assertThat(copier.calls()).isZero();
    }

    @Test
    void aMapThatAnswersAnotherValueMakesAnOwnedHandleWithTheSameCopier() {
        List<Integer> lent = list(1, 2);
        Cow<List<Integer>> cow = Cow.borrowed(lent, copier);
        List<Integer> result = list(2);
        Cow<List<Integer>> mapped = cow.map(value -> result);
        assertThat(mapped).isNotSameAs(cow);
        assertThat(mapped.isOwned()).isTrue();
        assertThat(mapped.refCount()).isOne();
        assertThat(mapped.toMut()).isSameAs(result);
        assertThat(copier.calls()).isZero();
        mapped.share().toMut().add(9);
        assertThat(copier.calls()).isOne();
        assertThat(cow.get()).isSameAs(lent);
        assertThat(cow.isBorrowed()).isTrue();
        assertThat(cow.refCount()).isOne();
        mapped.close();
        assertThat(cow.get()).containsExactly(1, 2);
    }

    @Test
    void aMapCallsItsFunctionOnceWithTheValue() {
        Cow<List<Integer>> cow = owned(1);
        List<Object> arguments = new ArrayList<>();
        Cow<List<Integer>> unused = cow.map(value -> {
            arguments.add(value);
            return list(2);
        });
        assertThat(arguments).hasSize(1).first().isSameAs(cow.get());
    }

    @Test
    void aMapToAnEqualValueIsNotTheSame() {
        Cow<List<Integer>> cow = owned(1);
        Cow<List<Integer>> mapped = cow.map(ArrayList::new);
        assertThat(mapped).isNotSameAs(cow).isEqualTo(cow);
    }

    // ---- intoOwned

    @Test
    void aHandleThatIsAloneHandsOutTheValueItself() {
        List<Integer> given = list(1);
        Cow<List<Integer>> cow = Cow.owned(given, copier);
        assertThat(cow.intoOwned()).isSameAs(given);
        assertThat(copier.calls()).isZero();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(cow::get);
    }

    @Test
    void aSharedOrBorrowedValueIsHandedOutAsACopy() {
        Cow<List<Integer>> first = owned(1);
        Cow<List<Integer>> second = first.share();
        List<Integer> out = second.intoOwned();
        out.add(2);
        assertThat(copier.calls()).isOne();
        assertThat(first.get()).containsExactly(1);
        assertThat(first.refCount()).as("the other gave its reference back").isOne();
        List<Integer> last = first.get();
        assertThat(first.intoOwned()).isSameAs(last);

        List<Integer> lent = list(5);
        assertThat(Cow.borrowed(lent, copier).intoOwned()).isEqualTo(lent).isNotSameAs(lent);
        assertThat(copier.calls()).isEqualTo(2);
    }

    // ---- values without a copier

    @Test
    void immutableValuesNeedNoCopier() {
        String text = "a//b";
        for (Cow<String> cow : List.of(Cow.borrowed(text), Cow.owned(text))) {
            assertThat(cow.map(value -> value)).isSameAs(cow);
            assertThat(cow.map(value -> value.replace("//", "/")).get()).isEqualTo("a/b");
            Cow<String> other = cow.share();
            assertThat(other.intoOwned()).isSameAs(text);
            assertThat(cow.refCount()).isOne();
            assertThat(cow.intoOwned()).isSameAs(text);
        }
        assertThat(Cow.owned(text).toMut()).as("alone: no copy is needed").isSameAs(text);
    }

    @Test
    void whereACopyIsNeededItsLackIsNamed() {
        Cow<String> borrowed = Cow.borrowed("a");
        Cow<String> shared = Cow.owned("a");
        Cow<String> other = shared.share();
        for (Cow<String> cow : List.of(borrowed, shared, other)) {
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(cow::toMut)
                    .withMessageContaining("borrowed(..)")
                    .withMessageContaining("owned(..)")
                    .withMessageContaining("map(..)");
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> cow.mutate(value -> {}))
                    .withMessageContaining("map(..)");
            assertThat(cow.get()).isEqualTo("a");
        }
        assertThat(borrowed.isBorrowed()).isTrue();
        assertThat(shared.refCount()).isEqualTo(2);
        other.close();
        assertThat(shared.toMut()).isEqualTo("a");
    }

    // ---- nulls

    @Test
    void nullsAreRefusedByName() {
        Cow<List<Integer>> cow = owned(1);
        Map<String, Runnable> calls = new LinkedHashMap<>();
        calls.put("value", () -> Cow.borrowed(null));
        calls.put("value ", () -> Cow.owned(null));
        calls.put("value is", () -> Cow.borrowed(null, copier));
        calls.put("value is ", () -> Cow.owned(null, copier));
        calls.put("copier", () -> Cow.borrowed(list(), null));
        calls.put("copier ", () -> Cow.owned(list(), null));
        calls.put("edit", () -> cow.mutate(null));
        calls.put("function", () -> cow.map(null));
        calls.put("result of the function", () -> cow.map(value -> null));
        calls.forEach((message, call) -> assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(call::run)
                .withMessageContaining(message));
        assertThat(cow.toMut()).containsExactly(1);
        assertThat(copier.calls()).isZero();
    }

    // ---- the end

    @Test
    void closingTwiceGivesBackOnce() {
        Cow<List<Integer>> first = owned(1);
        Cow<List<Integer>> second = first.share();
        Cow<List<Integer>> third = first.share();
        second.close();
        second.close();
        assertThat(first.refCount()).isEqualTo(2);
        first.toMut().add(2);
        assertThat(third.get()).containsExactly(1);
        Cow<List<Integer>> out = owned(5);
        Cow<List<Integer>> rest = out.share();
        Cow<List<Integer>> other = out.share();
        List<Integer> unused = out.intoOwned();
        out.close();
        assertThat(rest.refCount()).isEqualTo(2);
        other.close();
    }

    @Test
    void aCountThatHasReachedZeroDoesNotComeBack() {
        SharedValue<String> value = new SharedValue<>("a", false);
        assertThat(value.enter()).isTrue();
        assertThat(value.handles()).isEqualTo(2);
        value.leave();
        value.leave();
        assertThat(value.enter()).isFalse();
        assertThat(value.handles()).isZero();
        assertThat(value.mayBeEdited()).isFalse();
    }

    @TestFactory
    Stream<DynamicTest> useAfterCloseIsRefused() {
        Map<String, Consumer<Cow<List<Integer>>>> uses = CowFaultTest.uses();
        uses.remove("close");
        uses.put("get", Cow::get);
        uses.put("isBorrowed", Cow::isBorrowed);
        uses.put("isOwned", Cow::isOwned);
        uses.put("refCount", Cow::refCount);
        return uses.entrySet().stream()
                .map(use -> DynamicTest.dynamicTest(use.getKey(), () -> {
                    Cow<List<Integer>> cow = owned(1);
                    Cow<List<Integer>> other = cow.share();
                    cow.close();
                    assertThatExceptionOfType(IllegalStateException.class)
                            .isThrownBy(() -> use.getValue().accept(cow))
                            .withMessageContaining("closed");
                    assertThat(other.refCount()).isOne();
                }));
    }

    @Test
    void aClosedHandleIsEqualToItselfOnly() {
        Cow<List<Integer>> closed = owned(1);
        Cow<List<Integer>> other = closed.share();
        closed.close();
        Cow<List<Integer>> alsoClosed = owned(1);
        alsoClosed.close();
        assertThat(closed.equals(closed)).isTrue();
        assertThat(closed.equals(other)).isFalse();
        assertThat(other.equals(closed)).isFalse();
        assertThat(closed.equals(alsoClosed)).isFalse();
        assertThatCode(closed::hashCode).doesNotThrowAnyException();
        assertThat(closed.hashCode()).isEqualTo(closed.hashCode());
        assertThat(closed).hasToString("Cow.closed");
    }

    @Test
    void tryWithResourcesCloses() {
        Cow<List<Integer>> first = owned(1);
        try (Cow<List<Integer>> second = first.share()) {
            assertThat(second.refCount()).isEqualTo(2);
        }
        assertThat(first.refCount()).isOne();
    }

    // ---- equality, text, size

    @Test
    void handlesAreEqualIfTheirValuesAre() {
        Cow<List<Integer>> owned = owned(1, 2);
        Cow<List<Integer>> borrowed = Cow.borrowed(List.of(1, 2), copier);
        assertThat(owned).isEqualTo(borrowed).hasSameHashCodeAs(borrowed).isEqualTo(owned.share());
        assertThat(borrowed).isEqualTo(owned);
        assertThat(owned.hashCode()).isEqualTo(List.of(1, 2).hashCode());
        assertThat(owned.equals(owned(1))).isFalse();
        assertThat(owned.equals((Object) List.of(1, 2))).isFalse();
        assertThat(owned.equals(null)).isFalse();
        assertThat(owned).hasToString("Cow.owned([1, 2])");
        assertThat(borrowed).hasToString("Cow.borrowed([1, 2])");
    }

    @Test
    void aHandleAndWhatItSharesAreTwoSmallObjects() {
        Object value = new Object();
        long ofValue = GraphLayout.parseInstance(value).totalSize();
        Cow<Object> cow = Cow.owned(value);
        GraphLayout one = GraphLayout.parseInstance(cow);
        assertThat(one.totalCount()).isEqualTo(3);
        assertThat(one.totalSize() - ofValue).isLessThanOrEqualTo(48);
        GraphLayout two = GraphLayout.parseInstance(cow, cow.share());
        assertThat(two.totalCount()).isEqualTo(4);
        assertThat(two.totalSize() - one.totalSize()).isLessThanOrEqualTo(24);
    }
}
