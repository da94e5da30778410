package dev.holstein.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.cow.AtomicCow;
import dev.holstein.progress.Standstill;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Settings that many threads read all the time, and that are changed now and then, several at once: a host and its port, a limit and what
 * is done beyond it.
 *
 * <p>A volatile field that refers to a mutable map is not enough. It publishes the reference, and not what is done to the map later: a
 * reader sees the new host with the old port, and a map that changes while it is used ({@link VolatileField}). A copy made by hand before
 * each change is whole, but two writers that copy at the same time lose the change of one ({@link CopiedByHand}).
 *
 * <p>The recipe is an {@link AtomicCow} of the map: a read is one volatile read, a change edits a copy while no other writer is at work,
 * and the copy is published when it is finished. The settings are copied whole, which is right for hundreds of them; for many more take a
 * {@code ConcurrentBTreeMap}, whose {@code update} copies a path.
 */
@Timeout(60)
class ConfigurationTest {
    private static final int CHANGES = 2_000;

    /** What the recipe and the usual ways have in common. */
    private interface Settings {
        Map<String, String> current();

        void change(Consumer<? super Map<String, String>> edit);
    }

    /** The recipe. */
    static final class Configuration implements Settings {
        private final AtomicCow<Map<String, String>> settings;

        Configuration(Map<String, String> initial) {
            settings = AtomicCow.of(Map.copyOf(initial), HashMap::new);
        }

        /** All settings of one moment. Whoever needs two that belong together asks once, and takes both from the answer. */
        @Override
        public Map<String, String> current() {
            return Collections.unmodifiableMap(settings.get());
        }

        /** Several settings as one; an edit that throws changes none, and does not keep the map it was given. */
        @Override
        public void change(Consumer<? super Map<String, String>> edit) {
            settings.update(edit);
        }

        /** All settings, as read from a file. */
        void replace(Map<String, String> next) {
            settings.set(Map.copyOf(next));
        }
    }

    /** The usual way: readers see the map while it is edited. */
    private static final class VolatileField implements Settings {
        private volatile Map<String, String> settings;

        VolatileField(Map<String, String> initial) {
            settings = new HashMap<>(initial);
        }

        @Override
        public Map<String, String> current() {
            return Collections.unmodifiableMap(settings);
        }

        @Override
        public void change(Consumer<? super Map<String, String>> edit) {
            edit.accept(settings);
        }
    }

    /** The usual remedy: whole for readers, but of two writers that copy at once one is lost. */
    private static final class CopiedByHand implements Settings {
        private volatile Map<String, String> settings;

        CopiedByHand(Map<String, String> initial) {
            settings = Map.copyOf(initial);
        }

        @Override
        public Map<String, String> current() {
            return settings;
        }

        @Override
        public void change(Consumer<? super Map<String, String>> edit) {
            Map<String, String> copy = new HashMap<>(settings);
            edit.accept(copy);
            settings = Map.copyOf(copy);
        }
    }

    private static final Map<String, String> INITIAL = Map.of("host", "db-0", "port", "0", "changes", "0");

    /** Host and port change together, in two steps. */
    private static void moveTo(int server, Map<String, String> settings, Runnable betweenSteps) {
        settings.put("host", "db-" + server);
        betweenSteps.run();
        settings.put("port", Integer.toString(server));
    }

    private static void countChange(Map<String, String> settings) {
        settings.merge("changes", "1", (before, one) -> Integer.toString(Integer.parseInt(before) + 1));
    }

    private static boolean isWhole(Map<String, String> seen) {
        return seen.get("host").equals("db-" + seen.get("port"));
    }

    // ---- a change is seen whole

    /** What a reader sees while a writer stands still between two steps of a change. */
    private static Map<String, String> seenInMidChange(Settings settings) throws Exception {
        try (Standstill standstill = new Standstill()) {
            Future<?> writer = standstill.of(stop -> settings.change(edited -> moveTo(1, edited, stop)));
            Map<String, String> seen = standstill.beside(() -> Map.copyOf(settings.current()));
            standstill.goOn();
            Standstill.finish(writer);
            return seen;
        }
    }

    @Test
    void readersSeeAChangeWholeOrNotAtAll() throws Exception {
        Configuration configuration = new Configuration(INITIAL);
        assertThat(isWhole(seenInMidChange(configuration))).isTrue();
        assertThat(configuration.current()).containsEntry("host", "db-1").containsEntry("port", "1");
    }

    @Test
    void aMapBehindAVolatileFieldIsSeenHalfChanged() throws Exception {
        assertThat(isWhole(seenInMidChange(new VolatileField(INITIAL)))).isFalse();
    }

    @Test
    void whatAReaderHoldsDoesNotChangeUnderIt() {
        Settings configuration = new Configuration(INITIAL);
        Map<String, String> held = configuration.current();
        configuration.change(edited -> moveTo(7, edited, () -> {}));
        assertThat(held).isEqualTo(INITIAL);
        assertThatThrownBy(() -> held.put("host", "mine")).isInstanceOf(UnsupportedOperationException.class);

        Settings usual = new VolatileField(INITIAL);
        Map<String, String> heldOfUsual = usual.current();
        usual.change(edited -> moveTo(7, edited, () -> {}));
        assertThat(heldOfUsual).isNotEqualTo(INITIAL);
    }

    /** Two questions are two moments, whatever is asked. */
    @Test
    void whoNeedsTwoSettingsAsksOnce() {
        Configuration configuration = new Configuration(INITIAL);
        String host = configuration.current().get("host");
        Map<String, String> once = configuration.current();
        configuration.change(edited -> moveTo(3, edited, () -> {}));
        String port = configuration.current().get("port");
        assertThat(isWhole(Map.of("host", host, "port", port))).isFalse();
        assertThat(isWhole(once)).isTrue();
    }

    @Test
    void threadsThatChangeAndReadAtOnce() throws Exception {
        Configuration configuration = new Configuration(INITIAL);
        int views = WhileWritten.check(
                () -> assertThat(isWhole(configuration.current())).isTrue(),
                () -> change(configuration, 1),
                () -> change(configuration, 2));
        assertThat(views).isPositive();
        assertThat(configuration.current()).containsEntry("changes", Integer.toString(2 * CHANGES));
    }

    private static void change(Configuration configuration, int writer) {
        for (int i = 0; i < CHANGES; i++) {
            int server = 2 * i + writer;
            configuration.change(settings -> {
                moveTo(server, settings, () -> {});
                countChange(settings);
            });
        }
    }

    // ---- no change is lost

    /** What two changes count to if the second begins while the first one stands still before it counts. */
    private static String countedByTwo(Settings settings, boolean secondWaits) throws Exception {
        try (Standstill standstill = new Standstill()) {
            Future<?> first = standstill.of(stop -> settings.change(edited -> {
                stop.run();
                countChange(edited);
            }));
            Future<Boolean> second = standstill.begin(() -> {
                settings.change(ConfigurationTest::countChange);
                return true;
            });
            if (!secondWaits) {
                assertThat(Standstill.finish(second)).isTrue();
            }
            standstill.goOn();
            Standstill.finish(first);
            assertThat(Standstill.finish(second)).isTrue();
            return settings.current().get("changes");
        }
    }

    @Test
    void ofTwoChangesAtOnceNoneIsLost() throws Exception {
        assertThat(countedByTwo(new Configuration(INITIAL), true)).isEqualTo("2");
    }

    @Test
    void aCopyMadeByHandLosesOne() throws Exception {
        assertThat(countedByTwo(new CopiedByHand(INITIAL), false)).isEqualTo("1");
    }

    // ---- a change that fails

    @Test
    void aChangeThatIsRefusedChangesNothing() {
        Configuration configuration = new Configuration(INITIAL);
        assertThatThrownBy(() -> configuration.change(settings -> {
                    settings.put("host", "db-9");
                    throw new IllegalArgumentException("no port");
                }))
                .hasMessage("no port");
        assertThat(configuration.current()).isEqualTo(INITIAL);
    }

    @Test
    void aReloadReplacesAll() {
        Configuration configuration = new Configuration(INITIAL);
        Map<String, String> before = configuration.current();
        configuration.replace(Map.of("host", "db-5", "port", "5"));
        assertThat(configuration.current()).containsOnlyKeys("host", "port");
        assertThat(before).isEqualTo(INITIAL);
        configuration.change(settings -> settings.put("limit", "10"));
        assertThat(configuration.current()).hasSize(3);
    }
}
