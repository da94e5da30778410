package dev.holstein.btree.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.btree.RankedMap;
import dev.holstein.btree.RankedSet;
import dev.holstein.btree.vavr.BTreeVavrInterop;
import dev.holstein.list.CowList;
import dev.holstein.list.ListSplit;
import dev.holstein.list.PersistentList;
import dev.holstein.vavr.VavrInterop;
import io.vavr.collection.IndexedSeq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether a collection that came out of a damaged stream is as good as any: its invariants hold, all ways to read it agree, and it can be
 * written. What is no collection of this library passes.
 */
final class WholeCheck {
    private WholeCheck() {}

    @SuppressWarnings("unchecked") // keys, values and elements are only handed back
    static void check(Object read) {
        if (read instanceof RankedMap<?, ?> map) {
            checkMap((RankedMap<Object, Object>) map);
        } else if (read instanceof RankedSet<?> set) {
            checkSet((RankedSet<Object>) set);
        } else if (read instanceof List<?> list && list.getClass().getName().startsWith("dev.holstein.")) {
            checkList((List<Object>) list);
        } else if (read instanceof SortedMap<?, ?> map) {
            check(BTreeVavrInterop.fromVavr(map));
        } else if (read instanceof SortedSet<?> set) {
            check(BTreeVavrInterop.fromVavr(set));
        } else if (read instanceof IndexedSeq<?> seq) {
            check(VavrInterop.fromVavr(seq));
        } else if (read instanceof ListSplit<?> split) {
            // a null component is what any record may get from a stream
            if (split.before() != null && split.after() != null) {
                checkList((List<Object>) split.before());
                checkList((List<Object>) split.after());
            }
        }
    }

    private static void checkOrder(List<Object> keys, Comparator<Object> comparator) {
        Comparator<Object> order = Objects.requireNonNullElse(comparator, WholeCheck::naturally);
        for (int i = 1; i < keys.size(); i++) {
            assertThat(order.compare(keys.get(i - 1), keys.get(i)))
                    .as("order at %s", i)
                    .isNegative();
        }
    }

    @SuppressWarnings("unchecked") // a class cast exception is a finding
    private static int naturally(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }

    @SuppressWarnings("unchecked") // a comparator of keys that came with it
    private static void checkMap(RankedMap<Object, Object> map) {
        BTreeProbe.checkFace(map);
        List<Object> keys = new ArrayList<>(map.keySet());
        assertThat(keys).hasSize(map.size());
        checkOrder(keys, (Comparator<Object>) map.comparator());
        PersistentBTreeMap<Object, Object> before = map.snapshot();
        int index = 0;
        for (Map.Entry<Object, Object> entry : map.entrySet()) {
            Object key = entry.getKey();
            assertThat(map.entryAt(index).getKey()).isSameAs(key);
            assertThat(map.indexOfKey(key)).isEqualTo(index++);
            assertThat(map.get(key)).isSameAs(entry.getValue());
        }
        assertThat(new ArrayList<>(map.descendingMap().keySet())).hasSize(keys.size());
        if (keys.isEmpty()) {
            return;
        }
        Object key = keys.get(keys.size() / 2);
        Object value = map.get(key);
        assertThat((Object) before.minus(key)).satisfies(less -> checkSize(less, keys.size() - 1));
        assertThat((Object) before.minus(key).plus(key, value)).satisfies(same -> checkSize(same, keys.size()));
        if (map instanceof PersistentBTreeMap || BTreeProbe.faceOf(map) instanceof PersistentBTreeMap) {
            return;
        }
        assertThat(map.remove(key)).isSameAs(value);
        assertThat(map.containsKey(key)).isFalse();
        assertThat(map.put(key, value)).isNull();
        BTreeProbe.checkFace(map);
        assertThat(map.size()).isEqualTo(keys.size());
        map.clear();
        assertThat(map.isEmpty()).isTrue();
        BTreeProbe.checkFace(map);
    }

    private static void checkSize(Object map, int size) {
        BTreeProbe.checkFace(map);
        assertThat(((Map<?, ?>) map).size()).isEqualTo(size);
    }

    @SuppressWarnings("unchecked") // a comparator of elements that came with it
    private static void checkSet(RankedSet<Object> set) {
        BTreeProbe.checkFace(set);
        List<Object> elements = new ArrayList<>(set);
        assertThat(elements).hasSize(set.size());
        checkOrder(elements, (Comparator<Object>) set.comparator());
        for (int i = 0; i < elements.size(); i++) {
            assertThat(set.elementAt(i)).isSameAs(elements.get(i));
            assertThat(set.indexOf(elements.get(i))).isEqualTo(i);
        }
        if (elements.isEmpty()) {
            return;
        }
        Object first = elements.get(0);
        PersistentBTreeSet<Object> before = set.snapshot();
        assertThat(before.minus(first).plus(first).size()).isEqualTo(elements.size());
        if (BTreeProbe.faceOf(set) instanceof PersistentBTreeMap) {
            return;
        }
        assertThat(set.remove(first)).isTrue();
        assertThat(set.add(first)).isTrue();
        BTreeProbe.checkFace(set);
        set.clear();
        assertThat(set.isEmpty()).isTrue();
        BTreeProbe.checkFace(set);
    }

    private static void checkList(List<Object> list) {
        List<Object> elements = new ArrayList<>();
        list.forEach(elements::add);
        assertThat(elements).hasSize(list.size());
        checkSame(list, elements);
        PersistentList<Object> before = PersistentList.copyOf(list);
        if (list instanceof PersistentList<Object> persistent) {
            checkSame(persistent.plus(7).minus(persistent.size()), elements);
            CowList<Object> opened = persistent.mutableCopy();
            checkWritable(opened, elements);
        } else {
            checkWritable(list, elements);
        }
        checkSame(before, elements);
    }

    private static void checkWritable(List<Object> list, List<Object> elements) {
        List<Object> twin = new ArrayList<>(elements);
        for (List<Object> each : List.of(list, twin)) {
            for (int i = 0; i < 3; i++) {
                assertThat(each.add("new")).isTrue();
            }
            each.add(each.size() / 2, "amid");
            Object removed = each.remove(0);
            each.set(each.size() / 2, removed);
        }
        checkSame(list, twin);
        list.clear();
        assertThat(list).isEmpty();
    }

    /** By identity: what came out of the stream need have no equality. */
    private static void checkSame(List<Object> list, List<Object> expected) {
        assertThat(list.size()).isEqualTo(expected.size());
        Object[] array = list.toArray();
        for (int i = 0; i < expected.size(); i++) {
            assertThat(list.get(i)).isSameAs(expected.get(i));
            assertThat(array[i]).isSameAs(expected.get(i));
        }
    }
}
