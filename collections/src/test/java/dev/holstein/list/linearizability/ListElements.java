package dev.holstein.list.linearizability;

import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.function.Function;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Operations on one element, by its index; that there is none is a result, too. */
@Param(name = "index", gen = IntGen.class, conf = "0:3")
@Param(name = "element", gen = IntGen.class, conf = "0:9")
public abstract class ListElements {
    final List<Integer> list;

    ListElements(List<Integer> list) {
        this.list = list;
    }

    /** What is read of a range that is made for it: anew, if others have made the range stale. */
    static <R> R ofRange(List<Integer> list, Function<List<Integer>, R> read) {
        while (true) {
            try {
                return read.apply(list.subList(0, Math.min(2, list.size())));
            } catch (ConcurrentModificationException | IndexOutOfBoundsException e) {
                // the list has another length than when the range was made, or its end was chosen
            }
        }
    }

    @Operation
    public Integer get(@Param(name = "index") int index) {
        return list.get(index);
    }

    @Operation
    public int size() {
        return list.size();
    }

    @Operation
    public boolean isEmpty() {
        return list.isEmpty();
    }

    @Operation
    public abstract Integer getFirst();

    @Operation
    public abstract Integer getLast();

    @Operation(blocking = true)
    public Integer set(@Param(name = "index") int index, @Param(name = "element") int element) {
        return list.set(index, element);
    }

    @Operation(blocking = true)
    public boolean add(@Param(name = "element") int element) {
        return list.add(element);
    }

    @Operation(blocking = true)
    public void insert(@Param(name = "index") int index, @Param(name = "element") int element) {
        list.add(index, element);
    }

    @Operation(blocking = true)
    public Integer remove(@Param(name = "index") int index) {
        return list.remove(index);
    }

    @Operation(blocking = true)
    public abstract Integer removeFirst();

    @Operation(blocking = true)
    public abstract Integer removeLast();

    @Operation(blocking = true)
    public abstract void addFirst(@Param(name = "element") int element);
}
