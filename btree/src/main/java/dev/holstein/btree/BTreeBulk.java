package dev.holstein.btree;

import dev.holstein.core.Ownership;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A write to many keys, all of it or nothing: it makes a version of its own out of the present one, under a right that only
 * its own new nodes answer to, and the face publishes that version when it is complete.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
abstract class BTreeBulk<K, V> {
    /** The method of {@code java.util} that asks for this write, and what a persistent face offers instead. */
    final String method;

    final String persistentMethod;

    /** How many entries went; only {@link #removeIf} and {@link #removeAll} say so. */
    int removed;

    private BTreeBulk(String method, String persistentMethod) {
        this.method = method;
        this.persistentMethod = persistentMethod;
    }

    /** Makes the next version. */
    abstract BTreeState<K, V> run(BTreeState<K, V> state, Ownership rights);

    /** Puts every entry of a map. */
    static <K, V> BTreeBulk<K, V> putAll(
            Map<? extends K, ? extends V> map,
            BTreeRange<K> range,
            BiConsumer<@Nullable Object, @Nullable Object> checkEntry) {
        return new BTreeBulk<>("putAll", "plusAll") {
            @Override
            @SuppressWarnings("unchecked") // a SortedMap<? extends K, ?> is read only
            BTreeState<K, V> run(BTreeState<K, V> state, Ownership rights) {
                if (state.size == 0
                        && range.isAll()
                        && map instanceof SortedMap<?, ?> sorted
                        && state.order.sameAs(sorted.comparator())) {
                    BTreeState<K, V> built =
                            BTreeBuilder.fromSorted(((Map<K, V>) map).entrySet(), state.order, rights.forWrite());
                    BTreeCursor cursor = new BTreeCursor(built.root, 0, built.size, false);
                    while (cursor.advance()) {
                        checkEntry.accept(cursor.key(), cursor.value());
                    }
                    rights.count(BTreeBuilder.nodesFor(built.size), 0);
                    return built.size == 0 ? state : built;
                }
                BTreeState<K, V> result = state;
                for (Map.Entry<? extends K, ? extends V> entry : map.entrySet()) {
                    K key = range.check(result.order, entry.getKey());
                    V value = entry.getValue();
                    checkEntry.accept(key, value);
                    result = edited(result, BTreeEdit.put(BTreeEdit.Kind.PUT, key, value), rights);
                }
                return result;
            }
        };
    }

    /** Removes every key of an iteration that is in a range. */
    static <K, V> BTreeBulk<K, V> removeAll(Iterable<?> keys, BTreeRange<K> range) {
        return new BTreeBulk<>("removeAll", "minusAll") {
            @Override
            BTreeState<K, V> run(BTreeState<K, V> state, Ownership rights) {
                BTreeState<K, V> result = state;
                for (Object key : keys) {
                    if (range.isAll() || range.contains(state.order, key)) {
                        result = edited(result, BTreeEdit.remove(key), rights);
                    }
                }
                removed = state.size - result.size;
                return result;
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
            @SuppressWarnings("unchecked") // only keys of type K and values of type V are ever put
            BTreeState<K, V> run(BTreeState<K, V> state, Ownership rights) {
                BTreeState<K, V> result = state;
                BTreeCursor cursor = new BTreeCursor(state.root, range.start(state), range.end(state), false);
                while (cursor.advance()) {
                    K key = (K) cursor.key();
                    V value = function.apply(key, (V) cursor.value());
                    checkEntry.accept(key, value);
                    result = edited(result, BTreeEdit.put(BTreeEdit.Kind.REPLACE, key, value), rights);
                }
                return result;
            }
        };
    }

    /** Removes every entry of a range. */
    static <K, V> BTreeBulk<K, V> clear(BTreeRange<K> range) {
        return new BTreeBulk<>("clear", "empty(comparator)") {
            @Override
            BTreeState<K, V> run(BTreeState<K, V> state, Ownership rights) {
                int start = range.start(state);
                int end = range.end(state);
                if (end - start == state.size) {
                    return state.size == 0 ? state : BTreeState.empty(state.order);
                }
                BTreeState<K, V> result = state;
                for (int left = end - start; left > 0; left--) {
                    result = edited(result, BTreeEdit.poll(range, false), rights);
                }
                return result;
            }
        };
    }

    /** Removes every entry of a range that passes; {@link #removed} says how many did. */
    static <K, V> BTreeBulk<K, V> removeIf(BTreeRange<K> range, BiPredicate<? super K, ? super V> passes) {
        return new BTreeBulk<>("removeIf", "minusAll") {
            @Override
            @SuppressWarnings("unchecked") // only keys of type K and values of type V are ever put
            BTreeState<K, V> run(BTreeState<K, V> state, Ownership rights) {
                BTreeState<K, V> result = state;
                BTreeCursor cursor = new BTreeCursor(state.root, range.start(state), range.end(state), false);
                while (cursor.advance()) {
                    K key = (K) cursor.key();
                    if (passes.test(key, (V) cursor.value())) {
                        result = edited(result, BTreeEdit.remove(key), rights);
                    }
                }
                removed = state.size - result.size;
                return result;
            }
        };
    }

    private static <K, V> BTreeState<K, V> edited(BTreeState<K, V> state, BTreeEdit<K, V> edit, Ownership rights) {
        edit.run(state.root, state.size, state.order, rights);
        rights.count(edit.nodesCopied, edit.nodesEdited);
        return edit.changes(state) ? new BTreeState<>(edit.root(), edit.size(), edit.order()) : state;
    }
}
