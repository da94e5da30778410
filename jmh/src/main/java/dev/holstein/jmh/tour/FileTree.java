package dev.holstein.jmh.tour;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files below a folder: relative names with slashes, and sizes in bytes. Links in it are not followed. */
final class FileTree extends SimpleFileVisitor<Path> {
    private final Path root;
    private final String suffix;
    private final List<Input.Item> items = new ArrayList<>();
    private int unreadable;

    private FileTree(Path root, String suffix) {
        this.root = root;
        this.suffix = suffix;
    }

    /** The class files of the JDK that runs this: a real data set of tens of thousands of names that everybody has. */
    static Input ofJdk() throws BadInput {
        String source = "JDK " + Runtime.version().feature() + " (jrt:/)";
        try {
            Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
            return new Input(source, "class files", "bytes", new FileTree(modules, ".class").walk());
        } catch (IOException e) {
            throw new BadInput("cannot read the class files of this JDK, name an --input", e);
        } catch (FileSystemNotFoundException | ProviderNotFoundException e) {
            throw new BadInput("this Java runtime shows no class files (jrt:/), name an --input");
        }
    }

    /**
     * The files of a folder. Folders inside it that may not be listed are left out, and the source says how many.
     *
     * @throws IOException if the folder itself cannot be listed
     */
    static Input ofFolder(Path folder, String name) throws IOException {
        FileTree tree = new FileTree(folder.toRealPath(), "");
        List<Input.Item> items = tree.walk();
        String leftOut = tree.unreadable == 0 ? "" : " (" + Numbers.count(tree.unreadable) + " unreadable left out)";
        return new Input(name + leftOut, "files", "bytes", items);
    }

    private List<Input.Item> walk() throws IOException {
        Files.walkFileTree(root, this);
        return items;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && file.toString().endsWith(suffix)) {
            String name = root.relativize(file).toString();
            items.add(new Input.Item(name.replace(root.getFileSystem().getSeparator(), "/"), attributes.size()));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (file.equals(root)) {
            throw failure;
        }
        unreadable++;
        return FileVisitResult.CONTINUE;
    }

    /** A folder may vanish or fail in the middle of its listing: what was seen of it stays. */
    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
        return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, failure);
    }
}
