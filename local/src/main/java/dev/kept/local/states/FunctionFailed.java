package dev.kept.local.states;

/** A function threw, or the service that runs it did; the type is what a workflow's ErrorEquals names. */
public final class FunctionFailed extends Exception {
    private static final String SERVICE = "Lambda.";

    private final String errorType;
    private final String errorMessage;

    public FunctionFailed(String errorType, String errorMessage) {
        super(errorType);
        this.errorType = errorType;
        this.errorMessage = errorMessage;
    }

    public String errorType() {
        return errorType;
    }

    public String errorMessage() {
        return errorMessage;
    }

    /** The service says its faults in a sentence; what a function throws comes as JSON. */
    String asCause() {
        return errorType.startsWith(SERVICE)
                ? errorMessage
                : Json.write(Json.object("errorMessage", errorMessage, "errorType", errorType));
    }
}
