package dev.holstein.btree.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonMerge;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.jackson.HolsteinJacksonModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders other than the natural one, which JSON cannot tell; and the module as such. */
class OrderJsonTest {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().addModule(new BTreeJacksonModule()).build();
    private static final ObjectMapper ORDERED = JsonMapper.builder()
            .addModule(new BTreeJacksonModule()
                    .withOrder(String.class, String.CASE_INSENSITIVE_ORDER)
                    .withOrder(Integer.class, Comparator.reverseOrder()))
            .build();

    static List<TypeReference<? extends SortedMap<String, Integer>>> maps() {
        return List.of(
                new TypeReference<CowBTreeMap<String, Integer>>() {},
                new TypeReference<ConcurrentBTreeMap<String, Integer>>() {},
                new TypeReference<PersistentBTreeMap<String, Integer>>() {});
    }

    static List<TypeReference<? extends SortedSet<Integer>>> sets() {
        return List.of(
                new TypeReference<CowBTreeSet<Integer>>() {},
                new TypeReference<ConcurrentBTreeSet<Integer>>() {},
                new TypeReference<PersistentBTreeSet<Integer>>() {});
    }

    @ParameterizedTest
    @MethodSource("maps")
    void mapsInTheOrderOfTheirKeyClass(TypeReference<? extends SortedMap<String, Integer>> type) throws Exception {
        String json = "{\"b\":1,\"C\":2,\"a\":3,\"B\":4}";
        SortedMap<String, Integer> map = ORDERED.readValue(json, type);
        assertThat(map).asString().isEqualTo("{a=3, b=4, C=2}");
        assertThat(map.comparator()).isSameAs(String.CASE_INSENSITIVE_ORDER);
        assertThat(MAPPER.readValue(json, type)).asString().isEqualTo("{B=4, C=2, a=3, b=1}");
        assertThat(ORDERED.readValue("{}", type).comparator()).isSameAs(String.CASE_INSENSITIVE_ORDER);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void setsInTheOrderOfTheirElements(TypeReference<? extends SortedSet<Integer>> type) throws Exception {
        SortedSet<Integer> set = ORDERED.readValue("[2,3,1]", type);
        assertThat(set).containsExactly(3, 2, 1);
        assertThat(ORDERED.writeValueAsString(set)).isEqualTo("[3,2,1]");
        assertThat(MAPPER.readValue("[2,3,1]", type)).containsExactly(1, 2, 3);
    }

    @Test
    void othersAreLeftAsTheyAre() throws Exception {
        assertThat(ORDERED.readValue("{\"b\":1,\"A\":2}", new TypeReference<TreeMap<String, Integer>>() {})
                        .comparator())
                .isNull();
        assertThat(ORDERED.readValue("[2,1]", new TypeReference<PersistentBTreeSet<Long>>() {}))
                .containsExactly(1L, 2L);
    }

    /** A module with an order is added to one without, as when modules are found first; the later one counts. */
    @Test
    void anOrderIsAddedToAMapperThatHasTheModule() throws Exception {
        TypeReference<PersistentBTreeSet<Integer>> type = new TypeReference<>() {};
        ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();
        assertThat(mapper.getRegisteredModuleIds())
                .contains(BTreeJacksonModule.class.getName(), HolsteinJacksonModule.class.getName());
        mapper.registerModule(new BTreeJacksonModule().withOrder(Integer.class, Comparator.reverseOrder()));
        assertThat(mapper.readValue("[1,2]", type)).containsExactly(2, 1);
        mapper.registerModule(new BTreeJacksonModule());
        assertThat(mapper.copy().readValue("[1,2]", type)).containsExactly(2, 1);
    }

    @Test
    void updatesKeepTheOrderOfWhatIsThere() throws Exception {
        PersistentBTreeMap<Integer, String> down = PersistentBTreeMap.<Integer, String>empty(Comparator.reverseOrder())
                .plus(2, "b");
        PersistentBTreeMap<Integer, String> more = MAPPER.readerFor(
                        new TypeReference<PersistentBTreeMap<Integer, String>>() {})
                .withValueToUpdate(down)
                .readValue("{\"1\":\"a\",\"3\":\"c\"}");
        assertThat(more).asString().isEqualTo("{3=c, 2=b, 1=a}");
        assertThat(down).asString().isEqualTo("{2=b}");
        CowBTreeSet<String> set = new CowBTreeSet<>(String.CASE_INSENSITIVE_ORDER);
        MAPPER.readerForUpdating(set).readValue("[\"b\",\"A\",\"a\",\"C\"]");
        assertThat(set).containsExactly("A", "b", "C");
    }

    /** Properties that begin with an order. */
    static class Ordered {
        @JsonMerge
        public PersistentBTreeMap<String, Integer> frozen = PersistentBTreeMap.empty(String.CASE_INSENSITIVE_ORDER);

        @JsonMerge
        public PersistentBTreeSet<Integer> set = PersistentBTreeSet.empty(Comparator.<Integer>reverseOrder());

        @JsonMerge
        public final CowBTreeMap<Integer, String> cow = new CowBTreeMap<>(Comparator.reverseOrder());

        @JsonMerge
        public final ConcurrentBTreeMap<Integer, String> concurrent =
                new ConcurrentBTreeMap<>(Comparator.reverseOrder());
    }

    @Test
    void propertiesThatBeginWithAnOrderAndMerge() throws Exception {
        String json = "{\"frozen\":{\"a\":1,\"B\":2},\"set\":[2,1],\"cow\":{\"2\":\"b\",\"1\":\"a\"},"
                + "\"concurrent\":{\"2\":\"b\",\"1\":\"a\"}}";
        Ordered read = MAPPER.readValue(json.replace("\"a\":1,\"B\":2", "\"B\":2,\"a\":1"), Ordered.class);
        assertThat(read.frozen).asString().isEqualTo("{a=1, B=2}");
        assertThat(read.set).containsExactly(2, 1);
        assertThat(read.cow).asString().isEqualTo("{2=b, 1=a}");
        assertThat(MAPPER.writeValueAsString(read)).isEqualTo(json);
    }

    /** As far as the comparators can be; mappers are serialized used and unused. */
    @Test
    void aMapperWithTheModuleIsSerialized() throws Exception {
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new BTreeJacksonModule().withOrder(String.class, String.CASE_INSENSITIVE_ORDER))
                .build();
        for (int i = 0; i < 2; i++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(mapper);
            }
            ObjectMapper copy;
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                copy = (ObjectMapper) in.readObject();
            }
            for (ObjectMapper each : List.of(mapper, copy)) {
                assertThat(each.readValue(
                                "{\"B\":1,\"a\":2}", new TypeReference<PersistentBTreeMap<String, Integer>>() {}))
                        .asString()
                        .isEqualTo("{a=2, B=1}");
                assertThat(each.readValue("[1]", new TypeReference<PersistentBTreeSet<Integer>>() {}))
                        .containsExactly(1);
            }
        }
    }

    @Test
    void theModuleItself() {
        BTreeJacksonModule module = new BTreeJacksonModule();
        assertThat(module.getModuleName()).isEqualTo("dev.holstein.btree");
        assertThat(module.version().isUnknownVersion()).isTrue();
        assertThat(module.withOrder(String.class, Comparator.naturalOrder()).getTypeId())
                .isNotEqualTo(module.getTypeId());
        assertThat(module.getTypeId()).isEqualTo(new BTreeJacksonModule().getTypeId());
        assertThatThrownBy(() -> module.withOrder(null, Comparator.<String>naturalOrder()))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> module.withOrder(String.class, null)).isInstanceOf(NullPointerException.class);
    }
}
