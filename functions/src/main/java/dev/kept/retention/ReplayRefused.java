package dev.kept.retention;

/** A replay or a putting back that cannot be done as it was asked for; tells the operator how to go on. */
public final class ReplayRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    ReplayRefused(String how) {
        super(how);
    }
}
