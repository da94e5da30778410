package dev.holstein.btree.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several changes to a concurrent map or set as one version: {@code update} and {@code compareAndSet}. */
class UpdateTest {
    private static final int ENTRIES = 1_000;

    private final ConcurrentBTreeMap<Integer, Integer> map = new ConcurrentBTreeMap<>();

    @BeforeEach
    void fill() {
        for (int i = 0; i < ENTRIES; i++) {
            map.put(i, i);
        }
    }

    @Test
    void theFunctionIsCalledOnceAndItsResultIsOneVersion() {
        PersistentBTreeMap<Integer, Integer> before = map.snapshot();
        AtomicInteger calls = new AtomicInteger();
        map.update(copy -> {
            calls.incrementAndGet();
            copy.subMap(100, 900).clear();
            copy.put(-1, -1);
            assertThat(copy.get(5)).isEqualTo(5);
            assertThat(map).isEqualTo(before);
        });
        BTreeProbe.check(map);
        assertThat(calls).hasValue(1);
        assertThat(map).hasSize(201).containsEntry(-1, -1);
        assertThat(before).hasSize(ENTRIES);
    }

    @Test
    void anUpdateCopiesAPathOnceAndThenEditsInPlace() {
        long copied = map.nodesCopied();
        map.update(copy -> {
            for (int round = 0; round < 10; round++) {
                copy.put(500, -round);
            }
        });
        assertThat(map.nodesCopied() - copied).isEqualTo(BTreeProbe.height(map));
        assertThat(map.nodesEditedInPlace()).isPositive();
    }

    @Test
    void anExceptionPublishesNothing() {
        PersistentBTreeMap<Integer, Integer> before = map.snapshot();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> map.update(copy -> {
                    copy.clear();
                    throw new IllegalArgumentException("no");
                }));
        assertThat(map.compareAndSet(before, before.plus(-1, 1))).isTrue();
        BTreeProbe.check(map);
    }

    @Test
    void whatIsDoneToTheCopyLaterIsNotSeen() {
        AtomicReference<CowBTreeMap<Integer, Integer>> kept = new AtomicReference<>();
        AtomicReference<Iterator<Map.Entry<Integer, Integer>>> iterator = new AtomicReference<>();
        map.update(copy -> {
            copy.put(3, -3);
            kept.set(copy);
            iterator.set(copy.entrySet().iterator());
        });
        PersistentBTreeMap<Integer, Integer> published = map.snapshot();
        Map.Entry<Integer, Integer> first = iterator.get().next();
        first.setValue(77);
        iterator.get().remove();
        kept.get().put(3, 4);
        kept.get().headMap(500).clear();
        assertThat(map)
                .isEqualTo(published)
                .containsEntry(0, 0)
                .containsEntry(3, -3)
                .hasSize(ENTRIES);
        BTreeProbe.check(map);
        BTreeProbe.check(kept.get());
    }

    @Test
    void anUpdateWithoutEffectIsNoVersion() {
        PersistentBTreeMap<Integer, Integer> before = map.snapshot();
        map.update(copy -> {
            copy.put(1, copy.get(1));
            copy.remove(-7);
        });
        assertThat(map.compareAndSet(before, before)).isTrue();
    }

    @Test
    void writesFromInsideAreRefused() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> map.update(copy -> map.put(1, 2)))
                .withMessageContaining("recursive update");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> map.update(copy -> map.update(again -> again.clear())));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> map.update(copy -> map.compareAndSet(map.snapshot(), map.snapshot())));
        assertThat(map).hasSize(ENTRIES);
    }

    @Test
    void theCopyRefusesWhatTheMapRefuses() {
        ConcurrentBTreeMap<String, String> any =
                new ConcurrentBTreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
        any.put("a", "b");
        PersistentBTreeMap<String, String> withNull = PersistentBTreeMap.<String, String>empty(
                        (Comparator<String>) null)
                .plus("x", null);
        for (java.util.function.Consumer<CowBTreeMap<String, String>> edit :
                java.util.List.<java.util.function.Consumer<CowBTreeMap<String, String>>>of(
                        copy -> copy.put(null, "x"),
                        copy -> copy.put("x", null),
                        copy -> copy.putIfAbsent("x", null),
                        copy -> copy.replace("a", null),
                        copy -> copy.replaceAll((key, value) -> null),
                        copy -> copy.putAll(withNull),
                        copy -> copy.putAll(java.util.Collections.singletonMap("x", null)),
                        copy -> copy.entrySet().iterator().next().setValue(null),
                        copy -> copy.subMap("a", "z").put("b", null))) {
            assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> any.update(edit));
            assertThat(any).containsOnlyKeys("a").containsEntry("a", "b");
        }
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> any.update(null));
    }

    @Test
    void compareAndSetGoesByVersionNotByEntries() {
        PersistentBTreeMap<Integer, Integer> before = map.snapshot();
        map.put(1, -1);
        map.put(1, 1);
        assertThat(map).isEqualTo(before);
        assertThat(map.compareAndSet(before, before.plus(2, 0))).isFalse();
        PersistentBTreeMap<Integer, Integer> now = map.snapshot();
        assertThat(map.compareAndSet(now, now.minus(2))).isTrue();
        assertThat(map.compareAndSet(now, now)).isFalse();
        assertThat(map).doesNotContainKey(2);
        BTreeProbe.check(map);
    }

    @Test
    void compareAndSetRefusesNullsAndOtherOrders() {
        PersistentBTreeMap<Integer, Integer> now = map.snapshot();
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> map.compareAndSet(now, now.plus(7, null)));
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> map.compareAndSet(now, now.plus(-7, null)));
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> map.compareAndSet(null, now));
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> map.compareAndSet(now, null));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> map.compareAndSet(
                        now,
                        PersistentBTreeMap.<Integer, Integer>empty(Comparator.reverseOrder())
                                .plus(1, 1)))
                .withMessageContaining("order");
        assertThat(map).isEqualTo(now);
    }

    @Test
    void setsAreUpdatedTheSameWay() {
        ConcurrentBTreeSet<String> set = new ConcurrentBTreeSet<>(java.util.List.of("a", "b", "c"));
        PersistentBTreeSet<String> before = set.snapshot();
        set.update(copy -> {
            copy.remove("a");
            copy.add("d");
        });
        BTreeProbe.check(set);
        assertThat(set).containsExactly("b", "c", "d");
        assertThat(before).containsExactly("a", "b", "c");
        assertThat(set.compareAndSet(before, before)).isFalse();
        PersistentBTreeSet<String> now = set.snapshot();
        assertThat(set.compareAndSet(now, now.plus("e"))).isTrue();
        assertThat(set).containsExactly("b", "c", "d", "e");
        BTreeProbe.check(set);
    }

    @Test
    void snapshotsAreCounted() {
        long before = map.snapshots();
        map.snapshot();
        map.headMap(5).snapshot();
        assertThat(map.snapshots() - before).isEqualTo(2);
        CowBTreeMap<Integer, Integer> cow = new CowBTreeMap<>(Map.of(1, 1));
        cow.snapshot();
        cow.copy();
        assertThat(cow.snapshots()).isEqualTo(2);
    }
}
