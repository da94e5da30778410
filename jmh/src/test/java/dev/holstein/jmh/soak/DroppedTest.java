package dev.holstein.jmh.soak;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.list.CowList;
import dev.holstein.list.PersistentList;
import java.lang.ref.Reference;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was dropped has to go; what nobody can drop does not count. */
class DroppedTest {
    private static final long PATIENCE_MILLIS = 300;

    private final Dropped dropped = new Dropped(PATIENCE_MILLIS);

    /** The soak of ten minutes met one: it clears a map, keeps the version as a snapshot, and drops it. */
    @Test
    void constantsOfTheLibraryStay() throws InterruptedException {
        dropped.add("a map", PersistentBTreeMap.<Integer, Long>empty());
        dropped.add("a set", PersistentBTreeSet.<Integer>empty());
        dropped.add("a list", new CowList<Integer>().snapshot());
        dropped.add("a list", PersistentList.<Integer>empty());
        dropped.expectGone();
    }

    @Test
    void anotherEmptyOneThatIsHeldIsFound() {
        PersistentBTreeMap<Integer, Long> held = new CowBTreeMap<Integer, Long>().snapshot();
        dropped.add("an empty snapshot", held);
        assertThatThrownBy(dropped::expectGone)
                .isInstanceOf(Fault.class)
                .hasMessageContaining("still reachable: {an empty snapshot=1}");
        Reference.reachabilityFence(held);
    }

    @Test
    void oneThatIsNotHeldGoes() throws InterruptedException {
        dropped.add("a snapshot", new CowBTreeMap<>(Map.of(1, 1L)).snapshot());
        dropped.expectGone();
    }
}
