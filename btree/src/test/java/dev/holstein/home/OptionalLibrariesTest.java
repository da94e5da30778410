package dev.holstein.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.list.CowList;
import io.vavr.collection.Seq;
import io.vavr.match.annotation.Patterns;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Those who have no optional library notice nothing, and those who have it use it: on the class path and as modules. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OptionalLibrariesTest {
    /** Last names of the packages that need a library which may be absent. */
    private static final List<String> OPTIONAL = List.of("jackson", "vavr");

    private static final List<Path> LIBRARY = List.of(home(CowList.class), home(CowBTreeMap.class));
    private static final Path JSPECIFY = home(Nullable.class);
    private static final List<Path> JACKSON =
            List.of(home(ObjectMapper.class), home(JsonParser.class), home(JsonProperty.class));
    private static final List<Path> VAVR = List.of(home(Seq.class), home(Patterns.class));

    @TempDir
    private Path directory;

    /** What a child process wrote, and how it ended. */
    private record Result(int exitCode, String output, String errors) {}

    @Test
    void withoutThemEveryOtherClassIsWholeOnTheClassPath() throws Exception {
        List<Path> path = new ArrayList<>(LIBRARY);
        path.add(JSPECIFY);
        path.add(mainAlone());
        checkEveryClass(java("-cp", joined(path)));
    }

    @Test
    void withoutThemEveryOtherClassIsWholeAsModules() throws Exception {
        checkEveryClass(java(
                "-p",
                joined(LIBRARY),
                "--add-modules",
                "dev.holstein.btree",
                "-cp",
                mainAlone().toString()));
    }

    private void checkEveryClass(List<String> command) throws Exception {
        command.add(EveryPublicClass.class.getName());
        LIBRARY.forEach(each -> command.add(each.toString()));
        OPTIONAL.forEach(each -> command.add("-" + each));
        Result result = run(command);
        assertThat(result.errors()).isEmpty();
        assertThat(result.exitCode()).isZero();
        String[] words = result.output().split(" ");
        assertThat(Integer.parseInt(words[0])).isGreaterThan(150);
        assertThat(Integer.parseInt(words[2])).isGreaterThan(5000);
        assertThat(Integer.parseInt(words[4]))
                .as("classes that need what is absent")
                .isGreaterThan(9);
    }

    /** A module of an application needs neither to compile nor to run what it does not use. */
    @Test
    void anApplicationCompilesAndRunsWithoutThem() throws Exception {
        Path classes = compiled(
                with(LIBRARY, JSPECIFY),
                "module app { requires dev.holstein.btree; }",
                "System.out.print(new dev.holstein.btree.CowBTreeMap<>(java.util.Map.of(1, 2)).snapshot().plus(2, 3));");
        Result result = run(java("-p", joined(with(LIBRARY, classes)), "-m", "app/app.Main"));
        assertThat(result).isEqualTo(new Result(0, "{1=2, 2=3}", ""));
    }

    /** Nothing must be opened to Jackson, and nothing is warned of. */
    @Test
    void anApplicationThatHasJacksonUsesIt() throws Exception {
        List<Path> path = Stream.concat(LIBRARY.stream(), JACKSON.stream()).toList();
        Path classes = compiled(
                with(path, JSPECIFY),
                "module app { requires dev.holstein.btree; requires com.fasterxml.jackson.databind; }",
                """
                var mapper = new com.fasterxml.jackson.databind.ObjectMapper()
                        .registerModule(new dev.holstein.btree.jackson.BTreeJacksonModule());
                var type = new com.fasterxml.jackson.core.type.TypeReference<dev.holstein.btree.PersistentBTreeMap<
                        Integer, dev.holstein.list.PersistentList<dev.holstein.cow.Cow<String>>>>() {};
                var mutable = new com.fasterxml.jackson.core.type.TypeReference<dev.holstein.btree.CowBTreeMap<
                        Integer, dev.holstein.list.ConcurrentList<dev.holstein.array.CowByteArray>>>() {};
                System.out.print(mapper.writeValueAsString(mapper.readValue("{\\"2\\":[\\"b\\"],\\"1\\":[]}", type))
                        + mapper.writeValueAsString(mapper.readValue("{\\"2\\":[\\"AQ==\\"],\\"1\\":[]}", mutable)));
                """);
        Result result = run(java("-p", joined(with(path, classes)), "-m", "app/app.Main"));
        assertThat(result).isEqualTo(new Result(0, "{\"1\":[],\"2\":[\"b\"]}{\"1\":[],\"2\":[\"AQ==\"]}", ""));
    }

    @Test
    void anApplicationThatHasVavrUsesIt() throws Exception {
        List<Path> path = Stream.concat(LIBRARY.stream(), VAVR.stream()).toList();
        Path classes =
                compiled(with(path, JSPECIFY), "module app { requires dev.holstein.btree; requires io.vavr; }", """
                var map = dev.holstein.btree.vavr.BTreeVavrInterop.asSortedMap(
                        dev.holstein.btree.PersistentBTreeMap.of(1, "a", 2, "b"));
                var list = dev.holstein.vavr.VavrInterop.asIndexedSeq(dev.holstein.list.PersistentList.of(3, 4));
                System.out.print(map.put(3, "c").drop(1).mkString() + list.append(5).mkString());
                """);
        Result result = run(java("-p", joined(with(path, classes)), "-m", "app/app.Main"));
        assertThat(result).isEqualTo(new Result(0, "(2, b)(3, c)345", ""));
    }

    /** The main class in a folder where nothing else is. */
    private Path mainAlone() throws IOException {
        String file = EveryPublicClass.class.getName().replace('.', '/') + ".class";
        Path copy = directory.resolve("alone").resolve(file);
        Files.createDirectories(copy.getParent());
        Files.copy(home(EveryPublicClass.class).resolve(file), copy);
        return directory.resolve("alone");
    }

    private Path compiled(List<Path> path, String module, String statements) throws IOException {
        Path sources = Files.createDirectories(directory.resolve("app"));
        Path moduleFile = Files.writeString(sources.resolve("module-info.java"), module);
        Path main = Files.writeString(
                sources.resolve("Main.java"),
                "package app;\npublic class Main {\n  public static void main(String[] args) throws Exception {\n"
                        + statements + "\n}\n}\n");
        Path classes = directory.resolve("classes");
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        int exitCode = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        out,
                        out,
                        "-Xlint:all,-requires-automatic",
                        "-proc:none",
                        "-d",
                        classes.toString(),
                        "-p",
                        joined(path),
                        moduleFile.toString(),
                        main.toString());
        assertThat(exitCode).as("%s", messages).isZero();
        return classes;
    }

    private static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private Result run(List<String> command) throws IOException, InterruptedException {
        Path errors = directory.resolve("errors");
        Process child =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(child.waitFor(), output, Files.readString(errors));
    }

    private static List<Path> with(List<Path> paths, Path more) {
        return Stream.concat(paths.stream(), Stream.of(more)).toList();
    }

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
