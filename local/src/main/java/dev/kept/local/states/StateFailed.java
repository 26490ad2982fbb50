package dev.kept.local.states;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A state reported an error: the name that Retry and Catch look for, and the cause in words or JSON. */
final class StateFailed extends RuntimeException {
    static final String ALL = "States.ALL";
    static final String TASK_FAILED = "States.TaskFailed";
    static final String TIMEOUT = "States.Timeout";
    static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";
    static final String RUNTIME = "States.Runtime";
    static final String DATA_LIMIT = "States.DataLimitExceeded";
    static final String QUERY = "States.QueryEvaluationError";

    private final String error;
    private final @Nullable String cause;
    private final @Nullable String location;
    private final boolean inWords;
    private final boolean heartbeat;

    private StateFailed(
            String error, @Nullable String cause, @Nullable String location, boolean inWords, boolean heartbeat) {
        super(error, null, false, false);
        this.error = error;
        this.cause = cause;
        this.location = location;
        this.inWords = inWords;
        this.heartbeat = heartbeat;
    }

    /** What a function, a Fail state or a sender of a task failure says, taken as it is. */
    static StateFailed reported(String error, @Nullable String cause) {
        return new StateFailed(error, cause, null, false, false);
    }

    /** What the interpreter itself found wrong; the state's name is put before the sentence. */
    static StateFailed found(String error, String sentence) {
        return new StateFailed(error, sentence, null, true, false);
    }

    static StateFailed query(String sentence, String location) {
        return new StateFailed(QUERY, sentence, location, true, false);
    }

    static StateFailed timeout() {
        return new StateFailed(TIMEOUT, null, null, false, false);
    }

    /** The service reports it as a timeout, and lets Retry and Catch name it apart. */
    static StateFailed heartbeatTimeout() {
        return new StateFailed(TIMEOUT, null, null, false, true);
    }

    static StateFailed tooLong(String state) {
        return found(
                DATA_LIMIT,
                "The state/task '" + state
                        + "' returned a result with a size exceeding the maximum number of bytes service limit.");
    }

    StateFailed in(String state, long enteredEvent) {
        return inWords
                ? new StateFailed(
                        error,
                        "An error occurred while executing the state '" + state + "' (entered at the event id #"
                                + enteredEvent + "). " + cause,
                        location,
                        false,
                        false)
                : this;
    }

    /** The same error as the enclosing state reports it: it was written down where it arose. */
    StateFailed handedUp() {
        return reported(error, cause);
    }

    String error() {
        return error;
    }

    @Nullable
    String causeText() {
        return cause;
    }

    @Nullable
    String location() {
        return location;
    }

    Map<String, @Nullable Object> asEvent(String state) {
        return Json.object("cause", cause, "error", error, "location", location, "state", state);
    }

    boolean matches(String name) {
        if (error.equals(RUNTIME)) {
            return false;
        }
        return switch (name) {
            case ALL -> !error.equals(DATA_LIMIT);
            case TASK_FAILED -> !error.equals(DATA_LIMIT) && !error.equals(TIMEOUT);
            case HEARTBEAT_TIMEOUT -> heartbeat;
            default -> error.equals(name);
        };
    }
}
