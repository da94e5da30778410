package dev.holstein.jmh.footprint;

import dev.holstein.jmh.data.KeyKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One weighing.
 *
 * @param kind what was weighed
 * @param keys what its elements, or its keys, are
 * @param state how it had been made, or what had been done before
 * @param size its elements
 * @param bytes the bytes of structure
 * @param reportedBytes what the library itself reports for the same, to compare; null if it has no report of that
 */
record FootprintRow(
        Kind kind,
        KeyKind keys,
        String state,
        int size,
        long bytes,
        @Nullable Long reportedBytes) {
    /** The bytes of structure, shared out among all elements. */
    double bytesPerElement() {
        return (double) bytes / size;
    }

    /** As an object of JSON, on one line. Names need no escapes: they are those of constants. */
    String json() {
        String row = String.format(
                Locale.ROOT,
                "{\"structure\": \"%s\", \"subject\": \"%s\", %s\"state\": \"%s\", \"size\": %d, \"bytes\": %d, "
                        + "\"bytesPerElement\": %.3f",
                kind.structure(),
                kind.subject(),
                kind.isSorted() ? "\"keys\": \"" + keys + "\", " : "",
                state,
                size,
                bytes,
                bytesPerElement());
        return row + (reportedBytes == null ? "" : ", \"reportedBytes\": " + reportedBytes) + "}";
    }

    /** All rows as an array of JSON, a line each. */
    static String json(List<FootprintRow> rows) {
        return rows.stream().map(FootprintRow::json).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
    }
}
