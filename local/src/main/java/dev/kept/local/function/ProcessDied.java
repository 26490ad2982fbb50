package dev.kept.local.function;

/** Thrown into a function to end its process where it stands; its caller learns what Lambda tells of that. */
public final class ProcessDied extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What Lambda calls it. */
    static final String ERROR_TYPE = "Runtime.ExitError";

    public ProcessDied() {
        super("Runtime exited with error: signal: killed");
    }
}
