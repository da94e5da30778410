package dev.holstein.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.array.CowIntArray;
import dev.holstein.cow.Cow;
import dev.holstein.list.CowList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Arrays of Swift: values that share their storage until one of them is written, by the question {@code
 * isKnownUniquelyReferenced}. Here asked of a value of any type, of an array of fixed length, and of a list.
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

    @Test
    void aListIsCopiedByItsFirstWrite() {
        CowList<Integer> a = CowList.of(1, 2, 3);
        CowList<Integer> b = a.copy();
        assertThat(a.isUnique()).isFalse();
        assertThat(b.isUnique()).isFalse();
        assertThat(b.nodesCopied()).isZero();

        b.add(4);
        assertThat(a).containsExactly(1, 2, 3);
        assertThat(b).containsExactly(1, 2, 3, 4);
        assertThat(b.nodesCopied()).as("one copy").isEqualTo(1);
        assertThat(b.isUnique()).isTrue();

        b.add(5);
        b.set(0, 6);
        assertThat(b).containsExactly(6, 2, 3, 4, 5);
        assertThat(b.nodesCopied()).as("in place").isEqualTo(1);
        assertThat(a).containsExactly(1, 2, 3);
    }

    /** Of a list that is a tree a write copies the way to one leaf, not the list; each leaf once. */
    @Test
    void aLongListIsCopiedLeafByLeaf() {
        int size = 100_000;
        CowList<Integer> a = new CowList<>(IntStream.range(0, size).boxed().toList());
        CowList<Integer> b = a.copy();

        b.set(0, -1);
        long way = b.nodesCopied();
        assertThat(way).as("a leaf and the branches above it").isBetween(2L, 12L);
        b.set(1, -2);
        assertThat(b.nodesCopied()).as("the same leaf").isEqualTo(way);
        b.set(size / 2, -3);
        assertThat(b.nodesCopied()).as("another leaf").isBetween(way + 1, 2 * way - 1);

        assertThat(a.get(0)).isZero();
        assertThat(a.get(1)).isEqualTo(1);
        assertThat(a.get(size / 2)).isEqualTo(size / 2);
        assertThat(b.subList(0, 3)).containsExactly(-1, -2, 2);
        assertThat(b.get(size / 2)).isEqualTo(-3);
    }
}
