package dev.holstein.list.fault;

import dev.holstein.cow.SnapshotGroup;
import dev.holstein.fault.Operation;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListChange;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ListIterator;
import java.util.Spliterator;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Every method of lists that runs user code, and all ways to make a list out of something else. */
final class ListOperations {
    private ListOperations() {}

    private static final List<Operation<List<Object>, ItemArguments>> ALL = new ArrayList<>();
    private static final List<Operation<PersistentList<Object>, ItemArguments>> VERSIONS = new ArrayList<>();

    private static void ask(String group, String name, BiFunction<List<Object>, ItemArguments, Object> question) {
        ALL.add(new Operation<>(group, name, question));
    }

    private static void tell(String group, String name, BiConsumer<List<Object>, ItemArguments> call) {
        ask(group, name, (list, a) -> {
            call.accept(list, a);
            return true;
        });
    }

    private static void version(
            String group, String name, BiFunction<PersistentList<Object>, ItemArguments, Object> question) {
        VERSIONS.add(new Operation<>(group, name, (list, a) -> {
            Object answer = question.apply(list, a);
            if (answer instanceof PersistentList<?> made) {
                a.quietly(() -> {
                    ListProbe.check(made);
                    return made;
                });
            }
            return answer;
        }));
    }

    static List<Operation<List<Object>, ItemArguments>> all() {
        return ALL;
    }

    static List<Operation<PersistentList<Object>, ItemArguments>> versions() {
        return VERSIONS;
    }

    static {
        writes();
        reads();
        walks();
        ofConcurrentLists();
        makersOfVersions();
        makers();
    }

    private static Comparator<Object> backwards(ItemArguments a) {
        return (x, y) -> a.burning(ItemArguments.number(y) - ItemArguments.number(x));
    }

    private static CowList<Object> ours(ItemArguments a, int from, int count) {
        CowList<Object> ours = new CowList<>(a.items(from, count));
        return a.spoiltBy(ours, ours::clear);
    }

    private static List<Object> equal(ItemArguments a, List<Object> list) {
        return a.quietly(() ->
                list.stream().map(each -> a.item(ItemArguments.number(each))).toList());
    }

    private static void writes() {
        ask("list", "addAll", (list, a) -> list.addAll(a.burningOf(a.items(50, 9))));
        ask("list", "addAll of ours", (list, a) -> list.addAll(ours(a, 50, 9)));
        ask("list", "addAll inside", (list, a) -> list.addAll(3, a.burningOf(a.items(50, 9))));
        ask("list", "addAll of itself", (list, a) -> {
            List<Object> itself = list;
            return list.addAll(2, itself);
        });
        ask("list", "remove", (list, a) -> list.remove(a.item(7)));
        ask("list", "remove of a missing element", (list, a) -> list.remove(a.item(-7)));
        ask("list", "removeIf", (list, a) -> list.removeIf(each -> a.burning(ItemArguments.number(each) % 3 == 0)));
        ask("list", "removeIf of one", (list, a) -> list.removeIf(each -> a.burning(ItemArguments.number(each) == 4)));
        ask("list", "removeIf of none", (list, a) -> list.removeIf(each -> a.burning(false)));
        ask("list", "removeAll", (list, a) -> list.removeAll(a.burningOf(a.items(3, 3))));
        ask("list", "removeAll of ours", (list, a) -> list.removeAll(ours(a, 3, 3)));
        ask("list", "removeAll of its own range", (list, a) -> list.removeAll(list.subList(1, 4)));
        ask("list", "retainAll", (list, a) -> list.retainAll(a.burningOf(a.items(3, 3))));
        tell(
                "list",
                "replaceAll",
                (list, a) -> list.replaceAll(each -> a.burning(a.item(-ItemArguments.number(each)))));
        tell("list", "replaceAll by the same", (list, a) -> list.replaceAll(a::burning));
        tell("list", "sort", (list, a) -> list.sort(backwards(a)));
        tell("list", "sort by nature", (list, a) -> list.sort(null));
    }

    private static void reads() {
        ask("list", "contains", (list, a) -> list.contains(a.item(7)));
        ask("list", "containsAll", (list, a) -> list.containsAll(a.burningOf(a.items(3, 3))));
        ask("list", "indexOf", (list, a) -> list.indexOf(a.item(7)));
        ask("list", "indexOf of a missing element", (list, a) -> list.indexOf(a.item(-7)));
        ask("list", "lastIndexOf", (list, a) -> list.lastIndexOf(a.item(2)));
        ask("list", "equals of ours", (list, a) -> list.equals(new CowList<>(equal(a, list))));
        ask("list", "equals of another list", (list, a) -> list.equals(a.burningOf(equal(a, list))));
        ask("list", "hashCode", (list, a) -> list.hashCode());
        ask("list", "toString", (list, a) -> list.toString());
        ask("list", "toArray", (list, a) -> list.toArray(n -> a.burning(new Object[n])));
    }

    private static void walks() {
        tell("list", "forEach", (list, a) -> list.forEach(each -> a.fuse.burn()));
        tell("iterator", "forEachRemaining", (list, a) -> list.iterator().forEachRemaining(each -> a.fuse.burn()));
        tell("iterator", "forEachRemaining of a list iterator", (list, a) -> {
            ListIterator<Object> iterator = list.listIterator(2);
            iterator.forEachRemaining(each -> a.fuse.burn());
        });
        tell(
                "spliterator",
                "forEachRemaining",
                (list, a) -> list.spliterator().forEachRemaining(each -> a.fuse.burn()));
        ask("spliterator", "tryAdvance", (list, a) -> {
            Spliterator<Object> elements = list.spliterator();
            boolean first = elements.tryAdvance(each -> a.fuse.burn());
            return first && elements.tryAdvance(each -> a.fuse.burn());
        });
        ask(
                "stream",
                "collect",
                (list, a) -> list.stream()
                        .filter(each -> a.burning(true))
                        .sorted(backwards(a))
                        .toList());
    }

    private static void ofConcurrentLists() {
        concurrent("list", "addIfAbsent", (list, a) -> list.addIfAbsent(a.item(-7)));
        concurrent("list", "addIfAbsent of a present element", (list, a) -> list.addIfAbsent(a.item(7)));
        concurrent("list", "addAllAbsent", (list, a) -> list.addAllAbsent(a.burningOf(a.items(-3, 5))));
        concurrent("list", "indexOf from", (list, a) -> list.indexOf(a.item(7), 2));
        concurrent("list", "lastIndexOf from", (list, a) -> list.lastIndexOf(a.item(2), 8));
        concurrent("list", "update", (list, a) -> {
            list.update(copy -> {
                copy.add(a.item(-1));
                a.fuse.burn();
                copy.set(3, a.item(-3));
                copy.removeAll(a.burningOf(a.items(5, 2)));
                copy.subList(1, 3).clear();
                a.fuse.burn();
            });
            return true;
        });
        concurrent("list", "compareAndSet", (list, a) -> list.compareAndSet(list.snapshot(), PersistentList.empty()));
        concurrent("group", "update", (list, a) -> {
            SnapshotGroup.of(list).update(edit -> {
                edit.of(list).add(a.item(-1));
                a.fuse.burn();
            });
            return true;
        });
    }

    private static void concurrent(
            String group, String name, BiFunction<ConcurrentList<Object>, ItemArguments, Object> question) {
        ask(
                group,
                name,
                (list, a) -> list instanceof ConcurrentList<Object> concurrent ? question.apply(concurrent, a) : false);
    }

    private static void makersOfVersions() {
        version("list", "plusAll", (list, a) -> list.plusAll(a.burningOf(a.items(50, 9))));
        version("list", "plusAll inside", (list, a) -> list.plusAll(3, a.burningOf(a.items(50, 9))));
        version("list", "minus", (list, a) -> list.minus(a.item(7)));
        version("list", "minusAll", (list, a) -> list.minusAll(a.burningOf(a.items(3, 3))));
        version("list", "minusIf", (list, a) -> list.minusIf(each -> a.burning(ItemArguments.number(each) % 3 == 0)));
        version("list", "withAll", (list, a) -> list.withAll(each -> a.burning(a.item(-1))));
        version("list", "sorted", (list, a) -> list.sorted(backwards(a)));
        version(
                "list",
                "patch",
                (list, a) -> list.patch(Stream.<ListChange<Object>>of(
                                new ListChange.Changed<>(2, list.get(2), a.item(-1)),
                                new ListChange.Added<>(4, a.item(-1)),
                                new ListChange.Removed<>(9, list.get(8)))
                        .map(a::burning)));
        version(
                "static",
                "diff",
                (list, a) -> PersistentList.diff(list, PersistentList.copyOf(a.items(1, list.size())))
                        .toList());
    }

    private static void makers() {
        version("static", "copyOf", (list, a) -> PersistentList.copyOf(a.burningOf(a.items(0, 9))));
        version("static", "copyOf an iterable", (list, a) -> {
            List<Object> some = a.burningOf(a.items(0, 9));
            Iterable<Object> iterable = some::iterator;
            return PersistentList.copyOf(iterable);
        });
        version("static", "CowList.copyOf", (list, a) -> CowList.copyOf(a.burningOf(a.items(0, 9))));
        version("static", "new CowList", (list, a) -> new CowList<>(a.burningOf(a.items(0, 9))));
        version("static", "new ConcurrentList", (list, a) -> new ConcurrentList<>(a.burningOf(a.items(0, 9))));
    }
}
