package dev.holstein.jmh.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Results that nobody measured, and the command line that reads them. */
final class MadeUp {
    private MadeUp() {}

    /** A result of two forks as JMH writes it, with all that must not be kept. */
    static String result(String benchmark, String subject, String params, double... iterations) {
        return result(benchmark, "avgt", "ns/op", subject, params, "", iterations);
    }

    static String result(
            String benchmark,
            String mode,
            String unit,
            String subject,
            String params,
            String secondary,
            double... iterations) {
        String raw = Arrays.stream(iterations).mapToObj(Double::toString).collect(Collectors.joining(", "));
        return """
                {"jmhVersion": "1.37", "benchmark": "dev.holstein.jmh.%s", "mode": "%s", "threads": 1, "forks": 2,
                 "jvm": "/opt/secret/jdk/bin/java",
                 "jvmArgs": ["-Xmx3g", "-javaagent:/opt/secret/agent.jar", "-Duser.name=secret"],
                 "jdkVersion": "17.0.15", "vmName": "OpenJDK", "vmVersion": "17.0.15+6", "host": "secret",
                 "warmupIterations": 3, "warmupTime": "200 ms", "measurementIterations": 5, "measurementTime": "200 ms",
                 "params": {"subject": "%s"%s},
                 "primaryMetric": {"score": 12345, "scoreError": "NaN", "scoreUnit": "%s", "rawData": [[%s]],
                   "scorePercentiles": {"50.0": 7, "99.0": 70, "12.5": 1}},
                 "secondaryMetrics": {%s "gc.count": {"score": 3, "scoreUnit": "counts", "rawData": [[3]]},
                   "gc.alloc.rate.norm": {"score": 24.5, "scoreUnit": "B/op", "rawData": [[24.5]]}}}
                """.formatted(benchmark, mode, subject, params, unit, raw, secondary);
    }

    static String size(long size) {
        return ", \"size\": \"" + size + "\"";
    }

    static String keys(String keys, long size) {
        return ", \"keys\": \"" + keys + "\"" + size(size);
    }

    static Path file(Path folder, String name, String... results) throws IOException {
        return Files.writeString(folder.resolve(name), "[" + String.join(",", results) + "]");
    }

    /**
     * What a command said and how it ended.
     *
     * @param exitCode its exit code
     * @param out what it printed
     * @param err what it complained of
     */
    record Said(int exitCode, String out, String err) {}

    static Said report(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Report.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new Said(exitCode, out.toString(), err.toString());
    }
}
