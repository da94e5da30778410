package dev.holstein.btree.linearizability;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Operations of a set; most are those of the map beneath, so that few of each kind do. */
@Param(name = "element", gen = IntGen.class, conf = "0:5")
public abstract class SetOperations {
    final NavigableSet<Integer> set;

    SetOperations(NavigableSet<Integer> set) {
        this.set = set;
    }

    @Operation
    public abstract Set<Integer> snapshot();

    @Operation
    public abstract int rank(@Param(name = "element") int element);

    /** Takes an element out and puts another in. */
    @Operation(blocking = true)
    public abstract boolean update(@Param(name = "element") int from, @Param(name = "element") int to);

    static boolean move(NavigableSet<Integer> copy, int from, int to) {
        return copy.remove(from) && copy.add(to);
    }

    @Operation
    public boolean contains(@Param(name = "element") int element) {
        return set.contains(element);
    }

    @Operation
    public int size() {
        return set.size();
    }

    @Operation
    public Integer first() {
        return set.first();
    }

    @Operation
    public Integer higher(@Param(name = "element") int element) {
        return set.higher(element);
    }

    @Operation
    public List<Integer> walk() {
        List<Integer> list = new ArrayList<>();
        for (Integer each : set) {
            list.add(each);
        }
        return list;
    }

    @Operation
    public List<Integer> part(@Param(name = "element") int element) {
        return new ArrayList<>(set.headSet(element, true));
    }

    @Operation(blocking = true)
    public boolean add(@Param(name = "element") int element) {
        return set.add(element);
    }

    @Operation(blocking = true)
    public boolean remove(@Param(name = "element") int element) {
        return set.remove(element);
    }

    @Operation(blocking = true)
    public Integer pollFirst() {
        return set.pollFirst();
    }

    @Operation(blocking = true)
    public Integer pollLast() {
        return set.pollLast();
    }

    @Operation(blocking = true)
    public boolean addAll(@Param(name = "element") int element) {
        return set.addAll(List.of(element, element + 1, element + 3));
    }

    @Operation(blocking = true)
    public boolean removeAll(@Param(name = "element") int element) {
        return set.removeAll(List.of(element, element + 1, element + 3));
    }

    @Operation(blocking = true)
    public boolean retainAll(@Param(name = "element") int element) {
        return set.retainAll(List.of(element, element + 2, element + 4, element + 6));
    }

    @Operation(blocking = true)
    public boolean removeIf(@Param(name = "element") int element) {
        return set.removeIf(each -> each > element);
    }

    @Operation(blocking = true)
    public void clearPart(@Param(name = "element") int element) {
        set.headSet(element, false).clear();
    }

    @Operation(blocking = true)
    public void clear() {
        set.clear();
    }
}
