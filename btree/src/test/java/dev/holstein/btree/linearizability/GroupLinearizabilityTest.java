package dev.holstein.btree.linearizability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.cow.AtomicCow;
import dev.holstein.cow.SnapshotGroup;
import dev.holstein.linearizability.Interleavings;
import dev.holstein.list.ConcurrentList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several collections read at one moment and written as one, beside writers that know of one of them only. */
@Tag("linearizability")
class GroupLinearizabilityTest {
    /** Faces make themselves known to groups when their classes are loaded, which is not to be part of a scenario. */
    @BeforeAll
    static void theClassesAreLoadedBeforeTheFirstScenario() {
        assertThat(new Subject().clear()).isZero();
    }

    @Param(name = "key", gen = IntGen.class, conf = "0:2")
    public static class Subject {
        private final ConcurrentBTreeMap<Integer, Integer> map = new ConcurrentBTreeMap<>();
        private final ConcurrentList<Integer> list = new ConcurrentList<>();
        private final AtomicCow<Integer> sum = AtomicCow.of(0);
        private final SnapshotGroup all = SnapshotGroup.of(map, list, sum);
        private final SnapshotGroup two = SnapshotGroup.of(list, map);

        @Operation
        public List<Object> snapshot() {
            SnapshotGroup.Snapshots now = all.snapshot();
            return List.of(now.of(map), now.of(list), now.of(sum));
        }

        @Operation
        public List<Object> snapshotOfTwo() {
            SnapshotGroup.Snapshots now = two.snapshot();
            return List.of(now.of(map), now.of(list));
        }

        @Operation
        public int size() {
            return map.size();
        }

        @Operation(blocking = true)
        public void put(@Param(name = "key") int key) {
            two.update(edit -> {
                edit.of(map).merge(key, 1, Integer::sum);
                edit.of(list).add(key);
            });
        }

        @Operation(blocking = true)
        public void count() {
            sum.updateAndGet(before -> before + 1);
        }

        @Operation(blocking = true)
        public boolean putInMap(@Param(name = "key") int key) {
            return map.putIfAbsent(key, 0) == null;
        }

        @Operation(blocking = true)
        public void addToList(@Param(name = "key") int key) {
            list.add(-key);
        }

        /** By the members themselves, though within a write of them. */
        @Operation(blocking = true)
        public int clear() {
            int[] before = new int[1];
            all.update(edit -> {
                before[0] = map.size() + list.size();
                edit.of(map).clear();
                edit.of(list).clear();
            });
            return before[0];
        }
    }

    public static final class Specification {
        private final TreeMap<Integer, Integer> map = new TreeMap<>();
        private final List<Integer> list = new ArrayList<>();
        private int sum;

        public List<Object> snapshot() {
            return List.of(Map.copyOf(map), List.copyOf(list), sum);
        }

        public List<Object> snapshotOfTwo() {
            return List.of(Map.copyOf(map), List.copyOf(list));
        }

        public int size() {
            return map.size();
        }

        public void put(int key) {
            map.merge(key, 1, Integer::sum);
            list.add(key);
        }

        public void count() {
            sum++;
        }

        public boolean putInMap(int key) {
            return map.putIfAbsent(key, 0) == null;
        }

        public void addToList(int key) {
            list.add(-key);
        }

        public int clear() {
            int before = map.size() + list.size();
            map.clear();
            list.clear();
            return before;
        }
    }

    @Test
    void groupsAndTheirMembersInTwoThreads() {
        Interleavings.check(Subject.class, Specification.class, 2, 2);
    }

    @Test
    void groupsAndTheirMembersInThreeThreads() {
        Interleavings.check(Subject.class, Specification.class, 3, 1);
    }

    /** The deliberately broken variant: each member of one moment, but not all of the same. */
    public static final class OneSnapshotAfterTheOther extends Subject {
        @Override
        public List<Object> snapshotOfTwo() {
            return List.of(super.map.snapshot(), super.list.snapshot());
        }
    }

    @Test
    @Tag("broken")
    void snapshotsThatAreTakenOneAfterTheOtherAreFound() {
        assertThatExceptionOfType(LincheckAssertionError.class)
                .isThrownBy(() -> Interleavings.check(OneSnapshotAfterTheOther.class, Specification.class, 2, 4))
                .withMessageContaining(Interleavings.NO_ORDER);
    }
}
