package dev.holstein.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.progress.Standstill;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Counters and gauges that many threads write, and an exporter that renders all of them as one page of text, in order of their names.
 *
 * <p>A concurrent map of counters is exact for each of them, and not for two. A request that is counted under "all" and under its result is
 * seen between the two, and a page that is rendered while requests come in shows the first lines of an earlier moment than the last ones
 * ({@link SkipListMetrics}): rates and shares that are computed from it do not add up.
 *
 * <p>The recipe is a {@link ConcurrentBTreeMap}: what belongs together is counted in one {@code update}, and a page is rendered from a
 * {@code snapshot()}, however long that takes. Each write copies a path, and writers take turns; for a counter that is hit millions of
 * times a second keep a {@link java.util.concurrent.atomic.LongAdder}, and write its sum in here before a page is rendered.
 */
@Timeout(60)
class MetricsTest {
    private static final int REQUESTS = 2_000;
    private static final int WRITERS = 4;

    private static final String ALL = "http_requests_total";
    private static final String GOOD = "http_responses_total{code=\"200\"}";
    private static final String BAD = "http_responses_total{code=\"500\"}";

    private enum Kind {
        COUNTER,
        GAUGE
    }

    private record Metric(Kind kind, long value) {
        Metric plus(Metric more) {
            return new Metric(kind, value + more.value);
        }
    }

    /** What is written to a map of metrics: to the live one, or to a working copy of it. */
    private record Changes(Map<String, Metric> metrics) {
        void count(String name) {
            metrics.merge(name, new Metric(Kind.COUNTER, 1), Metric::plus);
        }

        void set(String name, long value) {
            metrics.put(name, new Metric(Kind.GAUGE, value));
        }
    }

    /** What the recipe and the usual way have in common. */
    private interface Registry {
        /** Changes that belong together. */
        void together(Consumer<? super Changes> changes);

        /** All metrics, line by line. */
        void export(Consumer<? super String> page);
    }

    /** The recipe. */
    static final class Metrics implements Registry {
        /** Those of one family are together, whatever else begins with its name. */
        private static final Comparator<String> BY_FAMILY =
                Comparator.comparing(Metrics::family).thenComparing(Comparator.naturalOrder());

        private final ConcurrentBTreeMap<String, Metric> metrics = new ConcurrentBTreeMap<>(BY_FAMILY);

        void count(String name) {
            new Changes(metrics).count(name);
        }

        void set(String name, long value) {
            new Changes(metrics).set(name, value);
        }

        @Override
        public void together(Consumer<? super Changes> changes) {
            metrics.update(copy -> changes.accept(new Changes(copy)));
        }

        @Override
        public void export(Consumer<? super String> page) {
            render(metrics.snapshot(), page);
        }

        /** The name without its labels. */
        private static String family(String name) {
            int labels = name.indexOf('{');
            return labels < 0 ? name : name.substring(0, labels);
        }

        /** In the text format that Prometheus reads. */
        private static void render(Map<String, Metric> metrics, Consumer<? super String> page) {
            String family = "";
            for (Map.Entry<String, Metric> each : metrics.entrySet()) {
                String name = each.getKey();
                Metric metric = each.getValue();
                if (!family(name).equals(family)) {
                    family = family(name);
                    page.accept("# TYPE " + family + ' ' + metric.kind().name().toLowerCase(Locale.ROOT));
                }
                page.accept(name + ' ' + metric.value());
            }
        }
    }

    /** The usual way. */
    private static final class SkipListMetrics implements Registry {
        private final ConcurrentSkipListMap<String, Metric> metrics = new ConcurrentSkipListMap<>(Metrics.BY_FAMILY);

        @Override
        public void together(Consumer<? super Changes> changes) {
            changes.accept(new Changes(metrics));
        }

        @Override
        public void export(Consumer<? super String> page) {
            Metrics.render(metrics, page);
        }
    }

    private static void request(Registry metrics, String result, Runnable between) {
        metrics.together(changes -> {
            changes.count(ALL);
            between.run();
            changes.count(result);
        });
    }

    private static String page(Registry metrics) {
        StringBuilder page = new StringBuilder();
        metrics.export(line -> page.append(line).append('\n'));
        return page.toString();
    }

    /** The value of a metric on a page; 0 if it is not there. */
    private static long value(String page, String name) {
        return page.lines()
                .filter(line -> line.startsWith(name + ' '))
                .mapToLong(line -> Long.parseLong(line.split(" ")[1]))
                .sum();
    }

    /** Whether there are as many results as requests. */
    private static boolean addsUp(String page) {
        return value(page, ALL) == value(page, GOOD) + value(page, BAD);
    }

    private static <R extends Registry> R afterThreeRequests(R metrics) {
        request(metrics, GOOD, () -> {});
        request(metrics, BAD, () -> {});
        request(metrics, GOOD, () -> {});
        return metrics;
    }

    // ---- what a registry does

    @Test
    void aPageShowsAllMetricsInOrder() {
        Metrics metrics = afterThreeRequests(new Metrics());
        metrics.set("connections", 12);
        metrics.set("connections", 9);
        metrics.count("restarts");
        assertThat(page(metrics)).isEqualTo("""
                        # TYPE connections gauge
                        connections 9
                        # TYPE http_requests_total counter
                        http_requests_total 3
                        # TYPE http_responses_total counter
                        http_responses_total{code="200"} 2
                        http_responses_total{code="500"} 1
                        # TYPE restarts counter
                        restarts 1
                        """);
        assertThat(page(new Metrics())).isEmpty();
    }

    // ---- a page beside a writer that stands still between two counters

    private static String exportedInMidRequest(Registry metrics) throws Exception {
        try (Standstill standstill = new Standstill()) {
            Future<?> request = standstill.of(stop -> request(metrics, BAD, stop));
            String page = standstill.beside(() -> page(metrics));
            standstill.goOn();
            Standstill.finish(request);
            assertThat(addsUp(page(metrics))).isTrue();
            return page;
        }
    }

    @Test
    void aFamilyIsInOnePlace() {
        Metrics metrics = new Metrics();
        metrics.count("http_requests_total");
        metrics.count("http_requests{code=\"200\"}");
        metrics.count("http_requests");
        assertThat(page(metrics)).isEqualTo("""
                        # TYPE http_requests counter
                        http_requests 1
                        http_requests{code="200"} 1
                        # TYPE http_requests_total counter
                        http_requests_total 1
                        """);
    }

    @Test
    void twoCountersAreSeenTogether() throws Exception {
        String page = exportedInMidRequest(afterThreeRequests(new Metrics()));
        assertThat(addsUp(page)).as("%s", page).isTrue();
        assertThat(value(page, ALL)).isEqualTo(3);
    }

    @Test
    void twoCountersOfASkipListAreSeenApart() throws Exception {
        assertThat(addsUp(exportedInMidRequest(afterThreeRequests(new SkipListMetrics()))))
                .isFalse();
    }

    // ---- a page that stands still after its first line, while requests come in

    private static String exportedWhileCounted(Registry metrics) throws Exception {
        StringBuilder page = new StringBuilder();
        try (Standstill standstill = new Standstill()) {
            Future<?> export = standstill.of(stop -> metrics.export(line -> {
                page.append(line).append('\n');
                stop.run();
            }));
            boolean counted = standstill.beside(() -> {
                request(metrics, BAD, () -> {});
                return true;
            });
            assertThat(counted).isTrue();
            standstill.goOn();
            Standstill.finish(export);
            return page.toString();
        }
    }

    @Test
    void aPageIsOfOneMoment() throws Exception {
        Metrics metrics = afterThreeRequests(new Metrics());
        String page = exportedWhileCounted(metrics);
        assertThat(addsUp(page)).as("%s", page).isTrue();
        assertThat(value(page, ALL)).isEqualTo(3);
        assertThat(value(page(metrics), ALL)).isEqualTo(4);
    }

    @Test
    void aPageOfASkipListIsOfSeveral() throws Exception {
        assertThat(addsUp(exportedWhileCounted(afterThreeRequests(new SkipListMetrics()))))
                .isFalse();
    }

    // ---- many writers

    @Test
    void pagesAddUpWhileThreadsCount() throws Exception {
        Metrics metrics = new Metrics();
        Runnable[] writers = new Runnable[WRITERS];
        for (int i = 0; i < WRITERS; i++) {
            String connections = "connections{worker=\"" + i + "\"}";
            writers[i] = () -> {
                for (int j = 0; j < REQUESTS; j++) {
                    request(metrics, j % 10 == 0 ? BAD : GOOD, () -> {});
                    metrics.set(connections, j);
                    metrics.count("loops");
                }
            };
        }
        int pages = WhileWritten.check(
                () -> {
                    String page = page(metrics);
                    assertThat(addsUp(page)).as("%s", page).isTrue();
                },
                writers);
        assertThat(pages).isPositive();
        String last = page(metrics);
        assertThat(value(last, ALL)).isEqualTo(WRITERS * REQUESTS);
        assertThat(value(last, "loops")).isEqualTo(WRITERS * REQUESTS);
        assertThat(value(last, BAD)).isEqualTo(WRITERS * REQUESTS / 10);
    }
}
