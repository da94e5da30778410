package dev.holstein.jackson;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holstein.core.Checks;
import dev.holstein.jackson.core.DraftDeserializer.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Teaches Jackson 2 to read and write what it does not by itself: persistent lists, handles and arrays.
 *
 * <pre>{@code
 * ObjectMapper mapper = JsonMapper.builder().addModule(new HolsteinJacksonModule()).build();
 * PersistentList<Integer> list = mapper.readValue("[1, 2]", new TypeReference<>() {});
 * assert mapper.writeValueAsString(list.plus(3)).equals("[1,2,3]");
 * }</pre>
 *
 * <p>On the class path {@code findAndRegisterModules()} finds it. On the module path it does not, and the module is
 * registered as above: a service must not be provided where Jackson may be absent. An application in a module of its own says
 * {@code requires com.fasterxml.jackson.databind}.
 *
 * <table class="striped">
 * <caption>What is read and written</caption>
 * <thead><tr><th>type</th><th>JSON</th><th>an update ({@code readerForUpdating}, {@code @JsonMerge})</th></tr></thead>
 * <tbody>
 * <tr><td>{@link dev.holstein.list.PersistentList}</td><td>an array</td><td>answers a new list, longer by what is
 *     read</td></tr>
 * <tr><td>{@link dev.holstein.cow.Cow}, {@link dev.holstein.cow.AtomicCow}</td><td>that of the value</td><td>replaces
 *     the value and keeps the copier; a {@code Cow} by answering a new handle</td></tr>
 * <tr><td>{@link dev.holstein.array.CowArray}</td><td>an array</td><td>answers a new array</td></tr>
 * <tr><td>{@link dev.holstein.array.CowIntArray}, {@link dev.holstein.array.CowLongArray}, {@link
 *     dev.holstein.array.CowDoubleArray}</td><td>an array of numbers</td><td>answers a new array</td></tr>
 * <tr><td>{@link dev.holstein.array.CowByteArray}</td><td>a string in Base64</td><td>answers a new array</td></tr>
 * <tr><td>{@link dev.holstein.list.CowList}, {@link dev.holstein.list.ConcurrentList}</td><td>an array, also without
 *     this module</td><td>adds to the list</td></tr>
 * </tbody>
 * </table>
 *
 * <p><b>Elements</b> are read and written by Jackson's own rules for lists: generics, polymorphic types, annotations of
 * properties, single values as arrays. Arrays of primitives follow those for the language's arrays. A list or an array that was written
 * with its class (default typing) is read as the same class; a {@code Cow} or an {@code AtomicCow} is written as its value, and
 * read as that, where no handle is asked for; a part of a {@code CowList} cannot be read by the name of its class. A reference to an object
 * that comes later in the JSON ({@code @JsonIdentityInfo}) is refused in persistent lists and arrays, as in an {@code AtomicReference}.
 * The changes of a {@code diff} are written by their accessors, which do not tell of what kind they are, and cannot be read.
 *
 * <p><b>Nulls.</b> Elements may be null. A null for the whole is null, or empty if Jackson is told so ({@code
 * Nulls.AS_EMPTY}).
 *
 * <p><b>Handles.</b> JSON has no copier. A handle that was read has none, so its value can be replaced and not be edited where
 * that needs a copy, unless {@link #withCopier} tells how to copy values of that class (all of them to one module: of two the one
 * registered later counts). A handle that is closed cannot be written.
 *
 * <p><b>Bad JSON.</b> What an update was to replace stays as it was. A {@code CowList} or {@code ConcurrentList} is
 * filled by Jackson element by element, and keeps what was read before the error.
 *
 * <p><b>Cost.</b> That of Jackson for an {@code ArrayList} or a plain array, and one copy for arrays, which must not be
 * longer than an array of Java can be. Arrays that were read have their default options, and are closed as any other; those
 * that were read when the JSON around them turns out to be bad are nobody's, and left to the collector.
 *
 * <p><b>Threads.</b> Immutable.
 */
@SuppressWarnings("exports") // who calls this has Jackson; who does not need not have it
public final class HolsteinJacksonModule extends Module {
    private final Map<Class<?>, Step<Object, Object>> copiers;

    /** A module that knows no copier. */
    public HolsteinJacksonModule() {
        this(Map.of());
    }

    private HolsteinJacksonModule(Map<Class<?>, Step<Object, Object>> copiers) {
        this.copiers = copiers;
    }

    /**
     * A module that gives a copier to each {@code Cow<T>} and {@code AtomicCow<T>} that it makes.
     *
     * @param <T> the type of the values
     * @param type the class that the handle is declared with: {@code List.class} for an {@code AtomicCow<List<String>>}
     * @param copier makes a copy that shares nothing mutable with its argument
     * @return a new module; this one stays as it was
     * @throws NullPointerException if an argument is null
     */
    public <T> HolsteinJacksonModule withCopier(Class<T> type, Function<? super T, ? extends T> copier) {
        Checks.notNull(type, "type");
        Checks.notNull(copier, "copier");
        Map<Class<?>, Step<Object, Object>> more = new HashMap<>(copiers);
        @SuppressWarnings("unchecked") // it is given to handles of the type alone
        Function<Object, Object> ofValues = (Function<Object, Object>) copier;
        more.put(type, ofValues::apply);
        return new HolsteinJacksonModule(more);
    }

    @Override
    public String getModuleName() {
        return "dev.holstein.collections";
    }

    /** Not told here: it is that of the library. */
    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    /** The class, and what was added: Jackson ignores a module that it has already, and takes the later of two. */
    @Override
    public Object getTypeId() {
        return copiers.isEmpty() ? super.getTypeId() : List.of(super.getTypeId(), copiers);
    }

    /** One that knows no copier, such as comes with the module of maps and sets, takes nothing back from one that does. */
    @Override
    public void setupModule(SetupContext context) {
        if (copiers.isEmpty() && context.getOwner() instanceof ObjectMapper mapper && knowsCopiers(mapper)) {
            return;
        }
        context.addTypeModifier(new HandleTypes());
        context.addSerializers(new HandleSerializers());
        context.addDeserializers(new HandleDeserializers(copiers));
    }

    private boolean knowsCopiers(ObjectMapper mapper) {
        return mapper.getRegisteredModuleIds().stream()
                .anyMatch(id -> id instanceof List<?> list && list.get(0).equals(super.getTypeId()));
    }
}
