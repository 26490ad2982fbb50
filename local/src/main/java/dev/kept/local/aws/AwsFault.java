package dev.kept.local.aws;

/** A refusal under the name that the AWS service gives it: the SDK turns it into its typed exception. */
public final class AwsFault extends RuntimeException {
    private final String code;
    private final int status;

    public AwsFault(String code, String message) {
        this(code, message, 400);
    }

    AwsFault(String code, String message, int status) {
        super(message, null, false, false);
        this.code = code;
        this.status = status;
    }

    public String code() {
        return code;
    }

    int status() {
        return status;
    }
}
