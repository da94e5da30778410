package dev.holstein.jackson;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.CollectionLikeType;
import com.fasterxml.jackson.databind.type.ReferenceType;
import com.fasterxml.jackson.databind.type.TypeBindings;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.type.TypeModifier;
import dev.holstein.array.CowArray;
import dev.holstein.cow.AtomicCow;
import dev.holstein.cow.Cow;
import java.io.Serializable;
import java.lang.reflect.Type;

/**
 * Tells Jackson that handles refer to a value, as an {@code Optional} does, and that arrays have elements: so annotations of a
 * property reach the value and the elements.
 */
final class HandleTypes extends TypeModifier implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public JavaType modifyType(JavaType type, Type context, TypeBindings bindings, TypeFactory types) {
        return of(type);
    }

    /** What a type is to Jackson. Types that come from a class name in the JSON have not gone through here yet. */
    static JavaType of(JavaType type) {
        if (type.isReferenceType() || type.isContainerType()) {
            return type;
        }
        if (type.hasRawClass(Cow.class) || type.hasRawClass(AtomicCow.class)) {
            return ReferenceType.upgradeFrom(type, type.containedTypeOrUnknown(0));
        }
        if (type.hasRawClass(CowArray.class)) {
            return CollectionLikeType.upgradeFrom(type, type.containedTypeOrUnknown(0));
        }
        return type;
    }
}
