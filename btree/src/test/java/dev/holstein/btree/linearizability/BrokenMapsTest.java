package dev.holstein.btree.linearizability;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.btree.CowBTreeMap;
import dev.holstein.linearizability.Interleavings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the checks of {@link MapLinearizabilityTest} are worth: maps that break a promise, each in one way, and are found out. */
@Tag("linearizability")
@Tag("broken")
class BrokenMapsTest {
    private static void assertFound(String by, Class<?> broken, Class<?> specification) {
        assertThatExceptionOfType(LincheckAssertionError.class)
                .isThrownBy(() -> Interleavings.check(broken, specification, 2, 4))
                .withMessageContaining(by);
    }

    public static final class MergeInTwoSteps extends MapSubjects.EntriesOfFullLeaf {
        @Override
        public Integer merge(int key, int value) {
            Integer before = map.get(key);
            int sum = before == null ? value + 1 : before + value + 1;
            if (before != null && sum > 4) {
                map.remove(key);
                return null;
            }
            map.put(key, sum);
            return sum;
        }
    }

    @Test
    void aMergeInTwoSteps() {
        assertFound(Interleavings.NO_ORDER, MergeInTwoSteps.class, MapSpecifications.EntriesOfFullLeaf.class);
    }

    public static final class SizeCountedApart extends MapSubjects.EntriesOfFullLeaf {
        private final AtomicInteger size = new AtomicInteger(map.size());

        @Override
        public Integer put(int key, int value) {
            Integer before = super.put(key, value);
            if (before == null) {
                size.incrementAndGet();
            }
            return before;
        }

        @Override
        public Integer remove(int key) {
            Integer before = super.remove(key);
            if (before != null) {
                size.decrementAndGet();
            }
            return before;
        }

        @Override
        public int size() {
            return map.size() == size.get() ? map.size() : size.get();
        }
    }

    @Test
    void aSizeThatIsCountedApart() {
        assertFound(Interleavings.NO_ORDER, SizeCountedApart.class, MapSpecifications.EntriesOfFullLeaf.class);
    }

    public static final class ReadsTakeTurns extends MapSubjects.EntriesOfFullLeaf {
        @Override
        public Integer get(int key) {
            return ours.nodesCopied() < 0 ? null : super.get(key); // counts of a write are read in a writer's turn
        }
    }

    @Test
    void aReadThatTakesALock() {
        assertFound(Interleavings.WAITS, ReadsTakeTurns.class, MapSpecifications.EntriesOfFullLeaf.class);
    }

    public static final class PositionInTwoReads extends MapSubjects.OrderOfFullLeaf {
        @Override
        public Integer lastKeyOfPart(int key) {
            int count = map.headMap(key, true).size();
            return count == 0
                    ? map.headMap(key, true).lastKey()
                    : entryAt(count - 1).getKey();
        }
    }

    @Test
    void aPositionThatIsReadTwice() {
        assertFound(Interleavings.NO_ORDER, PositionInTwoReads.class, MapSpecifications.OrderOfFullLeaf.class);
    }

    public static final class ValueRemovedByItsKey extends MapSubjects.Values {
        @Override
        public boolean removeValue(int key, int round) {
            for (Map.Entry<Integer, Integer> entry : map.entrySet()) {
                if (entry.getValue() == valueOf(key, round)) {
                    return map.remove(entry.getKey()) != null;
                }
            }
            return false;
        }
    }

    @Test
    void aValueThatIsRemovedByItsKey() {
        assertFound(Interleavings.NO_ORDER, ValueRemovedByItsKey.class, MapSpecifications.Values.class);
    }

    public static final class WalkFromKeyToKey extends MapSubjects.Whole {
        @Override
        public List<Object> entries() {
            List<Object> list = new ArrayList<>();
            for (Map.Entry<Integer, Integer> e = map.firstEntry(); e != null; e = map.higherEntry(e.getKey())) {
                list.add(e);
            }
            return list;
        }
    }

    @Test
    void aWalkThatIsOfNoVersion() {
        assertFound(Interleavings.NO_ORDER, WalkFromKeyToKey.class, MapSpecifications.Whole.class);
    }

    public static final class UpdateReadsOutsideItsTurn extends MapSubjects.Whole {
        @Override
        public boolean update(int from, int to) {
            CowBTreeMap<Integer, Integer> copy = whole.snapshot().mutableCopy();
            boolean moved = move(copy, from, to);
            whole.update(present -> {
                present.clear();
                present.putAll(copy);
            });
            return moved;
        }
    }

    @Test
    void anUpdateThatReadsOutsideItsTurn() {
        assertFound(Interleavings.NO_ORDER, UpdateReadsOutsideItsTurn.class, MapSpecifications.Whole.class);
    }

    public static final class ReplacesWithoutAsking extends MapSubjects.Versions {
        @Override
        public int addOneToAll() {
            Map<Integer, Integer> after = new TreeMap<>(map.snapshot());
            after.replaceAll((key, value) -> value + 1);
            map.putAll(after);
            return after.size();
        }
    }

    @Test
    void aVersionThatIsReplacedUnasked() {
        assertFound(Interleavings.NO_ORDER, ReplacesWithoutAsking.class, MapSpecifications.Versions.class);
    }
}
