package dev.holstein.jmh.tour;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows a bar for the step under way, which gives way to the line when the step has ended: for terminals. */
public final class BarProgress extends Progress {
    /** A fixed width: to ask the terminal takes native code, which newer JDKs warn about. */
    private static final int COLUMNS = 79;

    private static final int UPDATE_MILLIS = 100;

    private final PrintStream terminal;
    private @Nullable ProgressBar bar;

    /** Shows lines on some output, and the bar on a terminal, which are the same as a rule. */
    public BarProgress(PrintWriter out, PrintStream terminal) {
        super(out);
        this.terminal = terminal;
    }

    /** Whether somebody watches: standard output is a terminal. */
    @SuppressWarnings("SystemConsoleNull") // null on 17; from 22 on the console itself is asked
    public static boolean hasTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From 22 on there may be a console without a terminal; it says so by a method that 17 does not have.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    @Override
    public void begin(String name, long end) {
        super.begin(name, end);
        bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(end)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(terminal, COLUMNS))
                .hideEta()
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public void reached(long done) {
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public void end(String outcome) {
        abandon();
        super.end(outcome);
    }

    @Override
    public void abandon() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
