package dev.holstein.jmh.report;

import dev.holstein.jmh.report.Target.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is to be reached, and nothing else says so: the report, the short run and the full run are made from this list.
 * Each size and kind of keys is a target of its own.
 */
final class Targets {
    private static final String THOUSAND = "1000";
    private static final String TEN_THOUSAND = "10000";
    private static final String HUNDRED_THOUSAND = "100000";
    private static final String MILLION = "1000000";
    private static final String[] ALL_SIZES = {THOUSAND, TEN_THOUSAND, HUNDRED_THOUSAND, MILLION};
    private static final String[] SMALL_AND_LARGE = {THOUSAND, MILLION};

    /** Those of the peers that were the best of some row in a long run. */
    private static final Set<String> BEST_PEERS = Set.of(
            "TREE_MAP", "SCALA", "PAGURO", "H2", "ATOMIC_SCALA", "TRIE_MAP", "MV_MAP", "KOTLINX", "PCOLLECTIONS");

    private static final String[] PERSISTENT_MAPS = {"VAVR", "SCALA", "PCOLLECTIONS", "PAGURO", "BIFURCAN", "CLOJURE"};
    private static final String[] MAPS = {
        "TREE_MAP",
        "SKIP_LIST",
        "VAVR",
        "SCALA",
        "PCOLLECTIONS",
        "PAGURO",
        "BIFURCAN",
        "BIFURCAN_LINEAR",
        "CLOJURE",
        "H2"
    };
    /** Those that can begin a walk at a key. */
    private static final String[] SORTED_MAPS = {
        "TREE_MAP", "SKIP_LIST", "SCALA", "PCOLLECTIONS", "BIFURCAN", "BIFURCAN_LINEAR", "CLOJURE", "H2"
    };

    private static final String[] SHARED_MAPS = {
        "SKIP_LIST", "LOCKED_TREE_MAP", "TRIE_MAP", "ATOMIC_VAVR", "ATOMIC_SCALA", "MV_MAP"
    };
    /** Those whose views are of one moment. */
    private static final String[] CONSISTENT_MAPS = {
        "LOCKED_TREE_MAP", "TRIE_MAP", "ATOMIC_VAVR", "ATOMIC_SCALA", "MV_MAP"
    };

    private static final String[] PERSISTENT_LISTS = {"VAVR", "KOTLINX", "PAGURO", "BIFURCAN", "SCALA", "PCOLLECTIONS"};
    private static final String[] LISTS_WITH_LOGARITHMIC_INSERTION = {
        "PAGURO", "PAGURO_MUTABLE", "BIFURCAN", "BIFURCAN_LINEAR", "PCOLLECTIONS"
    };

    private final List<Target> all = new ArrayList<>();

    private Targets() {
        mapReads();
        mapWrites();
        sharedMaps();
        wholeMaps();
        lists();
        sharedAndPersistentLists();
        arrays();
        footprints();
    }

    /** The targets of the short run, with the references that it has time for. */
    static List<Target> quick() {
        return all().stream()
                .filter(Target::quick)
                .map(target -> target.beside(BEST_PEERS))
                .toList();
    }

    /** The list, row by row. */
    static List<Target> all() {
        Map<String, List<Target>> rows = new LinkedHashMap<>();
        for (Target target : new Targets().all) {
            rows.computeIfAbsent(target.row(), row -> new ArrayList<>()).add(target);
        }
        return rows.values().stream().flatMap(List::stream).toList();
    }

    private void mapReads() {
        for (String keys : List.of("INTEGER", "LONG")) {
            Row get = row("map get, Integer and Long keys", "op.Get.get")
                    .ours("COW")
                    .against("TREE_MAP");
            get.map(keys, HUNDRED_THOUSAND).ratio(0.30);
            get.quick(keys.equals("INTEGER")).map(keys, MILLION).ratio(0.15);
            for (String size : List.of("100", THOUSAND, TEN_THOUSAND)) {
                get.quick(keys.equals("INTEGER") && size.equals(THOUSAND))
                        .map(keys, size)
                        .ratio(0.45);
            }
        }
        for (String size : ALL_SIZES) {
            Row get = row("map get, String keys", "op.Get.get").ours("COW").against("TREE_MAP");
            get.quick(size.equals(MILLION)).map("STRING", size).ratio(0.5);
            get.map("PREFIXED_STRING", size).ratio(0.6);
        }
        for (String keys : List.of("TICKET", "TICKET_COMPARATOR")) {
            Row get = row("map get, any other key or comparator", "op.Get.get")
                    .ours("COW")
                    .against("TREE_MAP");
            get.map(keys, THOUSAND).ratio(0.9);
            get.quick(keys.equals("TICKET")).map(keys, MILLION).ratio(0.40);
            row("map get, any other key, polluted", "op.GetPolluted.get")
                    .ours("COW")
                    .against("TREE_MAP")
                    .with(Target.paramsOf("keys", keys, "size", MILLION, "pollution", "20"))
                    .ratio(0.40);
        }
    }

    private void mapWrites() {
        Row build = row("build by put, in place", "op.Put.put").ours("COW").against("TREE_MAP");
        build.map("INTEGER", THOUSAND).ratio(1.0);
        build.quick(true).map("INTEGER", MILLION).ratio(0.5);
        Row replace = row("replace in place", "op.Replace.replace").ours("COW").against("TREE_MAP");
        replace.map("INTEGER", HUNDRED_THOUSAND).ratio(0.6);
        replace.quick(true).map("INTEGER", MILLION).ratio(0.35);
        row("remove and put in place", "op.Remove.removeAndPut")
                .ours("COW")
                .against(MAPS)
                .map("INTEGER", MILLION)
                .ratio(0.55);
        for (String size : ALL_SIZES) {
            boolean quick = size.equals(HUNDRED_THOUSAND);
            Row put = row("persistent put", "op.Put.put").ours("PERSISTENT").against(PERSISTENT_MAPS);
            put.quick(quick).map("INTEGER", size).ratio(0.6);
        }
        for (String size : ALL_SIZES) {
            Row replaced = row("persistent replace", "op.Replace.replace");
            replaced.ours("PERSISTENT")
                    .against(PERSISTENT_MAPS)
                    .map("INTEGER", size)
                    .ratio(0.6);
        }
        for (String size : ALL_SIZES) {
            Row minus = row("persistent minus, and put", "op.Remove.removeAndPut");
            minus.ours("PERSISTENT")
                    .against(PERSISTENT_MAPS)
                    .map("INTEGER", size)
                    .ratio(0.6);
        }
    }

    private void sharedMaps() {
        Row fresh = row("ConcurrentBTreeMap put of new keys, 1 writer", "op.Put.put")
                .ours("CONCURRENT")
                .against("SKIP_LIST");
        fresh.map("INTEGER", THOUSAND).ratio(0.8);
        fresh.map("INTEGER", HUNDRED_THOUSAND).ratio(0.9);
        fresh.map("INTEGER", MILLION).ratio(0.35);
        Row one = row("ConcurrentBTreeMap put to present keys, 1 writer", "op.concurrent.WriteTogether.one")
                .ours("CONCURRENT")
                .against("SKIP_LIST");
        one.size(THOUSAND).ratio(0.8);
        one.quick(true).size(HUNDRED_THOUSAND).ratio(0.9);
        one.size(MILLION).ratio(0.35);
        row("ConcurrentBTreeMap put to present keys, 2 writers", "op.concurrent.WriteTogether.two")
                .ours("CONCURRENT")
                .against("SKIP_LIST")
                .size(MILLION)
                .ratio(0.8);
        Row view = row("snapshot and walk beside a writer", "op.concurrent.ViewWhileWriting.viewAndWrite")
                .ours("CONCURRENT")
                .against(SHARED_MAPS)
                .quick(true)
                .size(HUNDRED_THOUSAND);
        view.metric("put").limit(Rule.RATE_RATIO, 1.2);
        view.metric("view").against(CONSISTENT_MAPS).limit(Rule.RATE_RATIO, 3);
        view.metric("torn").limit(Rule.COUNT, 0);
    }

    private void wholeMaps() {
        for (String size : List.of(HUNDRED_THOUSAND, MILLION)) {
            Row iterate = row("iterate", "op.Iterate.iterator").ours("COW").against(MAPS);
            iterate.quick(size.equals(HUNDRED_THOUSAND)).map("INTEGER", size).ratio(0.25);
        }
        for (String size : List.of(HUNDRED_THOUSAND, MILLION)) {
            Row range = row("range of 100", "op.RangeScan.scan").ours("COW").against(SORTED_MAPS);
            range.quick(size.equals(HUNDRED_THOUSAND)).map("INTEGER", size).ratio(0.4);
        }
        for (String size : SMALL_AND_LARGE) {
            Row build = row("bulk build from sorted", "op.BulkBuild.build")
                    .ours("COW")
                    .against(MAPS);
            build.quick(size.equals(THOUSAND)).map("INTEGER", size).ratio(0.2);
        }
        for (String size : SMALL_AND_LARGE) {
            row("putAll of sorted", "op.BulkMerge.putAll")
                    .ours("COW")
                    .against(MAPS)
                    .map("INTEGER", size)
                    .ratio(0.2);
        }
        for (String ours : List.of("COW", "CONCURRENT")) {
            for (String size : List.of(THOUSAND, MILLION, "10000000")) {
                Row snapshot = row("snapshot of a map, any size", "op.Snapshot.snapshot")
                        .ours(ours);
                snapshot.quick(size.equals(MILLION)).map("INTEGER", size).limit(Rule.TIME, 20);
            }
        }
        row("diff of 100 changes", "op.Diff.diff")
                .ours("PERSISTENT")
                .against("TREE_MAP")
                .quick(true)
                .map("INTEGER", MILLION)
                .ratio(0.001);
        for (String size : List.of(HUNDRED_THOUSAND, MILLION)) {
            row("union of two that share 99%", "op.Union.union")
                    .ours("PERSISTENT")
                    .against(MAPS)
                    .map("INTEGER", size)
                    .ratio(0.05);
        }
    }

    private void lists() {
        for (String size : ALL_SIZES) {
            boolean quick = size.equals(MILLION);
            row("CowList get", "op.list.ListGet.get").ofList(quick, size).ratio(1.15);
            row("CowList set", "op.list.ListSet.set").ofList(quick, size).ratio(1.0);
            row("CowList append", "op.list.ListAppend.add").ofList(quick, size).ratio(0.6);
            row("CowList iterate", "op.list.ListIterate.iterator")
                    .ofList(quick, size)
                    .ratio(1.3);
        }
        row("CowList get after middle edits", "op.list.ListGetAfterEdits.get")
                .ours("COW_LIST")
                .against(LISTS_WITH_LOGARITHMIC_INSERTION)
                .size(MILLION)
                .ratio(0.5);
        row("insert and remove in the middle", "op.list.ListInsertRemoveMiddle.insertAndRemove")
                .ours("COW_LIST")
                .against(LISTS_WITH_LOGARITHMIC_INSERTION)
                .quick(true)
                .size(MILLION)
                .ratio(0.25);
        row("list snapshot and first write", "op.list.ListSnapshotAndSet.snapshotAndSet")
                .ours("COW_LIST")
                .against("ARRAY_LIST")
                .quick(true)
                .size(MILLION)
                .limit(Rule.TIME, 2500);
        for (String ours : List.of("COW_LIST", "CONCURRENT_LIST")) {
            for (String size : List.of(THOUSAND, MILLION, "10000000")) {
                row("snapshot of a list, any size", "op.list.ListSnapshot.snapshot")
                        .ours(ours)
                        .size(size)
                        .limit(Rule.TIME, 20);
            }
        }
    }

    private void sharedAndPersistentLists() {
        Row shared = row("ConcurrentList set", "op.list.ConcurrentListSet.set")
                .ours("CONCURRENT_LIST")
                .against("COPY_ON_WRITE")
                .size(HUNDRED_THOUSAND);
        shared.quick(true).ratio(0.01);
        shared.of("ConcurrentList add, and removal", "op.list.ConcurrentListAdd.addAndRemove")
                .ratio(0.01);
        shared.of("ConcurrentList reads", "op.list.ConcurrentListGet.get").ratio(1.3);
        for (String size : SMALL_AND_LARGE) {
            Row with = row("PersistentList with", "op.list.ListWith.with")
                    .ours("PERSISTENT_LIST")
                    .against(PERSISTENT_LISTS)
                    .size(size);
            with.quick(size.equals(THOUSAND)).ratio(0.6);
            with.of("PersistentList plus", "op.list.ListPlusOne.chain").ratio(0.6);
            with.of("PersistentList concat", "op.list.ListConcat.concat").ratio(0.6);
        }
    }

    private void arrays() {
        for (String size : List.of(THOUSAND, MILLION, "100000000")) {
            Row array = row("COW array get", "op.array.ArrayGet.get")
                    .ours("COW")
                    .against("ARRAY")
                    .with(Target.paramsOf("bytes", size));
            array.quick(size.equals(MILLION)).ratio(1.5);
            array.of("COW array set, unique", "op.array.ArraySet.set")
                    .quick(size.equals(MILLION))
                    .ratio(2.0);
            array.of("COW array bulk read", "op.array.ArrayCopy.read").ratio(1.1);
            array.of("COW array bulk write", "op.array.ArrayCopy.write").ratio(1.1);
        }
        Row array = row("COW array snapshot", "op.array.ArraySnapshot.snapshot")
                .ours("COW")
                .against("ARRAY")
                .quick(true)
                .with(Target.paramsOf("bytes", "100000000"));
        array.ratio(0.00001);
        array.quick(true)
                .of("COW array snapshot and first write", "op.array.ArrayFirstWrite.snapshotAndSet")
                .limit(Rule.TIME, 3000);
    }

    /** Prefixes may add four bytes an entry if they are ints, and eight if they are longs. */
    private void footprints() {
        Map<String, Integer> prefixes =
                new TreeMap<>(Map.of("TICKET", 0, "INTEGER", Integer.BYTES, "LONG", Long.BYTES));
        prefixes.forEach((keys, bytes) -> row("bytes per entry, bulk loaded", Target.FOOTPRINT + "map")
                .against("H2")
                .ours("PERSISTENT")
                .with(Target.paramsOf("keys", keys, "size", MILLION, "state", "bulk"))
                .limit(Rule.BYTES, 9.5 + bytes));
        prefixes.forEach((keys, bytes) -> row("bytes per entry, put at random", Target.FOOTPRINT + "map")
                .against("H2")
                .ours("COW")
                .with(Target.paramsOf("keys", keys, "size", MILLION, "state", "one by one"))
                .limit(Rule.BYTES, 11.5 + bytes));
        Row list = row("bytes per element", Target.FOOTPRINT + "list").against("ARRAY_LIST");
        for (String ours : List.of("COW_LIST", "PERSISTENT_LIST")) {
            for (String state : List.of("bulk", "one by one")) {
                list.ours(ours)
                        .with(Target.paramsOf("size", MILLION, "state", state))
                        .limit(Rule.BYTES, 4.6);
            }
        }
    }

    private Row row(String name, String benchmark) {
        return new Row(all, name, benchmark, "", "", List.of(), Target.paramsOf(), false);
    }

    /** A row of targets that is being written: each step answers another row, and a limit adds a target to the list. */
    private record Row(
            List<Target> all,
            String name,
            String benchmark,
            String metric,
            String ours,
            List<String> references,
            SortedMap<String, String> params,
            boolean isQuick) {
        Row ours(String subject) {
            return new Row(all, name, benchmark, metric, subject, references, params, isQuick);
        }

        Row against(String... subjects) {
            return new Row(all, name, benchmark, metric, ours, List.of(subjects), params, isQuick);
        }

        Row metric(String wanted) {
            return new Row(all, name + ": " + wanted, benchmark, wanted, ours, references, params, isQuick);
        }

        Row with(SortedMap<String, String> wanted) {
            return new Row(all, name, benchmark, metric, ours, references, wanted, isQuick);
        }

        Row quick(boolean wanted) {
            return new Row(all, name, benchmark, metric, ours, references, params, wanted);
        }

        /** The same of another operation, which the short run leaves out. */
        Row of(String otherName, String otherBenchmark) {
            return new Row(all, otherName, otherBenchmark, metric, ours, references, params, false);
        }

        Row map(String keys, String size) {
            return with(Target.paramsOf("keys", keys, "size", size));
        }

        Row size(String size) {
            return with(Target.paramsOf("size", size));
        }

        Row ofList(boolean wanted, String size) {
            return ours("COW_LIST").against("ARRAY_LIST").quick(wanted).size(size);
        }

        void ratio(double limit) {
            limit(Rule.TIME_RATIO, limit);
        }

        void limit(Rule rule, double limit) {
            all.add(new Target(name, benchmark, metric, params, ours, references, rule, limit, isQuick));
        }
    }
}
