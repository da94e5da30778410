package dev.holstein.btree.linearizability;

import java.util.Map;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;

/**
 * Work outside of any turn: a thread takes a version, makes another of it, and replaces the contents if they are still that version,
 * which is told by identity: equal contents do not do.
 */
@Param(name = "key", gen = IntGen.class, conf = "0:3")
public abstract class MapVersions {
    static final int MOST_THREADS = 8;

    @Operation
    public abstract Map<Integer, Integer> take(@Param(gen = ThreadIdGen.class) int thread);

    @Operation(blocking = true)
    public abstract boolean compareAndSet(@Param(gen = ThreadIdGen.class) int thread, @Param(name = "key") int key);

    /** With the very version that was taken. */
    @Operation(blocking = true)
    public abstract boolean compareAndSetSame(@Param(gen = ThreadIdGen.class) int thread);

    /** Tries until nobody comes between. */
    @Operation(blocking = true)
    public abstract int addOneToAll();

    @Operation(blocking = true)
    public abstract Integer put(@Param(name = "key") int key, @Param(name = "key") int value);

    @Operation(blocking = true)
    public abstract Integer remove(@Param(name = "key") int key);
}
