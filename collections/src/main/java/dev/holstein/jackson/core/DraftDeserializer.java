package dev.holstein.jackson.core;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.deser.impl.ObjectIdReader;
import com.fasterxml.jackson.databind.deser.std.ContainerDeserializerBase;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.util.AccessPattern;
import java.io.IOException;
import java.io.Serializable;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a type that is made from another, its draft, which Jackson reads by itself: a persistent list from a {@code
 * CowList} of the same elements. Generics, keys, polymorphic elements and the rules for nulls are those of Jackson for
 * the draft.
 *
 * <p>Jackson's {@code StdDelegatingDeserializer} is not enough: given a type id of the whole, it has the draft read by
 * that id, which then is no draft; and it cannot update.
 *
 * @param <D> the draft
 * @param <T> what is made from it
 */
public final class DraftDeserializer<D, T> extends StdDeserializer<T> implements ContextualDeserializer {
    private static final long serialVersionUID = 1L;

    /** How the draft is asked for. */
    private final JavaType draft;

    /** Makes what is asked for from a draft. */
    private final Step<D, T> finish;

    /** How what is there is updated; null if it never is. */
    private final @Nullable Update<D, T> update;

    /** Null in the one that Jackson keeps for the type; found for each place that the type stands in. */
    @SuppressWarnings("serial") // what Jackson has found: its own can be serialized
    private final @Nullable JsonDeserializer<Object> reader;

    /**
     * A function that does not keep a mapper from being serialized.
     *
     * @param <A> what it takes
     * @param <B> what it makes
     */
    public interface Step<A, B> extends Function<A, B>, Serializable {}

    /**
     * What is read is read into a draft of its own, so that nothing that is there is edited, no value of a map either; then it is put
     * into what is there, which stays as it was.
     *
     * <p>No record: Javadoc asks for words beside the serialized fields of one, and has no place for them.
     *
     * @param <D> the draft
     * @param <T> what is made from it
     */
    public static final class Update<D, T> implements Serializable {
        private static final long serialVersionUID = 1L;

        /** An empty draft, in the order of what is there. */
        private final Step<T, D> anew;

        /** What is there, with what was read. */
        private final Merge<T, D> with;

        /**
         * How to begin, and how to end.
         *
         * @param anew an empty draft, in the order of what is there
         * @param with what is there, with what was read
         */
        public Update(Step<T, D> anew, Merge<T, D> with) {
            this.anew = anew;
            this.with = with;
        }
    }

    /**
     * A function of two that does not keep a mapper from being serialized.
     *
     * @param <T> the first, and what it makes
     * @param <D> the second
     */
    public interface Merge<T, D> extends BiFunction<T, D, T>, Serializable {}

    private DraftDeserializer(
            JavaType type,
            JavaType draft,
            Step<D, T> finish,
            @Nullable Update<D, T> update,
            @Nullable JsonDeserializer<Object> reader) {
        super(type);
        this.draft = draft;
        this.finish = finish;
        this.update = update;
        this.reader = reader;
    }

    /**
     * A type that is read anew, and never updated.
     *
     * @param <D> the draft
     * @param <T> what is made from it
     * @param type what is asked for
     * @param draft how the draft is asked for
     * @param finish makes the one from the other
     * @return what reads it
     */
    public static <D, T> DraftDeserializer<D, T> of(JavaType type, JavaType draft, Step<D, T> finish) {
        return new DraftDeserializer<>(type, draft, finish, null, null);
    }

    /**
     * A type that can be updated.
     *
     * @param <D> the draft
     * @param <T> what is made from it
     * @param type what is asked for
     * @param draft how the draft is asked for
     * @param finish makes the one from the other
     * @param update puts a draft into what is there
     * @return what reads it
     */
    public static <D, T> DraftDeserializer<D, T> of(
            JavaType type, JavaType draft, Step<D, T> finish, Update<D, T> update) {
        return new DraftDeserializer<>(type, draft, finish, update, null);
    }

    /*
     * Jackson's cache of types takes types for equal whose annotations differ, so the draft may be without those that the type
     * has got where it stands (a reader of its elements, say): they are handed over.
     */
    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        JavaType annotated = draft;
        JavaType type = getValueType();
        if (type.getContentType() != null) {
            annotated = annotated.withHandlersFrom(type);
        }
        JsonDeserializer<Object> found = context.findContextualValueDeserializer(annotated, property);
        if (found instanceof ContainerDeserializerBase<?> container
                && container.getContentDeserializer() != null
                && container.getContentDeserializer().getObjectIdReader() != null) {
            annotated = annotated.withContentValueHandler(new NoForwardReference(container.getContentDeserializer()));
            found = context.findContextualValueDeserializer(annotated, property);
        }
        return new DraftDeserializer<>(type, annotated, finish, update, found);
    }

    /**
     * A reference to an object that comes later in the JSON is refused, as in an {@code AtomicReference}: Jackson would put it into the
     * draft when it comes, and what was made from the draft would never have it.
     */
    private static final class NoForwardReference extends DelegatingDeserializer {
        private static final long serialVersionUID = 1L;

        NoForwardReference(JsonDeserializer<?> elements) {
            super(elements);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> elements) {
            return new NoForwardReference(elements);
        }

        @Override
        public @Nullable ObjectIdReader getObjectIdReader() {
            return null;
        }
    }

    @Override
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return finished(reader(context).deserialize(parser, context));
    }

    @Override
    @SuppressWarnings("unchecked") // what reads a draft answers drafts
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context, T present) throws IOException {
        if (update == null) {
            return super.deserialize(parser, context, present);
        }
        Object read = reader(context).deserialize(parser, context, update.anew.apply(present));
        return read == null ? null : update.with.apply(present, (D) read);
    }

    /* The type id names the whole, so it leads here again, or to another type that stands for it. */
    @Override
    public Object deserializeWithType(JsonParser parser, DeserializationContext context, TypeDeserializer types)
            throws IOException {
        return types.deserializeTypedFromAny(parser, context);
    }

    @Override
    public @Nullable T getNullValue(DeserializationContext context) throws JsonMappingException {
        return finished(reader(context).getNullValue(context));
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) throws JsonMappingException {
        return finished(reader(context).getAbsentValue(context));
    }

    @Override
    public @Nullable Object getEmptyValue(DeserializationContext context) throws JsonMappingException {
        return finished(reader(context).getEmptyValue(context));
    }

    @Override
    public AccessPattern getEmptyAccessPattern() {
        return AccessPattern.DYNAMIC;
    }

    @Override
    public boolean isCachable() {
        return reader == null;
    }

    @Override
    public Boolean supportsUpdate(DeserializationConfig config) {
        return update != null;
    }

    @Override
    public @Nullable LogicalType logicalType() {
        return reader == null ? null : reader.logicalType();
    }

    @Override
    public @Nullable JsonDeserializer<?> getDelegatee() {
        return reader;
    }

    @Override
    public @Nullable SettableBeanProperty findBackReference(String name) {
        return reader == null ? null : reader.findBackReference(name);
    }

    private JsonDeserializer<Object> reader(DeserializationContext context) throws JsonMappingException {
        return reader == null ? context.findContextualValueDeserializer(draft, null) : reader;
    }

    @SuppressWarnings("unchecked") // what reads a draft answers drafts
    private @Nullable T finished(@Nullable Object read) {
        return read == null ? null : finish.apply((D) read);
    }
}
