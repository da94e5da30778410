package dev.holstein.btree.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.btree.CowBTreeMap;
import dev.holstein.hostile.LibraryClasses;
import dev.holstein.list.CowList;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.AbstractMap.SimpleEntry;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Whatever is done to the bytes: a stream is refused by a checked exception or gives a collection that is whole, soon, and without
 * memory for what is not in it. One round takes some seconds; {@code -Ddev.holstein.fuzzSeconds} goes on for longer, and {@code
 * -Ddev.holstein.fuzzSeed} repeats a round.
 */
class SerialFuzzTest {
    private static final long SECONDS = Long.getLong("dev.holstein.fuzzSeconds", 0);
    private static final long SEED = Long.getLong("dev.holstein.fuzzSeed", new Random().nextLong());

    /** What one stream may take, on a machine that is busy. */
    private static final long MOST_MILLIS = 20_000;

    private static final int SPLICES = 150;
    private static final int MIXED = 500;

    static byte[] written(Object object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void damageAll(Map<String, Object> samples, long seed, Map<String, Integer> outcomes)
            throws InterruptedException {
        List<byte[]> streams =
                samples.values().stream().map(SerialFuzzTest::written).toList();
        Random random = new Random(seed);
        int next = 0;
        for (String name : samples.keySet()) {
            byte[] whole = streams.get(next++);
            byte[] other = streams.get(random.nextInt(streams.size()));
            StreamJudge judge = new StreamJudge("seed " + seed + ", " + name, WholeCheck::check);
            StreamDamage damage = new StreamDamage(whole, random.nextLong(), judge);
            judge.read("as it is", whole);
            assertThat(judge.accepted).as(name).isEqualTo(1);
            judge.watch(
                    () -> {
                        damage.everywhere();
                        damage.splices(other, SPLICES);
                        damage.mixed(MIXED);
                    },
                    MOST_MILLIS);
            // most damages are noticed; some, in keys and values, cannot be
            assertThat(judge.refused).as(name).isGreaterThan(whole.length);
            judge.outcomes.forEach((outcome, times) -> outcomes.merge(outcome, times, Integer::sum));
            outcomes.merge("most bytes allocated", (int) judge.mostAllocated, Math::max);
        }
    }

    @Test
    void everyDamageIsRefusedOrHarmless() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        long seed = SEED;
        Map<String, Integer> outcomes = new TreeMap<>();
        do {
            damageAll(SerialSamples.all(), seed, outcomes);
            seed++;
        } while (System.nanoTime() < end);
        System.out.println("damaged streams, from seed " + SEED + ": " + outcomes);
    }

    /**
     * What the judge lets pass of unchecked exceptions is what a collection of the JDK does with the same damages. (A TreeMap: of others
     * the judge would not let pass that they allocate what a forged size asks for.)
     */
    @Test
    void theCollectionsOfTheJdkThrowTheSame() throws InterruptedException {
        TreeMap<Integer, Object> map = new TreeMap<>(Collections.reverseOrder());
        map.put(1, new SimpleEntry<>(1, new TreeMap<>(Map.of(2, "two"))));
        map.put(2, new SimpleEntry<>(3, 4));
        byte[] whole = written(map);
        StreamJudge judge = new StreamJudge("seed " + SEED + ", java.util", read -> {});
        StreamDamage damage = new StreamDamage(whole, SEED, judge);
        judge.watch(damage::everywhere, MOST_MILLIS);
        assertThat(judge.outcomes.keySet())
                .contains("by the JDK itself: ClassCastException", "by the JDK itself: IllegalStateException");
    }

    // ---- nothing is left out
    // --------------------------------------------------------------------------------------------

    /** Every class of the library that says it can be serialized is in a stream, or stands for itself there. */
    @Test
    void noSerializableClassIsLeftOut() throws Exception {
        Set<String> met = new HashSet<>();
        for (Object sample : SerialSamples.all().values()) {
            met.add(sample.getClass().getName());
            met.addAll(classesIn(written(sample)));
        }
        Set<String> left = new TreeSet<>();
        for (Class<?> type : List.of(CowBTreeMap.class, CowList.class)) {
            for (Class<?> each : LibraryClasses.beside(type)) {
                boolean isWritten = Serializable.class.isAssignableFrom(each)
                        && !each.isInterface()
                        && !(each.isEnum() && !java.lang.reflect.Modifier.isPublic(each.getModifiers()))
                        && !Throwable.class.isAssignableFrom(each)
                        && !each.getPackageName().contains(".jackson"); // parts of a mapper, as Jackson's own are
                if (isWritten && !met.contains(each.getName())) {
                    left.add(each.getName());
                }
            }
        }
        assertThat(left).isEmpty();
        assertThat(met).contains("dev.holstein.btree.BTreeSerial", "dev.holstein.list.ListSerial");
    }

    private static Set<String> classesIn(byte[] stream) throws Exception {
        Set<String> names = new HashSet<>();
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stream)) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
                names.add(described.getName());
                return super.resolveClass(described);
            }
        }) {
            in.readObject();
        }
        return names;
    }

    // ---- the judge itself
    // ------------------------------------------------------------------------------------------------

    /** Forms as one would write them without thinking of enemies. */
    private enum Mistake {
        TRUSTS_THE_SIZE,
        LETS_EXCEPTIONS_THROUGH,
        HANGS
    }

    private static final class Naive implements Serializable {
        private static final long serialVersionUID = 1;

        private final Mistake mistake;
        private transient Object[] elements = {1, 2, 3}; // so that 3 is the size to forge

        Naive(Mistake mistake) {
            this.mistake = mistake;
        }

        private void writeObject(ObjectOutputStream out) throws IOException {
            out.defaultWriteObject();
            out.writeInt(elements.length);
            for (Object element : elements) {
                out.writeObject(element);
            }
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            try {
                in.defaultReadObject();
                read(in, in.readInt());
            } catch (RuntimeException damaged) {
                if (mistake == Mistake.LETS_EXCEPTIONS_THROUGH) {
                    throw damaged;
                }
                throw new IOException(damaged);
            }
        }

        private void read(ObjectInputStream in, int size) throws IOException, ClassNotFoundException {
            if (size < 0 || size > 1 << 26) {
                throw new IOException("size " + size);
            }
            while (mistake == Mistake.HANGS && size > 3) {
                Thread.onSpinWait();
            }
            elements = new Object[mistake == Mistake.TRUSTS_THE_SIZE ? size : 3];
            for (int i = 0; i < size; i++) {
                elements[Objects.checkIndex(i, elements.length)] = in.readObject();
            }
        }
    }

    private static void assertCaught(Mistake mistake, String verdict) {
        StreamJudge judge = new StreamJudge(mistake.name(), read -> {});
        StreamDamage damage = new StreamDamage(written(new Naive(mistake)), SEED, judge);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> judge.watch(
                        () -> {
                            damage.everywhere();
                            damage.mixed(MIXED);
                        },
                        1_000))
                .withMessageContaining(verdict);
    }

    @Test
    void naiveFormsAreCaught() {
        assertCaught(Mistake.TRUSTS_THE_SIZE, "bytes allocated");
        assertCaught(Mistake.LETS_EXCEPTIONS_THROUGH, "an unchecked exception of ours");
        assertCaught(Mistake.HANGS, "hangs");
    }
}
