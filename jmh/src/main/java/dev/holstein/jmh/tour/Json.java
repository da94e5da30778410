package dev.holstein.jmh.tour;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON (RFC 8259): maps, lists, strings, numbers, booleans and null. What JSON cannot say, as a NaN, becomes null. */
final class Json {
    private static final String INDENT = "  ";
    private static final int FIRST_PRINTABLE = 0x20;

    private final StringBuilder text = new StringBuilder();

    private Json() {}

    /** The text of a value, on several lines, with a line break at its end. */
    static String of(@Nullable Object value) {
        Json json = new Json();
        json.value(value, "\n");
        return json.text.append('\n').toString();
    }

    private void value(@Nullable Object value, String lineBreak) {
        if (value instanceof Map<?, ?> map) {
            object(map, lineBreak);
        } else if (value instanceof List<?> list) {
            array(list, lineBreak);
        } else if (value instanceof CharSequence string) {
            string(string);
        } else if (value instanceof Double number && !Double.isFinite(number)) {
            text.append("null");
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    private void object(Map<?, ?> map, String lineBreak) {
        text.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            text.append(lineBreak).append(INDENT);
            string(String.valueOf(entry.getKey()));
            text.append(": ");
            value(entry.getValue(), lineBreak + INDENT);
            text.append(entries.hasNext() ? "," : lineBreak);
        }
        text.append('}');
    }

    private void array(List<?> list, String lineBreak) {
        text.append('[');
        Iterator<?> elements = list.iterator();
        while (elements.hasNext()) {
            text.append(lineBreak).append(INDENT);
            value(elements.next(), lineBreak + INDENT);
            text.append(elements.hasNext() ? "," : lineBreak);
        }
        text.append(']');
    }

    private void string(CharSequence string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE || isUnpairedSurrogate(string, i)) {
                text.append("\\u");
                for (int shift = Character.SIZE - 4; shift >= 0; shift -= 4) {
                    text.append(Character.forDigit((c >> shift) & 0xF, 16));
                }
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    /** Half a character, as a broken file name may have, has no UTF-8. */
    private static boolean isUnpairedSurrogate(CharSequence string, int i) {
        char c = string.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == string.length() || !Character.isLowSurrogate(string.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(string.charAt(i - 1)));
    }
}
