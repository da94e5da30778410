package dev.holstein.list.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListSplit;
import dev.holstein.list.PersistentList;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What frameworks do with lists: call their public methods by reflection, and serialize what holds them. */
class ListReflectionTest {
    @ParameterizedTest
    @ValueSource(classes = {CowList.class, ConcurrentList.class, PersistentList.class})
    void everyPublicMethodIsFoundInAPublicClass(Class<?> face) {
        assertThat(face.getMethods())
                .extracting(Method::getDeclaringClass)
                .allMatch(declaring -> Modifier.isPublic(declaring.getModifiers()));
    }

    @Test
    void methodsAreCalledByReflection() throws Exception {
        assertThat(CowList.class.getMethod("isEmpty").invoke(CowList.of(1))).isEqualTo(false);
        assertThat(ConcurrentList.class.getMethod("hashCode").invoke(new ConcurrentList<>(List.of(1))))
                .isEqualTo(List.of(1).hashCode());
    }

    @Test
    void bothPartsOfASplitAreSerialized() throws Exception {
        ListSplit<Integer> split = PersistentList.of(1, 2, 3).split(1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(split);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(split);
        }
    }

    @Test
    void aVersionThatOnlyLooksTheSameIsNotTheExpectedOne() {
        ConcurrentList<Integer> list = new ConcurrentList<>();
        assertThat(list.compareAndSet(PersistentList.empty(), PersistentList.of(1)))
                .isFalse();
        PersistentList<Integer> source = PersistentList.of(1, 2);
        ConcurrentList<Integer> copy = new ConcurrentList<>(source);
        assertThat(copy.compareAndSet(source, PersistentList.of(3))).isFalse();
        assertThat(copy.compareAndSet(copy.snapshot(), PersistentList.of(3))).isTrue();
    }
}
