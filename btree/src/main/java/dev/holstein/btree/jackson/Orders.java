package dev.holstein.btree.jackson;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.ValueInstantiators;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.jackson.core.DraftDeserializer.Step;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the empty maps and sets that Jackson fills, where an order was given for the class of their keys. */
final class Orders extends ValueInstantiators.Base implements Serializable {
    private static final long serialVersionUID = 1L;

    /** From the class of the keys. A hash map can be serialized, as far as the comparators can. */
    private final HashMap<Class<?>, Comparator<Object>> orders;

    Orders(Map<Class<?>, Comparator<Object>> orders) {
        this.orders = new HashMap<>(orders);
    }

    @Override
    public ValueInstantiator findValueInstantiator(
            DeserializationConfig config, BeanDescription bean, ValueInstantiator found) {
        JavaType type = bean.getType();
        Step<Comparator<Object>, Object> constructor = constructor(type.getRawClass());
        if (constructor == null) {
            return found;
        }
        JavaType key = type.isMapLikeType() ? type.getKeyType() : type.getContentType();
        Comparator<Object> order = orders.get(key.getRawClass());
        return order == null ? found : new Empty(type, constructor, order);
    }

    private static @Nullable Step<Comparator<Object>, Object> constructor(Class<?> type) {
        if (type == CowBTreeMap.class) {
            return CowBTreeMap::new;
        }
        if (type == CowBTreeSet.class) {
            return CowBTreeSet::new;
        }
        if (type == ConcurrentBTreeMap.class) {
            return ConcurrentBTreeMap::new;
        }
        return type == ConcurrentBTreeSet.class ? ConcurrentBTreeSet::new : null;
    }

    /** Makes what is empty, in one order. */
    private static final class Empty extends ValueInstantiator.Base {
        private static final long serialVersionUID = 1L;

        private final Step<Comparator<Object>, Object> constructor;

        @SuppressWarnings("serial") // the user's: those that can be serialized are, with the mapper
        private final Comparator<Object> order;

        Empty(JavaType type, Step<Comparator<Object>, Object> constructor, Comparator<Object> order) {
            super(type);
            this.constructor = constructor;
            this.order = order;
        }

        @Override
        public boolean canCreateUsingDefault() {
            return true;
        }

        @Override
        public Object createUsingDefault(DeserializationContext context) {
            return constructor.apply(order);
        }
    }
}
