package dev.holstein.jmh.report;

import dev.holstein.jmh.report.Operation.Column;
import dev.holstein.jmh.report.Operation.Part;
import dev.holstein.jmh.report.Operation.Ratio;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** The report as one file of HTML that needs nothing else: targets first, then a chart and a table for each operation. */
final class Page {
    private static final String NOTHING = "–";
    /** What remains of the JVM's own allocation when it is shared out among the operations. */
    private static final double NO_BYTES = 0.05;

    private final Results results;
    private final List<Verdict> verdicts;
    private final Function<Operation, List<Drawing>> drawings;
    private final List<Operation> operations;
    private final Html html = new Html();

    private Page(Results results, List<Verdict> verdicts, Function<Operation, List<Drawing>> drawings) {
        this.results = results;
        this.verdicts = verdicts;
        this.drawings = drawings;
        operations = results.operations();
    }

    /** Writes the page. */
    static String of(Results results, List<Verdict> verdicts, Function<Operation, List<Drawing>> drawings) {
        return new Page(results, verdicts, drawings).write();
    }

    private String write() {
        html.raw("<!DOCTYPE html>\n")
                .open("html", "lang=\"en\"")
                .open("head")
                .raw("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
                .element("title", "Holstein, measured")
                .open("style")
                .raw(style())
                .close("style")
                .close("head")
                .open("body");
        html.element("h1", "Holstein, measured");
        facts();
        targets();
        contents();
        howToRead();
        for (Part part : Part.values()) {
            List<Operation> ofPart =
                    operations.stream().filter(each -> each.part() == part).toList();
            if (!ofPart.isEmpty()) {
                html.element("h2", part.title);
                ofPart.forEach(this::operation);
            }
        }
        return html.close("body").close("html").toString();
    }

    private static String style() {
        try (InputStream css = Objects.requireNonNull(Page.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read report.css of the jar", e);
        }
    }

    private void facts() {
        html.open("table", "class=\"facts\"");
        results.facts().forEach((fact, values) -> {
            html.open("tr").element("th", fact, "scope=\"row\"").open("td");
            html.raw(
                    values.isEmpty()
                            ? "not recorded"
                            : String.join(
                                    "<br>", values.stream().map(Html::escaped).toList()));
            html.close("td").close("tr");
        });
        html.close("table");
    }

    private void targets() {
        html.element("h2", "Targets");
        html.element("p", counts(verdicts), "class=\"counts\"");
        html.open("div", "class=\"wide\"")
                .open("table", "class=\"targets\"")
                .open("thead")
                .open("tr");
        for (String head : List.of("what", "for", "outcome", "figure", "limit", "ours", "reference", "benchmark")) {
            html.element("th", head, "scope=\"col\"");
        }
        html.close("tr").close("thead").open("tbody");
        String last = "";
        for (Verdict verdict : verdicts) {
            target(
                    verdict,
                    verdict.target().row().equals(last) ? "" : verdict.target().row());
            last = verdict.target().row();
        }
        html.close("tbody").close("table").close("div");
    }

    /** How many targets are met, in words. */
    static String counts(List<Verdict> verdicts) {
        return Verdict.count(verdicts, Verdict.Outcome.MET) + " of " + verdicts.size() + " met, "
                + Verdict.count(verdicts, Verdict.Outcome.MISSED) + " missed, "
                + Verdict.count(verdicts, Verdict.Outcome.UNCLEAR) + " unclear (their forks disagree), "
                + Verdict.count(verdicts, Verdict.Outcome.NOT_MEASURED) + " not measured.";
    }

    private void target(Verdict verdict, String row) {
        Target target = verdict.target();
        String outcome =
                "class=\"" + verdict.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-') + "\"";
        html.open("tr", row.isEmpty() ? "" : "class=\"first\"")
                .element("th", row, "scope=\"row\"")
                .element("td", target.where(), "class=\"where\"")
                .element("td", verdict.outcome().words, outcome)
                .element("td", verdict.shownFigure(), "class=\"number\"")
                .element("td", target.rule().showLimit(target.limit()), "class=\"number\"");
        Measurement ours = verdict.ours();
        html.element(
                        "td",
                        Contender.of(target.benchmark(), target.ours()).label()
                                + (ours == null ? "" : ", " + Figures.of(ours.unit(), ours.median())))
                .element("td", verdict.shownReference())
                .open("td")
                .element("code", target.shortName())
                .close("td")
                .close("tr");
    }

    private void contents() {
        html.element("h2", "Operations").open("div", "class=\"contents\"");
        for (Part part : Part.values()) {
            List<Operation> ofPart =
                    operations.stream().filter(each -> each.part() == part).toList();
            if (!ofPart.isEmpty()) {
                html.open("p").element("b", part.title + ": ");
                for (Operation each : ofPart) {
                    html.element("a", each.title(), "href=\"#" + each.anchor() + "\"")
                            .raw(" ");
                }
                html.close("p");
            }
        }
        html.close("div");
    }

    private void howToRead() {
        html.open("p", "class=\"note\"")
                .text(
                        "Each number is the median of all iterations of all forks; beside it the lowest and the highest. Ours"
                                + " are shown with their ratio to the best of those that a program could take instead: what one"
                                + " thread writes in place can be replaced by any, what many write by what many may write, versions"
                                + " by versions. The others are shown with the ratio of ours to them. Below 1 ours is better; a loss"
                                + " is red and has the sign ")
                .element("span", "▲", "class=\"loss\"")
                .text(". B is what an operation allocates.")
                .close("p");
    }

    private void operation(Operation operation) {
        html.open("section", "id=\"" + operation.anchor() + "\"");
        html.element("h3", operation.title()).element("p", operation.meaning(), "class=\"meaning\"");
        html.open("div", "class=\"charts\"");
        for (Drawing drawing : drawings.apply(operation)) {
            html.open("figure").raw(drawing.inline());
            html.element("figcaption", drawing.description()).close("figure");
        }
        html.close("div");
        html.open("div", "class=\"wide\"").open("table", "class=\"ratios\"");
        head(operation);
        html.open("tbody");
        for (String subject : operation.subjects()) {
            Contender contender = operation.contender(subject);
            html.open("tr", contender.isOurs() ? "class=\"ours\"" : "")
                    .element("th", contender.label(), "scope=\"row\"");
            for (Column column : operation.columns()) {
                cell(operation, subject, column);
            }
            html.close("tr");
        }
        html.close("tbody").close("table").close("div").close("section");
    }

    private void head(Operation operation) {
        html.open("thead");
        if (!operation.variants().equals(List.of(""))) {
            html.open("tr").raw("<td></td>");
            for (String variant : operation.variants()) {
                long span = operation.columns().stream()
                        .filter(column -> column.variant().equals(variant))
                        .count();
                html.element("th", Figures.words(variant), "colspan=\"" + span + "\"", "scope=\"colgroup\"");
            }
            html.close("tr");
        }
        html.open("tr").raw("<td></td>");
        for (Column column : operation.columns()) {
            html.element("th", Figures.power(Long.toString(column.size())), "scope=\"col\"");
        }
        html.close("tr").close("thead");
    }

    private void cell(Operation operation, String subject, Column column) {
        Measurement measured = operation.at(subject, column).orElse(null);
        if (measured == null) {
            html.element("td", NOTHING, "class=\"nothing\"");
            return;
        }
        html.open("td").element("b", Figures.of(measured.unit(), measured.median()));
        html.element("span", spread(measured), "class=\"range\"");
        Ratio ratio = operation.ratio(subject, column);
        if (ratio != null) {
            boolean ours = operation.contender(subject).isOurs();
            String sign = ratio.isLoss() ? "▲ " : "";
            html.element(
                    "span",
                    sign
                            + Figures.ratio(ratio.value())
                            + (ours ? " of " + ratio.other().label() : ""),
                    ratio.isLoss() ? "class=\"ratio loss\"" : "class=\"ratio\"");
        }
        Double bytes = measured.bytesPerOperation();
        if (bytes != null) {
            html.element("span", bytes < NO_BYTES ? "0 B" : Figures.of(Unit.BYTES, bytes), "class=\"bytes\"");
        }
        html.close("td");
    }

    /** The range of the iterations; of single operations that were sampled, how bad the worst of them are. */
    private static String spread(Measurement measured) {
        if (!measured.percentiles().isEmpty()) {
            StringBuilder spread = new StringBuilder();
            measured.percentiles()
                    .tailMap(99.0)
                    .forEach((at, value) -> spread.append(at == 100 ? "max" : "p" + Figures.plain(at))
                            .append(' ')
                            .append(Figures.of(measured.unit(), value))
                            .append(' '));
            return spread.toString().strip();
        }
        return measured.lowest() == measured.highest()
                ? ""
                : Figures.of(measured.unit(), measured.lowest()) + " to "
                        + Figures.of(measured.unit(), measured.highest());
    }
}
