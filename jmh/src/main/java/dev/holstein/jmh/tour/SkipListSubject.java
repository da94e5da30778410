package dev.holstein.jmh.tour;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's concurrent sorted map. Each of its writes is atomic, but it has none to two keys; its iterators are weakly
 * consistent, and it has no other view of the whole. So a view is torn as soon as a writer is at work: by its contract, not by
 * a fault.
 */
final class SkipListSubject implements Subject {
    private final ConcurrentSkipListMap<String, Long> map = new ConcurrentSkipListMap<>();

    @Override
    public String name() {
        return "ConcurrentSkipListMap";
    }

    @Override
    public boolean judged() {
        return false;
    }

    @Override
    public void add(String name, long amount) {
        map.merge(name, amount, Long::sum);
    }

    @Override
    public void transfer(String from, String to, long amount) {
        map.put(from, map.getOrDefault(from, 0L) - amount);
        map.put(to, map.getOrDefault(to, 0L) + amount);
    }

    @Override
    public Map<String, Long> view(long turn) {
        return map;
    }

    @Override
    public @Nullable Map<String, Long> frozen() {
        return null;
    }
}
