package dev.holstein.jmh.tour;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where {@code --json} goes. */
final class JsonFile {
    private final Path path;

    private JsonFile(Path path) {
        this.path = path;
    }

    /**
     * Finds out whether a file can be written, and leaves it as it is: better to hear of it before the tour than after.
     *
     * @throws BadInput if it cannot
     */
    static JsonFile writable(String argument) throws BadInput {
        try {
            Path path = Path.of(argument);
            boolean wasThere = Files.exists(path);
            Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .close();
            if (!wasThere) {
                Files.delete(path);
            }
            return new JsonFile(path);
        } catch (IOException e) {
            throw unwritable(argument, e);
        } catch (InvalidPathException e) {
            throw new BadInput("--json is not a path: " + e.getReason());
        }
    }

    /** Writes the file anew. */
    void write(String json) throws BadInput {
        try (OutputStream out = Files.newOutputStream(path)) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unwritable(path.toString(), e);
        }
    }

    private static BadInput unwritable(String file, IOException cause) {
        return new BadInput("cannot write --json " + file, cause);
    }
}
