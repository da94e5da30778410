package dev.holstein.jmh.op;

import dev.holstein.jmh.data.AccessOrder;
import dev.holstein.jmh.data.MapKeys;
import org.openjdk.jmh.annotations.Param;

/** {@link Get} where the keys do not come at random: in the order of the map, or a few of them most of the time. */
public class GetOrdered extends Get {
    /** How the keys come. */
    @Param({"SEQUENTIAL", "ZIPF"})
    @SuppressWarnings("NullAway.Init") // by JMH
    public AccessOrder order;

    @Override
    Object[] probes(MapKeys data) {
        return data.probes(order);
    }
}
