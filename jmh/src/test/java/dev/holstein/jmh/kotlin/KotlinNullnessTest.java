package dev.holstein.jmh.kotlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kotlin's compiler reads from the annotations what may be null: it refuses what would fail, and warns of nothing that is right. */
class KotlinNullnessTest {
    private static final Pattern ERROR = Pattern.compile("Wrong\\.kt:(\\d+):\\d+: error: ");

    @TempDir
    Path directory;

    /** What the compiler said, and how it ended. */
    private record Result(ExitCode exitCode, String messages) {}

    private Result compiled(String name, String... options) throws IOException {
        Path source = directory.resolve(name);
        Files.writeString(source, text(name));
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of(
                "-no-stdlib",
                "-no-reflect",
                "-Xjspecify-annotations=strict",
                "-classpath",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-d",
                directory.resolve("classes").toString(),
                source.toString()));
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(messages, true, StandardCharsets.UTF_8)) {
            ExitCode exitCode = new K2JVMCompiler().exec(out, arguments.toArray(String[]::new));
            return new Result(exitCode, messages.toString(StandardCharsets.UTF_8));
        }
    }

    private static String text(String name) throws IOException {
        try (InputStream in = KotlinNullnessTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatIsRightCompilesWithoutAWarningAndRuns() throws Exception {
        Result result = compiled("Right.kt", "-Werror");
        assertThat(result).isEqualTo(new Result(ExitCode.OK, ""));
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        URL classes = directory.resolve("classes").toUri().toURL();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes}, getClass().getClassLoader())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("RightKt").getMethod("main").invoke(null);
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).strip()).isEqualTo("9");
    }

    /** Each line that says so, and no other. */
    @Test
    void whatMayBeNullIsRefusedWhereItMustNotBe() throws IOException {
        Set<Integer> expected = new TreeSet<>();
        int number = 0;
        for (String line : text("Wrong.kt").split("\n")) {
            number++;
            if (line.endsWith("// refused")) {
                expected.add(number);
            }
        }
        Result result = compiled("Wrong.kt");
        Set<Integer> refused = new TreeSet<>();
        for (Matcher error = ERROR.matcher(result.messages()); error.find(); ) {
            refused.add(Integer.parseInt(error.group(1)));
        }
        assertThat(refused).as(result.messages()).isEqualTo(expected).hasSize(14);
        assertThat(result.exitCode()).isEqualTo(ExitCode.COMPILATION_ERROR);
    }
}
