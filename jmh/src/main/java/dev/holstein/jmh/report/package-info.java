/**
 * What the benchmarks have shown, for people: results of JMH are collected into one small file, compared with
 * {@link dev.holstein.jmh.report.Targets the targets}, and drawn as a page of tables and charts that needs no network.
 *
 * <pre>
 * JMH's JSON ----+
 *                +-- ResultFile --- Results --- Verdict (one for each Target) --+-- Page     index.html
 * Footprints ----+        |            |                                        +-- Summary  summary.md
 *                    KeptResult     Operation --- Ratio, Drawing                +-- charts/*.svg
 *                  results.json
 * </pre>
 *
 * <pre>
 * ./mvnw -B -Pbench-quick verify -DskipTests -pl jmh -am     builds; the short run, into jmh/target/bench-quick
 * java -cp jmh/target/benchmarks.jar dev.holstein.jmh.report.Report full --out jmh/target/bench-full
 * java -cp jmh/target/benchmarks.jar dev.holstein.jmh.report.Report collect a.json b.json --out jmh/results/all.json
 * java -cp jmh/target/benchmarks.jar dev.holstein.jmh.report.Report render jmh/results/all.json --out jmh/target/report
 * </pre>
 *
 * <p>One rule holds for all figures: a score is the median of all iterations of all forks, for garbage collection spoils
 * single ones and would spoil the mean. A ratio is the time of ours by the time of the other, so that below one is faster,
 * also where operations per second were measured.
 */
@NullMarked
package dev.holstein.jmh.report;

import org.jspecify.annotations.NullMarked;
