package dev.holstein.jmh.op.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.jmh.data.KeyKind;
import dev.holstein.jmh.data.MapKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All subjects do the same, and their views are of one moment where that is promised. */
class SharedSubjectsTest {
    private static final int SEED = 7;
    private static final int KEYS = 500;
    private static final int STEPS = 20_000;

    /** So many that a walk over them takes longer than many writes. */
    private static final int LARGE = 50_000;

    private static final long PATIENCE = 20_000_000_000L;

    @ParameterizedTest
    @EnumSource
    void aMapDoesWhatAModelDoesAndItsSnapshotsAreFrozen(SharedMapSubject subject) {
        SplittableRandom random = new SplittableRandom(SEED);
        Object[] keys = new MapKeys(KeyKind.INTEGER, KEYS, SEED).insertions(KEYS);
        Map<Object, Object> model = new TreeMap<>();
        SharedMap map = subject.newMap();
        List<Object> snapshots = new ArrayList<>();
        List<Map<Object, Object>> copies = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            Object key = keys[random.nextInt(KEYS)];
            if (random.nextBoolean()) {
                map.put(key, step);
                model.put(key, step);
            }
            assertThat(map.get(key)).isEqualTo(model.get(key));
            if (step % 500 == 0) {
                assertThat(entries(map::view)).isEqualTo(model);
                snapshots.add(map.snapshot());
                copies.add(new TreeMap<>(model));
            }
        }
        for (int i = 0; i < snapshots.size(); i++) {
            Object snapshot = snapshots.get(i);
            assertThat(entries(sink -> map.forEach(snapshot, sink)))
                    .as("snapshot %d after later writes", i)
                    .isEqualTo(copies.get(i));
        }
    }

    private static Map<Object, Object> entries(Consumer<java.util.function.BiConsumer<Object, Object>> walk) {
        Map<Object, Object> entries = new TreeMap<>();
        walk.accept((key, value) ->
                assertThat(entries.put(key, value)).as("%s again", key).isNull());
        return entries;
    }

    @ParameterizedTest
    @EnumSource
    void aListDoesWhatAModelDoesAndItsSnapshotsAreFrozen(SharedListSubject subject) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Object> model = new ArrayList<>();
        for (int i = 0; i < KEYS; i++) {
            model.add(-i);
        }
        SharedList list = subject.copyOf(model);
        List<List<Object>> snapshots = new ArrayList<>();
        List<List<Object>> copies = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            int index = random.nextInt(KEYS);
            if (random.nextBoolean()) {
                list.set(index, step);
                model.set(index, step);
            }
            assertThat(list.get(index)).isEqualTo(model.get(index));
            if (step % 500 == 0) {
                List<Object> seen = new ArrayList<>();
                list.view(seen::add);
                assertThat(seen).isEqualTo(model);
                snapshots.add(list.snapshot());
                copies.add(List.copyOf(model));
            }
        }
        assertThat(snapshots).isEqualTo(copies);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SKIP_LIST")
    void noViewOfAMapIsTorn(SharedMapSubject subject) throws InterruptedException {
        MapBeside writer = new MapBeside(subject);
        AtomicBoolean torn = new AtomicBoolean();
        int[] views = {0};
        writer.run(() -> {
            torn.compareAndSet(false, !writer.viewIsWhole());
            return torn.get() || ++views[0] == 20;
        });
        assertThat(torn).isFalse();
        assertThat(writer.writes()).as("writes beside the views").isGreaterThan(LARGE / 10);
    }

    /** What the others are compared with must be able to fail: the skip list promises no view of one moment. */
    @Test
    void aTornViewOfTheSkipListIsSeen() throws InterruptedException {
        MapBeside writer = new MapBeside(SharedMapSubject.SKIP_LIST);
        AtomicBoolean torn = new AtomicBoolean();
        long end = System.nanoTime() + PATIENCE;
        writer.run(() -> {
            torn.compareAndSet(false, !writer.viewIsWhole());
            return torn.get() || System.nanoTime() > end;
        });
        assertThat(torn).isTrue();
    }

    /** A thread that writes a map as {@link ViewWhileWriting} does. */
    private static final class MapBeside {
        private final SharedMap map;
        private final Object[] keys = new MapKeys(KeyKind.INTEGER, LARGE, SEED).insertions(LARGE);
        private final NumberedWrites writes = new NumberedWrites();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        MapBeside(SharedMapSubject subject) {
            map = subject.newMap();
            for (int i = 0; i < LARGE; i++) {
                map.put(keys[i], i);
            }
        }

        boolean viewIsWhole() {
            OneMoment moment = new OneMoment();
            map.view(moment);
            return moment.isWhole(LARGE);
        }

        int writes() {
            return writes.number(LARGE) - LARGE;
        }

        /** Writes until the reader has done. */
        void run(BooleanSupplier readerHasDone) throws InterruptedException {
            Thread thread = new Thread(() -> {
                begun.countDown();
                while (!stopped.get()) {
                    map.put(keys[writes.place()], writes.number(LARGE));
                    writes.next(LARGE);
                }
            });
            thread.setUncaughtExceptionHandler((unused, thrown) -> failure.set(thrown));
            thread.start();
            try {
                begun.await();
                while (!readerHasDone.getAsBoolean()) {
                    Thread.onSpinWait();
                }
            } finally {
                stopped.set(true);
                thread.join();
            }
            assertThat(failure.get()).isNull();
        }
    }

    @Test
    void aViewIsWholeIfItHasTheLastWriteOfEachPlace() {
        assertThat(isWhole(4, 0, 1, 2, 3)).isTrue();
        assertThat(isWhole(4, 4, 1, 6, 3)).as("6 without 5, which came before").isFalse();
        assertThat(isWhole(4, 4, 5, 2, 3)).isTrue();
        assertThat(isWhole(4, 0, 1, 2)).as("a place missing").isFalse();
        assertThat(isWhole(4, 0, 1, 2, 3, 3)).as("a place twice").isFalse();
        assertThat(isWhole(4)).isFalse();
        assertThat(isWhole(3, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE + 1))
                .as("numbers that went round")
                .isTrue();
        assertThat(isWhole(3, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE + 2))
                .isFalse();
    }

    private static boolean isWhole(int size, Object... values) {
        OneMoment moment = new OneMoment();
        Arrays.asList(values).forEach(moment);
        return moment.isWhole(size);
    }

    @Test
    void writesAreNumberedThroughAllRounds() {
        NumberedWrites writes = new NumberedWrites();
        List<Integer> numbers = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            numbers.add(writes.number(3));
            places.add(writes.place());
            writes.next(3);
        }
        assertThat(numbers).containsExactly(3, 4, 5, 6, 7, 8, 9);
        assertThat(places).containsExactly(0, 1, 2, 0, 1, 2, 0);
    }

    @Test
    void theFirstViewAndEveryThirtySecondAfterItAreChecked() {
        TornViews views = new TornViews();
        for (int i = 0; i < 2 * TornViews.CHECKED_OF + 1; i++) {
            if (views.checksNext()) {
                views.found(i > 0);
            }
        }
        assertThat(views.checked).isEqualTo(3);
        assertThat(views.torn).isEqualTo(1);
    }
}
