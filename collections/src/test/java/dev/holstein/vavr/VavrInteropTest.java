package dev.holstein.vavr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.CowDoubleArray;
import dev.holstein.array.CowIntArray;
import dev.holstein.array.CowLongArray;
import dev.holstein.cow.SharingReport;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.PersistentList;
import io.vavr.Tuple;
import io.vavr.collection.Array;
import io.vavr.collection.IndexedSeq;
import io.vavr.collection.Iterator;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VavrInteropTest {
    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static IndexedSeq<Integer> seq(int count) {
        return VavrInterop.asIndexedSeq(PersistentList.<Integer>copyOf(numbers(count)));
    }

    /** The run "older-vavr" is one with the older Vavr. */
    @Test
    void vavrIsOfTheVersionThatTheRunSays() {
        String wanted = System.getProperty("dev.holstein.vavr.version", "1.");
        URL from = Seq.class.getProtectionDomain().getCodeSource().getLocation();
        assertThat(from.getPath()).contains("vavr-" + wanted);
    }

    // Conversions

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 5000})
    void listsOfEveryFaceGoThereAndBack(int count) {
        List<Integer> expected = numbers(count);
        PersistentList<Integer> persistent = PersistentList.copyOf(expected);
        for (List<Integer> list :
                List.of(persistent, persistent.mutableCopy(), new ConcurrentList<>(expected), expected)) {
            assertThat(VavrInterop.toVavrVector(list)).isEqualTo(Vector.ofAll(expected));
            assertThat(VavrInterop.toVavrList(list)).isEqualTo(io.vavr.collection.List.ofAll(expected));
            assertThat(VavrInterop.toVavrArray(list)).isEqualTo(Array.ofAll(expected));
        }
        for (Seq<Integer> vavr : List.<Seq<Integer>>of(
                Vector.ofAll(expected), io.vavr.collection.List.ofAll(expected), Array.ofAll(expected), seq(count))) {
            assertThat(VavrInterop.<Integer>fromVavr(vavr)).isEqualTo(expected);
            CowList<Integer> mutable = VavrInterop.fromVavrMutable(vavr);
            ConcurrentList<Integer> concurrent = VavrInterop.fromVavrConcurrent(vavr);
            mutable.add(-1);
            concurrent.add(-1);
            assertThat(mutable.subList(0, count)).isEqualTo(expected);
            assertThat(concurrent).isEqualTo(mutable);
            assertThat(vavr).hasSize(count);
        }
    }

    @Test
    void partsAndNullsGoToo() {
        CowList<String> list = CowList.of("a", null, "c", null);
        assertThat(VavrInterop.toVavrVector(list.subList(1, 3))).isEqualTo(Vector.of(null, "c"));
        assertThat(VavrInterop.fromVavr(Vector.of("a", null))).isEqualTo(Arrays.asList("a", null));
        assertThat(VavrInterop.toVavrList(list)
                        .map(each -> each == null ? "-" : each)
                        .mkString())
                .isEqualTo("a-c-");
    }

    @Test
    void anAdapterIsUnwrappedAndItsListSharesNodes() {
        PersistentList<Integer> list = PersistentList.copyOf(numbers(100_000));
        IndexedSeq<Integer> seq = VavrInterop.asIndexedSeq(list);
        assertThat(VavrInterop.<Integer>fromVavr(seq)).isSameAs(list);
        PersistentList<Integer> changed = VavrInterop.fromVavr(
                seq.append(7).update(50_000, 8).drop(10).prepend(9).insert(70_000, 1));
        SharingReport report = SharingReport.of(list, changed);
        assertThat(report.heldAloneBy(changed).bytes())
                .isLessThan(report.total().bytes() / 20);
    }

    @Test
    void arraysGoThereAndBack() {
        ArrayOptions options = ArrayOptions.defaults();
        try (CowByteArray bytes = VavrInterop.fromVavrBytes(Vector.of((byte) 1, (byte) -2), options);
                CowIntArray ints = VavrInterop.fromVavrInts(Vector.range(0, 3000), options);
                CowLongArray longs = VavrInterop.fromVavrLongs(Vector.of(1L, Long.MIN_VALUE), options);
                CowDoubleArray doubles = VavrInterop.fromVavrDoubles(Vector.of(0.5, Double.NaN), options);
                CowArray<String> strings = VavrInterop.fromVavrArray(Vector.of("a", null), options)) {
            assertThat(VavrInterop.toVavrVector(bytes)).isEqualTo(Vector.of((byte) 1, (byte) -2));
            assertThat(VavrInterop.toVavrVector(ints)).isEqualTo(Vector.range(0, 3000));
            assertThat(VavrInterop.toVavrVector(longs)).isEqualTo(Vector.of(1L, Long.MIN_VALUE));
            assertThat(VavrInterop.toVavrVector(doubles)).isEqualTo(Vector.of(0.5, Double.NaN));
            assertThat(VavrInterop.toVavrVector(strings)).isEqualTo(Vector.of("a", null));
        }
    }

    /** An iterator is a collection of Vavr's too, and can be walked over once. */
    @Test
    void arraysOfIterators() {
        ArrayOptions options = ArrayOptions.defaults();
        try (CowByteArray bytes = VavrInterop.fromVavrBytes(Iterator.of((byte) 1, (byte) 2), options);
                CowIntArray ints = VavrInterop.fromVavrInts(Iterator.of(1, 2), options);
                CowLongArray longs = VavrInterop.fromVavrLongs(Iterator.of(1L, 2L), options);
                CowDoubleArray doubles = VavrInterop.fromVavrDoubles(Iterator.of(1.0, 2.0), options);
                CowArray<String> strings = VavrInterop.fromVavrArray(Iterator.of("a", "b"), options)) {
            assertThat(VavrInterop.toVavrVector(bytes)).isEqualTo(Vector.of((byte) 1, (byte) 2));
            assertThat(VavrInterop.toVavrVector(ints)).isEqualTo(Vector.of(1, 2));
            assertThat(VavrInterop.toVavrVector(longs)).isEqualTo(Vector.of(1L, 2L));
            assertThat(VavrInterop.toVavrVector(doubles)).isEqualTo(Vector.of(1.0, 2.0));
            assertThat(VavrInterop.toVavrVector(strings)).isEqualTo(Vector.of("a", "b"));
        }
        assertThat(VavrInterop.<Integer>fromVavr(Iterator.of(1, 2))).isEqualTo(List.of(1, 2));
    }

    @Test
    void arraysThatAreTooLongOrClosedOrOfNullAreRefused() {
        ArrayOptions options = ArrayOptions.defaults();
        try (CowByteArray huge = CowByteArray.ofLength(1L << 31)) {
            assertThatThrownBy(() -> VavrInterop.toVavrVector(huge))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("2147483648");
        }
        CowIntArray closed = CowIntArray.ofLength(1);
        closed.close();
        assertThatThrownBy(() -> VavrInterop.toVavrVector(closed)).isInstanceOf(IllegalStateException.class);
        assertThatNullPointerException().isThrownBy(() -> VavrInterop.fromVavrInts(Vector.of(1, null), options));
        assertThatNullPointerException().isThrownBy(() -> VavrInterop.fromVavrBytes(Vector.of((Byte) null), options));
        assertThatNullPointerException().isThrownBy(() -> VavrInterop.fromVavr(null));
        assertThatNullPointerException().isThrownBy(() -> VavrInterop.asIndexedSeq(null));
        assertThatNullPointerException().isThrownBy(() -> VavrInterop.getOption(null, -1));
    }

    // Accessors

    @Test
    void accessorsAnswerOptions() {
        for (List<String> list : List.of(
                PersistentList.of("a", null, "c"),
                CowList.of("a", null, "c"),
                new ConcurrentList<>(Arrays.asList("a", null, "c")))) {
            assertThat(VavrInterop.<String>getOption(list, 0)).isEqualTo(Option.some("a"));
            assertThat(VavrInterop.<String>getOption(list, 1)).isEqualTo(Option.some(null));
            assertThat(VavrInterop.<String>getOption(list, 3)).isEqualTo(Option.none());
            for (int index : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
                assertThat(VavrInterop.<String>getOption(list, index)).isEqualTo(Option.none());
            }
            assertThat(VavrInterop.<String>headOption(list)).isEqualTo(Option.some("a"));
            assertThat(VavrInterop.<String>lastOption(list)).isEqualTo(Option.some("c"));
            assertThat(VavrInterop.<String>findOption(list, each -> each == null))
                    .isEqualTo(Option.some(null));
            assertThat(VavrInterop.<String>findOption(list, "z"::equals)).isEqualTo(Option.none());
            assertThat(VavrInterop.indexOfOption(list, "c")).isEqualTo(Option.some(2));
            assertThat(VavrInterop.indexOfOption(list, "z")).isEqualTo(Option.none());
        }
        assertThat(VavrInterop.headOption(List.of())).isEqualTo(Option.none());
        assertThat(VavrInterop.lastOption(new ConcurrentList<>())).isEqualTo(Option.none());
    }

    @Test
    void listsComeApartInPairs() {
        PersistentList<Integer> list = PersistentList.of(1, 2, 3);
        assertThat(VavrInterop.headAndTail(list)).isEqualTo(Option.some(Tuple.of(1, List.of(2, 3))));
        assertThat(VavrInterop.initAndLast(list)).isEqualTo(Option.some(Tuple.of(List.of(1, 2), 3)));
        assertThat(VavrInterop.split(list, 1)).isEqualTo(Tuple.of(List.of(1), List.of(2, 3)));
        assertThat(VavrInterop.headAndTail(PersistentList.empty())).isEqualTo(Option.none());
        assertThat(VavrInterop.initAndLast(PersistentList.empty())).isEqualTo(Option.none());
        assertThatThrownBy(() -> VavrInterop.split(list, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void collectorsTakeStreamsOfEitherSide() {
        assertThat(Stream.of(1, 2, 3).collect(VavrInterop.toIndexedSeq())).isEqualTo(Vector.of(1, 2, 3));
        assertThat(Vector.of(1, 2, 3).collect(VavrInterop.toIndexedSeq())).isEqualTo(seq(4).drop(1));
        assertThat(numbers(5000).parallelStream().collect(VavrInterop.toIndexedSeq()))
                .isEqualTo(Vector.range(0, 5000));
        assertThat(Iterator.of(1, 2).collect(PersistentList.toPersistentList())).isEqualTo(List.of(1, 2));
    }

    // The adapter

    @Test
    void equalityGoesBothWays() {
        for (Seq<Integer> other : List.<Seq<Integer>>of(
                Vector.range(0, 300), io.vavr.collection.List.range(0, 300), Array.range(0, 300), seq(300))) {
            assertThat(seq(300).equals(other)).isTrue();
            assertThat(other.equals(seq(300))).isTrue();
            assertThat(seq(300).hashCode()).isEqualTo(other.hashCode());
            assertThat(seq(300).update(7, 8).equals(other)).isFalse();
            assertThat(other.equals(seq(299))).isFalse();
        }
        assertThat(seq(3).equals(numbers(3))).isFalse();
        assertThat(seq(3).equals(io.vavr.collection.HashSet.of(0, 1, 2))).isFalse();
    }

    @Test
    void aCallWithoutEffectAnswersTheSameObject() {
        IndexedSeq<Integer> seq = seq(300);
        List<Function<IndexedSeq<Integer>, IndexedSeq<Integer>>> calls = List.of(
                each -> each.appendAll(List.of()),
                each -> each.prependAll(List.of()),
                each -> each.take(300),
                each -> each.drop(0),
                each -> each.filter(number -> true),
                each -> each.distinct(),
                each -> each.remove(-1),
                each -> each.replace(-1, 1),
                each -> each.padTo(300, 0),
                each -> each.rotateLeft(600),
                each -> each.orElse(List.of(1)),
                each -> each.update(7, each.get(7)));
        for (int call = 0; call < calls.size(); call++) {
            assertThat(calls.get(call).apply(seq)).as("call " + call).isSameAs(seq);
        }
    }

    @Test
    void javaListsOfAnAdapter() {
        IndexedSeq<Integer> seq = seq(3);
        List<Integer> view = seq.asJava();
        assertThat(view).isEqualTo(List.of(0, 1, 2));
        assertThatThrownBy(() -> view.add(1)).isInstanceOf(UnsupportedOperationException.class);
        List<Integer> copy = seq.asJavaMutable();
        copy.add(3);
        assertThat(copy).isEqualTo(List.of(0, 1, 2, 3));
        assertThat(seq).hasSize(3);
        assertThat(seq.asJavaMutable(list -> list.remove(0))).isEqualTo(Vector.of(1, 2));
    }

    @Test
    void itSaysWhatItIs() {
        assertThat(seq(3)).hasToString("PersistentList(0, 1, 2)");
        assertThat(seq(3).stringPrefix()).isEqualTo("PersistentList");
        assertThat(seq(3).grouped(2).mkString(" ")).isEqualTo("PersistentList(0, 1) PersistentList(2)");
        assertThatThrownBy(() -> seq(0).head()).hasMessage("head of empty PersistentList");
        assertThatThrownBy(() -> seq(0).tail()).hasMessage("tail of empty PersistentList");
        assertThatThrownBy(() -> seq(3).sliding(0)).hasMessageContaining("size 0 and step 1");
        assertThatThrownBy(() -> seq(3).get(3)).hasMessage("index 3 out of bounds for length 3");
    }

    @Test
    void itIsSerializable() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(seq(1000));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(Vector.range(0, 1000)).isInstanceOf(ListAsIndexedSeq.class);
        }
    }

    @Test
    void aFunctionThatThrowsLeavesNothingBehind() {
        IndexedSeq<Integer> seq = seq(1000);
        IllegalStateException thrown = new IllegalStateException("stop");
        for (Function<Function<Integer, Integer>, Object> call : List.<Function<Function<Integer, Integer>, Object>>of(
                seq::map,
                mapper -> seq.filter(each -> mapper.apply(each) > 0),
                seq::groupBy,
                seq::sortBy,
                mapper -> seq.partition(each -> mapper.apply(each) > 0))) {
            assertThatThrownBy(() -> call.apply(each -> {
                        if (each == 500) {
                            throw thrown;
                        }
                        return each;
                    }))
                    .isSameAs(thrown);
            assertThat(seq).isEqualTo(Vector.range(0, 1000));
        }
    }
}
