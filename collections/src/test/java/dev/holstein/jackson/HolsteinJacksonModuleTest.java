package dev.holstein.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holstein.array.CowIntArray;
import dev.holstein.cow.AtomicCow;
import dev.holstein.cow.Cow;
import dev.holstein.list.PersistentList;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The module as such: how it is found, added and carried along. */
class HolsteinJacksonModuleTest {
    private static final TypeReference<PersistentList<Integer>> INTEGERS = new TypeReference<>() {};
    private static final TypeReference<AtomicCow<List<Integer>>> ATOMIC = new TypeReference<>() {};

    @Test
    void itIsFoundOnTheClassPath() throws Exception {
        ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();
        assertThat(mapper.readValue("[1]", INTEGERS)).containsExactly(1);
        assertThat(mapper.getRegisteredModuleIds()).contains(HolsteinJacksonModule.class.getName());
        assertThat(ObjectMapper.findModules()).hasAtLeastOneElementOfType(HolsteinJacksonModule.class);
    }

    /** Added again with copiers it is not taken for the one that is there, and the later one counts. */
    @Test
    void aModuleWithMoreIsAddedToOneWithLess() throws Exception {
        Module copying = new HolsteinJacksonModule().withCopier(List.class, ArrayList::new);
        ObjectMapper mapper = JsonMapper.builder()
                .findAndAddModules()
                .addModule(copying)
                .addModule(new HolsteinJacksonModule())
                .build();
        AtomicCow<List<Integer>> read = mapper.readValue("[1]", ATOMIC);
        read.update(list -> list.add(2));
        assertThat(read.get()).containsExactly(1, 2);
        assertThat(mapper.getRegisteredModuleIds())
                .contains(HolsteinJacksonModule.class.getName(), copying.getTypeId());
    }

    @Test
    void withCopierLeavesTheModuleAsItWas() throws Exception {
        HolsteinJacksonModule module = new HolsteinJacksonModule();
        assertThat(module.withCopier(List.class, ArrayList::new).getTypeId()).isNotEqualTo(module.getTypeId());
        assertThat(module.getTypeId()).isEqualTo(new HolsteinJacksonModule().getTypeId());
        assertThat(module.version().isUnknownVersion()).isTrue();
        assertThat(module.getModuleName()).isEqualTo("dev.holstein.collections");
    }

    /** Mappers can be serialized, used and unused. */
    @Test
    void aMapperWithTheModuleIsSerialized() throws Exception {
        ObjectMapper mapper =
                JsonMapper.builder().addModule(new HolsteinJacksonModule()).build();
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
                assertThat(each.readValue("[1]", INTEGERS)).containsExactly(1);
                assertThat(each.readValue("[1]", CowIntArray.class).get(0)).isEqualTo(1);
                assertThat(each.readValue("1", new TypeReference<Cow<Integer>>() {}))
                        .isEqualTo(Cow.owned(1));
                assertThat(each.writeValueAsString(Cow.owned(PersistentList.of(1))))
                        .isEqualTo("[1]");
            }
        }
    }
}
