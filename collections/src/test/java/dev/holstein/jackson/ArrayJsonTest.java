package dev.holstein.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.CowDoubleArray;
import dev.holstein.array.CowIntArray;
import dev.holstein.array.CowLongArray;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Arrays as JSON: as those of the language. */
class ArrayJsonTest {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().addModule(new HolsteinJacksonModule()).build();

    /** One of each. */
    record Arrays(
            CowArray<Item> items, CowByteArray bytes, CowIntArray ints, CowLongArray longs, CowDoubleArray doubles) {}

    /** Their plain twins. */
    record Plain(Item[] items, byte[] bytes, int[] ints, long[] longs, double[] doubles) {}

    private static Plain plain() {
        return new Plain(
                new Item[] {new Item.Book("a"), null, new Item.Pen(1)},
                new byte[] {-1, 0, 1},
                new int[] {Integer.MIN_VALUE, 5},
                new long[] {Long.MAX_VALUE},
                new double[] {0.5, Double.NaN});
    }

    private static Arrays arrays(Plain plain) {
        return new Arrays(
                CowArray.copyOf(plain.items),
                CowByteArray.copyOf(plain.bytes),
                CowIntArray.copyOf(plain.ints),
                CowLongArray.copyOf(plain.longs),
                CowDoubleArray.copyOf(plain.doubles));
    }

    @Test
    void arraysAreWrittenAndReadAsTheirPlainTwins() throws Exception {
        Plain plain = plain();
        String json = MAPPER.writeValueAsString(plain);
        assertThat(MAPPER.writeValueAsString(arrays(plain))).isEqualTo(json);
        assertThat(MAPPER.readValue(json, Arrays.class)).isEqualTo(arrays(plain));
        assertThat(json).contains("\"bytes\":\"/wAB\"");
    }

    @Test
    void emptyNullAndAbsent() throws Exception {
        Arrays empty = arrays(new Plain(new Item[0], new byte[0], new int[0], new long[0], new double[0]));
        String json = MAPPER.writeValueAsString(empty);
        assertThat(json).isEqualTo("{\"items\":[],\"bytes\":\"\",\"ints\":[],\"longs\":[],\"doubles\":[]}");
        assertThat(MAPPER.readValue(json, Arrays.class)).isEqualTo(empty);
        Arrays none = new Arrays(null, null, null, null, null);
        assertThat(MAPPER.readValue("{}", Arrays.class)).isEqualTo(none);
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(none), Arrays.class))
                .isEqualTo(none);
    }

    /** What a property may say of an array. */
    static class Settings {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        public CowIntArray neverNull;

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        public CowArray<Item> neverNullEither;

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        public CowByteArray mayBeEmpty = CowByteArray.ofLength(0);

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        public CowArray<Integer> mayBeEmptyToo = CowArray.ofLength(0);

        @JsonSerialize(contentUsing = ToStringSerializer.class)
        public CowArray<Integer> quoted = CowArray.copyOf(new Integer[] {1, null});
    }

    @Test
    void annotationsOfProperties() throws Exception {
        Settings read = MAPPER.readValue("{\"neverNull\":null,\"neverNullEither\":null}", Settings.class);
        assertThat(read.neverNull.length()).isZero();
        assertThat(read.neverNullEither.length()).isZero();
        assertThat(MAPPER.writeValueAsString(new Settings()))
                .isEqualTo("{\"neverNull\":null,\"neverNullEither\":null,\"quoted\":[\"1\",null]}");
    }

    @Test
    void nestedAndGeneric() throws Exception {
        String json = "{\"a\":[[[1],[]],[]]}";
        Map<String, CowArray<CowArray<CowIntArray>>> read = MAPPER.readValue(json, new TypeReference<>() {});
        assertThat(read.get("a").get(0).get(0).get(0)).isEqualTo(1);
        assertThat(MAPPER.writeValueAsString(read)).isEqualTo(json);
    }

    @Test
    void treesAndConversions() throws Exception {
        JsonNode tree = MAPPER.valueToTree(arrays(plain()));
        assertThat(tree.get("bytes").binaryValue()).containsExactly(-1, 0, 1);
        assertThat(MAPPER.treeToValue(tree, Arrays.class)).isEqualTo(arrays(plain()));
        assertThat(MAPPER.convertValue(List.of(1, 2), CowLongArray.class))
                .isEqualTo(CowLongArray.copyOf(new long[] {1, 2}));
    }

    @Test
    void whatIsNoArrayIsRefused() {
        for (Class<?> type : List.of(
                CowArray.class, CowByteArray.class, CowIntArray.class, CowLongArray.class, CowDoubleArray.class)) {
            for (String json : List.of("5", "{}", "[{}, \"\\u0000\", ")) {
                assertThatThrownBy(() -> MAPPER.readValue(json, type)).isInstanceOf(JsonProcessingException.class);
            }
        }
        assertThatThrownBy(() -> MAPPER.readValue("[1, null, \"x\"]", CowIntArray.class))
                .isInstanceOf(DatabindException.class);
    }

    /** An array has its length, so an update answers another; what was there stays. */
    @Test
    void anUpdateAnswersANewArray() throws Exception {
        CowIntArray ints = CowIntArray.copyOf(new int[] {1});
        CowIntArray read = MAPPER.readerForUpdating(ints).readValue("[2,3]");
        assertThat(read).isEqualTo(CowIntArray.copyOf(new int[] {2, 3}));
        assertThat(ints.get(0)).isEqualTo(1);
        CowArray<Integer> objects = CowArray.copyOf(new Integer[] {1});
        CowArray<Integer> others = MAPPER.readerForUpdating(objects).readValue("[2,3]");
        assertThat(others.toArray()).containsExactly(2, 3);
        assertThat(objects.isClosed()).isFalse();
    }

    @Test
    void defaultTypingKeepsTheClass() throws Exception {
        ObjectMapper typed = JsonMapper.builder()
                .addModule(new HolsteinJacksonModule())
                .activateDefaultTyping(
                        BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("dev.holstein.")
                                .allowIfSubType(Object[].class)
                                .build(),
                        ObjectMapper.DefaultTyping.NON_FINAL)
                .build();
        Object[] all = {
            arrays(plain()).items(),
            arrays(plain()).bytes(),
            arrays(plain()).ints(),
            arrays(plain()).longs(),
            arrays(plain()).doubles()
        };
        Object[] again = typed.readValue(typed.writeValueAsString(all), Object[].class);
        assertThat(again).containsExactly(all);
    }

    @Test
    void large() throws Exception {
        CowIntArray ints = CowIntArray.copyOf(IntStream.range(0, 100_000).toArray());
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(ints), CowIntArray.class))
                .isEqualTo(ints);
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        CowByteArray copy = CowByteArray.copyOf(bytes);
        assertThat(MAPPER.readValue(MAPPER.writeValueAsBytes(copy), CowByteArray.class))
                .isEqualTo(copy);
    }

    @Test
    void aClosedArrayIsNotWritten() {
        CowIntArray closed = CowIntArray.ofLength(1);
        closed.close();
        assertThatThrownBy(() -> MAPPER.writeValueAsString(closed)).hasMessageContaining("closed");
    }
}
