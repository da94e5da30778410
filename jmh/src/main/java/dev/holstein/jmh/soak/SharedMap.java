package dev.holstein.jmh.soak;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import java.util.function.Consumer;

/** A map that several threads write to: open for a fault to be put in. */
class SharedMap {
    final ConcurrentBTreeMap<Integer, Long> map = new ConcurrentBTreeMap<>();

    String name() {
        return "ConcurrentBTreeMap";
    }

    /** Makes several writes as one. */
    void update(Consumer<? super CowBTreeMap<Integer, Long>> edit) {
        map.update(edit);
    }

    PersistentBTreeMap<Integer, Long> snapshot() {
        return map.snapshot();
    }
}
