package dev.holstein.jmh.footprint;

/** An option that cannot be obeyed: the message is the one line that says why. */
final class BadOption extends Exception {
    private static final long serialVersionUID = 1;

    BadOption(String message) {
        super(message);
    }

    BadOption(String message, Exception cause) {
        super(message, cause);
    }
}
