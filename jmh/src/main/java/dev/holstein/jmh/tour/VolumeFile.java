package dev.holstein.jmh.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * The file that is loaded as a volume, in blocks of {@value #BLOCK} bytes; the last one may be shorter.
 *
 * @param path where it is
 * @param name what the report calls it
 * @param length its bytes, 1 or more
 * @param modified when it was changed last: a file that changes during the tour proves nothing
 */
record VolumeFile(Path path, String name, long length, FileTime modified) {
    /** The bytes of a block, which is a page of the array. */
    static final int BLOCK = 4096;

    /** The argument that leaves the step out. */
    static final String NONE = "none";

    private static final long SPARE_BYTES = 64L << 20;

    /**
     * What is loaded.
     *
     * @param file the file; null if the step is left out
     * @param reason why it is left out
     */
    record Choice(@Nullable VolumeFile file, String reason) {}

    /**
     * The file that an argument names; if there is none, the image of the JDK that runs this.
     *
     * @throws BadInput if the file cannot be read, is empty, or is too large; for lack of an image the step is only
     *     left out
     */
    static Choice chosen(@Nullable String argument, boolean offHeap) throws BadInput {
        if (NONE.equals(argument)) {
            return new Choice(null, "--volume " + NONE);
        }
        if (argument == null) {
            return image(Path.of(System.getProperty("java.home"), "lib", "modules"), offHeap);
        }
        if (argument.isBlank()) {
            throw new BadInput("--volume needs a file or " + NONE);
        }
        try {
            VolumeFile file = of(Path.of(argument), argument);
            String lack = file.lack(offHeap);
            if (lack != null) {
                throw new BadInput("--volume " + argument + ": " + lack);
            }
            return new Choice(file, "");
        } catch (IOException e) {
            throw new BadInput("cannot read --volume " + argument, e);
        } catch (InvalidPathException e) {
            throw new BadInput("--volume is not a path: " + e.getReason());
        }
    }

    /** The image of a JDK, with all its classes. A JDK that was only compiled, not linked, has none. */
    static Choice image(Path modules, boolean offHeap) throws BadInput {
        if (!Files.isRegularFile(modules)) {
            return new Choice(null, "this JDK has no lib/modules, another big file can be named by --volume");
        }
        try {
            VolumeFile file = of(modules, "JDK " + Runtime.version().feature() + ", lib/modules");
            String lack = file.lack(offHeap);
            return lack == null ? new Choice(file, "") : new Choice(null, lack);
        } catch (IOException e) {
            throw new BadInput("cannot read " + modules + ", name another --volume", e);
        }
    }

    private static VolumeFile of(Path path, String name) throws IOException, BadInput {
        long length = Files.size(path);
        if (!Files.isRegularFile(path)) {
            throw new BadInput("--volume needs a file, and " + name + " is none");
        }
        if (length == 0) {
            throw new BadInput("--volume is empty: " + name);
        }
        Files.newByteChannel(path).close();
        return new VolumeFile(path, name, length, Files.getLastModifiedTime(path));
    }

    /** What there is too little of, in words; null if all will do. */
    private @Nullable String lack(boolean offHeap) throws IOException {
        long heap = Runtime.getRuntime().maxMemory();
        // The blocks that were rewritten are kept twice: by the snapshots, and by the model that they are checked
        // against.
        long needed = (offHeap ? length / 2 : length + length / 2) + SPARE_BYTES;
        if (needed > heap) {
            return Numbers.count(length) + " bytes do not fit: the step needs a heap of about " + Numbers.count(needed)
                    + " bytes (java -Xmx, --off-heap), and this one has " + Numbers.count(heap);
        }
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        return Files.getFileStore(folder).getUsableSpace() >= length
                ? null
                : "no room to save " + Numbers.count(length) + " bytes in " + folder + " (java -Djava.io.tmpdir)";
    }

    /** Whether the file is still what it was. */
    boolean isUnchanged() throws IOException {
        return Files.size(path) == length && Files.getLastModifiedTime(path).equals(modified);
    }

    int blocks() {
        return Math.toIntExact((length + BLOCK - 1) / BLOCK);
    }

    int bytesOf(int block) {
        return (int) Math.min(BLOCK, length - startOf(block));
    }

    static long startOf(int block) {
        return (long) block * BLOCK;
    }

    static int blockOf(long offset) {
        return (int) (offset / BLOCK);
    }
}
