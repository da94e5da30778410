package dev.holstein.list.linearizability;

import java.util.List;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Reads by index, which keep a table of leaves beside the version, and writes, which take it away. */
@Param(name = "index", gen = IntGen.class, conf = "0:0")
@Param(name = "element", gen = IntGen.class, conf = "7:9")
public abstract class ListLookups {
    final List<Integer> list;

    ListLookups(List<Integer> list) {
        this.list = list;
    }

    @Operation
    public Integer get(@Param(name = "index") int index) {
        return list.get(index);
    }

    @Operation(blocking = true)
    public Integer set(@Param(name = "index") int index, @Param(name = "element") int element) {
        return list.set(index, element);
    }
}
