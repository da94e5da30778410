package dev.holstein.jmh.tour;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tour indexes, read once and then given to every subject alike.
 *
 * @param source where it comes from, in words
 * @param things what its items are, in the plural
 * @param quantity what their amounts count, in the plural
 * @param items the items, not empty
 */
record Input(String source, String things, String quantity, List<Item> items) {
    /**
     * One thing to index.
     *
     * @param name the key
     * @param amount the quantity it adds to its key, 0 or more; that of a word is 1
     */
    record Item(String name, long amount) {}

    /** The argument that stands for standard input. */
    static final String STANDARD_INPUT = "-";

    /**
     * Reads the input that an argument names: a folder, a text file, {@link #STANDARD_INPUT}, or the JDK if there is none.
     *
     * @throws BadInput if it cannot be read or has no items
     */
    static Input read(@Nullable String argument, InputStream standardInput) throws BadInput {
        Input input = argument == null ? FileTree.ofJdk() : named(argument, standardInput);
        if (input.items.isEmpty()) {
            throw new BadInput("the input is empty: no " + input.things + " in " + input.source);
        }
        return input;
    }

    private static Input named(String argument, InputStream standardInput) throws BadInput {
        if (argument.isBlank()) {
            throw new BadInput("--input needs a folder, a text file or -");
        }
        try {
            if (argument.equals(STANDARD_INPUT)) {
                return Words.read("standard input", standardInput);
            }
            Path path = Path.of(argument);
            if (Files.isDirectory(path)) {
                return FileTree.ofFolder(path, argument);
            }
            try (InputStream text = Files.newInputStream(path)) {
                return Words.read(argument, text);
            }
        } catch (IOException e) {
            throw new BadInput("cannot read --input " + argument, e);
        } catch (InvalidPathException e) {
            throw new BadInput("--input is not a path: " + e.getReason());
        }
    }
}
