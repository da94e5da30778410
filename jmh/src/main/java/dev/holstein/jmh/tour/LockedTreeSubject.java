package dev.holstein.jmh.tour;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A {@link TreeMap} behind one lock, copied for every view: whole views, paid with O(n) time during which nobody writes. */
final class LockedTreeSubject implements Subject {
    private final Object lock = new Object();
    private final SortedMap<String, Long> map = new TreeMap<>();

    @Override
    public String name() {
        return "synchronized TreeMap";
    }

    @Override
    public boolean judged() {
        return false;
    }

    @Override
    public void add(String name, long amount) {
        synchronized (lock) {
            map.merge(name, amount, Long::sum);
        }
    }

    @Override
    public void transfer(String from, String to, long amount) {
        synchronized (lock) {
            map.put(from, map.getOrDefault(from, 0L) - amount);
            map.put(to, map.getOrDefault(to, 0L) + amount);
        }
    }

    @Override
    public Map<String, Long> view(long turn) {
        return frozen();
    }

    @Override
    public Map<String, Long> frozen() {
        synchronized (lock) {
            return new TreeMap<>(map);
        }
    }
}
