package dev.holstein.jmh.op;

import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.subject.MapCell;
import java.util.List;

/** An operation on two versions of one map, between which {@value #CHANGES} random keys were written. */
public abstract class VersionsOperation extends AnyMapOperation {
    static final int CHANGES = 100;

    @SuppressWarnings("NullAway.Init") // by prepare
    MapCell older;

    @SuppressWarnings("NullAway.Init") // by prepare
    MapCell newer;

    VersionsOperation() {}

    @Override
    final void prepare(MapKeys data, int opsPerInvocation) {
        older = fill(data);
        newer = older.copy();
        List<Object> changed = data.sample(CHANGES);
        for (int i = 0; i < CHANGES; i++) {
            change(newer, changed.get(i), i);
        }
    }

    /** Makes one of the changes. */
    abstract void change(MapCell map, Object key, int number);
}
