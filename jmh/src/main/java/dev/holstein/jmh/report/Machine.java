package dev.holstein.jmh.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a run was measured on: enough to judge the figures by, and nothing that names the machine or who uses it.
 *
 * @param cores processors the JVM may use
 * @param memory in GiB
 * @param system kind and processor architecture of the operating system
 * @param processor its model, or "unknown"
 */
record Machine(int cores, long memory, String system, String processor) {
    private static final String UNKNOWN = "unknown";
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final long GIB = 1L << 30;

    /** This machine. */
    static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                memoryHere(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                processorHere());
    }

    static Machine of(JsonNode json) {
        return new Machine(
                json.path("cores").asInt(),
                json.path("memoryGiB").asLong(),
                json.path("system").asText(UNKNOWN),
                json.path("processor").asText(UNKNOWN));
    }

    ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("cores", cores)
                .put("memoryGiB", memory)
                .put("system", system)
                .put("processor", processor);
    }

    String inWords() {
        return cores + (cores == 1 ? " core, " : " cores, ") + memory + " GiB of memory, " + system + ", processor: "
                + processor;
    }

    private static long memoryHere() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? Math.round((double) system.getTotalMemorySize() / GIB)
                : 0;
    }

    /** Linux tells the model; elsewhere, and on other architectures, nothing does. */
    private static String processorHere() {
        if (!Files.isReadable(PROCESSORS)) {
            return UNKNOWN;
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(UNKNOWN);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}
