package dev.holstein.jackson;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.type.CollectionLikeType;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.ReferenceType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.CowDoubleArray;
import dev.holstein.array.CowIntArray;
import dev.holstein.array.CowLongArray;
import dev.holstein.cow.AtomicCow;
import dev.holstein.cow.Cow;
import dev.holstein.jackson.core.DraftDeserializer;
import dev.holstein.jackson.core.DraftDeserializer.Step;
import dev.holstein.jackson.core.DraftDeserializer.Update;
import dev.holstein.list.CowList;
import dev.holstein.list.PersistentList;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What reads persistent lists, handles and arrays. */
final class HandleDeserializers extends Deserializers.Base implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Set<Class<?>> READ = Set.of(
            PersistentList.class,
            Cow.class,
            AtomicCow.class,
            CowArray.class,
            CowByteArray.class,
            CowIntArray.class,
            CowLongArray.class,
            CowDoubleArray.class);

    private final HashMap<Class<?>, Step<Object, Object>> copiers;

    HandleDeserializers(Map<Class<?>, Step<Object, Object>> copiers) {
        this.copiers = new HashMap<>(copiers);
    }

    @Override
    public @Nullable JsonDeserializer<?> findCollectionDeserializer(
            CollectionType type,
            DeserializationConfig config,
            BeanDescription bean,
            @Nullable TypeDeserializer types,
            @Nullable JsonDeserializer<?> ofElement) {
        if (!type.hasRawClass(PersistentList.class)) {
            return null;
        }
        JavaType draft = config.getTypeFactory().constructCollectionType(CowList.class, type.getContentType());
        return DraftDeserializer.<CowList<Object>, PersistentList<Object>>of(
                type, draft, CowList::snapshot, new Update<>(list -> new CowList<>(), PersistentList::plusAll));
    }

    @Override
    public @Nullable JsonDeserializer<?> findCollectionLikeDeserializer(
            CollectionLikeType type,
            DeserializationConfig config,
            BeanDescription bean,
            @Nullable TypeDeserializer types,
            @Nullable JsonDeserializer<?> ofElement) {
        if (!type.hasRawClass(CowArray.class)) {
            return null;
        }
        JavaType draft = config.getTypeFactory().constructCollectionType(CowList.class, type.getContentType());
        return DraftDeserializer.<CowList<Object>, CowArray<Object>>of(
                type, draft, elements -> CowArray.copyOf(elements.toArray()));
    }

    @Override
    public @Nullable JsonDeserializer<?> findReferenceDeserializer(
            ReferenceType type,
            DeserializationConfig config,
            BeanDescription bean,
            @Nullable TypeDeserializer types,
            @Nullable JsonDeserializer<?> ofValue) {
        boolean atomic = type.hasRawClass(AtomicCow.class);
        if (!atomic && !type.hasRawClass(Cow.class)) {
            return null;
        }
        Step<Object, Object> copier = copiers.get(type.getReferencedType().getRawClass());
        return new HandleDeserializer(atomic ? Handle.ATOMIC : Handle.COW, copier, type, types, ofValue);
    }

    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription bean) {
        TypeFactory types = config.getTypeFactory();
        JavaType handle = HandleTypes.of(type);
        if (handle instanceof ReferenceType ofValue) {
            return findReferenceDeserializer(ofValue, config, bean, null, null);
        }
        if (handle instanceof CollectionLikeType ofElements) {
            return findCollectionLikeDeserializer(ofElements, config, bean, null, null);
        }
        if (type.hasRawClass(CowByteArray.class)) {
            return DraftDeserializer.<byte[], CowByteArray>of(
                    type, types.constructType(byte[].class), CowByteArray::copyOf);
        }
        if (type.hasRawClass(CowIntArray.class)) {
            return DraftDeserializer.<int[], CowIntArray>of(
                    type, types.constructType(int[].class), CowIntArray::copyOf);
        }
        if (type.hasRawClass(CowLongArray.class)) {
            return DraftDeserializer.<long[], CowLongArray>of(
                    type, types.constructType(long[].class), CowLongArray::copyOf);
        }
        if (type.hasRawClass(CowDoubleArray.class)) {
            return DraftDeserializer.<double[], CowDoubleArray>of(
                    type, types.constructType(double[].class), CowDoubleArray::copyOf);
        }
        return null;
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
        return READ.contains(type);
    }
}
