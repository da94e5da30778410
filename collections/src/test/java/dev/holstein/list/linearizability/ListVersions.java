package dev.holstein.list.linearizability;

import java.util.List;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;

/**
 * Work outside of any turn: a thread takes a version, makes another of it, and replaces the elements if they are still that version,
 * which is told by identity: equal elements do not do.
 */
@Param(name = "element", gen = IntGen.class, conf = "0:2")
public abstract class ListVersions {
    static final int MOST_THREADS = 8;

    @Operation
    public abstract List<Integer> take(@Param(gen = ThreadIdGen.class) int thread);

    @Operation(blocking = true)
    public abstract boolean compareAndSet(
            @Param(gen = ThreadIdGen.class) int thread, @Param(name = "element") int element);

    /** With the very version that was taken. */
    @Operation(blocking = true)
    public abstract boolean compareAndSetSame(@Param(gen = ThreadIdGen.class) int thread);

    /** Tries until nobody comes between. */
    @Operation(blocking = true)
    public abstract int doubled();

    @Operation(blocking = true)
    public abstract boolean add(@Param(name = "element") int element);

    /** No new version if the element is there already. */
    @Operation(blocking = true)
    public abstract Integer set(@Param(name = "element") int element);
}
