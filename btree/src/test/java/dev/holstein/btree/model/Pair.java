package dev.holstein.btree.model;

import dev.holstein.btree.PersistentBTreeMap;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Two maps to be taken together, in one of the ways in which two maps can lie to each other, each with a {@link TreeMap} of the
 * very same keys and values.
 *
 * @param changes how many writes lie between the two, if one is a version of the other; -1 if they share nothing
 */
record Pair(
        PersistentBTreeMap<Object, Object> left,
        PersistentBTreeMap<Object, Object> right,
        TreeMap<Object, Object> leftModel,
        TreeMap<Object, Object> rightModel,
        int changes) {

    /** A value that is told from an equal one by identity only. */
    record Value(int number) {}

    /** Above every other key, of whatever class: once put it takes the prefixes of a map away. */
    @SuppressWarnings("ComparableType") // the very point
    private record Beyond() implements Comparable<Object> {
        @Override
        public int compareTo(Object other) {
            return other instanceof Beyond ? 0 : 1;
        }
    }

    /** How the two maps lie to each other. */
    enum Relation {
        UNRELATED,
        DISJOINT,
        INTERLEAVED_RANGES,
        VERSIONS,
        BOTH_CHANGED,
        VERY_SAME,
        SAME_ENTRIES,
        EQUAL_VALUES,
        LEFT_EMPTY,
        RIGHT_EMPTY,
        CONTAINED,
        CONTAINING,
        OTHER_ORDER,
        LEFT_WITHOUT_PREFIXES,
        RIGHT_WITHOUT_PREFIXES,
        VERSIONS_ONE_WITHOUT_PREFIXES
    }

    static Pair of(Relation relation, Keys keys, int size, long seed) {
        return new Maker(keys, size, new Random(seed)).pair(relation);
    }

    /** Whether both maps are in the same order, as far as their comparators tell. */
    boolean sameOrder() {
        return left.comparator() == right.comparator();
    }

    /** The same two, the other way round. */
    Pair swapped() {
        return new Pair(right, left, rightModel, leftModel, changes);
    }

    private record Maker(Keys keys, int size, Random random) {
        Pair pair(Relation relation) {
            TreeMap<Object, Object> some = some(0, 2 * size, 0.5);
            PersistentBTreeMap<Object, Object> left = map(some);
            switch (relation) {
                case UNRELATED -> {
                    return unrelated(left, some, some(0, 2 * size, random.nextDouble()));
                }
                case DISJOINT -> {
                    TreeMap<Object, Object> above = some(2 * size, 4 * size, random.nextDouble());
                    above.keySet().removeAll(some.keySet());
                    Pair pair = unrelated(left, some, above);
                    return random.nextBoolean() ? pair : pair.swapped();
                }
                case INTERLEAVED_RANGES -> {
                    return interleaved();
                }
                case VERSIONS -> {
                    int changes = random.nextInt(5);
                    PersistentBTreeMap<Object, Object> right = changed(left, changes);
                    Pair pair = new Pair(left, right, some, new TreeMap<>(right), changes);
                    return random.nextBoolean() ? pair : pair.swapped();
                }
                case BOTH_CHANGED -> {
                    int changes = random.nextInt(4);
                    PersistentBTreeMap<Object, Object> one = changed(left, changes);
                    PersistentBTreeMap<Object, Object> other = changed(left, changes);
                    return new Pair(one, other, new TreeMap<>(one), new TreeMap<>(other), 2 * changes);
                }
                case VERY_SAME -> {
                    return new Pair(left, left, some, some, 0);
                }
                case SAME_ENTRIES -> {
                    return unrelated(left, some, some);
                }
                case EQUAL_VALUES -> {
                    TreeMap<Object, Object> equal = new TreeMap<>(some);
                    equal.replaceAll((key, value) -> new Value(((Value) value).number));
                    return unrelated(left, some, equal);
                }
                case LEFT_EMPTY -> {
                    return unrelated(left, some, new TreeMap<>(keys.comparator()))
                            .swapped();
                }
                case RIGHT_EMPTY -> {
                    return unrelated(left, some, new TreeMap<>(keys.comparator()));
                }
                case CONTAINED -> {
                    return contained(left, some).swapped();
                }
                case CONTAINING -> {
                    return contained(left, some);
                }
                case OTHER_ORDER -> {
                    TreeMap<Object, Object> reversed = new TreeMap<>(Collections.reverseOrder(keys.comparator()));
                    reversed.putAll(some(0, 2 * size, random.nextDouble()));
                    return new Pair(left, map(reversed), some, reversed, -1);
                }
                case LEFT_WITHOUT_PREFIXES -> {
                    TreeMap<Object, Object> others = some(0, 2 * size, random.nextDouble());
                    return unrelated(withoutPrefixes(left), some, others);
                }
                case RIGHT_WITHOUT_PREFIXES -> {
                    TreeMap<Object, Object> others = some(0, 2 * size, random.nextDouble());
                    return new Pair(left, withoutPrefixes(map(others)), some, others, -1);
                }
                case VERSIONS_ONE_WITHOUT_PREFIXES -> {
                    PersistentBTreeMap<Object, Object> right = withoutPrefixes(changed(left, random.nextInt(4)));
                    return new Pair(left, right, some, new TreeMap<>(right), -1);
                }
                default -> throw new AssertionError(relation);
            }
        }

        private Pair unrelated(
                PersistentBTreeMap<Object, Object> left, TreeMap<Object, Object> some, TreeMap<Object, Object> others) {
            return new Pair(left, map(others), some, others, -1);
        }

        private Pair interleaved() {
            TreeMap<Object, Object> one = new TreeMap<>(keys.comparator());
            TreeMap<Object, Object> other = new TreeMap<>(keys.comparator());
            int next = 0;
            boolean toOne = random.nextBoolean();
            while (next < 2 * size) {
                int run = 1 + random.nextInt(1 + size / 2);
                for (int i = 0; i < run; i++, next++) {
                    Object key = keys.key(next);
                    if (!one.containsKey(key) && !other.containsKey(key)) {
                        (toOne ? one : other).put(key, new Value(next));
                    }
                }
                toOne = !toOne;
            }
            return new Pair(map(one), map(other), one, other, -1);
        }

        private Pair contained(PersistentBTreeMap<Object, Object> left, TreeMap<Object, Object> some) {
            TreeMap<Object, Object> fewer = new TreeMap<>(some);
            double share = random.nextDouble();
            fewer.keySet().removeIf(key -> random.nextDouble() < share);
            return unrelated(left, some, fewer);
        }

        private TreeMap<Object, Object> some(int from, int to, double share) {
            TreeMap<Object, Object> entries = new TreeMap<>(keys.comparator());
            for (int i = from; i < to; i++) {
                if (random.nextDouble() < share) {
                    entries.put(keys.key(i), new Value(random.nextInt(3)));
                }
            }
            return entries;
        }

        /** Loaded full, or grown entry by entry: trees of different shapes. */
        @SuppressWarnings("unchecked")
        private PersistentBTreeMap<Object, Object> map(TreeMap<Object, Object> entries) {
            if (random.nextBoolean()) {
                return PersistentBTreeMap.fromSorted((Comparator<Object>) entries.comparator(), entries.entrySet());
            }
            PersistentBTreeMap<Object, Object> map =
                    PersistentBTreeMap.empty((Comparator<Object>) entries.comparator());
            for (Map.Entry<Object, Object> entry : entries.entrySet()) {
                map = map.plus(entry.getKey(), entry.getValue());
            }
            return map;
        }

        private PersistentBTreeMap<Object, Object> changed(PersistentBTreeMap<Object, Object> map, int changes) {
            PersistentBTreeMap<Object, Object> changed = map;
            for (int i = 0; i < changes; i++) {
                Object key = keys.key(random.nextInt(2 * size));
                changed = random.nextInt(3) == 0 ? changed.minus(key) : changed.plus(key, new Value(random.nextInt(3)));
            }
            return changed;
        }

        private PersistentBTreeMap<Object, Object> withoutPrefixes(PersistentBTreeMap<Object, Object> map) {
            if (keys.comparator() != null) {
                return map;
            }
            Beyond beyond = new Beyond();
            return map.plus(beyond, new Value(0)).minus(beyond);
        }
    }
}
