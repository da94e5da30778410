package dev.holstein.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonMerge;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import dev.holstein.cow.AtomicCow;
import dev.holstein.cow.Cow;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Handles as JSON: as their values, whatever these are. */
class HandleJsonTest {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().addModule(new HolsteinJacksonModule()).build();
    private static final ObjectMapper COPYING = JsonMapper.builder()
            .addModule(new HolsteinJacksonModule().withCopier(List.class, ArrayList::new))
            .build();

    /** Handles beside each other, and within. */
    record Handles(Cow<Item> cow, PersistentList<Cow<Integer>> many, Map<String, Cow<Cow<String>>> nested) {}

    @Test
    void aHandleIsItsValue() throws Exception {
        Handles handles = new Handles(
                Cow.owned(new Item.Pen(4)),
                PersistentList.of(Cow.owned(1), null, Cow.borrowed(2)),
                Map.of("a", Cow.owned(Cow.owned("b"))));
        String json = MAPPER.writeValueAsString(handles);
        assertThat(json)
                .isEqualTo("{\"cow\":{\"kind\":\"pen\",\"width\":4},\"many\":[1,null,2],\"nested\":{\"a\":\"b\"}}");
        assertThat(MAPPER.readValue(json, Handles.class)).isEqualTo(handles);
    }

    @Test
    void anAtomicHandleIsItsValue() throws Exception {
        AtomicCow<List<Integer>> read = MAPPER.readValue("[1,2]", new TypeReference<>() {});
        assertThat(read.get()).containsExactly(1, 2);
        assertThat(MAPPER.writeValueAsString(read)).isEqualTo("[1,2]");
    }

    @Test
    void withoutACopierAValueIsReplacedAndNotEdited() throws Exception {
        AtomicCow<List<Integer>> atomic = MAPPER.readValue("[1]", new TypeReference<>() {});
        assertThat(atomic.updateAndGet(list -> List.of(2))).containsExactly(2);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> atomic.update(list -> list.add(3)))
                .withMessageContaining("no copier was given");
        Cow<List<Integer>> cow = MAPPER.readValue("[1]", new TypeReference<>() {});
        cow.toMut().add(2);
        assertThat(cow.get()).containsExactly(1, 2);
        Cow<List<Integer>> other = cow.share();
        assertThatThrownBy(other::toMut).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aCopierIsGivenToHandlesOfItsClass() throws Exception {
        AtomicCow<List<Integer>> atomic = COPYING.readValue("[1]", new TypeReference<>() {});
        List<Integer> before = atomic.get();
        atomic.update(list -> list.add(2));
        assertThat(before).containsExactly(1);
        assertThat(atomic.get()).containsExactly(1, 2);
        Cow<List<Integer>> cow = COPYING.readValue("[1]", new TypeReference<>() {});
        Cow<List<Integer>> other = cow.share();
        other.toMut().add(2);
        assertThat(cow.get()).containsExactly(1);
        AtomicCow<Map<String, Integer>> ofAnother = COPYING.readValue("{}", new TypeReference<>() {});
        assertThatThrownBy(() -> ofAnother.update(map -> map.put("a", 1)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    /** Values that are there already. */
    static class Service {
        @JsonMerge
        public final AtomicCow<List<String>> hosts = AtomicCow.of(new ArrayList<>(List.of("a")), ArrayList::new);

        @JsonMerge
        public Cow<List<String>> names = Cow.owned(new ArrayList<>(List.of("a")), ArrayList::new);
    }

    /** What others read meanwhile is not touched: no element appears in a list that somebody has. */
    @Test
    void anUpdateReplacesTheValueAndKeepsTheCopier() throws Exception {
        Service service = new Service();
        AtomicCow<List<String>> hosts = service.hosts;
        Cow<List<String>> names = service.names;
        List<String> seen = hosts.get();
        MAPPER.readerForUpdating(service).readValue("{\"hosts\":[\"b\"],\"names\":[\"b\"]}");
        assertThat(seen).containsExactly("a");
        assertThat(service.hosts).isSameAs(hosts);
        assertThat(hosts.get()).containsExactly("b");
        hosts.update(list -> list.add("c"));
        assertThat(hosts.get()).containsExactly("b", "c");
        assertThat(names.get()).containsExactly("a");
        assertThat(service.names.get()).containsExactly("b");
        service.names.share().toMut().add("c");
    }

    @Test
    void badJsonLeavesTheHandleAsItWas() {
        Service service = new Service();
        List<String> seen = service.hosts.get();
        assertThatThrownBy(() -> MAPPER.readerForUpdating(service).readValue("{\"hosts\":[\"b\",{}]}"))
                .isInstanceOf(DatabindException.class);
        assertThat(service.hosts.get()).isSameAs(seen).containsExactly("a");
    }

    /** What a property may say of a handle. */
    static class Properties {
        public Cow<List<Integer>> plain = Cow.owned(List.of(7));

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        public Cow<List<Integer>> neverNull;

        @JsonInclude(JsonInclude.Include.NON_NULL)
        public AtomicCow<Integer> absent;

        @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
        public Cow<Object> any;
    }

    @Test
    void nullsAndAnnotations() throws Exception {
        Properties read = MAPPER.readValue("{\"plain\":null,\"neverNull\":null,\"absent\":null}", Properties.class);
        assertThat(read.plain).isNull();
        assertThat(read.neverNull.get()).isEmpty();
        assertThat(read.absent).isNull();
        Properties written = new Properties();
        written.any = Cow.owned(new Item.Book("x"));
        String json = MAPPER.writeValueAsString(written);
        assertThat(json).contains("\"any\":{\"@class\":").doesNotContain("absent");
        assertThat(MAPPER.readValue(json, Properties.class).any).isEqualTo(written.any);
    }

    @Test
    void defaultTypingIsThatOfTheValue() throws Exception {
        ObjectMapper typed = JsonMapper.builder()
                .addModule(new HolsteinJacksonModule())
                .activateDefaultTyping(
                        BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("dev.holstein.")
                                .build(),
                        ObjectMapper.DefaultTyping.OBJECT_AND_NON_CONCRETE)
                .build();
        Cow<Object> cow = Cow.owned(PersistentList.of(1));
        var type = new TypeReference<Cow<Object>>() {};
        assertThat(typed.readValue(typed.writerFor(type).writeValueAsString(cow), type))
                .isEqualTo(cow);
    }

    /** A type that only an annotation names, and Jackson makes from the class alone. */
    static class Named {
        @JsonDeserialize(as = Cow.class)
        public Object cow;
    }

    @Test
    void aHandleThatOnlyAnAnnotationNames() throws Exception {
        assertThat(MAPPER.readValue("{\"cow\":\"x\"}", Named.class).cow).isEqualTo(Cow.owned("x"));
    }

    @Test
    void aClosedHandleIsNotWritten() {
        Cow<String> closed = Cow.owned("x");
        closed.close();
        assertThatThrownBy(() -> MAPPER.writeValueAsString(closed)).hasMessageContaining("closed");
    }

    @Test
    void nullsAreRefusedAsCopiers() {
        HolsteinJacksonModule module = new HolsteinJacksonModule();
        assertThatThrownBy(() -> module.withCopier(null, value -> value)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> module.withCopier(List.class, null)).isInstanceOf(NullPointerException.class);
    }
}
