package dev.holstein.btree.fault;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.btree.RankedSet;
import dev.holstein.btree.SetChange;
import dev.holstein.btree.fault.KeyFuse.Key;
import dev.holstein.cow.SnapshotGroup;
import dev.holstein.fault.Operation;
import dev.holstein.fault.Witness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collector;
import java.util.stream.Stream;

/** Every method of sets that runs user code, and all ways to make a set out of something else. */
final class SetOperations {
    private SetOperations() {}

    private static final List<Operation<RankedSet<Object>, KeyArguments>> ALL = new ArrayList<>();
    private static final List<Operation<PersistentBTreeSet<Object>, KeyArguments>> VERSIONS = new ArrayList<>();

    private static void ask(String group, String name, BiFunction<RankedSet<Object>, KeyArguments, Object> question) {
        ALL.add(new Operation<>(group, name, question));
    }

    private static void version(
            String group, String name, BiFunction<PersistentBTreeSet<Object>, KeyArguments, Object> question) {
        VERSIONS.add(new Operation<>(group, name, (set, a) -> {
            Object answer = question.apply(set, a);
            if (answer instanceof PersistentBTreeSet<?> made) {
                a.quietly(() -> BTreeProbe.check(made));
            }
            return answer;
        }));
    }

    static List<Operation<RankedSet<Object>, KeyArguments>> all() {
        return ALL;
    }

    static List<Operation<PersistentBTreeSet<Object>, KeyArguments>> versions() {
        return VERSIONS;
    }

    static {
        writes();
        reads();
        neighbours();
        walks();
        ofTheFaces();
        makersOfVersions();
        makers();
        collectors();
    }

    private static CowBTreeSet<Object> ours(KeyArguments a, Collection<Object> elements) {
        CowBTreeSet<Object> ours = a.quietly(() -> {
            CowBTreeSet<Object> made = new CowBTreeSet<>(a.order);
            made.addAll(elements);
            return made;
        });
        return a.spoiltBy(ours, ours::clear);
    }

    private static List<Object> equal(KeyArguments a, Collection<Object> elements) {
        return elements.stream()
                .map(each -> a.quietly(() -> a.key(KeyArguments.number(each))))
                .toList();
    }

    private static void writes() {
        ask("set", "add", (set, a) -> set.add(a.key(15)));
        ask("set", "add a present element", (set, a) -> set.add(a.key(16)));
        ask("set", "remove", (set, a) -> set.remove(a.key(16)));
        ask("set", "pollFirst", (set, a) -> set.pollFirst());
        ask("set", "pollLast", (set, a) -> set.pollLast());
        ask("set", "addAll of few", (set, a) -> set.addAll(a.burningOf(a.keys(3))));
        ask("set", "addAll of many", (set, a) -> set.addAll(a.burningOf(a.keys(25))));
        ask("set", "addAll of ours", (set, a) -> set.addAll(ours(a, a.keys(9))));
        ask(
                "set",
                "addAll of ours in another order",
                (set, a) -> set.addAll(ours(a, a.keys(12)).descendingSet()));
        ask("set", "addAll of itself", (set, a) -> {
            RankedSet<Object> itself = set;
            return set.addAll(itself);
        });
        ask("set", "removeAll of few", (set, a) -> set.removeAll(a.burningOf(a.keys(5))));
        ask(
                "set",
                "removeAll of many",
                (set, a) -> set.subSet(a.lower(), a.upper()).removeAll(a.burningOf(a.keys(15))));
        ask("set", "removeAll of ours", (set, a) -> set.removeAll(ours(a, a.keys(9))));
        ask("set", "removeAll of its own view", (set, a) -> set.removeAll(set.subSet(a.lower(), a.upper())));
        ask("set", "retainAll", (set, a) -> set.retainAll(a.burningOf(a.keys(5))));
        ask("set", "retainAll of ours", (set, a) -> set.retainAll(ours(a, a.keys(9))));
        ask("set", "removeIf", (set, a) -> set.removeIf(each -> a.burning(KeyArguments.number(each) % 3 == 0)));
        ask("set", "clear of a view", (set, a) -> {
            set.subSet(a.lower(), a.upper()).clear();
            return true;
        });
    }

    private static void reads() {
        ask("set", "contains", (set, a) -> set.contains(a.key(16)));
        ask("set", "containsAll", (set, a) -> set.containsAll(a.burningOf(a.keys(4))));
        ask("set", "equals of ours", (set, a) -> set.equals(ours(a, equal(a, set))));
        ask("set", "equals of another set", (set, a) -> set.equals(a.burningOf(equal(a, set))));
        ask("set", "hashCode", (set, a) -> set.hashCode());
        ask("set", "toString", (set, a) -> set.toString());
        ask("set", "size", (set, a) -> set.size());
        ask("set", "indexOf", (set, a) -> set.indexOf(a.key(16)));
        ask("set", "rank", (set, a) -> set.rank(a.key(15), true));
        ask("set", "elementAt", (set, a) -> set.elementAt(3));
        ask("set", "snapshot", (set, a) -> set.snapshot());
        ask("set", "toArray", (set, a) -> set.toArray(n -> a.burning(new Object[n])));
    }

    private static void neighbours() {
        ask("set", "lower", (set, a) -> set.lower(a.key(16)));
        ask("set", "floor", (set, a) -> set.floor(a.key(15)));
        ask("set", "ceiling", (set, a) -> set.ceiling(a.key(15)));
        ask("set", "higher", (set, a) -> set.higher(a.key(16)));
        ask("set", "headSet", (set, a) -> set.headSet(a.upper()));
        ask("set", "headSet inclusive", (set, a) -> set.headSet(a.upper(), true));
        ask("set", "tailSet", (set, a) -> set.tailSet(a.lower()));
        ask("set", "tailSet exclusive", (set, a) -> set.tailSet(a.lower(), false));
        ask("set", "subSet", (set, a) -> set.subSet(a.lower(), a.upper()));
        ask("set", "subSet inclusive", (set, a) -> set.subSet(a.lower(), true, a.upper(), true));
    }

    private static void walks() {
        ask("set", "forEach", (set, a) -> {
            set.forEach(each -> a.fuse.burn());
            return true;
        });
        ask("iterator", "forEachRemaining", (set, a) -> {
            set.descendingIterator().forEachRemaining(each -> a.fuse.burn());
            return true;
        });
        ask("iterator", "remove", (set, a) -> {
            Iterator<Object> elements = set.iterator();
            Object unused = elements.next();
            elements.remove();
            return true;
        });
        ask("spliterator", "forEachRemaining", (set, a) -> {
            set.spliterator().forEachRemaining(each -> a.fuse.burn());
            return true;
        });
        ask("spliterator", "tryAdvance", (set, a) -> set.spliterator().tryAdvance(each -> a.fuse.burn()));
    }

    private static void ofTheFaces() {
        ask("set", "patch", (set, a) -> {
            Stream<SetChange<Object>> changes = changes(a);
            if (set instanceof CowBTreeSet<Object> cow) {
                cow.patch(changes);
            } else if (set instanceof ConcurrentBTreeSet<Object> concurrent) {
                concurrent.patch(changes);
            }
            return true;
        });
        ask("set", "update", (set, a) -> {
            if (set instanceof ConcurrentBTreeSet<Object> concurrent) {
                concurrent.update(copy -> {
                    copy.addAll(a.burningOf(a.keys(9)));
                    copy.remove(a.key(20));
                    a.fuse.burn();
                });
            }
            return true;
        });
        ask("set", "compareAndSet", (set, a) -> {
            if (set instanceof ConcurrentBTreeSet<Object> concurrent) {
                PersistentBTreeSet<Object> seen = concurrent.snapshot();
                PersistentBTreeSet<Object> next =
                        a.quietly(() -> seen.minus(a.key(30)).plus(a.key(15)).minus(a.key(16)));
                return concurrent.compareAndSet(seen, next);
            }
            return false;
        });
        ask("group", "update", (set, a) -> {
            if (set instanceof ConcurrentBTreeSet<Object> concurrent) {
                SnapshotGroup.of(concurrent).update(edit -> {
                    edit.of(concurrent).add(a.key(15));
                    a.fuse.burn();
                });
            }
            return true;
        });
    }

    private static Stream<SetChange<Object>> changes(KeyArguments a) {
        return a.keys(25).stream()
                .map(key -> a.burning(
                        KeyArguments.number(key) % 4 == 0 ? new SetChange.Removed<>(key) : new SetChange.Added<>(key)));
    }

    private static void makersOfVersions() {
        version("set", "plus", (set, a) -> set.plus(a.key(15)));
        version("set", "minus", (set, a) -> set.minus(a.key(16)));
        version("set", "plusAll", (set, a) -> set.plusAll(a.burningOf(a.keys(25))));
        version("set", "minusAll", (set, a) -> set.minusAll(a.burningOf(a.keys(5))));
        version("set", "union", (set, a) -> set.union(ours(a, a.keys(9)).snapshot()));
        version(
                "set",
                "intersection",
                (set, a) -> set.intersection(ours(a, a.keys(9)).snapshot()));
        version(
                "set",
                "difference",
                (set, a) -> set.difference(ours(a, a.keys(9)).snapshot()));
        version(
                "set",
                "symmetricDifference",
                (set, a) -> set.symmetricDifference(ours(a, a.keys(9)).snapshot()));
        version("set", "split", (set, a) -> set.split(a.key(15)));
        version(
                "set",
                "join",
                (set, a) -> a.quietly(() -> set.split(a.key(15)).below())
                        .join(a.quietly(() -> set.split(a.key(16)).from())));
        version("set", "patch", (set, a) -> set.patch(changes(a)));
        version(
                "static",
                "diff",
                (set, a) -> PersistentBTreeSet.diff(set, ours(a, a.keys(9)).snapshot())
                        .toList());
    }

    private static void makers() {
        version("static", "copyOf", (set, a) -> PersistentBTreeSet.<Object>copyOf(a.burningOf(a.keys(9))));
        version("static", "copyOf a sorted set", (set, a) -> PersistentBTreeSet.copyOf(set.headSet(a.key(30))));
        version(
                "static",
                "fromSorted",
                (set, a) -> PersistentBTreeSet.fromSorted(a.fuse.orderOfKeys(), a.burningOf(List.copyOf(set))));
        version(
                "static",
                "natural fromSorted",
                (set, a) -> PersistentBTreeSet.fromSorted(
                        a.burningOf(set.stream().map(Key.class::cast).toList())));
        version("static", "of", (set, a) -> PersistentBTreeSet.of((Key) a.key(2), (Key) a.key(1)));
        version(
                "static",
                "new CowBTreeSet",
                (set, a) -> new CowBTreeSet<>((Collection<Object>) a.burningOf(a.keys(9))));
        version("static", "new CowBTreeSet of a sorted set", (set, a) -> new CowBTreeSet<>(set.headSet(a.key(30))));
        version(
                "static",
                "new ConcurrentBTreeSet",
                (set, a) -> new ConcurrentBTreeSet<>((Collection<Object>) a.burningOf(a.keys(9))));
        version(
                "static",
                "new ConcurrentBTreeSet of a sorted set",
                (set, a) -> new ConcurrentBTreeSet<>(set.headSet(a.key(30))));
    }

    private static void collector(
            String name, BiFunction<PersistentBTreeSet<Object>, KeyArguments, Collector<Object, ?, ?>> maker) {
        version(
                Witness.COLLECTOR + name + "(Comparator)",
                "collect",
                (set, a) -> a.keys(9).stream().collect(maker.apply(set, a)));
    }

    private static void collectors() {
        collector("toPersistentBTreeSet", (set, a) -> PersistentBTreeSet.toPersistentBTreeSet(a.order));
        collector("toCowBTreeSet", (set, a) -> CowBTreeSet.toCowBTreeSet(a.order));
        collector("toConcurrentBTreeSet", (set, a) -> ConcurrentBTreeSet.toConcurrentBTreeSet(a.order));
    }
}
