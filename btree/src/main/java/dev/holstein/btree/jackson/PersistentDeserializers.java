package dev.holstein.btree.jackson;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.jackson.core.DraftDeserializer;
import dev.holstein.jackson.core.DraftDeserializer.Update;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What reads persistent maps and sets. The other faces Jackson reads by itself. */
final class PersistentDeserializers extends Deserializers.Base implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable JsonDeserializer<?> findMapDeserializer(
            MapType type,
            DeserializationConfig config,
            BeanDescription bean,
            @Nullable KeyDeserializer ofKey,
            @Nullable TypeDeserializer types,
            @Nullable JsonDeserializer<?> ofValue) {
        if (!type.hasRawClass(PersistentBTreeMap.class)) {
            return null;
        }
        JavaType draft =
                config.getTypeFactory().constructMapType(CowBTreeMap.class, type.getKeyType(), type.getContentType());
        return DraftDeserializer.<CowBTreeMap<Object, Object>, PersistentBTreeMap<Object, Object>>of(
                type,
                draft,
                CowBTreeMap::snapshot,
                new Update<>(map -> new CowBTreeMap<>(map.comparator()), PersistentBTreeMap::plusAll));
    }

    @Override
    public @Nullable JsonDeserializer<?> findCollectionDeserializer(
            CollectionType type,
            DeserializationConfig config,
            BeanDescription bean,
            @Nullable TypeDeserializer types,
            @Nullable JsonDeserializer<?> ofElement) {
        if (!type.hasRawClass(PersistentBTreeSet.class)) {
            return null;
        }
        JavaType draft = config.getTypeFactory().constructCollectionType(CowBTreeSet.class, type.getContentType());
        return DraftDeserializer.<CowBTreeSet<Object>, PersistentBTreeSet<Object>>of(
                type,
                draft,
                CowBTreeSet::snapshot,
                new Update<>(set -> new CowBTreeSet<>(set.comparator()), PersistentBTreeSet::plusAll));
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
        return type == PersistentBTreeMap.class || type == PersistentBTreeSet.class;
    }
}
