package dev.holstein.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonBackReference;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonManagedReference;
import com.fasterxml.jackson.annotation.JsonMerge;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.PersistentList;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as JSON: the mutable ones without a module, the persistent one with it. */
class ListJsonTest {
    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().addModule(new HolsteinJacksonModule()).build();

    /** All lists as properties. */
    record Lists(CowList<Item> cow, ConcurrentList<Item> concurrent, PersistentList<Item> frozen) {}

    /** The two that need no module, by their interface too. */
    static class Mutable {
        public CowList<Integer> cow;
        public ConcurrentList<String> concurrent;

        @JsonDeserialize(as = CowList.class)
        public List<Long> named;
    }

    @Test
    void mutableListsNeedNoModule() throws Exception {
        String json = "[1,null,3]";
        CowList<Integer> cow = PLAIN.readValue(json, new TypeReference<>() {});
        ConcurrentList<Integer> concurrent = PLAIN.readValue(json, new TypeReference<>() {});
        assertThat(cow).isExactlyInstanceOf(CowList.class).containsExactly(1, null, 3);
        assertThat(concurrent).isExactlyInstanceOf(ConcurrentList.class).containsExactly(1, null, 3);
        assertThat(PLAIN.writeValueAsString(cow)).isEqualTo(json);
        assertThat(PLAIN.writeValueAsString(concurrent)).isEqualTo(json);
        assertThat(PLAIN.writeValueAsString(cow.snapshot())).isEqualTo(json);
        assertThat(PLAIN.writeValueAsString(cow.subList(1, 3))).isEqualTo("[null,3]");
        assertThat(PLAIN.writeValueAsString(concurrent.reversed())).isEqualTo("[3,null,1]");
    }

    @Test
    void mutableListsAsProperties() throws Exception {
        String json = "{\"cow\":[1,2],\"concurrent\":[\"a\"],\"named\":[4]}";
        Mutable read = PLAIN.readValue(json, Mutable.class);
        assertThat(read.cow).containsExactly(1, 2);
        assertThat(read.named).isExactlyInstanceOf(CowList.class).containsExactly(4L);
        assertThat(PLAIN.writeValueAsString(read)).isEqualTo(json);
    }

    @Test
    void anInterfaceIsMappedToAList() throws Exception {
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new HolsteinJacksonModule())
                .addModule(new SimpleModule().addAbstractTypeMapping(List.class, PersistentList.class))
                .build();
        List<Integer> list = mapper.readValue("[1,2]", new TypeReference<List<Integer>>() {});
        assertThat(list).isInstanceOf(PersistentList.class).containsExactly(1, 2);
    }

    /** A number must not be taken for a capacity. */
    @ParameterizedTest
    @ValueSource(strings = {"1000000000", "\"text\"", "{}", "true"})
    void whatIsNoArrayIsRefused(String json) {
        for (Class<?> type : List.of(CowList.class, ConcurrentList.class, PersistentList.class)) {
            assertThatThrownBy(() -> MAPPER.readValue(json, type)).isInstanceOf(MismatchedInputException.class);
        }
    }

    @Test
    void updatesAddToTheMutableAndAnswerANewPersistent() throws Exception {
        CowList<Integer> cow = CowList.of(1);
        assertThat((Object) PLAIN.readerForUpdating(cow).readValue("[2,3]")).isSameAs(cow);
        assertThat(cow).containsExactly(1, 2, 3);
        PersistentList<Integer> frozen = PersistentList.of(1);
        PersistentList<Integer> longer = MAPPER.readerForUpdating(frozen).readValue("[2,3]");
        assertThat(longer).containsExactly(1, 2, 3);
        assertThat(frozen).containsExactly(1);
    }

    @Test
    void badJsonLeavesThePersistentListAndHalfFillsTheOthers() {
        PersistentList<Integer> frozen = PersistentList.of(1);
        CowList<Integer> cow = CowList.of(1);
        ConcurrentList<Integer> concurrent = new ConcurrentList<>(List.of(1));
        for (List<Integer> list : List.of(frozen, cow, concurrent)) {
            assertThatThrownBy(() -> MAPPER.readerForUpdating(list).readValue("[2, oops]"))
                    .isInstanceOf(JsonProcessingException.class);
        }
        assertThat(frozen).containsExactly(1);
        assertThat(cow).containsExactly(1, 2);
        assertThat(concurrent).containsExactly(1, 2);
    }

    @Test
    void emptyAndLarge() throws Exception {
        assertThat(MAPPER.readValue("[]", PersistentList.class)).isSameAs(PersistentList.empty());
        PersistentList<Integer> large =
                PersistentList.copyOf(IntStream.range(0, 100_000).boxed().toList());
        String json = MAPPER.writeValueAsString(large);
        PersistentList<Integer> again = MAPPER.readValue(json, new TypeReference<>() {});
        assertThat(again).isEqualTo(large);
        assertThat(MAPPER.writeValueAsString(large.subList(500, 503))).isEqualTo("[500,501,502]");
    }

    @Test
    void polymorphicElementsInARecord() throws Exception {
        PersistentList<Item> items = PersistentList.of(new Item.Book("Emma"), null, new Item.Pen(2));
        Lists lists = new Lists(new CowList<>(items), new ConcurrentList<>(items), items);
        String json = MAPPER.writeValueAsString(lists);
        assertThat(json)
                .contains("\"frozen\":[{\"kind\":\"book\",\"title\":\"Emma\"},null,{\"kind\":\"pen\",\"width\":2}]");
        assertThat(MAPPER.readValue(json, Lists.class)).isEqualTo(lists);
        assertThat(MAPPER.readValue("{}", Lists.class)).isEqualTo(new Lists(null, null, null));
    }

    /** Types within types, and a type within itself. */
    static class Tree {
        public String name;
        public PersistentList<Tree> children = PersistentList.empty();
        public Map<String, PersistentList<PersistentList<Item>>> shelves;
    }

    @Test
    void nestedGenericsAndATypeWithinItself() throws Exception {
        String json = "{\"name\":\"a\",\"children\":[{\"name\":\"b\",\"children\":[],\"shelves\":null}],"
                + "\"shelves\":{\"top\":[[{\"kind\":\"pen\",\"width\":1}],[]]}}";
        Tree tree = MAPPER.readValue(json, Tree.class);
        assertThat(tree.children.get(0).name).isEqualTo("b");
        PersistentList<PersistentList<Item>> top = tree.shelves.get("top");
        assertThat(top.get(0).get(0)).isEqualTo(new Item.Pen(1));
        assertThat(MAPPER.writeValueAsString(tree)).isEqualTo(json);
    }

    /** What a property may say of nulls, of merging, and of what is in it. */
    static class Settings {
        public PersistentList<Integer> asItComes = PersistentList.of(7);

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        public PersistentList<Integer> neverNull = PersistentList.of(7);

        @JsonSetter(contentNulls = Nulls.SKIP)
        public PersistentList<Integer> withoutNulls;

        @JsonMerge
        public PersistentList<Integer> merged = PersistentList.of(7);

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        public PersistentList<Integer> single;

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        public PersistentList<Integer> mayBeEmpty = PersistentList.empty();

        @JsonDeserialize(contentUsing = Twice.class)
        public PersistentList<Integer> doubled;
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
    void nullsOfTheWholeAndOfElements() throws Exception {
        Settings nulls =
                MAPPER.readValue("{\"asItComes\":null,\"neverNull\":null,\"withoutNulls\":[1,null,2]}", Settings.class);
        assertThat(nulls.asItComes).isNull();
        assertThat(nulls.neverNull).isSameAs(PersistentList.empty());
        assertThat(nulls.withoutNulls).containsExactly(1, 2);
        Settings absent = MAPPER.readValue("{}", Settings.class);
        assertThat(absent.asItComes).containsExactly(7);
        assertThat(absent.neverNull).containsExactly(7);
        assertThat(MAPPER.writeValueAsString(absent)).doesNotContain("mayBeEmpty");
        assertThat(MAPPER.readValue("[null]", PersistentList.class)).isEqualTo(Collections.singletonList(null));
    }

    /** Even if the same type was read without the annotations before, and is read without them after. */
    @Test
    void annotationsOfPropertiesReachTheElements() throws Exception {
        TypeReference<PersistentList<Integer>> integers = new TypeReference<>() {};
        for (int i = 0; i < 3; i++) {
            assertThat(MAPPER.readValue("[1]", integers)).containsExactly(1);
            Settings settings = MAPPER.readValue("{\"doubled\":[1,2],\"single\":3,\"merged\":[8]}", Settings.class);
            assertThat(settings.doubled).containsExactly(2, 4);
            assertThat(settings.single).containsExactly(3);
            assertThat(settings.merged).containsExactly(7, 8);
        }
    }

    /** A list of objects whose classes are written, because a property says so. */
    static class Anything {
        @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
        public PersistentList<Object> things;

        public Object any;
    }

    @Test
    void classesOfElementsByAProperty() throws Exception {
        Anything anything = new Anything();
        anything.things = PersistentList.of(new Item.Pen(3), List.of("x"));
        String json = MAPPER.writeValueAsString(anything);
        assertThat(MAPPER.readValue("[3]", new TypeReference<PersistentList<Object>>() {}))
                .containsExactly(3);
        assertThatThrownBy(() -> MAPPER.readValue(json.replace("Pen", "Gun"), Anything.class))
                .isInstanceOf(DatabindException.class);
        Anything again = MAPPER.readValue(json, Anything.class);
        assertThat(again.things).isEqualTo(anything.things);
    }

    @Test
    void defaultTypingKeepsTheClassOfTheList() throws Exception {
        var validator = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("dev.holstein.")
                .allowIfSubType("java.")
                .build();
        for (ObjectMapper.DefaultTyping typing :
                List.of(ObjectMapper.DefaultTyping.NON_FINAL, ObjectMapper.DefaultTyping.NON_FINAL_AND_ENUMS)) {
            for (JsonTypeInfo.As as :
                    List.of(JsonTypeInfo.As.PROPERTY, JsonTypeInfo.As.WRAPPER_ARRAY, JsonTypeInfo.As.WRAPPER_OBJECT)) {
                ObjectMapper typed = JsonMapper.builder()
                        .addModule(new HolsteinJacksonModule())
                        .activateDefaultTyping(validator, typing, as)
                        .build();
                Anything anything = new Anything();
                anything.any = PersistentList.of(1, CowList.of("a"), new ConcurrentList<>(List.of(2L)), null);
                Anything again = typed.readValue(typed.writeValueAsString(anything), Anything.class);
                assertThat(again.any).isInstanceOf(PersistentList.class).isEqualTo(anything.any);
                assertThat(((List<?>) again.any).get(1)).isInstanceOf(CowList.class);
                assertThat(((List<?>) again.any).get(2)).isInstanceOf(ConcurrentList.class);
            }
        }
    }

    /** The property itself bears the class, although it is declared. */
    static class Declared {
        public PersistentList<Object> list;
    }

    @Test
    @SuppressWarnings("deprecation") // EVERYTHING is, and is what some have
    void defaultTypingOfEverything() throws Exception {
        var validator = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType(Object.class)
                .build();
        ObjectMapper typed = JsonMapper.builder()
                .addModule(new HolsteinJacksonModule())
                .activateDefaultTyping(validator, ObjectMapper.DefaultTyping.EVERYTHING)
                .build();
        Declared declared = new Declared();
        declared.list = PersistentList.of("a", 1L, PersistentList.of("b"));
        String json = typed.writeValueAsString(declared);
        assertThat(json).contains("[\"dev.holstein.list.PersistentList\",[");
        assertThat(typed.readValue(json, Declared.class).list).isEqualTo(declared.list);
    }

    /** Children who know their parent. */
    static class Parent {
        @JsonManagedReference
        public PersistentList<Child> children;
    }

    static class Child {
        @JsonBackReference
        public Parent parent;

        public int age;
    }

    @Test
    void elementsThatReferBack() throws Exception {
        Parent parent = MAPPER.readValue("{\"children\":[{\"age\":1},{\"age\":2}]}", Parent.class);
        assertThat(parent.children).hasSize(2).allMatch(child -> child.parent == parent);
    }

    @Test
    void treesAndConversions() {
        PersistentList<Integer> list = PersistentList.of(1, 2);
        assertThat(MAPPER.valueToTree(list).toString()).isEqualTo("[1,2]");
        assertThat(MAPPER.convertValue(Arrays.asList("1", "2"), new TypeReference<PersistentList<Integer>>() {}))
                .isEqualTo(list);
    }
}
