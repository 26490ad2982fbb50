package dev.kept.local.function;

/** A function threw; what its caller learns is what Lambda tells: the exception's class and its message. */
public final class FunctionThrew extends RuntimeException {
    private final String errorType;

    FunctionThrew(Throwable thrown) {
        super(thrown.getMessage(), thrown);
        errorType = thrown instanceof ProcessDied
                ? ProcessDied.ERROR_TYPE
                : thrown.getClass().getName();
    }

    public String errorType() {
        return errorType;
    }

    public String errorMessage() {
        return getMessage() == null ? "" : getMessage();
    }
}
