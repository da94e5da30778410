package dev.holstein.list.linearizability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ListIterator;
import java.util.stream.Collectors;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * Operations on the whole of a list, or on many elements: each is to be as of one moment. Of the elements some are present at first.
 */
@Param(name = "element", gen = IntGen.class, conf = "3:6")
public abstract class ListWhole {
    final List<Integer> list;

    ListWhole(List<Integer> list) {
        this.list = list;
    }

    // What only our list has.

    /** Looked into only after the threads have ended: so it also shows that no write has changed it. */
    @Operation
    public abstract List<Integer> snapshot();

    @Operation(blocking = true)
    public abstract boolean addIfAbsent(@Param(name = "element") int element);

    @Operation(blocking = true)
    public abstract int addAllAbsent(@Param(name = "element") int element);

    /** Moves the first element to the end, in several steps. */
    @Operation(blocking = true)
    public abstract boolean update();

    static boolean rotate(List<Integer> copy) {
        if (copy.isEmpty()) {
            return false;
        }
        Integer first = copy.remove(0);
        copy.replaceAll(each -> each + 1);
        return copy.add(first);
    }

    // Reads.

    @Operation
    public List<Integer> walk() {
        List<Integer> walked = new ArrayList<>();
        for (Integer each : list) {
            walked.add(each);
        }
        return walked;
    }

    @Operation
    public List<Integer> walkBothWays() {
        List<Integer> walked = new ArrayList<>();
        ListIterator<Integer> iterator = list.listIterator();
        while (iterator.hasNext()) {
            walked.add(iterator.next());
        }
        while (iterator.hasPrevious()) {
            walked.add(iterator.previous());
        }
        return walked;
    }

    @Operation
    public List<Integer> eachOf() {
        List<Integer> walked = new ArrayList<>();
        list.forEach(walked::add);
        return walked;
    }

    @Operation
    public List<Integer> streamed() {
        return list.stream().collect(Collectors.toList());
    }

    @Operation
    public List<Object> array() {
        return List.of(list.toArray());
    }

    @Operation
    public String text() {
        return list.toString();
    }

    @Operation
    public int size() {
        return list.size();
    }

    @Operation
    public Integer get(@Param(name = "element") int index) {
        return list.get(index);
    }

    @Operation
    public boolean contains(@Param(name = "element") int element) {
        return list.contains(element);
    }

    @Operation
    public boolean containsAll(@Param(name = "element") int element) {
        return list.containsAll(List.of(element, element + 1));
    }

    @Operation
    public int indexOf(@Param(name = "element") int element) {
        return list.indexOf(element);
    }

    @Operation
    public int lastIndexOf(@Param(name = "element") int element) {
        return list.lastIndexOf(element);
    }

    @Operation
    public List<Integer> range() {
        return ListElements.ofRange(list, ArrayList::new);
    }

    // Writes.

    @Operation(blocking = true)
    public boolean add(@Param(name = "element") int element) {
        return list.add(element);
    }

    @Operation(blocking = true)
    public boolean removeElement(@Param(name = "element") int element) {
        return list.remove((Object) element);
    }

    @Operation(blocking = true)
    public boolean addAll(@Param(name = "element") int element) {
        return list.addAll(List.of(element, element + 1, element));
    }

    @Operation(blocking = true)
    public boolean insertAll(@Param(name = "element") int index, @Param(name = "element") int element) {
        return list.addAll(index, List.of(element, element + 1));
    }

    @Operation(blocking = true)
    public boolean removeAll(@Param(name = "element") int element) {
        return list.removeAll(List.of(element, element + 1));
    }

    @Operation(blocking = true)
    public boolean retainAll(@Param(name = "element") int element) {
        return list.retainAll(List.of(element, element + 1, element + 2));
    }

    @Operation(blocking = true)
    public boolean removeIf(@Param(name = "element") int element) {
        return list.removeIf(each -> each > element);
    }

    @Operation(blocking = true)
    public void replaceAll() {
        list.replaceAll(each -> each + 1);
    }

    @Operation(blocking = true)
    public void sort() {
        list.sort(Comparator.reverseOrder());
    }

    @Operation(blocking = true)
    public void clear() {
        list.clear();
    }
}
