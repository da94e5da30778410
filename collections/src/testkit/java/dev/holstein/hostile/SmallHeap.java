package dev.holstein.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A child process with a small heap, and what it has reported. */
public final class SmallHeap {
    static final String LINE = "case\t";
    static final String TAB = "\t";

    /** On a machine that is busy; what is asked for in {@code dev.holstein.outOfMemorySeconds} comes on top. */
    private static final long MOST_SECONDS = 300 + Long.getLong("dev.holstein.outOfMemorySeconds", 0);

    /** What came of one kind of write. */
    public record Report(int errors, int wrong, String verdict) {}

    private SmallHeap() {}

    /** Runs a main class that calls {@link OutOfMemory#run}, with the node capacities of this process. */
    public static Map<String, Report> run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms20m",
                "-Xmx20m",
                "-XX:+UseSerialGC",
                "-XX:-UseTLAB",
                "-XX:TieredStopAtLevel=1"));
        System.getProperties().forEach((name, value) -> {
            if (name.toString().startsWith("dev.holstein.")) {
                command.add("-D" + name + "=" + value);
            }
        });
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread watch = new Thread(() -> destroyLate(child), "waits for the child");
        watch.setDaemon(true);
        watch.start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (child.waitFor() != 0) {
            throw new AssertionError("the child failed:\n" + output);
        }
        Map<String, Report> reports = new LinkedHashMap<>();
        output.lines().filter(line -> line.startsWith(LINE)).forEach(line -> {
            String[] parts = line.split(TAB, -1);
            reports.put(parts[1], new Report(Integer.parseInt(parts[2]), Integer.parseInt(parts[3]), parts[4]));
        });
        return reports;
    }

    private static void destroyLate(Process child) {
        try {
            if (!child.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                Process unused = child.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
