package dev.holstein.btree;

import dev.holstein.btree.BTreeAlgebra.Operation;
import dev.holstein.core.Ownership;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A write to many keys, all of it or nothing: it makes the next version beside the present one, whose nodes it does not touch,
 * and the face publishes that version when it is complete. Nodes that it makes may bear the token of the face: until then
 * nobody can see them, and those it takes over stay as editable as they were.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
abstract class BTreeBulk<K, V> {
    /** The method of {@code java.util} that asks for this write, and what a persistent face offers instead. */
    final String method;

    final String persistentMethod;

    private BTreeBulk(String method, String persistentMethod) {
        this.method = method;
        this.persistentMethod = persistentMethod;
    }

    /** Makes the next version; the very version before if nothing changes. */
    abstract BTreeState<K, V> run(BTreeState<K, V> state, Ownership rights);

    /** Puts every entry of a map. */
    static <K, V> BTreeBulk<K, V> putAll(
            Map<? extends K, ? extends V> map,
            BTreeRange<K> range,
            BiConsumer<@Nullable Object, @Nullable Object> checkEntry) {
        return new BTreeBulk<>("putAll", "plusAll") {
            @Override
            BTreeState<K, V> run(BTreeState<K, V> state, Ownership rights) {
                BTreeSorter<K> sorter = new BTreeSorter<>(state.order, map.size());
                for (Map.Entry<? extends K, ? extends V> entry : map.entrySet()) {
                    K key = entry.getKey();
                    V value = entry.getValue();
                    checkEntry.accept(key, value);
                    sorter.add(range.check(state.order, key), value);
                }
                return withAll(state, sorter, rights);
            }
        };
    }

    /** Adds every key of an iteration, without values. */
    static <K, V> BTreeBulk<K, V> addAll(
            Iterable<? extends K> keys,
            BTreeRange<K> range,
            BiConsumer<@Nullable Object, @Nullable Object> checkEntry) {
        return new BTreeBulk<>("addAll", "plusAll") {
            @Override
            BTreeState<K, V> run(BTreeState<K, V> state, Ownership rights) {
                BTreeSorter<K> sorter = new BTreeSorter<>(state.order);
                for (K key : keys) {
                    checkEntry.accept(key, BLeaf.NO_VALUE);
                    sorter.add(range.check(state.order, key), BLeaf.NO_VALUE);
                }
                return withAll(state, sorter, rights);
            }
        };
    }

    /** Puts, keeps or removes what another map of ours has, by its nodes; that map is in the same order but for a union. */
    static <K, V> BTreeBulk<K, V> combine(
            Operation operation, BTreeState<K, ?> other, String method, String persistentMethod) {
        return new BTreeBulk<>(method, persistentMethod) {
            @Override
            BTreeState<K, V> run(BTreeState<K, V> state, Ownership rights) {
                return BTreeAlgebra.combine(operation, state, other, false, null, rights);
            }
        };
    }

    /** Removes every entry of an iteration that is in a range with an equal value. */
    static <K, V> BTreeBulk<K, V> removeAllEntries(
            Iterable<?> entries, BTreeRange<K> range, Consumer<@Nullable Object> checkKey) {
        return new BTreeBulk<>("removeAll", "minusAll") {
            @Override
            @SuppressWarnings("unchecked") // a key that is present is of type K
            BTreeState<K, V> run(BTreeState<K, V> state, Ownership rights) {
                BTreeSorter<K> sorter = new BTreeSorter<>(state.order);
                for (Object object : entries) {
                    if (object instanceof Map.Entry<?, ?> entry) {
                        Object key = entry.getKey(); // once: it may answer another one the next time
                        checkKey.accept(key);
                        if (has(state, range, key, entry.getValue())) {
                            sorter.add((K) key, BLeaf.NO_VALUE);
                        }
                    }
                }
                return withoutAll(state, sorter, rights);
            }
        };
    }

    private static <K> boolean has(
            BTreeState<K, ?> state, BTreeRange<K> range, @Nullable Object key, @Nullable Object value) {
        return (range.isAll() || range.contains(state.order, key))
                && BTreeSearch.contains(state.root, state.order, key)
                && Objects.equals(BTreeSearch.get(state.root, state.order, key), value);
    }

    @SuppressWarnings("unchecked") // values of type V were gathered
    private static <K, V> BTreeState<K, V> withAll(BTreeState<K, V> state, BTreeSorter<K> puts, Ownership rights) {
        if (puts.isWorthMergingWith(state)) {
            return BTreeAlgebra.combine(Operation.UNION, state, puts.toRun(), false, null, rights);
        }
        return edited(state, puts, rights, i -> BTreeEdit.put(BTreeEdit.Kind.PUT, puts.keyAt(i), (V) puts.valueAt(i)));
    }

    private static <K, V> BTreeState<K, V> withoutAll(
            BTreeState<K, V> state, BTreeSorter<K> removals, Ownership rights) {
        if (removals.isWorthMergingWith(state)) {
            return BTreeAlgebra.combine(Operation.DIFFERENCE, state, removals.toRun(), false, null, rights);
        }
        return edited(state, removals, rights, i -> BTreeEdit.remove(removals.keyAt(i)));
    }

    /** One edit after the other, under a right of their own: what the face shows is copied, each node once. */
    private static <K, V> BTreeState<K, V> edited(
            BTreeState<K, V> state, BTreeSorter<K> gathered, Ownership rights, IntFunction<BTreeEdit<K, V>> edits) {
        gathered.sort();
        Ownership ofBulk = new Ownership();
        BTreeState<K, V> result = state;
        for (int i = 0; i < gathered.count(); i++) {
            BTreeEdit<K, V> edit = edits.apply(i);
            edit.run(result.root, result.size, result.order, ofBulk);
            ofBulk.count(edit.nodesCopied, edit.nodesEdited);
            result = edit.changes(result) ? new BTreeState<>(edit.root, edit.size, edit.order()) : result;
        }
        if (result != state) {
            rights.count(ofBulk);
            rights.adopt(ofBulk);
        }
        return result;
    }

    /** Where the changes of a patch go. */
    interface Changes<K, V> {
        void put(K key, V value);

        void remove(K key);
    }

    private static final Object REMOVED = new Object();

    /** A value to be put, apart from a key to be removed. */
    private record Put(Object value) {}

    /** Puts and removes what somebody says; of two changes to one key the later counts. */
    static <K, V> BTreeBulk<K, V> patch(Consumer<Changes<K, V>> source) {
        return new BTreeBulk<>("patch", "patch") {
            @Override
            BTreeState<K, V> run(BTreeState<K, V> state, Ownership rights) {
                BTreeSorter<K> changes = new BTreeSorter<>(state.order);
                source.accept(new Changes<>() {
                    @Override
                    public void put(K key, V value) {
                        changes.add(key, new Put(value));
                    }

                    @Override
                    public void remove(K key) {
                        changes.add(key, REMOVED);
                    }
                });
                return changes.isWorthMergingWith(state)
                        ? merged(state, changes.toRun(), rights)
                        : edited(state, changes, rights, i -> edit(changes.keyAt(i), changes.valueAt(i)));
            }
        };
    }

    @SuppressWarnings("unchecked") // values of type V were said
    private static <K, V> BTreeEdit<K, V> edit(K key, Object change) {
        return change instanceof Put put
                ? BTreeEdit.put(BTreeEdit.Kind.PUT, key, (V) put.value)
                : BTreeEdit.remove(key);
    }

    @SuppressWarnings("unchecked") // only keys of type K were said
    private static <K, V> BTreeState<K, V> merged(BTreeState<K, V> state, BTreeState<K, ?> changes, Ownership rights) {
        BTreeSorter<K> puts = new BTreeSorter<>(state.order);
        BTreeSorter<K> removals = new BTreeSorter<>(state.order);
        BTreeCursor cursor = new BTreeCursor(changes.root, 0, changes.size, false);
        while (cursor.advance()) {
            K key = (K) cursor.key();
            if (cursor.value() instanceof Put put) {
                puts.add(key, put.value);
            } else {
                removals.add(key, BLeaf.NO_VALUE);
            }
        }
        BTreeState<K, V> without =
                BTreeAlgebra.combine(Operation.DIFFERENCE, state, removals.toRun(), false, null, rights);
        return BTreeAlgebra.combine(Operation.UNION, without, puts.toRun(), false, null, rights);
    }

    /** Removes every key of an iteration that is in a range. */
    static <K, V> BTreeBulk<K, V> removeAll(Iterable<?> keys, BTreeRange<K> range) {
        return new BTreeBulk<>("removeAll", "minusAll") {
            @Override
            @SuppressWarnings("unchecked") // the order itself refuses what it cannot compare
            BTreeState<K, V> run(BTreeState<K, V> state, Ownership rights) {
                BTreeSorter<K> sorter = new BTreeSorter<>(state.order);
                for (Object key : keys) {
                    if (range.isAll() || range.contains(state.order, key)) {
                        sorter.add((K) key, BLeaf.NO_VALUE);
                    }
                }
                return withoutAll(state, sorter, rights);
            }
        };
    }

    /** Replaces every value of a range by what a function makes of it, called once an entry. */
    static <K, V> BTreeBulk<K, V> replaceAll(
            BiFunction<? super K, ? super V, ? extends V> function,
            BTreeRange<K> range,
            BiConsumer<@Nullable Object, @Nullable Object> checkEntry) {
        return new BTreeBulk<>("replaceAll", "plusAll") {
            @Override
            BTreeState<K, V> run(BTreeState<K, V> state, Ownership rights) {
                BTreeReplacement<K, V> replacement = new BTreeReplacement<>(function, checkEntry, rights.forWrite());
                int start = range.start(state);
                BNode root = replacement.replaced(state.root, start, range.end(state, start));
                rights.count(replacement.nodesMade, 0);
                return root == state.root ? state : new BTreeState<>(root, state.size, state.order);
            }
        };
    }

    /** Removes every entry of a range: the subtrees between its bounds are cut out, not emptied. */
    static <K, V> BTreeBulk<K, V> clear(BTreeRange<K> range) {
        return new BTreeBulk<>("clear", "minusAll, or empty(comparator) for all") {
            @Override
            BTreeState<K, V> run(BTreeState<K, V> state, Ownership rights) {
                int start = range.start(state);
                int end = range.end(state, start);
                if (start >= end) {
                    return state;
                }
                BTreeBuilder builder = new BTreeBuilder(state.order, rights.forWrite());
                BTreeParts.addRange(builder, state.root, 0, start);
                BTreeParts.addRange(builder, state.root, end, state.size);
                return built(builder, state, rights);
            }
        };
    }

    /** Removes every entry of a range that passes; all of them are asked before anything is done. */
    static <K, V> BTreeBulk<K, V> removeIf(
            String method, BTreeRange<K> range, BiPredicate<? super K, ? super V> passes) {
        return new BTreeBulk<>(method, "minusAll") {
            @Override
            @SuppressWarnings("unchecked") // only keys of type K and values of type V are ever put
            BTreeState<K, V> run(BTreeState<K, V> state, Ownership rights) {
                int index = range.start(state);
                BTreeCursor cursor = new BTreeCursor(state.root, index, range.end(state, index), false);
                int[] removed = new int[16];
                int count = 0;
                while (cursor.advance()) {
                    if (passes.test((K) cursor.key(), (V) cursor.value())) {
                        if (count == removed.length) {
                            removed = Arrays.copyOf(removed, Math.addExact(count, count >> 1));
                        }
                        removed[count++] = index;
                    }
                    index++;
                }
                if (count == 0) {
                    return state;
                }
                BTreeBuilder builder = new BTreeBuilder(state.order, rights.forWrite());
                BTreeParts.addAllBut(builder, state.root, removed, count);
                return built(builder, state, rights);
            }
        };
    }

    private static <K, V> BTreeState<K, V> built(BTreeBuilder builder, BTreeState<K, V> before, Ownership rights) {
        BNode root = builder.root();
        rights.count(builder.nodesMade, 0);
        return root == BLeaf.EMPTY ? BTreeState.empty(before.order) : new BTreeState<>(root, root.size(), before.order);
    }
}
