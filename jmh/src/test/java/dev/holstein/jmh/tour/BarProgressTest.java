package dev.holstein.jmh.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The bar on a terminal, and the lines everywhere else. */
class BarProgressTest {
    private final StringWriter out = new StringWriter();
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    @Test
    void theBarGivesWayToTheLine() throws InterruptedException {
        Progress progress =
                new BarProgress(new PrintWriter(out), new PrintStream(terminal, true, StandardCharsets.UTF_8));
        progress.begin("a step", 10);
        progress.reached(5);
        Thread.sleep(250); // the bar is drawn every 100 ms
        progress.end("done");
        assertThat(terminal.toString(StandardCharsets.UTF_8)).contains("a step", "50%", "5/10");
        assertThat(out.toString()).isEqualTo("a step: done" + System.lineSeparator());
    }

    @Test
    void anAbandonedStepLeavesNoLine() {
        Progress progress =
                new BarProgress(new PrintWriter(out), new PrintStream(terminal, true, StandardCharsets.UTF_8));
        progress.abandon();
        progress.begin("a step", Progress.UNKNOWN);
        progress.abandon();
        progress.abandon();
        progress.reached(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void withoutATerminalThereAreLinesOnly() {
        Progress progress = new Progress(new PrintWriter(out));
        progress.begin("a step", 10);
        progress.reached(5);
        progress.end("done");
        assertThat(out.toString()).isEqualTo("a step: done" + System.lineSeparator());
    }
}
