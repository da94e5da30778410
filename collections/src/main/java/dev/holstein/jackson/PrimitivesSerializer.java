package dev.holstein.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.holstein.array.PagedArray;
import dev.holstein.jackson.core.DraftDeserializer.Step;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes an array of primitives as Jackson writes the one of the language that it is copied to.
 *
 * @param <A> the type of the array
 */
final class PrimitivesSerializer<A extends PagedArray<A>> extends StdSerializer<A> implements ContextualSerializer {
    private static final long serialVersionUID = 1L;

    private final Class<?> plain;
    private final Step<A, Object> toArray;

    @SuppressWarnings("serial") // what Jackson has found: its own can be serialized
    private final @Nullable JsonSerializer<Object> ofPlain;

    private PrimitivesSerializer(
            Class<?> type, Class<?> plain, Step<A, Object> toArray, @Nullable JsonSerializer<Object> ofPlain) {
        super(type, false);
        this.plain = plain;
        this.toArray = toArray;
        this.ofPlain = ofPlain;
    }

    /** Writes arrays of one type, by a copy of another. */
    static <A extends PagedArray<A>> PrimitivesSerializer<A> of(
            Class<A> type, Class<?> plain, Step<A, Object> toArray) {
        return new PrimitivesSerializer<>(type, plain, toArray, null);
    }

    @Override
    public JsonSerializer<?> createContextual(SerializerProvider provider, @Nullable BeanProperty property)
            throws JsonMappingException {
        return new PrimitivesSerializer<>(
                handledType(), plain, toArray, provider.findContentValueSerializer(plain, property));
    }

    @Override
    public void serialize(A array, JsonGenerator out, SerializerProvider provider) throws IOException {
        JsonSerializer<Object> writer = ofPlain == null ? provider.findValueSerializer(plain) : ofPlain;
        writer.serialize(toArray.apply(array), out, provider);
    }

    /* As one value, not as the beginning of an array: what comes between is whole. */
    @Override
    public void serializeWithType(A array, JsonGenerator out, SerializerProvider provider, TypeSerializer types)
            throws IOException {
        WritableTypeId id = types.writeTypePrefix(out, types.typeId(array, JsonToken.VALUE_EMBEDDED_OBJECT));
        serialize(array, out, provider);
        WritableTypeId unused = types.writeTypeSuffix(out, id);
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, A array) {
        return array.length() == 0;
    }
}
