package dev.kept.local.states;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call as a task's arguments ask for it: which function, with what, and what becomes of its answer. */
record Invocation(
        boolean wrapped, String functionArn, String payload, String executionArn, String state, int retryCount) {
    /** What came back, if it came back. */
    record Answer(boolean arrived, @Nullable Object payload) {}

    static Invocation of(Resource resource, @Nullable Object arguments, Walk walk) {
        var position = walk.position();
        var executionArn = walk.run().arn();
        if (resource.plain()) {
            return new Invocation(
                    false,
                    resource.arn(),
                    Json.write(arguments),
                    executionArn,
                    position.state().name(),
                    position.retryCount());
        }
        if (!(arguments instanceof Map<?, ?> named) || !(named.get("FunctionName") instanceof String function)) {
            throw StateFailed.found(
                    StateFailed.RUNTIME, "The Arguments must be an object with the text FunctionName in it.");
        }
        var payload = named.containsKey("Payload") ? named.get("Payload") : Map.of();
        return new Invocation(
                true,
                function,
                Json.write(payload),
                executionArn,
                position.state().name(),
                position.retryCount());
    }

    Answer make(FunctionCaller caller, Interference interference) throws FunctionFailed {
        var call = new FunctionCall(functionArn, executionArn, state, retryCount, read());
        int times = Math.max(1, interference.before(call));
        @Nullable Object payload = null;
        for (int time = 0; time < times; time++) {
            payload = caller.call(functionArn, read());
        }
        return new Answer(interference.after(call), payload);
    }

    @Nullable
    Object result(@Nullable Object answer) {
        if (!wrapped) {
            return answer;
        }
        var result = Json.object("ExecutedVersion", "$LATEST", "StatusCode", 200);
        result.put("Payload", answer);
        return result;
    }

    /** A tree of its own each time: a function may change what it is given. */
    private @Nullable Object read() {
        try {
            return Json.read(payload);
        } catch (Json.NotJson impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
