package dev.kept.local;

/** The local run cannot start; the message is one clear sentence, or a list, for whoever started it. */
public final class CannotStart extends RuntimeException {
    CannotStart(String message) {
        super(message, null, false, false);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
