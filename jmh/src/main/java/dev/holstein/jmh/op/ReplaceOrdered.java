package dev.holstein.jmh.op;

import dev.holstein.jmh.data.AccessOrder;
import dev.holstein.jmh.data.MapKeys;
import org.openjdk.jmh.annotations.Param;

/** {@link Replace} where a few of the keys come most of the time; {@code -p order=SEQUENTIAL}: in the order of the map. */
public class ReplaceOrdered extends Replace {
    /** How the keys come. */
    @Param("ZIPF")
    @SuppressWarnings("NullAway.Init") // by JMH
    public AccessOrder order;

    @Override
    Object[] probes(MapKeys data) {
        return data.probes(order);
    }
}
