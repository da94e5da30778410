package dev.holstein.jackson;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.ser.std.IterableSerializer;
import com.fasterxml.jackson.databind.type.CollectionLikeType;
import com.fasterxml.jackson.databind.type.ReferenceType;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.CowDoubleArray;
import dev.holstein.array.CowIntArray;
import dev.holstein.array.CowLongArray;
import dev.holstein.cow.AtomicCow;
import dev.holstein.cow.Cow;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What writes handles and arrays. Lists need nothing: they are Java's to Jackson. */
final class HandleSerializers extends Serializers.Base implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable JsonSerializer<?> findReferenceSerializer(
            SerializationConfig config,
            ReferenceType type,
            BeanDescription bean,
            @Nullable TypeSerializer types,
            @Nullable JsonSerializer<Object> ofValue) {
        boolean atomic = type.hasRawClass(AtomicCow.class);
        if (!atomic && !type.hasRawClass(Cow.class)) {
            return null;
        }
        boolean staticTyping = types == null && config.isEnabled(MapperFeature.USE_STATIC_TYPING);
        return new HandleSerializer(atomic ? Handle.ATOMIC : Handle.COW, type, staticTyping, types, ofValue);
    }

    @Override
    public @Nullable JsonSerializer<?> findCollectionLikeSerializer(
            SerializationConfig config,
            CollectionLikeType type,
            BeanDescription bean,
            @Nullable TypeSerializer types,
            @Nullable JsonSerializer<Object> ofElement) {
        if (!type.hasRawClass(CowArray.class)) {
            return null;
        }
        IterableSerializer ofElements = new IterableSerializer(type.getContentType(), false, types);
        return ofElement == null ? ofElements : ofElements.withResolved(null, types, ofElement, null);
    }

    @Override
    public @Nullable JsonSerializer<?> findSerializer(SerializationConfig config, JavaType type, BeanDescription bean) {
        if (type.hasRawClass(CowByteArray.class)) {
            return PrimitivesSerializer.of(CowByteArray.class, byte[].class, CowByteArray::toArray);
        }
        if (type.hasRawClass(CowIntArray.class)) {
            return PrimitivesSerializer.of(CowIntArray.class, int[].class, CowIntArray::toArray);
        }
        if (type.hasRawClass(CowLongArray.class)) {
            return PrimitivesSerializer.of(CowLongArray.class, long[].class, CowLongArray::toArray);
        }
        if (type.hasRawClass(CowDoubleArray.class)) {
            return PrimitivesSerializer.of(CowDoubleArray.class, double[].class, CowDoubleArray::toArray);
        }
        return null;
    }
}
