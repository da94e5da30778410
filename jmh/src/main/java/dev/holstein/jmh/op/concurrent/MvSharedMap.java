package dev.holstein.jmh.op.concurrent;

import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RootReference;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** The B-tree of H2, in memory: a snapshot is the present root, for its pages are copied when they are written. */
final class MvSharedMap extends SharedMap {
    private final MVMap<Object, Object> map = new MVStore.Builder()
            .autoCommitDisabled()
            .open()
            .openMap("shared", new MVMap.Builder<>().keyType(new Integers()).valueType(new Integers()));

    @Override
    @Nullable
    Object get(Object key) {
        return map.get(key);
    }

    @Override
    void put(Object key, Object value) {
        map.put(key, value);
    }

    @Override
    Object snapshot() {
        return map.flushAndGetRoot();
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // what snapshot() has made; null bounds are none
    void forEach(Object snapshot, BiConsumer<Object, Object> sink) {
        Cursor<Object, Object> cursor = new Cursor<>((RootReference<Object, Object>) snapshot, null, null);
        while (cursor.hasNext()) {
            Object key = cursor.next();
            sink.accept(key, cursor.getValue());
        }
    }

    /** Compares without looking at classes first, as H2's own type for any object would. */
    private static final class Integers extends BasicDataType<Object> {
        @Override
        public int compare(Object left, Object right) {
            return Integer.compare((Integer) left, (Integer) right);
        }

        @Override
        public int getMemory(Object number) {
            return Integer.BYTES;
        }

        @Override
        public void write(WriteBuffer target, Object number) {
            target.putInt((Integer) number);
        }

        @Override
        public Object read(ByteBuffer source) {
            return source.getInt();
        }

        @Override
        public Object[] createStorage(int size) {
            return new Object[size];
        }
    }
}
