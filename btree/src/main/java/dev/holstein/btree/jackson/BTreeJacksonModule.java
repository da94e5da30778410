package dev.holstein.btree.jackson;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.Module;
import dev.holstein.core.Checks;
import dev.holstein.jackson.HolsteinJacksonModule;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Teaches Jackson 2 to read persistent maps and sets, and to read maps and sets in an order that is not the natural one.
 * It brings {@link HolsteinJacksonModule} with it, unless one with copiers is there.
 *
 * <pre>{@code
 * ObjectMapper mapper = JsonMapper.builder().addModule(new BTreeJacksonModule()).build();
 * PersistentBTreeMap<Integer, String> map = mapper.readValue("{\"2\": \"b\", \"1\": \"a\"}", new TypeReference<>() {});
 * assert mapper.writeValueAsString(map).equals("{\"1\":\"a\",\"2\":\"b\"}");
 * }</pre>
 *
 * <p>On the class path {@code findAndRegisterModules()} finds it. On the module path it does not, and the module is
 * registered as above: a service must not be provided where Jackson may be absent. An application in a module of its own says
 * {@code requires com.fasterxml.jackson.databind}.
 *
 * <p>Maps are objects, and sets arrays, in their order; views are written as what they show. {@link
 * dev.holstein.btree.CowBTreeMap}, {@link dev.holstein.btree.CowBTreeSet}, {@link
 * dev.holstein.btree.ConcurrentBTreeMap} and {@link dev.holstein.btree.ConcurrentBTreeSet} are read and written without
 * this module, too. Keys, values and elements follow Jackson's own rules: generics, key classes, polymorphic
 * values, annotations of properties. A part or another view of a map or set cannot be read by the name of its class (default
 * typing); a reference to an object that comes later in the JSON is refused in the persistent ones. The changes of a {@code diff} are
 * written by their accessors, which do not tell a removal from an addition, and cannot be read.
 *
 * <p><b>Order.</b> JSON has none. What is read is sorted by nature, whatever comes first; of a key that comes twice the last
 * value counts. To read in another order, tell it for a class of keys ({@link #withOrder}), or update a map that has it
 * ({@code readerForUpdating}, {@code @JsonMerge} on a property whose first value is {@code
 * PersistentBTreeMap.empty(order)}).
 *
 * <p><b>Updates.</b> An update of a persistent map or set answers a new one in the same order, with what was read put into it,
 * and leaves the old one as it was, values included, also if the JSON is bad: a value that is present is replaced, where Jackson would
 * update one in another map. The other faces are filled by Jackson entry by entry, and keep what was
 * read before the error; to read into a concurrent map at once, read another map and {@code putAll} it.
 *
 * <p><b>Nulls.</b> Values may be null, but not in concurrent maps, whose {@code NullPointerException} Jackson passes on.
 * A null for the whole is null, or empty if Jackson is told so ({@code Nulls.AS_EMPTY}).
 *
 * <p><b>Cost.</b> That of Jackson for a {@code TreeMap}: one put an entry, and O(1) to freeze them.
 *
 * <p><b>Threads.</b> Immutable.
 */
@SuppressWarnings("exports") // who calls this has Jackson; who does not need not have it
public final class BTreeJacksonModule extends Module {
    private final Map<Class<?>, Comparator<Object>> orders;

    /** A module that reads in natural order. */
    public BTreeJacksonModule() {
        this(Map.of());
    }

    private BTreeJacksonModule(Map<Class<?>, Comparator<Object>> orders) {
        this.orders = orders;
    }

    /**
     * A module that sorts keys and elements of a class by an order: in all six maps and sets that are declared with exactly that
     * class, wherever they stand.
     *
     * @param <K> the type of the keys
     * @param key the class of the keys, or of a set's elements
     * @param order the order
     * @return a new module; this one stays as it was
     * @throws NullPointerException if an argument is null
     */
    public <K> BTreeJacksonModule withOrder(Class<K> key, Comparator<? super K> order) {
        Checks.notNull(key, "key");
        Checks.notNull(order, "order");
        Map<Class<?>, Comparator<Object>> more = new HashMap<>(orders);
        @SuppressWarnings("unchecked") // it is given to maps of such keys alone
        Comparator<Object> ofKeys = (Comparator<Object>) order;
        more.put(key, ofKeys);
        return new BTreeJacksonModule(more);
    }

    @Override
    public String getModuleName() {
        return "dev.holstein.btree";
    }

    /** Not told here: it is that of the library. */
    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    /** The class, and what was added: Jackson ignores a module that it has already, and takes the later of two. */
    @Override
    public Object getTypeId() {
        return orders.isEmpty() ? super.getTypeId() : List.of(super.getTypeId(), orders);
    }

    /** The module for lists, arrays and handles. */
    @Override
    public Iterable<? extends Module> getDependencies() {
        return List.of(new HolsteinJacksonModule());
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addDeserializers(new PersistentDeserializers());
        if (!orders.isEmpty()) {
            context.addValueInstantiators(new Orders(orders));
        }
    }
}
