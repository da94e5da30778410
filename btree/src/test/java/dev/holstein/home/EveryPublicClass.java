package dev.holstein.home;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A main program of a JVM of its own: loads every class of the library and asks for all its methods, as frameworks and
 * mocking tools do. Classes of packages that need an optional library must not load, which shows that it is absent.
 *
 * <p>Arguments: where classes are (folders or jars), and the last names of optional packages, each after a dash.
 */
final class EveryPublicClass {
    private static final String END = ".class";

    private EveryPublicClass() {}

    public static void main(String[] arguments) throws IOException {
        List<String> optional = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("-")) {
                optional.add(argument.substring(1));
            } else {
                names.addAll(names(Path.of(argument)));
            }
        }
        int methods = 0;
        int absent = 0;
        for (String name : names) {
            List<String> parts = List.of(name.split("\\."));
            if (optional.stream().anyMatch(parts::contains)) {
                absent += failsToLoad(name) ? 1 : 0;
            } else {
                methods += methods(name);
            }
        }
        System.out.println(names.size() + " classes, " + methods + " methods, " + absent + " absent");
    }

    private static List<String> names(Path root) throws IOException {
        if (Files.isDirectory(root)) {
            return namesBelow(root);
        }
        try (FileSystem jar = FileSystems.newFileSystem(root)) {
            return namesBelow(jar.getPath("/"));
        }
    }

    private static List<String> namesBelow(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.startsWith("dev/") && file.endsWith(END) && !file.endsWith("-info" + END))
                    .map(file -> file.substring(0, file.length() - END.length()).replace('/', '.'))
                    .toList();
        }
    }

    private static int methods(String name) {
        try {
            Class<?> type = Class.forName(name);
            return type.getMethods().length
                    + type.getDeclaredMethods().length
                    + type.getDeclaredConstructors().length
                    + type.getDeclaredFields().length
                    + type.getDeclaredClasses().length;
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean failsToLoad(String name) {
        try {
            int unused = methods(name);
            return false;
        } catch (NoClassDefFoundError e) {
            return true;
        }
    }
}
