package dev.holstein.jmh.report;

import dev.holstein.jmh.report.Operation.Column;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * An operation as a chart in SVG: lines over the size where several were measured, else bars; medians on a logarithmic axis
 * where they lie far apart.
 *
 * <p>XChart draws letters as outlines with ten digits to each coordinate. Two decimals look the same and make a page a third
 * as large. Its colours of ink, grid and paper are replaced by names, so that a page may choose light or dark.
 */
final class Drawing {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 420;
    private static final Color INK = new Color(1, 2, 3);
    private static final Color GRID = new Color(4, 5, 6);
    private static final Color PAPER = new Color(250, 251, 252);
    private static final float OURS = 3.4f;
    private static final float PEERS = 1.5f;
    private static final int MARKER_SIZE = 9;
    /** XChart cannot measure a text of no characters. */
    private static final String BLANK = " ";
    /** From this ratio of the highest to the lowest bar on, a linear axis would hide the low ones. */
    private static final double FAR_APART = 20;

    private static final Marker[] OURS_MARKED = {
        SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.DIAMOND, SeriesMarkers.SQUARE, SeriesMarkers.DIAMOND
    };
    private static final Marker[] PEERS_MARKED = {
        SeriesMarkers.TRIANGLE_UP,
        SeriesMarkers.TRIANGLE_DOWN,
        SeriesMarkers.DIAMOND,
        SeriesMarkers.SQUARE,
        SeriesMarkers.CROSS,
        SeriesMarkers.PLUS,
        SeriesMarkers.TRAPEZOID,
        SeriesMarkers.OVAL
    };
    private static final Pattern DECIMALS = Pattern.compile("-?\\d+\\.\\d{3,}");
    private static final Pattern SIZE_OF_ROOT =
            Pattern.compile("(<svg[^>]*?) height=\"\\d+px\"([^>]*?) width=\"\\d+px\"");

    private final Operation operation;
    private final String variant;
    private final String name;

    private Drawing(Operation operation, String variant) {
        this.operation = operation;
        this.variant = variant;
        name = operation.anchor()
                + (variant.isEmpty()
                        ? ""
                        : "-" + variant.toLowerCase(Locale.ROOT).replaceAll("\\W+", "-"));
    }

    /** The charts of an operation; none for a count, which says all in its table. */
    static List<Drawing> all(Operation operation) {
        if (operation.unit() == Unit.COUNT) {
            return List.of();
        }
        return operation.variants().stream()
                .map(variant -> new Drawing(operation, variant))
                .filter(drawing -> !drawing.points().isEmpty())
                .toList();
    }

    /** What the file is called, without an ending. */
    String name() {
        return name;
    }

    /** In words, for those who do not see it. */
    String description() {
        return operation.title() + (variant.isEmpty() ? "" : ", " + Figures.words(variant)) + ": "
                + operation.meaning();
    }

    private List<Measurement> points() {
        return columns().stream()
                .flatMap(column ->
                        operation.subjects().stream().flatMap(subject -> operation.at(subject, column).stream()))
                .filter(point -> point.median() > 0)
                .toList();
    }

    private List<Column> columns() {
        return operation.columns().stream()
                .filter(column -> column.variant().equals(variant))
                .toList();
    }

    /** A file that stands alone: black on white. */
    String file() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + svg().replace(css(PAPER), "white")
                        .replace(css(GRID), "#dddddd")
                        .replace(css(INK), "#222222");
    }

    /** A part of a page, which gives it its colours. */
    String inline() {
        return svg().replace(css(PAPER), "none")
                .replace(css(GRID), "var(--line)")
                .replace(css(INK), "currentColor");
    }

    private String svg() {
        Chart<?, ?> chart = columns().size() > 1 ? lines() : bars();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            VectorGraphicsEncoder.saveVectorGraphic(chart, bytes, VectorGraphicsFormat.SVG);
        } catch (IOException e) {
            throw new UncheckedIOException("into memory", e);
        }
        String svg = bytes.toString(StandardCharsets.UTF_8);
        svg = svg.substring(svg.indexOf("<svg"));
        svg = DECIMALS.matcher(svg).replaceAll(Drawing::rounded);
        svg = svg.replaceAll("clip(\\d+)", "clip-" + name + "-$1").replaceAll(">\\s+<", "><");
        svg = SIZE_OF_ROOT
                .matcher(svg)
                .replaceFirst("$1$2 role=\"img\" aria-label=\"" + Html.escaped(description()) + "\"");
        return svg.strip();
    }

    private static String rounded(MatchResult number) {
        double value = Double.parseDouble(number.group());
        return Figures.plain(Math.rint(value * 100) / 100);
    }

    private static String css(Color color) {
        return "rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")";
    }

    private Chart<?, ?> lines() {
        XYChart chart = new XYChart(WIDTH, HEIGHT);
        style(chart.getStyler());
        chart.getStyler().setMarkerSize(MARKER_SIZE);
        chart.getStyler().setxAxisTickLabelsFormattingFunction(Drawing::size);
        double floor = decades(chart.getStyler());
        for (String subject : drawnLast(operation.subjects())) {
            List<Measurement> line =
                    points().stream().filter(p -> p.subject().equals(subject)).toList();
            if (!line.isEmpty()) {
                double[] x =
                        line.stream().mapToDouble(p -> Math.log10(p.size())).toArray();
                double[] y = line.stream()
                        .mapToDouble(p -> Math.log10(p.median()) - floor)
                        .toArray();
                style(chart.addSeries(operation.contender(subject).label(), x, y), operation.contender(subject));
            }
        }
        return chart;
    }

    private static void style(XYSeries series, Contender contender) {
        Marker[] markers = contender.isOurs() ? OURS_MARKED : PEERS_MARKED;
        float width = contender.isOurs() ? OURS : PEERS;
        series.setMarker(markers[contender.marker() % markers.length]).setMarkerColor(contender.color());
        series.setLineColor(contender.color())
                .setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private Chart<?, ?> bars() {
        CategoryChart chart = new CategoryChart(WIDTH, HEIGHT);
        style(chart.getStyler());
        chart.getStyler().setAvailableSpaceFill(0.9);
        double[] sorted =
                points().stream().mapToDouble(Measurement::median).sorted().toArray();
        boolean logarithmic = sorted[sorted.length - 1] / sorted[0] > FAR_APART;
        double floor = 0;
        if (logarithmic) {
            floor = decades(chart.getStyler());
        } else {
            chart.getStyler().setyAxisTickLabelsFormattingFunction(this::tick);
            chart.getStyler().setYAxisMin(0.0);
        }
        String category = Figures.power(Long.toString(columns().get(0).size()));
        for (Measurement bar : points()) {
            Contender contender = operation.contender(bar.subject());
            double height = logarithmic ? Math.log10(bar.median()) - floor : bar.median();
            CategorySeries series = chart.addSeries(contender.label(), List.of(category), List.of(height));
            series.setFillColor(contender.color());
        }
        return chart;
    }

    /**
     * Makes the axis of scores logarithmic, in whole decades, so that its labels are short and no bar is without height. What
     * is drawn are logarithms above the lowest decade, which this answers: XChart's own logarithmic axis takes no labels
     * but powers of ten written out, and with other labels is divided as if it were linear.
     */
    private double decades(AxesChartStyler styler) {
        double[] values =
                points().stream().mapToDouble(Measurement::median).sorted().toArray();
        double floor = Math.floor(Math.log10(values[0] * 0.8));
        double height = Math.ceil(Math.log10(values[values.length - 1] * 1.1)) - floor;
        styler.setYAxisMin(0.0).setYAxisMax(height);
        styler.setYAxisTickMarkSpacingHint((int) (HEIGHT * 0.85 / height));
        styler.setyAxisTickLabelsFormattingFunction(
                above -> isWhole(above) ? tick(Math.pow(10, Math.rint(above) + floor)) : BLANK);
        return floor;
    }

    private static String size(double logarithm) {
        return isWhole(logarithm) ? Figures.power(Figures.plain(Math.rint(Math.pow(10, logarithm)))) : BLANK;
    }

    private static boolean isWhole(double number) {
        return Math.abs(number - Math.rint(number)) < 1e-6;
    }

    private String tick(double value) {
        return Figures.of(operation.unit(), value).replaceFirst("\\.0+ ", " ").replaceFirst("(\\.\\d)0 ", "$1 ");
    }

    /** Ours come last, and so lie above the others. */
    private List<String> drawnLast(List<String> subjects) {
        List<String> order = new ArrayList<>(subjects.stream()
                .filter(subject -> !operation.contender(subject).isOurs())
                .toList());
        subjects.stream()
                .filter(subject -> operation.contender(subject).isOurs())
                .forEach(order::add);
        return order;
    }

    private static void style(AxesChartStyler styler) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
        styler.setBaseFont(font);
        styler.setChartBackgroundColor(PAPER)
                .setPlotBackgroundColor(PAPER)
                .setLegendBackgroundColor(PAPER)
                .setChartFontColor(INK)
                .setPlotBorderColor(GRID)
                .setLegendBorderColor(PAPER)
                .setChartTitleVisible(false)
                .setLegendFont(font)
                .setLegendPosition(LegendPosition.OutsideE)
                .setLegendPadding(6)
                .setChartPadding(6);
        styler.setAxisTickLabelsFont(font)
                .setAxisTitlesVisible(false)
                .setPlotGridLinesColor(GRID)
                .setPlotGridLinesStroke(new BasicStroke(1f))
                .setAxisTickMarksColor(GRID)
                .setXAxisTickLabelsColor(INK)
                .setYAxisTickLabelsColor(INK);
    }

    /** Whether this JVM can draw: one without any font cannot. */
    static boolean isPossible() {
        System.setProperty("java.awt.headless", "true");
        try {
            new Font(Font.SANS_SERIF, Font.PLAIN, 13)
                    .createGlyphVector(new FontRenderContext(null, true, true), "ns")
                    .getOutline();
            return true;
        } catch (RuntimeException | LinkageError | InternalError e) {
            return false;
        }
    }
}
