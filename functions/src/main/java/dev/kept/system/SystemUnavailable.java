package dev.kept.system;

/** A connected system did not answer; the workflow tries again, and in the end names it in the answer. */
public class SystemUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param cause what the system's client threw; only its class is told, since its message may quote what was sent
     */
    public SystemUnavailable(String system, Throwable cause) {
        super(system + " did not answer: " + cause.getClass().getSimpleName());
        setStackTrace(cause.getStackTrace());
    }

    /**
     * @param what it has left undone, in words that hold nothing of what was sent
     */
    public SystemUnavailable(String system, String what) {
        super(system + ": " + what);
    }
}
