package dev.kept.local.states;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a Task state does: it calls a function plainly, through the integration, or so and then waits for its token. */
record Resource(String arn, Kind kind) {
    private static final Pattern FUNCTION =
            Pattern.compile("arn:aws[a-z-]*:lambda:[a-z0-9-]+:\\d{12}:function:[A-Za-z0-9_-]+(:[A-Za-z0-9_$-]+)?");
    private static final Pattern INVOKE =
            Pattern.compile("arn:aws[a-z-]*:states:::lambda:invoke(\\.waitForTaskToken)?");

    /** The three that are supported. */
    enum Kind {
        FUNCTION,
        INVOKE,
        INVOKE_AND_WAIT
    }

    static @Nullable Resource read(Fields fields) {
        var arn = fields.requiredText("Resource");
        if (arn == null) {
            return null;
        }
        if (FUNCTION.matcher(arn).matches()) {
            return new Resource(arn, Kind.FUNCTION);
        }
        var invoke = INVOKE.matcher(arn);
        if (invoke.matches()) {
            return new Resource(arn, invoke.group(1) == null ? Kind.INVOKE : Kind.INVOKE_AND_WAIT);
        }
        fields.fault(
                "Resource",
                "is " + arn + ", which is not supported here; name a function's ARN, arn:aws:states:::lambda:invoke or"
                        + " arn:aws:states:::lambda:invoke.waitForTaskToken.");
        return null;
    }

    boolean waits() {
        return kind == Kind.INVOKE_AND_WAIT;
    }

    boolean plain() {
        return kind == Kind.FUNCTION;
    }

    /** The last part, as events name it. */
    String action() {
        return waits() ? "invoke.waitForTaskToken" : "invoke";
    }
}
