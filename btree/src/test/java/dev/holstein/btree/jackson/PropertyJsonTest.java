package dev.holstein.btree.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonMerge;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.list.PersistentList;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Maps and sets as properties: what beans, records and annotations ask for. */
class PropertyJsonTest {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().addModule(new BTreeJacksonModule()).build();

    /** Values of several classes. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Circle.class, name = "circle"),
        @JsonSubTypes.Type(value = Box.class, name = "box")
    })
    interface Shape {}

    record Circle(int radius) implements Shape {}

    record Box(int side) implements Shape {}

    record Drawing(
            PersistentBTreeMap<Day, PersistentList<Shape>> byDay,
            PersistentBTreeSet<String> names,
            Map<String, PersistentBTreeMap<Integer, Set<Day>>> nested,
            ConcurrentBTreeMap<String, Shape> current) {}

    @Test
    void aRecordWithNestedTypesAndPolymorphicValues() throws Exception {
        Drawing drawing = new Drawing(
                PersistentBTreeMap.of(
                        Day.of("2026-01-02"),
                        PersistentList.of(new Box(1), null),
                        Day.of("2026-01-01"),
                        PersistentList.of(new Circle(2))),
                PersistentBTreeSet.of("b", "a"),
                Map.of("x", PersistentBTreeMap.of(3, Set.of(Day.of("2026-05-01")))),
                new ConcurrentBTreeMap<>(Map.of("now", new Box(4))));
        String json = MAPPER.writeValueAsString(drawing);
        assertThat(json)
                .isEqualTo("{\"byDay\":{\"2026-01-01\":[{\"kind\":\"circle\",\"radius\":2}],"
                        + "\"2026-01-02\":[{\"kind\":\"box\",\"side\":1},null]},\"names\":[\"a\",\"b\"],"
                        + "\"nested\":{\"x\":{\"3\":[\"2026-05-01\"]}},"
                        + "\"current\":{\"now\":{\"kind\":\"box\",\"side\":4}}}");
        assertThat(MAPPER.readValue(json, Drawing.class)).isEqualTo(drawing);
        assertThat(MAPPER.readValue("{}", Drawing.class)).isEqualTo(new Drawing(null, null, null, null));
    }

    /** Properties by their interfaces, and which class is behind them. */
    static class ByInterface {
        @JsonDeserialize(as = CowBTreeMap.class)
        public SortedMap<String, Integer> sorted;

        @JsonDeserialize(as = PersistentBTreeMap.class)
        public NavigableMap<String, Integer> navigable;

        @JsonDeserialize(as = ConcurrentBTreeMap.class)
        public Map<String, Integer> map;

        @JsonDeserialize(as = PersistentBTreeSet.class)
        public NavigableSet<Integer> set;
    }

    @Test
    void propertiesByTheirInterfaces() throws Exception {
        String json = "{\"sorted\":{\"a\":1},\"navigable\":{\"b\":2},\"map\":{\"c\":3},\"set\":[4,5]}";
        ByInterface read = MAPPER.readValue(json, ByInterface.class);
        assertThat(read.sorted).isInstanceOf(CowBTreeMap.class);
        assertThat(read.navigable).isInstanceOf(PersistentBTreeMap.class);
        assertThat(read.map).isInstanceOf(ConcurrentBTreeMap.class);
        assertThat(read.set).isInstanceOf(PersistentBTreeSet.class);
        assertThat(MAPPER.writeValueAsString(read)).isEqualTo(json);
    }

    /** What a property may say. */
    static class Settings {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        public PersistentBTreeMap<String, Integer> neverNull;

        public PersistentBTreeMap<String, Integer> asItComes = PersistentBTreeMap.of("a", 1);

        @JsonSetter(contentNulls = Nulls.SKIP)
        public PersistentBTreeMap<String, Integer> withoutNulls;

        @JsonSetter(contentNulls = Nulls.SKIP)
        public ConcurrentBTreeMap<String, Integer> concurrent;

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        public PersistentBTreeSet<String> mayBeEmpty = PersistentBTreeSet.empty();

        @JsonDeserialize(keyUsing = UpperCase.class, contentUsing = Twice.class)
        public PersistentBTreeMap<String, Integer> changed;
    }

    /** Reads a key in capitals. */
    static class UpperCase extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return key.toUpperCase(Locale.ROOT);
        }
    }

    /** Reads a number as its double. */
    static class Twice extends StdScalarDeserializer<Integer> {
        private static final long serialVersionUID = 1L;

        Twice() {
            super(Integer.class);
        }

        @Override
        public Integer deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return 2 * parser.getIntValue();
        }
    }

    @Test
    void nullsOfTheWholeAndOfValues() throws Exception {
        Settings nulls = MAPPER.readValue(
                "{\"neverNull\":null,\"asItComes\":null,\"withoutNulls\":{\"a\":null,\"b\":1},"
                        + "\"concurrent\":{\"a\":null,\"b\":1}}",
                Settings.class);
        assertThat(nulls.neverNull).isEqualTo(PersistentBTreeMap.empty());
        assertThat(nulls.asItComes).isNull();
        assertThat(nulls.withoutNulls).isEqualTo(Map.of("b", 1));
        assertThat(nulls.concurrent).isEqualTo(Map.of("b", 1));
        Settings absent = MAPPER.readValue("{}", Settings.class);
        assertThat(absent.asItComes).isEqualTo(Map.of("a", 1));
        assertThat(absent.neverNull).isNull();
        assertThat(MAPPER.writeValueAsString(absent)).doesNotContain("mayBeEmpty");
    }

    /** Even if the same type was read without the annotations before, and is read without them after. */
    @Test
    void annotationsReachKeysAndValues() throws Exception {
        TypeReference<PersistentBTreeMap<String, Integer>> type = new TypeReference<>() {};
        for (int i = 0; i < 3; i++) {
            assertThat(MAPPER.readValue("{\"a\":1}", type)).isEqualTo(Map.of("a", 1));
            assertThat(MAPPER.readValue("{\"changed\":{\"a\":1}}", Settings.class).changed)
                    .isEqualTo(Map.of("A", 2));
        }
    }

    /** Values that are there when the JSON comes. */
    static class Merged {
        @JsonMerge
        public PersistentBTreeMap<String, PersistentList<Integer>> frozen =
                PersistentBTreeMap.of("a", PersistentList.of(1), "b", PersistentList.of(2));

        @JsonMerge
        public final CowBTreeMap<String, Integer> cow = new CowBTreeMap<>(Map.of("a", 1));

        @JsonMerge
        public final ConcurrentBTreeMap<String, Integer> concurrent = new ConcurrentBTreeMap<>(Map.of("a", 1));

        @JsonMerge
        public PersistentBTreeSet<String> set = PersistentBTreeSet.of("a");

        public PersistentBTreeSet<String> replaced = PersistentBTreeSet.of("a");
    }

    @Test
    void mergingGoesIntoWhatIsThereAndReplacesWhatIsFrozen() throws Exception {
        Merged merged = new Merged();
        PersistentBTreeMap<String, PersistentList<Integer>> before = merged.frozen;
        MAPPER.readerForUpdating(merged)
                .readValue("{\"frozen\":{\"b\":[3],\"c\":[4]},\"cow\":{\"b\":2},\"concurrent\":{\"b\":2},"
                        + "\"set\":[\"b\"],\"replaced\":[\"b\"]}");
        assertThat(merged.frozen).asString().isEqualTo("{a=[1], b=[3], c=[4]}");
        assertThat(before).asString().isEqualTo("{a=[1], b=[2]}");
        assertThat(merged.cow).asString().isEqualTo("{a=1, b=2}");
        assertThat(merged.concurrent).asString().isEqualTo("{a=1, b=2}");
        assertThat(merged.set).containsExactly("a", "b");
        assertThat(merged.replaced).containsExactly("b");
    }

    @Test
    void badJsonLeavesWhatIsFrozenAndHalfFillsTheOthers() {
        PersistentBTreeMap<String, Integer> frozen = PersistentBTreeMap.of("a", 1);
        CowBTreeMap<String, Integer> cow = frozen.mutableCopy();
        ConcurrentBTreeMap<String, Integer> concurrent = new ConcurrentBTreeMap<>(frozen);
        for (Map<String, Integer> map : List.of(frozen, cow, concurrent)) {
            assertThatThrownBy(() -> MAPPER.readerForUpdating(map).readValue("{\"b\":2,\"c\":oops}"))
                    .isInstanceOf(com.fasterxml.jackson.core.JsonProcessingException.class);
        }
        assertThat(frozen).asString().isEqualTo("{a=1}");
        assertThat(cow).asString().isEqualTo("{a=1, b=2}");
        assertThat(concurrent).asString().isEqualTo("{a=1, b=2}");
        CowBTreeSet<String> set = new CowBTreeSet<>(List.of("a"));
        assertThatThrownBy(() -> MAPPER.readerForUpdating(set.snapshot()).readValue("[\"b\", oops]"))
                .isInstanceOf(com.fasterxml.jackson.core.JsonProcessingException.class);
        assertThat(set).containsExactly("a");
    }

    /** Whatever it is. */
    static class Anything {
        public Object any;

        @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
        public PersistentBTreeMap<String, Object> values;
    }

    @Test
    void defaultTypingKeepsTheClasses() throws Exception {
        for (JsonTypeInfo.As as :
                List.of(JsonTypeInfo.As.PROPERTY, JsonTypeInfo.As.WRAPPER_ARRAY, JsonTypeInfo.As.WRAPPER_OBJECT)) {
            ObjectMapper typed = JsonMapper.builder()
                    .addModule(new BTreeJacksonModule())
                    .activateDefaultTyping(
                            BasicPolymorphicTypeValidator.builder()
                                    .allowIfSubType("dev.holstein.")
                                    .build(),
                            ObjectMapper.DefaultTyping.NON_FINAL,
                            as)
                    .build();
            Anything anything = new Anything();
            anything.any = PersistentList.of(
                    PersistentBTreeMap.of("a", new CowBTreeMap<>(Map.of("b", new Box(1)))),
                    PersistentBTreeSet.of("c"),
                    new ConcurrentBTreeMap<>(Map.of("d", 1)));
            anything.values = PersistentBTreeMap.of("x", new Circle(1));
            Anything again = typed.readValue(typed.writeValueAsString(anything), Anything.class);
            assertThat(again.any).isEqualTo(anything.any);
            assertThat(((List<?>) again.any).get(0)).isInstanceOf(PersistentBTreeMap.class);
            assertThat(((List<?>) again.any).get(1)).isInstanceOf(PersistentBTreeSet.class);
            assertThat(((List<?>) again.any).get(2)).isInstanceOf(ConcurrentBTreeMap.class);
            assertThat(again.values).isEqualTo(anything.values);
        }
    }
}
