package dev.holstein.btree.hostile;

import dev.holstein.costs.AllocatedBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Reads damaged streams as a user would, without a filter, and judges what comes of each. Allowed is an object that passes its
 * check, or a refusal: an {@link IOException} or {@link ClassNotFoundException}. An unchecked exception is allowed only where the JDK
 * reads by itself: it throws some at streams that are damaged outside of any object, in an object without code for reading, or where it
 * cleans up after one that was refused; those of its own collections no less. So no frame of this library may lie between it and the
 * call that reads. In no case may the reading allocate much, or take long.
 */
final class StreamJudge implements StreamDamage.Victim {
    /** Of a stream of a few hundred bytes. The JDK itself takes up to half a mebibyte, for a field count of two bytes. */
    static final long MOST_BYTES = 2 << 20;

    private static final String READER = ObjectInputStream.class.getName();
    private static final String OURS = "dev.holstein.";

    private final String name;
    private final Consumer<Object> check;

    /** How often the streams came to what. */
    final Map<String, Integer> outcomes = new TreeMap<>();

    int accepted;
    int refused;

    /** The most that the reading of one stream has allocated. */
    long mostAllocated;

    /** When the reading of the present stream began; 0 between two. */
    private volatile long since;

    private volatile String present = "";

    StreamJudge(String name, Consumer<Object> check) {
        this.name = name;
        this.check = check;
    }

    @Override
    public void read(String how, byte[] damaged) {
        present = how;
        since = System.nanoTime();
        long before = AllocatedBytes.ofThisThread();
        try {
            Object back = readUnfiltered(damaged);
            allocated(before);
            accepted++;
            count(back == null ? "null" : "accepted as " + back.getClass().getSimpleName());
            check.accept(back);
        } catch (IOException | ClassNotFoundException expected) {
            allocated(before);
            refused++;
            count(expected.getClass().getSimpleName());
        } catch (RuntimeException unchecked) {
            allocated(before);
            String kind = unchecked.getClass().getSimpleName();
            if (!isOfTheJdkAlone(unchecked)) {
                throw verdict(damaged, "an unchecked exception of ours", unchecked);
            }
            refused++;
            count("by the JDK itself: " + kind);
        } catch (Error error) {
            throw verdict(damaged, "an error", error);
        } finally {
            since = 0;
        }
    }

    private void allocated(long before) {
        long bytes = AllocatedBytes.ofThisThread() - before;
        mostAllocated = Math.max(mostAllocated, bytes);
        if (bytes > MOST_BYTES) {
            throw new AssertionError(bytes + " bytes allocated");
        }
    }

    private void count(String outcome) {
        int unused = outcomes.merge(outcome, 1, Integer::sum);
    }

    private AssertionError verdict(byte[] damaged, String what, Throwable cause) {
        return new AssertionError(
                name + ", " + present + ": " + what + ": " + cause + "\n"
                        + HexFormat.of().formatHex(damaged),
                cause);
    }

    static Object readUnfiltered(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    /** Whether the exception passed no frame of this library on its way to the call that reads. */
    private static boolean isOfTheJdkAlone(RuntimeException unchecked) {
        StackTraceElement[] frames = unchecked.getStackTrace();
        int reading = frames.length - 1;
        while (reading >= 0 && !frames[reading].getClassName().equals(READER)) {
            reading--;
        }
        return Arrays.stream(frames, 0, reading + 1)
                .noneMatch(frame -> frame.getClassName().startsWith(OURS));
    }

    /**
     * Damages streams on a thread of its own and looks at the clock: a stream that takes longer than it may is named.
     *
     * @param mostMillis how long one stream may take
     */
    void watch(Runnable damages, long mostMillis) throws InterruptedException {
        Throwable[] thrown = {null};
        Thread worker = new Thread(damages, "reads " + name);
        worker.setDaemon(true);
        worker.setUncaughtExceptionHandler((thread, failure) -> thrown[0] = failure);
        worker.start();
        while (worker.isAlive()) {
            worker.join(50);
            long began = since;
            if (began != 0 && System.nanoTime() - began > mostMillis * 1_000_000) {
                AssertionError hangs = new AssertionError(name + ", " + present + ": hangs");
                hangs.setStackTrace(worker.getStackTrace());
                throw hangs;
            }
        }
        if (thrown[0] != null) {
            throw new AssertionError(name + ": " + thrown[0].getMessage(), thrown[0]);
        }
    }
}
