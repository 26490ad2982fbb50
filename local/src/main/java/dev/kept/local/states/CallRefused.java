package dev.kept.local.states;

/** A call that Step Functions would refuse; the class's simple name is the service's name of the error. */
public abstract class CallRefused extends RuntimeException {
    CallRefused(String message) {
        super(message);
    }

    public final String code() {
        return getClass().getSimpleName();
    }
}
