package dev.holstein.jmh.tour;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON by the letter of RFC 8259, and refuses everything else. Written apart from {@link Json}, to check it. */
final class JsonText {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final Pattern SPACE = Pattern.compile("[ \\t\\n\\r]*");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([\"\\\\/])|u([0-9a-fA-F]{4}))");

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        JsonText json = new JsonText(text);
        json.skip();
        Object value = json.value();
        json.skip();
        if (json.at != text.length()) {
            throw json.wrong("the end");
        }
        return value;
    }

    private Object value() {
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> Double.valueOf(match(NUMBER, "a value").group());
        };
    }

    private Object literal(String name, Object value) {
        expect(name);
        return value;
    }

    private Map<String, Object> object() {
        Map<String, Object> map = new LinkedHashMap<>();
        expect("{");
        skip();
        if (!taken("}")) {
            do {
                skip();
                String key = string();
                skip();
                expect(":");
                skip();
                if (map.containsKey(key)) {
                    throw wrong("another key than " + key);
                }
                map.put(key, value());
                skip();
            } while (taken(","));
            expect("}");
        }
        return map;
    }

    private List<Object> array() {
        List<Object> list = new ArrayList<>();
        expect("[");
        skip();
        if (!taken("]")) {
            do {
                skip();
                list.add(value());
                skip();
            } while (taken(","));
            expect("]");
        }
        return list;
    }

    private String string() {
        expect("\"");
        StringBuilder string = new StringBuilder();
        while (text.charAt(at) != '"') {
            if (text.charAt(at) == '\\') {
                Matcher escape = match(ESCAPE, "an escape");
                string.append(escape.group(1) != null ? escape.group(1) : (char) Integer.parseInt(escape.group(2), 16));
            } else if (text.charAt(at) < ' ') {
                throw wrong("an escaped control character");
            } else {
                string.append(text.charAt(at++));
            }
        }
        at++;
        return string.toString();
    }

    private void skip() {
        match(SPACE, "space");
    }

    private Matcher match(Pattern pattern, String expected) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw wrong(expected);
        }
        at = matcher.end();
        return matcher;
    }

    private boolean taken(String token) {
        boolean taken = text.startsWith(token, at);
        at += taken ? token.length() : 0;
        return taken;
    }

    private void expect(String token) {
        if (!taken(token)) {
            throw wrong(token);
        }
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException(
                "expected " + expected + " at " + at + ": " + text.substring(at, Math.min(at + 40, text.length())));
    }
}
