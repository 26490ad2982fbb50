package dev.kept.system;

/** A connected system has accepted what it was asked and is not done yet: the workflow asks again later. */
public final class SystemUnfinished extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SystemUnfinished(String system) {
        super(system + " has accepted what it was asked and is not done yet");
    }
}
