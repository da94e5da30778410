package dev.holstein.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the blocks of Java in a document, by rules under which none is passed over in silence.
 *
 * <p>In Markdown a block says its language: {@code java} is an example, {@code sh} and {@code text} are none, anything else (and
 * nothing at all) is an error. In Javadoc and its pages a {@code <pre>} that begins with an inline tag of code is an example; one
 * without is a drawing, and an error if a line of it ends as Java does.
 */
public final class ExampleBlocks {
    private static final Pattern FENCE = Pattern.compile("^\\s*(```+|~~~+)\\s*(.*?)\\s*$");
    private static final Set<String> OTHER_LANGUAGES = Set.of("sh", "text", "xml");
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern PRE = Pattern.compile("<pre\\b[^>]*>(.*?)</pre>", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\\s*\\{@code\\s(.*)\\}\\s*", Pattern.DOTALL);
    private static final Pattern END_OF_JAVA = Pattern.compile("[;{}]\\s*(//.*)?$", Pattern.MULTILINE);

    private ExampleBlocks() {}

    /** The examples of a file: of Markdown, of an HTML page of the Javadoc, or of the comments of a Java source. */
    public static List<Example> of(Path file) throws IOException {
        String name = file.getFileName().toString();
        String text = Files.readString(file);
        if (name.endsWith(".md")) {
            return inMarkdown(name, text);
        }
        return name.endsWith(".java") ? inSource(name, text) : inHtml(name, text);
    }

    /** The examples of all sources and pages in a folder and those below it. */
    public static List<Example> below(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().matches(".*\\.(java|html|md)"))
                    .sorted()
                    .toList();
        }
        List<Example> examples = new ArrayList<>();
        for (Path file : files) {
            examples.addAll(of(file));
        }
        return examples;
    }

    static List<Example> inMarkdown(String document, String text) {
        List<Example> examples = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher opening = FENCE.matcher(lines[i]);
            if (!opening.matches()) {
                continue;
            }
            int begin = i + 1;
            do {
                i++;
                if (i == lines.length) {
                    throw new IllegalArgumentException(document + ":" + begin + ": a block that never ends");
                }
            } while (!lines[i].strip().equals(opening.group(1)));
            if (opening.group(2).equals("java")) {
                examples.add(new Example(
                        document, begin, String.join("\n", List.of(lines).subList(begin, i)) + "\n"));
            } else if (!OTHER_LANGUAGES.contains(opening.group(2))) {
                throw new IllegalArgumentException(document + ":" + begin + ": a block is \"java\" or one of "
                        + OTHER_LANGUAGES + ", not \"" + opening.group(2) + "\"");
            }
        }
        return examples;
    }

    static List<Example> inSource(String document, String text) {
        List<Example> examples = new ArrayList<>();
        Matcher comment = COMMENT.matcher(text);
        while (comment.find()) {
            String unquoted = comment.group(1).replaceAll("(?m)^[ \\t]*\\* ?", "");
            examples.addAll(inHtml(document, line(text, comment.start(1)), unquoted));
        }
        return examples;
    }

    static List<Example> inHtml(String document, String text) {
        return inHtml(document, 1, text);
    }

    private static List<Example> inHtml(String document, int firstLine, String text) {
        List<Example> examples = new ArrayList<>();
        Matcher pre = PRE.matcher(text);
        while (pre.find()) {
            int line = firstLine - 1 + line(text, pre.start());
            Matcher code = CODE.matcher(pre.group(1));
            if (code.matches()) {
                examples.add(new Example(document, line, code.group(1)));
            } else if (END_OF_JAVA
                    .matcher(pre.group(1).replaceAll("&\\w+;", "&"))
                    .find()) {
                throw new IllegalArgumentException(document + ":" + line
                        + ": a drawing with lines of Java; write an example as <pre>{@code ...}</pre>");
            }
        }
        return examples;
    }

    private static int line(String text, int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
