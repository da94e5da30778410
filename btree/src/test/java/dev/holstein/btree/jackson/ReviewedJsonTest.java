package dev.holstein.btree.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.ObjectIdGenerators;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.UnresolvedForwardReference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowIntArray;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.cow.AtomicCow;
import dev.holstein.jackson.HolsteinJacksonModule;
import dev.holstein.list.CowList;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile reading of the Jackson modules found. */
class ReviewedJsonTest {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().addModule(new BTreeJacksonModule()).build();

    /** An object that others refer to by a number. */
    @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = "id")
    static final class Numbered implements Comparable<Numbered> {
        public int id;

        @Override
        public int compareTo(Numbered other) {
            return Integer.compare(id, other.id);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) throws JsonProcessingException {
        return MAPPER.readValue(json, type);
    }

    @Test
    void referencesToWhatCameBeforeAreRead() throws Exception {
        PersistentList<Numbered> list = read("[{\"id\":1},{\"id\":2},1]", new TypeReference<>() {});
        assertThat(list).extracting(each -> each.id).containsExactly(1, 2, 1);
        assertThat(list.get(2)).isSameAs(list.get(0));
        PersistentBTreeMap<String, Numbered> map = read("{\"a\":{\"id\":1},\"b\":1}", new TypeReference<>() {});
        assertThat(map.get("b")).isSameAs(map.get("a"));
        try (CowArray<Numbered> array = read("[{\"id\":3},3]", new TypeReference<>() {})) {
            assertThat(array.get(1)).isSameAs(array.get(0));
        }
    }

    /** Not left out without a word. */
    @Test
    void referencesToWhatComesLaterAreRefused() throws Exception {
        for (TypeReference<?> type : List.of(
                new TypeReference<PersistentList<Numbered>>() {},
                new TypeReference<PersistentBTreeSet<Numbered>>() {},
                new TypeReference<CowArray<Numbered>>() {})) {
            assertThatThrownBy(() -> read("[1,{\"id\":2},{\"id\":1}]", type))
                    .as(type.getType().toString())
                    .isInstanceOf(UnresolvedForwardReference.class);
        }
        assertThatThrownBy(() -> read(
                        "{\"a\":1,\"b\":{\"id\":1}}", new TypeReference<PersistentBTreeMap<String, Numbered>>() {}))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("Could not resolve Object Id [1]");
        CowList<Numbered> list = read("[1,{\"id\":2},{\"id\":1}]", new TypeReference<>() {});
        assertThat(list).extracting(each -> each.id).containsExactly(1, 2, 1);
    }

    @Test
    void anUpdateLeavesTheValuesOfTheOldMapAsTheyWere() throws Exception {
        PersistentBTreeMap<String, Map<String, Integer>> old =
                PersistentBTreeMap.of("a", new HashMap<>(Map.of("x", 1)), "b", new HashMap<>());
        TypeReference<PersistentBTreeMap<String, Map<String, Integer>>> type = new TypeReference<>() {};
        PersistentBTreeMap<String, Map<String, Integer>> updated =
                MAPPER.readerForUpdating(old).forType(type).readValue("{\"a\":{\"y\":2},\"c\":{}}");
        assertThat(updated.toString()).isEqualTo("{a={y=2}, b={}, c={}}");
        assertThat(old.toString()).isEqualTo("{a={x=1}, b={}}");
        assertThatThrownBy(() -> MAPPER.readerForUpdating(old).forType(type).readValue("{\"a\":{\"z\":3},\"b\":!"))
                .isInstanceOf(JsonProcessingException.class);
        assertThat(old.toString()).isEqualTo("{a={x=1}, b={}}");
    }

    @Test
    void copiersStayWhicheverModuleComesFirst() throws Exception {
        Module copying = new HolsteinJacksonModule().withCopier(List.class, ArrayList::new);
        for (List<Module> modules : List.<List<Module>>of(
                List.of(copying, new BTreeJacksonModule()),
                List.of(new BTreeJacksonModule(), copying),
                List.of(copying, new BTreeJacksonModule().withOrder(String.class, String.CASE_INSENSITIVE_ORDER)),
                List.of(new HolsteinJacksonModule(), copying, new BTreeJacksonModule()))) {
            ObjectMapper mapper = new ObjectMapper().registerModules(modules);
            AtomicCow<List<Integer>> read = mapper.readValue("[1]", new TypeReference<>() {});
            read.update(list -> list.add(2));
            assertThat(read.get()).containsExactly(1, 2);
            PersistentBTreeMap<Integer, Integer> map = mapper.readValue("{\"1\":2}", new TypeReference<>() {});
            assertThat(map).isEqualTo(Map.of(1, 2));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatJacksonTakesForNullIsNull(boolean isText) throws Exception {
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new BTreeJacksonModule())
                .enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
                .enable(DeserializationFeature.ACCEPT_EMPTY_ARRAY_AS_NULL_OBJECT)
                .build();
        if (isText) {
            for (TypeReference<?> type : List.of(
                    new TypeReference<PersistentList<Integer>>() {},
                    new TypeReference<CowArray<Integer>>() {},
                    new TypeReference<CowIntArray>() {},
                    new TypeReference<PersistentBTreeMap<Integer, Integer>>() {},
                    new TypeReference<CowBTreeMap<Integer, Integer>>() {})) {
                assertThat((Object) mapper.readValue("\"\"", type))
                        .as(type.getType().toString())
                        .isNull();
            }
        } else {
            assertThat(mapper.readValue("[]", new TypeReference<PersistentBTreeMap<Integer, Integer>>() {}))
                    .isNull();
        }
    }
}
