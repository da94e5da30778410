package dev.holstein.jmh.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** The user asked for what cannot be done: the message is the one line that says so. */
final class BadInput extends Exception {
    private static final long serialVersionUID = 1;

    BadInput(String message) {
        super(message);
    }

    BadInput(String message, IOException cause) {
        super(message + ": " + reason(cause), cause);
    }

    /** In words: the message of most file system exceptions is the bare path. */
    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        String said = cause.getMessage();
        return said == null ? cause.getClass().getSimpleName() : said;
    }
}
