package dev.holstein.jmh.soak;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every check of the soak finds the fault that it is there for: a check that cannot fail shows nothing. */
@Timeout(120)
class BrokenSoaksTest {
    private static final long SEED = 1;
    private static final int THREADS = 2;
    private static final int LOOKS = 900;
    private static final long SHORT_PATIENCE_MILLIS = 100;

    @AfterEach
    void letGo() {
        BrokenSoaks.letGo();
    }

    @Test
    void anElementIsLost() {
        SoakRun.mixed(setting -> new ListSteps(new BrokenSoaks.Forgetful(), setting))
                .finds("CowList, step ");
    }

    @Test
    void aSnapshotChanges() {
        SoakRun.mixed(setting -> new ListSteps(new BrokenSoaks.Thawing(), setting))
                .finds("CowList, step ");
    }

    @Test
    void aCopyIsNone() {
        SoakRun.mixed(setting -> new MapSteps(new BrokenSoaks.Confusing(), setting))
                .finds("Confusing, step ");
    }

    @Test
    void aPatchIsMadeInPart() {
        SoakRun.mixed(setting -> new MapSteps(new BrokenSoaks.HalfPatching(), setting))
                .finds("HalfPatching, step ", "back by patch");
    }

    /** Whichever it is: one that is kept for a while, or one that is taken for the moment of an operation. */
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 7, 8, 22, 23})
    void aSnapshotIsHeld(int after) {
        Dropped dropped = new Dropped(SHORT_PATIENCE_MILLIS);
        ListSteps steps = new ListSteps(new BrokenSoaks.Holding(after), new Setting(SEED, THREADS, dropped));
        int[] looks = {0};
        steps.run(() -> ++looks[0] >= LOOKS);
        steps.close();
        assertThatThrownBy(dropped::expectGone)
                .isInstanceOf(Fault.class)
                .hasMessage("dropped, but still reachable: {CowList=1}");
    }

    @Test
    void theFaultOfAHeldSnapshotIsThatOfTheRun() {
        SoakRun.mixed(setting -> new ListSteps(new BrokenSoaks.Holding(0), setting))
                .finds("dropped, but still reachable: {CowList=1}");
    }

    @Test
    void theHeapGrows() {
        SoakRun.mixedToTheEnd(setting -> new ListSteps(new BrokenSoaks.Growing(false), setting))
                .finds("heap in use grows: ");
    }

    @Test
    void directMemoryGrows() {
        SoakRun.mixedToTheEnd(setting -> new ListSteps(new BrokenSoaks.Growing(true), setting))
                .finds("direct memory in use grows: ");
    }

    @Test
    void aHandleIsNotClosed() {
        SoakRun.mixedToTheEnd(setting -> new ArraySteps(ArrayHandle.Kind.LONG, true, BrokenSoaks::unclosed, setting))
                .finds("CowLongArray, direct", "pages in use when all handles are closed: 0 expected");
    }

    @Test
    void aHandleIsDroppedUnclosed() {
        SoakRun.mixed(setting -> new ArraySteps(ArrayHandle.Kind.LONG, false, BrokenSoaks::dropped, setting))
                .finds("a handle was dropped without close()");
    }

    @Test
    void anUpdateIsTorn() {
        SoakRun.together(setting -> new MapTogether(new BrokenSoaks.Owing(), setting))
                .finds("ConcurrentBTreeMap, threads");
    }

    @Test
    void anUpdateIsLost() {
        SoakRun.together(setting -> new MapTogether(new BrokenSoaks.Overwriting(), setting))
                .finds("ConcurrentBTreeMap, threads");
    }

    @Test
    void anEntryOfALargeMapIsLost() {
        SoakRun.large(() -> new LargeMap("Deaf", () -> BrokenSoaks.deafFor(77_777)))
                .finds("Large, Deaf: size");
    }

    @Test
    void aLargeMapTakesTooMuch() {
        SoakRun.large(() -> new LargeMap("Fat", () -> BrokenSoaks.fat(2_000_000)))
                .finds("Large, Fat: bytes an entry");
    }

    @Test
    void aSnapshotOfAHistoryIsLate() {
        SoakRun.history(BrokenSoaks.Late::new).finds("History, ConcurrentBTreeMap: changes from snapshot 998");
    }

    @Test
    void aSnapshotOfAHistoryTakesTooMuch() {
        SoakRun.history(() -> new BrokenSoaks.Fat(10_000)).finds("a snapshot takes ", "more than");
    }

    @Test
    void theMemoryOfAHistoryDoesNotComeBack() {
        SoakRun.history(() -> new BrokenSoaks.Fat(3_000)).finds("though all snapshots are dropped");
    }

    @Test
    void aSnapshotOfAHistoryIsHeld() {
        SoakRun.history(BrokenSoaks.Collecting::new)
                .finds("dropped, but still reachable: {snapshot of the history of ConcurrentBTreeMap=1}");
    }
}
