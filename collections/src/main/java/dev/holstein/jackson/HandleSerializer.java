package dev.holstein.jackson;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.ReferenceTypeSerializer;
import com.fasterxml.jackson.databind.type.ReferenceType;
import com.fasterxml.jackson.databind.util.NameTransformer;
import org.jspecify.annotations.Nullable;

/** Writes the value of a handle, as if there were none. */
final class HandleSerializer extends ReferenceTypeSerializer<Object> {
    private static final long serialVersionUID = 1L;

    private final Handle handle;

    HandleSerializer(
            Handle handle,
            ReferenceType type,
            boolean staticTyping,
            @Nullable TypeSerializer types,
            @Nullable JsonSerializer<Object> ofValue) {
        super(type, staticTyping, types, ofValue);
        this.handle = handle;
    }

    private HandleSerializer(
            HandleSerializer base,
            @Nullable BeanProperty property,
            @Nullable TypeSerializer types,
            @Nullable JsonSerializer<?> ofValue,
            @Nullable NameTransformer unwrapper,
            @Nullable Object suppressed,
            boolean nullsSuppressed) {
        super(base, property, types, ofValue, unwrapper, suppressed, nullsSuppressed);
        handle = base.handle;
    }

    @Override
    protected ReferenceTypeSerializer<Object> withResolved(
            @Nullable BeanProperty property,
            @Nullable TypeSerializer types,
            @Nullable JsonSerializer<?> ofValue,
            @Nullable NameTransformer unwrapper) {
        return new HandleSerializer(this, property, types, ofValue, unwrapper, _suppressableValue, _suppressNulls);
    }

    @Override
    public ReferenceTypeSerializer<Object> withContentInclusion(@Nullable Object suppressed, boolean nullsSuppressed) {
        return new HandleSerializer(
                this, _property, _valueTypeSerializer, _valueSerializer, _unwrapper, suppressed, nullsSuppressed);
    }

    @Override
    protected boolean _isValuePresent(Object value) {
        return true;
    }

    @Override
    protected Object _getReferenced(Object value) {
        return handle.value(value);
    }

    @Override
    protected Object _getReferencedIfPresent(Object value) {
        return handle.value(value);
    }
}
