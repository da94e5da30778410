package dev.holstein.jmh.op;

import dev.holstein.jmh.data.AccessOrder;
import dev.holstein.jmh.data.MapKeys;
import org.openjdk.jmh.annotations.Param;

/** {@link Put} in the order of the map: each new key becomes the last one. */
public class PutOrdered extends Put {
    /** How the keys come. */
    @Param("SEQUENTIAL")
    @SuppressWarnings("NullAway.Init") // by JMH
    public AccessOrder order;

    @Override
    Object[] insertions(MapKeys data, int puts) {
        return switch (order) {
            case RANDOM -> data.insertions(puts);
            case SEQUENTIAL -> data.ascendingInsertions(puts);
            case ZIPF -> throw new IllegalArgumentException("a new key is put once: no map is built in the order ZIPF");
        };
    }
}
