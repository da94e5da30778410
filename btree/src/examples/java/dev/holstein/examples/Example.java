package dev.holstein.examples;

import java.util.regex.Pattern;

/** A block of Java in a document, and the line where it begins. */
public record Example(String document, int line, String code) {
    private static final Pattern TYPE =
            Pattern.compile("^public (?:final |abstract )?(?:class|interface|record|enum) (\\w+)", Pattern.MULTILINE);

    /** The package that the example is compiled in: one for each, so that several may declare types of one name. */
    String packageName() {
        return "example." + document.replaceAll("\\W", "_").toLowerCase(java.util.Locale.ROOT) + "_" + line;
    }

    /** The type that the example declares as a whole, or the one that is put around its statements. */
    String typeName() {
        var matcher = TYPE.matcher(code);
        return matcher.find() ? matcher.group(1) : "Statements";
    }

    /** The example as a source file, with {@code imports} beside its own. */
    String source(String imports) {
        StringBuilder own = new StringBuilder();
        StringBuilder body = new StringBuilder();
        code.lines()
                .forEach(each ->
                        (each.startsWith("import ") ? own : body).append(each).append('\n'));
        String head = "package " + packageName() + ";\n" + imports + own;
        return TYPE.matcher(code).find()
                ? head + body
                : head + "public class Statements {\npublic static void run() throws Exception {\n" + body + "}\n}\n";
    }

    @Override
    public String toString() {
        return document + ":" + line;
    }
}
