package dev.holstein.jmh.tour;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of a text in UTF-8: runs of letters and digits, in lower case, each with the amount 1. */
final class Words {
    /** One item per distinct word, for a text repeats its words far more often than it has new ones. */
    private final Map<String, Input.Item> distinct = new HashMap<>();

    private final List<Input.Item> items = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();

    private Words() {}

    /** Reads a text to its end. Bytes that are no UTF-8 separate words, so that a text in another encoding is no failure. */
    static Input read(String source, InputStream text) throws IOException {
        Words words = new Words();
        words.readAll(new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8)));
        return new Input(source, "words", "occurrences", words.items);
    }

    private void readAll(Reader text) throws IOException {
        for (int unit = text.read(); unit >= 0; unit = text.read()) {
            char c = (char) unit;
            // Halves of surrogate pairs stay together: what lies beyond the basic plane is mostly letters.
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                word.append(c);
            } else {
                endWord();
            }
        }
        endWord();
    }

    private void endWord() {
        if (!word.isEmpty()) {
            String name = word.toString().toLowerCase(Locale.ROOT);
            items.add(distinct.computeIfAbsent(name, found -> new Input.Item(found, 1)));
            word.setLength(0);
        }
    }
}
