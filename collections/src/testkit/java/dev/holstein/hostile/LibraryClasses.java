package dev.holstein.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All classes of a module, so that a test can show that it forgets none. */
public final class LibraryClasses {
    private static final String END = ".class";

    private LibraryClasses() {}

    /** All classes beside one: in its folder, or its jar. */
    public static List<Class<?>> beside(Class<?> type) {
        try {
            Path root = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(root)) {
                return in(root, type.getClassLoader());
            }
            try (FileSystem jar = FileSystems.newFileSystem(root)) {
                return in(jar.getPath("/"), type.getClassLoader());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Class<?>> in(Path root, ClassLoader loader) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.startsWith("dev/holstein/") && name.endsWith(END))
                    .filter(name -> !name.endsWith("-info" + END))
                    .<Class<?>>map(name -> load(name, loader))
                    .toList();
        }
    }

    private static Class<?> load(String file, ClassLoader loader) {
        try {
            String name = file.substring(0, file.length() - END.length()).replace('/', '.');
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether users can name a class. */
    public static boolean isPublic(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getDeclaringClass()) {
            if (!Modifier.isPublic(each.getModifiers())) {
                return false;
            }
        }
        return !type.getName().startsWith("dev.holstein.core.");
    }
}
