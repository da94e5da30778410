package dev.holstein.btree.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What frameworks do: every public method of a face can be called by reflection, although most are written in hidden
 * classes.
 */
class ReflectionTest {
    static Stream<Object> faces() {
        CowBTreeMap<Integer, String> map = new CowBTreeMap<>();
        map.put(1, "one");
        CowBTreeSet<Integer> set = new CowBTreeSet<>(List.of(1));
        return Stream.of(
                map, map.snapshot(), new ConcurrentBTreeMap<>(map), set, set.snapshot(), new ConcurrentBTreeSet<>(set));
    }

    /**
     * The method that is found by its name and parameters. The compiler's bridges to a wider type, as {@code Set
     * keySet()} beside {@code NavigableSet keySet()}, stay in the hidden classes and are not meant: no look-up answers
     * them.
     */
    @ParameterizedTest
    @MethodSource("faces")
    void everyPublicMethodIsAccessible(Object face) throws Exception {
        Class<?> type = face.getClass();
        assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
        List<String> hidden = new ArrayList<>();
        for (Method listed : type.getMethods()) {
            Method found = type.getMethod(listed.getName(), listed.getParameterTypes());
            boolean ofClass = Modifier.isStatic(found.getModifiers());
            if (!found.canAccess(ofClass ? null : face)) {
                hidden.add(found.toString());
            }
            assertThat(listed.getReturnType()).isAssignableFrom(found.getReturnType());
        }
        assertThat(hidden).isEmpty();
        assertThat(type.getMethods()).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource("faces")
    void readsAreCallableByName(Object face) throws Exception {
        Class<?> type = face.getClass();
        assertThat(type.getMethod("size").invoke(face)).isEqualTo(1);
        assertThat(type.getMethod("isEmpty").invoke(face)).isEqualTo(false);
        assertThat(type.getMethod("toString").invoke(face)).isEqualTo(face.toString());
        assertThat(type.getMethod("hashCode").invoke(face)).isEqualTo(face.hashCode());
        assertThat(type.getMethod("equals", Object.class).invoke(face, face)).isEqualTo(true);
        assertThat(type.getMethod("snapshot").invoke(face)).isEqualTo(face);
        assertThat(type.getMethod("comparator").invoke(face)).isNull();
        if (face instanceof Map) {
            assertThat(type.getMethod("get", Object.class).invoke(face, 1)).isEqualTo("one");
            assertThat(type.getMethod("keyAt", int.class).invoke(face, 0)).isEqualTo(1);
            assertThat(type.getMethod("firstKey").invoke(face)).isEqualTo(1);
            assertThat(type.getMethod("entrySet").invoke(face)).isEqualTo(((Map<?, ?>) face).entrySet());
            assertThat(type.getMethod("descendingMap").invoke(face)).isEqualTo(face);
        } else {
            assertThat(type.getMethod("contains", Object.class).invoke(face, 1)).isEqualTo(true);
            assertThat(type.getMethod("elementAt", int.class).invoke(face, 0)).isEqualTo(1);
            assertThat(type.getMethod("first").invoke(face)).isEqualTo(1);
            assertThat(type.getMethod("iterator").invoke(face)).isNotNull();
            assertThat(type.getMethod("descendingSet").invoke(face)).isEqualTo(face);
        }
    }

    @ParameterizedTest
    @MethodSource("faces")
    void writesAreCallableByName(Object face) throws Exception {
        Class<?> type = face.getClass();
        if (face instanceof PersistentBTreeMap || face instanceof PersistentBTreeSet) {
            assertThat(type.getMethod("minus", Object.class).invoke(face, 1))
                    .asString()
                    .isIn("{}", "[]");
        } else if (face instanceof Map) {
            assertThat(type.getMethod("put", Object.class, Object.class).invoke(face, 2, "two"))
                    .isNull();
            assertThat(type.getMethod("remove", Object.class).invoke(face, 1)).isEqualTo("one");
            assertThat(face).isEqualTo(Map.of(2, "two"));
        } else {
            assertThat(type.getMethod("add", Object.class).invoke(face, 2)).isEqualTo(true);
            assertThat(type.getMethod("addAll", Collection.class).invoke(face, List.of(3)))
                    .isEqualTo(true);
            assertThat(type.getMethod("remove", Object.class).invoke(face, 1)).isEqualTo(true);
            assertThat((Collection<?>) face).asString().isEqualTo("[2, 3]");
        }
    }

    /**
     * How the public API is to be used by its names: no type that cannot be named is needed to call what a face has.
     */
    @ParameterizedTest
    @MethodSource("faces")
    void noParameterIsOfAHiddenType(Object face) {
        assertThat(Arrays.stream(face.getClass().getMethods())
                        .flatMap(method -> Stream.concat(
                                Arrays.stream(method.getParameterTypes()), Stream.of(method.getReturnType())))
                        .filter(type -> !type.isPrimitive() && !Modifier.isPublic(type.getModifiers()))
                        .distinct())
                .isEmpty();
    }
}
