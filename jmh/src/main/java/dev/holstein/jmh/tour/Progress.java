package dev.holstein.jmh.tour;

import java.io.PrintWriter;

/** Shows how far a program is: one line for each step that has ended, and whatever a subclass shows meanwhile. */
public class Progress {
    /** The end of a step of which nobody knows how long it is. */
    public static final long UNKNOWN = -1;

    private final PrintWriter out;
    private String step = "";

    /** Shows it on some output. */
    public Progress(PrintWriter out) {
        this.out = out;
    }

    /**
     * Begins a step.
     *
     * @param name what it is
     * @param end what {@link #reached} will come to, or {@link #UNKNOWN}
     */
    public void begin(String name, long end) {
        step = name;
    }

    /** Says how far the step is. */
    public void reached(long done) {
        // a line cannot move
    }

    /** Ends the step, with what came of it. */
    public void end(String outcome) {
        line(step + ": " + outcome);
    }

    /** Ends the step if one is under way, because something went wrong. */
    public void abandon() {
        // nothing is under way between two lines
    }

    /** Prints a line between two steps. */
    public final void line(String text) {
        out.println(text);
        out.flush();
    }
}
