package dev.holstein.btree.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.btree.RankedMap;
import dev.holstein.btree.RankedSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all six maps and sets have in common as JSON; those that can be written need no module. */
class TreeJsonTest {
    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().addModule(new BTreeJacksonModule()).build();

    private static ObjectMapper mapperOf(Class<?> type) {
        return type.getSimpleName().startsWith("Persistent") ? MAPPER : PLAIN;
    }

    private static <K, V> NavigableMap<K, V> readMap(Class<?> type, Class<?> key, Class<?> value, String json)
            throws Exception {
        ObjectMapper mapper = mapperOf(type);
        JavaType asked = mapper.getTypeFactory().constructMapType(type.asSubclass(Map.class), key, value);
        NavigableMap<K, V> map = mapper.readValue(json, asked);
        assertThat(map).isExactlyInstanceOf(type);
        return map;
    }

    private static <E> NavigableSet<E> readSet(Class<?> type, Class<?> element, String json) throws Exception {
        ObjectMapper mapper = mapperOf(type);
        JavaType asked =
                mapper.getTypeFactory().constructCollectionType(type.asSubclass(java.util.Collection.class), element);
        NavigableSet<E> set = mapper.readValue(json, asked);
        assertThat(set).isExactlyInstanceOf(type);
        return set;
    }

    @ParameterizedTest
    @ValueSource(classes = {CowBTreeMap.class, ConcurrentBTreeMap.class, PersistentBTreeMap.class})
    void mapsSortWhateverComesFirstAndTheLastOfAKeyCounts(Class<?> type) throws Exception {
        Map<Integer, String> map =
                readMap(type, Integer.class, String.class, "{\"10\":\"x\",\"9\":\"b\",\"-1\":\"a\",\"10\":\"c\"}");
        assertThat(map).asString().isEqualTo("{-1=a, 9=b, 10=c}");
        assertThat(PLAIN.writeValueAsString(map)).isEqualTo("{\"-1\":\"a\",\"9\":\"b\",\"10\":\"c\"}");
        assertThat(readMap(type, String.class, Object.class, "{}")).isEmpty();
        assertThat(readMap(type, String.class, Object.class, "{\"b\":{\"c\":[1]},\"a\":2}"))
                .asString()
                .isEqualTo("{a=2, b={c=[1]}}");
    }

    @ParameterizedTest
    @ValueSource(classes = {CowBTreeSet.class, ConcurrentBTreeSet.class, PersistentBTreeSet.class})
    void setsSortWhateverComesFirst(Class<?> type) throws Exception {
        NavigableSet<Integer> set = readSet(type, Integer.class, "[10,9,-1,10]");
        assertThat(set).containsExactly(-1, 9, 10);
        assertThat(PLAIN.writeValueAsString(set)).isEqualTo("[-1,9,10]");
        assertThat(readSet(type, String.class, "[]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {CowBTreeMap.class, ConcurrentBTreeMap.class, PersistentBTreeMap.class})
    void keysOfManyClasses(Class<?> type) throws Exception {
        UUID id = new UUID(1, 2);
        assertThat(readMap(type, UUID.class, Integer.class, "{\"" + id + "\":1}"))
                .containsOnlyKeys(id);
        Map<TimeUnit, Integer> units = readMap(type, TimeUnit.class, Integer.class, "{\"DAYS\":1,\"SECONDS\":2}");
        assertThat(units.keySet()).containsExactly(TimeUnit.SECONDS, TimeUnit.DAYS);
        assertThat(PLAIN.writeValueAsString(units)).isEqualTo("{\"SECONDS\":2,\"DAYS\":1}");
        assertThat(readMap(type, Day.class, Integer.class, "{\"2026-02-01\":1,\"2026-01-31\":2}"))
                .asString()
                .isEqualTo("{2026-01-31=2, 2026-02-01=1}");
        assertThatThrownBy(() -> readMap(type, Integer.class, Integer.class, "{\"x\":1}"))
                .isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> readMap(type, Thread.class, Integer.class, "{\"x\":1}"))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void nullValues() throws Exception {
        String json = "{\"a\":null}";
        assertThat(readMap(CowBTreeMap.class, String.class, Integer.class, json))
                .isEqualTo(Collections.singletonMap("a", null));
        assertThat(readMap(PersistentBTreeMap.class, String.class, Integer.class, json))
                .isEqualTo(Collections.singletonMap("a", null));
        assertThatThrownBy(() -> readMap(ConcurrentBTreeMap.class, String.class, Integer.class, json))
                .isInstanceOf(JsonProcessingException.class)
                .hasRootCauseInstanceOf(NullPointerException.class)
                .hasMessageContaining("a");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                CowBTreeMap.class,
                ConcurrentBTreeMap.class,
                PersistentBTreeMap.class,
                CowBTreeSet.class,
                ConcurrentBTreeSet.class,
                PersistentBTreeSet.class
            })
    void whatIsNeitherObjectNorArrayIsRefused(Class<?> type) {
        for (String json : List.of("7", "\"x\"", "true", Map.class.isAssignableFrom(type) ? "[1]" : "{\"a\":1}")) {
            assertThatThrownBy(() -> mapperOf(type).readValue(json, type)).isInstanceOf(MismatchedInputException.class);
        }
    }

    @Test
    void viewsAreWrittenAsWhatTheyShow() throws Exception {
        NavigableMap<Integer, String> twin = new TreeMap<>(Map.of(1, "a", 2, "b", 3, "c", 4, "d"));
        List<RankedMap<Integer, String>> maps =
                List.of(new CowBTreeMap<>(twin), new ConcurrentBTreeMap<>(twin), PersistentBTreeMap.copyOf(twin));
        for (RankedMap<Integer, String> map : maps) {
            assertThat(PLAIN.writeValueAsString(map.subMap(2, 4))).isEqualTo("{\"2\":\"b\",\"3\":\"c\"}");
            assertThat(PLAIN.writeValueAsString(map.descendingMap().headMap(2))).isEqualTo("{\"4\":\"d\",\"3\":\"c\"}");
            assertThat(PLAIN.writeValueAsString(map.keySet())).isEqualTo("[1,2,3,4]");
            assertThat(PLAIN.writeValueAsString(map.values())).isEqualTo("[\"a\",\"b\",\"c\",\"d\"]");
            assertThat(PLAIN.writeValueAsString(map.entrySet()))
                    .isEqualTo("[{\"1\":\"a\"},{\"2\":\"b\"},{\"3\":\"c\"},{\"4\":\"d\"}]");
            assertThat(PLAIN.writeValueAsString(map.firstEntry())).isEqualTo("{\"1\":\"a\"}");
        }
        List<RankedSet<Integer>> sets = List.of(
                new CowBTreeSet<>(twin.keySet()),
                new ConcurrentBTreeSet<>(twin.keySet()),
                PersistentBTreeSet.copyOf(twin.keySet()));
        for (RankedSet<Integer> set : sets) {
            assertThat(PLAIN.writeValueAsString(set.tailSet(3))).isEqualTo("[3,4]");
            assertThat(PLAIN.writeValueAsString(set.descendingSet())).isEqualTo("[4,3,2,1]");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {CowBTreeMap.class, ConcurrentBTreeMap.class, PersistentBTreeMap.class})
    void large(Class<?> type) throws Exception {
        NavigableMap<Integer, String> twin = new TreeMap<>();
        StringBuilder backwards = new StringBuilder("{");
        for (int i = 100_000; i > 0; i--) {
            twin.put(i, "v" + i);
            backwards.append('"').append(i).append("\":\"v").append(i).append(i == 1 ? "\"}" : "\",");
        }
        NavigableMap<Integer, String> map = readMap(type, Integer.class, String.class, backwards.toString());
        assertThat(map.equals(twin)).isTrue();
        assertThat(PLAIN.writeValueAsString(map).equals(PLAIN.writeValueAsString(twin)))
                .isTrue();
        assertThat(readMap(type, Integer.class, String.class, PLAIN.writeValueAsString(twin))
                        .equals(twin))
                .isTrue();
        NavigableSet<Integer> set =
                readSet(PersistentBTreeSet.class, Integer.class, PLAIN.writeValueAsString(map.descendingKeySet()));
        assertThat(set.equals(twin.keySet())).isTrue();
    }

    @Test
    void withoutTheModulePersistentMapsAreOnlyWritten() {
        for (Class<?> type : List.of(PersistentBTreeMap.class, PersistentBTreeSet.class)) {
            assertThatThrownBy(() -> PLAIN.readValue(type == PersistentBTreeMap.class ? "{}" : "[]", type))
                    .isInstanceOf(JsonProcessingException.class);
        }
    }

    @Test
    void interfacesAreMappedToMaps() throws Exception {
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new BTreeJacksonModule())
                .addModule(new com.fasterxml.jackson.databind.module.SimpleModule()
                        .addAbstractTypeMapping(NavigableMap.class, ConcurrentBTreeMap.class)
                        .addAbstractTypeMapping(java.util.SortedMap.class, PersistentBTreeMap.class)
                        .addAbstractTypeMapping(NavigableSet.class, CowBTreeSet.class))
                .build();
        assertThat(mapper.readValue("{\"a\":1}", new TypeReference<NavigableMap<String, Integer>>() {}))
                .isInstanceOf(ConcurrentBTreeMap.class);
        assertThat(mapper.readValue("{\"a\":1}", new TypeReference<java.util.SortedMap<String, Integer>>() {}))
                .isInstanceOf(PersistentBTreeMap.class);
        assertThat(mapper.readValue("[\"a\"]", new TypeReference<NavigableSet<String>>() {}))
                .isInstanceOf(CowBTreeSet.class);
    }
}
