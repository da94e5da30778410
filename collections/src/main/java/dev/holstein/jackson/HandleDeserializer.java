package dev.holstein.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.ReferenceTypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import dev.holstein.jackson.core.DraftDeserializer.Step;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the value of a handle. A handle that is there gets the new value: never is the present one edited, which others may read. */
final class HandleDeserializer extends ReferenceTypeDeserializer<Object> {
    private static final long serialVersionUID = 1L;

    private final Handle handle;
    private final @Nullable Step<Object, Object> copier;

    HandleDeserializer(
            Handle handle,
            @Nullable Step<Object, Object> copier,
            JavaType type,
            @Nullable TypeDeserializer types,
            @Nullable JsonDeserializer<?> ofValue) {
        super(type, null, types, ofValue);
        this.handle = handle;
        this.copier = copier;
    }

    @Override
    protected ReferenceTypeDeserializer<Object> withResolved(TypeDeserializer types, JsonDeserializer<?> ofValue) {
        return new HandleDeserializer(handle, copier, _fullType, types, ofValue);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context, Object present)
            throws IOException {
        Object value = _valueTypeDeserializer == null
                ? _valueDeserializer.deserialize(parser, context)
                : _valueDeserializer.deserializeWithType(parser, context, _valueTypeDeserializer);
        return updateReference(present, value);
    }

    @Override
    public @Nullable Object getNullValue(DeserializationContext context) {
        return null;
    }

    @Override
    public @Nullable Object getEmptyValue(DeserializationContext context) throws JsonMappingException {
        return referenceValue(_valueDeserializer.getEmptyValue(context));
    }

    @Override
    public Boolean supportsUpdate(DeserializationConfig config) {
        return Boolean.TRUE;
    }

    @Override
    public @Nullable Object referenceValue(@Nullable Object value) {
        UnaryOperator<Object> copies = copier == null ? null : copier::apply;
        return value == null ? null : handle.of(value, copies);
    }

    @Override
    public @Nullable Object updateReference(Object present, @Nullable Object value) {
        return value == null ? null : handle.replaced(present, value);
    }

    @Override
    public Object getReferenced(Object present) {
        return handle.value(present);
    }
}
