package dev.holstein.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.array.CowIntArray;
import dev.holstein.cow.Cow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Arrays of Swift: values that share their storage until one of them is written, by the question {@code
 * isKnownUniquelyReferenced}. Here asked of a value of any type, and of an array of fixed length.
 */
class SwiftArrayTest {
    @Test
    void aValueIsCopiedByTheFirstWriteOfOneHolder() {
        AtomicInteger copies = new AtomicInteger();
        Cow<List<Integer>> a = Cow.owned(new ArrayList<>(List.of(1, 2, 3)), list -> {
            copies.incrementAndGet();
            return new ArrayList<>(list);
        });
        Cow<List<Integer>> b = a.share();
        assertThat(a.refCount()).isEqualTo(2);

        b.toMut().add(4);
        assertThat(a.get()).containsExactly(1, 2, 3);
        assertThat(b.get()).containsExactly(1, 2, 3, 4);
        assertThat(copies).hasValue(1);

        b.toMut().add(5);
        a.toMut().add(6);
        assertThat(copies).as("both are unique now").hasValue(1);
        assertThat(a.get()).containsExactly(1, 2, 3, 6);
    }

    @Test
    void anArrayIsCopiedPageByPage() {
        try (CowIntArray a = CowIntArray.copyOf(new int[] {1, 2, 3});
                CowIntArray b = a.snapshot()) {
            assertThat(a.isUnique()).isFalse();

            b.set(0, 4);
            assertThat(a.toArray()).containsExactly(1, 2, 3);
            assertThat(b.toArray()).containsExactly(4, 2, 3);
            assertThat(b.stats().copiedPages()).isEqualTo(1);

            b.set(1, 5);
            a.set(2, 6);
            assertThat(b.stats().copiedPages() + a.stats().copiedPages()).isEqualTo(1);
            assertThat(a.isUnique()).isTrue();
            assertThat(b.isUnique()).isTrue();
        }
    }
}
