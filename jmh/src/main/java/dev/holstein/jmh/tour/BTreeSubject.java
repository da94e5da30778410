package dev.holstein.jmh.tour;

import dev.holstein.btree.ConcurrentBTreeMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The map of this library. A transfer is one {@code update}: one new version. A view is in turn a snapshot, and the map itself
 * while it is written: an iterator walks the version that was present when it began.
 */
final class BTreeSubject implements Subject {
    private final ConcurrentBTreeMap<String, Long> map = new ConcurrentBTreeMap<>();

    @Override
    public String name() {
        return "ConcurrentBTreeMap";
    }

    @Override
    public boolean judged() {
        return true;
    }

    @Override
    public void add(String name, long amount) {
        map.merge(name, amount, Long::sum);
    }

    @Override
    public void transfer(String from, String to, long amount) {
        map.update(copy -> {
            copy.merge(from, -amount, Long::sum);
            copy.merge(to, amount, Long::sum);
        });
    }

    @Override
    public Map<String, Long> view(long turn) {
        return turn % 2 == 0 ? map.snapshot() : map;
    }

    @Override
    public Map<String, Long> frozen() {
        return map.snapshot();
    }

    @Override
    public OptionalLong nodesCopied() {
        return OptionalLong.of(map.nodesCopied());
    }
}
