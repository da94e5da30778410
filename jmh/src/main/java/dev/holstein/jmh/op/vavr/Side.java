package dev.holstein.jmh.op.vavr;

import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.vavr.BTreeVavrInterop;
import dev.holstein.list.PersistentList;
import dev.holstein.vavr.VavrInterop;
import io.vavr.Tuple;
import io.vavr.collection.IndexedSeq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.util.List;

/** Whose structure is behind the interface. */
public enum Side {
    /** Vavr's own {@code TreeMap} and {@code Vector}. */
    VAVR {
        @Override
        SortedMap<Integer, Integer> map(List<Integer> keys) {
            return TreeMap.ofEntries(
                    keys.stream().map(key -> Tuple.of(key, key)).toList());
        }

        @Override
        IndexedSeq<Integer> seq(List<Integer> elements) {
            return Vector.ofAll(elements);
        }
    },

    /** A {@code PersistentBTreeMap} and a {@code PersistentList}, seen as Vavr's. */
    ADAPTER {
        @Override
        SortedMap<Integer, Integer> map(List<Integer> keys) {
            PersistentBTreeMap<Integer, Integer> map = PersistentBTreeMap.empty();
            for (Integer key : keys) {
                map = map.plus(key, key);
            }
            return BTreeVavrInterop.asSortedMap(map);
        }

        @Override
        IndexedSeq<Integer> seq(List<Integer> elements) {
            return VavrInterop.asIndexedSeq(PersistentList.copyOf(elements));
        }
    };

    abstract SortedMap<Integer, Integer> map(List<Integer> keys);

    abstract IndexedSeq<Integer> seq(List<Integer> elements);
}
