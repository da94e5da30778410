package dev.holstein.btree;

import dev.holstein.core.Checks;
import dev.holstein.core.Ownership;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One write to one key: all of {@code put}, {@code remove}, {@code replace}, {@code compute}, {@code merge} and their kin, for
 * every face. Under {@link dev.holstein.core.Owner#NONE} it is the persistent update, under the token of a face the edit in
 * place; the path down and back is the same.
 *
 * <p>It descends once. At the leaf it decides what to do ({@link #decide}), which is where functions run: exactly once, after
 * every comparison and before the first change, so that an exception of user code changes nothing. Only then does it ask for
 * the token to edit with. On the way back each level absorbs what happened below ({@link BTreeInsert}, {@link BTreeDelete}).
 *
 * <p>An object of this class is made for one write and carries its outcome.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
final class BTreeEdit<K, V> extends BTreeChange {
    /** What to do, the method of {@code java.util} that asks for it, and what a persistent face offers instead. */
    enum Kind {
        PUT("put", "plus", true),
        PUT_IF_ABSENT("putIfAbsent", "plus", true),
        REPLACE("replace", "plus", true),
        REPLACE_EXPECTED("replace", "plus", true),
        REMOVE("remove", "minus", false),
        REMOVE_EXPECTED("remove", "minus", false),
        COMPUTE("compute", "plus", false),
        COMPUTE_IF_ABSENT("computeIfAbsent", "plus", false),
        COMPUTE_IF_PRESENT("computeIfPresent", "plus", false),
        MERGE("merge", "plus", true),
        POLL_FIRST("pollFirstEntry", "minus", false),
        POLL_LAST("pollLastEntry", "minus", false);

        final String method;
        final String persistentMethod;

        /** Whether the caller gives a value to store. */
        final boolean takesValue;

        Kind(String method, String persistentMethod, boolean takesValue) {
            this.method = method;
            this.persistentMethod = persistentMethod;
            this.takesValue = takesValue;
        }

        /** Whether the edit finds its entry by position. */
        boolean polls() {
            return this == POLL_FIRST || this == POLL_LAST;
        }

        /** Whether the edit runs no code of users, but for that of keys and their order: it may then be made more than once. */
        boolean isPlain() {
            return this == PUT || this == PUT_IF_ABSENT || this == REPLACE || this == REMOVE;
        }

        /** Whether the edit can bring in a key that was not there. */
        boolean mayInsert() {
            return switch (this) {
                case PUT, PUT_IF_ABSENT, COMPUTE, COMPUTE_IF_ABSENT, MERGE -> true;
                default -> false;
            };
        }
    }

    private enum Action {
        KEEP,
        STORE,
        REMOVE
    }

    private static final int BY_KEY = -1;

    final Kind kind;
    private final @Nullable Object key;
    private @Nullable V value;

    /** What the kind asks for besides key and value: an expected value, a function, or the range to poll from. */
    private final @Nullable Object argument;

    /** The order after the write: it adopts a prefix with the first key, and drops it with the last. */
    KeyOrder<K> order = KeyOrder.of(null);

    /** The root after the write; the very root before it if nothing changed or all was edited in place. */
    BNode root = BLeaf.EMPTY;

    /** The number of entries after the write. */
    int size;

    /** The prefix of the key, under the stem of the first node. */
    private long prefix;

    private @Nullable String stem;
    private int index = BY_KEY;
    private boolean decided;
    private Ownership rights = Ownership.PERSISTENT;

    private boolean applied;
    private @Nullable V result;
    private Map.@Nullable Entry<K, V> polled;

    private BTreeEdit(Kind kind, @Nullable Object key, @Nullable V value, @Nullable Object argument) {
        this.kind = kind;
        this.key = key;
        this.value = value;
        this.argument = argument;
    }

    static <K, V> BTreeEdit<K, V> put(Kind kind, K key, V value) {
        return new BTreeEdit<>(kind, key, value, null);
    }

    static <K, V> BTreeEdit<K, V> replaceExpected(K key, V expected, V value) {
        return new BTreeEdit<>(Kind.REPLACE_EXPECTED, key, value, expected);
    }

    static <K, V> BTreeEdit<K, V> remove(@Nullable Object key) {
        return new BTreeEdit<>(Kind.REMOVE, key, null, null);
    }

    static <K, V> BTreeEdit<K, V> removeExpected(@Nullable Object key, @Nullable Object expected) {
        return new BTreeEdit<>(Kind.REMOVE_EXPECTED, key, null, expected);
    }

    static <K, V> BTreeEdit<K, V> compute(
            Kind kind, K key, BiFunction<? super K, ? super V, ? extends @Nullable V> function) {
        return new BTreeEdit<>(kind, key, null, Checks.notNull(function, "remappingFunction"));
    }

    static <K, V> BTreeEdit<K, V> computeIfAbsent(K key, Function<? super K, ? extends @Nullable V> function) {
        return new BTreeEdit<>(Kind.COMPUTE_IF_ABSENT, key, null, Checks.notNull(function, "mappingFunction"));
    }

    static <K, V> BTreeEdit<K, V> merge(
            K key, V value, BiFunction<? super V, ? super V, ? extends @Nullable V> function) {
        return new BTreeEdit<>(
                Kind.MERGE, key, Checks.notNull(value, "value"), Checks.notNull(function, "remappingFunction"));
    }

    static <K, V> BTreeEdit<K, V> poll(BTreeRange<K> range, boolean last) {
        return new BTreeEdit<>(last ? Kind.POLL_LAST : Kind.POLL_FIRST, null, null, range);
    }

    /** The key to write to; null for a poll. */
    @Nullable
    Object key() {
        return key;
    }

    /** What the kind asks for besides key and value. */
    @Nullable
    Object argument() {
        return argument;
    }

    /**
     * Whether the edit may be made on a version that is gone before it is published: no code of users runs then, not even that of
     * keys.
     *
     * @throws NullPointerException if the key is null, and the natural order cannot compare it
     */
    boolean mayRepeat(KeyOrder<K> orderOfMap) {
        return kind.isPlain() && orderOfMap.prefixBits != 0 && orderOfMap.forProbe(key).prefixBits != 0;
    }

    /** Forgets what has come of it, to be made anew. */
    @Override
    void reset() {
        super.reset();
        decided = false;
        applied = false;
        result = null;
    }

    /** Refuses values that are null, for a map that takes none. */
    void refuseNullValues() {
        if (kind.takesValue) {
            Checks.notNull(value, "value");
        }
        if (kind == Kind.REPLACE_EXPECTED) {
            Checks.notNull(argument, "oldValue");
        }
    }

    /** The value given with the key, if the kind has one. */
    @Nullable
    V value() {
        return value;
    }

    /** What the method of {@code java.util} answers: the value before, or after, as its kind says. */
    @Nullable
    V result() {
        return result;
    }

    /** Whether the condition of a conditional write held. */
    boolean applied() {
        return applied;
    }

    /** The entry that a poll removed; null if there was none. */
    Map.@Nullable Entry<K, V> polled() {
        return polled;
    }

    /** Whether the write led to another root or size; an edit in place need not. */
    boolean changes(BTreeState<K, V> before) {
        return root != before.root || size != before.size;
    }

    @Override
    KeyOrder<K> order() {
        return order;
    }

    /**
     * Carries the write out on the nodes below a root.
     *
     * @param rightsOfFace who may edit in place, asked once all user code has run
     */
    void run(BNode startRoot, int startSize, KeyOrder<K> startOrder, Ownership rightsOfFace) {
        rights = rightsOfFace;
        root = startRoot;
        size = startSize;
        order = startOrder;
        KeyOrder<K> probe = kind.polls() ? order : probeOrder();
        if (kind.polls() && !findIndex()) {
            return;
        }
        BNode edited = edit(root, probe);
        if (committed) { // no call from here on
            size += sizeChange;
            return;
        }
        if (decided) {
            edited = insertWithoutPrefixes(probe);
        }
        if (right != null) {
            edited = BTreeInsert.growRoot(this, edited);
        }
        while (edited instanceof BInner inner && inner.count() == 1) {
            edited = inner.children[0];
        }
        root = edited;
        size += sizeChange;
        if (size == 0) {
            order = order.plain();
        }
    }

    /** A poll goes by position, not by key: it removes the entry that it answers, whatever the comparator says of it. */
    @SuppressWarnings("unchecked") // a poll was made with a range
    private boolean findIndex() {
        BTreeState<K, V> state = new BTreeState<>(root, size, order);
        BTreeRange<K> range = (BTreeRange<K>) Checks.present(argument, "the range");
        int start = range.start(state);
        int end = range.end(state, start);
        index = kind == Kind.POLL_FIRST ? start : end - 1;
        return start < end;
    }

    /** The order to search with; and takes the prefix of the key under it. */
    @SuppressWarnings("unchecked") // a key that may be inserted came in as a K
    private KeyOrder<K> probeOrder() {
        if (size == 0 && kind.mayInsert()) {
            order = order.adopting((K) key);
        }
        KeyOrder<K> probe = order.forProbe(key);
        stem = root.stem();
        prefix = probe.prefix(key, stem);
        return probe;
    }

    /**
     * Starts again for a key whose class is not that of the others, and which compares with them all the same (nobody is known
     * to do this): it has no prefix, so the nodes must not have any. What to store has been decided; no function runs twice.
     */
    private BNode insertWithoutPrefixes(KeyOrder<K> plain) {
        BTreeBuilder builder = BTreeParts.withoutPrefixes(root, size, plain);
        root = builder.root();
        nodesCopied += builder.nodesMade;
        order = plain;
        stem = root.stem();
        leftmost = true;
        return edit(root, plain);
    }

    private BNode edit(BNode node, KeyOrder<K> probe) {
        if (node instanceof BInner inner) {
            int slot = index == BY_KEY ? BTreeSearch.childSlot(inner, probe, key, stem, prefix) : childAtIndex(inner);
            leftmost &= slot == 0;
            BNode child = inner.children[slot];
            BNode edited = edit(child, probe);
            if (committed) { // no call from here on
                if (sizeChange != 0) {
                    inner.sizes[slot] += sizeChange;
                    nodesEdited++;
                }
                return inner;
            }
            if (right != null) {
                return BTreeInsert.absorbSplit(this, inner, slot, edited);
            }
            if (sizeChange < 0) {
                return BTreeDelete.absorbRemoval(this, inner, slot, edited);
            }
            return edited == child && sizeChange == 0 ? inner : replaceChild(inner, slot, edited);
        }
        return editLeaf((BLeaf) node, probe);
    }

    private int childAtIndex(BInner inner) {
        int slot = 0;
        while (index >= inner.sizes[slot]) {
            index -= inner.sizes[slot++];
        }
        return slot;
    }

    @SuppressWarnings("unchecked") // only keys of type K and values of type V are ever put
    private BLeaf editLeaf(BLeaf leaf, KeyOrder<K> probe) {
        int slot = index == BY_KEY ? BTreeSearch.find(leaf, probe, key, stem, prefix) : index;
        boolean found = slot >= 0;
        V present = found ? (V) leaf.valueAt(slot) : null;
        Action action = decided ? Action.STORE : decide(found, present);
        if (action == Action.STORE && !found && probe != order) {
            decided = true;
            return leaf;
        }
        if (action == Action.KEEP) {
            return leaf;
        }
        if (kind.polls()) {
            polled = new SimpleImmutableEntry<>((K) leaf.keys[slot], present);
        }
        owner = rights.forWrite();
        if (action == Action.REMOVE) {
            return BTreeDelete.remove(this, leaf, slot, leaf == root);
        }
        return found ? BTreeInsert.replace(this, leaf, slot, value) : insert(leaf, -slot - 1);
    }

    private BLeaf insert(BLeaf leaf, int slot) {
        if (size == 0) {
            sizeChange = 1;
            nodesCopied = 1;
            return BLeaf.of(owner, key, value, order);
        }
        if (size == Integer.MAX_VALUE) {
            throw new IllegalStateException("the map is full: " + size + " entries");
        }
        long here = order.prefix(key, stem, prefix, leaf.stem);
        // A key that is not below the separator, and yet below the first key, which is the separator: the order
        // contradicts itself. Behind that key it is as good as before it, and the separator stays the first key.
        return BTreeInsert.insert(this, leaf, leftmost ? slot : Math.max(slot, 1), key, here, value);
    }

    /** What to do with the key, given what it has now; runs the function, if there is one. */
    private Action decide(boolean found, @Nullable V present) {
        return switch (kind) {
            case PUT -> storing(present, !found || present != value);
            case PUT_IF_ABSENT -> storing(present, present == null && !(found && value == null));
            case REPLACE -> storing(present, found && present != value);
            case REPLACE_EXPECTED -> {
                applied = found && Objects.equals(argument, present);
                yield storing(present, applied && present != value);
            }
            case REMOVE, POLL_FIRST, POLL_LAST -> removing(present, found);
            case REMOVE_EXPECTED -> removing(present, found && Objects.equals(argument, present));
            default -> computed(found, present);
        };
    }

    private Action storing(@Nullable V before, boolean store) {
        result = before;
        return store ? Action.STORE : Action.KEEP;
    }

    private Action removing(@Nullable V before, boolean remove) {
        result = before;
        applied = remove;
        return remove ? Action.REMOVE : Action.KEEP;
    }

    @SuppressWarnings("unchecked") // the factory of each kind took a function of this type
    private Action computed(boolean found, @Nullable V present) {
        boolean runs = kind == Kind.COMPUTE || (kind == Kind.COMPUTE_IF_ABSENT) == (present == null);
        if (!runs && kind != Kind.MERGE) {
            return storing(present, false);
        }
        Object user = Checks.present(argument, "the function");
        V after;
        if (kind == Kind.COMPUTE_IF_ABSENT) {
            after = ((Function<@Nullable Object, V>) user).apply(key);
        } else if (kind == Kind.MERGE) {
            after = present == null ? value : ((BiFunction<V, @Nullable V, V>) user).apply(present, value);
        } else {
            after = ((BiFunction<@Nullable Object, @Nullable V, V>) user).apply(key, present);
        }
        result = after;
        if (after == null) {
            return found && kind != Kind.COMPUTE_IF_ABSENT ? Action.REMOVE : Action.KEEP;
        }
        value = after;
        return found && after == present ? Action.KEEP : Action.STORE;
    }
}
