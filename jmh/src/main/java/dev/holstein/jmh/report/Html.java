package dev.holstein.jmh.report;

/** HTML that is being written: whatever comes from a file is escaped, and what is opened is closed. */
final class Html {
    private final StringBuilder text = new StringBuilder();

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Opens an element; attributes as in {@code class="loss"}, or none. */
    Html open(String element, String... attributes) {
        text.append('<').append(element);
        for (String attribute : attributes) {
            text.append(' ').append(attribute);
        }
        text.append('>');
        return this;
    }

    Html close(String element) {
        text.append("</").append(element).append('>');
        if (!element.equals("span") && !element.equals("b") && !element.equals("a")) {
            text.append('\n');
        }
        return this;
    }

    Html text(String content) {
        text.append(escaped(content));
        return this;
    }

    /** An element with nothing but text. */
    Html element(String element, String content, String... attributes) {
        return open(element, attributes).text(content).close(element);
    }

    /** What is HTML already. */
    Html raw(String html) {
        text.append(html);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
