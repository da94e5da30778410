package dev.holstein.btree.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.list.CowList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The filter that SECURITY.md advises admits what it says, and nothing else: neither other classes nor more objects. */
class SerialFilterTest {
    private static final Pattern STRING = Pattern.compile("^ +(?:\\+ )?\"([^\"]+)\"", Pattern.MULTILINE);
    private static final int TOO_MANY = 100_001;

    private static Object filtered(Object written) throws IOException, ClassNotFoundException {
        String advice = Files.readString(Path.of("..", "SECURITY.md"));
        Matcher part = STRING.matcher(advice.substring(advice.indexOf("createFilter(")));
        String filter = part.results().map(found -> found.group(1)).collect(Collectors.joining());
        assertThat(filter).startsWith("maxdepth=").endsWith("!*");
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(SerialFuzzTest.written(written)))) {
            in.setObjectInputFilter(ObjectInputFilter.Config.createFilter(filter));
            return in.readObject();
        }
    }

    @Test
    void collectionsOfStringsAndNumbersAreRead() throws Exception {
        CowBTreeMap<String, Integer> map = new CowBTreeMap<>(Map.of("a", 1, "b", 2, "c", 3));
        for (Object collection : List.of(
                map,
                map.snapshot(),
                new ConcurrentBTreeMap<>(map),
                map.headMap("c"),
                new CowBTreeSet<>(map.keySet()),
                CowList.of("x", "y"))) {
            assertThat(filtered(collection)).isEqualTo(collection);
        }
    }

    @Test
    void otherClassesAreRefused() {
        assertThatExceptionOfType(InvalidClassException.class)
                .isThrownBy(() -> filtered(PersistentBTreeMap.of(1, BigInteger.TEN)))
                .withMessageContaining("filter status: REJECTED");
        assertThatExceptionOfType(InvalidClassException.class)
                .isThrownBy(() -> filtered(new CowBTreeSet<>(String.CASE_INSENSITIVE_ORDER)))
                .withMessageContaining("filter status: REJECTED");
    }

    @Test
    void moreObjectsThanAllowedAreRefused() {
        CowList<String> many = CowList.copyOf(
                IntStream.range(0, TOO_MANY).mapToObj(Integer::toString).toList());
        assertThatExceptionOfType(InvalidClassException.class)
                .isThrownBy(() -> filtered(many))
                .withMessageContaining("filter status: REJECTED");
    }
}
