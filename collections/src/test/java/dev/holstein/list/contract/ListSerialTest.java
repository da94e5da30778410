package dev.holstein.list.contract;

import static dev.holstein.list.contract.ListStreams.block;
import static dev.holstein.list.contract.ListStreams.copy;
import static dev.holstein.list.contract.ListStreams.exchanged;
import static dev.holstein.list.contract.ListStreams.read;
import static dev.holstein.list.contract.ListStreams.tampered;
import static dev.holstein.list.contract.ListStreams.text;
import static dev.holstein.list.contract.ListStreams.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written to a stream and read back, and what is refused: a stream never becomes a damaged list. */
class ListSerialTest {
    /** Elements that no other part of a stream equals. */
    private static final Integer FIRST = 0x71000001;

    private static final Integer SECOND = 0x71000002;
    private static final Integer THIRD = 0x71000003;

    static Stream<List<Integer>> faces() {
        List<Integer> elements = List.of(FIRST, SECOND, THIRD);
        return Stream.of(new CowList<>(elements), PersistentList.copyOf(elements), new ConcurrentList<>(elements));
    }

    private static void assertRefused(byte[] bytes) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(InvalidObjectException.class);
    }

    // ---- round trips
    // ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("faces")
    void whatComesBackIsAListOfItsOwn(List<Integer> face) throws Exception {
        List<Integer> back = copy(face);
        assertThat(back).isEqualTo(face).hasSameClassAs(face);
        if (!(face instanceof PersistentList)) {
            back.add(4);
            back.set(0, 0);
            ListProbe.check(back);
            assertThat(back).containsExactly(0, SECOND, THIRD, 4);
            assertThat(face).containsExactly(FIRST, SECOND, THIRD);
        }
    }

    @Test
    void listsWithinListsAndReferencesTwice() throws Exception {
        PersistentList<Object> inner = PersistentList.of("a", null);
        CowList<Object> outer = CowList.of(inner, new ConcurrentList<>(List.of(inner)), inner, new Object[0]);
        CowList<Object> back = copy(outer);
        assertThat(back.get(0)).isEqualTo(inner).isSameAs(back.get(2));
        assertThat(back.get(1)).isEqualTo(outer.get(1)).isInstanceOf(ConcurrentList.class);
    }

    /** No recursion over nodes: nothing overflows. The form is that of any list, not of its tree. */
    @Test
    void aListOfManyNodesIsWrittenAsItsElements() throws Exception {
        PersistentList<Integer> grown = PersistentList.empty();
        for (int i = 0; i < 1_000; i++) {
            grown = grown.plus(grown.size() / 2, i);
        }
        PersistentList<Integer> atOnce = PersistentList.copyOf(new ArrayList<>(grown));
        assertThat(written(grown)).isEqualTo(written(atOnce));
        assertThat(copy(grown)).isEqualTo(atOnce);
        CowList<Integer> many = new CowList<>(ListCase.elements(ListCase.MANY));
        assertThat(ListProbe.height(copy(many))).isPositive();
    }

    @Test
    void elementsThatCannotBeWrittenAreNamed() {
        assertThatThrownBy(() -> written(CowList.of(1, new Object()))).isInstanceOf(NotSerializableException.class);
        assertThatThrownBy(() -> written(new CowList<>(List.of(1, 2)).subList(0, 1)))
                .isInstanceOf(NotSerializableException.class);
    }

    /** An element that writes to the list while it is written to a stream. */
    private static final class Writer implements Serializable {
        private static final long serialVersionUID = 1;
        private static final CowList<Object> LIST = new CowList<>();

        private void writeObject(java.io.ObjectOutputStream out) throws IOException {
            out.defaultWriteObject();
            LIST.clear();
            LIST.add("written meanwhile");
        }
    }

    @Test
    void writesWhileBeingWrittenAreNotSeen() throws Exception {
        Writer.LIST.addAll(List.of(new Writer(), "second", "third"));
        CowList<Object> back = copy(Writer.LIST);
        assertThat(back).hasSize(3).endsWith("second", "third");
        assertThat(Writer.LIST).containsExactly("written meanwhile");
    }

    // ---- tampered streams
    // -----------------------------------------------------------------------------------------------

    /** The means of these tests do not refuse by themselves. */
    @ParameterizedTest
    @MethodSource("faces")
    void untouchedIsAccepted(List<Integer> face) throws Exception {
        assertThat(read(tampered(face, part -> part))).isEqualTo(face);
        assertThat(read(exchanged(written(face), block(3), block(3)))).isEqualTo(face);
        assertThat(read(tampered(face, part -> SECOND.equals(part) ? null : part)))
                .isEqualTo(Arrays.asList(FIRST, null, THIRD));
    }

    @ParameterizedTest
    @MethodSource("faces")
    void negativeSizes(List<Integer> face) throws Exception {
        byte[] bytes = written(face);
        assertRefused(exchanged(bytes, block(3), block(-1)));
        assertRefused(exchanged(bytes, block(3), block(Integer.MIN_VALUE)));
    }

    /** What is not there is not allocated: a size of 2 billion would not fit. */
    @ParameterizedTest
    @MethodSource("faces")
    void sizesOfMoreThanIsThere(List<Integer> face) throws Exception {
        byte[] bytes = written(face);
        for (int size : new int[] {4, 1 << 20, Integer.MAX_VALUE}) {
            assertRefused(exchanged(bytes, block(3), block(size)));
        }
    }

    /**
     * A part of an element with a size twice: the stream that reads it throws {@code IllegalStateException: unread block data} into
     * the list that holds it.
     */
    @ParameterizedTest
    @MethodSource("faces")
    void whateverTheStreamItselfThrows(List<Integer> face) throws Exception {
        byte[] twice = Arrays.copyOf(block(3), 12);
        System.arraycopy(block(3), 0, twice, 6, 6);
        for (List<Object> outer : List.of(new CowList<Object>(), new ConcurrentList<Object>())) {
            outer.add(new SimpleEntry<>("list", face));
            assertRefused(exchanged(written(outer), block(3), twice));
        }
    }

    @ParameterizedTest
    @MethodSource("faces")
    void noFaceOrAnUnknownOne(List<Integer> face) throws Exception {
        assertRefused(tampered(face, part -> part instanceof Enum ? null : part));
        assertThatThrownBy(() -> read(tampered(face, part -> part instanceof Enum ? Thread.State.NEW : part)))
                .isInstanceOf(ObjectStreamException.class);
    }

    @Test
    void anotherFaceThanWasWritten() throws Exception {
        byte[] bytes = written(CowList.of(FIRST, SECOND, THIRD));
        assertThat(read(exchanged(bytes, text("COW"), text("PERSISTENT"))))
                .isInstanceOf(PersistentList.class)
                .isEqualTo(List.of(FIRST, SECOND, THIRD));
        assertRefused(exchanged(bytes, text("COW"), text("CAT")));
    }

    @Test
    void listsThatContainThemselves() throws Exception {
        CowList<Object> list = new CowList<>();
        list.add(list);
        assertRefused(written(list));
        ConcurrentList<Object> concurrent = new ConcurrentList<>();
        concurrent.add(1);
        concurrent.add(concurrent);
        assertRefused(written(concurrent));
    }

    /** A class of the same name, as its stream would look without the form of its own. */
    private static final class Lookalike implements Serializable {
        private static final long serialVersionUID = 1;
    }

    @Test
    void facesWithoutTheirForm() throws Exception {
        byte[] bytes = written(new Lookalike());
        for (Class<?> face : List.of(PersistentList.class, CowList.class, ConcurrentList.class)) {
            byte[] direct = exchanged(bytes, text(Lookalike.class.getName()), text(face.getName()));
            assertThatThrownBy(() -> read(direct))
                    .isInstanceOfAny(InvalidObjectException.class, InvalidClassException.class)
                    .hasMessageNotContaining("serialVersionUID");
        }
    }

    @ParameterizedTest
    @MethodSource("faces")
    void truncatedAnywhere(List<Integer> face) throws Exception {
        byte[] bytes = written(face);
        for (int length = 0; length < bytes.length; length++) {
            byte[] truncated = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(truncated)).isInstanceOf(IOException.class);
        }
    }

    /** Whatever byte is changed: either the stream is refused, or what it gives keeps every invariant. */
    @ParameterizedTest
    @MethodSource("faces")
    void anyByteChanged(List<Integer> face) throws Exception {
        byte[] bytes = written(face);
        int refused = 0;
        for (int at = 0; at < bytes.length; at++) {
            for (int change : new int[] {1, 2, 0x10, 0x80, 0xff}) {
                byte[] damaged = bytes.clone();
                damaged[at] ^= (byte) change;
                try {
                    if (read(damaged) instanceof List<?> back) {
                        ListProbe.check(back);
                    }
                } catch (IOException | ClassNotFoundException | RuntimeException expected) {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(bytes.length);
    }
}
